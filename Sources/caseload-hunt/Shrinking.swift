import Foundation

/// Cuts a scenario down to what a fault needs.
struct Shrinking: Sendable {
  /// Most scenarios that are tried for one fault.
  static let patience = 150
  /// When all shrinking ends, however much could still be cut.
  var end = ContinuousClock.now + .seconds(60)
  /// What a scenario shows when the check of a fault is made of it.
  let attempt: @Sendable (HuntedFault, ScenarioTree) -> HuntedFault?

  /// Tries scenarios in child processes, by way of files in a folder.
  static func inChildren(folder: String, end: ContinuousClock.Instant) -> Shrinking {
    Shrinking(end: end) { fault, tree in
      let file = "\(folder)/tried-\(fault.number).json"
      guard
        (try? (tree.json + "\n").write(toFile: file, atomically: false, encoding: .utf8)) != nil
      else { return nil }
      let ending = ChildProcess.run(["--try", file, fault.check.rawValue], end: end)
      return HuntTool.fault(of: ending, number: fault.number, check: fault.check, tree: tree)
    }
  }

  /// The fault with the smallest scenario found that still shows it.
  func smallest(_ fault: HuntedFault) -> HuntedFault {
    var best = fault
    var tried = 0
    var index = 0
    var isSmaller = false
    // What was tried in vain is tried again only after the whole round, when less stands around it.
    while tried < Shrinking.patience, ContinuousClock.now < end {
      let candidates = best.tree.smaller()
      guard index < candidates.count else {
        guard isSmaller else { break }
        isSmaller = false
        index = 0
        continue
      }
      // What makes a run small stays, or a large one would count as hanging.
      guard candidates[index].sizes == best.tree.sizes else {
        index += 1
        continue
      }
      tried += 1
      if let same = again(best, with: candidates[index]) {
        best = same
        isSmaller = true
      } else {
        index += 1
      }
    }
    return best
  }

  /// The same kind of fault in another scenario; `nil` when that does not have it.
  func again(_ fault: HuntedFault, with tree: ScenarioTree) -> HuntedFault? {
    guard let found = attempt(fault, tree), found.kind == fault.kind else { return nil }
    return found
  }

  /// Whether a fault is one that is known: without what the known one needs it is gone.
  func isKnown(_ fault: HuntedFault, among known: [HuntedFault]) -> Bool {
    known.contains { old in
      guard ContinuousClock.now < end else { return false }
      guard old.kind == fault.kind, old.check == fault.check else { return false }
      var without = fault.tree
      var isCut = false
      for path in old.tree.leafPaths
      where !["name", "population.clients", "staffing.fte"].contains(path.joined(separator: "."))
        && path.first != "time"
      {
        if without.remove(path[...]) { isCut = true }
      }
      return isCut && again(fault, with: without) == nil
    }
  }
}

extension ScenarioTree {
  /// What sets how much work a run is.
  fileprivate var sizes: [ScenarioTree?] {
    [
      self["time"], self["population"]?["clients"], self["staffing"]?["fte"],
      self["inflow"]?["applicationsPerYear"],
    ]
  }

  /// The key paths of all values; elements of lists stand under their names.
  var leafPaths: [[String]] {
    switch self {
    case .leaf: return [[]]
    case .array(let elements):
      return elements.flatMap { element -> [[String]] in
        guard let name = element.elementName, !element.members.isEmpty else { return [[]] }
        let inner = element.members.dropFirst().flatMap { member in
          member.value.leafPaths.map { [member.key] + $0 }
        }
        return inner.isEmpty ? [[name]] : inner.map { [name] + $0 }
      }
    case .object(let members):
      return members.flatMap { member in member.value.leafPaths.map { [member.key] + $0 } }
    }
  }
}
