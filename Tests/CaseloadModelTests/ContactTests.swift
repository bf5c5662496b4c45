import SimulationKernel
import Testing

@testable import CaseloadModel

/// Contacts by mode, missed appointments, requests, and agreements, minute by minute.
@Suite struct ContactTests {
  /// A world with one client whose second contact is booked for Tuesday, day 29, at 08:30.
  private func secondContact(_ adjust: (inout Scenario) -> Void) -> Simulation {
    var scenario = TinyWorld.certain()
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 28
    }
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    precondition(client == 0)
    world.run(through: TinyWorld.minute(day: 28, 17, 0))
    return world
  }

  private func share(_ mode: ContactModeKind, _ scenario: inout Scenario) {
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].faceToFaceShare = mode == .faceToFace ? 1 : 0
      scenario.service.norms[index].phoneShare = mode == .phone ? 1 : 0
      scenario.service.norms[index].videoShare = mode == .video ? 1 : 0
      scenario.service.norms[index].groupShare = mode == .group ? 1 : 0
    }
  }

  @Test(arguments: [
    (ContactModeKind.faceToFace, 60, 1.0), (.phone, 30, 0), (.phone, 20, 1), (.video, 45, 1),
  ])
  func aTalkTakesAndTellsWhatItsModeSays(mode: ContactModeKind, minutes: Int, information: Double) {
    var world = secondContact {
      share(mode, &$0)
      let terms = ContactMode(minutes: Double(minutes), information: information)
      $0.service.faceToFace = terms
      $0.service.phone = terms
      $0.service.video = terms
    }
    #expect(world.staff.agendas[0].first?.mode == mode)
    // 15 minutes of preparation go with every mode.
    let end = TinyWorld.minute(day: 29, 8, 45) + minutes
    world.run(through: end - 1)
    #expect(Int(world.clients.service[0].lastContact) < TinyWorld.minute(day: 2, 0, 0))
    world.run(through: end)
    #expect(Int(world.clients.service[0].lastContact) == end)
    let renewed = world.knowledge.records.all.count { Int($0.privateMinute) == end }
    #expect(renewed == (information == 1 ? 8 : 0))
  }

  @Test func aLetterIsNoPersonalContact() {
    var world = secondContact {
      share(.email, &$0)
      $0.service.email = ContactMode(minutes: 12, information: 1)
    }
    let before = world.clients.service[0].lastContact
    world.run(through: TinyWorld.minute(day: 40, 17, 0))
    let sent = Int(world.clients.service[0].lastAnyContact)
    #expect(sent > TinyWorld.minute(day: 20, 0, 0))
    #expect(world.clients.service[0].lastContact == before)
    let renewed = world.knowledge.records.all.count { Int($0.privateMinute) == sent }
    #expect(renewed == 8)
  }

  @Test(arguments: [(0, ContactModeKind.faceToFace), (4_000, .phone)])
  func underBacklogTalksBecomeCalls(minutes: Int, mode: ContactModeKind) {
    var scenario = TinyWorld.certain()
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 28
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    _ = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 17, 17, 0))
    // Of 4,000 minutes two working days of 432 are worked off before the agenda of day 29 is filled on
    // Monday, day 21: 7.3 days are left, more than the five from which calls take the place of talks.
    if minutes > 0 {
      world.addTask(.administration, for: -1, worker: 0, minutes: Double(minutes))
    }
    world.run(through: TinyWorld.minute(day: 21, 8, 30))
    #expect(world.staff.agendas[0].first?.mode == mode)
  }

  @Test func aCallTheDayBeforeTakesTimeAndBringsClientsIn() {
    for factor in [0.0, 1] {
      var scenario = TinyWorld.certain()
      scenario.staffing.fte = 10
      scenario.service.noShowShare = 0.5
      scenario.service.noShowShareUnseen = 0.5
      scenario.service.reminderShare = 1
      scenario.service.reminderFactor = factor
      scenario.service.reminderMinutes = 5
      var world = Simulation(scenario, seed: 1, replication: 0)
      for streamID in 1...40 { _ = world.admit(streamID: UInt64(streamID)) }
      world.run(through: TinyWorld.minute(day: 1, 17, 0))
      let missed = (0..<40).count { world.clients.service[$0].missed > 0 }
      // Without effect half of forty stay away, with a standard deviation of 3.2.
      #expect(factor == 0 ? missed == 0 : (8...32).contains(missed))
      guard factor == 0 else { continue }
      // 15, 90 and 5 minutes: the first appointments of the day end at 10:20.
      let firstEnd = (0..<40).map { Int(world.clients.service[$0].lastContact) }.filter { $0 > 0 }
        .min()
      #expect(firstEnd == TinyWorld.minute(day: 1, 10, 20))
    }
  }

  @Test func aFriendlyInvitationBringsTheCampaignsClientsIn() {
    for factor in [0.0, 1] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 60
      scenario.staffing.fte = 4
      for index in scenario.service.norms.indices {
        scenario.service.norms[index].intervalDays = 3_000
      }
      scenario.service.noShowShare = 0.8
      scenario.service.noShowShareUnseen = 0.8
      scenario.interventions.campaigns = [
        Campaign(
          name: "inView", date: scenario.time.start.adding(days: 20), durationDays: 100,
          noShowFactor: factor)
      ]
      var world = Simulation(scenario, seed: 1, replication: 0)
      let isComplete = world.run(isCancelled: { false })
      #expect(isComplete)
      let attendance = world.outcome[.campaignAttendance, 0]
      #expect(factor == 0 ? attendance == 1 : attendance < 0.4)
    }
  }

  @Test func whoIsUnreliableStaysAwayMoreOften() {
    for (missFactor, comes) in [(Float.infinity, false), (1e-20, true)] {
      var scenario = TinyWorld.certain()
      scenario.service.noShowShare = 0.5
      scenario.service.noShowShareUnseen = 0.5
      var world = Simulation(scenario, seed: 1, replication: 0)
      let client = world.admit(streamID: 7)
      world.clients.state[client].missFactor = missFactor
      world.run(through: TinyWorld.minute(day: 1, 17, 0))
      #expect(world.clients.service[client].intakeDone == comes)
    }
  }

  @Test func afterSomeMissedAppointmentsTheBenefitEndsOrTheClientRests() {
    for sanctionShare in [0.0, 1] {
      var world = secondContact { _ in }
      var scenario = world.scenario
      scenario.service.noShowShare = 1
      scenario.service.noShowShareUnseen = 1
      scenario.service.noShowAttempts = 2
      scenario.service.noShowSanctionShare = sanctionShare
      world.terms = Terms(scenario)
      // Missed on Tuesday, day 29; the next free appointment is on Monday, day 42.
      world.run(through: TinyWorld.minute(day: 42, 8, 44))
      #expect(world.clients.service[0].missed == 1)
      #expect(world.clients.state[0].inStock)
      world.run(through: TinyWorld.minute(day: 42, 8, 45))
      #expect(world.clients.state[0].inStock == (sanctionShare == 0))
      guard sanctionShare == 0 else { continue }
      #expect(world.clients.service[0].missed == 0)
      #expect(Int(world.clients.service[0].due) == TinyWorld.minute(day: 70, 8, 45))
    }
  }

  @Test(arguments: [0.0, 1.5])
  func clientsAskAsOftenAsTheRateSays(heterogeneity: Double) {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 300
    scenario.staffing.fte = 6
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 30_000
    }
    scenario.service.requestsPerYear = 4
    scenario.service.requestHeterogeneity = heterogeneity
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // 1,200 expected with a standard deviation of 35, and of 110 with differences between clients.
    let perYear = world.outcome[.contactPerClientYear, 0]
    #expect(abs(perYear - 4) < (heterogeneity == 0 ? 0.5 : 1.5), "\(perYear) requests")
    let counts = (0..<300).map { Int(world.clients.state[$0].numbers[.request]) }
    let silent = counts.count { $0 == 0 }
    // Poisson with mean 4: 2 % never ask; with a coefficient of variation of 1.5 a third does not.
    #expect(heterogeneity == 0 ? silent < 20 : silent > 60, "\(silent) silent clients")
  }

  @Test func agreementsHaveAnEndDateOrAreNotMade() {
    for share in [0.0, 1] {
      var scenario = TinyWorld.certain()
      scenario.service.agreementShare = share
      scenario.service.agreementMonths = 6
      var world = Simulation(scenario, seed: 1, replication: 0)
      let client = world.admit(streamID: 7)
      world.run(through: TinyWorld.minute(day: 1, 10, 15))
      // Half a year of 365.25 days is 262,980 minutes.
      let expected =
        share == 1
        ? Int32(TinyWorld.minute(day: 1, 10, 15) + 262_980) : SimulationClock.past
      #expect(world.clients.service[client].agreementUntil == expected)
    }
  }
}
