/// A fault that the hunt has found, with the smallest scenario that shows it.
struct HuntedFault: Equatable, Sendable {
  /// The number of the case.
  var number: Int
  /// The check that failed.
  var check: HuntCheck
  /// What kind of fault: a law, a relation, "trap" or "hang".
  var kind: String
  /// What was found.
  var detail: String
  /// The scenario.
  var tree: ScenarioTree
}
