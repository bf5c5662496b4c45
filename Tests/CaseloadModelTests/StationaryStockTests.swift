import SimulationKernel
import Testing

@testable import CaseloadModel

/// The stock to which an inflow tends, against closed forms and a long run.
@Suite struct StationaryStockTests {
  /// Nobody differs from anybody else, talks add nothing, and one rate of exit is left.
  private static func even() -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.initialTalksPerYear = 0
    scenario.population.initialRestTalksPerYear = 0
    scenario.inflow.applicationsPerYear = 200
    scenario.inflow.grantedShare = 0.5
    scenario.inflow.searchPeriodDropShare = 0
    scenario.inflow.workFirstShare = 0
    scenario.outflow.durationEffectOnWork = 0
    scenario.outflow.motivationEffectOnWork = 0
    scenario.outflow.relapseShare = 0
    scenario.outflow.pensionAndDeathPerYear = 0
    for index in scenario.outflow.rates.indices {
      scenario.outflow.rates[index].workPerYear = 0
      scenario.outflow.rates[index].subsidisedPerYear = 0
      scenario.outflow.rates[index].otherPerYear = 0.4
    }
    return scenario
  }

  @Test func atOneRateItIsInflowOverRate() {
    // 100 people a year, each for 1 / 0.4 = 2.5 years.
    let stock = StationaryStock(Self.even())
    #expect(abs(stock.newcomersPerYear - 100) < 1e-9)
    #expect(abs(stock.clients / 250 - 1) < 0.01, "\(stock)")
    // A mean time of 2.5 years: after as long, a part 1 / e of the difference is left.
    #expect(abs(stock.clients(after: 2.5, from: 0) / stock.clients - (1 - 0.367_879)) < 0.01)
  }

  @Test func whoComesBackCountsAgain() {
    var scenario = Self.even()
    scenario.outflow.relapseShare = 0.5
    // 1 + 1/2 + 1/4 + ... = 2 spells each.
    #expect(abs(StationaryStock(scenario).clients / 500 - 1) < 0.02)
  }

  @Test func aLongestTimeCutsSpellsAndTheNextSegmentGoesOn() {
    var scenario = Self.even()
    scenario.outflow.relapseFactorLimit = 0
    scenario.population.segments = [
      ClientSegment(
        name: "first", stockShare: 1, inflowShare: 1, maximumMonths: 30, nextSegment: "second",
        nextShare: 0),
      ClientSegment(name: "second"),
    ]
    // (1 - exp(-0.4 x 2.5)) / 0.4 = 1.580 years.
    #expect(abs(StationaryStock(scenario).clients / 158.03 - 1) < 0.01)
    scenario.population.segments[0].nextShare = 1
    #expect(abs(StationaryStock(scenario).clients / 250 - 1) < 0.01)
  }

  @Test func aTransferOutEndsATimeAndOneWithinDoesNot() {
    var scenario = Self.even()
    let segment = scenario.population.segments[0].name
    scenario.population.transfers = [
      LawTransfer(name: "out", from: segment, to: "", perYear: 0.6)
    ]
    // 100 / (0.4 + 0.6).
    #expect(abs(StationaryStock(scenario).clients / 100 - 1) < 0.02)
    scenario.population.transfers[0].to = segment
    #expect(abs(StationaryStock(scenario).clients / 250 - 1) < 0.01)
  }

  @Test func nobodyComesAndNobodyStays() {
    var scenario = Self.even()
    scenario.inflow.applicationsPerYear = 0
    let stock = StationaryStock(scenario)
    #expect(stock.clients == 0 && stock.clients(after: 3, from: 40) == 40)
  }

  @Test func theStockOfTheDefaultsIsNearlyKept() {
    let scenario = Scenario()
    let ratio = StationaryStock(scenario).clients / Double(scenario.population.clients)
    #expect(ratio > 0.75 && ratio < 1.33, "\(ratio)")
  }
}
