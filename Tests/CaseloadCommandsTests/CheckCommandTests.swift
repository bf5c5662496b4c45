import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct CheckCommandTests {
  /// A folder with two pinned scenarios, without baselines.
  private func baselines() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["one", "two"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: true)
      _ = try folder.write(
        try String(contentsOfFile: try folder.scenario(name: name), encoding: .utf8),
        to: name + "/scenario.json")
    }
    return folder
  }

  /// The quick simulator with one metric moved by `shift`.
  private func moved(_ shift: Double) -> Simulator {
    { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      guard
        let outcome = try CommandCall.quick(scenario, seed, replication, isCancelled)
      else { return nil }
      var values = outcome.values
      values[Metric.unseen6m.rawValue * outcome.cellCount] += shift
      return ReplicationOutcome(
        replication: replication, cellCount: outcome.cellCount, observationCount: 1,
        observationDays: outcome.observationDays, values: values, series: values, events: 100,
        clientYears: 5)
    }
  }

  @Test func aMissingBaselineFailsUntilItIsMade() throws {
    let folder = try baselines()
    let missing = CommandCall(["check", folder.path])
    #expect(missing.code == .failure)
    #expect(missing.output.contains("FAILED   one: there is no baseline; --update makes one\n"))
    #expect(missing.output.hasSuffix("2 checks, 2 failed\n"))
    let made = CommandCall(["check", folder.path, "--update"])
    #expect(made.code == .success)
    #expect(made.output.contains("updated  one: there was no baseline\n"))
    #expect(folder.names(in: "one") == ["resolved.json", "results.json", "scenario.json"])
    let again = CommandCall(["check", folder.path])
    #expect(again.code == .success)
    #expect(again.output == "same     one\nsame     two\n2 checks, 0 failed\n")
  }

  @Test func aBaselineWithoutItsScenarioFails() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    try FileManager.default.moveItem(
      atPath: folder.path + "/two/scenario.json", toPath: folder.path + "/two/scenaro.json")
    for options in [[], ["--update"]] {
      let call = CommandCall(["check", folder.path] + options)
      #expect(call.code == .failure)
      #expect(call.output.contains("FAILED   two: there is a baseline, but no scenario.json"))
    }
  }

  @Test func aBaselineThatCannotBeReplacedIsNotCalledUpdated() throws {
    let folder = try baselines()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/one/results.json", withIntermediateDirectories: false)
    let failed = CommandCall(["check", folder.path])
    #expect(failed.output.contains("FAILED   one: the baseline cannot be read\n"))
    let call = CommandCall(["check", folder.path, "--update"])
    #expect(call.code == .cannotWrite)
    #expect(!call.output.contains("updated  one"))
    #expect(call.errors.contains("/one/results.json': a folder is in the way"))
  }

  @Test func aReportThatCannotBeWrittenIsToldBeforeTheWork() throws {
    let folder = try baselines()
    let call = CommandCall(
      ["check", folder.path, "--junit", folder.path + "/none/junit.xml"],
      simulator: { (_, _, _, _) throws(InvariantViolation) in
        Issue.record("the simulation was started")
        return nil
      })
    #expect(call.code == .cannotWrite)
    #expect(call.errors.contains("there is no folder '\(folder.path)/none'"))
  }

  @Test func aMoveIsShownInStandardErrors() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    let call = CommandCall(["check", folder.path], simulator: moved(0.05))
    #expect(call.code == .failure)
    #expect(call.output.contains("FAILED   one: 1 of "))
    let row = call.output.split(separator: "\n").first { $0.contains("unseen.6m.share") }
    // Mean 8.2 and standard deviation 0.1 over three replications: 0.05 is 0.87 standard errors.
    #expect(
      row?.split(separator: " ") == [
        "unseen.6m.share", "all", "8.20000", "8.25000", "+0.610", "%", "0.87",
      ])
  }

  @Test func aToleranceAcceptsSmallMoves() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    for (tolerance, code) in [("0.01", ExitCode.success), ("0.005", .failure)] {
      let call = CommandCall(
        ["check", folder.path, "--tolerance", tolerance], simulator: moved(0.05))
      #expect(call.code == code, "tolerance \(tolerance)")
    }
  }

  @Test func updatingTellsWhatChanged() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    let update = CommandCall(["check", folder.path, "--update"], simulator: moved(1))
    #expect(update.code == .success)
    #expect(update.output.contains("updated  two: 1 of "))
    #expect(update.output.contains("unseen.6m.share"))
    #expect(CommandCall(["check", folder.path], simulator: moved(1)).code == .success)
  }

  @Test func aChangedScenarioIsNamed() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    let text = try folder.text("one/scenario.json").replacingOccurrences(
      of: "\"replications\": 3", with: "\"replications\": 4")
    _ = try folder.write(text, to: "one/scenario.json")
    let call = CommandCall(["check", folder.path])
    #expect(
      call.output.contains("FAILED   one: the resolved scenario changed: replications 3 -> 4; "))
    #expect(call.output.contains("same     two\n"))
    try FileManager.default.removeItem(atPath: folder.path + "/one/resolved.json")
    #expect(
      CommandCall(["check", folder.path]).output.contains(
        "changed (there is no resolved.json that could tell in which keys)"))
  }

  @Test func oneBaselineIsChosenByItsName() throws {
    let folder = try baselines()
    let call = CommandCall(["check", folder.path, "--update", "--only", "two"])
    #expect(call.code == .success)
    #expect(call.output == "updated  two: there was no baseline\n1 check, 1 updated\n")
    #expect(folder.names(in: "one") == ["scenario.json"])
    let wrong = CommandCall(["check", folder.path, "--only", "tow"])
    #expect(wrong.code == .missingInput)
    #expect(wrong.errors.contains("there is no baseline 'tow'"))
    #expect(wrong.errors.contains("did you mean 'two'?"))
  }

  @Test func aToleranceInStandardErrorsAcceptsSmallMoves() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    // 0.05 is 0.87 standard errors: the standard deviation is 0.1 over three replications.
    for (tolerance, code) in [("0.9", ExitCode.success), ("0.8", .failure)] {
      let call = CommandCall(
        ["check", folder.path, "--standard-errors", tolerance], simulator: moved(0.05))
      #expect(call.code == code, "tolerance \(tolerance)")
    }
  }

  @Test func aBrokenScenarioIsInTheReportForPipelines() throws {
    let folder = try baselines()
    let junit = folder.path + "/junit.xml"
    _ = try folder.write("{ \"staffing\": { \"fte\": -1 } }", to: "two/scenario.json")
    let call = CommandCall(["check", folder.path, "--junit", junit])
    #expect(call.code == .badScenario)
    let xml = try folder.text("junit.xml")
    #expect(xml.contains("tests=\"2\" failures=\"0\" errors=\"1\" skipped=\"1\""), "\(xml)")
    #expect(xml.contains("<error message=\"the scenario is wrong\">"))
    #expect(xml.contains("staffing.fte"))
    #expect(XMLBalance.isBalanced(xml))
  }

  @Test func timesAreInTheReportForPipelines() throws {
    let folder = try baselines()
    let junit = folder.path + "/junit.xml"
    _ = CommandCall(
      ["check", folder.path, "--update", "--junit", junit],
      simulator: { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        usleep(20_000)
        return try CommandCall.quick(scenario, seed, replication, isCancelled)
      })
    let times = try folder.text("junit.xml").components(separatedBy: " time=\"").dropFirst()
      .compactMap { Double($0.prefix { $0 != "\"" }) }
    // Two checks of three replications that take 0.02 seconds each, and their sum in front.
    #expect(times.count == 3 && times.dropFirst().allSatisfy { $0 >= 0.06 }, "\(times)")
    #expect(abs(times[0] - times[1] - times[2]) < 0.002)
  }

  @Test func namesFromFilesDoNotReachTheTerminalRaw() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    let text = try folder.text("one/results.json").replacingOccurrences(
      of: "\"unseen.6m.share\"", with: "\"\\u001b[31mred\"")
    _ = try folder.write(text, to: "one/results.json")
    let call = CommandCall(["check", folder.path])
    #expect(call.code == .failure)
    #expect(call.output.contains("\\u{1b}[31mred"))
    #expect(!call.output.contains("\u{1B}"))
  }

  @Test func aFolderNamesTheRootOfItsScenarios() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(ScenarioTexts.small, to: "small.json")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/pins/one", withIntermediateDirectories: true)
    let pinned = try folder.write(
      "{ \"extends\": \"../../small.json\", \"replications\": 2 }", to: "pins/one/scenario.json")
    #expect(CommandCall(["resolve", pinned]).code == .badScenario)
    _ = try folder.write("..\n", to: "pins/.caseload-root")
    #expect(CommandCall(["run", pinned, "--output", folder.path + "/out"]).code == .success)
    #expect(CommandCall(["validate", pinned]).code == .success)
    // A root that does not hold the folder that names it is none.
    _ = try folder.write("one\n", to: "pins/.caseload-root")
    #expect(CommandCall(["resolve", pinned]).code == .badScenario)
    _ = try folder.write("/\n", to: "pins/.caseload-root")
    #expect(CommandCall(["resolve", pinned]).code == .badScenario)
  }

  @Test func pipelinesReadTheOutcome() throws {
    let folder = try baselines()
    let junit = folder.path + "/junit.xml"
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    #expect(
      CommandCall(["check", folder.path, "--junit", junit], simulator: moved(1)).code == .failure)
    let xml = try folder.text("junit.xml")
    #expect(
      xml.contains("<testsuite name=\"caseload check\" tests=\"2\" failures=\"2\" errors=\"0\""))
    #expect(xml.contains("<failure message=\"1 of "))
    #expect(XMLBalance.isBalanced(xml))
    _ = CommandCall(["check", folder.path, "--junit", junit])
    #expect(try folder.text("junit.xml").contains("failures=\"0\""))
  }

  @Test func pipelinesShowFailuresBesideTheFile() throws {
    let folder = try baselines()
    #expect(CommandCall(["check", folder.path, "--update", "--quiet"]).code == .success)
    let passed = CommandCall(["check", folder.path, "--annotations"])
    #expect(passed.code == .success)
    #expect(!passed.output.contains("::"))
    let call = CommandCall(["check", folder.path, "--annotations"], simulator: moved(1))
    #expect(call.code == .failure)
    let lines = call.output.split(separator: "\n").filter { $0.hasPrefix("::error ") }
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasPrefix(
        "::error file=\(folder.path)/one/scenario.json,title=caseload check one::1 of ") == true)
    #expect(lines.first?.contains("%0A  unseen.6m.share") == true)
    #expect(lines.first?.contains("+12.195 %25") == true)
    try FileManager.default.removeItem(atPath: folder.path + "/two/results.json")
    let missing = CommandCall(["check", folder.path, "--annotations"])
    #expect(missing.output.contains("check two::there is no baseline; --update makes one\n"))
    let update = CommandCall(["check", folder.path, "--annotations", "--update"])
    #expect(!update.output.contains("::"))
  }

  @Test func pinnedScenariosExtendFilesBelowTheCurrentFolder() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(ScenarioTexts.small, to: "small.json")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/pins/one", withIntermediateDirectories: true)
    _ = try folder.write(
      "{ \"extends\": \"../../small.json\", \"replications\": 2 }", to: "pins/one/scenario.json")
    func check(_ arguments: [String], in current: String) throws -> Int32 {
      let process = Process()
      process.executableURL = ExecutableTests.program
      process.arguments = ["check", "--quiet"] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: current)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try check(["pins"], in: folder.path) == ExitCode.failure.rawValue)
    #expect(try check(["pins", "--update"], in: folder.path) == 0)
    #expect(try check(["pins"], in: folder.path) == 0)
    #expect(try check([folder.path + "/pins"], in: folder.path) == 0)
    // From inside, the file that is extended lies outside of the current folder.
    #expect(try check(["."], in: folder.path + "/pins") == ExitCode.badScenario.rawValue)
  }

  @Test func damagedBaselinesAndEmptyFoldersAreNoSuccess() throws {
    let folder = try baselines()
    _ = try folder.write("{", to: "one/results.json")
    _ = try folder.write("{ \"format\": \"other\" }", to: "two/results.json")
    let call = CommandCall(["check", folder.path])
    #expect(call.code == .failure)
    #expect(call.output.contains("one: the baseline cannot be read: not a JSON object"))
    #expect(
      call.output.contains("two: the baseline cannot be read: not in the format caseload-res"))
    #expect(CommandCall(["check", folder.path + "/none"]).code == .missingInput)
    #expect(CommandCall(["check", folder.path + "/one"]).code == .missingInput)
    #expect(CommandCall(["check", folder.path, "--update", "--tolerance", "1"]).code == .usage)
  }
}

/// A check that every element of a small XML text is closed.
enum XMLBalance {
  static func isBalanced(_ xml: String) -> Bool {
    var open: [Substring] = []
    for part in xml.split(separator: "<").map({ $0.prefix { $0 != ">" } }) {
      if part.hasPrefix("?") || part.hasSuffix("/") { continue }
      if part.hasPrefix("/") {
        guard open.popLast() == part.dropFirst() else { return false }
      } else {
        open.append(part.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
