// What barriers do to exits to work is a matter of who has them: the mean over clients stays 1.
extension KnowledgeSettings {
  /// Where barriers leave less than a hundredth of exits to work there is no mean to be kept: those
  /// without a barrier, if there are any, would have to leave within days.
  static let highestBarrierScale = 100.0

  /// The factor that keeps the mean over clients of the effect of barriers on exits to work at 1.
  var barrierScale: Double { min(KnowledgeSettings.highestBarrierScale, 1 / unscaledMean) }

  /// The mean over clients of the effect of barriers: 1, unless they leave less than a hundredth of exits to work.
  var barrierMean: Double { unscaledMean * barrierScale }

  /// The mean over clients of the effect of barriers, before it is scaled.
  private var unscaledMean: Double {
    var mean = 1.0
    for attribute in attributes.dropFirst() {
      mean *= 1 - attribute.barrierShare * (1 - attribute.workFactor)
    }
    return mean
  }
}
