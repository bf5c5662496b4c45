import SimulationKernel
import Testing

@testable import CaseloadModel

/// Interventions that are a dated change of one policy, each seen on its day.
@Suite struct DatedPolicyTests {
  /// A world of one client who has had the intake, with a change on Monday, day 28.
  private func world(
    _ adjust: (inout Scenario) -> Void = { _ in }, change: (inout Scenario) -> Void
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    adjust(&scenario)
    var result = scenario
    change(&result)
    var dated = DatedChange(name: "change", date: scenario.time.start.adding(days: 28))
    dated.result = [result]
    scenario.interventions.changes = [dated]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    precondition(client == 0)
    world.run(through: 28 * 1_440 - 1)
    return world
  }

  private func interval(_ days: Double) -> (inout Scenario) -> Void {
    { for index in $0.service.norms.indices { $0.service.norms[index].intervalDays = days } }
  }

  @Test func aTargetRegimeReordersWhoIsListedFromThenOn() {
    var world = world {
      $0.service.priorities.readiness = 0
    } change: {
      $0.service.priorities.readiness = 100
    }
    for day in [27, 28] {
      world.run(through: day * 1_440)
      world.clients.service[0].believedGroup = 2
      world.clients.service[0].stage = .none
      world.relist(0)
      let key = world.staff.lists[0].last?.key ?? 0
      // The weight of 100 times the middle of the highest group, 0.85, counts from the date on.
      #expect((key > 50) == (day == 28))
      world.unlist(0)
    }
  }

  @Test func aBudgetShockStopsNewStarts() {
    for budget in [100_000.0, 999] {
      var world = world {
        $0.trajectories.instruments = [
          Instrument(
            name: "course", fromGroup: "care", toGroup: "work", proposalShare: 1, priceEuro: 1_000,
            budgetPerYearEuro: 100_000)
        ]
      } change: {
        $0.trajectories.instruments[0].budgetPerYearEuro = budget
      }
      // What the intake led to is over by the date.
      world.run(through: 28 * 1_440)
      world.clients.service[0].trajectoryStage = .none
      world.considerInstrument(0, worker: 0)
      let isStarted = world.clients.service[0].trajectoryStage == .requested
      #expect(isStarted == (budget > 1_000))
    }
  }

  @Test func groupServiceBeginsOnItsDate() {
    for begins in [false, true] {
      var world = world(interval(60)) {
        guard begins else { return }
        for index in $0.service.norms.indices {
          $0.service.norms[index].faceToFaceShare = 0
          $0.service.norms[index].groupShare = 1
        }
      }
      let last = world.clients.service[0].lastContact
      world.run(through: 80 * 1_440)
      // Met in a group, the client counts as met and not as seen.
      #expect(world.clients.service[0].lastAnyContact > last)
      #expect((world.clients.service[0].lastContact > last) == !begins)
    }
  }

  @Test func workItemsExpireFromTheDateOn() {
    var world = world {
      interval(3_000)(&$0)
      $0.service.agreementMonths = 3
    } change: {
      $0.service.workItemExpiry = true
    }
    #expect(world.clients.service[0].due > 2_900 * 1_440)
    world.run(through: 28 * 1_440)
    #expect(world.clients.service[0].due == world.clients.service[0].agreementUntil)
  }

  @Test func aShorterNormAndTheEndOfRestMoveContactsForward() {
    var world = world {
      interval(3_000)(&$0)
      for index in $0.service.norms.indices { $0.service.norms[index].restShare = 1 }
    } change: {
      interval(60)(&$0)
      $0.service.restPolicy.enabled = false
    }
    let seen = Int(world.clients.service[0].lastContact)
    #expect(world.clients.service[0].atRest)
    #expect(Int(world.clients.service[0].due) == seen + 912 * 1_440)
    world.run(through: 28 * 1_440)
    #expect(!world.clients.service[0].atRest)
    #expect(Int(world.clients.service[0].due) == seen + 60 * 1_440)
  }

  @Test func aLeanWeekStartTakesTimeOfEveryDay() {
    var world = world {
      $0.staffing.sideTaskShare = 0
    } change: {
      $0.staffing.sideTaskShare = 0.25
      $0.service.priorities.campaign = 10
    }
    let before = world.staff.workers[0].minutesWorked
    // A shift of 432 minutes: 108 of them on Monday, day 28.
    world.run(through: TinyWorld.minute(day: 28, 17, 0))
    #expect(world.staff.workers[0].minutesWorked - before == 108)
    #expect(world.scenario.service.priorities.campaign == 10)
  }

  @Test func anotherSystemAndAnotherFormHoldFromTheirDate() {
    var world = world {
      $0.knowledge.systemUsability = 0
    } change: {
      $0.knowledge.systemUsability = 1
    }
    world.completeRegistration(0, worker: 0)
    let none = world.knowledge.records.all.count { $0.isRegistered }
    #expect(none == 0)
    world.run(through: 28 * 1_440)
    world.completeRegistration(0, worker: 0)
    let all = world.knowledge.records.all.count { $0.isRegistered }
    #expect(all == 8)
  }

  @Test func aCampaignEndsAndWhoWasNotReachedFallsBackToTheNorm() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 40
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    scenario.interventions.campaigns = [
      Campaign(
        name: "inView", date: scenario.time.start.adding(days: 20), durationDays: 40,
        unseenDays: 365,
        toGroup: "development")
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    // Nobody works while the campaign runs, so that nobody is reached.
    for day in 20..<70 { world.staff.leave[0].insert(day) }
    world.run(through: 20 * 1_440)
    for client in 0..<40 {
      let service = world.clients.service[client]
      let isCalledIn =
        20 * 1_440 - Int(service.lastContact) >= 365 * 1_440 && service.believedGroup <= 1
      #expect((service.campaign == 1) == isCalledIn)
      guard isCalledIn else { continue }
      #expect((20 * 1_440...60 * 1_440).contains(Int(service.due)))
    }
    world.run(through: 60 * 1_440)
    for client in 0..<40 {
      let service = world.clients.service[client]
      #expect(service.campaign == 0)
      #expect(service.stage == .none)
      // Contacts of the initial stock are spread over the interval to the minute.
      #expect(abs(Int(service.due) - Int(service.lastContact) - 3_000 * 1_440) <= 1)
    }
  }
}
