import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct SensitivityCommandTests {
  /// Every value is fte + 0.1 x contract hours x fte, plus chance that all points share.
  private static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let cellCount = scenario.population.groups.count + 1
    let value =
      scenario.staffing.fte * (1 + 0.1 * scenario.staffing.contractHoursPerWeek)
      + Double((replication * 37) % 11)
    let values = Array(repeating: value, count: Metric.allCases.count * cellCount)
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: 1,
      observationDays: [15_372], values: values, series: values, events: 1, clientYears: 1)
  }

  private func call(_ folder: TemporaryFolder, _ options: [String]) throws -> CommandCall {
    CommandCall(
      ["sensitivity", try folder.scenario(), "--output", folder.path + "/out"] + options,
      simulator: SensitivityCommandTests.simulator)
  }

  private static let keys = [
    "--vary", "staffing.fte=20:30", "--vary", "staffing.contractHoursPerWeek=20:36",
    "--vary", "time.durationMonths=2:4", "--metric", "contact.perClientYear",
  ]

  private func figures(_ folder: TemporaryFolder, _ name: String) throws -> [String: [Double]] {
    let rows = try folder.text("out/\(name)/indices.csv").components(separatedBy: "\r\n")
    #expect(rows[0] == "metric,unit,key,figure,n,value,low95,high95")
    return Dictionary(
      uniqueKeysWithValues: rows.dropFirst().filter { !$0.isEmpty }.map { row in
        let fields = row.components(separatedBy: ",")
        return (fields[2] + " " + fields[3], fields[5...].map { Double($0) ?? .nan })
      })
  }

  @Test func tablesAreInTheLanguageThatIsAskedFor() throws {
    let folder = try TemporaryFolder()
    let result = try call(
      folder, SensitivityCommandTests.keys + ["--trajectories", "4", "--language", "nl"])
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.contains("gevoeligheid (Morris)"))
    #expect(result.output.contains("20 tot 30"))
  }

  @Test func morrisFindsTheEffects() throws {
    let folder = try TemporaryFolder()
    let result = try call(
      folder, SensitivityCommandTests.keys + ["--trajectories", "40", "--replications", "3"])
    #expect(result.code == .success, "\(result.errors)")
    #expect(
      folder.names(in: "out/tiny-morris")
        == ["indices.csv", "points.csv", "results.json", "run.json", "scenario.json"])
    let found = try figures(folder, "tiny-morris")
    // Chance is the same at all points of a trajectory and drops out. The effect of fte is 10 x (1 +
    // 0.1 x hours), at 20, 25.3, 30.7 or 36 hours: between 30 and 46, 38 in the mean.
    let effect = try #require(found["staffing.fte mu"])
    #expect(abs(effect[0] - 38) < 3 && effect[1] < 38 && effect[2] > 38, "\(effect)")
    #expect(found["staffing.fte muStar"]?[0] == effect[0])
    #expect(abs(try #require(found["staffing.fte sigma"])[0] - 5.96) < 1.2)
    #expect(try #require(found["staffing.fte noise"])[0] < 1e-9)
    #expect(found["time.durationMonths muStar"] == [0, 0, 0])
    // The table lists the keys by influence.
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(lines[0] == ["tiny:", "Morris", "screening"])
    let listed = lines.compactMap(\.first).filter { $0.contains(".") && !$0.hasPrefix("mu") }
    let influence = listed.map { found[$0 + " muStar"]?[0] ?? .nan }
    #expect(listed.last == "time.durationMonths" && influence == influence.sorted(by: >))
    #expect(try folder.text("out/tiny-morris/points.csv").split(separator: "\r\n").count == 481)
  }

  @Test func sobolFindsTheShares() throws {
    let folder = try TemporaryFolder()
    let result = try call(
      folder, SensitivityCommandTests.keys + ["--method", "sobol", "--samples", "200"])
    #expect(result.code == .success, "\(result.errors)")
    let found = try figures(folder, "tiny-sobol")
    // Product of two uniform factors: fte with mean 25 and variance 100 / 12, and 1 + 0.1 x hours
    // with mean 3.8 and variance 2.56 / 12: two main effects and a small interaction.
    let parts = [3.8 * 3.8 * 100 / 12, 625 * 2.56 / 12, 100.0 / 12 * 2.56 / 12]
    let all = parts.reduce(0, +)
    let first = try #require(found["staffing.fte first"])
    let total = try #require(found["staffing.contractHoursPerWeek total"])
    #expect(first[1] < parts[0] / all && parts[0] / all < first[2], "\(first)")
    #expect(abs(first[0] - parts[0] / all) < 0.2)
    #expect(abs(total[0] - (parts[1] + parts[2]) / all) < 0.2)
    #expect(found["time.durationMonths total"] == [0, 0, 0])
    #expect(result.output.contains("tiny: Sobol indices"))
    #expect(result.output.contains("% of the variance of a point"))
  }

  /// With a handful of rows an index may be one that no share can have; it is named with its interval.
  @Test func indicesOutsideTheirRangeAreWarnedOf() throws {
    var outside = 0
    for seed in ["1", "2", "3", "4", "5"] {
      let folder = try TemporaryFolder()
      let result = try call(
        folder,
        SensitivityCommandTests.keys + ["--method", "sobol", "--samples", "6", "--seed", seed])
      #expect(result.code == .success, "\(result.errors)")
      let json = try folder.text("out/tiny-sobol/results.json")
      let found = try figures(folder, "tiny-sobol")
      for (name, index) in found {
        let words = name.components(separatedBy: " ")
        let isOutside = index[0] < 0 || index[0] > 1
        let warning = "\(words[1]) of \(words[0]) is "
        #expect(json.contains(warning) == isOutside, "\(name) \(index), seed \(seed)")
        #expect(result.output.contains("warning: " + warning) == isOutside, "\(name), seed \(seed)")
        if isOutside {
          outside += 1
          #expect(json.contains("outside 0 to 1 ("), "\(name), seed \(seed)")
        }
      }
    }
    // Five designs of six rows without one would not test anything.
    #expect(outside > 0)
  }

  @Test func resultsDependOnTheSeedAndNotOnThreads() throws {
    let folder = try TemporaryFolder()
    for method in ["morris", "sobol"] {
      let design = [
        "--method", method, method == "morris" ? "--trajectories" : "--samples", "6", "--quiet",
      ]
      let options = SensitivityCommandTests.keys + design
      let one = try call(folder, options + ["--threads", "1", "--format", "json"])
      let text = try folder.text("out/tiny-\(method)/results.json")
      #expect(one.output == text)
      #expect(one.errors.isEmpty)
      #expect(try call(folder, options + ["--threads", "3", "--format", "json"]).output == text)
      #expect(try call(folder, options + ["--seed", "9", "--format", "json"]).output != text)
      let root = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(root["format"] as? String == "caseload-sensitivity/1")
      #expect(root["method"] as? String == method)
    }
  }

  @Test func whatWasFinishedIsWrittenWhenItIsStopped() throws {
    let folder = try TemporaryFolder()
    let interruption = Interruption()
    let result = CommandCall(
      ["sensitivity", try folder.scenario(), "--output", folder.path + "/out", "--threads", "1"]
        + SensitivityCommandTests.keys,
      interruption: interruption
    ) { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      // Trajectory 5 has replications 10 and 11.
      if replication == 10 { interruption.interrupt(by: 2) }
      return try SensitivityCommandTests.simulator(scenario, seed, replication, isCancelled)
    }
    #expect(result.code == .interrupted)
    #expect(result.output.contains("partial: 5 of 20 were finished"))
    let text = try folder.text("out/tiny-morris/results.json")
    #expect(text.contains("\"trajectories\": 5"))
    #expect(text.contains("\"partial\": true"))
  }

  @Test(arguments: ["morris", "sobol"]) func aMetricWithoutValueIsLeftOpen(method: String) throws {
    let folder = try TemporaryFolder()
    let size = [method == "morris" ? "--trajectories" : "--samples", "4"]
    let result = CommandCall(
      ["sensitivity", try folder.scenario(), "--output", folder.path + "/out", "--method", method]
        + size + SensitivityCommandTests.keys
    ) { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      let outcome = try SensitivityCommandTests.simulator(scenario, seed, replication, isCancelled)
      return outcome.map {
        ReplicationOutcome(
          replication: replication, cellCount: $0.cellCount, observationCount: 1,
          observationDays: [15_372], values: $0.values.map { _ in .nan }, series: $0.series,
          events: 1, clientYears: 1)
      }
    }
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.contains("defined in 0 "), "\(result.output)")
    #expect(try folder.text("out/tiny-\(method)/results.json").contains("null"))
  }

  @Test(arguments: [
    ([], "needs --vary KEY=LOW:HIGH"), (["staffing.fte=20:30"], "needs --metric METRIC"),
    (["staffing.fte=20,30"], "option '--vary': expected key=low:high, found 'staffing.fte=20,30'"),
    (["a=1:2", "--metric", "unseen.6m"], "unknown metric 'unseen.6m'"),
    (
      ["a=1:2", "--metric", "unseen.6m.share", "--samples", "9"],
      "no meaning with '--method morris'"
    ),
    (
      ["a=1:2", "--metric", "unseen.6m.share", "--method", "sobol", "--trajectories", "9"],
      "no meaning with '--method sobol'"
    ),
    (
      ["a=1:2", "--metric", "unseen.6m.share", "--trajectories", "1"], "from 2 to 50000, found '1'"
    ),
    (["a=1:2", "--metric", "unseen.6m.share", "--trajectories", "30000"], "30000 x 2 points"),
    (["a=1:2", "--method", "sobl"], "did you mean 'sobol'?"),
  ])
  func wrongStudiesAreExplained(options: [String], message: String) throws {
    let result = try call(try TemporaryFolder(), options)
    #expect(result.code == .usage)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
