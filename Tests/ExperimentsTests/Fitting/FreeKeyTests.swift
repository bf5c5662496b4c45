import CaseloadModel
import ScenarioFormat
import Testing

@testable import Experiments

@Suite("Free keys")
struct FreeKeyTests {
  @Test("Ranges of positive numbers are ranges of ratios, shares and others are not")
  func scales() throws {
    let rate = FreeKey(try VariedRange("outflow.rates.work.workPerYear=0.1:0.4"))
    #expect(rate.value(at: 0.5) == 0.2)
    #expect(abs(rate.place(of: 0.2) - 0.5) < 1e-12)
    let share = FreeKey(try VariedRange("outflow.relapseShare=0.1:0.4"))
    #expect(share.value(at: 0.5) == 0.25)
    let count = FreeKey(try VariedRange("population.clients=100:103"))
    #expect([0, 0.3, 0.6, 1].map { count.value(at: $0) } == [100, 101, 102, 103])
    for value in [100.0, 101, 102, 103] {
      #expect(count.value(at: count.place(of: value)) == value)
    }
  }

  @Test("Fitted numbers have few digits and stay within the range")
  func digits() {
    #expect(FreeKey.rounded(0.123456789) == 0.12346)
    #expect(FreeKey.rounded(1234.5678) == 1234.6)
    #expect(FreeKey.rounded(123456.7) == 123457)
    #expect(FreeKey.rounded(0) == 0)
    #expect(FreeKey.rounded(-0.0123456) == -0.012346)
  }

  @Test("A wider range goes on by half, no further than the key may, on the side that is asked for")
  func widerRanges() throws {
    let fte = FreeKey(try VariedRange("staffing.fte=10:19"))
    #expect(fte.wider(at: .high) == "staffing.fte=10:23.5")
    #expect(fte.wider(at: .both) == "staffing.fte=5.5:23.5")
    let rate = FreeKey(try VariedRange("outflow.rates.work.workPerYear=0.1:0.4"), scenario: "west")
    #expect(rate.wider(at: .low) == "west:outflow.rates.work.workPerYear=0.05:0.4")
    let share = FreeKey(try VariedRange("service.norms.care.restShare=0:0.8"))
    #expect(!share.mayGoLower && share.mayGoHigher)
    #expect(share.wider(at: .both) == "service.norms.care.restShare=0:1")
    let months = FreeKey(try VariedRange("time.warmUpMonths=10:20"))
    #expect(months.wider(at: .high) == "time.warmUpMonths=10:25")
  }

