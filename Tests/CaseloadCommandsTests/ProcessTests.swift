import Foundation
import Testing

/// A few executions of the program itself.
@Suite struct ProcessTests {
  /// The executable beside the test bundle.
  private var executable: URL? {
    let folder = Bundle.main.bundleURL
    for base in [folder, folder.deletingLastPathComponent()] {
      let candidate = base.appendingPathComponent("caseload")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    return nil
  }

  private func start(_ arguments: [String], output: Pipe = Pipe(), errors: Pipe = Pipe()) throws
    -> Process
  {
    let process = Process()
    guard let executable else { throw CocoaError(.fileNoSuchFile) }
    process.executableURL = executable
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  @Test func theVersionIsPrinted() throws {
    let output = Pipe()
    let process = try start(["--version"], output: output)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.hasPrefix("caseload "))
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aSignalStopsARunAndKeepsWhatIsFinished(signal: Int32, status: Int32) throws {
    let bench = try Bench()
    let scenario = try bench.file(
      "small.json",
      Bench.small.replacingOccurrences(of: "\"replications\": 4", with: "\"replications\": 100000"))
    let process = try start(["run", scenario, "--threads", "2", "--output", bench.path("out")])
    // Long enough for some replications of a few hundredths of a second, in a debug build too.
    Thread.sleep(forTimeInterval: 3)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == status)
    let results = try bench.text("out/small/results.json")
    #expect(results.contains("\"partial\": true"))
    #expect(bench.names.filter { $0.contains("partial") } == [])
  }
}
