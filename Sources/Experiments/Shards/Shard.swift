/// One of several parts of a study, each of which another machine may do.
///
///     try Shard("2/4").holds(5)  // true: the jobs 1, 5, 9, … of the flat list are those of the second part
///
/// Jobs are dealt out like cards, so that every part has some of each experiment and parts take about as
/// long.
package struct Shard: Sendable, Equatable {
  /// What is wrong with the text of a shard.
  package struct ParseError: Error, Sendable, Equatable {
    /// The problem in words.
    package let message: String
  }

  /// Most parts of a study.
  package static let mostShards = 100_000

  /// The number of the part, from 1.
  package let number: Int
  /// The number of parts.
  package let count: Int

  /// Reads `i/n`, with i from 1 to n.
  package init(_ text: String) throws(ParseError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else {
      throw ParseError(message: "expected i/n, for example 1/4, found '\(text)'")
    }
    guard (1...Shard.mostShards).contains(count) else {
      throw ParseError(message: "expected 1 to \(Shard.mostShards) parts, found '\(text)'")
    }
    guard (1...count).contains(number) else {
      throw ParseError(
        message: "expected a part from 1 to \(count), found '\(text)'"
          + (number == 0 ? "; parts are counted from 1" : ""))
    }
    self.number = number
    self.count = count
  }

  /// Whether a job of the flat list belongs to this part.
  package func holds(_ index: Int) -> Bool { index % count == number - 1 }

  /// The number of the part that a job of the flat list belongs to.
  static func number(of index: Int, among count: Int) -> Int { index % count + 1 }
}
