import SimulationKernel

/// Text that is written again and again; its store keeps it, and frees it at its end.
struct Piece {
  /// How many bytes may be read and written beyond the end of a piece, so that copying needs no care.
  static let slack = 16
  fileprivate let start: UnsafePointer<UInt8>
  fileprivate let count: Int
}

/// Keeps pieces, and how long the longest is.
final class PieceStore {
  /// A piece without text.
  private(set) var empty: Piece
  /// The length of the longest piece.
  private(set) var longest = 0
  private var owned: [UnsafeMutablePointer<UInt8>] = []

  init() {
    let none = UnsafeMutablePointer<UInt8>.allocate(capacity: Piece.slack)
    none.initialize(repeating: 0, count: Piece.slack)
    owned.append(none)
    empty = Piece(start: none, count: 0)
  }

  deinit { for start in owned { start.deallocate() } }

  /// Makes a piece of parts of text.
  func piece(_ parts: [UInt8]...) -> Piece {
    let bytes = parts.flatMap { $0 }
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + Piece.slack)
    start.initialize(repeating: 0, count: bytes.count + Piece.slack)
    for (place, byte) in bytes.enumerated() { start[place] = byte }
    owned.append(start)
    longest = max(longest, bytes.count)
    return Piece(start: start, count: bytes.count)
  }

  /// Makes a piece of text.
  func piece(_ text: String) -> Piece { piece(Array(text.utf8)) }
}

/// Where the next byte of a record goes; whoever makes one answers for the room behind it.
struct ByteCursor {
  fileprivate(set) var next: UnsafeMutablePointer<UInt8>

  init(next: UnsafeMutablePointer<UInt8>) { self.next = next }

  /// Adds a piece, sixteen bytes at a time.
  @inline(__always)
  mutating func add(_ piece: Piece) {
    var done = 0
    while done < piece.count {
      let block = UnsafeRawPointer(piece.start + done).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(next + done).storeBytes(of: block, as: SIMD16<UInt8>.self)
      done += Piece.slack
    }
    next += piece.count
  }

  /// Adds one byte.
  @inline(__always)
  mutating func add(byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  /// Adds a comma.
  @inline(__always)
  mutating func comma() { add(byte: UInt8(ascii: ",")) }

  /// Adds a whole number.
  @inline(__always)
  mutating func add(_ number: Int) {
    if number < 0 { add(byte: UInt8(ascii: "-")) }
    let rest = number.magnitude
    if rest < 10_000 { add(upToFourDigits: Int(rest)) } else { add(manyDigits: rest) }
  }

  /// Adds a number below 10,000.
  @inline(__always)
  private mutating func add(upToFourDigits number: Int) {
    let hundreds = number / 100
    if hundreds > 0 {
      if hundreds >= 10 { add(twoDigits: hundreds) } else { add(digit: hundreds) }
      return add(twoDigits: number - hundreds * 100)
    }
    if number >= 10 { add(twoDigits: number) } else { add(digit: number) }
  }

  /// Adds a number from 10,000, four digits at a time.
  private mutating func add(manyDigits number: UInt) {
    let high = number / 10_000
    if high < 10_000 { add(upToFourDigits: Int(high)) } else { add(manyDigits: high) }
    let low = Int(number - high * 10_000)
    add(twoDigits: low / 100)
    add(twoDigits: low % 100)
  }

  @inline(__always)
  private mutating func add(digit: Int) { add(byte: 0x30 + UInt8(truncatingIfNeeded: digit)) }

  /// Adds a whole number with two digits.
  @inline(__always)
  mutating func add(twoDigits number: Int) {
    next[0] = 0x30 + UInt8(truncatingIfNeeded: number / 10)
    next[1] = 0x30 + UInt8(truncatingIfNeeded: number % 10)
    next += 2
  }

  /// Adds the five lowest bytes of a word, the lowest first; three more bytes of room are written into.
  @inline(__always)
  mutating func add(fiveBytes word: UInt64) {
    UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
    next += 5
  }

  /// Adds an amount of euro, to the cent.
  @inline(__always)
  mutating func add(cents euro: Double) {
    let cents = Int((euro * 100).rounded())
    add(cents / 100)
    add(byte: UInt8(ascii: "."))
    add(twoDigits: cents % 100)
  }

  /// Adds a number in its shortest form.
  mutating func add(_ number: Double) {
    if let whole = Int(exactly: number), abs(number) < 1e15 { return add(whole) }
    for byte in ByteText.shortest(number) { add(byte: byte) }
  }
}

/// Moments of a run as text with an offset from universal time.
///
/// The days of the model have 24 hours, so all moments are in the standard time of the Netherlands, one hour
/// ahead of universal time, in summer too: no hour is missing in March or doubled in October.
struct MomentText {
  /// Times of the day by minute, eight bytes each of which five are read, for example `09:30`.
  private static let clock: [UInt64] = (0..<1_440).map { minute in
    let digits = [minute / 600, minute / 60 % 10, 0, minute % 60 / 10, minute % 10]
    return digits.indices.reduce(0) { word, place in
      let byte: UInt8 = place == 2 ? UInt8(ascii: ":") : 0x30 + UInt8(digits[place])
      return word | UInt64(byte) << UInt64(8 * place)
    }
  }
  /// The longest moment, in bytes: a year of the run has four digits.
  static let length = 29
  private let firstDay: Int
  private var day = Int.min
  private var dayPiece: Piece
  private let store = PieceStore()
  /// Days as they come, most of them many times: at even places those of the run, at odd ones those before
  /// it, from the last one back.
  private var days: [Piece?] = []
  private let clock = MomentText.clock
  private let zone: Piece

  init(start: CivilDate) {
    firstDay = start.dayNumber
    dayPiece = store.empty
    zone = store.piece(":00.000+01:00")
  }

  /// Adds a minute of the run, for example `2014-03-07T09:30:00.000+01:00`.
  @inline(__always)
  mutating func add(_ minute: Int, to cursor: inout ByteCursor) {
    let day = minute >= 0 ? minute / 1_440 : -((1_439 - minute) / 1_440)
    if day != self.day { turn(to: day) }
    cursor.add(dayPiece)
    cursor.add(fiveBytes: clock[minute - day * 1_440])
    cursor.add(zone)
  }

  /// Adds a minute of the run to a text.
  mutating func add(_ minute: Int, to text: ByteText) {
    text.write(atMost: MomentText.length) { add(minute, to: &$0) }
  }

  @inline(never)
  private mutating func turn(to day: Int) {
    self.day = day
    let place = day >= 0 ? 2 * day : -2 * day - 1
    while days.count <= place { days.append(nil) }
    if let known = days[place] {
      dayPiece = known
    } else {
      dayPiece = store.piece(CivilDate(dayNumber: firstDay + day).isoText + "T")
      days[place] = dayPiece
    }
  }

  /// A minute of the run as text.
  static func text(_ minute: Int, start: CivilDate) -> String {
    var moment = MomentText(start: start)
    let text = ByteText(capacity: 64)
    moment.add(minute, to: text)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
