/// Replications that no part of a study holds, as ranges.
struct MissingWork {
  /// Most lines and most ranges in a line that are told.
  private static let mostLines = 8
  private static let mostRanges = 8

  private let keys: [JournalScan.Key]

  init(_ keys: [JournalScan.Key]) { self.keys = keys.sorted(by: JournalScan.Key.isBefore) }

  /// One line per experiment and organisation.
  var lines: [String] {
    var groups: [(point: Int, organisation: Int, replications: [Int])] = []
    for key in keys {
      if let last = groups.last, last.point == key.point, last.organisation == key.organisation {
        groups[groups.count - 1].replications.append(key.replication)
      } else {
        groups.append((key.point, key.organisation, [key.replication]))
      }
    }
    var lines = groups.prefix(MissingWork.mostLines).map { group in
      "missing: experiment \(group.point)"
        + (keys.contains { $0.organisation > 0 } ? ", organisation \(group.organisation)" : "")
        + ", " + MissingWork.ranges(of: group.replications, "replication", "replications")
    }
    let rest = groups.dropFirst(MissingWork.mostLines).reduce(0) { $0 + $1.replications.count }
    if rest > 0 { lines.append("missing: \(rest) more, \(keys.count) in all") }
    return lines
  }

  /// Rising numbers as ranges, for example `replications 0-3, 7`.
  static func ranges(of numbers: [Int], _ singular: String, _ plural: String) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for number in numbers {
      if let last = ranges.last, last.last + 1 == number {
        ranges[ranges.count - 1].last = number
      } else {
        ranges.append((number, number))
      }
    }
    var texts = ranges.prefix(mostRanges).map {
      $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)"
    }
    if ranges.count > mostRanges { texts.append("… \(ranges.last?.last ?? 0)") }
    return (numbers.count == 1 ? singular : plural) + " " + texts.joined(separator: ", ")
  }
}
