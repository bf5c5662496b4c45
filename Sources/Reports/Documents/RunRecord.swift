/// The circumstances of a run, for `run.json`: everything that does not belong in `results.json`.
package struct RunRecord: Sendable {
  /// The version of the program.
  package var version: String
  /// The commit from which the program was built, or "unknown".
  package var commit: String
  /// The name of the machine.
  package var host: String
  /// The moment at which the run started, in ISO 8601.
  package var start: String
  /// Wall-clock seconds.
  package var durationSeconds: Double
  /// Threads that were used.
  package var threads: Int
  /// The arguments of the command.
  package var arguments: [String]
  /// Events executed.
  package var events: Int
  /// Client-years simulated, warm-up included.
  package var clientYears: Double
  /// What the result is called: the scenario with its overrides.
  package var title = ""
  /// What the result answers; `nil` when nothing is kept.
  package var question: ResultQuestion?

  /// Makes a record.
  package init(
    version: String, commit: String, host: String, start: String, durationSeconds: Double,
    threads: Int, arguments: [String], events: Int, clientYears: Double
  ) {
    self.version = version
    self.commit = commit
    self.host = host
    self.start = start
    self.durationSeconds = durationSeconds
    self.threads = threads
    self.arguments = arguments
    self.events = events
    self.clientYears = clientYears
  }

  /// The record as the text of `run.json`.
  package var json: String {
    var asked: [(String, JSONValue)] = title.isEmpty ? [] : [("title", .string(title))]
    if let question {
      asked.append(("question", .string(question.text)))
      asked.append(("replications", .integer(Int64(question.replications))))
      if question.isPartial { asked.append(("partial", .boolean(true))) }
    }
    return JSONValue.object(
      [
        ("format", .string("caseload-run/1"))
      ] + asked + [
        ("version", .string(version)),
        ("commit", .string(commit)),
        ("host", .string(host)),
        ("start", .string(start)),
        ("durationSeconds", .finite(durationSeconds)),
        ("threads", .integer(Int64(threads))),
        ("arguments", .array(arguments.map { .string($0) })),
        ("events", .integer(Int64(events))),
        ("clientYears", .finite(clientYears)),
      ]
    ).text()
  }
}
