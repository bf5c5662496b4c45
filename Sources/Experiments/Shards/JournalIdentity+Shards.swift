// What the journal of one part of a study says of the whole.
extension JournalIdentity {
  /// What leads the line with the number of parts.
  static let countPrefix = "shards "
  /// What leads a line with a word of the command line.
  static let argumentPrefix = "argument "

  /// A word of the command line on one line.
  static func escaped(_ word: String) -> String {
    word.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  /// The word that was escaped.
  static func unescaped(_ text: some StringProtocol) -> String {
    var word = ""
    var isEscape = false
    for character in text {
      if isEscape {
        word.append(character == "n" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        word.append(character)
      }
    }
    return word
  }

  /// The words of the command line that a header holds.
  static func arguments(in header: String) -> [String] {
    header.split(separator: "\n").filter { $0.hasPrefix(argumentPrefix) }
      .map { unescaped($0.dropFirst(argumentPrefix.utf8.count)) }
  }

  /// The number of parts that a header tells; `nil` when it is not that of a part.
  static func shardCount(in header: String) -> Int? {
    header.split(separator: "\n").last { $0.hasPrefix(countPrefix) }
      .flatMap { Int($0.dropFirst(countPrefix.utf8.count)) }
  }

  /// The name of the file of one part: that of the work, with the number of the part.
  package func fileName(of shard: Shard) -> String {
    let digits = "\(shard.count)".utf8.count
    let number = "\(shard.number)"
    let padded = String(repeating: "0", count: digits - number.utf8.count) + number
    return fileName.replacing(
      ".journal", with: ".shard-\(padded)-of-\(shard.count).journal")
  }
}
