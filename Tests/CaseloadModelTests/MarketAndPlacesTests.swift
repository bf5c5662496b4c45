import SimulationKernel
import Testing

@testable import CaseloadModel

/// Vacancies and their time, and places for which clients wait.
@Suite struct MarketAndPlacesTests {
  private func market(_ adjust: (inout Scenario, inout VacancyStream) -> Void) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 30
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    var stream = VacancyStream(
      name: "desk", perYear: 1e-6, fromGroup: "care", toGroup: "work", candidates: 1,
      matchMinutes: 30, holdingDays: 14, headStartDays: 3, competitionPerDay: 0, acceptShare: 1,
      mismatchFactor: 1)
    adjust(&scenario, &stream)
    scenario.labourMarket.vacancies = [stream]
    return scenario
  }

  @Test func aVacancyIsHeldAndHasAHeadStartBeforeOthersCompete() {
    var held = Simulation(market { _, _ in }, seed: 1, replication: 0)
    held.receiveVacancy(stream: 0)
    #expect(held.labourMarket.vacancies[0].openUntil == 14 * 1_440)
    // Others take it within hours once they may, which is after three days.
    var contested = Simulation(market { $1.competitionPerDay = 50 }, seed: 1, replication: 0)
    for _ in 0..<5 { contested.receiveVacancy(stream: 0) }
    for vacancy in contested.labourMarket.vacancies {
      #expect((3 * 1_440...3 * 1_440 + 400).contains(Int(vacancy.openUntil)))
    }
    // Competition never makes a vacancy last longer than it is held.
    var late = Simulation(
      market {
        $1.competitionPerDay = 0.001
        $1.holdingDays = 10
      }, seed: 1, replication: 0)
    late.receiveVacancy(stream: 0)
    #expect(late.labourMarket.vacancies[0].openUntil <= 10 * 1_440)
  }

  @Test func vacanciesComeAsOftenAsDemandSays() {
    for (demand, expected) in [(1.0, 200.0), (0.25, 50)] {
      var world = Simulation(
        market { scenario, stream in
          stream.perYear = 200
          stream.acceptShare = 0
          scenario.labourMarket.demandIndex = demand
        }, seed: 1, replication: 0)
      let isComplete = world.run(isCancelled: { false })
      #expect(isComplete)
      let count = Double(world.labourMarket.streams[0].count)
      #expect(abs(count - expected) < 4 * expected.squareRoot())
    }
  }

  @Test func whoIsWronglyBelievedToFitIsNotTaken() {
    for mismatchFactor in [0.0, 1] {
      var world = Simulation(
        market {
          $1.fromGroup = "work"
          $1.mismatchFactor = mismatchFactor
          $1.candidates = 5
        }, seed: 1, replication: 0)
      for client in 0..<30 {
        world.clients.state[client].trueGroup = 0
        world.clients.service[client].believedGroup = 2
        for attribute in 0..<8 {
          world.knowledge.record(
            client: client, attribute: attribute, at: 0, accuracy: 1, isCorrect: true)
        }
      }
      world.receiveVacancy(stream: 0)
      world.run(through: TinyWorld.minute(day: 3, 17, 0))
      #expect(world.observer.exits == (mismatchFactor == 0 ? 0 : 1))
    }
  }

  @Test func aGuaranteeJobIsForTheRegisterAndCountsAsSubsidised() {
    var world = Simulation(
      market { scenario, stream in
        scenario.population.segments[0].registerShare = 0.5
        stream.registerOnly = true
        stream.isSubsidised = true
        stream.candidates = 10
      }, seed: 1, replication: 0)
    for client in 0..<30 {
      for attribute in 0..<8 {
        world.knowledge.record(
          client: client, attribute: attribute, at: 0, accuracy: 1, isCorrect: true)
      }
    }
    world.receiveVacancy(stream: 0)
    world.run(through: TinyWorld.minute(day: 3, 17, 0))
    let leavers = (0..<30).filter { !world.clients.state[$0].inStock }
    #expect(leavers.count == 1)
    for client in leavers { #expect(world.clients.state[client].isRegistered) }
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    let subsidised = world.outcome[.outflowSubsidised, 0]
    let regular = world.outcome[.outflowWork, 0]
    #expect(subsidised > 0)
    #expect(regular == 0)
  }

  // MARK: - Places

  @Test func clientsWaitForAPlaceInTurnAndAreTalkedToAfterwards() {
    var scenario = TinyWorld.certain()
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    scenario.trajectories.lengthVariation = 0
    scenario.trajectories.instruments = [
      Instrument(
        name: "mentalHealthCare", fromGroup: "care", toGroup: "work", proposalShare: 1, places: 1,
        requestMinutes: 30, waitingDays: 60, durationDays: 100, dropOutShare: 0, successShare: 0,
        limitPerSpell: 1)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let first = world.admit(streamID: 7)
    let second = world.admit(streamID: 8)
    // Intakes until 10:15 and 12:00, requests until 12:30 and from 13:00 to 13:30.
    world.run(through: TinyWorld.minute(day: 1, 13, 30))
    #expect(world.clients.service[first].trajectoryStage == .pending)
    #expect(world.clients.service[second].trajectoryStage == .pending)
    // Both requests take sixty days; then one is on it, and the other waits for the place.
    world.run(through: TinyWorld.minute(day: 61, 13, 30))
    #expect(world.clients.service[first].trajectoryStage == .running)
    #expect(world.clients.service[second].trajectoryStage == .waiting)
    // Sixty days of waiting and a hundred of care later the place is free.
    let free = TinyWorld.minute(day: 161, 12, 30)
    world.run(through: free - 1)
    #expect(world.clients.service[first].trajectoryStage == .running)
    #expect(world.clients.service[second].trajectoryStage == .waiting)
    world.run(through: free)
    #expect(world.clients.service[first].trajectoryStage == .none)
    #expect(world.clients.service[second].trajectoryStage == .running)
    // The end of care is a reason to talk.
    #expect(world.clients.service[first].stage == .listed)
  }

  @Test func trajectoriesEndInTheirShares() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1_000
    scenario.staffing.fte = 0
    scenario.trajectories.lengthVariation = 0
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, places: 1_000,
        priceEuro: 100, durationDays: 60, dropOutShare: 0.25, successShare: 0.3, knowledgeFit: 0)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<1_000 {
      world.clients.service[client].trajectoryStage = .requested
      world.requestPlace(client)
    }
    // Thirty days of waiting; drop-outs end before the sixtieth day of the course, others on it.
    world.run(through: 90 * 1_440 - 1)
    let stopped = (0..<1_000).count { world.clients.service[$0].trajectoryStage == .none }
    #expect(abs(stopped - 250) < 55)
    let ends = (0..<1_000).map { world.clients.service[$0].trajectoryEnd }
    #expect(stopped == ends.count { $0 == .dropOut })
    #expect(abs(ends.count { $0 == .success } - 300) < 58)
    // Waiting and length are each rounded up to a whole minute.
    world.run(through: 90 * 1_440 + 2)
    let running = (0..<1_000).count { world.clients.service[$0].trajectoryStage == .running }
    #expect(running == 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    #expect(abs(world.outcome[.costInstruments, 0] - 100_000 * 365.25 / 365) < 1e-6)
  }

  @Test func aPlaceIsTakenOnlyWhileTheClientIsOnTheInstrument() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 600
    scenario.staffing.fte = 30
    scenario.trajectories.lengthVariation = 0
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 30
    }
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 1, places: 40,
        requestMinutes: 1, waitingDays: 90, durationDays: 30, dropOutShare: 0, successShare: 0)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    // 600 clients ask for more than the 1.3 starts a day that 40 places of 30 days give.
    for day in [200, 250, 300] {
      world.run(through: day * 1_440)
      let running = world.clients.service.all.count { $0.trajectoryStage == .running }
      #expect(running == 40, "day \(day)")
      #expect(world.trajectories.instruments[0].places.inService == 40)
    }
  }

  @Test func waitingHasASpreadAroundItsMean() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1_000
    scenario.staffing.fte = 0
    scenario.time.durationMonths = 36
    scenario.trajectories.lengthVariation = 0.5
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, places: 1_000,
        waitingDays: 100, durationDays: 3_000, dropOutShare: 0, successShare: 0)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<1_000 {
      world.clients.service[client].trajectoryStage = .requested
      world.requestPlace(client)
    }
    var sum = 0.0
    var started = 0
    for day in 1...1_000 {
      world.run(through: day * 1_440)
      let now = world.clients.service.all.count { $0.trajectoryStarts > 0 }
      sum += (Double(day) - 0.5) * Double(now - started)
      started = now
    }
    #expect(started == 1_000)
    // A standard deviation of 50 days leaves the mean of a thousand one of 1.6.
    #expect(abs(sum / 1_000 - 100) < 6.4, "\(sum / 1_000)")
  }

  @Test func moneyForWhatIsCancelledComesBack() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 3
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, places: 1,
        priceEuro: 1_000, waitingDays: 60, durationDays: 30, budgetPerYearEuro: 2_500)
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<3 {
      world.clients.service[client].trajectoryStage = .requested
      world.requestPlace(client)
    }
    // Money for two of three.
    #expect(world.trajectories.instruments[0].spent == 2_000)
    #expect(world.clients.service[2].trajectoryStage == .none)
    world.leaveStock(0, .other)
    #expect(world.trajectories.instruments[0].spent == 1_000)
    world.clients.service[2].trajectoryStage = .requested
    world.requestPlace(2)
    #expect(world.clients.service[2].trajectoryStage == .pending)
    #expect(world.trajectories.instruments[0].spent == 2_000)
  }
}
