/// The stock at one observation: sums over clients, per group and segment.
///
/// Each client counts in the group (and the segment) alone; the sum over groups gives all clients. Clients
/// are taken in batches, so that asking whether something applies costs no call per client, and counting
/// costs only what applies.
struct ObservedStock: ~Copyable {
  /// Clients in a batch.
  private static let batchSize = 256
  /// What is marked, counted and added up.
  private let plan: ObservationPlan
  /// Number of groups.
  private let groupCount: Int
  /// Segments; 0 when there is one only.
  private let segmentCount: Int
  /// The batch in progress.
  private let batch: UnsafeMutablePointer<ObservedClient>
  /// Its marks, a bit for each by client.
  private let marks: UnsafeMutablePointer<UInt64>
  /// Clients in the batch so far.
  private var batchCount = 0
  /// Clients by group, then by segment.
  private var clients: Column<Int>
  /// Marked clients by group, then by segment, of one mark after another.
  private var counts: Column<Int>
  /// Sums by group, then by segment, of one quantity after another.
  private let sums: UnsafeMutablePointer<Double>
  /// Days since the last two-way personal contact.
  private var unseen = DayCounts()
  /// Clients by readiness.
  private(set) var readiness = ReadinessBands()

  /// Parts of the stock: groups, then segments.
  private var partCount: Int { groupCount + segmentCount }

  /// Makes an observation without clients.
  init(groupCount: Int, segmentCount: Int, plan: ObservationPlan = .shared) {
    self.plan = plan
    self.groupCount = groupCount
    self.segmentCount = segmentCount > 1 ? segmentCount : 0
    let parts = groupCount + self.segmentCount
    batch = .allocate(capacity: ObservedStock.batchSize)
    marks = .allocate(capacity: ObservedStock.batchSize)
    clients = Column(repeating: 0, count: parts)
    counts = Column(repeating: 0, count: parts * 64)
    sums = .allocate(capacity: parts * plan.quantities.count)
    sums.initialize(repeating: 0, count: parts * plan.quantities.count)
  }

  deinit {
    batch.deallocate()
    marks.deallocate()
    sums.deallocate()
  }

  /// Counts one client.
  @inline(__always)
  mutating func add(_ client: ObservedClient) {
    (batch + batchCount).initialize(to: client)
    batchCount += 1
    if batchCount == ObservedStock.batchSize { closeBatch() }
  }

  /// Counts the clients of the last batch; to be called before anything is read.
  mutating func closeBatch() {
    marks.initialize(repeating: 0, count: batchCount)
    for (index, mark) in plan.marks.enumerated() {
      mark.mark(ClientMarks(clients: batch, count: batchCount, marks: marks, bit: 1 << index))
    }
    for (index, quantity) in plan.quantities.enumerated() {
      quantity.quantity(
        ClientSums(
          clients: batch, count: batchCount, sums: sums + index * partCount,
          firstSegment: segmentCount > 0 ? groupCount : 0))
    }
    for index in 0..<batchCount {
      let client = batch[index]
      count(marks[index], part: client.believedGroup)
      if segmentCount > 0 { count(marks[index], part: groupCount + client.segment) }
      unseen.add(client.daysUnseen)
      readiness.add(1, at: client.readiness)
    }
    batchCount = 0
  }

  private mutating func count(_ marks: UInt64, part: Int) {
    clients[part] += 1
    var left = marks
    while left != 0 {
      counts[part * 64 + left.trailingZeroBitCount] += 1
      left &= left - 1
    }
  }

  /// The number of days since the last two-way personal contact that a share of the clients does not
  /// exceed; `nil` without clients.
  func daysUnseen(quantile share: Double) -> Double? {
    unseen.count > 0 ? Double(unseen.quantile(share)) : nil
  }

  /// Adds what was observed to the sums of the period.
  ///
  /// - Precondition: The last batch is closed.
  func report(to observer: inout Observer) {
    for part in 0..<partCount {
      for (index, mark) in plan.marks.enumerated() {
        report(Double(counts[part * 64 + index]), at: mark.place, part, to: &observer)
      }
      for (index, quantity) in plan.quantities.enumerated() {
        report(sums[index * partCount + part], at: quantity.place, part, to: &observer)
      }
      report(Double(clients[part]), at: Tally.clientsObserved.rawValue, part, to: &observer)
    }
    for value in plan.stockValues {
      if let found = value.value(self) { observer.add(value: found, at: value.place) }
    }
    observer.addContactTime(byReadinessOf: readiness)
  }

  private func report(_ value: Double, at place: Int, _ part: Int, to observer: inout Observer) {
    observer.add(value, at: place, cell: part + 1)
    // Groups divide the stock; segments divide it once more.
    if part < groupCount { observer.add(value, at: place, cell: 0) }
  }
}
