import CaseloadModel
import Experiments
import ScenarioFormat

/// The base of an explorer over the sets of an ensemble, and what the page needs to run variants over them.
package struct ExplorerEnsemble: Sendable {
  private let ensemble: ParameterEnsemble
  private let reference: [Double]
  private let changes: [[String]]
  private let results: [ExperimentResult]

  /// Makes the part.
  ///
  /// - Parameters:
  ///   - reference: The values to which sets are relative, by key.
  ///   - changes: What each set changes in the base, as `key.path=value`.
  ///   - results: The base with every set; all have the same replications.
  package init(
    _ ensemble: ParameterEnsemble, reference: [Double], changes: [[String]],
    results: [ExperimentResult]
  ) {
    precondition(changes.count == results.count, "every set has its result")
    self.ensemble = ensemble
    self.reference = reference
    self.changes = changes
    self.results = results
  }

  /// The part as JSON, with values of the given metrics for all clients.
  func json(of metrics: [Metric]) -> JSONValue {
    let groups = results[0].cellCount
    func whole(_ rows: (ExperimentResult) -> ReplicationValues) -> JSONValue {
      .string(
        HTMLPage.base64(
          results.flatMap { result in
            rows(result).flatMap { row in
              metrics.flatMap { ExplorerPage.bytes(row[$0.rawValue * groups].bitPattern) }
            }
          }))
    }
    return .object([
      ("replications", .integer(Int64(results[0].values.count))),
      ("metrics", .array(metrics.map { .string($0.id) })),
      ("keys", .array(ensemble.keys.indices.map(key))),
      ("sets", .array(ensemble.sets.map { .array($0.map { .number($0) }) })),
      ("changes", .array(changes.map { .array($0.map { .string($0) }) })),
      ("values", whole(\.values)), ("weights", whole(\.weights)),
    ])
  }

  /// How a set moves a key: the value to which it is relative, and what the key may be.
  private func key(_ index: Int) -> JSONValue {
    let key = ensemble.keys[index]
    var low: Double?
    var high: Double?
    var isWhole = false
    var isFlag = false
    switch ParameterTable.parameter(at: key)?.shape {
    case .integer(let range):
      isWhole = true
      low = Double(range.lowerBound)
      high = Double(range.upperBound)
    case .flag: isFlag = true
    case .number(let bounds):
      low = bounds.lowest
      high = bounds.highest
    default: break
    }
    let isShare = !isWhole && (low ?? -1) >= 0 && (high ?? 2) <= 1
    return .object([
      ("key", .string(key)), ("reference", .number(reference[index])),
      ("isShare", .boolean(isShare)), ("isWhole", .boolean(isWhole)), ("isFlag", .boolean(isFlag)),
      ("low", .finite(low ?? .nan)), ("high", .finite(high ?? .nan)),
    ])
  }
}
