import CaseloadModel

/// Puts a scenario together from defaults, a chain of files and overrides, and collects all problems.
struct ScenarioAssembler {
  /// The longest chain of `extends`.
  static let chainLimit = 16
  /// The longest path after `extends`, in Unicode scalars.
  static let pathLimit = 1_024
  /// The most diagnostics about one scenario; the last one says that there are more.
  static let diagnosticLimit = 400
  /// The keys of a file that are not parameters.
  static let schemaKey = "$schema"
  static let extendsKey = "extends"
  /// The member that takes an inherited element out of a list.
  static let removeKey = "remove"

  var sources: [SourceText] = []
  var diagnostics: [Diagnostic] = []
  /// Where a key path got its value; what is absent here is a default.
  var origins: [String: SourcePlace] = [:]
  /// Key paths in which an error was found, so that combinations with them are not judged.
  var failed: Set<String> = []
  var settings: Setting
  /// Whether nothing more is told, so that looking for more is in vain.
  var isFull: Bool { diagnostics.count >= ScenarioAssembler.diagnosticLimit }
  /// The section `organisations`; `nil` for a scenario of one organisation.
  var sector: Setting?
  let givenRoot: String?
  private var root: String?
  private var topPath = ""

  init(root: String?) {
    givenRoot = root
    settings = Binding.snapshot(Scenario(), ParameterTable.bindings)
  }

  // MARK: - Files

  /// Reads the file and those it extends, and merges them over the defaults, the remotest one first.
  mutating func readFiles(top path: String) {
    topPath = path
    guard let bytes = readFile(path, regularOnly: false, requestedAt: nil) else { return }
    root = FileReading.realPath(givenRoot ?? FileReading.folder(of: path))
    var chain = [addSource(bytes, path: path)]
    var visited = [FileReading.realPath(path) ?? path]
    while let (next, place) = extended(by: chain[chain.count - 1]) {
      if let seen = FileReading.realPath(next), visited.contains(seen) {
        report(
          .extendsCycle, at: place, keyPath: ScenarioAssembler.extendsKey,
          expected: "a file outside the chain", found: "\"\(next)\", which extends this one")
        break
      }
      if chain.count == ScenarioAssembler.chainLimit {
        report(
          .extendsTooLong, at: place, keyPath: ScenarioAssembler.extendsKey,
          expected: "at most \(ScenarioAssembler.chainLimit) files", found: "one more")
        break
      }
      if let preset = ScenarioPreset(extendedAs: next) {
        chain.append(addSource(Array(preset.text.utf8), path: next))
        break
      }
      visited.append(FileReading.realPath(next) ?? next)
      guard let bytes = readFile(next, regularOnly: true, requestedAt: place) else { break }
      chain.append(addSource(bytes, path: next))
    }
    for source in chain.reversed() { mergeSource(source, isTop: source == 0) }
  }

  /// Reads one text without the files it would extend.
  mutating func readText(_ bytes: [UInt8], path: String) {
    topPath = path
    let source = addSource(bytes, path: path)
    if let node = memberOfRoot(ScenarioAssembler.extendsKey, source) {
      let document = sources[source].document
      if document.nodes[node].kind == .string,
        let preset = ScenarioPreset(extendedAs: document.string(node))
      {
        mergeSource(
          addSource(Array(preset.text.utf8), path: ScenarioPreset.scheme + preset.rawValue),
          isTop: false)
        return mergeSource(source, isTop: true)
      }
      report(
        .extendsOutside, at: placeOf(node, source), keyPath: ScenarioAssembler.extendsKey,
        expected: "a text on its own, or one that extends a preset",
        found: "one that extends a file")
    }
    mergeSource(source, isTop: true)
  }

  private mutating func readFile(
    _ path: String, regularOnly: Bool, requestedAt place: SourcePlace?
  ) -> [UInt8]? {
    switch FileReading.read(path, regularOnly: regularOnly) {
    case .success(let bytes): return bytes
    case .failure(let failure):
      if let place {
        report(
          failure.code, at: place, keyPath: ScenarioAssembler.extendsKey,
          expected: failure.expected, found: "\(failure.found) at \"\(path)\"")
      } else {
        failed.insert("")
        diagnostics.append(
          Diagnostic(
            code: failure.code, file: path, expected: failure.expected, found: failure.found))
      }
      return nil
    }
  }

