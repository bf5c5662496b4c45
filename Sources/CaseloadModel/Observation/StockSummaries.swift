/// Sums for the correlation of two quantities.
struct PairMoments {
  private var count = 0.0
  private var sums = (0.0, 0.0)
  private var squares = (0.0, 0.0)
  private var products = 0.0

  /// Adds a pair.
  mutating func add(_ first: Double, _ second: Double) {
    count += 1
    sums.0 += first
    sums.1 += second
    squares.0 += first * first
    squares.1 += second * second
    products += first * second
  }

  /// The correlation; `nil` for fewer than three pairs or without spread.
  var correlation: Double? {
    guard count >= 3 else { return nil }
    let first = squares.0 - sums.0 * sums.0 / count
    let second = squares.1 - sums.1 * sums.1 / count
    guard first > 1e-9, second > 1e-9 else { return nil }
    return (products - sums.0 * sums.1 / count) / (first * second).squareRoot()
  }
}

/// Counts of whole days, for quantiles that are exact to the day.
struct DayCounts: ~Copyable {
  private static let century = 36_525
  private let counts = Column(repeating: Int32(0), count: DayCounts.century + 1)
  /// Number of values.
  private(set) var count = 0

  /// Adds a value; values beyond a century count as a century.
  mutating func add(_ days: Int) {
    counts[min(DayCounts.century, max(0, days))] += 1
    count += 1
  }

  /// The smallest value that at least the given share of values does not exceed.
  func quantile(_ share: Double) -> Int {
    let needed = max(1, Int((share * Double(count)).rounded(.up)))
    var seen = 0
    for value in counts.indices {
      seen += Int(counts[value])
      if seen >= needed { return value }
    }
    return DayCounts.century
  }
}

/// Contact time by readiness in fine bands, from which quintiles of the stock are formed.
struct ReadinessBands: ~Copyable {
  /// Clients of nearly equal readiness.
  struct Band {
    var clients = 0.0
    var minutes = 0.0
  }

  private static let bandCount = 1_000
  private let bands = Column(repeating: Band(), count: ReadinessBands.bandCount)
  private var count = 0.0

  /// Adds a client.
  mutating func add(readiness: Double, minutes contact: Double) {
    let band = min(
      ReadinessBands.bandCount - 1, Int(readiness * Double(ReadinessBands.bandCount)))
    bands[band].clients += 1
    bands[band].minutes += contact
    count += 1
  }

  /// Mean minutes per client in the readiest fifth and in the least ready fifth of the stock.
  ///
  /// A band on the border counts for the part that falls in the fifth.
  func meanOfTopAndBottomQuintile() -> (top: Double, bottom: Double) {
    let size = count / 5
    guard size > 0 else { return (0, 0) }
    return (
      sum(of: size, inOrder: bands.indices.reversed()) / size,
      sum(of: size, inOrder: bands.indices) / size
    )
  }

  private func sum(of size: Double, inOrder order: some Sequence<Int>) -> Double {
    var left = size
    var total = 0.0
    for index in order where bands[index].clients > 0 {
      let band = bands[index]
      let part = min(left, band.clients)
      total += band.minutes * part / band.clients
      left -= part
      if left <= 0 { break }
    }
    return total
  }
}
