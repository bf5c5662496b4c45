import CaseloadModel
import ScenarioFormat

/// Text of a log as bytes, put together without making strings on the way.
///
/// Most of a log is short pieces, one after another, so they go straight into memory that is asked for once.
///
/// What changes with every piece is kept behind a pointer: nobody else has it, so that no access needs to be
/// checked while the program runs.
final class ByteText {
  private struct State {
    var count = 0
    var capacity: Int
    var base: UnsafeMutablePointer<UInt8>
  }
  private let state: UnsafeMutablePointer<State>

  init(capacity: Int = 1 << 16) {
    state = .allocate(capacity: 1)
    state.initialize(to: State(capacity: capacity, base: .allocate(capacity: capacity)))
  }

  deinit {
    state.pointee.base.deallocate()
    state.deallocate()
  }

  /// Number of bytes so far.
  var count: Int { state.pointee.count }

  /// The bytes so far.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: state.pointee.base, count: count)) }

  /// Where the next bytes go, with room for a number of them.
  @inline(__always)
  private func place(for more: Int) -> UnsafeMutablePointer<UInt8> {
    if state.pointee.count + more > state.pointee.capacity { grow(more) }
    return state.pointee.base + state.pointee.count
  }

  private func grow(_ more: Int) {
    let larger = max(state.pointee.capacity * 2, count + more)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    copy.update(from: state.pointee.base, count: count)
    state.pointee.base.deallocate()
    state.pointee.base = copy
    state.pointee.capacity = larger
  }

  /// Adds text as it is.
  func add(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    place(for: length).update(from: text.utf8Start, count: length)
    state.pointee.count += length
  }

  /// Adds bytes as they are.
  func add(_ other: [UInt8]) {
    let place = place(for: other.count)
    other.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      place.update(from: start, count: bytes.count)
    }
    state.pointee.count += other.count
  }

  /// Adds a whole number.
  func add(_ number: Int) { write(atMost: 20) { $0.add(number) } }

  /// Adds a number in its shortest form.
  func add(_ number: Double) {
    if let whole = Int(exactly: number), abs(number) < 1e15 { return add(whole) }
    add(ByteText.shortest(number))
  }

  /// A number in its shortest form.
  static func shortest(_ number: Double) -> [UInt8] { Array(JSONText.number(number).utf8) }

  /// Adds what a body writes, of which the longest possible length is known.
  @inline(__always)
  func write(atMost length: Int, _ body: (inout ByteCursor) -> Void) {
    var cursor = ByteCursor(next: place(for: length + Piece.slack))
    body(&cursor)
    state.pointee.count = cursor.next - state.pointee.base
    precondition(
      count + Piece.slack <= state.pointee.capacity, "a record is longer than was said")
  }

  /// Passes the bytes on; nothing is left.
  func pass(_ write: (UnsafeRawBufferPointer) -> Void) {
    write(UnsafeRawBufferPointer(start: state.pointee.base, count: count))
    state.pointee.count = 0
  }

  /// Takes the bytes; nothing is left.
  func take() -> [UInt8] {
    defer { state.pointee.count = 0 }
    return bytes
  }
}

/// Escapes for the texts of logs.
enum LogEscape {
  /// Text of an XML attribute in double quotes; what XML 1.0 cannot hold becomes U+FFFD.
  static func xml(_ text: String) -> [UInt8] {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t": escaped += "&#9;"
      case "\n": escaped += "&#10;"
      case "\r": escaped += "&#13;"
      default:
        let value = scalar.value
        let isAllowed = value >= 0x20 && value != 0xFFFE && value != 0xFFFF
        escaped.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return Array(escaped.utf8)
  }

  /// Text of a JSON string, quotes included.
  static func json(_ text: String) -> [UInt8] { Array(JSONText.quoted(text).utf8) }

  /// A field of comma-separated values.
  static func csv(_ text: String) -> [UInt8] { Array(CSVText.escaped(text).utf8) }
}
