import SimulationKernel
import Testing

@testable import CaseloadModel

/// Features that few scenarios switch on, each with a number that is known by hand.
@Suite struct RareFeatureTests {
  private let day = SimulationClock.minutesPerDay

  /// A change of a scenario a number of days after its start.
  private func change(
    _ scenario: Scenario, after days: Int, _ set: (inout Scenario) -> Void
  ) -> DatedChange {
    var result = scenario
    set(&result)
    var change = DatedChange(name: "change", date: scenario.time.start.adding(days: days))
    change.result = [result]
    return change
  }

  // MARK: - Review of the staff

  /// Days from the start, Monday 4 January 2010, to new year's day of 2011 and of 2012.
  private static let newYears = (362, 727)

  @Test func theStaffFollowsTheStockAtEveryNewYear() {
    var scenario = TinyWorld.certain()
    scenario.time.durationMonths = 36
    scenario.population.clients = 200
    scenario.staffing.rule = .caseloadNorm
    scenario.caseload.normPerFte = 50
    var world = Simulation(scenario, seed: 1, replication: 0)
    #expect(world.staff.employedFte(ofRole: 0) == 4)
    world.run(through: 100 * day)
    for client in 0..<150 { world.leaveStock(client, .other) }
    world.run(through: Self.newYears.0 * day - 1)
    #expect(world.staff.employedFte(ofRole: 0) == 4)
    // 50 clients are left, for one worker.
    world.run(through: Self.newYears.0 * day)
    #expect(world.staff.employedFte(ofRole: 0) == 1)
    for streamID in 1...75 { _ = world.admit(streamID: UInt64(1_000_000 + streamID)) }
    world.run(through: Self.newYears.1 * day - 1)
    #expect(world.staff.employedFte(ofRole: 0) == 1)
    // 125 clients: two workers and one of half a contract.
    world.run(through: Self.newYears.1 * day)
    #expect(abs(world.staff.employedFte(ofRole: 0) - 2.5) < 1e-9)
  }

  @Test func aRuleThatComesOnADateHoldsAtOnceAndAtEveryNewYear() {
    var scenario = TinyWorld.certain()
    scenario.time.durationMonths = 24
    scenario.population.clients = 120
    scenario.staffing.fte = 5
    scenario.caseload.normPerFte = 40
    scenario.interventions.changes = [
      change(scenario, after: 30) { $0.staffing.rule = .caseloadNorm }
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 30 * day - 1)
    #expect(world.staff.employedFte(ofRole: 0) == 5)
    world.run(through: 30 * day)
    #expect(world.staff.employedFte(ofRole: 0) == 3)
    for client in 0..<40 { world.leaveStock(client, .other) }
    world.run(through: Self.newYears.0 * day)
    #expect(world.staff.employedFte(ofRole: 0) == 2)
  }

  // MARK: - Audits

  @Test func auditsComeAtEvenIntervalsAndAreFeltForAWhile() {
    var scenario = TinyWorld.certain()
    scenario.knowledge.auditsPerYear = 4
    scenario.knowledge.auditDays = 30
    var world = Simulation(scenario, seed: 1, replication: 0)
    // A quarter of 365.25 days: 91 days and 7.5 hours.
    let first = 91 * day + 450
    world.run(through: first - 1)
    #expect(world.audits.count == 0)
    world.run(through: first)
    #expect(world.audits.count == 1)
    #expect(world.audits.feltUntil == first + 30 * day)
    world.run(through: 3 * first - 1)
    #expect(world.audits.count == 2)
    world.run(through: 365 * day)
    #expect(world.audits.count == 3)
  }

  @Test func aNewNumberOfAuditsCountsFromItsDate() {
    var scenario = TinyWorld.certain()
    scenario.time.durationMonths = 24
    scenario.knowledge.auditsPerYear = 4
    scenario.interventions.changes = [
      change(scenario, after: 100) { $0.knowledge.auditsPerYear = 2 }
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    // One before the change; then half a year of 182.625 days after day 100.
    let second = 282 * day + 900
    world.run(through: second - 1)
    #expect(world.audits.count == 1)
    world.run(through: second)
    #expect(world.audits.count == 2)
  }

  // MARK: - Specialists for a law

  @Test func specialistsForALawServeItsClients() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 60
    scenario.population.segments = [
      ClientSegment(name: "youth", stockShare: 1.0 / 3),
      ClientSegment(name: "others", stockShare: 2.0 / 3, inflowShare: 1),
    ]
    scenario.staffing.fte = 6
    scenario.caseload.specialisation = .segment
    var world = Simulation(scenario, seed: 1, replication: 0)
    let laws = (0..<6).map { Int(world.staff.workers[$0].pool) }
    #expect(laws == [0, 0, 1, 1, 1, 1])
    for client in 0..<60 {
      let worker = Int(world.clients.service[client].worker)
      #expect(laws[worker] == Int(world.clients.state[client].segment))
    }
    // Whoever comes in comes in the second law, and whoever goes over to it changes hands.
    let newcomer = world.admit(streamID: 1_000_000)
    #expect(world.staff.workers[Int(world.clients.service[newcomer].worker)].pool == 1)
    let mover = (0..<60).first { world.clients.state[$0].segment == 0 }
    if let mover {
      world.clients.state[mover].segment = 1
      world.moveToPool(mover)
      #expect(world.staff.workers[Int(world.clients.service[mover].worker)].pool == 1)
    }
    #expect(mover != nil)
  }

