import SimulationKernel
import Testing

@testable import CaseloadModel

/// Worlds of one or two clients whose every minute is computed by hand.
@Suite struct SmallWorldTests {
  @Test func intakeTakesPlaceOnTheFirstPlannedMorning() {
    // Admitted on Monday at 00:00. At 08:30 the worker plans from Tuesday on: Tuesday 08:30,
    // 15 minutes of preparation and 90 of talk, done at 10:15.
    var world = Simulation(TinyWorld.certain(), seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 1, 10, 14))
    #expect(!world.clients.service[client].intakeDone)
    world.run(through: TinyWorld.minute(day: 1, 10, 15))
    #expect(world.clients.service[client].intakeDone)
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 1, 10, 15))
    #expect(world.staff.workers[0].minutesWorked == 105)
  }

  @Test func everythingIsKnownAndRegisteredAfterACertainIntake() {
    var world = Simulation(TinyWorld.certain(), seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 1, 10, 15))
    let told = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(abs(told.currency - 1) < 1e-12)
    #expect(abs(told.accuracy - 1) < 1e-12)
    #expect(abs(told.privateOnly - 1) < 1e-12)
    // Registration takes 20 minutes from 10:15 on.
    world.run(through: TinyWorld.minute(day: 1, 10, 35))
    let registered = world.knowledge.level(ofClient: client, at: world.clock.now)
    #expect(abs(registered.currency - 1) < 1e-12)
    #expect(registered.privateOnly == 0)
    #expect(
      world.clients.service[client].believedGroup == world.clients.state[client].trueGroup)
  }

  @Test func secondContactFollowsTheNormInterval() {
    var scenario = TinyWorld.certain()
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 28
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    // Due 28 days after Tuesday 10:15 (day 1): day 29. Listed ten days before, day 19 at 10:15, a
    // Saturday. On Friday (day 18) the agenda was filled through day 28, so on Monday (day 21) the
    // first free day is day 29: Tuesday 2 February, 08:30 to 09:45.
    world.run(through: TinyWorld.minute(day: 29, 9, 44))
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 1, 10, 15))
    world.run(through: TinyWorld.minute(day: 29, 9, 45))
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 29, 9, 45))
    #expect(world.clients.service[client].contactsAfterIntake == 1)
  }

  @Test func twoClientsAreSeenOneAfterTheOther() {
    var world = Simulation(TinyWorld.certain(), seed: 1, replication: 0)
    let first = world.admit(streamID: 7)
    let second = world.admit(streamID: 8)
    // Equal priority but for motivation, which has no spread here: the lower number goes first.
    // The second appointment starts at 10:15 and ends at 12:00.
    world.run(through: TinyWorld.minute(day: 1, 12, 0))
    #expect(Int(world.clients.service[first].lastContact) == TinyWorld.minute(day: 1, 10, 15))
    #expect(Int(world.clients.service[second].lastContact) == TinyWorld.minute(day: 1, 12, 0))
    // Both registrations wait for the appointments: 12:00 to 12:30 and 13:00 to 13:10.
    #expect(world.staff.workers[0].queuedMinutes == 40)
    world.run(through: TinyWorld.minute(day: 1, 13, 10))
    #expect(world.staff.workers[0].queuedMinutes == 0)
    #expect(world.staff.workers[0].minutesWorked == 250)
  }

  @Test func aNoShowCostsItsMinutesAndLeadsToANewAppointment() {
    var scenario = TinyWorld.certain()
    scenario.service.noShowShare = 1
    scenario.service.noShowShareUnseen = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    // The worker waits from 08:30 to 08:45, then the client is on the list again.
    world.run(through: TinyWorld.minute(day: 1, 8, 45))
    #expect(world.staff.workers[0].minutesWorked == 15)
    #expect(world.clients.service[client].missed == 1)
    #expect(!world.clients.service[client].intakeDone)
    #expect(world.clients.service[client].stage == .listed)
    // On Monday the agenda was filled through day 10, on Tuesday through day 11. On Wednesday and
    // Thursday the next days, 12 and 13, are a weekend; on Friday the worker plans day 14, Monday.
    world.run(through: TinyWorld.minute(day: 14, 8, 45))
    #expect(world.clients.service[client].missed == 2)
    #expect(world.staff.workers[0].minutesWorked == 30)
  }

  @Test func aTalkThatCrossesTheBreakIsInterruptedByIt() {
    var scenario = TinyWorld.certain()
    scenario.diagnosis.intakeMinutes = 285  // with preparation exactly five hours
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    // 08:30 to 12:30 is four hours; the fifth runs from 13:00 to 14:00.
    world.run(through: TinyWorld.minute(day: 1, 14, 0))
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 1, 14, 0))
  }

  @Test func aTalkThatRunsPastClosingTimeIsFinishedInOvertime() {
    var scenario = TinyWorld.certain()
    // With preparation ten hours, two more than the office is open.
    scenario.diagnosis.intakeMinutes = 585
    scenario.staffing.contractHoursPerWeek = 40
    scenario.staffing.fullTimeHoursPerWeek = 40
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    // Tuesday 08:30 to 17:00 holds eight hours; the other two follow at once, until 19:00.
    world.run(through: TinyWorld.minute(day: 1, 18, 59))
    #expect(!world.clients.service[client].intakeDone)
    world.run(through: TinyWorld.minute(day: 1, 19, 0))
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 1, 19, 0))
    #expect(world.staff.workers[0].minutesWorked == 600)
    #expect(world.staff.workers[0].minutesPresent == 2 * 480 + 120)
  }

  @Test func administrationContinuesOnTheNextWorkingDay() {
    var scenario = TinyWorld.certain()
    scenario.staffing.administrationShare = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    // A shift of 432 minutes brings 216 minutes of administration: Monday 08:30 to 12:06.
    world.run(through: TinyWorld.minute(day: 0, 12, 6))
    #expect(world.staff.workers[0].minutesWorked == 216)
    #expect(world.staff.workers[0].queuedMinutes == 0)
    // A task of 300 minutes more is laid down at 16:12, when the shift ends: 216 minutes of the
    // day remained, so 84 minutes are left.
    world.addTask(.administration, for: -1, worker: 0, minutes: 300)
    world.run(through: TinyWorld.minute(day: 0, 16, 12))
    #expect(world.staff.workers[0].minutesWorked == 432)
    #expect(world.staff.workers[0].queuedMinutes == 84)
    // Tuesday: 84 minutes left over and 216 new ones, done at 08:30 + 300 minutes and the break.
    world.run(through: TinyWorld.minute(day: 1, 14, 0))
    #expect(world.staff.workers[0].minutesWorked == 732)
    #expect(world.staff.workers[0].queuedMinutes == 0)
  }

  @Test func aRequestOfAClientIsAnsweredBeforeAdministration() {
    var scenario = TinyWorld.certain()
    scenario.staffing.administrationShare = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 1, 16, 12))
    // Tuesday evening: nothing is left but what the intake and the day brought.
    world.addTask(.request, for: client, worker: 0, minutes: 15)
    world.run(through: TinyWorld.minute(day: 2, 8, 45))
    #expect(Int(world.clients.service[client].lastContact) == TinyWorld.minute(day: 2, 8, 45))
  }

  @Test func knowledgeDecaysByTheClosedForm() {
    var scenario = TinyWorld.certain()
    scenario.diagnosis.accuracyWithoutTool = 0.8
    for index in scenario.knowledge.attributes.indices {
      scenario.knowledge.attributes[index].changesPerYear = 0.5
      scenario.knowledge.attributes[index].isHealth = false
    }
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    let seen = TinyWorld.minute(day: 1, 10, 15)
    for days in [2, 30, 182, 300] {
      world.run(through: seen + days * 1_440)
      let accuracy = world.accuracyOfFirstIntake(client, full: 0.8)
      let expected = accuracy * Elementary.exp(-0.5 * Double(days) / 365.25)
      let level = world.knowledge.level(ofClient: client, at: world.clock.now)
      #expect(abs(level.currency - expected) < 1e-7, "after \(days) days")
    }
  }

  @Test func fadingAgreesWithTheExponential() {
    let table = Knowledge(Scenario().knowledge)
    for step in 0...70_000 {
      let x = Double(step) / 2_200
      let exact = Elementary.exp(-x)
      let found = table.faded(x)
      #expect(abs(found - exact) <= 3e-10 * exact, "at \(x)")
    }
    let none = table.faded(0)
    #expect(none == 1)
  }
}
