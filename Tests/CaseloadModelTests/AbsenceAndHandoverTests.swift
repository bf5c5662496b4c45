import SimulationKernel
import Testing

@testable import CaseloadModel

/// What becomes of appointments when the worker is not there, and of what was agreed when the worker changes.
@Suite struct AbsenceAndHandoverTests {
  /// Two workers; the first has an appointment with a client on Tuesday and is not there then.
  private func absence(
    takeOver: Double, lapse: Double = 0, _ adjust: (inout Scenario) -> Void = { _ in }
  ) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.staffing.absenceTakeOverShare = takeOver
    scenario.staffing.absenceLapseShare = lapse
    adjust(&scenario)
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    precondition(client == 0 && world.clients.service[0].worker == 0)
    world.run(through: TinyWorld.minute(day: 0, 17, 0))
    precondition(world.clients.service[0].stage == .booked)
    world.staff.leave[0].insert(1)
    return world
  }

  @Test func aColleagueTakesTheAppointmentAndKeepsTheClientWhereItIs() {
    var world = absence(takeOver: 1)
    let carry = world.staff.workers[1].bookingCarry
    world.run(through: TinyWorld.minute(day: 1, 8, 30))
    #expect(world.clients.service[0].visitor == 1)
    // An intake of 90 minutes and 15 of preparation are taken out of the colleague's room for others.
    let planned = world.plannedMinutes(for: 0, mode: .faceToFace)
    #expect(planned == 105)
    #expect(world.staff.workers[1].bookingCarry <= carry + 432 - 105)
    world.run(through: TinyWorld.minute(day: 1, 17, 0))
    #expect(world.clients.service[0].intakeDone)
    #expect(world.clients.service[0].worker == 0)
    #expect(world.clients.service[0].visitor == -1)
    #expect(world.staff.workers[0].minutesWorked == 0)
    // The talk and 20 minutes to write it down.
    #expect(world.staff.workers[1].minutesWorked == 125)
    // What was said is registered at once, and nobody has notes of it.
    let level = world.knowledge.level(ofClient: 0, at: world.clock.now)
    #expect(level.currency > 0.999)
    #expect(level.privateOnly == 0)
    world.checkConservation()
    #expect(world.violation == nil)
  }

  @Test func withoutAnybodyToTakeOverItIsPutOff() {
    for adjust: (inout Simulation) -> Void in [
      { $0.staff.leave[1].insert(1) },
      {
        $0.staff.workers[1].sickFrom = 1; $0.staff.workers[1].sickUntil = 2
      },
    ] {
      var world = absence(takeOver: 1) { $0.staffing.sicknessShare = 1e-9 }
      world.staff.workers[0].sickFrom = 1_000
      world.staff.workers[0].sickUntil = 1_001
      world.staff.workers[1].sickFrom = 1_000
      world.staff.workers[1].sickUntil = 1_001
      adjust(&world)
      world.run(through: TinyWorld.minute(day: 1, 8, 30))
      #expect(world.clients.service[0].stage == .listed)
      #expect(world.clients.service[0].visitor == -1)
    }
  }

  @Test func anAbsenceIsOfItsDayAlone() throws {
    // An office may open at midnight: the first minute of the next day is no longer this one.
    for (start, stage) in [(2_879, ContactStage.listed), (2_880, .booked)] {
      var world = absence(takeOver: 0)
      var appointment = try #require(world.staff.agendas[0].first)
      world.staff.agendas[0].removeFirst()
      appointment.start = Int32(start)
      world.staff.agendas[0].insert(appointment)
      world.clock.now = 1_440 + 510
      world.dealWithAppointments(of: 0, on: 1)
      #expect(world.clients.service[0].stage == stage, "minute \(start)")
      #expect((world.staff.agendas[0].first == nil) == (stage == .listed))
    }
  }

  @Test func aTalkMayLapseButNoIntake() {
    for isIntakeDone in [false, true] {
      var world = absence(takeOver: 0, lapse: 1)
      world.clients.service[0].intakeDone = isIntakeDone
      world.run(through: TinyWorld.minute(day: 1, 8, 30))
      #expect(world.clients.service[0].stage == (isIntakeDone ? .none : .listed))
      #expect(world.staff.dueWork.fallsShort(0, share: 0) == isIntakeDone)
      let interval = world.contactInterval(0)
      if isIntakeDone {
        let opening = TinyWorld.minute(day: 1, 8, 30)
        #expect(Double(world.clients.service[0].due) <= Double(opening) + interval)
        #expect(Double(world.clients.service[0].due) > interval)
      }
    }
  }

  @Test func whatASubstituteDoesNotReachGoesBackWhenTheSubstituteLeaves() {
    var world = absence(takeOver: 1)
    world.run(through: TinyWorld.minute(day: 1, 8, 0))
    // Before the talk begins the colleague is gone.
    world.clients.service[0].visitor = 1
    world.staff.agendas[1] = Agenda()
    world.staff.agendas[1].insert(
      Appointment(
        start: Int32(TinyWorld.minute(day: 2, 9, 0)), client: 0,
        ticket: world.clients.service[0].dueTicket, mode: .faceToFace))
    world.leaveStaff(1)
    #expect(world.clients.service[0].stage == .listed)
    #expect(world.clients.service[0].visitor == -1)
    world.checkConservation()
    #expect(world.violation == nil)
  }

  @Test func anAgendaStaysInOrderOfTime() {
    var agenda = Agenda()
    for (start, client) in [(5, 0), (3, 1), (5, 2), (9, 3), (1, 4)] {
      agenda.insert(
        Appointment(start: Int32(start), client: Int32(client), ticket: 0, mode: .phone))
    }
    var order: [Int32] = []
    while let next = agenda.first {
      order.append(next.client)
      agenda.removeFirst()
    }
    #expect(order == [4, 1, 0, 2, 3])
  }

  // MARK: - Handover

  /// Shares of the notes and of the agreements that survive a change of worker, over many clients.
  private func kept(at occasion: HandoverOccasion) -> (notes: Double, agreements: Double) {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.population.clients = 400
    scenario.knowledge.registrationCompleteness = 0
    scenario.knowledge.handoverLossShare = 0.6
    scenario.knowledge.swapLossShare = 0.1
    scenario.knowledge.agreementsKeptAtDepartureShare = 0.25
    scenario.knowledge.agreementsKeptAtSwapShare = 0.75
    var world = Simulation(scenario, seed: 1, replication: 0)
    var before = 0
    var agreements = 0
    for client in 0..<400 {
      let base = client * world.knowledge.attributeCount
      for attribute in 0..<world.knowledge.attributeCount {
        world.knowledge.observe(
          client: client, attribute: attribute, at: 0, accuracy: 1, isCorrect: true, fading: 0,
          forgetting: 0)
        if world.knowledge.records[base + attribute].isNoted { before += 1 }
      }
      world.clients.service[client].agreementUntil = 1_000
      world.handOver(client, to: 1 - Int(world.clients.service[client].worker), at: occasion)
      if world.clients.service[client].agreementUntil == 1_000 { agreements += 1 }
    }
    let after = world.knowledge.records.all.count { $0.isNoted }
    return (Double(after) / Double(before), Double(agreements) / 400)
  }

  @Test func aDepartureLosesMoreThanASwap() {
    // 3,200 notes and 400 agreements: standard errors of at most 0.9 and 2.2 points.
    let departure = kept(at: .departure)
    #expect(abs(departure.notes - 0.4) < 0.04)
    #expect(abs(departure.agreements - 0.25) < 0.09)
    let swap = kept(at: .swap)
    #expect(abs(swap.notes - 0.9) < 0.03)
    #expect(abs(swap.agreements - 0.75) < 0.09)
  }

  @Test func departuresAndSwapsAreToldApart() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.population.clients = 20
    scenario.knowledge.handoverLossShare = 1
    scenario.knowledge.swapLossShare = 0
    scenario.knowledge.agreementsKeptAtDepartureShare = 0
    scenario.staffing.swapShare = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<20 {
      world.knowledge.loseNotes(client: client)
      world.knowledge.observe(
        client: client, attribute: 1, at: 0, accuracy: 1, isCorrect: true, fading: 0, forgetting: 0)
      world.clients.service[client].agreementUntil = 1_000
    }
    world.swapClients(0)
    #expect(world.knowledge.records.all.count { $0.isNoted } == 20)
    #expect((0..<20).allSatisfy { world.clients.service[$0].agreementUntil == 1_000 })
    world.leaveStaff(0)
    #expect(world.knowledge.records.all.count { $0.isNoted } == 10)
    #expect((0..<20).count { world.clients.service[$0].agreementUntil == 1_000 } == 10)
  }
}
