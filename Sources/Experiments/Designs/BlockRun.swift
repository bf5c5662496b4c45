import CaseloadModel
import ScenarioFormat

/// Scenarios in blocks, for designs that compare the points of a block with each other.
///
/// All points of a block are run with the same replications, so that what differs inside a block
/// differs by the scenario and not by chance; no two blocks share a replication, so that blocks are
/// independent of each other. Block `b` has the replications from `b * replications` on.
public struct BlockRun: Sendable {
  /// The scenarios, by block; all blocks have the same number of points.
  public let blocks: [[Scenario]]
  /// The sectors of the scenarios, in their layout; empty when each is one organisation.
  public let sectors: [[Sector?]]
  /// The metrics that are kept, over all clients.
  public let metrics: [Metric]
  /// The seed of all random numbers.
  public let seed: UInt64
  /// Replications per point.
  public let replications: Int

  /// Makes a run.
  ///
  /// - Precondition: There are points, equally many in all blocks, and at least one replication.
  public init(
    blocks: [[Scenario]], sectors: [[Sector?]] = [], metrics: [Metric], seed: UInt64,
    replications: Int
  ) {
    self.sectors = sectors
    precondition(replications >= 1, "replications must be at least 1, not \(replications)")
    precondition(blocks.first?.isEmpty == false, "a design needs points")
    precondition(
      blocks.allSatisfy { $0.count == blocks[0].count }, "all blocks have the same number of points"
    )
    self.blocks = blocks
    self.metrics = metrics
    self.seed = seed
    self.replications = replications
  }

  /// Runs all replications of all points, as one list of work.
  public func run(with runner: ReplicationRunner) -> BlockOutcome {
    let pointCount = blocks[0].count
    let perBlock = pointCount * replications
    var values = Array(repeating: [[Double]](), count: metrics.count)
    var counts = Array(repeating: 0, count: blocks.count)
    var outcome = BlockOutcome(pointCount: pointCount, replications: replications)
    var pending = Array(repeating: [Double](), count: metrics.count)
    var weights = pending
    var pendingBlock = 0
    let progress = ProgressCounter(
      planned: blocks.count * perBlock, start: .now, report: runner.onProgress)
    let failure = runner.run(0..<(blocks.count * perBlock), progress: progress) { index in
      let block = index / perBlock
      let place = index % perBlock
      return ReplicationRunner.Job(
        point: index / replications, scenario: blocks[block][place / replications], seed: seed,
        replication: block * replications + place % replications,
        sector: sectors.isEmpty ? nil : sectors[block][place / replications])
    } consume: { index, found in
      let result = found.outcome
      let block = index / perBlock
      if block != pendingBlock {
        pending = Array(repeating: [], count: metrics.count)
        weights = pending
        pendingBlock = block
      }
      counts[block] += 1
      outcome.events += result.events
      outcome.clientYears += result.clientYears
      for (position, metric) in metrics.enumerated() {
        pending[position].append(result[metric, 0])
        weights[position].append(result.weights[metric.rawValue * result.cellCount])
      }
      if counts[block] == perBlock {
        outcome.finishedBlocks.append(block)
        for position in metrics.indices {
          values[position].append(
            contributions(pending[position], weights: weights[position]))
        }
      }
    }
    outcome.values = values
    outcome.failure = failure.map {
      ($0.index / perBlock, $0.index % perBlock / replications, $0.violation)
    }
    return outcome
  }

  /// What the replications of each point of a block contribute to the ratio of totals of that point.
  private func contributions(_ values: [Double], weights: [Double]) -> [Double] {
    blocks[0].indices.flatMap { point in
      let range = (point * replications)..<((point + 1) * replications)
      return RatioContributions.of(Array(values[range]), weights: Array(weights[range]))
    }
  }
}

/// What a run of blocks found; blocks that were not finished are left out.
public struct BlockOutcome: Sendable {
  /// Points of a block.
  public let pointCount: Int
  /// Replications per point.
  public let replications: Int
  /// Numbers of the blocks that were finished, rising.
  public fileprivate(set) var finishedBlocks: [Int] = []
  /// Events that the engine executed.
  public fileprivate(set) var events = 0
  /// Client-years simulated, warm-up included.
  public fileprivate(set) var clientYears = 0.0
  /// The first broken conservation law, with its block and point.
  public fileprivate(set) var failure: (block: Int, point: Int, violation: InvariantViolation)?
  /// Values per metric and finished block, point after point.
  fileprivate var values: [[[Double]]] = []

  fileprivate init(pointCount: Int, replications: Int) {
    self.pointCount = pointCount
    self.replications = replications
  }

  /// A metric, by position in the list of metrics: per finished block and point what each replication
  /// contributes, of which the mean is the ratio of totals at the point.
  public func outputs(metric position: Int) -> [[[Double]]] {
    values[position].map { block in
      (0..<pointCount).map { point in
        Array(block[(point * replications)..<((point + 1) * replications)])
      }
    }
  }
}
