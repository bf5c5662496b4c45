import CaseloadTestSupport
import Testing

@testable import CaseloadCommands

/// Whoever states what an organisation looks like is told by every run whether the model looks like it.
@Suite struct TargetNoteTests {
  private func targets(_ stock: Int) -> String {
    """
    , "targets": {
      "stock.clients": {"value": \(stock), "tolerance": 60},
      "stock.clients.later": {"metric": "stock.clients", "date": "2014-08-01", "value": \(stock), "tolerance": 60},
      "outflow.work.perYear": {"value": 5000, "tolerance": 1}
    }
    """
  }

  @Test(arguments: ["run", "compare"])
  func missedTargetsAreNamedWithTheirFigures(_ command: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.scenario(extra: targets(900_000))
    var words = [command, file, "--replications", "2", "--output", folder.path + "/out"]
    if command == "compare" { words += ["--variant", "more: staffing.fte=40"] }
    let call = CommandCall(words)
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.errors.contains("misses 3 of its 3 targets"), "\(call.errors)")
    #expect(call.errors.contains("where 900,000 ± 60 is asked"), "\(call.errors)")
    #expect(call.errors.contains("outflow.work.perYear is "), "\(call.errors)")
    #expect(call.errors.contains("caseload fit \(file)"), "\(call.errors)")
    let quiet = CommandCall(words + ["--quiet"])
    #expect(!quiet.errors.contains("targets"), "\(quiet.errors)")
  }

  @Test func targetsThatAreMetAreCounted() throws {
    let folder = try TemporaryFolder()
    let file = try folder.scenario(
      extra: ", \"targets\": { \"stock.clients\": {\"value\": 3000, \"tolerance\": 900000} }")
    let call = CommandCall(["run", file, "--replications", "2", "--output", folder.path + "/out"])
    #expect(call.errors.contains("meets all of its 1 target"), "\(call.errors)")
  }

  @Test func withoutTargetsNothingIsSaid() throws {
    let folder = try TemporaryFolder()
    let file = try folder.scenario(extra: "")
    let call = CommandCall(["run", file, "--replications", "2", "--output", folder.path + "/out"])
    #expect(!call.errors.contains("target"), "\(call.errors)")
  }
}
