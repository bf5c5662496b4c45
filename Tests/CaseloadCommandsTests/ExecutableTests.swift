import CaseloadTestSupport
import Foundation
import Testing

/// Calls of the built program itself.
@Suite struct ExecutableTests {
  /// The program that was built together with these tests.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("caseload")

  private func start(
    _ arguments: [String], output: Any? = FileHandle.nullDevice,
    errors: Any? = FileHandle.nullDevice
  ) throws -> Process {
    let process = Process()
    process.executableURL = ExecutableTests.program
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  @Test func theProgramAnswersAndSetsItsStatus() throws {
    let pipe = Pipe()
    let process = try start(["--version"], output: pipe)
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.hasPrefix("caseload "))
    #expect(process.terminationStatus == 0)
    let wrong = try start(["walk"])
    wrong.waitUntilExit()
    #expect(wrong.terminationStatus == 2)
    let missing = try start(["run", "/nonexistent/scenario.json"])
    missing.waitUntilExit()
    #expect(missing.terminationStatus == 66)
  }

  @Test func aClosedPipeIsQuiet() throws {
    let output = Pipe()
    let errors = Pipe()
    let process = try start(["schema"], output: output, errors: errors)
    try output.fileHandleForReading.close()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
    #expect(text.isEmpty)
  }

  @Test func signalsStopARunAndKeepWhatWasFinished() throws {
    let folder = try TemporaryFolder()
    let scenario = try folder.write(
      """
      { "name": "long", "population": { "clients": 60 }, "staffing": { "fte": 1 },
        "inflow": { "applicationsPerYear": 20 }, "replications": 2,
        "time": { "warmUpMonths": 30, "durationMonths": 1 } }
      """, to: "long.json")
    for (signal, status) in [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)] {
      let process = try start([
        "run", scenario, "--replications", "100000", "--output", folder.path + "/out",
      ])
      usleep(1_500_000)
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == status)
      let results = try folder.text("out/long/results.json")
      #expect(results.contains("\"partial\": true"))
      #expect(results.hasSuffix("}\n"))
      #expect(folder.names(in: "out") == [".journals", "long"])
    }
  }
}
