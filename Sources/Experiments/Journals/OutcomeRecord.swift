import CaseloadModel

/// The outcome of one replication as bytes, exact to the last bit of every number.
///
/// All numbers are little-endian. A record is the length of its payload, the check value of the payload
/// (32 bits each) and the payload: experiment, organisation, replication, groups, observations, events,
/// client-years, and the observation days, values, their weights, the series and its weights, each led by its
/// count.
enum OutcomeRecord {
  /// The whole record; without the series if that is not kept.
  static func bytes(
    of outcome: ReplicationOutcome, point: Int, organisation: Int, keepsSeries: Bool
  ) -> [UInt8] {
    JournalScan.bytes(
      ofBlock: payload(
        of: outcome, point: point, organisation: organisation, keepsSeries: keepsSeries))
  }

  /// The record without its head.
  static func payload(
    of outcome: ReplicationOutcome, point: Int, organisation: Int, keepsSeries: Bool
  ) -> [UInt8] {
    let count =
      outcome.observationDays.count + 2 * outcome.values.count
      + (keepsSeries ? 2 * outcome.series.count : 0)
    var writer = ByteWriter(capacity: 104 + 8 * count)
    let numbers = [
      point, organisation, outcome.replication, outcome.cellCount, outcome.observationCount,
      outcome.events,
    ]
    for number in numbers { writer.add(Int64(number)) }
    writer.add(outcome.clientYears.bitPattern)
    writer.add(list: outcome.observationDays.map { UInt64(bitPattern: Int64($0)) })
    writer.add(list: outcome.values.map { $0.bitPattern })
    writer.add(list: outcome.weights.map { $0.bitPattern })
    writer.add(list: keepsSeries ? outcome.series.map { $0.bitPattern } : [])
    writer.add(list: keepsSeries ? outcome.seriesWeights.map { $0.bitPattern } : [])
    return writer.bytes
  }

  /// Which replication of which experiment a payload holds; `nil` when its counts do not fit each other.
  ///
  /// - Complexity: O(1)
  static func place(of payload: [UInt8]) -> JournalScan.Key? {
    var reader = ByteReader(payload)
    guard let point = reader.integer(), let organisation = reader.integer(),
      let replication = reader.integer(), let cellCount = reader.integer(),
      let observationCount = reader.integer(), reader.integer() != nil, reader.integer() != nil,
      point >= 0, organisation >= 0, replication >= 0, cellCount > 0, observationCount >= 0,
      reader.skipList() == observationCount, let values = reader.skipList(),
      values.isMultiple(of: cellCount), values / cellCount == Metric.allCases.count,
      reader.skipList() == values, let series = reader.skipList(),
      series == 0 || values.multipliedReportingOverflow(by: observationCount) == (series, false),
      reader.skipList() == series, reader.isAtEnd
    else { return nil }
    return JournalScan.Key(point: point, organisation: organisation, replication: replication)
  }

  /// The outcome that a payload holds; `nil` when it is not whole.
  static func outcome(of payload: [UInt8]) -> ReplicationOutcome? {
    var reader = ByteReader(payload)
    guard reader.integer() != nil, reader.integer() != nil, let replication = reader.integer(),
      let cellCount = reader.integer(), let observationCount = reader.integer(),
      let events = reader.integer(), let clientYears: UInt64 = reader.number(),
      let days = reader.list(), let values = reader.list(), let weights = reader.list(),
      let series = reader.list(), let seriesWeights = reader.list(), reader.isAtEnd,
      weights.count == values.count, seriesWeights.count == series.count
    else { return nil }
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: observationCount,
      observationDays: days.map { Int(Int64(bitPattern: $0)) },
      values: values.map(Double.init(bitPattern:)), weights: weights.map(Double.init(bitPattern:)),
      series: series.map(Double.init(bitPattern:)),
      seriesWeights: seriesWeights.map(Double.init(bitPattern:)),
      events: events, clientYears: Double(bitPattern: clientYears))
  }
}

/// Appends little-endian numbers to bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func add(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds the count of a list and its members.
  mutating func add(list: [UInt64]) {
    add(UInt64(list.count))
    list.map { $0.littleEndian }.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Takes little-endian numbers from bytes, and never reads past the end.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number<Number: FixedWidthInteger>() -> Number? {
    let size = Number.bitWidth / 8
    guard bytes.count - position >= size else { return nil }
    let number = bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
    }
    position += size
    return number
  }

  mutating func integer() -> Int? {
    guard let number: Int64 = number() else { return nil }
    return Int(number)
  }

  /// Passes over a count and as many numbers; returns the count.
  mutating func skipList() -> Int? {
    guard let count = integer(), count >= 0, count <= (bytes.count - position) / 8 else {
      return nil
    }
    position += 8 * count
    return count
  }

  /// A count and as many numbers.
  mutating func list() -> [UInt64]? {
    guard let count = integer(), count >= 0, count <= (bytes.count - position) / 8 else {
      return nil
    }
    var list: [UInt64] = []
    list.reserveCapacity(count)
    for _ in 0..<count {
      guard let number: UInt64 = number() else { return nil }
      list.append(number)
    }
    return list
  }
}
