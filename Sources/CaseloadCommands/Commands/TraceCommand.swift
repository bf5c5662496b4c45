import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat
import SimulationKernel

/// `caseload trace`: the diaries of clients and workers of one replication.
struct TraceCommand {
  static let definition = CommandDefinition(
    name: "trace", arguments: [ArgumentDefinition("SCENARIO", 1...1, .file)],
    summary: "Tells what happened to one client or worker of a replication, and why.",
    details: [
      "The diary of a client tells what happened, why (which rule, which parameter, how many go before), "
        + "and how it moved what is true and what the organisation knows. Clients are numbered from 1: "
        + "those of the initial stock first, then applicants in order of time.",
      "--find picks a client who shows something: "
        + InstructiveExample.allCases.map { "\($0.rawValue) (\($0.words[.en]))" }.joined(
          separator: ", ") + "; or examples, for one of each.",
      "The diary of a worker tells one week: every stretch of work, absence, and what came in. --svg "
        + "draws it as a time line.",
      "Of a sector it takes --organisation NAME; clients and workers are numbered within it.",
    ],
    options: [
      clients.definition, find.definition, workers.definition, week.definition, svg.definition,
      replication.definition, organisation.definition, Options.seed.definition,
      Options.set.definition, form.definition,
      Options.language.explained("The language of the diary: nl or en; en if not given.")
        .definition,
      Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      try TraceCommand(arguments, context).run()
    })

  /// What is printed.
  enum Form: String, CaseIterable, Sendable { case text, json }

  static let clients = OptionKey<[Int]>.numbers(
    "--client", "N", "A client to tell of; may be repeated.")
  private static let workers = OptionKey<[Int]>.numbers(
    "--worker", "N", "A worker to tell of; may be repeated.")
  static let find = OptionKey<[InstructiveExample]>(
    "--find", "CONDITION", .choice(InstructiveExample.allCases.map(\.rawValue) + ["examples"]),
    repeats: true, "Picks a client who shows something; may be repeated."
  ) { (texts, option) throws(CommandFailure) in
    var found: [InstructiveExample] = []
    for text in texts {
      if text == "examples" {
        found += InstructiveExample.allCases
        continue
      }
      guard let example = InstructiveExample(rawValue: text) else {
        let all = InstructiveExample.allCases.map(\.rawValue) + ["examples"]
        throw .usage(
          "option '\(option.name)' expects \(all.joined(separator: ", ")), found '\(text)'",
          hint: CommandFailure.hint(for: text, among: all))
      }
      found.append(example)
    }
    return found
  }
  private static let week = OptionKey<CivilDate?>(
    "--week", "DATE", .word,
    "A day of the week of a worker, as YYYY-MM-DD; the first one with work after the warm-up if not"
      + " given."
  ) { (texts, option) throws(CommandFailure) in
    guard let text = texts.first else { return nil }
    guard let date = CivilDate(isoText: text) else {
      throw .usage("option '\(option.name)' expects a date as YYYY-MM-DD, found '\(text)'")
    }
    return date
  }
  private static let svg = OptionKey<String?>.text(
    "--svg", "FILE", kind: .file, "Draws the week of the worker as a time line in a file.")
  static let replication = OptionKey<Int?>.whole(
    "--replication", "K", in: 0...(Options.mostReplications - 1),
    "The replication, from 0; 0 if not given.")
  private static let organisation = OptionKey<String?>.text(
    "--organisation", "NAME", "The organisation, when the scenario is a sector.")
  private static let form = OptionKey<Form>.choice(
    "--format", "FORMAT", default: .text, "What is printed: text or json; text if not given.")