  @Test("Every key that a fit frees by default exists")
  func usualKeysExist() {
    var scenario = Scenario()
    scenario.labourMarket.vacancies = [VacancyStream(name: "desk")]
    for (prefix, keys) in FitKeys.byMetric {
      #expect(
        MetricCatalog.all.contains { $0.metric.id.hasPrefix(prefix) }, "no metric \(prefix)")
      for key in keys {
        #expect(!ScenarioText.paths(of: key, in: scenario).isEmpty, "\(prefix): \(key)")
      }
    }
  }

  @Test("Usual keys of group figures leave the largest share out, which takes the rest")
  func usualKeysOfGroups() throws {
    let scenario = Scenario()
    let goal = try #require(
      FitGoal(
        FitTarget(name: "care", metric: "stock.clients", group: "care", value: 1, tolerance: 1),
        of: scenario, world: 0, other: nil))
    let keys = FreeKey.usual(for: [goal], in: scenario)
    let shares = keys.map(\.key).filter { $0.hasSuffix("inflowShare") }
    #expect(shares.count == scenario.population.groups.count - 1)
    let largest = scenario.population.groups.max { $0.inflowShare < $1.inflowShare }
    #expect(!shares.contains("population.groups.\(largest?.name ?? "").inflowShare"))
    for key in keys {
      let present = try #require(ScenarioText.number(at: key.key, in: scenario))
      #expect(key.range.low < present && present < key.range.high, "\(key.key)")
    }
  }

  @Test("Shares that are set leave the rest to the others in proportion")
  func remainder() throws {
    let scenario = Scenario()
    let shares = scenario.population.groups.map(\.inflowShare)
    let set = try #require(
      ShareRemainder.completed(
        [("population.groups.care.inflowShare", "0.5"), ("staffing.fte", "20")], in: scenario))
    #expect(set.count == 4)
    let development = try #require(
      set.first { $0.key == "population.groups.development.inflowShare" })
    let expected = 0.5 * shares[1] / (shares[1] + shares[2])
    #expect(abs(try #require(Double(development.json)) - expected) < 1e-12)
    #expect(
      ShareRemainder.completed(
        [
          ("population.groups.care.inflowShare", "0.7"),
          ("population.groups.work.inflowShare", "0.4"),
        ], in: scenario) == nil)
  }

  @Test(
    "A set of an ensemble moves other organisations by as much, and gives the fitted one its own values"
  )
  func ensembleIsRelative() throws {
    let ensemble = ParameterEnsemble(
      keys: ["inflow.applicationsPerYear", "outflow.relapseShare"], base: [1_000, 0.5],
      sets: [[1_100, 0.6]], scenarioName: "fitted", fittedDigest: "abc")
    var scenario = Scenario()
    scenario.inflow.applicationsPerYear = 300
    scenario.outflow.relapseShare = 0.2
    let moved = try #require(
      ensemble.overrides(
        set: 0, in: scenario, reference: ensemble.reference(for: scenario, digest: "other")))
    #expect(moved[0] == "inflow.applicationsPerYear=330")
    // Odds of 0.25 times 1.5 are 0.375.
    let share = try #require(Double(moved[1].dropFirst("outflow.relapseShare=".count)))
    #expect(abs(share - 0.375 / 1.375) < 1e-12)
    #expect(
      ensemble.overrides(
        set: 0, in: scenario, reference: ensemble.reference(for: scenario, digest: "abc")) == [
          "inflow.applicationsPerYear=1100", "outflow.relapseShare=0.6",
        ])
    #expect(ensemble.missingKeys(in: scenario) == [])
    let foreign = ParameterEnsemble(
      keys: ["outflow.rates.nobody.workPerYear"], base: [1], sets: [[1]], scenarioName: "x",
      fittedDigest: "")
    #expect(foreign.missingKeys(in: scenario) == ["outflow.rates.nobody.workPerYear"])
  }

  @Test("A set that leads beyond what a key may be stops at its nearest end")
  func ensembleStaysWithinBounds() throws {
    // A factor of 4 on 5 would be 20 where 10 is the most, and a quarter of 2 less than 1; so with whole numbers.
    let keys = [
      "knowledge.registrationPressureEffect", "outflow.relapseScaleDays", "service.leadDays",
      "service.noShowAttempts",
    ]
    var scenario = Scenario()
    scenario.knowledge.registrationPressureEffect = 5
    scenario.outflow.relapseScaleDays = 2
    scenario.service.leadDays = 200
    scenario.service.noShowAttempts = 2
    for (factors, expected) in [
      ([4.0, 0.25, 4, 0.1], ["10", "1", "365", "1"]),
      ([1.5, 3, 0.8, 6], ["7.5", "6", "160", "12"]),
    ] {
      let ensemble = ParameterEnsemble(
        keys: keys, base: [100, 100, 100, 100], sets: [factors.map { 100 * $0 }],
        scenarioName: "fitted", fittedDigest: "abc")
      let overrides = ensemble.overrides(set: 0, in: scenario, reference: ensemble.base)
      #expect(overrides == zip(keys, expected).map { "\($0)=\($1)" })
    }
  }

  @Test("A flag is that of the set, and a share of 0 or 1 stays what it is")
  func ensembleFlagsAndEnds() {
    var scenario = Scenario()
    let keys = ["service.restPolicy.enabled", "outflow.relapseShare"]
    for (present, set, expected) in [(0.0, 0.49, "0"), (1, 0.5, "1"), (0.5, 1, "1")] {
      scenario.outflow.relapseShare = present
      let ensemble = ParameterEnsemble(
        keys: keys, base: [0.2, 0.2], sets: [[set, set]], scenarioName: "fitted",
        fittedDigest: "abc")
      #expect(
        ensemble.overrides(set: 0, in: scenario, reference: ensemble.base) == [
          "service.restPolicy.enabled=\(set >= 0.5)", "outflow.relapseShare=\(expected)",
        ])
    }
  }
}
