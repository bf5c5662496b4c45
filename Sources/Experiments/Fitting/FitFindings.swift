/// What a fit says of one key.
package struct FitKeyFinding: Sendable, Equatable {
  /// How well the targets determine a key.
  package enum Identification: String, Sendable {
    /// The spread over the ensemble is at most a third of that over the range.
    case identified
    /// It is at most three quarters, but against an end of the range: values beyond it might fit as well or better.
    case atEnd = "at an end of the range"
    /// It is at most three quarters, and away from the ends.
    case narrowed
    /// The targets say little or nothing of the key.
    case notIdentified = "not identified"
  }

  /// The key and its range.
  package let key: FreeKey
  /// The value of the best set.
  package let fitted: Double
  /// The lowest and highest value over the ensemble; NaN without one.
  package let low: Double
  package let high: Double
  /// The standard deviation over the ensemble over that of a uniform spread over the range.
  package let spread: Double
  /// The ends of the range against which the sets or the best one lie and beyond which the key may go; `nil` when none.
  package let touched: RangeEnds?
  /// The end against which the best set itself lies; `nil` when none.
  let bestEnd: RangeEnds?
  /// Keys with which this one trades off, with the correlation over the ensemble, strongest first.
  package let partners: [(key: FreeKey, correlation: Double)]

  /// How well the targets determine the key.
  package var identification: Identification {
    guard spread <= 0.75 else { return .notIdentified }
    return touched != nil ? .atEnd : spread <= 1.0 / 3 ? .identified : .narrowed
  }

  /// The range to try next, as `--vary` takes it; `nil` when nothing pulls beyond the one that was tried.
  package var wider: String? { pulledTo.map { key.wider(at: $0) } }

  /// The ends beyond which the figures may pull; sets of a key that nothing determines reach both ends by themselves.
  package var pulledTo: RangeEnds? { identification == .atEnd ? touched : bestEnd }

  /// Whether it is the best set that lies at these ends.
  package var isBestAtEnd: Bool { bestEnd != nil && pulledTo == bestEnd }

  package static func == (a: FitKeyFinding, b: FitKeyFinding) -> Bool {
    a.key == b.key && a.fitted == b.fitted && a.low == b.low && a.high == b.high
      && a.spread == b.spread
  }

  /// The least part of the range, next to either of its ends, that counts as the end.
  private static let end = 0.02
  /// The most of it: with few sets they lie against an end that is nearer than they are to each other.
  private static let widestEnd = 0.1
  /// The correlation from which two keys are said to trade off.
  static let correlationShown = 0.5

  /// What a match says of each key.
  package static func all(of match: HistoryMatch, keys: [FreeKey]) -> [FitKeyFinding] {
    let ensemble = match.ensemble.map(\.place)
    let best = match.best?.place ?? match.space.start
    return keys.indices.map { index in
      let column = ensemble.map { $0[index] }
      let deviation = standardDeviation(column)
      let partners = keys.indices.filter { $0 != index }.map { other in
        (key: keys[other], correlation: correlation(column, ensemble.map { $0[other] }))
      }.filter { $0.correlation.magnitude >= correlationShown }
        .sorted { $0.correlation.magnitude > $1.correlation.magnitude }
      let key = keys[index]
      return FitKeyFinding(
        key: key, fitted: key.value(at: best[index]),
        low: column.min().map { key.value(at: $0) } ?? .nan,
        high: column.max().map { key.value(at: $0) } ?? .nan,
        // A uniform spread over 0…1 has the variance 1/12.
        spread: column.count > 1 ? min(1, deviation * 12.0.squareRoot()) : 1,
        touched: touched(column, best: best[index], key),
        bestEnd: touched([], best: best[index], key), partners: partners)
    }
  }

  /// The ends against which the places of sets lie: within a fiftieth of the range, or nearer than sets are to each other.
  private static func touched(_ places: [Double], best: Double, _ key: FreeKey) -> RangeEnds? {
    let lowest = places.min() ?? best
    let highest = places.max() ?? best
    let spacing = places.count > 1 ? (highest - lowest) / Double(places.count - 1) : 0
    let margin = min(widestEnd, max(end, spacing))
    func isLow(_ place: Double, _ margin: Double) -> Bool {
      key.value(at: place) == key.range.low || place <= margin
    }
    func isHigh(_ place: Double, _ margin: Double) -> Bool {
      key.value(at: place) == key.range.high || place >= 1 - margin
    }
    return RangeEnds(
      low: key.mayGoLower && (isLow(lowest, margin) || isLow(best, end)),
      high: key.mayGoHigher && (isHigh(highest, margin) || isHigh(best, end)))
  }

  private static func standardDeviation(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count > 2 else { return 0 }
    let size = standardDeviation(a) * standardDeviation(b) * Double(a.count - 1)
    guard size > 0 else { return 0 }
    let meanA = a.reduce(0, +) / Double(a.count)
    let meanB = b.reduce(0, +) / Double(b.count)
    return zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) } / size
  }
}
