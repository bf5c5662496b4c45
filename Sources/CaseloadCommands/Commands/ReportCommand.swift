import CaseloadModel
import Foundation
import Reports
import ScenarioFormat

/// `caseload report`: one page in HTML about folders of results.
enum ReportCommand {
  static let definition = CommandDefinition(
    name: "report", arguments: [ArgumentDefinition("RESULT", 1...Int.max, .folder)],
    summary: "Writes results as one HTML page that people read and print.",
    details: [
      "RESULT is a folder that run, compare, sweep, sensitivity, optimise, fit or validate-model wrote. "
        + "Several stand below one another on the page, in the order given.",
      "The page is one file that opens without a network and runs no script: a headline in plain words "
        + "with its uncertainty, what was assumed, charts with their figures, and what anybody needs to run "
        + "it again. The same results give the same bytes.",
      "--find and --client add diaries of clients to a run: what happened to them, why, and which figures it "
        + "moved, as caseload trace tells it. The replication is simulated again for them, from the "
        + "scenario.json of the result.",
      "A folder that is no result, is damaged, or is of another version of the program is told, and then "
        + "nothing is written. A file that is no report is never replaced.",
    ],
    options: [
      language.definition, metric.definition, TraceCommand.find.definition,
      TraceCommand.clients.definition, TraceCommand.replication.definition, output.definition,
      Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in try run(arguments, context) })

  private static let language = Options.language.explained(
    "The language of the page: nl or en; en if not given.")
  /// The figure that the headlines of a page are about.
  static let metric = OptionKey<Metric>(
    "--metric", "METRIC", .metric,
    "The figure that headlines are about; unseen.6m.share if not given."
  ) { (texts, option) throws(CommandFailure) in
    guard let id = texts.first else { return .unseen6m }
    return try CommandFailure.metric(id: id)
  }
  private static let output = OptionKey<String?>.text(
    "--output", "FILE", kind: .file,
    "The file of the page, or - for standard output; report.html if not given."
  ).short("-o")

  private static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) -> ExitCode {
    let language = try arguments[ReportCommand.language]
    let metric = try arguments[ReportCommand.metric]
    let file = try arguments[output] ?? "report.html"
    let quiet = try arguments[Options.quiet]
    guard !file.isEmpty else { throw .usage("option '--output' needs the name of a file") }
    if file != "-" { try check(file) }
    var studies: [StoredStudy] = []
    var problems: [String] = []
    for folder in arguments.positional {
      do throws(StoredResultError) {
        studies.append(
          try StoredStudy(folder: folder, version: ProgramVersion.current, metric: metric))
      } catch {
        problems.append("'\(error.path)' \(error.problem)")
      }
    }
    guard problems.isEmpty else { throw CommandFailure(.missingInput, problems) }
    try follow(&studies, arguments, language, context)
    let page = ReportPage(
      studies, language: language, metric: metric, version: ProgramVersion.current)
    guard file != "-" else {
      context.output.write(page.html)
      return .success
    }
    try CommandFailure.writing { () throws(ResultFolder.WriteError) in
      try TextFile.write(page.html, to: file)
    }
    if !quiet { context.report(note: "the report is in \(file)") }
    return .success
  }

  /// Adds the diaries that are asked for to the runs among the results.
  private static func follow(
    _ studies: inout [StoredStudy], _ arguments: ParsedArguments, _ language: PageLanguage,
    _ context: CommandContext
  ) throws(CommandFailure) {
    let clients = try arguments[TraceCommand.clients]
    let examples = try arguments[TraceCommand.find]
    let replication = try arguments[TraceCommand.replication]
    guard !clients.isEmpty || !examples.isEmpty else {
      guard replication == nil else {
        throw .usage("option '--replication' has no meaning without '--client' or '--find'")
      }
      return
    }
    guard studies.contains(where: { $0.traced != nil }) else {
      throw .usage(
        "options '--client' and '--find' need the result of a run of one organisation, with its scenario.json"
      )
    }
    for place in studies.indices {
      guard let run = studies[place].traced else { continue }
      try CommandFailure.checkReplication(
        replication ?? 0, of: run.scenario, planned: run.replications)
      let trace = ReplicationTrace(
        LoadedScenario(
          path: studies[place].path + "/scenario.json", scenario: run.scenario, digest: run.digest),
        seed: run.seed, replication: replication ?? 0, context)
      let found = try trace.find(examples)
      studies[place].diaries = ReportedDiaries(
        replication: replication ?? 0, found: found,
        diaries: try trace.diaries(of: clients, and: found, language))
    }
  }

  /// Checks that the file can be written, and that nothing but an older report is lost by it.
  static func check(_ file: String) throws(CommandFailure) {
    try CommandFailure.writing { () throws(ResultFolder.WriteError) in
      try TextFile.checkWritable(file)
    }
    guard FileManager.default.fileExists(atPath: file) else { return }
    guard TextFile.read(file).map(ReportPage.isOwn) == true else {
      throw CommandFailure(
        .cannotWrite, ["'\(file)' is there already and is no report; it is not replaced"],
        hint: "give another name with --output")
    }
  }
}
