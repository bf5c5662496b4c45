import CaseloadTestSupport
import Foundation
import ScenarioFormat
import Testing

@testable import CaseloadCommands

/// What is told about scenarios before they run.
@Suite struct ScenarioNewsTests {
  @Test func adviceOfOneKindIsGivenOnceForASet() throws {
    let folder = try TemporaryFolder()
    let paths = try ["a", "b", "c"].map { try folder.scenario(name: $0) }
    func count(_ text: String, _ part: String) -> Int {
      text.components(separatedBy: part).count - 1
    }
    let one = CommandCall(["validate", paths[0]])
    let kinds = count(one.errors, ": warning: ")
    #expect(kinds >= 1, "\(one.errors)")
    let all = CommandCall(["validate"] + paths)
    #expect(count(all.errors, ": warning: ") == 2 * kinds, "\(all.errors)")
    #expect(count(all.errors, "] also of \(paths[1]), \(paths[2])\n") == kinds, "\(all.errors)")
    // Errors are never left out.
    let bad = try ["d", "e"].map { try folder.write("{ \"seed\": -1 }", to: $0 + ".json") }
    #expect(count(CommandCall(["validate"] + bad).errors, ": error: seed: ") == 2)
  }

  @Test func adviceThatVariantsShareIsGivenOnceWithTheirNames() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let call = CommandCall(
      [
        "compare", path, "--variant", "fewer: staffing.fte=20", "--variant",
        "few: staffing.fte=15", "--replications", "2",
      ], simulator: FitCommandTests.simulator)
    #expect(call.code == .success, "\(call.errors)")
    for kind in ["advice.norms", "advice.replications"] {
      let count = call.errors.split(separator: "\n").count { $0.hasSuffix("[\(kind)]") }
      #expect(count == 1, "\(kind): \(call.errors)")
    }
    #expect(
      call.errors.contains("service.norms [advice.norms] also of fewer, few\n"), "\(call.errors)")
  }

  @Test func aNearFileIsProposed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    for wrong in ["tinny.json", "tiny", "Tiny.json"] {
      let call = CommandCall(["run", folder.path + "/" + wrong, "--output", folder.path + "/out"])
      #expect(call.code == .missingInput)
      #expect(call.errors.contains("; did you mean '\(path)'?"), "\(wrong): \(call.errors)")
    }
    let none = CommandCall(["validate", folder.path + "/quite-another-name.json"])
    #expect(none.code == .missingInput && !none.errors.contains("did you mean"))
  }

  @Test func theScenarioInAFolderIsProposed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(ScenarioTexts.small, to: "baseline/scenario.json")
    let call = CommandCall(["validate", folder.path + "/baseline"])
    #expect(call.code == .missingInput)
    #expect(call.errors.contains("found a folder; did you mean '\(file)'?"), "\(call.errors)")
    let none = CommandCall(["validate", folder.path])
    #expect(none.code == .missingInput && !none.errors.contains("did you mean"))
  }

  @Test func aNearKeyIsProposedHoweverLongItIs() throws {
    let longest = try #require(
      ParameterTable.entries.map(\.path).max { $0.count < $1.count })
    let call = CommandCall(["explain", longest + "s"])
    #expect(call.errors.contains("did you mean '\(longest)'?"), "\(call.errors)")
  }

  @Test func thousandsInANumberAreToldApartFromDecimals() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let clients = CommandCall(["validate", path, "--set", "population.clients=4.200"])
    #expect(clients.code == .badScenario)
    #expect(clients.errors.contains("write 4200 without a separator"), "\(clients.errors)")
    let staff = CommandCall([
      "run", path, "--set", "staffing.fte=4.200", "--output", folder.path + "/out",
    ])
    #expect(staff.code == .success)
    #expect(staff.errors.contains("4.200 reads as 4.2; write 4200 for thousands"))
    let plain = CommandCall([
      "run", path, "--set", "staffing.fte=4.215", "--output", folder.path + "/out",
    ])
    #expect(!plain.errors.contains("thousands"))
  }

  @Test func twoValuesThatMightBeOneAreRemarkedOn() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.scenario()
    let call = CommandCall(["sweep", scenario, "staffing.fte=2,5"])
    #expect(call.code == .success)
    #expect(
      call.errors.contains(
        "'staffing.fte=2,5' are the values 2 and 5; the number between is written 2.5"))
    for plain in ["staffing.fte=20,30", "time.observationMonths=1,2", "staffing.fte=2,5,7"] {
      #expect(!CommandCall(["sweep", scenario, plain]).errors.contains("the number between"))
    }
  }

  @Test func anInterruptIsHeardWhilePointsAreRead() throws {
    let folder = try TemporaryFolder()
    let interruption = Interruption()
    interruption.interrupt(by: SIGTERM)
    let call = CommandCall(
      ["sweep", try folder.scenario(), "staffing.fte=20,30"], interruption: interruption)
    #expect(call.code == .terminated)
    #expect(call.errors.contains("stopped before the first replication; nothing is written"))
    #expect(call.output.isEmpty)
  }
}
