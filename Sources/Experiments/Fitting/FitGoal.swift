import CaseloadModel
import ScenarioFormat
import SimulationKernel

/// A target with everything that is needed to read it from replications.
package struct FitGoal: Sendable {
  /// Over which time a metric is read.
  package enum Period: Sendable, Equatable {
    /// The whole window.
    case window
    /// Some observations, each closing the month before it.
    case observations(Range<Int>)
  }

  /// The target as the scenario states it.
  package let target: FitTarget
  /// The name of the scenario that states it.
  package let scenarioName: String
  /// The position of the simulated scenario whose figure it is.
  package let world: Int
  /// The position of the scenario that it is compared with.
  package let other: Int?
  /// The metric.
  package let metric: Metric
  /// The number of the group; 0 is all clients.
  package let group: Int
  /// Over which time the metric is read.
  package let period: Period

  /// Makes a goal; `nil` when the scenario has no such metric, group or time.
  package init?(_ target: FitTarget, of scenario: Scenario, world: Int, other: Int?) {
    guard let metric = Metric(id: target.metricID) else { return nil }
    self.target = target
    self.metric = metric
    self.world = world
    self.other = other
    scenarioName = scenario.name
    if target.group.isEmpty {
      group = 0
    } else {
      guard let index = scenario.metricGroupNames.firstIndex(of: target.group) else { return nil }
      group = index + 1
    }
    let time = scenario.time
    let step = time.observationMonths
    // Observations of the window: one at the end of each step, the last at the end of the run.
    let count = (time.durationMonths + step - 1) / step
    if target.year > 0 {
      let first = (target.year - 1) * 12 / step
      let end = min(count, (target.year * 12 + step - 1) / step)
      guard first < end else { return nil }
      period = .observations(first..<end)
    } else if !target.date.isEmpty {
      guard let date = CivilDate(isoText: target.date) else { return nil }
      let place = (0..<count).first {
        FitGoal.day(of: $0, time).dayNumber >= date.dayNumber
      }
      guard let place else { return nil }
      period = .observations(place..<place + 1)
    } else {
      period = .window
    }
  }

  private static func day(of observation: Int, _ time: TimeSettings) -> CivilDate {
    var until = time
    until.durationMonths = min(time.durationMonths, (observation + 1) * time.observationMonths)
    return until.end
  }

  /// The figure that is wanted.
  package var value: Double { target.value }
  /// How far from it a set may be.
  package var tolerance: Double { target.tolerance }

  /// The target in words, for example `stock.clients, care, year 2`.
  package var label: String {
    var parts = [metric.id]
    if !target.group.isEmpty { parts.append(target.group) }
    if target.year > 0 { parts.append("year \(target.year)") }
    if !target.date.isEmpty { parts.append(target.date) }
    switch target.measure {
    case .value: break
    case .ratio: parts.append("over \(target.against)")
    case .difference: parts.append("less \(target.against)")
    }
    return parts.joined(separator: ", ")
  }

  /// How far a figure is from the target, in tolerances; infinite when there is no figure.
  package func deviation(of figure: Double) -> Double {
    figure.isFinite ? abs(figure - value) / tolerance : .infinity
  }

  /// The metric of one replication with its denominator.
  func reading(of outcome: ReplicationOutcome) -> (value: Double, weight: Double) {
    guard case .observations(let range) = period else {
      let place = metric.rawValue * outcome.cellCount + group
      return (outcome.values[place], outcome.weights[place])
    }
    var sum = 0.0
    var weight = 0.0
    for observation in range where observation < outcome.observationCount {
      let place =
        (observation * Metric.allCases.count + metric.rawValue) * outcome.cellCount + group
      guard outcome.series[place].isFinite, outcome.seriesWeights[place] > 0 else { continue }
      sum += outcome.series[place] * outcome.seriesWeights[place]
      weight += outcome.seriesWeights[place]
    }
    return (weight > 0 ? sum / weight : .nan, weight)
  }
}
