/// Sums for the correlation of two quantities.
struct PairMoments {
  /// Number of pairs.
  private var count = 0.0
  /// Sums of both quantities.
  private var sums = (0.0, 0.0)
  /// Sums of their squares.
  private var squares = (0.0, 0.0)
  /// Sum of their products.
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
  /// Days in a hundred years.
  private static let century = 36_525
  /// Number of values, by days.
  private var counts = Column(repeating: Int32(0), count: DayCounts.century + 1)
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

/// Amounts by readiness in fine bands, from which fifths of the stock are formed.
struct ReadinessBands: ~Copyable {
  /// Bands of readiness from 0 to 1.
  private static let bandCount = 1_000
  /// Amounts by band.
  private var amounts = Column(repeating: 0.0, count: ReadinessBands.bandCount)
  /// The sum of all amounts.
  private(set) var total = 0.0

  /// Adds an amount at a readiness of 0…1.
  mutating func add(_ amount: Double, at readiness: Double) {
    let band = min(
      ReadinessBands.bandCount - 1, Int(readiness * Double(ReadinessBands.bandCount)))
    amounts[band] += amount
    total += amount
  }

  /// Takes everything away.
  mutating func removeAll() {
    for band in amounts.indices { amounts[band] = 0 }
    total = 0
  }

  /// The parts of these amounts that fall in the readiest and in the least ready fifth of a stock.
  ///
  /// A band on the border counts for the part of its clients that falls in the fifth.
  func inTopAndBottomFifth(of clients: borrowing ReadinessBands) -> (top: Double, bottom: Double) {
    guard clients.total > 0 else { return (0, 0) }
    return (
      sum(of: clients, inOrder: amounts.indices.reversed()),
      sum(of: clients, inOrder: amounts.indices)
    )
  }

  private func sum(
    of clients: borrowing ReadinessBands, inOrder order: some Sequence<Int>
  ) -> Double {
    var left = clients.total / 5
    var sum = 0.0
    for band in order {
      let size = clients.amounts[band]
      if size > left { return sum + amounts[band] * left / size }
      sum += amounts[band]
      left -= size
    }
    return sum
  }
}
