import CaseloadModel

/// What a journal belongs to: a journal is resumed by the very same work only.
///
/// The number of replications is no part of it, so a run that was stopped can be resumed with more.
public struct JournalIdentity: Sendable, Equatable {
  /// The command that does the work, for example "sweep".
  public let command: String
  /// The name of the scenario, or of the first one.
  public let name: String
  /// The version of the program.
  public let version: String
  /// Whether the monthly series of replications are kept.
  public let keepsSeries: Bool
  /// SHA-256 of the resolved scenario and seed of every experiment.
  private let experiments: [String]

  /// Makes the identity of the work on some experiments.
  public init(
    command: String, name: String, version: String, keepsSeries: Bool, experiments: [Experiment]
  ) {
    self.command = command
    self.name = name
    self.version = version
    self.keepsSeries = keepsSeries
    self.experiments = experiments.map { "\($0.digest) \($0.seed)" }
  }

  /// The name of the format; its number rises when records change.
  static let format = "caseload-journal/1"

  /// The identity as lines of text, which lead the journal.
  var header: String {
    var lines = [
      JournalIdentity.format, "command \(command)", "version \(version)",
      "metrics \(Metric.allCases.map(\.id).joined(separator: " "))",
      "series \(keepsSeries ? "kept" : "left out")", "experiments \(experiments.count)",
    ]
    lines += experiments
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
  public var fileName: String {
    // Algorithm: FNV-1a with 64 bits (Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in header.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    return "\(stem).\(padding)\(digits).journal"
  }

  /// What tells the header of another journal from this identity, in words.
  func difference(from other: String) -> String {
    let mine = header.split(separator: "\n")
    let theirs = other.split(separator: "\n")
    guard theirs.first == mine.first else {
      return "it has the format '\(theirs.first ?? "")', expected '\(JournalIdentity.format)'"
    }
    for (expected, found) in zip(mine.dropFirst(), theirs.dropFirst()) where expected != found {
      if expected.hasPrefix("metrics ") { return "it holds other metrics" }
      guard expected.utf8.count > 65, found.utf8.count > 65 else {
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
