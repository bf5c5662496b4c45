import CaseloadModel

extension ScenarioText {
  /// All keys by section, with their defaults.
  public static func overview() -> String { ExplainText.overview() }

  /// Explains a key, a section, the code of a message or a fact of the evidence; `evidence` lists all facts.
  ///
  /// Returns `nil` for a topic that does not exist; `search(_:among:)` then finds topics by words, and
  /// `suggestion(for:among:)` a near one.
  public static func explain(_ topic: String) -> String? {
    if let code = DiagnosticCode(rawValue: topic) { return ExplainText.code(code) }
    if topic == "evidence" { return EvidenceText.page() }
    if let evidence = EvidenceTable.evidence(id: topic) {
      return EvidenceText.explanation(evidence)
    }
    return ExplainText.key(topic)
  }

  /// The facts with which a metric is compared, as rows of its explanation; empty when there are none.
  public static func evidence(forMetric id: String) -> String {
    EvidenceText.rows(EvidenceTargets.evidence(forMetric: id))
  }

  /// The nearest topic that can be explained, or the nearest of the caller's own, if one is near.
  public static func suggestion(for topic: String, among others: [String] = []) -> String? {
    let paths = (ParameterTable.entries + SectorTable.entries).map(\.path)
    let words = EvidenceTable.all.map { $0.id } + Synonym.all.map { $0.word }
    let topics = paths + others + DiagnosticCode.allCases.map(\.rawValue) + words
    let plain = topic.replacing("[]", with: "").lowercased()
    if let same = topics.first(where: { $0.lowercased() == plain }) { return same }
    if let near = Suggestion.nearest(to: topic, among: byLength(topics, of: topic)) { return near }
    let last = topic.split(separator: ".").last.map(String.init) ?? topic
    return paths.first { $0.hasSuffix("." + last) }
  }

  /// Topics as long as a word and longer, then the shorter ones, the nearest in length first.
  ///
  /// The beginning of a word counts as near, so that `staffing` would win from `staffing.skillSpread`
  /// for `staffing.skilSpread` if it came first.
  private static func byLength(_ topics: [String], of word: String) -> [String] {
    let length = word.utf8.count
    var ranked: [(isShorter: Bool, distance: Int, place: Int)] = []
    for (place, topic) in topics.enumerated() {
      let distance = topic.utf8.count - length
      ranked.append((isShorter: distance < 0, distance: abs(distance), place: place))
    }
    ranked.sort { a, b in
      if a.isShorter != b.isShorter { return b.isShorter }
      return a.distance == b.distance ? a.place < b.place : a.distance < b.distance
    }
    return ranked.map { topics[$0.place] }
  }

  /// The reference page of all parameters, in Markdown.
  public static func reference() -> String {
    var text = "# Scenario parameters\n"
    let defaults = Binding.snapshot(Scenario(), ParameterTable.bindings)
    let plain = zip(ParameterTable.parameters, defaults.children).filter(\.0.isLeaf)
    text += "\n## General\n\n" + ExplainText.table(plain.map { ($0, $0.key, $1) })
    for (parameter, value) in zip(ParameterTable.parameters, defaults.children)
    where !parameter.isLeaf {
      text += "\n## \(parameter.key)\n\n\(parameter.meaning)\n\n"
      text += ExplainText.table(ExplainText.leaves(parameter, value, path: ""))
    }
    return text
  }
}

/// Writes explanations.
enum ExplainText {
  /// How firmly the value is known and by which evidence, for example
  /// "given; E-086 (Arbeidsinspectie 2024, lines 40-41)".
  static func source(_ parameter: Parameter) -> String {
    guard parameter.status != .descriptive else { return "" }
    guard !parameter.evidence.isEmpty else { return parameter.status.rawValue }
    return "\(parameter.status.rawValue); \(EvidenceText.citations(parameter.evidence))"
  }

  /// The values that a parameter takes, in words.
  static func range(_ shape: Parameter.Shape) -> String {
    switch shape {
    case .number(let bounds): bounds.text
    case .integer(let range): "whole, from \(range.lowerBound) to \(range.upperBound)"
    case .seed: "whole, from 0 to \(UInt64.max)"
    case .flag: "true or false"
    case .text(let limit): "text of at most \(limit) characters"
    case .texts(let limit): "texts of at most \(limit) characters each"
    case .name: "name of 1 to \(Names.longest) letters, digits, hyphens and underscores"
    case .groupName: "name of a group of population.groups"
    case .date: "day as YYYY-MM-DD from \(ParameterTable.firstYear) to \(ParameterTable.lastYear)"
    case .choice(let words): words.joined(separator: ", ")
    case .changes: "object of key paths with values"
    case .section: "object"
    case .list: "array of objects, merged by name"
    }
  }

