import CaseloadModel
import CaseloadTestSupport
import Foundation
import ScenarioFormat
import Synchronization
import Testing

@testable import CaseloadCommands

@Suite("A new scenario")
struct NewCommandTests {
  /// The example of a manager: 4,200 clients, 38 fte, 22 % administration, 1,150 new benefits and 300 exits to work.
  private static let manager = [
    "new", "--name", "Súdwest-Fryslân", "--clients", "4200", "--fte", "38", "--administration",
    "0.22",
    "--new-benefits", "1150", "--exits-work", "300", "--groups", "30/45/25",
  ]

  @Test("Figures become values and targets, and nothing is said that was not stated")
  func figures() throws {
    let call = CommandCall(NewCommandTests.manager)
    #expect(call.code == .success, "\(call.errors)")
    let document = ScenarioDocument.read(Array(call.output.utf8), path: "new.json")
    let scenario = try #require(document.scenario, "\(document.diagnostics)")
    #expect(scenario.name == "Sudwest-Fryslan")
    #expect(scenario.description.hasPrefix("Súdwest-Fryslân, with 4200 clients and 38 fte."))
    #expect(scenario.sources == [])
    #expect(scenario.population.clients == 4_200)
    #expect(scenario.population.groups.map(\.stockShare) == [0.3, 0.45, 0.25])
    #expect(scenario.staffing.fte == 38)
    #expect(scenario.staffing.administrationShare == 0.22)
    #expect(scenario.caseload.normPerFte == 111)
    let targets = scenario.targets.map { "\($0.metricID) \($0.group) \($0.value) \($0.tolerance)" }
    #expect(
      targets == [
        "stock.clients  4200.0 84.0", "stock.clients care 1260.0 84.0",
        "stock.clients development 1890.0 84.0", "stock.clients work 1050.0 84.0",
        // Twice the root of 1,150 is 68, of 300 it is 35.
        "inflow.perYear  1150.0 68.0", "outflow.work.perYear  300.0 35.0",
      ])
  }

  @Test("An inflow far below the exits is told, though not all exits are given")
  func contradictions() {
    let call = CommandCall([
      "new", "--clients", "4200", "--new-benefits", "22", "--exits-other", "1450",
    ])
    #expect(call.errors.contains("targets.inflow.perYear"), "\(call.errors)")
    #expect(call.errors.contains("1428 a year less"), "\(call.errors)")
    #expect(!CommandCall(NewCommandTests.manager).errors.contains("targets."))
  }

  @Test("The description and what is told are there in Dutch")
  func dutch() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/eigen.json"
    let call = CommandCall([
      "new", "--clients", "4200", "--fte", "38", "--name", "Westdam", "--language", "nl",
      "--output", file,
    ])
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.errors.contains("' is geschreven"), "\(call.errors)")
    #expect(call.errors.contains("verder: caseload validate '"), "\(call.errors)")
    let text = try folder.text("eigen.json")
    #expect(text.contains("Westdam, met 4200 klanten en 38 fte. Wat er niet staat"), "\(text)")
  }

  @Test("Contact policy and the spread of caseloads are taken", arguments: ScenarioPreset.allCases)
  func policies(preset: ScenarioPreset) throws {
    let call = CommandCall([
      "new", "--preset", preset.rawValue, "--contact", "work=60", "--rest-policy", "no",
      "--caseloads",
      "70:150", "--exits-other", "90",
    ])
    #expect(call.code == .success, "\(call.errors)")
    let document = ScenarioDocument.read(Array(call.output.utf8), path: "new.json")
    let scenario = try #require(document.scenario, "\(document.diagnostics)")
    #expect(scenario.service.norms.first { $0.group == "work" }?.intervalDays == 60)
    #expect(!scenario.service.restPolicy.enabled)
    #expect(
      scenario.targets.map(\.metricID) == [
        "outflow.other.perYear", "caseload.perWorker.p10", "caseload.perWorker.p90",
      ])
    #expect(scenario.name == "own-organisation")
  }

  @Test(
    "Names in any script make safe names, never that of a shipped scenario",
    arguments: [
      ("Súdwest-Fryslân", "Sudwest-Fryslan"), ("'s-Hertogenbosch", "s-Hertogenbosch"),
      ("Ærø & Łódź", "AEro-Lodz"), ("../../etc", "etc"),
      ("municipality-2014", "own-municipality-2014"),
      ("   ", "own-organisation"), ("!!!", "own-organisation"), ("Αθήνα", "Athena"),
    ])
  func names(title: String, expected: String) {
    let name = SafeName.scenario(title)
    #expect(name.lowercased() == expected.lowercased(), "\(name)")
  }

  @Test("Wrong figures are refused with what was expected")
  func wrongFigures() {
    for (arguments, part) in [
      (["--groups", "30/45/30"], "3 shares that add up to 1"), (["--groups", "a,b,c"], "3 shares"),
      (["--contact", "nobody=60"], "expects GROUP=DAYS"), (["--caseloads", "150:70"], "LOW:HIGH"),
      (["--rest-policy", "maybe"], "yes or no"), (["--clients", "4.200"], "whole number"),
      (["--new-benefits", "1.150"], "write 1150 for thousands"),
      (["--administration", "22"], "a share above 0 and below 1"),
      (["--name", ""], "needs a name"),
    ] {
      let call = CommandCall(["new"] + arguments)
      #expect(call.code == .usage, "\(arguments)")
      #expect(call.errors.contains(part), "\(arguments): \(call.errors)")
      #expect(call.output.isEmpty)
    }
  }

  @Test("A file is written, and an existing one is never replaced")
  func writesOnce() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/mine.json"
    let first = CommandCall(NewCommandTests.manager + ["--output", file])
    #expect(first.code == .success, "\(first.errors)")
    #expect(first.errors.contains("then caseload fit '\(file)'"))
    let text = try folder.text("mine.json")
    let again = CommandCall(["new", "--clients", "10", "--output", file])
    #expect(again.code == .cannotWrite)
    #expect(try folder.text("mine.json") == text)
  }

  @Test("On a terminal the questions are asked, and a wrong answer is asked again")
  func questions() throws {
    let folder = try TemporaryFolder()
    let answers = Answers([
      "Test \(folder.path.suffix(8))", "4200", "38,5", "38.5", "22 %", "1150", "300", "", "",
      "30 45 25",
      "", "", "60", "ja",
    ])
    let errors = MemorySink()
    let output = MemorySink()
    let here = FileManager.default.currentDirectoryPath
    defer { try? FileManager.default.removeItem(atPath: here + "/" + answers.fileName) }
    let code = CommandLineTool.run(
      arguments: ["new"], environment: [:], standardOutput: output.sink(),
      standardError: errors.sink(),
      standardInput: { answers.next() })
    #expect(code == .success, "\(errors.text)")
    #expect(errors.text.contains("expected a number above 0"))
    let document = ScenarioDocument.load(path: answers.fileName)
    let scenario = try #require(document.scenario, "\(document.diagnostics)")
    #expect(scenario.staffing.fte == 38.5)
    #expect(scenario.staffing.administrationShare == 0.22)
    #expect(scenario.population.groups.map(\.stockShare) == [0.3, 0.45, 0.25])
    #expect(scenario.service.norms.first { $0.group == "work" }?.intervalDays == 60)
    #expect(scenario.service.restPolicy.enabled)
  }

  @Test("The questions are there in Dutch")
  func dutchQuestions() throws {
    let folder = try TemporaryFolder()
    let answers = Answers(["Toets \(folder.path.suffix(8))", "veel", "4200"])
    let errors = MemorySink()
    defer { try? FileManager.default.removeItem(atPath: answers.fileName) }
    let code = CommandLineTool.run(
      arguments: ["new", "--language", "nl"], environment: [:],
      standardOutput: MemorySink().sink(), standardError: errors.sink(),
      standardInput: { answers.next() })
    #expect(code == .success, "\(errors.text)")
    for words in [
      "Wat weet u van uw organisatie?", "Klanten in het bestand",
      "verwacht: een geheel getal boven 0",
      "Dagen tussen geplande gesprekken, zorg", "is geschreven",
    ] { #expect(errors.text.contains(words), "\(words): \(errors.text)") }
    #expect(!errors.text.contains("What do you know") && !errors.text.contains("Clients in stock"))
  }
}

/// What a person types, line by line.
private final class Answers: Sendable {
  private let place = Atomic(0)
  private let lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  /// The name of the file that the first answer leads to.
  var fileName: String { SafeName.scenario(lines[0]) + ".json" }

  func next() -> String? {
    let index = place.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < lines.count ? lines[index] : nil
  }
}
