import CaseloadModel
import Experiments

/// A mean with its margin and its spread, as a result holds it.
struct StoredEstimate: Sendable, Equatable {
  let mean: Double
  let low: Double
  let high: Double
  /// Between replications.
  let standardDeviation: Double
  /// Replications in which the quantity exists.
  let count: Int

  init(mean: Double, low: Double, high: Double, standardDeviation: Double = .nan, count: Int) {
    self.mean = mean
    self.low = low
    self.high = high
    self.standardDeviation = standardDeviation
    self.count = count
  }

  init(_ value: StoredValue, count: Int? = nil) throws(StoredResultError) {
    mean = try value.member("mean").number()
    low = try value.member("low95").number()
    high = try value.member("high95").number()
    standardDeviation = try value.member("sd").number()
    self.count = if let count { count } else { try value.member("n").count() }
  }

  /// Whether there is a margin.
  var hasMargin: Bool { low.isFinite && high.isFinite && count > 1 }

  /// The sum of two quantities; its margin holds whenever both margins do.
  static func + (a: StoredEstimate, b: StoredEstimate) -> StoredEstimate {
    StoredEstimate(
      mean: a.mean + b.mean, low: a.low + b.low, high: a.high + b.high,
      count: min(a.count, b.count))
  }
}

/// Figures of all metrics, for all clients and per group.
struct StoredFigures<Figure: Sendable>: Sendable {
  /// The names of the groups of clients, then of the segments when there are several.
  let groupNames: [String]
  private let all: [Metric: Figure]
  private let groups: [Metric: [Figure]]

  /// Reads the member `metrics` of a result.
  ///
  /// - Throws: An error when a metric of this version is missing, or one is there that it does not know.
  init(
    _ result: StoredValue, _ read: (StoredValue) throws(StoredResultError) -> Figure
  ) throws(StoredResultError) {
    let metrics = try result.member("metrics")
    var all: [Metric: Figure] = [:]
    var groups: [Metric: [Figure]] = [:]
    var names: [String] = []
    for (id, value) in try metrics.members() {
      guard let metric = Metric(id: id) else {
        throw StoredResultError(
          path: result.path,
          problem: "holds the metric '\(id)', which is unknown to this version; run the scenario"
            + " again")
      }
      all[metric] = try read(value)
      // Roles and campaigns are parts of their own, which no column of groups can hold.
      guard MetricCatalog[metric].isPerGroup, let parts = try value.optional("groups") else {
        continue
      }
      let members = try parts.members()
      names = members.map(\.key)
      var figures: [Figure] = []
      for member in members { figures.append(try read(member.value)) }
      groups[metric] = figures
    }
    if let missing = Metric.allCases.first(where: { all[$0] == nil }) {
      throw StoredResultError(
        path: result.path,
        problem: "lacks the metric '\(missing.id)', and a page needs all of them: leave out"
          + " outputs.metrics if the scenario has it, and run the scenario again")
    }
    groupNames = names
    self.all = all
    self.groups = groups
  }

  /// The figure of all clients.
  subscript(metric: Metric) -> Figure {
    guard let figure = all[metric] else { preconditionFailure("no figure of \(metric)") }
    return figure
  }

  /// The figures per group; `nil` when the metric is not kept per group of clients.
  func groups(_ metric: Metric) -> [Figure]? { groups[metric] }
}
