import SimulationKernel
import Testing

@testable import CaseloadModel

@Suite struct StaffTests {
  @Test func contractHoursAddUpToTheFte() {
    for (fte, hours) in [(25.0, 32.0), (1, 36), (0.3, 36), (7.4, 24), (2.5, 28)] {
      var scenario = TinyWorld.certain()
      scenario.staffing.fte = fte
      scenario.staffing.contractHoursPerWeek = hours
      let world = Simulation(scenario, seed: 1, replication: 0)
      var total = 0.0
      var minutes = 0
      for state in world.staff.workers.all {
        total += state.fte
        minutes += Int(state.shiftMinutes) * state.weekdays.nonzeroBitCount
      }
      #expect(abs(total - fte) < 1e-9, "\(fte) fte of \(hours) hours")
      #expect(abs(Double(minutes) - fte * 36 * 60) <= 3 * Double(world.staff.workers.count))
    }
  }

  @Test func noContractOutlastsTheOpenDays() {
    for fte in [1.15, 1.2, 2.3, 3.24] {
      var scenario = TinyWorld.certain()
      scenario.staffing.fte = fte
      let world = Simulation(scenario, seed: 1, replication: 0)
      var total = 0.0
      for state in world.staff.workers.all {
        total += state.fte
        #expect(state.shiftMinutes <= 480, "\(fte) fte")
      }
      #expect(abs(total - fte) < 1e-9)
    }
  }

  @Test func productiveHoursLieInThePublishedRange() {
    // O-060: 1,363 to 1,425 hours per full-time equivalent and year, over ten years and 40 workers.
    var scenario = TinyWorld.certain()
    let defaults = Scenario().staffing
    scenario.staffing = defaults
    scenario.staffing.fte = 40
    scenario.staffing.turnoverPerYear = 0
    scenario.staffing.swapsPerYear = 0
    scenario.time.durationMonths = 120
    var world = Simulation(scenario, seed: 3, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    var minutes = 0
    for state in world.staff.workers.all { minutes += state.minutesPresent }
    let perFteYear = Double(minutes) / 60 / 40 / 10
    #expect((1_363...1_440).contains(perFteYear), "\(perFteYear) hours")
  }

  @Test func sicknessTakesItsShareOfWorkingDays() {
    var scenario = TinyWorld.certain()
    scenario.staffing.sicknessShare = 0.06
    scenario.staffing.sicknessSpellsPerYear = 1.3
    var world = Simulation(scenario, seed: 5, replication: 0)
    var sick = 0
    let days = 400_000
    for day in 0..<days where world.staff.isSick(0, on: day, under: world.terms, on: world.clock) {
      sick += 1
    }
    // About 1,400 spells with a coefficient of variation of 1.5: a standard error near 4 %.
    #expect(abs(Double(sick) / Double(days) - 0.06) < 0.008)
  }

  @Test func aDepartureMovesEveryClientAndOpensAVacancy() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.staffing.hiringDelayDays = 30
    var world = Simulation(scenario, seed: 1, replication: 0)
    var all: [Int] = []
    for streamID in 10..<20 { all.append(world.admit(streamID: UInt64(streamID))) }
    #expect(world.staff.caseloads[0].count == 5)
    #expect(world.staff.caseloads[1].count == 5)
    world.run(through: TinyWorld.minute(day: 3, 0, 0))
    world.depart(0)
    #expect(world.staff.caseloads[0].isEmpty)
    #expect(world.staff.caseloads[1].count == 10)
    world.run(through: TinyWorld.minute(day: 34, 0, 0))
    #expect(world.staff.workers.count == 3)
    #expect(world.staff.caseloads[2].count == 5)
    for client in all { #expect(world.clients.service[client].worker >= 1) }
    world.checkConservation()
    #expect(world.violation == nil)
  }

  @Test func aHandoverLosesWhatOnlyTheWorkerKnew() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.knowledge.handoverLossShare = 1
    scenario.knowledge.registrationCompleteness = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 2, 0, 0))
    #expect(world.knowledge.level(ofClient: client, at: world.clock.now).currency > 0.999)
    world.handOver(client, to: 1 - Int(world.clients.service[client].worker), at: .departure)
    #expect(world.knowledge.level(ofClient: client, at: world.clock.now).currency == 0)
  }

  @Test func aHandoverKeepsWhatIsRegistered() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.knowledge.handoverLossShare = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 2, 0, 0))
    world.handOver(client, to: 1 - Int(world.clients.service[client].worker), at: .departure)
    #expect(world.knowledge.level(ofClient: client, at: world.clock.now).currency > 0.999)
  }

  @Test func appointmentsOfASickWorkerGoBackOnTheList() {
    var world = Simulation(TinyWorld.certain(), seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.run(through: TinyWorld.minute(day: 0, 17, 0))
    #expect(world.clients.service[client].stage == .booked)
    world.staff.leave[0].insert(1)  // unplanned: Tuesday, the day of the appointment
    world.run(through: TinyWorld.minute(day: 1, 8, 30))
    #expect(world.clients.service[client].stage == .listed)
    #expect(world.staff.workers[0].minutesWorked == 0)
    // On Wednesday the next days to be planned are a weekend; on Friday it is Monday, day 14.
    world.run(through: TinyWorld.minute(day: 14, 10, 15))
    #expect(world.clients.service[client].intakeDone)
  }

  @Test func aCapMakesClientsWait() {
    var scenario = TinyWorld.certain()
    scenario.caseload.capPerFte = 3
    var world = Simulation(scenario, seed: 1, replication: 0)
    var all: [Int] = []
    for streamID in 10..<15 { all.append(world.admit(streamID: UInt64(streamID))) }
    #expect(world.staff.caseloads[0].count == 3)
    #expect(world.staff.unassigned.count == 2)
    world.leaveStock(all[0], .other)
    #expect(world.staff.unassigned.count == 1)
    #expect(world.clients.service[all[3]].worker == 0)
    #expect(world.clients.service[all[4]].worker == -1)
  }

  @Test func aSwapMovesClientsBothWays() {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 2
    scenario.staffing.swapShare = 0.4
    var world = Simulation(scenario, seed: 1, replication: 0)
    for streamID in 10..<20 { _ = world.admit(streamID: UInt64(streamID)) }
    let before = world.staff.caseloads[0]
    world.swapClients(0)
    #expect(world.staff.caseloads[0].count == 5)
    #expect(world.staff.caseloads[1].count == 5)
    #expect(Set(before).subtracting(world.staff.caseloads[0]).count == 2)
    world.checkConservation()
    #expect(world.violation == nil)
  }
}
