/// The rows of a stored table of comma-separated values (RFC 4180, doi:10.17487/RFC4180).
struct StoredTable {
  /// The names of the columns.
  let columns: [String]
  private let path: String
  private let lines: [ArraySlice<UInt8>]

  /// Reads a file; `nil` when there is none.
  init?(readingFile path: String) throws(StoredResultError) {
    guard let text = TextFile.read(path) else { return nil }
    self.path = path
    var lines = StoredTable.lines(of: Array(text.utf8))
    guard !lines.isEmpty else { throw StoredResultError(path: path, problem: "is empty") }
    columns = StoredTable.fields(of: lines.removeFirst())
    self.lines = lines
  }

  /// Goes through the rows whose line holds a text; fields stand in the order of `names`.
  func forEachRow(
    holding part: String, _ names: [String],
    _ body: ([String]) throws(StoredResultError) -> Void
  ) throws(StoredResultError) {
    var places: [Int] = []
    for name in names {
      guard let place = columns.firstIndex(of: name) else {
        throw StoredResultError(path: path, problem: "has no column '\(name)'")
      }
      places.append(place)
    }
    let needle = Array(part.utf8)
    for (number, line) in lines.enumerated() where line.firstRange(of: needle) != nil {
      let fields = StoredTable.fields(of: line)
      guard fields.count == columns.count else {
        throw StoredResultError(
          path: path,
          problem: "row \(number + 2): expected \(columns.count) fields, found \(fields.count)")
      }
      try body(places.map { fields[$0] })
    }
  }

  /// The lines of a text that are not empty; a line break inside quotes belongs to its field.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == 0x0A, !isQuoted else { continue }
      lines.append(bytes[start..<index])
      start = index + 1
    }
    lines.append(bytes[start...])
    return lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
  }

  private static func fields(of line: ArraySlice<UInt8>) -> [String] {
    let quote = UInt8(ascii: "\"")
    var fields: [String] = []
    var bytes: [UInt8] = []
    var isQuoted = false
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      if byte == quote, isQuoted, index < line.endIndex, line[index] == quote {
        bytes.append(quote)
        index += 1
      } else if byte == quote {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        fields.append(String(decoding: bytes, as: UTF8.self))
        bytes = []
      } else {
        bytes.append(byte)
      }
    }
    return fields + [String(decoding: bytes, as: UTF8.self)]
  }
}
