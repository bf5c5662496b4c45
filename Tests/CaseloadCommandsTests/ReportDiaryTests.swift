import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

/// Diaries of clients in a report.
@Suite struct ReportDiaryTests {
  private func run() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = try folder.write(ScenarioTexts.small, to: "small.json")
    let ran = CommandCall(["run", path, "--seed", "7", "--output", folder.path, "--quiet"])
    #expect(ran.code == .success, "\(ran.errors)")
    return folder
  }

  private func report(_ folder: TemporaryFolder, _ more: [String]) -> CommandCall {
    CommandCall(["report", folder.path + "/small", "-o", "-"] + more)
  }

  @Test(arguments: [1, 3])
  func figuresOfCampaignsAndRolesAreNotThoseOfGroups(campaigns: Int) throws {
    let folder = try TemporaryFolder()
    let all = (1...campaigns).map {
      "{\"name\": \"call\($0)\", \"date\": \"2010-02-01\", \"durationDays\": 30, \"unseenDays\": 30}"
    }
    let text = """
      {"name": "called", "replications": 2, "time": {"start": "2010-01-01", "warmUpMonths": 1, "durationMonths": 3},
       "population": {"clients": 40}, "staffing": {"fte": 1, "roles": [{"name": "admin", "fte": 0.5}]},
       "interventions": {"campaigns": [\(all.joined(separator: ", "))]}}
      """
    let path = try folder.write(text, to: "called.json")
    let ran = CommandCall(
      ["run", path, "--output", folder.path, "--quiet"], simulator: ReplicationRunner.engine)
    #expect(ran.code == .success, "\(ran.errors)")
    let page = CommandCall(
      ["report", folder.path + "/called", "-o", "-", "--find", "unseen"],
      simulator: ReplicationRunner.engine)
    #expect(page.code == .success, "\(page.errors)")
    #expect(page.output.contains("<h2>Follow one client</h2>"))
  }

  @Test func aClientOfTheRunIsToldAsTraceTellsIt() throws {
    let folder = try run()
    let options = ["--find", "handovers", "--client", "5", "--replication", "2"]
    let page = report(folder, options)
    #expect(page.code == .success, "\(page.errors)")
    #expect(page.output.contains("<h2>Follow one client</h2>"))
    #expect(page.output.contains("Replication 2, event by event"))
    #expect(page.output.contains("An example of: the most changes of worker."))
    // The same seed and replication, told by the other command.
    let trace = CommandCall(
      ["trace", folder.path + "/small/scenario.json", "--seed", "7"] + options)
    #expect(trace.code == .success, "\(trace.errors)")
    var told = 0
    for line in trace.output.components(separatedBy: "\n")
    where line.first.map({ !$0.isWhitespace }) == true && line.contains("  ") {
      let parts = line.components(separatedBy: "  ")
      #expect(page.output.contains("<th scope=\"row\">\(parts[0])</th>"), "\(line)")
      told += 1
    }
    #expect(told > 5)
    #expect(report(folder, options).output == page.output)
    let plain = report(folder, [])
    #expect(!plain.output.contains("Follow one client"))
  }

  @Test func theDiaryIsInTheLanguageOfTheReport() throws {
    let folder = try run()
    let page = report(folder, ["--language", "nl", "--client", "5"])
    #expect(page.output.contains("<h2>Eén klant volgen</h2>"), "\(page.errors)")
    #expect(page.output.contains("want: <bdi>"))
    #expect(!page.output.contains("because:"))
  }

  @Test func whatCannotBeFollowedIsTold() throws {
    let folder = try run()
    let nobody = report(folder, ["--client", "99999"])
    #expect(nobody.code == .missingInput)
    #expect(nobody.errors.contains("there is no client 99999 in replication 0"))
    let beyond = report(folder, ["--client", "1", "--replication", "4"])
    #expect(beyond.code == .usage)
    #expect(beyond.errors.contains("replication 4 is beyond the plan"))
    let alone = report(folder, ["--replication", "1"])
    #expect(alone.code == .usage && alone.errors.contains("'--client' or '--find'"))
    try FileManager.default.removeItem(atPath: folder.path + "/small/scenario.json")
    let bare = report(folder, ["--client", "1"])
    #expect(bare.code == .usage && bare.errors.contains("with its scenario.json"))
  }
}
