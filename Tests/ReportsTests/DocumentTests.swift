import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import Reports

@Suite struct DocumentTests {
  @Test func resultsFollowTheFormat() throws {
    let text = ResultDocuments(SyntheticResults.result()).resultsJSON
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "caseload-results/1")
    #expect(root["replications"] as? Int == 3)
    #expect(root["partial"] == nil)
    // The largest seed survives to the last digit.
    #expect(text.contains("\"seed\": 18446744073709551615,"))
    let scenario = try #require(root["scenario"] as? [String: String])
    #expect(scenario["name"] == "synthetic")
    #expect(scenario["sha256"]?.count == 64)
    let metrics = try #require(root["metrics"] as? [String: [String: Any]])
    #expect(metrics.count == Metric.allCases.count)
    let unseen = try #require(metrics["unseen.6m.share"])
    #expect(unseen["unit"] as? String == "share")
    // Values 80, 80.5 and 81: mean 80.5, standard deviation 0.5.
    let mean = Double(10 * Metric.unseen6m.rawValue) + 0.5
    #expect(unseen["mean"] as? Double == mean)
    #expect(unseen["sd"] as? Double == 0.5)
    #expect(unseen["n"] as? Int == 3)
    let low = try #require(unseen["low95"] as? Double)
    #expect(abs(low - (mean - 4.302652729749462 * 0.5 / 3.0.squareRoot())) < 1e-9)
    let groups = try #require(unseen["groups"] as? [String: [String: Any]])
    #expect(Set(groups.keys) == ["care", "development", "work"])
    #expect(groups["work"]?["mean"] as? Double == mean + 3)
    #expect(metrics["cost.staff.perYear"]?["groups"] == nil)
  }

  @Test func metricsStandInTheOrderOfTheCatalog() throws {
    let text = ResultDocuments(SyntheticResults.result()).resultsJSON
    var position = text.startIndex
    for metric in Metric.allCases {
      let range = try #require(
        text.range(of: "    \"\(metric.id)\": {", range: position..<text.endIndex),
        "\(metric.id)")
      position = range.upperBound
    }
  }

  @Test func undefinedValuesAreNull() {
    let text = ResultDocuments(SyntheticResults.result(undefined: .relapse6m)).resultsJSON
    #expect(
      text.contains(
        """
            "relapse.6m.share": {
              "unit": "share",
              "mean": null,
              "sd": null,
              "low95": null,
              "high95": null,
              "n": 0,
        """))
    let one = ResultDocuments(SyntheticResults.result(replications: 1)).resultsJSON
    #expect(one.contains("\"sd\": null"))
    #expect(!one.contains(": nan") && !one.contains(": inf"))
  }

  @Test func theSameResultGivesTheSameBytes() {
    let first = ResultDocuments(SyntheticResults.result())
    let second = ResultDocuments(SyntheticResults.result())
    #expect(first.resultsJSON == second.resultsJSON)
    #expect(first.seriesCSV == second.seriesCSV)
    #expect(first.replicationsCSV == second.replicationsCSV)
  }

  @Test func namesAreEscaped() throws {
    let name = "a \"quoted\"\\ name\n\u{1}\u{7F} ü"
    let text = ResultDocuments(SyntheticResults.result(name: name)).resultsJSON
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((root["scenario"] as? [String: String])?["name"] == name)
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test func everyKindOfValueReadsBack() throws {
    let value = JSONValue.object([
      ("text", .string("a \"quoted\" \u{1F600} line\nand \u{1B} control")),
      ("seed", .unsigned(.max)), ("tenth", .number(0.1)), ("none", .finite(.nan)),
      ("list", .array([.integer(-3), .boolean(true), .null])),
      ("empty", .object([])),
    ])
    for width in [10, 200] {
      let object = try JSONSerialization.jsonObject(with: Data(value.text(width: width).utf8))
      let read = try #require(object as? [String: Any])
      #expect(read["text"] as? String == "a \"quoted\" \u{1F600} line\nand \u{1B} control")
      #expect((read["seed"] as? NSNumber)?.uint64Value == .max)
      #expect(read["tenth"] as? Double == 0.1)
      #expect(read["none"] is NSNull)
      #expect((read["list"] as? [Any])?.count == 3)
      #expect((read["empty"] as? [String: Any])?.isEmpty == true)
    }
  }

  @Test func theSeriesIsTidy() {
    let lines = ResultDocuments(SyntheticResults.result()).seriesCSV.components(
      separatedBy: "\r\n")
    #expect(lines[0] == "date,metric,group,mean,low,high,sd,n")
    #expect(lines[1].hasPrefix("2012-02-02,stock.clients,all,0.5,"))
    #expect(lines[2].hasPrefix("2012-02-02,stock.clients,care,1.5,"))
    #expect(lines.last == "")
    for line in lines.dropFirst().dropLast() {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 8, "\(line)")
    }
    let perGroup = MetricCatalog.all.count { $0.isPerGroup }
    #expect(lines.count - 2 == 2 * (Metric.allCases.count + 3 * perGroup))
  }

  @Test func theTablesAreDescribedAsTheyAre() throws {
    let result = SyntheticResults.result(name: "Synthetic")
    let record = RunRecord(
      version: "1", commit: "unknown", host: "h", start: "2026-01-01T00:00:00Z",
      durationSeconds: 1.5, threads: 2, arguments: [], events: 7, clientYears: 2)
    let folder = try TemporaryFolder()
    let written = try ResultFolder(parent: folder.path, scenarioName: "a").write(
      ResultDocuments(result).files(record: record, scenario: Scenario()),
      ResultQuestion("run", replications: 3, isPartial: false))
    let data = try #require(
      FileManager.default.contents(atPath: written.path + "/datapackage.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["name"] as? String == "synthetic")
    let resources = try #require(root["resources"] as? [[String: Any]])
    #expect(resources.count == 2)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let names = fields.compactMap { $0["name"] as? String }
      let key = try #require(schema["primaryKey"] as? [String])
      #expect(!key.isEmpty && Set(key).isSubset(of: names))
      let text = try String(contentsOfFile: written.path + "/" + path, encoding: .utf8)
      #expect(text.hasPrefix(names.joined(separator: ",") + "\r\n"), "\(path)")
    }
  }

  @Test func replicationsHaveARowPerValue() {
    let text = ResultDocuments(SyntheticResults.result(undefined: .relapse6m)).replicationsCSV
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines[0] == "replication,metric,group,value")
    #expect(lines[1] == "0,stock.clients,all,0")
    #expect(lines.contains("2,unseen.6m.share,work,\(10 * Metric.unseen6m.rawValue + 4)"))
    #expect(lines.contains("1,relapse.6m.share,all,"))
  }

  @Test func fieldsWithSeparatorsAreQuoted() {
    let result = SyntheticResults.result(name: "a,\"b\"\r\nc")
    let text = RunDocuments([result]).rows.csv
    #expect(text.contains("\r\n\"a,\"\"b\"\"\r\nc\",stock.clients,all,persons,3,0.5,0.5,"))
  }

  @Test func severalResultsFormAnArray() throws {
    let text = RunDocuments([
      SyntheticResults.result(), SyntheticResults.result(name: "b"),
    ]).jsonValue.text()
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(root.count == 2)
  }

  @Test func theRecordOfARunIsJSON() throws {
    let record = RunRecord(
      version: "1", commit: "unknown", host: "h", start: "2026-01-01T00:00:00Z",
      durationSeconds: 1.5, threads: 2, arguments: ["run", "a b.json"], events: 7, clientYears: 2)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(record.json.utf8)) as? [String: Any])
    #expect(root["arguments"] as? [String] == ["run", "a b.json"])
    #expect(root["durationSeconds"] as? Double == 1.5)
  }
}
