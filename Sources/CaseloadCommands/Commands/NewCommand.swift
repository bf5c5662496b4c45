import CaseloadModel
import Foundation
import Reports
import ScenarioFormat

/// `caseload new`: a scenario of one's own, from what people know of their organisation.
struct NewCommand {
  static let definition = CommandDefinition(
    name: "new", arguments: [],
    summary: "Makes a scenario of your own from the figures that you have.",
    details: [
      "Clients, fte, administration and contact policy become values of the scenario. Counts of a year, groups"
        + " and the spread of caseloads come about in the simulation: they become targets, which caseload fit"
        + " reproduces. What you leave out is as in the preset. On a terminal without options, it asks."
    ] + ScenarioPreset.allCases.map { "Preset \($0.rawValue): \($0.meaning)" },
    options: [
      preset.definition, name.definition, clients.definition, fte.definition,
      administration.definition, inflow.definition, exitsToWork.definition,
      exitsToSubsidised.definition, exitsForOther.definition, groups.definition,
      contact.definition, restPolicy.definition, caseloads.definition, output.definition,
      language.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in
      try NewCommand(arguments, context).run()
    })

  /// The clients that a scenario may have.
  private static var clientRange: ClosedRange<Int> {
    guard case .integer(let range)? = ParameterTable.parameter(at: "population.clients")?.shape
    else { preconditionFailure("population.clients is a whole number") }
    return range
  }

