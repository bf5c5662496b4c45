import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// A scenario file as a figure asks for it: with changes, as `--set` makes them.
package struct ValidationRun: Sendable, Hashable {
  /// The scenario file, relative to the file of targets.
  package let scenario: String
  /// What is changed in it, as `key.path=value`.
  package let changes: [String]

  /// Makes a run of a scenario.
  package init(scenario: String, changes: [String] = []) {
    self.scenario = scenario
    self.changes = changes
  }
}

/// Where a simulated value is read: the run, the metric, the part of the clients and the time.
package struct ValidationReading: Sendable, Equatable {
  /// What is run.
  package let run: ValidationRun
  /// The metric.
  package let metric: Metric
  /// The group or segment; `nil` for all clients.
  package let group: String?
  /// The day of an observation; `nil` for the whole observation window.
  package let date: CivilDate?
  /// The condition that organisations of a sector meet, whose share is then the value; `nil` for the metric itself.
  package let organisations: SectorCondition?

  /// Makes a reading.
  package init(
    run: ValidationRun, metric: Metric, group: String? = nil, date: CivilDate? = nil,
    organisations: SectorCondition? = nil
  ) {
    self.organisations = organisations
    self.run = run
    self.metric = metric
    self.group = group
    self.date = date
  }
}

/// The simulated quantity that stands beside a published figure.
///
/// A difference or a ratio is taken replication by replication. Two runs see the same clients in the
/// same replication (common random numbers), so its interval holds for the change itself.
package enum ValidationQuantity: Sendable, Equatable {
  /// A value as it is.
  case value(ValidationReading)
  /// The first value less the second.
  case difference(ValidationReading, less: ValidationReading)
  /// The first value divided by the second.
  case ratio(ValidationReading, per: ValidationReading)

  /// The value that is read first.
  package var first: ValidationReading {
    switch self {
    case .value(let first), .difference(let first, _), .ratio(let first, _): first
    }
  }

  /// The value with which the first one is compared.
  package var second: ValidationReading? {
    switch self {
    case .value: nil
    case .difference(_, let second), .ratio(_, let second): second
    }
  }

  /// All values that are read.
  package var readings: [ValidationReading] { [first] + (second.map { [$0] } ?? []) }
}

/// The values that a simulated quantity may take.
package struct ValidationRange: Sendable, Equatable {
  /// One end of a range.
  package struct Limit: Sendable, Equatable {
    /// The value.
    package let value: Double
    /// Whether the value itself is accepted.
    package let isAccepted: Bool

    /// Makes a limit.
    package init(_ value: Double, isAccepted: Bool = true) {
      self.value = value
      self.isAccepted = isAccepted
    }
  }

  /// The lower end.
  package let low: Limit?
  /// The upper end.
  package let high: Limit?

  /// Makes a range.
  package init(low: Limit? = nil, high: Limit? = nil) {
    self.low = low
    self.high = high
  }

  /// Whether a value is accepted.
  package func contains(_ value: Double) -> Bool { !isBelow(value) && !isAbove(value) }

  /// Whether a value is too low.
  func isBelow(_ value: Double) -> Bool {
    low.map { value < $0.value || value == $0.value && !$0.isAccepted } ?? false
  }

  /// Whether a value is too high.
  func isAbove(_ value: Double) -> Bool {
    high.map { value > $0.value || value == $0.value && !$0.isAccepted } ?? false
  }
}

/// A published figure, and the range in which a simulation of the organisation should come out.
package struct ValidationTarget: Sendable, Equatable {
  /// What a figure is used for.
  package enum Use: String, Sendable, CaseIterable {
    /// Parameters were set so that it is met.
    case calibrated
    /// Nothing was set by it.
    case validated
    /// It went into the scenario as a parameter.
    case input
  }

  /// The scenario file under which the figure is reported, relative to the file of targets.
  package let scenario: String
  /// The figure in plain words.
  package let figure: String
  /// The simulated quantity that expresses it; `nil` when none does.
  package let quantity: ValidationQuantity?
  /// The figure as published.
  package let published: String
  /// The accepted values.
  package let range: ValidationRange
  /// What the figure is used for.
  package let use: Use
  /// Ids of the evidence.
  package let evidence: [String]
  /// The likely cause of a miss, or the reason why nothing simulated expresses the figure.
  package let comment: String?

  /// Makes a target.
  package init(
    scenario: String, figure: String, quantity: ValidationQuantity? = nil, published: String,
    range: ValidationRange = ValidationRange(), use: Use, evidence: [String],
    comment: String? = nil
  ) {
    self.scenario = scenario
    self.figure = figure
    self.quantity = quantity
    self.published = published
    self.range = range
    self.use = use
    self.evidence = evidence
    self.comment = comment
  }
}