  private mutating func addSource(_ bytes: [UInt8], path: String) -> Int {
    let document = JSONReader.read(bytes)
    sources.append(SourceText(path: path, document: document))
    let index = sources.count - 1
    reportProblems(of: index)
    return index
  }

  mutating func reportProblems(of source: Int) {
    for problem in sources[source].document.problems.sorted(by: { $0.offset < $1.offset }) {
      // What stands in a text that is no JSON is not judged in combination.
      failed.insert("")
      report(
        problem.code, at: SourcePlace(source: source, offset: problem.offset),
        keyPath: sources[source].document.keyPath(at: problem.offset), expected: problem.expected,
        found: problem.found, hint: problem.hint)
    }
    if let last = sources[source].document.problems.last,
      sources[source].document.problems.count == JSONReader.maximumProblems
    {
      report(
        .jsonTooManyProblems, at: SourcePlace(source: source, offset: last.offset), keyPath: "",
        expected: "fewer than \(JSONReader.maximumProblems) problems", found: "more")
    }
  }

  /// The file that a text extends, if it may.
  private mutating func extended(by source: Int) -> (path: String, place: SourcePlace)? {
    guard let node = memberOfRoot(ScenarioAssembler.extendsKey, source) else { return nil }
    let document = sources[source].document
    let place = placeOf(node, source)
    guard document.nodes[node].kind == .string else {
      if document.nodes[node].kind != .invalid {
        report(
          .wrongType, at: place, keyPath: ScenarioAssembler.extendsKey,
          expected: "a path as text", found: document.describe(node))
      }
      return nil
    }
    let name = document.string(node)
    guard !name.isEmpty else {
      report(
        .wrongType, at: place, keyPath: ScenarioAssembler.extendsKey,
        expected: "the path of a scenario file", found: "an empty text")
      return nil
    }
    guard name.unicodeScalars.count <= ScenarioAssembler.pathLimit else {
      report(
        .textTooLong, at: place, keyPath: ScenarioAssembler.extendsKey,
        expected: "a path of at most \(ScenarioAssembler.pathLimit) characters",
        found: "\(name.unicodeScalars.count) characters")
      return nil
    }
    if name.hasPrefix(ScenarioPreset.scheme) {
      if ScenarioPreset(extendedAs: name) != nil { return (name, place) }
      let known = ScenarioPreset.allCases.map { ScenarioPreset.scheme + $0.rawValue }
      report(
        .fileMissing, at: place, keyPath: ScenarioAssembler.extendsKey,
        expected: known.joined(separator: " or "), found: "\"\(JSONReader.shortened(name))\"",
        hint: Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" })
      return nil
    }
    let folder = FileReading.folder(of: sources[source].path)
    let path = folder == "." ? FileReading.joined("", name) : FileReading.joined(folder, name)
    guard isAllowed(name, from: folder, as: path) else {
      report(
        .extendsOutside, at: place, keyPath: ScenarioAssembler.extendsKey,
        expected: "a relative path to a file in the folder of the scenario or below it",
        found: "\"\(JSONReader.shortened(name))\"",
        hint: name.hasPrefix("../") ? "keep the scenario beside or above what it extends" : nil)
      return nil
    }
    return (path, place)
  }

  func isAllowed(_ name: String, from folder: String, as path: String) -> Bool {
    guard !name.hasPrefix("/"), !name.utf8.contains(0), let root,
      let realFolder = FileReading.realPath(folder), FileReading.isInside(realFolder, root)
    else { return false }
    let depth = realFolder.dropFirst(root.count).split(separator: "/").count
    guard FileReading.descends(from: depth, name) else { return false }
    // A file that is not there cannot lead outside; reading it reports that it is missing.
    guard let real = FileReading.realPath(path) else { return true }
    return FileReading.isInside(real, root)
  }

  private func memberOfRoot(_ key: String, _ source: Int) -> Int? {
    let document = sources[source].document
    guard let top = document.root, document.nodes[top].kind == .object else { return nil }
    return document.member(key, of: top)
  }

  func placeOf(_ node: Int, _ source: Int) -> SourcePlace {
    SourcePlace(source: source, offset: Int(sources[source].document.nodes[node].start))
  }

  // MARK: - Result

  /// Applies overrides, checks combinations, and gives the document.
  ///
  /// - Parameter isMember: Whether it is an organisation of a sector, which gets no advice and no hash.
  mutating func finish(overrides: [String], isMember: Bool = false) -> ScenarioDocument {
    nameAfterFile()
    for (index, text) in overrides.enumerated() { apply(override: text, number: index + 1) }
    var scenario = Scenario()
    Binding.apply(settings, ParameterTable.bindings, to: &scenario)
    scenario.sortByGroup()
    // The numbers of a sector's own scenario stand for nobody, so advice on them is idle.
    let isAdvised = !isMember && sector == nil
    var checks = ScenarioChecks(
      scenario: scenario, failed: isAdvised ? failed : failed.union(["advice"]))
    checks.run()
    for finding in checks.findings { report(finding) }
    applyChanges(to: &scenario)
    let organisations = makeSector(overrides: overrides, base: scenario)
    let files = sources.map(\.path)
    let sorted = Diagnostic.sorted(diagnostics, files: files)
    guard !sorted.contains(where: { $0.severity == .error }) else {
      return ScenarioDocument(scenario: nil, diagnostics: sorted, sha256: "")
    }
    guard !isMember else {
      return ScenarioDocument(scenario: scenario, diagnostics: sorted, sha256: "")
    }
    let text = ScenarioText.canonical(scenario) + (organisations.map(ScenarioText.canonical) ?? "")
    return ScenarioDocument(
      scenario: scenario, sector: organisations, diagnostics: sorted,
      sha256: SHA256.hexadecimal(Array(text.utf8)))
  }

  /// A scenario without a name is called after its file, so that results do not share a folder.
  private mutating func nameAfterFile() {
    guard origins["name"] == nil, let index = ParameterTable.index(of: "name") else { return }
    var stem = topPath.split(separator: "/").last.map(String.init) ?? ""
    if stem.hasSuffix(".json") { stem.removeLast(5) }
    guard Names.isValid(stem, allowsDots: true), case .object(var values) = settings else { return }
    values[index] = .text(stem)
    settings = .object(values)
  }

  // MARK: - Reports

  mutating func report(
    _ code: DiagnosticCode, at place: SourcePlace, keyPath: String, expected: String, found: String,
    hint: String? = nil
  ) {
    if code.severity == .error { failed.insert(keyPath) }
    guard !isFull else { return }
    let told = sources[place.source].place(of: place.offset)
    let isLast = diagnostics.count == ScenarioAssembler.diagnosticLimit - 1
    diagnostics.append(
      Diagnostic(
        code: isLast ? .jsonTooManyProblems : code, file: sources[place.source].path,
        line: told.line, column: told.column, keyPath: isLast ? "" : keyPath,
        expected: isLast ? "fewer than \(ScenarioAssembler.diagnosticLimit) problems" : expected,
        found: isLast ? "more" : found, hint: isLast ? nil : hint, excerpt: told.excerpt,
        excerptColumn: told.excerptColumn))
  }

  /// Reports a combination at the place that set its key, or at the nearest one around it.
  mutating func report(_ finding: ScenarioChecks.Finding) {
    var path = finding.keyPath[...]
    while true {
      if let place = origins[String(path)] {
        report(
          finding.code, at: place, keyPath: finding.keyPath, expected: finding.expected,
          found: finding.found, hint: finding.hint)
        return
      }
      guard let dot = path.lastIndex(of: ".") else { break }
      path = path[..<dot]
    }
    diagnostics.append(
      Diagnostic(
        code: finding.code, file: topPath, line: 1, column: 1, keyPath: finding.keyPath,
        expected: finding.expected, found: finding.found, hint: finding.hint))
  }
}
