import SimulationKernel
import Testing

@testable import CaseloadModel

/// What must come out when a mechanism is switched off or driven to its end.
@Suite struct LimitTests {
  private func outcome(_ scenario: Scenario, seed: UInt64 = 1) throws -> ReplicationOutcome {
    try #require(try simulate(scenario, seed: seed, replication: 0))
  }

  @Test func withoutChangesAndWithFullRegistrationKnowledgeStaysComplete() throws {
    var scenario = TinyWorld.small()
    scenario.knowledge.attributes = scenario.knowledge.attributes.map {
      var attribute = $0
      attribute.changesPerYear = 0
      return attribute
    }
    scenario.population.shocks = []
    scenario.population.readinessGainPerContact = 0
    for index in scenario.population.groups.indices {
      scenario.population.groups[index].initialSeenLowerShare = 0
      scenario.population.groups[index].initialSeenHigherShare = 0
    }
    scenario.trajectories.instruments = []
    scenario.knowledge.privateFadingPerYear = 0
    scenario.knowledge.handoverLossShare = 0
    scenario.knowledge.swapLossShare = 0
    scenario.diagnosis.accuracyWithTool = 1
    scenario.diagnosis.accuracyWithoutTool = 1
    scenario.diagnosis.healthAccuracyFactor = 1
    scenario.inflow.applicationsPerYear = 0
    scenario.outflow.relapseShare = 0
    let result = try outcome(scenario)
    #expect(abs(result[.knowledgeCurrency, 0] - 1) < 1e-6)
    #expect(abs(result[.knowledgeAccuracy, 0] - 1) < 1e-6)
    #expect(result[.knowledgeNotInView, 0] == 0)
  }

  @Test func withoutStaffNobodyIsSeenAndExitsGoOn() throws {
    var scenario = TinyWorld.small()
    scenario.staffing.fte = 0
    scenario.inflow.applicationsPerYear = 0
    scenario.time.durationMonths = 36
    let result = try outcome(scenario)
    #expect(result[.contactPerClientYear, 0] == 0)
    #expect(result[.outflowTotal, 0] > 0.1)
    #expect(result[.outflowWork, 0] > 0)
    var staffed = scenario
    staffed.staffing.fte = 6
    #expect(try outcome(staffed)[.outflowTotal, 0] > result[.outflowTotal, 0])
  }

  @Test func endlessStaffLeavesNoBacklogAndNobodyOverdue() throws {
    var scenario = TinyWorld.small(clients: 300, fte: 60)
    scenario.service.noShowShare = 0
    scenario.service.noShowShareUnseen = 0
    scenario.staffing.sicknessShare = 0
    scenario.staffing.turnoverPerYear = 0
    scenario.staffing.leaveDaysPerYear = 0
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].restShare = 0
      scenario.service.norms[index].faceToFaceShare = 1
      scenario.service.norms[index].phoneShare = 0
    }
    let result = try outcome(scenario)
    // Nobody but new clients waits for a talk: everybody else is seen within interval + lead time.
    #expect(result[.unseen6m, 0] < 0.06)
    #expect(result[.unseen12m, 0] == 0)
    #expect(result[.workloadBacklogDays, 0] < 0.6)
    #expect(result[.workloadPressureHigh, 0] < 0.02)
  }

  @Test func aCapFarAboveTheStockChangesNothing() throws {
    let scenario = TinyWorld.small()
    var capped = scenario
    capped.caseload.capPerFte = 100_000
    let free = try outcome(scenario)
    let same = try outcome(capped)
    #expect(free.values.map(\.bitPattern) == same.values.map(\.bitPattern))
  }

  @Test func noInflowAndNoExitsKeepTheStock() throws {
    var scenario = TinyWorld.small()
    scenario.service.enforcement.checksPerYear = 0
    scenario.inflow.applicationsPerYear = 0
    scenario.outflow.pensionAndDeathPerYear = 0
    for index in scenario.outflow.rates.indices {
      scenario.outflow.rates[index].workPerYear = 0
      scenario.outflow.rates[index].subsidisedPerYear = 0
      scenario.outflow.rates[index].otherPerYear = 0
    }
    for index in scenario.trajectories.instruments.indices {
      scenario.trajectories.instruments[index].placementShare = 0
    }
    scenario.service.noShowSanctionShare = 0
    scenario.outflow.atContact.changesPerYear = 0
    scenario.outflow.atContact.sanctionShare = 0
    scenario.outflow.atContact.referralShare = 0
    scenario.outflow.atInvitation.workShare = 0
    scenario.outflow.atInvitation.otherShare = 0
    let result = try outcome(scenario)
    #expect(result[.stockClients, 0] == 600)
    #expect(result[.outflowTotal, 0] == 0)
  }

  @Test func currencyIsTheExpectedAccuracy() throws {
    // The two measures are computed from different things, clocks and truth; their means agree.
    var scenario = TinyWorld.small(clients: 1_500, fte: 12)
    scenario.time.durationMonths = 24
    var currency = 0.0
    var accuracy = 0.0
    for seed in 1...2 as ClosedRange<UInt64> {
      let result = try outcome(scenario, seed: seed)
      currency += result[.knowledgeCurrency, 0] / 2
      accuracy += result[.knowledgeAccuracy, 0] / 2
    }
    #expect(abs(currency - accuracy) < 0.012, "currency \(currency), accuracy \(accuracy)")
  }

  @Test func theSameSeedGivesTheSameBits() throws {
    let scenario = TinyWorld.small()
    let first = try outcome(scenario, seed: 11)
    let second = try outcome(scenario, seed: 11)
    let other = try outcome(scenario, seed: 12)
    #expect(first.values.map(\.bitPattern) == second.values.map(\.bitPattern))
    #expect(first.series.map(\.bitPattern) == second.series.map(\.bitPattern))
    #expect(first.values.map(\.bitPattern) != other.values.map(\.bitPattern))
  }
}
