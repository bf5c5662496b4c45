import Reports
import ScenarioFormat

/// The questions of `caseload new` on a terminal; an empty answer means that it is not known.
struct NewQuestions {
  private let context: CommandContext

  init(_ context: CommandContext) { self.context = context }

  /// Asks for everything that people may know.
  func ask(_ figures: inout OwnFigures) throws(CommandFailure) {
    context.errors.write(
      "What do you know of your organisation? Press Enter for what you do not know.\n")
    if let title = try text("Name of the organisation") {
      figures.title = title
      figures.name = SafeName.scenario(title)
    }
    figures.clients = try number("Clients in stock", whole: true).map { Int($0) }
    figures.fte = try number("Caseworkers, in full-time equivalents")
    figures.administrationShare = try share("Administration, % of working time")
    figures.newBenefits = try number("New benefits a year, returns included")
    figures.exitsToWork = try number("Exits to regular work a year")
    figures.exitsToSubsidised = try number("Exits to subsidised work a year")
    figures.exitsForOther = try number("Exits for other reasons a year")
    figures.groupShares = try shares(
      "Groups as you see them, % (\(OwnFigures.groupNames.joined(separator: " / ")))")
    for group in OwnFigures.groupNames {
      guard let days = try number("Days between planned contacts, \(group)") else { continue }
      figures.contactDays.append((group, days))
    }
    figures.restPolicy = try choice("Are some clients left alone for long, yes or no")
  }

  /// The answer to a question; `nil` when it is empty or there is nobody to answer.
  private func text(_ question: String) throws(CommandFailure) -> String? {
    context.errors.write("  \(question): ")
    if let code = context.interruption.exitCode {
      throw CommandFailure(code, ["stopped; nothing is written"])
    }
    guard let line = context.input?() else {
      context.errors.write("\n")
      return nil
    }
    let answer = line.drop(while: \.isWhitespace)
    var text = String(answer)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  /// Asks until the answer can be read.
  private func answer<Value>(
    _ question: String, _ expected: String, _ read: (String) -> Value?
  ) throws(CommandFailure) -> Value? {
    while let text = try text(question) {
      let thousands = NumberHint.thousands(inCount: text)
      if thousands == nil, let value = read(text) { return value }
      let hint = (thousands ?? NumberHint.hint(for: text)).map { "; " + $0 } ?? ""
      context.errors.write("    expected \(expected)\(hint)\n")
    }
    return nil
  }

  private func number(_ question: String, whole: Bool = false) throws(CommandFailure) -> Double? {
    try answer(question, whole ? "a whole number above 0" : "a number above 0") { text in
      Double(text).flatMap {
        $0.isFinite && $0 > 0 && $0 < 1e7 && (!whole || $0 == $0.rounded()) ? $0 : nil
      }
    }
  }

  private func share(_ question: String) throws(CommandFailure) -> Double? {
    try answer(question, "a percentage between 0 and 100, for example 22") { text in
      let plain = text.hasSuffix("%") ? String(text.dropLast()) : text
      return Double(plain.filter { $0 != " " }).flatMap {
        $0 > 0 && $0 < 100 ? ($0 < 1 ? $0 : ($0 * 100).rounded() / 10_000) : nil
      }
    }
  }

  private func shares(_ question: String) throws(CommandFailure) -> [Double] {
    try answer(question, "\(OwnFigures.groupNames.count) percentages that add up to 100") { text in
      try? NewCommand.shares(text.filter { $0 != "%" }, question)
    } ?? []
  }

  private func choice(_ question: String) throws(CommandFailure) -> Bool? {
    try answer(question, "yes or no") { text in
      ["yes", "y", "ja", "j"].contains(text.lowercased())
        ? true : ["no", "n", "nee"].contains(text.lowercased()) ? false : nil
    }
  }
}