  private let context: CommandContext
  private let path: String
  private let overrides: [String]
  private let quiet: Bool
  private let clients: [Int]
  private let workers: [Int]
  private let examples: [InstructiveExample]
  private let week: CivilDate?
  private let svg: String?
  private let seed: UInt64?
  private let replication: Int
  private let organisation: String?
  private let form: Form
  private let language: PageLanguage

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    path = arguments.positional[0]
    overrides = try arguments[Options.set]
    quiet = try arguments[Options.quiet]
    clients = try arguments[TraceCommand.clients]
    workers = try arguments[TraceCommand.workers]
    examples = try arguments[TraceCommand.find]
    week = try arguments[TraceCommand.week]
    svg = try arguments[TraceCommand.svg]
    seed = try arguments[Options.seed]
    replication = try arguments[TraceCommand.replication] ?? 0
    organisation = try arguments[TraceCommand.organisation]
    form = try arguments[TraceCommand.form]
    language = try arguments[Options.language]
    guard !clients.isEmpty || !workers.isEmpty || !examples.isEmpty else {
      throw .usage("'caseload trace' needs --client N, --worker N or --find CONDITION")
    }
    guard week == nil || !workers.isEmpty else {
      throw .usage("option '--week' has no meaning without '--worker'")
    }
    guard svg == nil || workers.count == 1 else {
      throw .usage("option '--svg' needs one '--worker'")
    }
  }

  private func run() throws(CommandFailure) -> ExitCode {
    let whole = try LoadedScenario.load([path], overrides: overrides, quiet: quiet, context)[0]
    try CommandFailure.checkReplication(replication, of: whole.scenario)
    let (loaded, seed) = try chosen(of: whole)
    if let svg {
      try CommandFailure.checkOutput(svg, of: "--svg", isNot: path)
      try CommandFailure.writing { () throws(ResultFolder.WriteError) in
        try TextFile.checkWritable(svg)
      }
    }
    let trace = ReplicationTrace(
      loaded, seed: seed, replication: replication, context)
    let found = try trace.find(examples)
    let diaries = try trace.diaries(of: clients, and: found, language)
    let weeks = try trace.weeks(of: workers, in: week)
    for week in weeks where !week.knowsWorker {
      throw CommandFailure(
        .missingInput,
        [
          "there is no worker \(week.worker) in replication \(replication) of '\(path)':"
            + " workers 1 to \(trace.lastWorker) worked there"
        ])
    }
    let document = TraceDocument(
      DiaryWords(loaded.scenario, language), title: loaded.title, digest: loaded.digest,
      seed: trace.seed, replication: replication, found: found, diaries: diaries, weeks: weeks)
    if let svg, let week = weeks.first {
      guard week.isChosen else {
        throw CommandFailure(
          .missingInput,
          ["worker \(week.worker) did no work after the warm-up, so that there is no week to draw"],
          hint: "'--week DATE' chooses one of the warm-up")
      }
      try CommandFailure.writing { () throws(ResultFolder.WriteError) in
        try TextFile.write(week.svg(document.words), to: svg)
      }
    }
    context.output.write(form == .json ? document.json : document.text)
    return .success
  }
}

extension TraceCommand {
  /// What is traced with its seed: the scenario itself, or one organisation of a sector as the sector runs it.
  private func chosen(
    of loaded: LoadedScenario
  ) throws(CommandFailure) -> (LoadedScenario, seed: UInt64) {
    let study = seed ?? loaded.scenario.seed
    guard let sector = loaded.sector else {
      guard organisation == nil else {
        throw .usage("option '--organisation' takes a sector, and '\(loaded.path)' is none")
      }
      return (loaded, study)
    }
    guard let name = organisation else {
      throw .usage(
        "'\(loaded.path)' is a sector of \(sector.organisations.count) organisations, and one of them can be traced",
        hint: sector.organisations.first.map { "for example --organisation '\($0.name)'" })
    }
    let found = try CommandFailure.organisation(name, of: sector, at: loaded.path)
    let chosen = LoadedScenario(
      path: loaded.path, scenario: found.scenario, digest: loaded.digest,
      overrides: loaded.overrides)
    return (chosen, found.seed(in: study))
  }
}

extension CommandFailure {
  /// Checks that a file to be written is not the scenario that it is made from.
  static func checkOutput(
    _ path: String, of option: String, isNot input: String
  ) throws(CommandFailure) {
    func place(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    guard place(path) == place(input) else { return }
    throw .usage("option '\(option)' would write over the scenario '\(input)'")
  }

  /// Checks that a replication is one of those that a scenario plans.
  static func checkReplication(
    _ replication: Int, of scenario: Scenario, planned: Int? = nil
  ) throws(CommandFailure) {
    let planned = planned ?? scenario.replications
    guard replication >= planned else { return }
    throw .usage(
      "replication \(replication) is beyond the plan: the scenario '\(scenario.name)' has"
        + " replications 0 to \(planned - 1)")
  }
}

extension OptionKey where Value == [Int] {
  /// Numbers from 1 of an option that may be repeated.
  static func numbers(_ name: String, _ valueName: String, _ summary: String) -> OptionKey {
    OptionKey(name, valueName, .word, repeats: true, summary) {
      (texts, option) throws(CommandFailure) in
      var numbers: [Int] = []
      for text in texts {
        guard let number = Int(text), number >= 1 else {
          throw .usage("option '\(option.name)' expects a whole number from 1, found '\(text)'")
        }
        if !numbers.contains(number) { numbers.append(number) }
      }
      return numbers
    }
  }
}
