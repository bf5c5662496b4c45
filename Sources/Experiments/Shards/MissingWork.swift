/// Replications that no part of a study holds, as ranges.
struct MissingWork {
  /// Most lines and most ranges in a line that are told.
  private static let mostLines = 8
  private static let mostRanges = 8

  private let keys: [JournalScan.Key]

  init(_ keys: [JournalScan.Key]) { self.keys = keys.sorted(by: JournalScan.Key.isBefore) }

  /// One line per experiment and replications; organisations that miss the same ones share a line.
  var lines: [String] {
    var single: [(point: Int, organisation: Int, replications: [Int])] = []
    for key in keys {
      if let last = single.last, last.point == key.point, last.organisation == key.organisation {
        single[single.count - 1].replications.append(key.replication)
      } else {
        single.append((key.point, key.organisation, [key.replication]))
      }
    }
    struct Kind: Hashable {
      let point: Int
      let replications: [Int]
    }
    var places: [Kind: Int] = [:]
    var groups: [(kind: Kind, organisations: [Int])] = []
    for (point, organisation, replications) in single {
      let kind = Kind(point: point, replications: replications)
      if let place = places[kind] {
        groups[place].organisations.append(organisation)
      } else {
        places[kind] = groups.count
        groups.append((kind, [organisation]))
      }
    }
    let isSector = keys.contains { $0.organisation > 0 }
    var lines = groups.prefix(MissingWork.mostLines).map { group in
      "missing: experiment \(group.kind.point), "
        + (isSector
          ? MissingWork.ranges(of: group.organisations, "organisation", "organisations") + ", "
          : "")
        + MissingWork.ranges(of: group.kind.replications, "replication", "replications")
    }
    let rest = groups.dropFirst(MissingWork.mostLines).reduce(0) {
      $0 + $1.organisations.count * $1.kind.replications.count
    }
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
