import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// The results by the run that they belong to.
package typealias ValidationResults = [ValidationRun: ExperimentResult]

extension ValidationReading {
  /// The value in every finished replication, by its number.
  fileprivate func values(in results: ValidationResults) -> [(replication: Int, value: Double)]? {
    guard let result = results[run] else { return nil }
    if let organisations {
      guard let found = result.organisations, found.isKept else { return nil }
      let shares = found.table().shares(meeting: organisations)
      return Array(zip(result.finishedReplications, shares))
    }
    var position = 0
    if let group {
      guard let part = parts(of: result).first(where: { $0.name == group }) else { return nil }
      position = part.column
    }
    var observation: Int?
    if let date {
      observation = result.observationDays.firstIndex(of: date.dayNumber)
      guard observation != nil else { return nil }
    }
    let values = result.contributions(metric, group: position, observation: observation)
    return Array(zip(result.finishedReplications, values))
  }

  /// The parts for which the metric is kept.
  private func parts(of result: ExperimentResult) -> [(name: String, column: Int)] {
    result.parts.columns(of: MetricCatalog[metric].groups)
  }

  /// Why the value cannot be read, if so.
  fileprivate func problem(in results: ValidationResults) -> String? {
    guard let result = results[run] else { return nil }
    if let organisations {
      guard let found = result.organisations else {
        return "expected a sector with organisations, found the one organisation of \(run.scenario)"
      }
      let name = organisations.quantity
      guard Metric(id: name) == nil,
        found.sector.organisations.allSatisfy({ $0.quantity(name) == nil })
      else { return nil }
      return "expected a metric or a draw of \(run.scenario), found \"\(name)\""
    }
    if let group, !parts(of: result).contains(where: { $0.name == group }) {
      let names = parts(of: result).map { $0.name }.joined(separator: ", ")
      return "expected a part of \(run.scenario) for which \(metric.id) is kept"
        + " (\(names.isEmpty ? "none" : names)), found \"\(group)\""
    }
    if let date, !result.observationDays.contains(date.dayNumber) {
      let days = result.observationDays.map { CivilDate(dayNumber: $0).isoText }
      return "expected a day on which \(run.scenario) is observed (\(days.first ?? "none") to"
        + " \(days.last ?? "none"), \(days.count) in all), found \(date.isoText)"
    }
    return nil
  }
}

extension ValidationQuantity {
  /// The mean over replications, with its interval; `nil` when a run it needs has no result.
  ///
  /// A ratio of two readings is the ratio of their totals over replications.
  ///
  /// Of a difference or a ratio, only replications count that both runs have and in which it exists:
  /// a ratio to zero does not.
  package func estimate(in results: ValidationResults) -> Estimate? {
    guard let values = first.values(in: results) else { return nil }
    guard let second else {
      return Estimate(
        of: values.map(\.value),
        bounds: first.organisations == nil ? MetricCatalog[first.metric].bounds : 0...1)
    }
    guard let others = second.values(in: results) else { return nil }
    let byNumber = Dictionary(uniqueKeysWithValues: others.map { ($0.replication, $0.value) })
    let pairs = values.compactMap { replication, value in
      byNumber[replication].map { (value, $0) }
    }
    if case .ratio = self {
      return Estimate(ofRatios: pairs.map { ($0 / $1, weight: $1) })
    }
    return Estimate(of: pairs.map { $0 - $1 })
  }

  /// Why the quantity cannot be had from the results, if so.
  package func problem(in results: ValidationResults) -> String? {
    for reading in readings {
      if let problem = reading.problem(in: results) { return problem }
    }
    if let second, let base = results[second.run], let variant = results[first.run],
      base.seed != variant.seed
    {
      return "expected two runs with the same seed, found \(variant.seed) and \(base.seed)"
    }
    return nil
  }

  // MARK: - Texts

  /// The quantity in words, for example `stock.clients of wga on 2014-01-01, less that on 2013-01-01`.
  ///
  /// - Parameter names: The names of scenarios by their files.
  func text(names: [String: String]) -> String {
    switch self {
    case .value(let value): value.text
    case .difference(let first, let second):
      "\(first.text), less \(second.text(after: first, names))"
    case .ratio(let first, let second):
      "\(first.text), divided by \(second.text(after: first, names))"
    }
  }
}

extension ValidationReading {
  private var groupText: String { "of " + (group ?? "all clients") }
  private var dateText: String { date.map { "on " + $0.isoText } ?? "over the window" }
  private var changesText: String { "with " + run.changes.joined(separator: " and ") }

  /// The reading in words, without its scenario.
  fileprivate var text: String {
    if let organisations {
      let share = "share of organisations with \(organisations.text)"
      return ([share] + (run.changes.isEmpty ? [] : [changesText])).joined(separator: " ")
    }
    var words = [metric.id]
    if group != nil { words.append(groupText) }
    if date != nil { words.append(dateText) }
    if !run.changes.isEmpty { words.append(changesText) }
    return words.joined(separator: " ")
  }

  /// What is different from the first reading, in words.
  fileprivate func text(after first: ValidationReading, _ names: [String: String]) -> String {
    var words = [metric == first.metric ? "that" : metric.id]
    if group != first.group { words.append(groupText) }
    if run.scenario != first.run.scenario {
      words.append("of " + (names[run.scenario] ?? run.scenario))
    }
    if date != first.date { words.append(dateText) }
    if run.changes != first.run.changes {
      words.append(run.changes.isEmpty ? "without changes" : changesText)
    }
    return words.joined(separator: " ")
  }
}
