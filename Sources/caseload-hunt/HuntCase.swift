import CaseloadModel
import Experiments
import Foundation
import ScenarioFormat
import SimulationKernel

/// What the checks of one case share.
enum HuntCase {
  /// The seed with which cases are run; what they find is in the scenario.
  static let seed: UInt64 = 7

  /// The scenario of a case, mended until it is valid; `nil` when that does not succeed.
  static func valid(seed: UInt64, number: Int) -> ScenarioTree? {
    mended(ScenarioDraw.tree(seed: seed, number: number)).tree.flatMap(lighter)
  }

  /// A tree without what does not fit together, as the messages of the reader say where it stands; or the
  /// messages that are left when that does not succeed.
  static func mended(_ drawn: ScenarioTree) -> (tree: ScenarioTree?, errors: [Diagnostic]) {
    var tree = drawn
    var errors: [Diagnostic] = []
    for _ in 0..<60 {
      errors = document(tree).diagnostics.filter { $0.severity == .error }
      guard !errors.isEmpty else { return (tree, []) }
      var isMended = false
      for error in errors {
        let keys = error.keyPath.split(separator: ".").map(String.init)
        let isDone =
          error.code == .missingReference && tree.addGroups(to: keys)
          || !tree.holdsElement(keys) && tree.dismiss(keys)
          || tree.remove(keys[...]) || tree.dismiss(keys)
        isMended = isMended || isDone
      }
      guard isMended else { return (nil, errors) }
    }
    return (nil, errors)
  }

  /// Events of one replication, as worked out before it, above which a scenario is made smaller: what a
  /// large run takes is told before it starts, and is no fault.
  static let mostEvents = 400_000.0

  /// The scenario with fewer clients and applications and less time, until a run takes moments; `nil` when
  /// it takes long whatever is done.
  static func lighter(_ tree: ScenarioTree) -> ScenarioTree? {
    let steps: [([String], String)] = [
      (["population", "clients"], "7"), (["inflow", "applicationsPerYear"], "30"),
      (["time", "durationMonths"], "6"), (["time", "warmUpMonths"], "1"),
      (["time", "durationMonths"], "1"), (["population", "clients"], "1"),
      (["inflow", "applicationsPerYear"], "0"),
    ]
    var light = tree
    var rest = steps[...]
    while true {
      // What is no longer valid for want of time is the one thing that making it smaller can do.
      guard let scenario = document(light).scenario else { return nil }
      if RunSize(scenario).events <= mostEvents { return light }
      guard let (path, value) = rest.popFirst() else { return nil }
      if let old = light[path[0]]?[path[1]], let before = Double(old.json),
        before > (Double(value) ?? 0)
      {
        light.set(path, .leaf(value))
      }
    }
  }

  /// Reads a tree as a scenario file.
  static func document(_ tree: ScenarioTree) -> ScenarioDocument {
    ScenarioDocument.read(Array(tree.json.utf8), path: "hunted.json")
  }

  /// Events of one replication above which what was worked out before it is wrong; on any machine the
  /// same, unlike a time.
  static let endlessEvents = 12 * mostEvents
  /// Events between two questions of the engine whether to stop.
  private static let eventsBetweenChecks = 65_536.0

  /// One replication; `nil` when it came to far more events than were reckoned, and was stopped.
  static func simulate(
    _ scenario: Scenario, replication: Int = 0, with simulator: Simulator
  ) -> Result<ReplicationOutcome, InvariantViolation>? {
    var left = Int(endlessEvents / eventsBetweenChecks)
    func isEndless() -> Bool {
      left -= 1
      return left < 0
    }
    do throws(InvariantViolation) {
      return try simulator(scenario, seed, replication, isEndless).map { .success($0) }
    } catch {
      return .failure(error)
    }
  }

  /// Processor time of this thread, which a busy machine does not lengthen.
  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// All values of an outcome, bit by bit.
  static func bits(_ outcome: ReplicationOutcome) -> [UInt64] {
    (outcome.values + outcome.series).map { $0.isNaN ? UInt64.max : $0.bitPattern }
  }

  /// The first value in which two outcomes of scenarios differ, among the parts that both scenarios have;
  /// `nil` when there is none.
  ///
  /// A scenario with a campaign or a role more has a column more for it.
  static func firstDifference(
    _ first: ReplicationOutcome, _ scenario: Scenario, _ second: ReplicationOutcome,
    _ other: Scenario, without metrics: [Metric] = []
  ) -> String? {
    let names = columnNames(scenario)
    let others = columnNames(other)
    let columns = names.enumerated().compactMap { column, name in
      others.firstIndex(of: name).map { (name: name, first: column, second: $0) }
    }
    let rows = first.values.count / first.cellCount
    guard rows == second.values.count / second.cellCount,
      first.series.count / first.cellCount == second.series.count / second.cellCount
    else { return "another number of values" }
    func difference(_ values: [Double], _ news: [Double], row: Int) -> String? {
      for (name, column, place) in columns {
        let (old, new) = (
          values[row * first.cellCount + column], news[row * second.cellCount + place]
        )
        let metric = Metric.allCases[row % Metric.allCases.count]
        guard old.bitPattern != new.bitPattern, !(old.isNaN && new.isNaN),
          !metrics.contains(metric)
        else { continue }
        return "\(metric) of \(name): \(old) and \(new)"
      }
      return nil
    }
    for row in 0..<rows {
      if let found = difference(first.values, second.values, row: row) { return found }
    }
    for row in 0..<(first.series.count / first.cellCount) {
      if let found = difference(first.series, second.series, row: row) {
        return "month \(row / Metric.allCases.count + 1), " + found
      }
    }
    return nil
  }

  /// What the columns of an outcome stand for: a role and a campaign may have the same name.
  private static func columnNames(_ scenario: Scenario) -> [String] {
    let parts = scenario.metricParts
    return ["the whole"] + parts.clients.map { "clients " + $0 } + parts.roles.map { "role " + $0 }
      + parts.campaigns.map { "campaign " + $0 }
  }

  /// A day as scenario files write it.
  static func text(_ day: CivilDate) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.year)-\(padded(day.month))-\(padded(day.day))"
  }

  /// A day well after the end of the run; `nil` when a scenario cannot name it.
  static func dayAfterEnd(_ scenario: Scenario) -> String? {
    let months = scenario.time.warmUpMonths + scenario.time.durationMonths
    let day = scenario.time.start.adding(days: months * 31 + 10)
    return day.year <= 2100 ? text(day) : nil
  }
}
