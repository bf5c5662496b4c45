/// Something that a client in stock is or is not when the stock is observed.
struct ClientFlags: OptionSet {
  let rawValue: UInt32

  static let unseen6m = ClientFlags(rawValue: 1 << 0)
  static let unseen12m = ClientFlags(rawValue: 1 << 1)
  static let unseen24m = ClientFlags(rawValue: 1 << 2)
  static let unseen6mAnyChannel = ClientFlags(rawValue: 1 << 3)
  static let unseenNever = ClientFlags(rawValue: 1 << 4)
  static let agreementsNone = ClientFlags(rawValue: 1 << 5)
  static let contactOverdue = ClientFlags(rawValue: 1 << 6)
  static let durationOver5y = ClientFlags(rawValue: 1 << 7)
  static let serviceUnmet = ClientFlags(rawValue: 1 << 8)
  static let classificationCorrect = ClientFlags(rawValue: 1 << 9)
  static let potentialHidden = ClientFlags(rawValue: 1 << 10)
  static let workPartTime = ClientFlags(rawValue: 1 << 11)
  static let notInView = ClientFlags(rawValue: 1 << 12)
  /// In stock for at least 182 days.
  static let settled = ClientFlags(rawValue: 1 << 13)
  /// Settled and unseen for six months.
  static let settledUnseen6m = ClientFlags(rawValue: 1 << 14)

  static let onTrajectory = ClientFlags(rawValue: 1 << 15)

  /// Number of flags.
  static let count = 16

  /// The metrics that are shares of the stock with a flag, in order of the flags.
  static let shareMetrics: [Metric] = [
    .unseen6m, .unseen12m, .unseen24m, .unseen6mAnyChannel, .unseenNever, .agreementsNone,
    .contactOverdue, .durationOver5y, .serviceUnmet, .classificationCorrect, .potentialHidden,
    .workPartTime, .knowledgeNotInView,
  ]
}

/// Counts over the stock at one observation, per part of the stock.
///
/// Counting flags costs only those that are set, and each client is counted in the group (and the
/// segment) alone; the sum over groups gives all clients.
struct StockTally: ~Copyable {
  private let groupCount: Int
  private let segmentCount: Int
  /// Clients, flags and sums by group, then by segment.
  private let clients: Column<Int>
  private let counts: Column<Int>
  private let sums: Column<KnowledgeLevel>

  /// Makes an empty tally.
  init(groupCount: Int, segmentCount: Int) {
    self.groupCount = groupCount
    self.segmentCount = segmentCount > 1 ? segmentCount : 0
    let parts = groupCount + self.segmentCount
    clients = Column(repeating: 0, count: parts)
    counts = Column(repeating: 0, count: parts * ClientFlags.count)
    sums = Column(repeating: KnowledgeLevel(), count: parts)
  }

  /// Counts one client.
  mutating func add(_ cells: MetricCells, _ flags: ClientFlags, _ level: KnowledgeLevel) {
    count(flags, level, part: cells.group)
    if segmentCount > 0 { count(flags, level, part: groupCount + cells.segment) }
  }

  private mutating func count(_ flags: ClientFlags, _ level: KnowledgeLevel, part: Int) {
    clients[part] += 1
    sums[part].currency += level.currency
    sums[part].accuracy += level.accuracy
    sums[part].privateOnly += level.privateOnly
    var left = flags.rawValue
    while left != 0 {
      counts[part * ClientFlags.count + left.trailingZeroBitCount] += 1
      left &= left - 1
    }
  }

  /// Adds the counts to the metrics.
  func report(to observer: inout Observer) {
    for part in 0..<(groupCount + segmentCount) {
      let stock = Double(clients[part])
      let cell = part + 1
      for (flag, metric) in ClientFlags.shareMetrics.enumerated() {
        report(to: &observer, metric, cell, Double(counts[part * ClientFlags.count + flag]), stock)
      }
      let base = part * ClientFlags.count
      report(
        to: &observer, .unseen6mExcludingNew, cell,
        Double(counts[base + ClientFlags.settledUnseen6m.rawValue.trailingZeroBitCount]),
        Double(counts[base + ClientFlags.settled.rawValue.trailingZeroBitCount]))
      let running = ClientFlags.onTrajectory.rawValue.trailingZeroBitCount
      // One value per observation, so that the window holds the mean over observations.
      observer.add(.trajectoryRunning, cell: cell, Double(counts[base + running]), 1)
      if cell <= groupCount {
        observer.add(.trajectoryRunning, cell: 0, Double(counts[base + running]), cell == 1 ? 1 : 0)
      }
      report(to: &observer, .knowledgeCurrency, cell, sums[part].currency, stock)
      report(to: &observer, .knowledgeAccuracy, cell, sums[part].accuracy, stock)
      report(
        to: &observer, .knowledgePrivateShare, cell, sums[part].privateOnly, sums[part].currency)
    }
  }

  private func report(
    to observer: inout Observer, _ metric: Metric, _ cell: Int, _ top: Double, _ bottom: Double
  ) {
    observer.add(metric, cell: cell, top, bottom)
    // Groups divide the stock; segments divide it once more.
    if cell <= groupCount { observer.add(metric, cell: 0, top, bottom) }
  }
}