  static func statusText(_ status: Parameter.Status) -> String {
    switch status {
    case .given: "given by the evidence"
    case .calibrated: "set so that published figures are reproduced"
    case .free: "open in the evidence, so it is varied"
    case .assumption: "an assumption"
    case .chosen: "chosen for the run"
    case .descriptive: "descriptive"
    }
  }

  /// The ids of the evidence, or that there is none and what the default is instead.
  static func sourceText(_ parameter: Parameter) -> String {
    guard parameter.evidence.isEmpty else { return parameter.evidence.joined(separator: ", ") }
    return switch parameter.status {
    case .given, .chosen, .descriptive: "none: a choice of the user"
    case .calibrated: "none: set by calibration"
    case .free: "none: the evidence leaves it open, to be varied"
    case .assumption: "none: an assumption of the model, to be varied"
    }
  }

  /// Whether a dated change may set a parameter, and for whom the new value then holds.
  static func changeText(_ change: Parameter.Change) -> String {
    switch change {
    case .fixed: "no change on a date: it holds for the whole run"
    case .newcomers:
      "may change on a date, for what comes after it (clients who come in, workers who are hired, "
        + "what is begun, noted or agreed); what was there before keeps the old value"
    case .anyTime: "may change on a date, at once for all that it touches"
    }
  }

  static func code(_ code: DiagnosticCode) -> String {
    "\(code.rawValue) (\(code.severity.rawValue))\n\n" + wrapped(code.explanation, indent: "  ")
  }

  /// Explains a key or a section; names of list elements may stand in the path.
  static func key(_ topic: String) -> String? {
    let keys = topic.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var parameters = ParameterTable.parameters + [SectorTable.parameter]
    var values =
      Binding.snapshot(Scenario(), ParameterTable.bindings).children + [SectorTable.defaults]
    var index = 0
    // Without the names of list elements.
    var plainPath: [String] = []
    while index < keys.count {
      guard let place = parameters.firstIndex(where: { $0.key == keys[index] }) else { return nil }
      let (parameter, value) = (parameters[place], values[place])
      plainPath.append(keys[index])
      index += 1
      var current = value
      if case .list(let children, let template) = parameter.shape {
        let named = index < keys.count ? named(keys[index], in: value) : nil
        if named != nil { index += 1 }
        current = named ?? template
        if index == keys.count {
          return section(topic, parameter, children, named.map { [$0] } ?? value.children)
        }
      }
      if index == keys.count {
        if case .section(let children) = parameter.shape {
          return section(topic, parameter, children, [value])
        }
        let moves = ParameterEffects.sentence(for: plainPath.joined(separator: "."))
        return leaf(topic, parameter, value, keys) + EvidenceText.rows(parameter.evidence)
          + (moves.map { row("moves", $0) } ?? "")
      }
      parameters = parameter.children
      values = current.children
    }
    return nil
  }

  private static func named(_ name: String, in list: Setting) -> Setting? {
    list.children.first { Setting.elementName($0) == name }
  }

  private static func leaf(
    _ path: String, _ parameter: Parameter, _ value: Setting, _ keys: [String]
  ) -> String {
    var text = "\(path)\n\n" + wrapped(parameter.meaning, indent: "  ") + "\n"
    func row(_ label: String, _ content: String) {
      text += ExplainText.row(label, content)
    }
    if !parameter.unit.isEmpty { row("unit", parameter.unit) }
    row("range", range(parameter.shape))
    row("default", defaults(path, keys, value))
    if parameter.status != .descriptive { row("status", statusText(parameter.status)) }
    row("source", sourceText(parameter))
    if let change = parameter.change { row("dated", changeText(change)) }
    return text
  }

  /// A label with what it stands for, in as many lines as that takes.
  static func row(_ label: String, _ content: String) -> String {
    let indent = String(repeating: " ", count: 12)
    let lead = "  \(label)\(String(repeating: " ", count: 10 - label.count))"
    return lead + wrapped(content, indent: indent).dropFirst(indent.count)
  }

