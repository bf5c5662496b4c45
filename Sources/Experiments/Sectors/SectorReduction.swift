import CaseloadModel
import Foundation
import ScenarioFormat

/// What each organisation of a sector found in one replication, over all clients: values and denominators by
/// organisation, then metric.
struct OrganisationRows: Sendable {
  var values: [Double]
  var weights: [Double]

  init(organisations: Int) {
    values = Array(repeating: .nan, count: organisations * Metric.allCases.count)
    weights = Array(repeating: 0, count: organisations * Metric.allCases.count)
  }

  mutating func set(_ outcome: ReplicationOutcome, at organisation: Int) {
    let start = organisation * Metric.allCases.count
    for metric in Metric.allCases {
      let cell = metric.rawValue * outcome.cellCount
      values[start + metric.rawValue] = outcome.values[cell]
      weights[start + metric.rawValue] = outcome.weights[cell]
    }
  }
}

/// Joins the organisations of one replication into one outcome, in whatever order they come.
///
/// Totals are added up along a binary tree over the positions of the organisations: two neighbours are
/// joined as soon as both are there. So the result has the same bits for any order, and what waits in memory is
/// at most one total per level of the tree and organisation at work.
///
/// Safe to share between threads: the lock guards all state.
final class SectorReduction: @unchecked Sendable {
  /// A part of the tree: level 0 holds single organisations.
  private struct Node: Hashable {
    var level: Int
    var position: Int
  }

  private let lock = NSLock()
  private let count: Int
  private let replication: Int
  private var waiting: [Node: PooledSums] = [:]
  private var rows: OrganisationRows

  init(organisations: Int, replication: Int) {
    count = organisations
    self.replication = replication
    rows = OrganisationRows(organisations: organisations)
  }

  /// Number of totals that wait for their neighbours.
  var waitingCount: Int { lock.withLock { waiting.count } }

  /// Adds what one organisation found; the last one gives the whole.
  func add(
    _ outcome: ReplicationOutcome, at organisation: Int, groups: [Int]
  ) -> SectorOutcome? {
    var sums = PooledSums(outcome, groups: groups)
    return lock.withLock {
      rows.set(outcome, at: organisation)
      var node = Node(level: 0, position: organisation)
      while 1 << node.level < count {
        let sibling = Node(level: node.level, position: node.position ^ 1)
        // The last part of a level may have no neighbour.
        if sibling.position << sibling.level < count {
          guard let other = waiting.removeValue(forKey: sibling) else {
            waiting[node] = sums
            return nil
          }
          if sibling.position < node.position {
            var left = other
            left.add(sums)
            sums = left
          } else {
            sums.add(other)
          }
        }
        node = Node(level: node.level + 1, position: node.position / 2)
      }
      return SectorOutcome(
        outcome: sums.outcome(
          replication: replication, cellCount: groups.count, organisations: count),
        organisations: rows)
    }
  }
}

/// What a replication of a sector found: all clients together, and each organisation.
struct SectorOutcome: Sendable {
  let outcome: ReplicationOutcome
  /// `nil` for a scenario of one organisation.
  var organisations: OrganisationRows?
}
