import SimulationKernel

/// Quantiles of Student's t distribution for a two-sided interval, remembered per sample size.
struct StudentQuantiles {
  /// The coverage of the interval.
  let confidence: Double
  private var known: [Int: Double] = [:]

  /// Makes quantiles for intervals with the given coverage.
  init(confidence: Double = 0.95) {
    precondition(
      confidence > 0 && confidence < 1, "confidence must lie between 0 and 1, not \(confidence)")
    self.confidence = confidence
  }

  /// The factor on the standard error of the mean of `count` values.
  mutating func value(count: Int) -> Double {
    if let value = known[count] { return value }
    let value = Elementary.studentTQuantile(
      0.5 + confidence / 2, degreesOfFreedom: Double(count - 1))
    known[count] = value
    return value
  }
}
