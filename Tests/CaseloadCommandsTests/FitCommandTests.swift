import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import ScenarioFormat
import Testing

@testable import CaseloadCommands

@Suite("Fitting a scenario")
struct FitCommandTests {
  /// The stock is twice the applications, and exits to work are 3,000 times the rate of the work group.
  ///
  /// The share unseen is half the rest share of care, over the norm in 120. Chance is the same at all points.
  static let simulator: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let cellCount = scenario.metricGroupNames.count + 1
    let chance = Double((replication * 37) % 11 - 5) / 1_000
    var values = Array(repeating: 0.5, count: Metric.allCases.count * cellCount)
    for group in 0..<cellCount {
      values[Metric.stockClients.rawValue * cellCount + group] =
        2 * scenario.inflow.applicationsPerYear * (1 + chance)
      values[Metric.outflowWorkPerYear.rawValue * cellCount + group] =
        3_000 * (scenario.outflow.rates.last?.workPerYear ?? 0) * (1 + chance)
      values[Metric.unseen6m.rawValue * cellCount + group] =
        scenario.service.norms[0].restShare / 2 * 120 / scenario.caseload.normPerFte
    }
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: 1,
      observationDays: [15_372], values: values, series: values, events: 1, clientYears: 1)
  }

  private static let targets = """
    ,
        "targets": {
          "stock.clients": {"value": 2400, "tolerance": 60},
          "outflow.work.perYear": {"value": 600, "tolerance": 30}
        }
    """

  private func call(_ arguments: [String]) -> CommandCall {
    CommandCall(["fit"] + arguments, simulator: FitCommandTests.simulator)
  }

  @Test("A report tells which figures fit and which settings they pin down, in both languages")
  func reports() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(extra: FitCommandTests.targets)
    let far = try folder.scenario(
      name: "far",
      extra: """
        ,
            "targets": {"stock.clients": {"value": 900000, "tolerance": 60}}
        """)
    let out = folder.path + "/out"
    #expect(call([path, "--output", out]).code == .success)
    #expect(call([far, "--output", out]).code != .success)
    func page(_ name: String, _ language: String) throws -> String {
      let made = CommandCall([
        "report", out + "/" + name, "--language", language, "-o", folder.path + "/page.html",
      ])
      #expect(made.code == .success, "\(made.errors)")
      return try folder.text("page.html")
    }
    let nl = try page("tiny-fit", "nl")
    #expect(nl.contains("Het model past bij 2 van de 2 cijfers."))
    #expect(nl.contains("30 sets van instellingen halen alle cijfers even goed."))
    #expect(nl.contains("Klanten in het bestand") && nl.contains("Aanvragen per jaar"))
    #expect(!nl.contains("Niet passend"))
    let en = try page("tiny-fit", "en")
    #expect(en.contains("The model fits 2 of the 2 figures."))
    let missed = try page("far-fit", "nl")
    #expect(missed.contains("Het model past niet bij het ene cijfer. Niet passend:"))
    #expect(missed.contains("eigen cijfer 900.000"))
    #expect(missed.contains("Geen set van instellingen haalt alle cijfers."))
    #expect(missed.contains("Wat staat in de weg?"))
    #expect(missed.contains("niets dat is geprobeerd komt dichter bij 900.000"), "\(missed)")
  }

  @Test("A scenario is fitted, and what is written runs and meets the targets")
  func fits() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(extra: FitCommandTests.targets)
    let out = folder.path + "/out"
    let result = call([path, "--output", out])
    #expect(result.code == .success, "\(result.errors)\n\(result.output)")
    #expect(result.output.contains("30 sets meet all targets"), "\(result.output)")
    #expect(
      result.errors.contains("as it stands, the scenario gives stock.clients "), "\(result.errors)")
    #expect(
      folder.names(in: "out/tiny-fit") == [
        "ensemble.csv", "ensemble.json", "fit.json", "fitted.json", "points.csv", "run.json",
        "scenario.json",
      ])
    let fitted = ScenarioDocument.load(path: out + "/tiny-fit/fitted.json")
    let scenario = try #require(fitted.scenario, "\(fitted.diagnostics)")
    #expect(scenario.name == "tiny-fitted")
    #expect(abs(2 * scenario.inflow.applicationsPerYear - 2_400) <= 60)
    #expect(abs(3_000 * scenario.outflow.rates[2].workPerYear - 600) <= 30)
    let again = call([path, "--output", folder.path + "/other"])
    #expect(again.output.replacing("/other/", with: "/out/") == result.output)
    for name in ["fit.json", "ensemble.json", "ensemble.csv", "points.csv", "fitted.json"] {
      #expect(
        try folder.text("out/tiny-fit/" + name) == folder.text("other/tiny-fit/" + name), "\(name)")
    }
  }

  @Test(
    "A key at the end of what was tried is no finding: terminal, files and report name the end and a wider range"
  )
  func endOfTheRange() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(extra: FitCommandTests.targets)
    let varied = [
      "--vary", "inflow.applicationsPerYear=1185:2000", "--vary",
      "outflow.rates.work.workPerYear=0.1:0.4",
    ]
    let result = call([path, "--output", folder.path + "/out"] + varied)
    #expect(result.code == .success, "\(result.errors)\n\(result.output)")
    #expect(result.output.contains("at the low end"), "\(result.output)")
    #expect(
      result.output.contains("try --vary inflow.applicationsPerYear=778:2000"), "\(result.output)")
    let json = try folder.text("out/tiny-fit/fit.json")
    #expect(json.contains("\"identification\": \"at an end of the range\""), "\(json)")
    #expect(json.contains("\"wider\": \"inflow.applicationsPerYear=778:2000\""), "\(json)")
    for (language, words) in [
      ("en", "At an end of what was tried"), ("nl", "Aan de rand van wat is geprobeerd"),
    ] {
      let made = CommandCall([
        "report", folder.path + "/out/tiny-fit", "--language", language, "-o",
        folder.path + "/page.html",
      ])
      #expect(made.code == .success, "\(made.errors)")
      let html = try folder.text("page.html")
      #expect(html.contains(words) && html.contains("--vary inflow.applicationsPerYear=778:2000"))
      #expect(
        !html.contains("2 of 2 settings pinned down") && !html.contains("2 van 2 instellingen"))
    }
    let dutch = call(
      [path, "--output", folder.path + "/nl", "--language", "nl"] + varied)
    #expect(dutch.output.contains("aan de onderkant"), "\(dutch.output)")
    #expect(!dutch.output.contains("what is left") && !dutch.output.contains("the best set"))
    // Where the key may be no lower, no wider range is asked for.
    let limited = call([
      path, "--output", folder.path + "/limit", "--vary", "inflow.applicationsPerYear=1000:1400",
      "--vary", "outflow.rates.work.workPerYear=0.1:0.4", "--vary",
      "service.norms.care.restShare=0:1",
    ])
    #expect(!limited.output.contains("restShare=-"), "\(limited.output)")
  }

  @Test("A target about two variants is a ratio under common random numbers")
  func comparesVariants() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(
      extra: """
        ,
            "targets": {
              "unseen.6m.share": {
                "value": 2, "tolerance": 0.05, "measure": "ratio",
                "against": "caseload.normPerFte=240"
              },
              "level": {"metric": "unseen.6m.share", "value": 0.3, "tolerance": 0.01}
            }
        """)
    let result = call([
      path, "--output", folder.path + "/out", "--vary", "service.norms.care.restShare=0.2:0.9",
      "--vary", "caseload.normPerFte=100:150",
    ])
    #expect(result.code == .success, "\(result.errors)\n\(result.output)")
    let fitted = ScenarioDocument.load(path: folder.path + "/out/tiny-fit/fitted.json")
    let scenario = try #require(fitted.scenario, "\(fitted.diagnostics)")
    // The variant sets the norm after the free key, so the ratio is 240 over the fitted norm.
    #expect(abs(240 / scenario.caseload.normPerFte - 2) <= 0.05)
    #expect(
      abs(scenario.service.norms[0].restShare / 2 * 120 / scenario.caseload.normPerFte - 0.3)
        <= 0.01)
  }

  @Test("Several scenarios share their keys, and a key of one is moved there only")
  func severalScenarios() throws {
    let folder = try TemporaryFolder()
    let first = try folder.scenario(name: "first", extra: FitCommandTests.targets)
    let second = try folder.scenario(
      name: "second",
      extra: """
        ,
            "targets": {"stock.clients": {"value": 1000, "tolerance": 40}}
        """)
    let keys = try folder.write(
      """
      # keys of both, then keys of one
      outflow.rates.work.workPerYear=0.1:0.4
      first:inflow.applicationsPerYear=600:2000   # of the first
      second:inflow.applicationsPerYear=200:900
      """, to: "keys.txt")
    let result = call([
      first, second, "--output", folder.path + "/out", "--vary", "@" + keys, "--sets", "12",
    ])
    #expect(result.code == .success, "\(result.errors)\n\(result.output)")
    let one = ScenarioDocument.load(path: folder.path + "/out/first-fit/fitted.json")
    let two = ScenarioDocument.load(path: folder.path + "/out/first-fit/fitted-second.json")
    let fitted = (try #require(one.scenario), try #require(two.scenario))
    #expect(abs(2 * fitted.0.inflow.applicationsPerYear - 2_400) <= 60)
    #expect(abs(2 * fitted.1.inflow.applicationsPerYear - 1_000) <= 40)
    #expect(fitted.0.outflow.rates == fitted.1.outflow.rates)
  }

  @Test("Targets that cannot be met are named, with a wrong scale, and the exit code says so")
  func cannotBeMet() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(
      extra: """
        ,
            "targets": {"outflow.work.perYear": {"value": 70, "tolerance": 5}}
        """)
    let result = call([path, "--output", folder.path + "/out"])
    #expect(result.code == .failure)
    #expect(result.output.contains("nothing tried comes nearer to 70 ± 5 than"), "\(result.output)")
    #expect(result.errors.contains("is it a figure of a month"), "\(result.errors)")
    #expect(folder.names(in: "out/tiny-fit").contains("fitted.json"))
    #expect(!folder.names(in: "out/tiny-fit").contains("ensemble.json"))
  }

  @Test("A fit that was stopped goes on to the same bytes", arguments: [3, 60, 130])
  func resumes(count: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(extra: FitCommandTests.targets)
    let whole = call([path, "--output", folder.path + "/whole"])
    #expect(whole.code == .success)
    // Calls come one at a time, because the run has one thread.
    final class Counter: @unchecked Sendable { var value = 0 }
    let counter = Counter()
    let interruption = Interruption()
    let arguments = ["fit", path, "--output", folder.path + "/parts"]
    let stopped = CommandCall(
      arguments + ["--threads", "1"], interruption: interruption,
      simulator: { (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        if counter.value == count { interruption.interrupt(by: SIGINT) }
        counter.value += 1
        if isCancelled() { return nil }
        return try FitCommandTests.simulator(scenario, seed, replication, isCancelled)
      })
    #expect(stopped.code == .interrupted, "\(stopped.errors)")
    #expect(stopped.errors.contains("the same command with --resume goes on from here"))
    let resumed = CommandCall(arguments + ["--resume"], simulator: FitCommandTests.simulator)
    #expect(resumed.code == .success, "\(resumed.errors)")
    #expect(resumed.errors.contains("taken from"), "\(resumed.errors)")
    for name in ["fit.json", "ensemble.json", "ensemble.csv", "points.csv", "fitted.json"] {
      #expect(
        try folder.text("whole/tiny-fit/" + name) == folder.text("parts/tiny-fit/" + name),
        "\(name)")
    }
    #expect(folder.names(in: "parts/.journals").isEmpty)
  }

  @Test("Wrong questions are refused before anything is simulated")
  func wrongQuestions() throws {
    let folder = try TemporaryFolder()
    let none = try folder.scenario()
    let some = try folder.scenario(name: "some", extra: FitCommandTests.targets)
    let refused: Simulator = {
      (_, _, _, _) throws(InvariantViolation) in
      Issue.record("something was simulated")
      return nil
    }
    func refusal(_ arguments: [String]) -> CommandCall {
      CommandCall(["fit"] + arguments, simulator: refused)
    }
    #expect(refusal([none]).code == .badScenario)
    #expect(refusal([none]).errors.contains("has no targets"))
    let unknown = refusal([some, "--vary", "outflow.rates.nobody.workPerYear=0.1:0.2"])
    #expect(unknown.code == .usage)
    #expect(unknown.errors.contains("has no number at 'outflow.rates.nobody.workPerYear'"))
    #expect(
      refusal([some, "--vary", "x:staffing.fte=1:2"]).errors.contains("there is no scenario 'x'"))
    #expect(refusal([some, some]).errors.contains("there are two scenarios 'some'"))
    #expect(refusal([some, "--vary", "@nowhere"]).code == .missingInput)
    let shares = ["care", "development", "work"].flatMap {
      ["--vary", "population.groups.\($0).inflowShare=0.1:0.5"]
    }
    #expect(refusal([some] + shares).errors.contains("all shares of population.groups are free"))
  }
}
