import CaseloadModel

/// What a journal belongs to: a journal is resumed by the very same work only.
///
/// The number of replications is no part of it, so a run that was stopped can be resumed with more.
package struct JournalIdentity: Sendable {
  /// The command that does the work, for example "sweep".
  package let command: String
  /// The name of the scenario, or of the first one.
  package let name: String
  /// The version of the program.
  package let version: String
  /// Whether the series of replications by observation are kept.
  package let keepsSeries: Bool
  /// The words of the command line that make a part of a study, and how many parts there are; `nil` for work
  /// that is not divided.
  private let part: (arguments: [String], count: Int)?
  /// SHA-256 of the resolved scenario and seed of every experiment.
  private let experiments: [String]

  /// Makes the identity of the work on some experiments.
  package init(
    command: String, name: String, version: String, keepsSeries: Bool, experiments: [Experiment],
    part: (arguments: [String], count: Int)? = nil
  ) {
    self.command = command
    self.name = name
    self.version = version
    self.keepsSeries = keepsSeries
    self.part = part
    self.experiments = experiments.map { "\($0.digest) \($0.seed)" }
  }

  /// The name of the format; its number rises when records change.
  static let format = "caseload-journal/3"

  /// The identity as lines of text, which lead the journal.
  var header: String {
    var lines = [
      JournalIdentity.format, "command \(command)", "version \(version)",
      "metrics \(Metric.allCases.map(\.id).joined(separator: " "))",
      "series \(keepsSeries ? "kept" : "left out")", "experiments \(experiments.count)",
    ]
    lines += experiments
    if let part {
      lines.append(JournalIdentity.countPrefix + "\(part.count)")
      lines += part.arguments.map { JournalIdentity.argumentPrefix + JournalIdentity.escaped($0) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The part of the file's name that tells commands and scenarios apart.
  var stem: String {
    var text = command + "-"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": text.unicodeScalars.append(scalar)
      default: text += "-"
      }
      if text.utf8.count == 100 { break }
    }
    return text
  }

  /// The name of the file: command, scenario and a number that stands for the whole identity.
  package var fileName: String {
    // Algorithm: FNV-1a with 64 bits (Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in header.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    return "\(stem).\(padding)\(digits).journal"
  }

  /// What tells the header of another journal from this identity, in words.
  func difference(from other: String) -> String {
    JournalIdentity.difference(expected: header, found: other)
  }

  /// What tells two headers apart, in words.
  static func difference(expected: String, found: String) -> String {
    let mine = expected.split(separator: "\n")
    let theirs = found.split(separator: "\n")
    guard theirs.first == mine.first else {
      return "it has the format '\(theirs.first ?? "")', expected '\(JournalIdentity.format)'"
    }
    for (expected, found) in zip(mine.dropFirst(), theirs.dropFirst()) where expected != found {
      if expected.hasPrefix("metrics ") { return "it holds other metrics" }
      guard expected.utf8.count > 65, found.utf8.count > 65, !expected.contains(argumentPrefix)
      else {
        return "it says '\(found)', expected '\(expected)'"
      }
      let (a, b) = (expected.split(separator: " "), found.split(separator: " "))
      return a[0] == b[0]
        ? "it has seed \(b.last ?? ""), expected \(a.last ?? "")"
        : "its scenario has the hash \(b[0].prefix(12))…, expected \(a[0].prefix(12))…"
    }
    return "it has \(theirs.count) lines of description, expected \(mine.count)"
  }
}
