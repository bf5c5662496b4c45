import CaseloadModel

/// How precise the estimate of a metric has to be before a run may stop.
///
/// The run starts with the planned replications, at least `minimumReplications`, and adds
/// replications until half the width of the 95 % interval is at most `relative / (1 + relative)` of
/// the mean, so that the error relative to the true mean is at most `relative` (Law 2015,
/// "Simulation Modeling and Analysis", section 9.4.1). The size of the next stage is forecast from the
/// spread so far, grows by at least a tenth and at most doubles, and depends on nothing but outcomes, so the
/// number of replications is the same with any number of threads.
///
/// Looking at an interval before deciding to stop makes it cover a little less often than 95 %. The
/// minimum keeps that loss small; `PrecisionTests` measures it on quantities with known means.
public struct PrecisionTarget: Sendable, Equatable {
  /// Fewest replications on which a decision to stop may rest.
  public static let minimumReplications = 20

  /// The metric, over all clients.
  public let metric: Metric
  /// The largest relative error that is accepted, for example 0.05.
  public let relative: Double
  /// Replications at which the run stops in any case.
  public let maximumReplications: Int

  /// Makes a target.
  public init(metric: Metric, relative: Double, maximumReplications: Int = 1_000) {
    precondition(relative > 0, "the relative error must be positive, not \(relative)")
    precondition(
      maximumReplications >= 1,
      "the most replications must be at least 1, not \(maximumReplications)")
    self.metric = metric
    self.relative = relative
    self.maximumReplications = maximumReplications
  }

  /// Replications of the first stage of a run that plans `replications`.
  func firstStage(planned replications: Int) -> Int {
    min(maximumReplications, max(PrecisionTarget.minimumReplications, replications))
  }

  /// The largest half-width with which a run may stop, as a part of the mean.
  public var relativeHalfWidth: Double { relative / (1 + relative) }

  /// The largest half-width with which a run may stop.
  private func allowedHalfWidth(mean: Double) -> Double {
    abs(mean) * relative / (1 + relative)
  }

  /// Whether an estimate is precise enough.
  public func isMet(by estimate: Estimate) -> Bool {
    estimate.halfWidth <= allowedHalfWidth(mean: estimate.mean)
  }

  /// Total number of replications after the next stage; `nil` when no more are to be run.
  ///
  /// A metric that is not defined in any replication so far ends the run: more of the same will not help.
  func nextStage(after replications: Int, estimate: Estimate) -> Int? {
    guard replications < maximumReplications, estimate.count > 0, !isMet(by: estimate) else {
      return nil
    }
    let least = replications + max(1, replications / 10)
    let forecast = max(least, forecast(after: replications, estimate: estimate))
    return min(maximumReplications, forecast, 2 * replications)
  }

  /// Total number of replications that the precision is likely to take, going by the spread so far.
  ///
  /// At most the greatest number, which is also the answer when the spread is not known.
  func forecast(after replications: Int, estimate: Estimate) -> Int {
    let ratio = estimate.halfWidth / allowedHalfWidth(mean: estimate.mean)
    let forecast = (Double(replications) * ratio * ratio).rounded(.up)
    return forecast < Double(maximumReplications) ? Int(forecast) : maximumReplications
  }
}
