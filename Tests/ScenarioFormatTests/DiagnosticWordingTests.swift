import Testing

@testable import ScenarioFormat

/// A text, overrides, and the lines that they have to give.
struct WordingCase: Sendable, CustomTestStringConvertible {
  var code: DiagnosticCode
  var text: String
  var overrides: [String] = []
  var lines: [String]

  var testDescription: String { code.rawValue }
}

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}

/// Cases that need no files; those of files stand in `FileTests`.
private let cases: [WordingCase] = [
  WordingCase(
    code: .fileEmpty, text: "",
    lines: ["t.json:1:1: error: expected a JSON object, found nothing [file.empty]"]),
  WordingCase(
    code: .fileEmpty, text: " \n ",
    lines: ["t.json:2:2: error: expected a JSON object, found only white space [file.empty]"]),
  WordingCase(
    code: .jsonSyntax, text: "{\"seed\" 1, ;}",
    lines: [
      "t.json:1:9: error: expected ':' after the key, found 1 [json.syntax]",
      "t.json:1:12: error: expected a key in double quotes, found ';' [json.syntax]",
    ]),
  WordingCase(
    code: .jsonSyntax, text: "{} x",
    lines: ["t.json:1:4: error: expected the end of the file, found x [json.syntax]"]),
  WordingCase(
    code: .jsonTruncated, text: "{\"staffing\": {\"fte\": 3",
    lines: [
      "t.json:1:23: error: expected '}', found the end of the file [json.truncated]"
    ]),
  WordingCase(
    code: .jsonTruncated, text: "{\"name\": \"a",
    lines: [
      "t.json:1:10: error: expected a text that ends with '\"', found one that is open at the end of"
        + " the file [json.truncated]"
    ]),
  WordingCase(
    code: .jsonComment, text: "{ /* why */ }",
    lines: ["t.json:1:3: error: expected no comments, found a comment [json.comment]"]),
  WordingCase(
    code: .jsonTrailingComma, text: "{\"seed\": 1,}",
    lines: [
      "t.json:1:11: error: expected '}' after the last member, found ','; remove the comma"
        + " [json.trailing-comma]"
    ]),
  WordingCase(
    code: .jsonMissingComma, text: "{\"seed\": 1 \"replications\": 20}",
    lines: [
      "t.json:1:12: error: expected ',' between the members, found \"replications\""
        + " [json.missing-comma]"
    ]),
  WordingCase(
    code: .jsonLiteral, text: "{\"seed\": True}",
    lines: ["t.json:1:10: error: expected a value, found True; write true [json.literal]"]),
  WordingCase(
    code: .jsonNumber, text: "{\"seed\": 007, \"replications\": 1e999}",
    lines: [
      "t.json:1:10: error: expected a number such as 12, -0.5 or 1e6, found 007 [json.number]",
      "t.json:1:31: error: expected a number below 1.8e308, found 1e999 [json.number]",
    ]),
  WordingCase(
    code: .jsonString, text: "{\"name\": \"a\\q\\ud800\t\"}",
    lines: [
      "t.json:1:12: error: expected an escape such as \\n, \\\" or \\u00e9, found \\q; write \\\\ for a"
        + " backslash [json.string]",
      "t.json:1:14: error: expected surrogates in pairs, found \\ud800 alone [json.string]",
      "t.json:1:20: error: expected control characters written as escapes, found one as it is;"
        + " write \\u0009 [json.string]",
      "t.json:1:10: error: name: expected a name of 1 to 64 letters, digits, hyphens, dots and"
        + " underscores, found \"aq\u{FFFD}\\u{9}\" [scenario.bad-name]",
    ]),
  WordingCase(
    code: .jsonDepth, text: repeated("[", 513),
    lines: [
      "t.json:1:513: error: expected at most 512 levels of nesting, found one more [json.depth]",
      "t.json:1:1: error: expected an object, found an array [scenario.wrong-type]",
    ]),
  WordingCase(
    code: .jsonDuplicateKey, text: "{\"seed\": 1, \"s\\u0065ed\": 2}",
    lines: [
      "t.json:1:13: error: expected each key once, found \"seed\" again [json.duplicate-key]"
    ]),
  WordingCase(
    code: .extendsOutside, text: "{\"extends\": \"base.json\"}",
    lines: [
      "t.json:1:13: error: extends: expected a text on its own, found one that extends a file"
        + " [extends.outside]"
    ]),
  WordingCase(
    code: .overrideSyntax, text: "{}",
    overrides: ["fte", "staffing.fte=", "outflow.rates.work.group=x"],
    lines: [
      "<command line>:1:1: error: expected key.path=value, found \"fte\" [override.syntax]",
      "<command line>:2:14: error: staffing.fte: expected a value after '=', found nothing"
        + " [override.syntax]",
      "<command line>:3:1: error: outflow.rates.work: expected outflow.rates.work.key=value with one"
        + " of its values, found \"group\" [override.syntax]",
    ]),
  WordingCase(
    code: .unknownKey, text: "{\"staffing\": {\"fte_\": 3, \"clients\": 4, \"zzzz\": 5}}",
    overrides: ["stafing.fte=3"],
    lines: [
      "t.json:1:15: error: staffing.fte_: expected a key of staffing, found \"fte_\"; did you mean"
        + " \"fte\"? [scenario.unknown-key]",
      "t.json:1:26: error: staffing.clients: expected a key of staffing, found \"clients\"; there is"
        + " population.clients [scenario.unknown-key]",
      "t.json:1:40: error: staffing.zzzz: expected a key of staffing, found \"zzzz\""
        + " [scenario.unknown-key]",
      "<command line>:1:1: error: stafing: expected a key of a scenario, found \"stafing\"; did you"
        + " mean \"staffing\"? [scenario.unknown-key]",
    ]),
  WordingCase(
    code: .wrongType, text: "{\"staffing\": [], \"seed\": \"1\", \"name\": null}",
    lines: [
      "t.json:1:14: error: staffing: expected an object, found an array [scenario.wrong-type]",
      "t.json:1:26: error: seed: expected a whole number from 0 to 18446744073709551615, found \"1\";"
        + " write 1 without quotes [scenario.wrong-type]",
      "t.json:1:39: error: name: expected a name as text, found null [scenario.wrong-type]",
    ]),
  WordingCase(
    code: .outOfRange, text: "{\"inflow\": {\"grantedShare\": 66}}", overrides: ["staffing.fte=-3"],
    lines: [
      "t.json:1:29: error: inflow.grantedShare: expected a number from 0 to 1 (share of applications),"
        + " found 66; write 66 percent as 0.66 [scenario.out-of-range]",
      "<command line>:1:14: error: staffing.fte: expected a number that is above 0 and at most 100000"
        + " (full-time equivalents), found -3 [scenario.out-of-range]",
    ]),
  WordingCase(
    code: .notAWholeNumber, text: "{\"replications\": 2.5}",
    lines: [
      "t.json:1:18: error: replications: expected a whole number from 1 to 100000 (runs), found 2.5"
        + " [scenario.not-whole]"
    ]),
  WordingCase(
    code: .badDate, text: "{\"time\": {\"start\": \"2014-02-29\"}}",
    lines: [
      "t.json:1:20: error: time.start: expected a day as \"YYYY-MM-DD\" from 1990 to 2100, found"
        + " \"2014-02-29\" [scenario.bad-date]"
    ]),
  WordingCase(
    code: .badName, text: "{\"name\": \"../../etc\"}",
    lines: [
      "t.json:1:10: error: name: expected a name of 1 to 64 letters, digits, hyphens, dots and"
        + " underscores, found \"../../etc\" [scenario.bad-name]"
    ]),
  WordingCase(
    code: .unnamedElement, text: "{\"outflow\": {\"rates\": [{\"workPerYear\": 1}]}}",
    lines: [
      "t.json:1:24: error: outflow.rates[0]: expected an object with \"group\", found one without"
        + " [scenario.unnamed-element]"
    ]),
  WordingCase(
    code: .duplicateName,
    text: "{\"outflow\": {\"rates\": [{\"group\": \"work\"}, {\"group\": \"work\"}]}}",
    lines: [
      "t.json:1:43: error: outflow.rates.work: expected each group once, found \"work\" again"
        + " [scenario.duplicate-name]"
    ]),
  WordingCase(
    code: .unknownElement,
    text: "{\"outflow\": {\"rates\": [{\"group\": \"wrk\", \"remove\": true}]}}",
    overrides: ["outflow.rates.wrk.workPerYear=0.3"],
    lines: [
      "t.json:1:24: error: outflow.rates.wrk: expected an inherited element to remove, found none of"
        + " this name [scenario.unknown-element]",
      "<command line>:1:1: error: outflow.rates.wrk: expected one of care, development, work, found"
        + " \"wrk\"; did you mean \"work\"? [scenario.unknown-element]",
    ]),
  WordingCase(
    code: .textTooLong, text: "{\"description\": \"" + repeated("x", 4_001) + "\"}",
    lines: [
      "t.json:1:17: error: description: expected a text of at most 4000 bytes, found 4001 bytes"
        + " [scenario.text-too-long]"
    ]),
  WordingCase(
    code: .sumOfShares,
    text: "{\"population\": {\"groups\": [{\"name\": \"work\", \"stockShare\": 0.5}]}}",
    lines: [
      "t.json:1:27: error: population.groups: expected values of stockShare that add up to 1, found"
        + " 0.4 + 0.36 + 0.5 = 1.26 [check.sum-of-shares]"
    ]),
  WordingCase(
    code: .groupOrder,
    text: "{\"population\": {\"groups\": [{\"name\": \"care\", \"readinessFrom\": 0.1},"
      + " {\"name\": \"development\", \"readinessFrom\": 0.7}]}}",
    lines: [
      "t.json:1:62: error: population.groups.care.readinessFrom: expected 0 for the lowest group,"
        + " found 0.1 [check.group-order]",
      "t.json:1:27: error: population.groups.work.readinessFrom: expected another value than that of"
        + " group development, found 0.7 [check.group-order]",
    ]),
  WordingCase(
    code: .unknownReference,
    text: "{\"trajectories\": {\"instruments\": [{\"name\": \"a\", \"fromGroup\": \"cares\","
      + " \"toGroup\": \"work\"}]}}",
    lines: [
      "t.json:1:62: error: trajectories.instruments.a.fromGroup: expected a group of"
        + " population.groups (care, development, work), found \"cares\"; did you mean \"care\"?"
        + " [check.unknown-reference]"
    ]),
  WordingCase(
    code: .missingReference,
    text: "{\"outflow\": {\"rates\": [{\"group\": \"work\", \"remove\": true}]}}",
    lines: [
      "t.json:1:23: error: outflow.rates: expected an element for each group, found none for group"
        + " \"work\" [check.missing-reference]"
    ]),
  WordingCase(
    code: .impossible, text: "{\"staffing\": {\"contractHoursPerWeek\": 40}}",
    lines: [
      "t.json:1:39: error: staffing.contractHoursPerWeek: expected at most fullTimeHoursPerWeek (36),"
        + " found 40 [check.impossible]"
    ]),
  WordingCase(
    code: .weights,
    text: "{\"service\": {\"priorities\": {\"intake\": 0, \"readiness\": 0, \"motivation\": 0,"
      + " \"overduePerYear\": 0, \"selfReported\": 0}}}",
    lines: [
      "t.json:1:28: error: service.priorities: expected at least one weight above 0, found only zeros"
        + " [check.weights]"
    ]),
  WordingCase(
    code: .notChangeable,
    text:
      "{\"time\": {\"warmUpMonths\": 30}, \"interventions\": {\"changes\": [{\"name\": \"a\", \"date\": \"2012-01-01\","
      + " \"set\": {\"population.clients\": 10}}]}}",
    lines: [
      "t.json:1:128: error: interventions.changes.a.set.population.clients: expected a parameter that"
        + " can change during a run, found \"population.clients\" [check.not-changeable]"
    ]),
  WordingCase(
    code: .adviseWarmUp, text: "{\"time\": {\"warmUpMonths\": 12}}",
    lines: [
      "t.json:1:27: warning: time.warmUpMonths: expected at least the slowest interval between"
        + " contacts (service.restPolicy.intervalDays, 912 days, 30 months), found 12 months"
        + " [advice.warm-up]"
    ]),
  WordingCase(
    code: .adviseReplications, text: "{\"replications\": 3, \"time\": {\"warmUpMonths\": 30}}",
    lines: [
      "t.json:1:18: warning: replications: expected at least 10 for usable confidence intervals,"
        + " found 3 [advice.replications]"
    ]),
  WordingCase(
    code: .adviseNobodyServes,
    text: "{\"time\": {\"warmUpMonths\": 0, \"durationMonths\": 1}, \"service\": {\"restPolicy\":"
      + " {\"enabled\": false}, \"norms\": [{\"group\": \"care\", \"intervalDays\": 31}, {\"group\":"
      + " \"development\", \"intervalDays\": 30}, {\"group\": \"work\", \"intervalDays\": 30}]},"
      + " \"staffing\": {\"fte\": 5000}}",
    lines: [
      "t.json:1:27: warning: time.warmUpMonths: expected at least the slowest interval between"
        + " contacts (service.norms.care.intervalDays, 31 days, 2 months), found 0 months"
        + " [advice.warm-up]",
      "t.json:1:108: warning: service.norms.care: expected a contact within the run (30 days), found"
        + " one per 31 days [advice.unserved-group]",
    ]),
]

