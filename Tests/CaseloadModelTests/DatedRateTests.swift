import SimulationKernel
import Testing

@testable import CaseloadModel

/// A rate that changes on a date holds from that date on, whatever it was before.
@Suite struct DatedRateTests {
  /// A process with a rate that can be set, and how its events are counted.
  struct Process: Sendable, CustomTestStringConvertible {
    let name: String
    /// Sets the rate, in events a year over the whole world.
    let set: @Sendable (inout Scenario, Double) -> Void
    /// Events so far.
    let count: @Sendable (borrowing Simulation) -> Int
    var testDescription: String { name }
  }

  private static let clients = 200

  /// A world of 200 clients in which nothing happens by itself.
  private static func world() -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = 10
    scenario.staffing.hiringDelayDays = 1
    scenario.time.durationMonths = 24
    scenario.service.requestHeterogeneity = 0
    scenario.service.enforcement.exitShare = 0
    scenario.inflow.grantedShare = 0
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 30_000
    }
    scenario.labourMarket.vacancies = [
      VacancyStream(
        name: "jobs", perYear: 0, fromGroup: "care", toGroup: "work", candidates: 0)
    ]
    return scenario
  }

  static let processes: [Process] = [
    Process(
      name: "applications", set: { $0.inflow.applicationsPerYear = $1 },
      count: { Int($0.clients.inflow.count) }),
    Process(
      name: "vacancies", set: { $0.labourMarket.vacancies[0].perYear = $1 },
      count: { Int($0.labourMarket.streams[0].count) }),
    Process(
      name: "vacancies by demand",
      set: {
        $0.labourMarket.vacancies[0].perYear = 1_000
        $0.labourMarket.demandIndex = $1 / 1_000
      }, count: { Int($0.labourMarket.streams[0].count) }),
    Process(
      name: "requests", set: { $0.service.requestsPerYear = $1 / 200 },
      count: { $0.rings(.request) }),
    Process(
      name: "shocks",
      set: { $0.population.shocks = [LifeShock(name: "shock", perYear: $1 / 200)] },
      count: { $0.rings(.shock) }),
    Process(
      name: "checks", set: { $0.service.enforcement.checksPerYear = $1 / 200 },
      count: { $0.rings(.check) }),
    Process(
      name: "file reviews", set: { $0.service.fileReview.perYear = $1 / 200 },
      count: { $0.rings(.fileReview) }),
    Process(
      name: "part-time work",
      set: {
        $0.outflow.partTimeStartsPerYear = $1 / 200
        $0.outflow.partTimeEndsPerYear = $1 / 200
      }, count: { $0.rings(.partTime) }),
    Process(
      name: "audits", set: { $0.knowledge.auditsPerYear = $1 },
      count: { Int($0.audits.count) }),
    Process(
      name: "departures", set: { $0.staffing.turnoverPerYear = $1 / 10 },
      count: { $0.staff.workers.count }),
    Process(
      name: "swaps",
      set: {
        $0.staffing.swapsPerYear = $1 / 10
        $0.staffing.swapShare = 0
      },
      count: { world in
        var hands = 0
        for worker in world.staff.workers.indices { hands += world.staff.workers[worker].swaps }
        return hands / 2
      }),
  ]

  /// Events in a year and a half after a change from one rate to another half a year after the start,
  /// and those of the half year before.
  private func events(_ process: Process, from: Double, to: Double) -> (before: Int, after: Int) {
    var scenario = Self.world()
    process.set(&scenario, from)
    var result = scenario
    process.set(&result, to)
    var change = DatedChange(name: "change", date: scenario.time.start.adding(days: 182))
    change.result = [result]
    scenario.interventions.changes = [change]
    var world = Simulation(scenario, seed: 1, replication: 0)
    let start = process.count(world)
    world.run(through: 182 * 1_440)
    let before = process.count(world)
    world.run(through: 730 * 1_440 - 1)
    return (before - start, process.count(world) - before)
  }

  @Test(arguments: processes)
  func aSmallRateThatGrowsIsTheLargeOneFromItsDateOn(_ process: Process) {
    let found = events(process, from: 0.05, to: 100)
    // 548 days at 100 a year: 150, with a standard deviation of 12.
    #expect(abs(found.after - 150) < 50, "\(found)")
    // What holds anew is drawn anew: at most one of every clock at the change itself.
    #expect(found.before <= Self.clients + 2, "\(found)")
  }

  @Test(arguments: processes)
  func aRateThatStartsAtZeroStartsOnItsDate(_ process: Process) {
    let found = events(process, from: 0, to: 100)
    #expect(abs(found.after - 150) < 50, "\(found)")
  }

  @Test(arguments: processes)
  func aRateThatBecomesZeroLeavesNothingBehind(_ process: Process) {
    let found = events(process, from: 100, to: 0)
    // 182 days at 100 a year: 50; a client's clock that is set anew counts one more.
    #expect(found.before >= 20, "\(found)")
    // A post that fell vacant on the last day is still filled.
    #expect(found.after <= (process.name == "departures" ? 1 : 0), "\(found)")
  }

  @Test func sicknessFollowsItsNewRateFromItsDateOn() {
    var scenario = Self.world()
    scenario.staffing.fte = 40
    scenario.staffing.sicknessShare = 0.001
    scenario.staffing.sicknessSpellsPerYear = 0.05
    var result = scenario
    result.staffing.sicknessShare = 0.2
    result.staffing.sicknessSpellsPerYear = 10
    var change = DatedChange(name: "change", date: scenario.time.start.adding(days: 182))
    change.result = [result]
    scenario.interventions.changes = [change]
    var world = Simulation(scenario, seed: 1, replication: 0)
    world.run(through: 182 * 1_440 - 1)
    let before = present(world)
    world.run(through: 730 * 1_440 - 1)
    let after = present(world) - before
    // 548 days in which a fifth is missing; spells of 7.3 days leave the share of one worker a
    // standard deviation of about 0.02, that of forty 0.004.
    let share = Double(after) / 548 / (Double(before) / 182)
    #expect(abs(share - 0.8) < 0.03, "\(share)")
  }

  private func present(_ world: borrowing Simulation) -> Int {
    var minutes = 0
    for worker in world.staff.workers.indices {
      minutes += world.staff.workers[worker].minutesPresent
    }
    return minutes
  }

  @Test func manyVacanciesAYearAreAllThere() {
    var scenario = Self.world()
    scenario.population.clients = 1
    scenario.staffing.fte = 1
    scenario.labourMarket.vacancies[0].perYear = 2_000_000
    scenario.time.durationMonths = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    // 31 days from 4 January on: 169,746 with a standard deviation of 412.
    let found = Int(world.labourMarket.streams[0].count)
    #expect(abs(found - 169_746) < 1_650, "\(found) vacancies")
  }

  @Test func aCycleThinsVacanciesAtEveryMoment() {
    var scenario = Self.world()
    scenario.labourMarket.vacancies[0].perYear = 4_000
    scenario.labourMarket.cycleAmplitude = 1
    scenario.labourMarket.cycleYears = 1
    var world = Simulation(scenario, seed: 1, replication: 0)
    // Half a year on the upper half of the sine: 2,000 x (1 + 2 / pi) = 3,273; the lower one 727.
    world.run(through: 262_980)
    let first = Int(world.labourMarket.streams[0].count)
    world.run(through: 525_960)
    let second = Int(world.labourMarket.streams[0].count) - first
    #expect(abs(first - 3_273) < 230, "\(first)")
    #expect(abs(second - 727) < 110, "\(second)")
  }

  @Test func theSeasonPeaksAtNewYearWhateverTheStart() {
    for (month, expected) in [(1, 1_637), (7, 363)] {
      var scenario = Self.world()
      scenario.time.start = CivilDate(year: 2010, month: month, day: 1) ?? scenario.time.start
      scenario.inflow.applicationsPerYear = 4_000
      scenario.inflow.seasonalAmplitude = 1
      var world = Simulation(scenario, seed: 1, replication: 0)
      // A quarter of the year from the peak on, 1,000 x (1 + 2 / pi) = 1,637, and from the trough on 363.
      world.run(through: 131_490)
      let found = Int(world.clients.inflow.count)
      #expect(abs(found - expected) < 170, "month \(month): \(found)")
    }
  }
}
