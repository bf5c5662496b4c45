import CaseloadModel
import Foundation
import ScenarioFormat

/// The flat list of jobs of several replications, each job one organisation of one replication.
///
/// Within a replication the large organisations come first, the largest before others, so that cores are busy to the
/// end; the others come by position, so that neighbours are soon joined and few totals wait. What comes out does not
/// depend on it.
struct SectorWork: Sendable {
  /// The replications, as the callers of a runner number them.
  let indices: Range<Int>
  /// The end of the jobs of each replication.
  private let ends: [Int]
  /// Positions of organisations in the order of work, per sector.
  private let orders: [Int: [Int]]

  /// Lists the jobs; `nil` when no replication is of a sector, so that each is one job.
  init?(_ indices: Range<Int>, job: (Int) -> ReplicationRunner.Job) {
    var ends: [Int] = []
    var orders: [Int: [Int]] = [:]
    var isSector = false
    for index in indices {
      let job = job(index)
      var count = 1
      if let sector = job.sector {
        isSector = true
        count = sector.organisations.count
        if orders[job.point] == nil { orders[job.point] = SectorWork.order(of: sector) }
      }
      ends.append((ends.last ?? 0) + count)
    }
    guard isSector else { return nil }
    self.indices = indices
    self.ends = ends
    self.orders = orders
  }

  /// Number of jobs.
  var count: Int { ends.last ?? 0 }

  /// The part of all clients from which on an organisation is large: one in 128 at the end keeps no core waiting long.
  private static let largePart = 128

  /// The positions of the organisations in the order of work.
  static func order(of sector: Sector) -> [Int] {
    let sizes = sector.organisations.map(\.scenario.population.clients)
    let limit = sector.clients / largePart
    let large = sizes.indices.filter { sizes[$0] > limit }
    return large.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      + sizes.indices.filter { sizes[$0] <= limit }
  }

  /// The replication that a job belongs to, and the place of the job in it.
  ///
  /// - Complexity: O(log replications)
  func place(of flat: Int) -> (index: Int, place: Int) {
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if flat < ends[middle] { high = middle } else { low = middle + 1 }
    }
    return (indices.lowerBound + low, flat - (low > 0 ? ends[low - 1] : 0))
  }

  /// The job of one organisation.
  func job(_ job: ReplicationRunner.Job, place: Int) -> ReplicationRunner.Job {
    guard let sector = job.sector, let order = orders[job.point] else { return job }
    return job.organisation(order[place], of: sector)
  }
}

extension ReplicationRunner.Job {
  /// The same replication of one organisation, with its own root of random numbers.
  func organisation(_ position: Int, of sector: Sector) -> ReplicationRunner.Job {
    let organisation = sector.organisations[position]
    return ReplicationRunner.Job(
      point: point, scenario: organisation.scenario, seed: organisation.seed(in: seed),
      replication: replication, sector: sector, organisation: position)
  }
}

extension Sector {
  /// Positions of the parts of the stock that are pooled within an organisation, all clients first.
  func pooledGroups(of organisation: Int) -> [Int] {
    let own = organisations[organisation].scenario.metricGroupNames
    return [0] + groupNames.map { name in (own.firstIndex(of: name) ?? 0) + 1 }
  }
}

/// The replications of sectors that are in progress.
///
/// Safe to share between threads: the lock guards all state.
final class SectorReductions: @unchecked Sendable {
  private let lock = NSLock()
  private var reductions: [Int: SectorReduction] = [:]

  /// Adds what one organisation found; the last one of a replication gives the whole.
  func add(
    _ outcome: ReplicationOutcome, _ job: ReplicationRunner.Job, index: Int
  ) -> SectorOutcome? {
    guard let sector = job.sector else { return SectorOutcome(outcome: outcome) }
    let reduction = lock.withLock {
      if let reduction = reductions[index] { return reduction }
      let reduction = SectorReduction(
        organisations: sector.organisations.count, replication: job.replication)
      reductions[index] = reduction
      return reduction
    }
    guard
      let whole = reduction.add(
        outcome, at: job.organisation, groups: sector.pooledGroups(of: job.organisation))
    else { return nil }
    lock.withLock { reductions[index] = nil }
    return whole
  }
}
