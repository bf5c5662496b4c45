import CaseloadModel

/// A sensitivity analysis of a scenario: which points to run, and what their outputs tell.
///
///     let study = SensitivityStudy(
///       ranges: [try VariedRange("staffing.fte=20:30")], metrics: [.unseen6m], method: .morris,
///       blockCount: 20, seed: 1, replications: 2)
///     study.points[0]  // the values of the keys at the points of the first trajectory
public struct SensitivityStudy: Sendable {
  /// The ways of analysis.
  public enum Method: String, CaseIterable, Sendable {
    /// Elementary effects along trajectories.
    case morris
    /// Shares of the variance.
    case sobol
  }

  /// What was found for one metric.
  public enum Findings: Sendable, Equatable {
    /// The effects of each key.
    case morris([MorrisEffects])
    /// The indices of all keys.
    case sobol(SobolIndices)
  }

  /// The keys that vary.
  public let ranges: [VariedRange]
  /// The metrics that are looked at, over all clients.
  public let metrics: [Metric]
  /// The way of analysis.
  public let method: Method
  /// The seed of the design, of the replications and of the resampling.
  public let seed: UInt64
  /// Replications per point.
  public let replications: Int
  /// The values of the keys, per block (trajectory or row) and point.
  public let values: [[[Double]]]

  /// Makes a study of trajectories (Morris) or rows (Sobol), `blockCount` of them.
  ///
  /// - Precondition: There are ranges, metrics, blocks and replications.
  public init(
    ranges: [VariedRange], metrics: [Metric], method: Method, blockCount: Int, seed: UInt64,
    replications: Int
  ) {
    precondition(!ranges.isEmpty && !metrics.isEmpty, "a study needs ranges and metrics")
    self.ranges = ranges
    self.metrics = metrics
    self.method = method
    self.seed = seed
    self.replications = replications
    switch method {
    case .morris:
      let design = MorrisDesign(axes: ranges.count, trajectories: blockCount, seed: seed)
      values = design.trajectories.map { trajectory in
        trajectory.map { point in zip(ranges, point).map { $0.value(atPosition: $1) } }
      }
    case .sobol:
      let design = SobolDesign(axes: ranges.count, rows: blockCount, seed: seed)
      values = design.rows.map { row in
        row.map { point in zip(ranges, point).map { $0.value(atShare: $1) } }
      }
    }
  }

  /// The values of the keys as overrides write them, per block and point.
  public var points: [[[String]]] {
    values.map { block in block.map { point in zip(ranges, point).map { $0.text(of: $1) } } }
  }

  /// What the finished blocks tell about each metric.
  public func findings(of outcome: BlockOutcome) -> [Findings] {
    metrics.indices.map { position in
      let outputs = outcome.outputs(metric: position)
      switch method {
      case .morris:
        let trajectories = outcome.finishedBlocks.map { block in
          values[block].map { point in zip(ranges, point).map { $0.position(of: $1) } }
        }
        return .morris(MorrisEffects.estimate(trajectories: trajectories, outputs: outputs))
      case .sobol: return .sobol(SobolIndices(outputs: outputs, seed: seed))
      }
    }
  }
}
