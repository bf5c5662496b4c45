import Reports
import ScenarioFormat

/// The questions of `caseload new` on a terminal; an empty answer means that it is not known.
struct NewQuestions {
  private let context: CommandContext
  private let language: PageLanguage

  init(_ context: CommandContext, _ language: PageLanguage) {
    self.context = context
    self.language = language
  }

  private func words(_ text: NewText, _ values: String...) -> String {
    text.words.filled(in: language, values)
  }

  /// Asks for everything that people may know.
  func ask(_ figures: inout OwnFigures) throws(CommandFailure) {
    context.errors.write(words(.intro) + "\n")
    if let title = try text(words(.name)) {
      figures.title = title
      figures.name = SafeName.scenario(title)
    }
    figures.clients = try number(words(.clients), whole: true).map { Int($0) }
    figures.fte = try number(words(.fte))
    figures.administrationShare = try share(words(.administration))
    figures.newBenefits = try number(words(.inflow))
    figures.exitsToWork = try number(words(.exitsWork))
    figures.exitsToSubsidised = try number(words(.exitsSubsidised))
    figures.exitsForOther = try number(words(.exitsOther))
    figures.groupShares = try shares(
      words(.groups, OwnFigures.groupNames.map(shown).joined(separator: " / ")))
    for group in OwnFigures.groupNames {
      guard let days = try number(words(.contact, shown(group))) else { continue }
      figures.contactDays.append((group, days))
    }
    figures.restPolicy = try choice(words(.rest))
  }

  /// A group as people of the language call it.
  private func shown(_ group: String) -> String { GroupWords.name(group, in: language) }

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
      context.errors.write("    \(words(.expected, expected))\(hint)\n")
    }
    return nil
  }

  private func number(_ question: String, whole: Bool = false) throws(CommandFailure) -> Double? {
    try answer(question, words(whole ? .wholeNumber : .number)) { text in
      Double(text).flatMap {
        $0.isFinite && $0 > 0 && $0 < 1e7 && (!whole || $0 == $0.rounded()) ? $0 : nil
      }
    }
  }

  private func share(_ question: String) throws(CommandFailure) -> Double? {
    try answer(question, words(.percentage)) { text in
      let plain = text.hasSuffix("%") ? String(text.dropLast()) : text
      return Double(plain.filter { $0 != " " }).flatMap {
        $0 > 0 && $0 < 100 ? ($0 < 1 ? $0 : ($0 * 100).rounded() / 10_000) : nil
      }
    }
  }

  private func shares(_ question: String) throws(CommandFailure) -> [Double] {
    try answer(question, words(.percentages, "\(OwnFigures.groupNames.count)")) { text in
      try? NewCommand.shares(text.filter { $0 != "%" }, question)
    } ?? []
  }

  private func choice(_ question: String) throws(CommandFailure) -> Bool? {
    try answer(question, words(.yesOrNo)) { text in
      ["yes", "y", "ja", "j"].contains(text.lowercased())
        ? true : ["no", "n", "nee"].contains(text.lowercased()) ? false : nil
    }
  }
}
