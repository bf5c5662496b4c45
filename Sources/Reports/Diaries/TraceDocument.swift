import CaseloadModel

/// A client who was looked for, if there is one.
package struct FoundExample: Sendable {
  /// What was looked for.
  package let example: InstructiveExample
  /// The client; `nil` when nobody shows it.
  package let client: Int?

  /// Makes a finding.
  package init(example: InstructiveExample, client: Int?) {
    self.example = example
    self.client = client
  }
}

/// What `caseload trace` prints: diaries of clients and weeks of workers.
package struct TraceDocument {
  /// The words in which it is told.
  package let words: DiaryWords
  private let title: String
  private let digest: String
  private let seed: UInt64
  private let replication: Int
  private let found: [FoundExample]
  private let diaries: [ClientDiary]
  private let weeks: [WorkerWeek]

  /// Makes a document.
  package init(
    _ words: DiaryWords, title: String, digest: String, seed: UInt64, replication: Int,
    found: [FoundExample], diaries: [ClientDiary], weeks: [WorkerWeek]
  ) {
    self.words = words
    self.title = title
    self.digest = digest
    self.seed = seed
    self.replication = replication
    self.found = found
    self.diaries = diaries
    self.weeks = weeks
  }

  private var isEnglish: Bool { words.language == .en }

  /// What is said of a week without work.
  private func nothing(in week: WorkerWeek) -> String {
    guard !week.isChosen else { return isEnglish ? "no work" : "geen werk" }
    return isEnglish
      ? "no work after the warm-up; --week DATE shows a week of the warm-up"
      : "geen werk na de aanloop; --week DATUM toont een week uit de aanloop"
  }

  /// The document as text.
  package var text: String {
    let replicationWord = isEnglish ? "replication" : "herhaling"
    let seedWord = isEnglish ? "seed" : "startgetal"
    var text = "\(title), \(replicationWord) \(replication), \(seedWord) \(seed)\n"
    for finding in found {
      let nobody = isEnglish ? "nobody" : "niemand"
      text +=
        "\(finding.example.rawValue) (\(finding.example.words[words.language])): "
        + (finding.client.map(words.client) ?? nobody) + "\n"
    }
    for diary in diaries { text += "\n\(words.client(diary.client))\n" + diary.text }
    for week in weeks {
      text += "\n\(words.worker(week.worker)), \(words.names.role(week.role))\n"
      text += week.isEmpty ? "  \(nothing(in: week))\n" : week.text(words)
    }
    return text
  }

  /// The document as JSON.
  package var json: String {
    var members: [(String, JSONValue)] = [
      ("format", .string("caseload-trace/1")),
      ("scenario", .object([("name", .string(title)), ("sha256", .string(digest))])),
      ("seed", .unsigned(seed)), ("replication", .integer(Int64(replication))),
    ]
    if !found.isEmpty {
      members.append(
        (
          "found",
          .array(
            found.map { finding in
              .object([
                ("condition", .string(finding.example.rawValue)),
                ("words", .string(finding.example.words[words.language])),
                ("client", finding.client.map { .integer(Int64($0)) } ?? .null),
              ])
            })
        ))
    }
    if !diaries.isEmpty { members.append(("clients", .array(diaries.map(\.json)))) }
    if !weeks.isEmpty { members.append(("workers", .array(weeks.map { $0.json(words) }))) }
    return JSONValue.object(members).text()
  }
}
