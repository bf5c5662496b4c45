import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

/// Output that cannot be written must not cost the work behind it.
@Suite struct FailedOutputTests {
  /// A simulator that puts a file in the place of a folder when the last replication begins.
  private func blocking(_ folder: String, at last: Int) -> Simulator {
    { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if replication == last {
        try? FileManager.default.removeItem(atPath: folder)
        try? Data().write(to: URL(fileURLWithPath: folder))
      }
      return try CommandCall.quick(scenario, seed, replication, isCancelled)
    }
  }

  @Test func aRunWhoseResultsCannotBeWrittenIsResumed() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "run", try folder.scenario(), "--replications", "6", "--threads", "1", "--output",
      folder.path + "/out", "--journal", folder.path + "/journals",
    ]
    let failed = CommandCall(arguments, simulator: blocking(folder.path + "/out", at: 5))
    #expect(failed.code == .cannotWrite, "\(failed.errors)")
    #expect(failed.errors.contains("the same command with --resume goes on from here"))
    try FileManager.default.removeItem(atPath: folder.path + "/out")
    let resumed = CommandCall(arguments + ["--resume"])
    #expect(resumed.code == .success, "\(resumed.errors)")
    #expect(resumed.errors.contains("6 finished replications taken from"))
    #expect(folder.names(in: "journals").isEmpty)
    let whole = CommandCall(arguments)
    #expect(whole.output == resumed.output)
  }

  @Test func tablesThatCannotBePrintedAreResumed() throws {
    let folder = try TemporaryFolder()
    let base = try folder.scenario(name: "base")
    for command in [
      ["compare", base, base, "--format", "csv"],
      ["sweep", base, "staffing.fte=20,30", "--format", "json"],
    ] {
      let arguments = command + ["--journal", folder.path + "/journals"]
      let errors = MemorySink()
      let code = CommandLineTool.run(
        arguments: arguments, environment: [:], standardOutput: TextSink { _ in ENOSPC },
        standardError: errors.sink(), simulator: CommandCall.quick)
      #expect(code == .cannotWrite, "\(errors.text)")
      #expect(errors.text.contains("--resume goes on from here"), "\(errors.text)")
      let resumed = CommandCall(arguments + ["--resume"])
      #expect(resumed.code == .success)
      #expect(resumed.errors.contains("6 finished replications taken from"), "\(resumed.errors)")
      #expect(folder.names(in: "journals").isEmpty)
    }
  }

  @Test func aWarmUpThatWasInterruptedKeepsTheReplications() throws {
    let folder = try TemporaryFolder()
    let interruption = Interruption()
    let arguments = [
      "run", try folder.scenario(), "--detect-warm-up", "--output", folder.path + "/out",
    ]
    let stopped = CommandCall(
      arguments, interruption: interruption,
      simulator: { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        if scenario.time.warmUpMonths == 0 { interruption.interrupt(by: SIGINT) }
        if isCancelled() { return nil }
        return try CommandCall.quick(scenario, seed, replication, isCancelled)
      })
    #expect(stopped.code == .interrupted, "\(stopped.errors)")
    let resumed = CommandCall(arguments + ["--resume"])
    #expect(resumed.errors.contains("3 finished replications taken from"), "\(resumed.errors)")
    #expect(folder.names(in: "out") == ["tiny"])
  }

  @Test func aClosedStandardOutputIsNoJournal() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(ScenarioTexts.small, to: "small.json")
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$0\" run \"$1\" --output \"$2\" >&-", ExecutableTests.program.path, scenario,
      folder.path + "/out",
    ]
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 73, "\(text)")
    #expect(text.contains("cannot write to standard output: Bad file descriptor"))
    #expect(try folder.text("out/small/results.json").hasPrefix("{\n  \"format\""))
  }

  /// Runs the program by a shell, which sets limits first.
  private func run(
    _ limits: String, _ folder: TemporaryFolder
  ) throws -> (status: Int32, reason: Process.TerminationReason, errors: String) {
    let scenario = try folder.write(ScenarioTexts.small, to: "small.json")
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", limits + "; exec \"$0\" run \"$1\" --output \"$2\" --journal \"$3\"",
      ExecutableTests.program.path, scenario, folder.path + "/out", folder.path + "/journals",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, process.terminationReason, text)
  }

  @Test func filesThatMayNotGrowAreNoEndWithoutAWord() throws {
    let folder = try TemporaryFolder()
    // Eight kibibytes are less than results.json takes.
    let end = try run("ulimit -f 8", folder)
    #expect(end.reason == .exit && end.status == 73, "\(end.errors)")
    #expect(end.errors.contains("File too large"))
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test(arguments: [4, 7, 9]) func tooFewFileDescriptorsAreExplained(limit: Int) throws {
    let end = try run("ulimit -n \(limit)", try TemporaryFolder())
    #expect(end.reason == .exit && end.status == 66, "\(end.errors)")
    #expect(end.errors.contains("'ulimit -n' tells and changes the limit"))
  }
}
