import Foundation

/// What stands in a journal: its header, and where every whole record lies.
struct JournalScan {
  /// Where the payload of a record lies in the file.
  struct Place: Sendable {
    let offset: Int
    let length: Int
  }

  /// A replication of an experiment, or of one of the organisations that an experiment is about.
  struct Key: Hashable, Sendable {
    let point: Int
    /// The position of the organisation in its sector; 0 when the experiment is about one.
    let organisation: Int
    let replication: Int

    /// The order by experiment, replication and organisation.
    static func isBefore(_ a: Key, _ b: Key) -> Bool {
      (a.point, a.organisation, a.replication) < (b.point, b.organisation, b.replication)
    }

    /// The job in words, for example "replication 3 of experiment 0".
    var words: String {
      "replication \(replication) of experiment \(point)"
        + (organisation > 0 ? ", organisation \(organisation)" : "")
    }
  }

  /// The identity that was written, as text.
  private(set) var header = ""
  /// The whole records.
  private(set) var places: [Key: Place] = [:]
  /// Bytes up to the end of the last whole record; what follows is torn and worth nothing.
  private(set) var soundLength = 0

  /// Bytes before the text of the header: its length and its check value.
  private static let headLength = 8

  /// The header as bytes.
  static func bytes(ofHeader header: String) -> [UInt8] { bytes(ofBlock: Array(header.utf8)) }

  /// A block of the file: the length of its payload, the check value and the payload.
  static func bytes(ofBlock payload: [UInt8]) -> [UInt8] {
    var writer = ByteWriter(capacity: payload.count + headLength)
    writer.add(UInt32(payload.count))
    writer.add(CyclicRedundancyCheck.value(of: payload))
    return writer.bytes + payload
  }

  /// Reads a file, one record at a time; `nil` when not even the header is whole.
  ///
  /// Reading ends at the first record that is cut off or whose check value is wrong.
  init?(descriptor: Int32, onlyHeader: Bool = false) {
    let length = Int(lseek(descriptor, 0, SEEK_END))
    guard let text = JournalScan.block(descriptor, at: 0, fileLength: length) else { return nil }
    header = String(decoding: text, as: UTF8.self)
    soundLength = JournalScan.headLength + text.count
    guard !onlyHeader else { return }
    while let payload = JournalScan.block(descriptor, at: soundLength, fileLength: length),
      let place = OutcomeRecord.place(of: payload)
    {
      places[place] = Place(
        offset: soundLength + JournalScan.headLength, length: payload.count)
      soundLength += JournalScan.headLength + payload.count
    }
  }

  /// A length, a check value and as many bytes with that check value; `nil` when they are not there.
  private static func block(_ descriptor: Int32, at offset: Int, fileLength: Int) -> [UInt8]? {
    guard fileLength - offset >= headLength,
      let head = bytes(descriptor, at: offset, count: headLength)
    else { return nil }
    var reader = ByteReader(head)
    guard let count: UInt32 = reader.number(), let check: UInt32 = reader.number(),
      Int(count) <= fileLength - offset - headLength,
      let block = bytes(descriptor, at: offset + headLength, count: Int(count)),
      CyclicRedundancyCheck.value(of: block) == check
    else { return nil }
    return block
  }

  /// Some bytes of a file; `nil` when they cannot all be read.
  static func bytes(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      while done < count {
        let part = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if part > 0 { done += part } else if part == 0 || errno != EINTR { break }
      }
      initializedCount = done
    }
    return done == count ? bytes : nil
  }
}
