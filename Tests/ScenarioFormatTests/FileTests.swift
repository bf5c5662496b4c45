import CaseloadModel
import CaseloadTestSupport
import Foundation
import Testing

@testable import ScenarioFormat

@Suite("Scenario files and the files they extend")
struct FileTests {
  private func codes(_ document: ScenarioDocument) -> [DiagnosticCode] {
    document.diagnostics.filter { $0.severity == .error }.map(\.code)
  }

  @Test("What is no readable file is told as such")
  func unreadableInput() throws {
    let folder = try TemporaryFolder()
    let missing = ScenarioDocument.load(path: folder.path + "/none.json")
    #expect(
      missing.diagnostics.map(DiagnosticRenderer.line) == [
        "\(folder.path)/none.json: error: expected a scenario file, found no such file"
          + " [file.missing]"
      ])
    #expect(missing.isMissingInput && missing.scenario == nil && missing.sha256.isEmpty)
    let directory = ScenarioDocument.load(path: folder.path)
    #expect(
      directory.diagnostics.map(DiagnosticRenderer.line) == [
        "\(folder.path): error: expected a file, found a folder [file.directory]"
      ])
    #expect(directory.isMissingInput)
    #expect(codes(ScenarioDocument.load(path: "")) == [.fileMissing])
    #expect(codes(ScenarioDocument.load(path: "a\0b")) == [.fileMissing])
  }

  @Test("A preset is extended from any folder, and is the scenario of its name")
  func presets() throws {
    let folder = try TemporaryFolder()
    for preset in ScenarioPreset.allCases {
      let isStored = try PackageFiles.text("scenarios/\(preset.rawValue).json") == preset.text
      #expect(isStored, "the text of \(preset.rawValue) is not that of its file")
      let own = "\"name\": \"mine\", \"staffing\": { \"fte\": 20 } }"
      try folder.write(preset.text, to: "base.json")
      let file = try folder.write("{ \"extends\": \"base.json\", " + own, to: "a.json")
      let text = "{ \"extends\": \"preset:\(preset.rawValue)\", " + own
      let path = try folder.write(text, to: "b.json")
      let extended = ScenarioDocument.load(path: path)
      #expect(extended.scenario?.staffing.fte == 20 && extended.scenario?.name == "mine")
      #expect(extended.sha256 == ScenarioDocument.load(path: file).sha256)
      #expect(ScenarioDocument.read(Array(text.utf8), path: "t").sha256 == extended.sha256)
    }
    let near = try folder.write("{ \"extends\": \"preset:municipality-2015\" }", to: "c.json")
    #expect(
      ScenarioDocument.load(path: near).diagnostics.map(DiagnosticRenderer.line) == [
        "\(near):1:14: error: extends: expected preset:municipality-2014 or"
          + " preset:municipality-2022, found \"preset:municipality-2015\"; did you mean"
          + " \"preset:municipality-2014\"? [file.missing]"
      ])
  }

  @Test("A file without permission is unreadable", .enabled(if: getuid() != 0))
  func noPermission() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "a.json")
    chmod(folder.path + "/a.json", 0)
    let document = ScenarioDocument.load(path: folder.path + "/a.json")
    #expect(codes(document) == [.fileUnreadable] && document.isMissingInput)
  }

  @Test("Files of the wrong size or encoding are bad, not missing")
  func wrongContent() throws {
    let folder = try TemporaryFolder()
    try folder.write([UInt8](repeating: 0x20, count: FileReading.sizeLimit + 1), to: "large.json")
    try folder.write([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], to: "utf16.json")
    try folder.write(
      Array("{\"description\": \"caf".utf8) + [0xE9] + Array("\"}".utf8), to: "latin1.json")
    try folder.write([0xEF, 0xBB, 0xBF] + Array("{}".utf8), to: "bom.json")
    let large = ScenarioDocument.load(path: folder.path + "/large.json")
    #expect(
      large.diagnostics.map(DiagnosticRenderer.line) == [
        "\(folder.path)/large.json: error: expected a file of at most 8 MiB, found a larger one"
          + " [file.too-large]"
      ])
    #expect(!large.isMissingInput)
    let utf16 = ScenarioDocument.load(path: folder.path + "/utf16.json")
    #expect(
      utf16.diagnostics.map(DiagnosticRenderer.line) == [
        "\(folder.path)/utf16.json:1:1: error: expected text in UTF-8, found UTF-16 [file.encoding]"
      ])
    let latin = ScenarioDocument.load(path: folder.path + "/latin1.json")
    #expect(
      latin.diagnostics.map(DiagnosticRenderer.line) == [
        "\(folder.path)/latin1.json:1:21: error: description: expected text in UTF-8, found the byte 0xE9; save"
          + " the file as UTF-8 [file.encoding]"
      ])
    let bom = ScenarioDocument.load(path: folder.path + "/bom.json")
    #expect(codes(bom) == [] && bom.scenario?.name == "bom")
  }

  @Test("A scenario is put together from its chain of files")
  func inheritance() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"name": "far", "description": "far", "seed": 7, "staffing": {"fte": 10, "skillSpread": 0.2},
       "outflow": {"rates": [{"group": "work", "workPerYear": 0.5}]}}
      """, to: "bases/far.json")
    try folder.write(
      "{\"extends\": \"far.json\", \"staffing\": {\"fte\": 20}}", to: "bases/near.json")
    try folder.write(
      "{\"extends\": \"bases/near.json\", \"staffing\": {\"swapShare\": 0.1}}", to: "top.json")
    let document = ScenarioDocument.load(
      path: folder.path + "/top.json",
      overrides: ["outflow.rates.work.otherPerYear=0.25", "description=a b", "sources=E-001"])
    let scenario = try #require(document.scenario)
    #expect(scenario.name == "top" && scenario.description == "a b" && scenario.seed == 7)
    #expect(scenario.sources == ["E-001"])
    #expect(scenario.staffing.fte == 20 && scenario.staffing.skillSpread == 0.2)
    #expect(scenario.staffing.swapShare == 0.1)
    #expect(scenario.outflow.rates.map(\.group) == ["care", "development", "work"])
    #expect(scenario.outflow.rates[2].workPerYear == 0.5)
    #expect(scenario.outflow.rates[2].otherPerYear == 0.25)
    #expect(scenario.outflow.rates[0] == Scenario().outflow.rates[0])
  }

  @Test("Problems of a base are told at their place in the base")
  func problemInBase() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\n  \"staffing\": {\"fte\": 0}\n}", to: "base.json")
    try folder.write("{\"extends\": \"base.json\", \"seed\": -1}", to: "top.json")
    let document = ScenarioDocument.load(path: folder.path + "/top.json")
    #expect(
      document.diagnostics.map(DiagnosticRenderer.line) == [
        "\(folder.path)/top.json:1:34: error: seed: expected a whole number from 0 to"
          + " 18446744073709551615, found -1 [scenario.out-of-range]",
        "\(folder.path)/base.json:2:23: error: staffing.fte: expected a number that is above 0 and at"
          + " most 100000 (full-time equivalents), found 0 [scenario.out-of-range]",
      ])
  }

  @Test("Chains that never end are refused")
  func cyclesAndLongChains() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"extends\": \"b.json\"}", to: "a.json")
    try folder.write("{\"extends\": \"./a.json\"}", to: "b.json")
    try folder.write("{\"extends\": \"self.json\"}", to: "self.json")
    #expect(
      ScenarioDocument.load(path: folder.path + "/a.json").diagnostics.map(\.code)
        .filter { $0.severity == .error } == [.extendsCycle])
    #expect(codes(ScenarioDocument.load(path: folder.path + "/self.json")) == [.extendsCycle])
    for number in 0..<20 {
      try folder.write("{\"extends\": \"n\(number + 1).json\"}", to: "n\(number).json")
    }
    #expect(codes(ScenarioDocument.load(path: folder.path + "/n0.json")) == [.extendsTooLong])
  }

  @Test("Nothing outside the folder of the top scenario is read")
  func escapes() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"seed\": 9}", to: "secret.json")
    try folder.write("{\"seed\": 3}", to: "in/sub/ok.json")
    for (index, target) in [
      "../secret.json", "\(folder.path)/secret.json", "sub/../../secret.json", "link.json",
      "linked/secret.json", "../none.json",
    ].enumerated() {
      try folder.write("{\"extends\": \(JSONText.quoted(target))}", to: "in/t\(index).json")
    }
    symlink("../secret.json", folder.path + "/in/link.json")
    symlink("..", folder.path + "/in/linked")
    for index in 0..<6 {
      let document = ScenarioDocument.load(path: folder.path + "/in/t\(index).json")
      #expect(codes(document) == [.extendsOutside], "case \(index)")
    }
    // The same file is allowed when the caller gives a wider root.
    let wide = ScenarioDocument.load(path: folder.path + "/in/t0.json", root: folder.path)
    #expect(wide.scenario?.seed == 9)
    try folder.write("{\"extends\": \"sub/back.json\"}", to: "in/up.json")
    try folder.write("{\"extends\": \"../base.json\"}", to: "in/sub/back.json")
    try folder.write("{\"seed\": 5}", to: "in/base.json")
    #expect(ScenarioDocument.load(path: folder.path + "/in/up.json").scenario?.seed == 5)
  }

  @Test("A base that is not there is an error in the file that names it")
  func missingBase() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"extends\": \"none.json\"}", to: "a.json")
    mkfifo(folder.path + "/pipe", 0o600)
    try folder.write("{\"extends\": \"pipe\"}", to: "b.json")
    let missing = ScenarioDocument.load(path: folder.path + "/a.json")
    #expect(codes(missing) == [.fileMissing] && !missing.isMissingInput)
    #expect(missing.diagnostics[0].line == 1 && missing.diagnostics[0].column == 13)
    #expect(codes(ScenarioDocument.load(path: folder.path + "/b.json")) == [.fileUnreadable])
  }

  @Test("Paths relative to the current folder work without a folder part")
  func bareFileName() {
    #expect(FileReading.joined("", "base.json") == "base.json")
    #expect(FileReading.joined("a/b", "../c.json") == "a/c.json")
    #expect(FileReading.joined("/a", "../../c") == "/c")
    #expect(FileReading.joined("..", "../c") == "../../c")
  }

  @Test("Elements are added, changed and removed by name, and groups keep their order")
  func listsByName() throws {
    let document = read(
      """
      {"population": {"groups": [
         {"name": "almost", "readinessFrom": 0.55, "stockShare": 0.16, "inflowShare": 0.18},
         {"name": "development", "stockShare": 0.2, "inflowShare": 0.2},
         {"name": "care", "remove": true},
         {"name": "rest", "stockShare": 0.4, "inflowShare": 0.22}]},
       "service": {"norms": [{"group": "almost"}, {"group": "care", "remove": true},
         {"group": "rest"}]},
       "outflow": {"rates": [{"group": "care", "remove": true}, {"group": "almost"},
         {"group": "rest", "otherPerYear": 0.3}]},
       "trajectories": {"instruments": [{"name": "socialActivation", "fromGroup": "rest"}]}}
      """)
    #expect(codes(document) == [])
    let scenario = try #require(document.scenario)
    let names = ["rest", "development", "almost", "work"]
    #expect(scenario.population.groups.map(\.name) == names)
    #expect(scenario.service.norms.map(\.group) == names)
    #expect(scenario.outflow.rates.map(\.group) == names)
    #expect(scenario.outflow.rates[0].otherPerYear == 0.3)
  }

  @Test("The committed schema is the one that the table gives")
  func committedSchema() throws {
    let path = PackageFiles.root + "/scenarios/" + ScenarioText.schemaReference
    #expect(try String(contentsOfFile: path, encoding: .utf8) == ScenarioText.schema())
  }

  @Test("The committed scenarios are free of errors; only their norms may ask more than there is")
  func committedScenarios() throws {
    let folder = PackageFiles.root + "/scenarios"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()
    #expect(files.contains("municipality-2014.json"))
    for file in files {
      let document = ScenarioDocument.load(path: folder + "/" + file)
      let expectedAdvice: [DiagnosticCode] = [.adviseNorms, .adviseReplications]
      let others = document.diagnostics.filter { !expectedAdvice.contains($0.code) }
      #expect(others.map(DiagnosticRenderer.line) == [])
      #expect(document.scenario?.name == String(file.dropLast(5)))
    }
  }
}

@Suite("Large files")
struct LargeFileTests {
  @Test("A file with endless problems is told in a bounded report")
  func endlessProblems() {
    for separator in [",", ",\n"] {
      let members = (0..<20_000).map { "\"k\($0)\": 1" }.joined(separator: separator)
      let diagnostics = read("{" + members + "}").diagnostics
      #expect(diagnostics.count == ScenarioAssembler.diagnosticLimit)
      #expect(diagnostics.last?.code == .jsonTooManyProblems)
      #expect(diagnostics.last?.expected == "fewer than 400 problems")
      #expect(diagnostics.allSatisfy { ($0.excerpt?.utf8.count ?? 0) <= 1_024 })
      // The 400th key stands where it stands, however its place was counted.
      let line = separator == "," ? 1 : 400
      #expect(diagnostics.last?.line == line)
    }
  }

  @Test("The excerpt of a long line holds its column, also between multi-byte characters")
  func excerptOfALongLine() throws {
    let text =
      "{\"description\": \"" + repeated("é€", 400) + "\", \"zzzz\": 1, \"sources\": [\""
      + repeated("😀", 400) + "\"]}"
    let diagnostic = try #require(read(text).diagnostics.first { $0.code == .unknownKey })
    let excerpt = Array(try #require(diagnostic.excerpt).unicodeScalars)
    #expect(diagnostic.column == 821)
    #expect(
      String(
        String.UnicodeScalarView(
          excerpt[(diagnostic.column - diagnostic.excerptColumn)...].prefix(6))) == "\"zzzz\"")
    #expect(!excerpt.contains("\u{FFFD}"))
    let lines = DiagnosticRenderer.terminal(diagnostic).split(separator: "\n")
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let offset = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(offset).hasPrefix("\"zzzz\""))
  }
}
