/// The ladder on which steps in readiness are counted and told: six rungs of equal height, as many as the
/// participation ladder of Dutch municipalities has.
enum ReadinessLadder {
  /// Number of rungs.
  static let rungs = 6

  /// The rung of a readiness of 0…1, from 0; full readiness is on the highest.
  @inline(__always)
  static func rung(of readiness: Double) -> Int {
    min(rungs - 1, Int(readiness * Double(rungs)))
  }

  /// The chance that a small gain in readiness leads to another rung, from anywhere on one.
  @inline(__always)
  static func chanceOfAnother(gain: Double) -> Double { min(1, Double(rungs) * gain) }
}
