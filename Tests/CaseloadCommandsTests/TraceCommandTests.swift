import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite("caseload trace")
struct TraceCommandTests {
  private static func call(_ words: String..., in folder: TemporaryFolder) throws -> CommandCall {
    let path = try folder.write(ScenarioTexts.small, to: "small.json")
    return CommandCall(
      ["trace", path] + words.map { $0.replacing("DIR", with: folder.path) },
      simulator: ReplicationRunner.engine)
  }

  @Test("The diary of a client tells what happened, and why")
  func client() throws {
    let folder = try TemporaryFolder()
    let call = try TraceCommandTests.call("--client", "4", in: folder)
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.output.hasPrefix("small, replication 0, seed 1\n\nclient 4\n"))
    #expect(call.output.contains("is on benefit on the first day of the run"))
    #expect(call.output.contains("because: "))
    let dutch = try TraceCommandTests.call("--client", "4", "--language", "nl", in: folder)
    #expect(dutch.output.contains("heeft een uitkering op de eerste dag"))
    let other = try TraceCommandTests.call("--client", "4", "--replication", "1", in: folder)
    #expect(other.output != call.output)
    #expect(try TraceCommandTests.call("--client", "4", in: folder).output == call.output)
  }

  @Test("Examples are found, and their diaries told")
  func examples() throws {
    let folder = try TemporaryFolder()
    let call = try TraceCommandTests.call("--find", "unseen", "--find", "campaign.best", in: folder)
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.output.contains("unseen (the longest time without being spoken to): client "))
    #expect(call.output.contains("campaign.best"))
    #expect(call.output.contains(": nobody\n"))
    let json = try TraceCommandTests.call("--find", "examples", "--format", "json", in: folder)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((document["found"] as? [Any])?.count == 12)
    #expect(document["format"] as? String == "caseload-trace/1")
  }

  @Test("The week of a worker is told and drawn")
  func worker() throws {
    let folder = try TemporaryFolder()
    let call = try TraceCommandTests.call("--worker", "1", "--svg", "DIR/week.svg", in: folder)
    #expect(call.code == .success, "\(call.errors)")
    #expect(call.output.contains("worker 1, caseworker"))
    #expect(try folder.text("week.svg").hasPrefix("<svg "))
  }

  @Test("A worker without a week is told in words and JSON, and not drawn")
  func noWeek() throws {
    let folder = try TemporaryFolder()
    // The second worker leaves in the warm-up, of which a week can be asked for.
    let text = """
      {"name": "left", "time": {"start": "2010-01-01", "warmUpMonths": 3, "durationMonths": 1},
       "population": {"clients": 20}, "staffing": {"fte": 2},
       "interventions": {"changes": [{"name": "end", "date": "2010-02-01", "set": {"staffing.fte": 1}}]}}
      """
    let path = try folder.write(text, to: "left.json")
    func call(_ words: String...) -> CommandCall {
      CommandCall(
        ["trace", path, "--worker", "2"] + words, simulator: ReplicationRunner.engine)
    }
    let told = call()
    #expect(told.code == .success, "\(told.errors)")
    #expect(told.output.contains("no work after the warm-up; --week DATE"))
    let json = call("--format", "json")
    #expect(json.output.contains("\"from\": null"), "\(json.output)")
    let drawn = call("--svg", folder.path + "/week.svg")
    #expect(drawn.code == .missingInput)
    #expect(drawn.errors.contains("no week to draw"))
    #expect(call("--week", "2010-01-04").output.contains("2010-01-0"))
  }

  @Test(
    "What is not there is told, with what there is",
    arguments: [
      (["--client", "99999"], ExitCode.missingInput, "there is no client 99999 in replication 0"),
      (["--worker", "77"], .missingInput, "there is no worker 77 in replication 0"),
      (["--client", "1", "--replication", "4"], .usage, "has replications 0 to 3"),
      (["--client", "none"], .usage, "expects a whole number from 1, found 'none'"),
      (["--find", "unsen"], .usage, "did you mean 'unseen'?"),
      ([], .usage, "needs --client N, --worker N or --find CONDITION"),
      (["--client", "1", "--week", "2012-01-01"], .usage, "no meaning without '--worker'"),
      (
        ["--worker", "1", "--week", "1999-01-01"], .usage,
        "expects a day of the run, 2010-01-01 to 2010-05-31, found '1999-01-01'"
      ),
      (["--find", "unseen.24"], .usage, "did you mean 'unseen.24m'?"),
      (["--worker", "1", "--week", "tomorrow"], .usage, "expects a date as YYYY-MM-DD"),
      (["--worker", "1", "--svg", "DIR/small.json"], .usage, "would write over the scenario"),
      (["--worker", "1", "--svg", "DIR/none/week.svg"], .cannotWrite, "there is no folder"),
    ] as [([String], ExitCode, String)])
  func mistakes(words: [String], code: ExitCode, message: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(ScenarioTexts.small, to: "small.json")
    let call = CommandCall(
      ["trace", path] + words.map { $0.replacing("DIR", with: folder.path) },
      simulator: ReplicationRunner.engine)
    #expect(call.code == code)
    #expect(call.output.isEmpty)
    #expect(call.errors.contains(message), "\(call.errors)")
    #expect(folder.names() == ["small.json"])
  }

  @Test("A time line for a pipe or a device is written into it, and does not take its place")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/week.svg"
    try #require(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    defer { close(reader) }
    let call = try TraceCommandTests.call("--worker", "1", "--svg", "DIR/week.svg", in: folder)
    #expect(call.code == .success, "\(call.errors)")
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(reader, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"))
    #expect(folder.names() == ["small.json", "week.svg"])
  }
}
