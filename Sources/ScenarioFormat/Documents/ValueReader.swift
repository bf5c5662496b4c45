import SimulationKernel

/// Reads one value of a known shape, or says what is wrong with it.
struct ValueReader {
  let document: JSONDocument
  let node: Int
  private(set) var problem: JSONProblem?

  init(document: JSONDocument, node: Int) {
    self.document = document
    self.node = node
  }

  private var kind: JSONDocument.Kind { document.nodes[node].kind }

  /// The value; `nil` with a `problem` when it does not fit, and without when that is known already.
  mutating func read(_ shape: Parameter.Shape) -> Setting? {
    if kind == .invalid { return nil }
    switch shape {
    case .number(let bounds): return number(bounds)
    case .integer(let range): return integer(range)
    case .seed: return seed()
    case .flag: return flag()
    case .text(let limit): return text(limit: limit).map { .text($0) }
    case .name(let allowsDots): return name(allowsDots: allowsDots)
    case .groupName: return name(allowsDots: false)
    case .texts(let limit): return texts(limit: limit)
    case .choice(let words): return choice(words)
    case .date: return date()
    case .section, .list, .changes: preconditionFailure("sections and lists are merged, not read")
    }
  }

  private mutating func fail(
    _ code: DiagnosticCode, _ expected: String, at other: Int? = nil, hint: String? = nil
  ) -> Setting? {
    let place = other ?? node
    problem = JSONProblem(
      code: code, offset: Int(document.nodes[place].start), expected: expected,
      found: document.describe(place), hint: hint)
    return nil
  }

  private mutating func number(_ bounds: Bounds) -> Setting? {
    guard kind == .number else {
      return fail(.wrongType, "a number \(bounds.clause)", hint: quotedHint())
    }
    let value = document.double(node)
    guard bounds.contains(value) else {
      return fail(.outOfRange, "a number \(bounds.clause)", hint: percentHint(value, bounds))
    }
    // Zero has no sign in a scenario, so that equal scenarios have equal texts.
    return .number(value == 0 ? 0 : value)
  }

  /// The hint for a number in quotes.
  private func quotedHint() -> String? {
    guard kind == .string else { return nil }
    let text = document.string(node)
    guard let value = Double(text), value.isFinite else { return NumberHint.hint(for: text) }
    return "write \(JSONText.number(value)) without quotes"
  }

  private func percentHint(_ value: Double, _ bounds: Bounds) -> String? {
    guard bounds.lowest == 0, bounds.highest == 1, value > 1, value <= 100 else { return nil }
    return "write \(JSONText.number(value)) percent as \(JSONText.number(value / 100))"
  }

  private mutating func integer(_ range: ClosedRange<Int>) -> Setting? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard kind == .number else { return fail(.wrongType, expected, hint: quotedHint()) }
    guard let whole = document.wholeNumber(node) else {
      let isWhole = document.double(node).magnitude >= 1e15
      return fail(
        isWhole ? .outOfRange : .notAWholeNumber, expected,
        hint: NumberHint.wholeNumber(for: document.source(node)))
    }
    guard let value = whole.asInt, range.contains(value) else { return fail(.outOfRange, expected) }
    return .integer(value)
  }

  private mutating func seed() -> Setting? {
    let expected = "a whole number from 0 to \(UInt64.max)"
    guard kind == .number else { return fail(.wrongType, expected, hint: quotedHint()) }
    guard let whole = document.wholeNumber(node) else {
      let isWhole = document.double(node).magnitude >= 1e15
      return fail(isWhole ? .outOfRange : .notAWholeNumber, expected)
    }
    guard let value = whole.asUInt64 else { return fail(.outOfRange, expected) }
    return .seed(value)
  }

  private mutating func flag() -> Setting? {
    switch kind {
    case .true: return .flag(true)
    case .false: return .flag(false)
    default:
      let words = ["\"true\"": "true", "\"false\"": "false"]
      return fail(
        .wrongType, "true or false",
        hint: words[document.source(node)].map { "write \($0) without quotes" })
    }
  }

  private mutating func text(limit: Int, at other: Int? = nil) -> String? {
    let place = other ?? node
    guard document.nodes[place].kind == .string else {
      if document.nodes[place].kind != .invalid { _ = fail(.wrongType, "a text", at: place) }
      return nil
    }
    let value = document.string(place)
    // JSON Schema's maxLength counts Unicode scalars too.
    let length = value.utf8.count <= limit ? 0 : value.unicodeScalars.count
    guard length <= limit else {
      _ = fail(.textTooLong, "a text of at most \(limit) characters", at: place)
      problem?.found = "\(length) characters"
      return nil
    }
    return value
  }

  private mutating func texts(limit: Int) -> Setting? {
    guard kind == .array else { return fail(.wrongType, "an array of texts") }
    let elements = document.elements(of: node)
    guard elements.count <= ScenarioAssembler.listLimit else {
      _ = fail(.outOfRange, "at most \(ScenarioAssembler.listLimit) texts")
      problem?.found = "\(elements.count)"
      return nil
    }
    var result: [String] = []
    for element in elements {
      guard let value = text(limit: limit, at: element) else { return nil }
      result.append(value)
    }
    return .texts(result)
  }

  private mutating func name(allowsDots: Bool) -> Setting? {
    guard kind == .string else { return fail(.wrongType, "a name as text") }
    let value = document.string(node)
    guard Names.isValid(value, allowsDots: allowsDots) else {
      return fail(
        .badName,
        "a name of 1 to \(Names.longest) letters, digits, hyphens\(allowsDots ? ", dots" : "") and underscores"
      )
    }
    return .text(value)
  }

  private mutating func choice(_ words: [String]) -> Setting? {
    let expected = "one of \(words.map { "\"\($0)\"" }.joined(separator: ", "))"
    guard kind == .string else { return fail(.wrongType, expected) }
    let word = document.string(node)
    guard words.contains(word) else {
      return fail(.outOfRange, expected, hint: Suggestion.hint(for: word, among: words))
    }
    return .text(word)
  }

  private mutating func date() -> Setting? {
    guard kind == .string else { return fail(.wrongType, "a date as \"YYYY-MM-DD\"") }
    guard let value = CivilDate(isoText: document.string(node)),
      (ParameterTable.firstYear...ParameterTable.lastYear).contains(value.year)
    else {
      return fail(
        .badDate,
        "a day as \"YYYY-MM-DD\" from \(ParameterTable.firstYear) to \(ParameterTable.lastYear)")
    }
    return .date(value)
  }
}

extension Parameter.Shape {
  /// What a number, a seed or a flag expects, in words; `nil` for texts, sections and lists.
  var expectation: String? {
    switch self {
    case .number(let bounds): "a number \(bounds.clause)"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .seed: "a whole number from 0 to \(UInt64.max)"
    case .flag: "true or false"
    default: nil
    }
  }

  var isFlag: Bool { if case .flag = self { true } else { false } }

  var isWhole: Bool { if case .integer = self { true } else { false } }
}

/// Names of scenarios, groups and instruments.
enum Names {
  /// Most bytes of a name, and of a text that names something.
  static let longest = 64

  /// Whether a text may be a name: it begins with a letter or digit and can do no harm in a path.
  static func isValid(_ name: String, allowsDots: Bool) -> Bool {
    guard (1...longest).contains(name.utf8.count) else { return false }
    for (index, byte) in name.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        continue
      case UInt8(ascii: "-"), UInt8(ascii: "_"):
        if index == 0 { return false }
      case UInt8(ascii: "."):
        if index == 0 || !allowsDots { return false }
      default: return false
      }
    }
    return true
  }
}
