import Testing

@testable import CaseloadModel

/// What a run is said to take beforehand, against what it takes.
@Suite struct RunSizeTests {
  @Test(arguments: [
    TinyWorld.small(), TinyWorld.small(clients: 2_000, fte: 20),
    {
      var scenario = TinyWorld.small(clients: 300, fte: 4)
      scenario.staffing.turnoverPerYear = 2
      scenario.inflow.applicationsPerYear = 1_000
      scenario.time.durationMonths = 48
      return scenario
    }(),
  ])
  func peopleWorkersAndEventsAreOfTheRightSize(_ scenario: Scenario) {
    let size = RunSize(scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let people = Double(world.clients.count)
    #expect(size.people / people > 0.8 && size.people / people < 1.4, "\(size.people), \(people)")
    let workers = Double(world.staff.workers.count)
    #expect(size.workers / workers > 0.7 && size.workers / workers < 1.8, "\(size), \(workers)")
    let years = world.observer.clientYears
    #expect(abs(size.clientYears / years - 1) < 0.25, "\(size), \(years)")
    let events = Double(world.clock.queue.executedCount)
    #expect(size.events / events > 0.4 && size.events / events < 2.5, "\(size), \(events)")
  }

  @Test(arguments: ClientClock.allCases)
  func everyClockOfClientsCounts(_ life: ClientClock) {
    let scenario = TinyWorld.small()
    var faster = scenario
    switch life {
    case .request: faster.service.requestsPerYear += 10
    case .shock: faster.population.shocks[0].perYear += 10
    case .partTime: faster.outflow.partTimeEndsPerYear += 10
    case .check: faster.service.enforcement.checksPerYear += 10
    case .fileReview: faster.service.fileReview.perYear += 10
    case .transfer:
      faster.population.transfers = [
        LawTransfer(name: "over", from: faster.population.segments[0].name, perYear: 10)
      ]
    // More exits leave fewer clients, and a limit ends a spell once.
    case .exit, .segmentEnd: return
    }
    let (size, larger) = (RunSize(scenario), RunSize(faster))
    #expect(larger.events > size.events + 9 * size.clientYears, "\(larger), \(size)")
  }

  @Test func whoLeftBeforeAndReturnsIsCounted() {
    var scenario = TinyWorld.small(clients: 400, fte: 4)
    for index in scenario.outflow.rates.indices { scenario.outflow.rates[index].workPerYear = 8 }
    scenario.outflow.relapseShare = 1
    scenario.outflow.relapseFactorWork = 1
    let size = RunSize(scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let people = Double(world.clients.count)
    #expect(size.people > 0.7 * people, "\(size), \(people)")
    let events = Double(world.clock.queue.executedCount)
    #expect(size.events > 0.5 * events, "\(size), \(events)")
  }

  @Test func whoWasCalledInBeforeTheRunAndStaysInASlowGroupIsCounted() {
    // The talks of the past ended nearly every benefit at once; those people return to an office that holds
    // no such talks, and half of them are of a group that hardly leaves.
    var scenario = TinyWorld.small(clients: 8, fte: 1)
    scenario.time.durationMonths = 6
    scenario.population.initialTalksPerYear = 100
    scenario.outflow.atInvitation.otherShare = 0.5
    for index in scenario.population.segments.indices {
      scenario.population.segments[index].otherFactor = 20
    }
    scenario.outflow.rates[0].otherPerYear = 10
    let size = RunSize(scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let (people, events) = (Double(world.clients.count), Double(world.clock.queue.executedCount))
    #expect(people > 20 * 8)
    #expect(size.people > 0.5 * people && size.people < 3 * people, "\(size), \(people)")
    #expect(size.events > 0.4 * events && size.events < 4 * events, "\(size), \(events)")
  }

  @Test func peopleWhoComeBackToASegmentThatLastsAMomentAreCounted() {
    // Everybody leaves at the limit, comes back after a day or so, to a segment of an hour, and leaves again.
    var scenario = TinyWorld.small(clients: 40, fte: 1)
    scenario.population.segments[0].maximumMonths = 0.001
    scenario.outflow.relapseShare = 1
    scenario.outflow.relapseFactorLimit = 1
    scenario.outflow.relapseLateShare = 0
    scenario.outflow.relapseScaleDays = 1
    let size = RunSize(scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let events = Double(world.clock.queue.executedCount)
    #expect(events > 50_000)
    #expect(size.events > 0.5 * events && size.events < 4 * events, "\(size), \(events)")
  }

  @Test func shortSpellsAskForMoreCandidates() {
    var scenario = TinyWorld.small()
    let before = RunSize(scenario).events
    scenario.inflow.shortSpellShare = 0.9
    scenario.inflow.shortSpellFactor = 50
    #expect(RunSize(scenario).events > 1.5 * before)
  }

  @Test func staffOfTinyContractsIsToldBeforeItIsHired() {
    var scenario = TinyWorld.certain()
    scenario.staffing.contractHoursPerWeek = 3.6e-6
    #expect(abs(RunSize(scenario).workers / 1e7 - 1) < 1e-6)
    scenario.staffing.contractHoursPerWeek = .leastNonzeroMagnitude
    #expect(RunSize(scenario).bytes > 1e20)
  }

  @Test func aDatedChangeCounts() {
    var scenario = TinyWorld.certain()
    let before = RunSize(scenario)
    var result = scenario
    result.staffing.fte = 100_000
    result.inflow.applicationsPerYear = 1_000_000
    var change = DatedChange(name: "large", date: scenario.time.start.adding(days: 182))
    change.result = [result]
    scenario.interventions.changes = [change]
    let after = RunSize(scenario)
    #expect(after.workers >= 100_000 && before.workers < 10)
    #expect(after.people > 300_000 && before.people < 10)
    scenario.interventions.changes[0].date = scenario.time.start.adding(days: 400)
    #expect(RunSize(scenario).bytes == before.bytes)
  }
}
