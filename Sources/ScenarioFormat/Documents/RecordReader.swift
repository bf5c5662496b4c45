import SimulationKernel

/// Reads the objects of a JSON file that is no scenario, and says with its place what is wrong.
///
///     var reader = RecordReader(bytes, path: "targets.json")
///     if let root = reader.root() { let format = reader.text("format", of: root) }
///     reader.sortedProblems  // every key that is missing, unknown or of the wrong kind
package struct RecordReader {
  /// One object of the file.
  package struct Record: Sendable {
    fileprivate let node: Int
    /// The key path of the object, for example `targets[3].less`; empty for the outermost one.
    package let keyPath: String

    /// The key path of a member.
    package func path(_ key: String) -> String { keyPath.isEmpty ? key : keyPath + "." + key }
  }

  private var source: SourceText
  private var problems: [Diagnostic] = []
  private var document: JSONDocument { source.document }

  /// Reads a text; what is no JSON is a problem.
  package init(_ bytes: [UInt8], path: String) {
    source = SourceText(path: path, document: JSONReader.read(bytes))
    for problem in source.document.problems {
      report(
        problem.code, at: problem.offset, keyPath: "", expected: problem.expected,
        found: problem.found, hint: problem.hint)
    }
  }

  /// What is wrong, in the order of the file.
  package var sortedProblems: [Diagnostic] { Diagnostic.sorted(problems, files: [source.path]) }

  /// The outermost object.
  package mutating func root() -> Record? {
    guard let node = document.root else { return nil }
    return object(node, "")
  }

  // MARK: - Members

  /// Reports every key that is not one of `keys`.
  package mutating func expectOnly(_ keys: [String], in record: Record) {
    for (key, _) in document.members(of: record.node) {
      let name = document.string(key)
      guard !keys.contains(name) else { continue }
      report(
        .unknownKey, at: offset(key), keyPath: record.path(JSONReader.shortened(name)),
        expected: "one of \(keys.joined(separator: ", "))", found: document.describe(key),
        hint: Suggestion.hint(for: name, among: keys))
    }
  }

  /// Whether an object has a member.
  package func has(_ key: String, in record: Record) -> Bool {
    document.member(key, of: record.node) != nil
  }

  /// A text; one that is left out is a problem when it is required.
  package mutating func text(
    _ key: String, of record: Record, isRequired: Bool = false
  ) -> String? {
    guard let node = member(key, of: record, isRequired ? "a text" : nil) else { return nil }
    return text(node, record.path(key))
  }

  /// The elements of a list of texts; none when it is left out.
  package mutating func texts(_ key: String, of record: Record) -> [String] {
    list(key, of: record, "a list of texts").compactMap { text($0.node, $0.path) }
  }

  /// A number.
  package mutating func number(_ key: String, of record: Record) -> Double? {
    guard let node = member(key, of: record, nil) else { return nil }
    guard kind(node) == .number else {
      expect("a number", at: node, record.path(key))
      return nil
    }
    return document.double(node)
  }

  /// A day, written as `YYYY-MM-DD`.
  package mutating func date(_ key: String, of record: Record) -> CivilDate? {
    guard let node = member(key, of: record, nil) else { return nil }
    guard kind(node) == .string, let date = CivilDate(isoText: document.string(node)) else {
      expect("a day as \"YYYY-MM-DD\"", at: node, record.path(key), .badDate)
      return nil
    }
    return date
  }

  /// An object.
  package mutating func record(_ key: String, of record: Record) -> Record? {
    guard let node = member(key, of: record, nil) else { return nil }
    return object(node, record.path(key))
  }

  /// The objects of a list; one that is left out or empty is a problem.
  package mutating func records(_ key: String, of record: Record) -> [Record] {
    guard let node = member(key, of: record, "a list of objects") else { return [] }
    let elements = list(key, of: record, "a list of objects")
    if elements.isEmpty, kind(node) == .array {
      expect("at least one object", at: node, record.path(key), found: "an empty list")
    }
    return elements.compactMap { object($0.node, $0.path) }
  }

  /// The members of an object as `key.path=value`, as `--set` takes them, in the order of the file.
  package mutating func overrides(_ key: String, of record: Record) -> [String]? {
    guard let changes = self.record(key, of: record) else { return nil }
    return document.members(of: changes.node).map { key, value in
      document.string(key) + "=" + document.source(value)
    }
  }

  /// Reports a problem with a member, or with the object when it has no such member.
  package mutating func report(
    _ code: DiagnosticCode, _ key: String, of record: Record, expected: String,
    found: String, hint: String? = nil
  ) {
    let place = document.member(key, of: record.node) ?? record.node
    report(
      code, at: offset(place), keyPath: record.path(key), expected: expected, found: found,
      hint: hint)
  }

  // MARK: - Values

  private mutating func member(
    _ key: String, of record: Record, _ expectedIfMissing: String?
  ) -> Int? {
    if let node = document.member(key, of: record.node) { return node }
    // In a text that is no JSON, a member may be what could not be read.
    if let expectedIfMissing, document.problems.isEmpty {
      report(
        .missingReference, at: offset(record.node), keyPath: record.path(key),
        expected: expectedIfMissing, found: "none")
    }
    return nil
  }

  private mutating func object(_ node: Int, _ path: String) -> Record? {
    guard kind(node) == .object else {
      expect("an object", at: node, path)
      return nil
    }
    return Record(node: node, keyPath: path)
  }

  private mutating func text(_ node: Int, _ path: String) -> String? {
    guard kind(node) == .string else {
      expect("a text", at: node, path)
      return nil
    }
    return document.string(node)
  }

  private mutating func list(
    _ key: String, of record: Record, _ expected: String
  ) -> [(node: Int, path: String)] {
    guard let node = member(key, of: record, nil) else { return [] }
    let path = record.path(key)
    guard kind(node) == .array else {
      expect(expected, at: node, path)
      return []
    }
    return document.elements(of: node).enumerated().map { ($1, "\(path)[\($0)]") }
  }

  private func kind(_ node: Int) -> JSONDocument.Kind { document.nodes[node].kind }

  private func offset(_ node: Int) -> Int { Int(document.nodes[node].start) }

  /// Reports a value of the wrong kind, unless it has been reported as no JSON.
  private mutating func expect(
    _ expected: String, at node: Int, _ path: String, _ code: DiagnosticCode = .wrongType,
    found: String? = nil
  ) {
    guard kind(node) != .invalid else { return }
    report(
      code, at: offset(node), keyPath: path, expected: expected,
      found: found ?? document.describe(node))
  }

  private mutating func report(
    _ code: DiagnosticCode, at offset: Int, keyPath: String, expected: String, found: String,
    hint: String? = nil
  ) {
    let place = source.place(of: offset)
    problems.append(
      Diagnostic(
        code: code, file: source.path, line: place.line, column: place.column, keyPath: keyPath,
        expected: expected, found: found, hint: hint, excerpt: place.excerpt,
        excerptColumn: place.excerptColumn))
  }
}