@Suite("The wording of messages")
struct DiagnosticWordingTests {
  @Test("Each problem is told in these words", arguments: cases)
  func wording(_ wording: WordingCase) {
    let document = ScenarioDocument.read(
      Array(wording.text.utf8), path: "t.json", overrides: wording.overrides)
    // That the default norms ask more than the staff has is advice about every small file; it is
    // tested on its own.
    let lines = document.diagnostics.filter {
      $0.code != .adviseNorms || wording.code == .adviseNorms
    }
    .map(DiagnosticRenderer.line)
    #expect(lines.sorted() == wording.lines.sorted())
    #expect(document.diagnostics.contains { $0.code == wording.code })
    #expect(document.hasErrors == document.diagnostics.contains { $0.severity == .error })
  }

  /// Codes whose messages hold figures of the model or need files; their tests stand elsewhere.
  private static let elsewhere: Set<DiagnosticCode> = [
    .fileMissing, .fileDirectory, .fileUnreadable, .fileTooLarge, .fileEncoding,
    .jsonTooManyProblems, .extendsCycle, .extendsTooLong, .adviseIntakes, .adviseNorms,
    .adviseContradiction,
  ]

  @Test("Every code has a case, and an explanation of its own")
  func everyCodeIsCovered() {
    let covered = Set(cases.map(\.code)).union(Self.elsewhere)
    #expect(Set(DiagnosticCode.allCases).subtracting(covered) == [])
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
        + "    é\\u{1b}\\u{9}1\n                ^")
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