  // MARK: - Posts of a role

  @Test(arguments: [5.0, 2.5, 0.5])
  func theFteOfARoleChangeOnTheirDate(_ after: Double) {
    var scenario = TinyWorld.certain()
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
    scenario.costs.ftePerYearEuro = 100_000
    scenario.staffing.roles = [StaffRole(name: "support", fte: 2, ftePerYearEuro: 50_000)]
    scenario.interventions.changes = [
      change(scenario, after: 73) { $0.staffing.roles[0].fte = after }
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 73 * day - 1)
    #expect(world.staff.employedFte(ofRole: 1) == 2)
    world.run(through: 73 * day)
    #expect(abs(world.staff.employedFte(ofRole: 1) - after) < 1e-9)
    #expect(world.staff.employedFte(ofRole: 0) == 1)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // A caseworker all year, and the role for 73 days with 2 and for 292 with the new number.
    let ofRole = (2 * 73 + after * 292) / 365
    #expect(abs(world.outcome[.staffFte, 0] - (1 + ofRole)) < 1e-9)
    let cost = 100_000 + 50_000 * ofRole
    #expect(abs(world.outcome[.costStaff, 0] - cost) < 1e-6 * cost)
  }

  // MARK: - The line for an instrument

  @Test func placesThatAreAddedGoToThoseWhoWaitInOrder() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 5
    scenario.trajectories.lengthVariation = 0
    scenario.trajectories.offerShareForNeed = 0
    scenario.trajectories.instruments = [
      Instrument(
        name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0, places: 1,
        waitingDays: 0, durationDays: 300, dropOutShare: 0)
    ]
    scenario.interventions.changes = [
      change(scenario, after: 20) { $0.trajectories.instruments[0].places = 3 }
    ]
    var world = Simulation(scenario, seed: 1, replication: 0)
    for client in 0..<5 {
      world.clients.service[client].trajectoryStage = .requested
      world.requestPlace(client)
    }
    world.run(through: 20 * day - 1)
    #expect(stages(world) == [.running, .waiting, .waiting, .waiting, .waiting])
    // One of the line leaves: the next ones move up.
    world.leaveStock(1, .other)
    world.run(through: 20 * day)
    #expect(stages(world) == [.running, .none, .running, .running, .waiting])
    // The end of a trajectory lets the last one in: 300 days after its start.
    world.run(through: 300 * day + day)
    #expect(stages(world)[0] == .none)
    #expect(stages(world)[4] == .running)
  }

  private func stages(_ world: borrowing Simulation) -> [TrajectoryStage] {
    var stages: [TrajectoryStage] = []
    for client in 0..<5 { stages.append(world.clients.service[client].trajectoryStage) }
    return stages
  }

  // MARK: - Clocks

  @Test func filesOfThoseAtRestAreReviewedAtTheirRate() {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 400
    scenario.staffing.fte = 4
    scenario.service.restPolicy.intervalDays = 30_000
    for index in scenario.service.norms.indices { scenario.service.norms[index].restShare = 1 }
    scenario.service.fileReview.perYear = 2
    scenario.service.fileReview.minutes = 10
    scenario.service.fileReview.talkShare = 0
    var world = Simulation(scenario, seed: 1, replication: 0)
    let before = world.rings(.fileReview)
    world.run(through: 365 * day - 1)
    let rings = world.rings(.fileReview) - before
    var minutes = 0
    for worker in 0..<4 { minutes += world.staff.workers[worker].minutesWorked }
    // The clocks ring 800 times a year together, give or take 28.
    #expect(abs(rings - 799) < 4 * 28, "\(rings)")
    // Each review takes ten minutes of a worker; those of the last days are still to be done.
    #expect((0...30).contains(rings - minutes / 10), "\(rings), \(minutes)")
  }

  @Test func partTimeWorkStartsAndEndsAtItsRates() {
    // Two states: with starts at the rate a (in proportion to readiness) and ends at b, the share who
    // work after a time t is a / (a + b) (1 - exp(-(a + b) t)).
    var scenario = TinyWorld.certain()
    scenario.population.clients = 2_000
    scenario.staffing.fte = 20
    scenario.population.segments = [
      ClientSegment(name: "everybody", stockShare: 1, inflowShare: 1, partTimeFromReadiness: 0)
    ]
    scenario.outflow.partTimeStartsPerYear = 2
    scenario.outflow.partTimeEndsPerYear = 3
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 30_000
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    var workers: [Bool] = []
    for client in 0..<2_000 { workers.append(world.clients.state[client].worksPartTime) }
    world.run(through: 200 * day)
    let years = 200 / 365.25
    var (expected, variance, found) = (0.0, 0.0, 0.0)
    for client in 0..<2_000 {
      let starts = 2 * world.clients.state[client].readiness
      let rest = starts / (starts + 3)
      let left = Elementary.exp(-(starts + 3) * years)
      let share = rest * (1 - left) + (workers[client] ? left : 0)
      expected += share
      variance += share * (1 - share)
      found += world.clients.state[client].worksPartTime ? 1 : 0
    }
    #expect(abs(found - expected) < 4 * variance.squareRoot(), "\(found), \(expected)")
  }
}