  /// The default, or those of all elements of the default list when the path names none.
  private static func defaults(_ path: String, _ keys: [String], _ value: Setting) -> String {
    let own = value.leafText ?? ""
    guard keys.count >= 2 else { return own }
    let list = keys.dropLast().joined(separator: ".")
    let defaults = Binding.snapshot(Scenario(), ParameterTable.bindings)
    guard let (parameter, elements) = find(list, defaults),
      case .list(let children, _) = parameter.shape,
      let index = children.firstIndex(where: { $0.key == keys[keys.count - 1] })
    else { return own }
    // Without elements there is the value that a new one starts with.
    guard !elements.children.isEmpty else { return own + " (of a new element)" }
    return elements.children.map { element in
      "\(element.children[index].leafText ?? "") (\(Setting.elementName(element)))"
    }.joined(separator: ", ")
  }

  private static func find(_ path: String, _ defaults: Setting) -> (Parameter, Setting)? {
    var parameters = ParameterTable.parameters
    var values = defaults.children
    var result: (Parameter, Setting)?
    for key in path.split(separator: ".") {
      guard let index = parameters.firstIndex(where: { $0.key == key }), index < values.count else {
        return nil
      }
      result = (parameters[index], values[index])
      parameters = parameters[index].children
      values = values[index].children
    }
    return result
  }

  private static func section(
    _ path: String, _ parameter: Parameter, _ children: [Parameter], _ values: [Setting]
  ) -> String {
    var text = "\(path)\n\n" + wrapped(parameter.meaning, indent: "  ") + "\n"
    for (index, child) in children.enumerated() {
      let texts = values.compactMap { $0.children[index].leafText }
      text += summary(child, texts.joined(separator: ", "), indent: "  ")
    }
    return text
  }

  private static func summary(_ parameter: Parameter, _ value: String, indent: String) -> String {
    let label = indent + parameter.key
    let padding = String(repeating: " ", count: max(2, 34 - label.count))
    var detail = parameter.meaning
    if !value.isEmpty, parameter.isLeaf { detail += " [\(shortened(value))]" }
    return label + padding + detail + "\n"
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }

  /// All keys by section.
  static func overview() -> String {
    let defaults = Binding.snapshot(Scenario(), ParameterTable.bindings)
    var text = "Scenario keys, with defaults in brackets\n\n"
    for (parameter, value) in zip(ParameterTable.parameters, defaults.children)
    where parameter.isLeaf {
      text += summary(parameter, value.leafText ?? "", indent: "  ")
    }
    for (parameter, value) in zip(ParameterTable.parameters, defaults.children)
    where !parameter.isLeaf {
      text += "\n  \(parameter.key): \(parameter.meaning)\n"
      text += members(parameter.children, value.children, indent: "    ")
    }
    return text
  }

  private static func members(
    _ parameters: [Parameter], _ values: [Setting], indent: String
  ) -> String {
    zip(parameters, values).map { parameter, value in
      var text = summary(parameter, value.leafText ?? "", indent: indent)
      switch parameter.shape {
      case .section(let children):
        text += members(children, value.children, indent: indent + "  ")
      case .list(let children, _):
        for (index, child) in children.enumerated() {
          let texts = value.children.compactMap { $0.children[index].leafText }
          text += summary(child, texts.joined(separator: ", "), indent: indent + "  ")
        }
      default: break
      }
      return text
    }.joined()
  }

  /// All leaves of a section with their paths; lists give the values of all their elements.
  static func leaves(
    _ parameter: Parameter, _ value: Setting, path: String
  ) -> [(Parameter, String, Setting)] {
    let full = path.isEmpty ? parameter.key : path + "." + parameter.key
    switch parameter.shape {
    case .section(let children):
      return zip(children, value.children).flatMap { leaves($0, $1, path: full) }
    case .list(let children, _):
      return children.enumerated().map { index, child in
        (child, full + "." + child.key, .list(value.children.map { $0.children[index] }))
      }
    default: return [(parameter, full, value)]
    }
  }

  /// A Markdown table of parameters.
  static func table(_ rows: [(Parameter, String, Setting)]) -> String {
    var text = "| key | meaning | unit | range | default | source |\n|---|---|---|---|---|---|\n"
    for (parameter, path, value) in rows {
      let values = value.leafText ?? value.children.compactMap(\.leafText).joined(separator: ", ")
      text +=
        "| `\(path)` | \(parameter.meaning) | \(parameter.unit) | \(range(parameter.shape)) | "
        + "\(values) | \(source(parameter)) |\n"
    }
    return text
  }

  /// The text in lines of at most 88 characters.
  static func wrapped(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = indent
    for word in text.split(separator: " ") {
      if line.count + 1 + word.count > 88, line != indent {
        lines.append(line)
        line = indent
      }
      line += (line == indent ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }
}
