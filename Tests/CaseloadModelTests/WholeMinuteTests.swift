import SimulationKernel
import Testing

@testable import CaseloadModel

// Time that is counted in whole minutes or days keeps its mean.
extension MeetingMechanismTests {
  @Test(arguments: [(15.9, 16), (15.2, 15), (0, 1)])
  func theTimeOfAMissedAppointmentIsRounded(minutes: Double, expected: Int) {
    var scenario = TinyWorld.calm(clients: 1, fte: 1)
    scenario.service.noShowShare = 1
    scenario.service.noShowShareUnseen = 1
    scenario.service.noShowMinutes = minutes
    var world = Simulation(scenario, seed: 1, replication: 0)
    let appointment = Appointment(start: 0, client: 0, ticket: 0, mode: .faceToFace)
    #expect(world.meet(appointment, worker: 0).1 == expected)
  }

  @Test func fractionsOfAMinuteThatARoleTakesOverAddUp() {
    var scenario = TinyWorld.calm(clients: 0, fte: 1)
    scenario.staffing.administrationShare = 0.25
    support(&scenario) { $0.administrationTaken = 0.003 }
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 364 * day)
    // 0.003 of a quarter of the shifts.
    let shifts = Double(world.staff.workers[0].minutesPresent)
    let taken = Double(world.staff.workers[1].minutesWorked)
    #expect(abs(taken - 0.003 * 0.25 * shifts) <= 1)
    #expect(taken > 50)
  }

  @Test func swapsComeAsOftenAsTheirRateSays() throws {
    var scenario = TinyWorld.calm(clients: 40, fte: 20)
    scenario.time.durationMonths = 24
    scenario.staffing.swapsPerYear = 50
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 730 * day)
    var swaps = 0
    for worker in 0..<20 { swaps += Int(world.staff.workers[worker].swaps) }
    // Each swap counts for both; 20 x 50 x 2 are expected, with a deviation of 45.
    #expect(abs(Double(swaps) / 2 - 2_000) < 4 * 45, "\(swaps / 2)")
  }

  @Test func aPostThatIsFilledAtOnceStandsEmptyForNoDay() {
    var scenario = TinyWorld.calm(clients: 10, fte: 1)
    scenario.staffing.hiringDelayDays = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 10 * day)
    world.leaveStaff(0)
    world.staff.openVacancy(after: 0, under: world.terms, on: &world.clock)
    world.run(through: 10 * day)
    #expect(world.staff.employedFte(ofRole: 0) == 1)
    #expect(world.staff.caseloads[1].count == 10)
  }
}
