import Testing

@testable import ScenarioFormat

@Suite("The wording of messages")
struct DiagnosticWordingTests {
  @Test("Each problem is told in these words", arguments: WordingCase.all)
  func wording(_ wording: WordingCase) throws {
    let (document, lines) = try wording.diagnosticLines()
    // That the default norms ask more than the staff has is advice about every small file, and the
    // default warm-up may be short for the defaults; both have cases of their own.
    let told = zip(document.diagnostics, lines).filter { diagnostic, _ in
      ![.adviseNorms, .adviseWarmUp].contains(diagnostic.code)
        || wording.lines.contains { $0.hasSuffix("[\(diagnostic.code.rawValue)]") }
    }.map(\.1)
    #expect(told.map(wording.masked).sorted() == wording.lines.sorted())
    #expect(document.diagnostics.contains { $0.code == wording.code })
    #expect(document.hasErrors == document.diagnostics.contains { $0.severity == .error })
  }

  @Test("Every code has a case, and an explanation of its own")
  func everyCodeIsCovered() {
    #expect(Set(DiagnosticCode.allCases) == Set(WordingCase.all.map(\.code)))
    let explanations = DiagnosticCode.allCases.map(\.explanation)
    #expect(Set(explanations).count == explanations.count)
    for code in DiagnosticCode.allCases {
      #expect(code.explanation.hasSuffix("."), "\(code.rawValue)")
      #expect(ScenarioText.explain(code.rawValue)?.contains(code.rawValue) == true)
    }
  }

  @Test("After a hundred problems a last message says that there are more")
  func tooManyProblems() {
    let text = "{" + repeated("\"seed\": 01,", 300) + "}"
    let diagnostics = read(text).diagnostics
    #expect(diagnostics.count { $0.code == .jsonNumber } == 100)
    #expect(
      diagnostics.last.map(DiagnosticRenderer.line)
        == "test.json:1:1099: error: expected fewer than 100 problems, found more"
        + " [json.too-many-problems]")
  }

  @Test("Advice on hours names the caseload at which the norms bind")
  func adviceOnHours() throws {
    let norms = read("{\"time\": {\"warmUpMonths\": 30}, \"staffing\": {\"fte\": 10}}")
    let advice = try #require(norms.diagnostics.first)
    let scenario = try #require(norms.scenario)
    #expect(norms.diagnostics.count == 1)
    #expect(advice.code == .adviseNorms && advice.severity == .warning)
    let binding = StaffingArithmetic.decimal(StaffingArithmetic(scenario).clientsPerFteAtNorms, 0)
    #expect(advice.hint == "the norms bind at \(binding) clients per fte, and there are 300")
    let intakes = read("{\"time\": {\"warmUpMonths\": 30}, \"staffing\": {\"fte\": 1}}")
    #expect(intakes.diagnostics.map(\.code) == [.adviseIntakes])
  }

  @Test("The caret stands below the place, also after wide and escaped characters")
  func caret() {
    let diagnostic = Diagnostic(
      code: .outOfRange, file: "é.json", line: 1, column: 4, expected: "a", found: "b",
      excerpt: "é\u{1b}\t1")
    #expect(
      DiagnosticRenderer.terminal(diagnostic)
        == "é.json:1:4: error: expected a, found b [scenario.out-of-range]\n"
        + "    é\\u{1b} 1\n            ^")
  }

  @Test("A long line is cut around the caret")
  func longLine() {
    let diagnostic = Diagnostic(
      code: .outOfRange, file: "a", line: 1, column: 301, expected: "a", found: "b",
      excerpt: repeated("x", 300) + "!" + repeated("y", 300))
    let lines = DiagnosticRenderer.terminal(diagnostic).split(separator: "\n")
    let caret = lines[2].firstIndex(of: "^")!
    let offset = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(offset).first == "!")
    #expect(lines[1].count <= 110)
  }

  @Test("No control character of a file reaches the terminal")
  func noTerminalEscapes() {
    let text = "{\"\\u001b[31m\u{9b}\u{202e}%s%n\": 1, \"name\": \"\u{1b}]0;x\u{7}\"}"
    let rendered = DiagnosticRenderer.terminal(read(text).diagnostics)
    #expect(rendered.contains("%s%n"))
    for scalar in rendered.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar.properties.generalCategory != .format)
    }
  }

  @Test("Editors get the same as JSON")
  func jsonForm() throws {
    let diagnostics = read("{\"staffing\": {\"fte\": -1}}").diagnostics
    let json = DiagnosticRenderer.json(diagnostics)
    let document = JSONReader.read(Array(json.utf8))
    #expect(document.problems == [])
    let root = try #require(document.root)
    let element = try #require(document.elements(of: root).first)
    let line = try #require(document.member("line", of: element))
    let key = try #require(document.member("key", of: element))
    #expect(document.source(line) == "1")
    #expect(document.string(key) == "staffing.fte")
    #expect(DiagnosticRenderer.json([]) == "[]\n")
  }
}
