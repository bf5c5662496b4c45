import CaseloadModel
import Experiments
import Foundation
import Testing

@testable import Reports

@Suite struct DocumentTests {
  @Test func csvFieldsAreQuotedWhereTheyMust() {
    var table = CSVText(header: ["a", "b"])
    table.add(["plain", "with, comma"])
    table.add(["say \"so\"", "two\nlines"])
    #expect(
      table.text.replacingOccurrences(of: "\r\n", with: "\n")
        == "a,b\nplain,\"with, comma\"\n\"say \"\"so\"\"\",\"two\nlines\"\n")
  }

  @Test func jsonTextReadsBack() throws {
    let value = JSONValue.object([
      ("text", .string("a \"quoted\" \u{1F600} line\nand \u{1B} control")),
      ("seed", .unsigned(.max)),
      ("tenth", .number(0.1)), ("none", .finite(.nan)),
      ("list", .array([.integer(-3), .boolean(true), .null])),
    ])
    let object = try JSONSerialization.jsonObject(with: Data(value.text().utf8))
    let read = try #require(object as? [String: Any])
    #expect(read["text"] as? String == "a \"quoted\" \u{1F600} line\nand \u{1B} control")
    #expect((read["seed"] as? NSNumber)?.uint64Value == .max)
    #expect(read["tenth"] as? Double == 0.1)
    #expect(read["none"] is NSNull)
    #expect(value.text() == value.text())
  }

  @Test(arguments: [
    ("municipality-2014", "municipality-2014"), ("../../etc/passwd", "etc-passwd"),
    ("", "scenario"),
    ("..", "scenario"), ("a/b\\c", "a-b-c"), ("Zwolle: plan B", "Zwolle-plan-B"),
    (".hidden", "hidden"),
  ])
  func namesNeverActAsPaths(name: String, folder: String) {
    let found = ResultFolder.folderName(for: name)
    #expect(found.trimmingCharacters(in: ["-"]) == folder)
    #expect(!found.contains("/") && !found.hasPrefix("."))
  }

  @Test func alignedColumnsKeepTheirPlace() throws {
    var experiment = Experiment(scenario: Scenario(), digest: "x")
    experiment.replications = 3
    let result = experiment.run(
      with: ReplicationRunner(
        threads: 1,
        simulator: {
          (scenario, _, replication, _) throws(InvariantViolation) in
          let groups = scenario.population.groups.count + 1
          let cells = Metric.allCases.count * groups
          return ReplicationOutcome(
            replication: replication, groupCount: groups, observationCount: 1,
            observationDays: [16_071], values: Array(repeating: Double(replication), count: cells),
            series: Array(repeating: 0, count: cells), events: 1, clientYears: 1)
        }))
    let text = SummaryTable(result, width: 100, style: TextStyle(usesColour: false)).text
    let lines = text.split(separator: "\n").map(String.init)
    let header = try #require(lines.first { $0.contains("95 % interval") })
    let row = try #require(lines.first { $0.contains("Unseen for six months") })
    let end = try #require(header.range(of: "mean")).upperBound
    let column = header.distance(from: header.startIndex, to: end)
    #expect(row.prefix(column).hasSuffix("%"))
    for line in lines { #expect(line.count <= 100) }
  }
}