  private static let preset = OptionKey<ScenarioPreset>.choice(
    "--preset", "NAME", default: .municipality2014,
    "The starting point; municipality-2014 if not given.")
  private static let name = OptionKey<String?>.text(
    "--name", "NAME", "What the organisation is called; any script will do.")
  private static let clients = OptionKey<Int?>.whole(
    "--clients", "N", in: clientRange, "Clients in stock.")
  private static let fte = OptionKey<Double?>.positive(
    "--fte", "X", "Full-time equivalents of caseworkers.")
  private static let administration = OptionKey<Double?>.share(
    "--administration", "SHARE", from: 0, below: 1, expected: "a share above 0 and below 1",
    "The part of working time that goes to administration, for example 0.22.")
  private static let inflow = OptionKey<Double?>.positive(
    "--new-benefits", "N", "People who come in a year, those who return included.")
  private static let exitsToWork = OptionKey<Double?>.positive(
    "--exits-work", "N", "Exits to regular work a year.")
  private static let exitsToSubsidised = OptionKey<Double?>.positive(
    "--exits-subsidised", "N", "Exits to subsidised work a year.")
  private static let exitsForOther = OptionKey<Double?>.positive(
    "--exits-other", "N", "Exits for other reasons a year.")
  private static let groups = OptionKey<[Double]>(
    "--groups", "A,B,C", .word,
    "Shares of the stock per group as you see them, \(OwnFigures.groupNames.joined(separator: ", "))."
  ) { (texts, option) throws(CommandFailure) in
    guard let text = texts.first else { return [] }
    return try NewCommand.shares(text, option.name)
  }
  private static let contact = OptionKey<[(group: String, days: Double)]>(
    "--contact", "GROUP=DAYS", .word, repeats: true,
    "Days between planned contacts with clients of a group; may be repeated."
  ) { (texts, option) throws(CommandFailure) in
    var result: [(group: String, days: Double)] = []
    for text in texts {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, OwnFigures.groupNames.contains(parts[0]),
        let days = Double(parts[1]), days >= 1, days <= 36_500
      else {
        throw .usage(
          "option '\(option.name)' expects GROUP=DAYS with a group of"
            + " \(OwnFigures.groupNames.joined(separator: ", ")), found '\(text)'")
      }
      if result.contains(where: { $0.group == parts[0] }) {
        throw .usage("option '\(option.name)': '\(parts[0])' is given twice")
      }
      result.append((parts[0], days))
    }
    return result
  }
  private static let restPolicy = OptionKey<String?>.text(
    "--rest-policy", "yes|no", kind: .choice(["yes", "no"]),
    "Whether some clients are left alone for long.")
  private static let caseloads = OptionKey<(low: Double, high: Double)?>(
    "--caseloads", "LOW:HIGH", .word,
    "The caseloads that a tenth and nine tenths of workers stay below."
  ) { (texts, option) throws(CommandFailure) in
    guard let text = texts.first else { return nil }
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).compactMap {
      Double($0)
    }
    guard ends.count == 2, ends[0] > 0, ends[0] < ends[1], ends[1] < 1e5 else {
      throw .usage("option '\(option.name)' expects LOW:HIGH, the lower one first, found '\(text)'")
    }
    return (ends[0], ends[1])
  }
  private static let language = Options.language.explained(
    "The language of the questions and of the description: nl or en; en if not given.")
  private static let output = OptionKey<String?>.text(
    "--output", "FILE", kind: .file, "Writes the scenario to a file, which must not exist yet."
  ).short("-o")

  /// Shares that add up to 1, or percentages that add up to 100.
  static func shares(_ text: String, _ option: String) throws(CommandFailure) -> [Double] {
    let separators: Set<Character> = [",", "/", " ", ";"]
    let parts = text.split { separators.contains($0) }
    let values = parts.compactMap { Double($0) }
    let sum = values.reduce(0, +)
    guard values.count == parts.count, values.count == OwnFigures.groupNames.count,
      values.allSatisfy({ $0 >= 0 }), abs(sum - 1) < 1e-6 || abs(sum - 100) < 1e-4
    else {
      throw .usage(
        "option '\(option)' expects \(OwnFigures.groupNames.count) shares that add up to 1, or percentages"
          + " that add up to 100, found '\(text)'", hint: "for example 0.30,0.45,0.25")
    }
    var shares = values.map { (sum > 2 ? $0 / 100 : $0) }.map { ($0 * 1e9).rounded() / 1e9 }
    // The largest takes what rounding left, so that the shares add up.
    let largest = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    let others = shares.indices.filter { $0 != largest }.reduce(0) { $0 + shares[$1] }
    shares[largest] = ((1 - others) * 1e9).rounded() / 1e9
    return shares
  }

  private let context: CommandContext
  private var figures: OwnFigures
  private let asks: Bool
  private let language: PageLanguage
  private let path: String?

  private init(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    let title = try arguments[NewCommand.name]
    if title == "" { throw .usage("option '--name' needs a name") }
    var figures = OwnFigures(
      preset: try arguments[NewCommand.preset], name: SafeName.scenario(title), title: title)
    figures.clients = try arguments[NewCommand.clients]
    figures.fte = try arguments[NewCommand.fte]
    figures.administrationShare = try arguments[NewCommand.administration]
    figures.newBenefits = try arguments[NewCommand.inflow]
    figures.exitsToWork = try arguments[NewCommand.exitsToWork]
    figures.exitsToSubsidised = try arguments[NewCommand.exitsToSubsidised]
    figures.exitsForOther = try arguments[NewCommand.exitsForOther]
    figures.groupShares = try arguments[NewCommand.groups]
    figures.contactDays = try arguments[NewCommand.contact]
    switch try arguments[NewCommand.restPolicy] {
    case nil: break
    case "yes": figures.restPolicy = true
    case "no": figures.restPolicy = false
    case .some(let word):
      throw .usage("option '--rest-policy' expects yes or no, found '\(word)'")
    }
    figures.caseloads = try arguments[NewCommand.caseloads]
    self.figures = figures
    path = try arguments[NewCommand.output]
    language = try arguments[NewCommand.language]
    self.figures.isDutch = language == .nl
    let questions = [
      ["new"], ["new", "--language", language.rawValue],
      ["new", "--language=\(language.rawValue)"],
    ]
    asks = context.input != nil && questions.contains(context.arguments)
  }

  private func run() throws(CommandFailure) -> ExitCode {
    var figures = figures
    if asks { try NewQuestions(context, language).ask(&figures) }
    let text = figures.scenarioText
    let document = ScenarioDocument.read(Array(text.utf8), path: "<new>")
    context.errors.write(DiagnosticRenderer.terminal(document.diagnostics))
    guard !document.hasErrors else { return .usage }
    let path = path ?? (asks ? NewCommand.freePath(for: figures.name) : nil)
    guard let path else {
      context.output.write(text)
      return .success
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(
        .cannotWrite, ["'\(path)' exists and stays as it is"], hint: "name another file by --output"
      )
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw CommandFailure(.cannotWrite, ["'\(path)' cannot be written"])
    }
    context.report(note: NewText.written.words.filled(in: language, path))
    let next = document.scenario?.targets.isEmpty == false ? "fit" : "run"
    context.report(note: NewText.next.words.filled(in: language, path, next))
    return .success
  }

  /// The first file name for a scenario that is not taken.
  private static func freePath(for name: String) -> String {
    var path = name + ".json"
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = "\(name)-\(number).json"
      number += 1
    }
    return path
  }
}

/// Names of scenarios and files from names as people write them.
enum SafeName {
  private static let fallback = "own-organisation"
  private static let limit = 60

  /// A name of letters, digits, hyphens and dots, which is never that of a shipped scenario.
  ///
  ///     SafeName.scenario("Súdwest-Fryslân")  // "Sudwest-Fryslan"
  static func scenario(_ title: String?) -> String {
    let latin = (title ?? "").applyingTransform(.toLatin, reverse: false) ?? title ?? ""
    let plain = latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin
    var name = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": name.unicodeScalars.append(scalar)
      case "ø", "Ø": name += scalar == "ø" ? "o" : "O"
      case "ł", "Ł": name += scalar == "ł" ? "l" : "L"
      case "ß": name += "ss"
      case "æ", "Æ": name += scalar == "æ" ? "ae" : "Ae"
      default: if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
      }
      if name.utf8.count >= limit { break }
    }
    while name.hasSuffix("-") { name.removeLast() }
    if name.isEmpty { return fallback }
    let isShipped = ScenarioPreset.allCases.contains { $0.rawValue == name.lowercased() }
    return isShipped ? "own-" + name : name
  }
}
