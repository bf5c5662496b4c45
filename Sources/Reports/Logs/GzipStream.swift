import Experiments

/// Compresses bytes as they come, in the form of gzip (RFC 1952, doi:10.17487/RFC1952).
///
///     var stream = GzipStream()
///     stream.add(bytes) { write($0) }
///     stream.finish { write($0) }
///
/// The data are DEFLATE blocks (RFC 1951, doi:10.17487/RFC1951) of their own Huffman codes; repeats of up to
/// 258 bytes are found up to 32 kB back through a table of hashes (Ziv and Lempel 1977,
/// doi:10.1109/TIT.1977.1055714). The same bytes in give the same bytes out: the header names no time.
struct GzipStream {
  private static let blockSize = 1 << 16
  private static let window = 1 << 15
  private static let hashBits = 15

  private var bits = BitWriter()
  /// Up to a window of bytes that are written, then those to come.
  private var buffer: [UInt8] = []
  /// How many of them are written.
  private var done = 0
  /// The last place of each hash, counted from the start of all bytes.
  private var places = [Int](repeating: -GzipStream.window - 1, count: 1 << GzipStream.hashBits)
  /// How many bytes were dropped before `buffer`.
  private var dropped = 0
  private var check: UInt32 = 0
  private var count = 0

  init() { bits.add(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]) }

  /// Adds bytes; passes on what is complete.
  mutating func add(_ bytes: [UInt8], _ write: ([UInt8]) -> Void) {
    bytes.withUnsafeBytes { add($0, write) }
  }

  /// Adds bytes; passes on what is complete.
  mutating func add(_ bytes: UnsafeRawBufferPointer, _ write: ([UInt8]) -> Void) {
    check = CyclicRedundancyCheck.value(of: bytes, after: check)
    count += bytes.count
    buffer.append(contentsOf: bytes)
    while buffer.count - done >= GzipStream.blockSize {
      writeBlock(through: done + GzipStream.blockSize, isLast: false)
      write(bits.take())
    }
  }

  /// Ends the stream.
  mutating func finish(_ write: ([UInt8]) -> Void) {
    writeBlock(through: buffer.count, isLast: true)
    bits.align()
    for value in [check, UInt32(truncatingIfNeeded: count)] {
      bits.add(bytes: (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
    }
    write(bits.take())
  }

  private mutating func writeBlock(through end: Int, isLast: Bool) {
    DeflateBlock(tokens: tokens(through: end), isLast: isLast).write(to: &bits)
    done = end
    guard done > 2 * GzipStream.window else { return }
    let surplus = done - GzipStream.window
    buffer.removeFirst(surplus)
    dropped += surplus
    done -= surplus
  }

  /// How many bytes are the same from two places on, eight at a time where there are as many.
  @inline(__always)
  private static func sameBytes(
    _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, atMost most: Int
  ) -> Int {
    var count = 0
    while count + 8 <= most {
      let difference =
        UnsafeRawPointer(one + count).loadUnaligned(as: UInt64.self)
        ^ UnsafeRawPointer(other + count).loadUnaligned(as: UInt64.self)
      if difference != 0 { return count + difference.littleEndian.trailingZeroBitCount / 8 }
      count += 8
    }
    while count < most, one[count] == other[count] { count += 1 }
    return count
  }

  /// Literals (0…255) and matches (length and distance) for the bytes up to a place.
  private mutating func tokens(through end: Int) -> [UInt32] {
    var tokens: [UInt32] = []
    tokens.reserveCapacity((end - done) / 4)
    let (first, dropped) = (done, dropped)
    var table = places
    // The table has one owner while it is written.
    places = []
    buffer.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      table.withUnsafeMutableBufferPointer { places in
        var place = first
        while place < end {
          guard place + 4 <= end else {
            tokens.append(UInt32(buffer[place]))
            place += 1
            continue
          }
          let word = UnsafeRawPointer(start + place).loadUnaligned(as: UInt32.self).littleEndian
          let hash = Int((word &* 0x9E37_79B1) >> UInt32(32 - GzipStream.hashBits))
          let earlier = places[hash] - dropped
          places[hash] = place + dropped
          var length = 0
          if earlier >= 0, place - earlier <= GzipStream.window {
            length = GzipStream.sameBytes(
              start + earlier, start + place, atMost: min(258, end - place))
          }
          if length >= 4 {
            tokens.append(0x8000_0000 | UInt32(length) << 16 | UInt32(place - earlier))
            place += length
          } else {
            tokens.append(UInt32(buffer[place]))
            place += 1
          }
        }
      }
    }
    places = table
    return tokens
  }
}

/// Where the next bits go; whoever makes one answers for the room behind it.
struct BitCursor {
  fileprivate var next: UnsafeMutablePointer<UInt8>
  fileprivate var pending: UInt64
  fileprivate var pendingCount: Int

  /// Adds the lowest bits of a number, at most 32 of them.
  @inline(__always)
  mutating func add(_ value: UInt32, _ count: Int) {
    pending |= UInt64(value) << UInt64(pendingCount)
    pendingCount += count
    guard pendingCount >= 32 else { return }
    UnsafeMutableRawPointer(next).storeBytes(
      of: UInt32(truncatingIfNeeded: pending).littleEndian, as: UInt32.self)
    next += 4
    pending >>= 32
    pendingCount -= 32
  }
}

/// Bits in the order of DEFLATE: the lowest bit of a byte first.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Adds the lowest bits of a number.
  @inline(__always)
  mutating func add(_ value: UInt32, _ count: Int) {
    pending |= UInt64(value) << UInt64(pendingCount)
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Adds what a body writes, of which the largest possible number of bits is known.
  mutating func write(atMost count: Int, _ body: (inout BitCursor) -> Void) {
    let room = count / 8 + 16
    bytes += [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
      guard let start = buffer.baseAddress else { return }
      var cursor = BitCursor(next: start, pending: pending, pendingCount: pendingCount)
      body(&cursor)
      written = cursor.next - start
      precondition(written <= room, "more bits than were said")
      (pending, pendingCount) = (cursor.pending, cursor.pendingCount)
    }
    add(0, 0)
  }

  /// Fills the last byte up with zeros.
  mutating func align() { if pendingCount > 0 { add(0, 8 - pendingCount) } }

  /// Adds whole bytes; the bits before them must be aligned.
  mutating func add(bytes more: [UInt8]) {
    precondition(pendingCount == 0, "bytes follow whole bytes")
    bytes.append(contentsOf: more)
  }

  /// Takes the whole bytes.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
