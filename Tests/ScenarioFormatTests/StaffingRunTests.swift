import CaseloadModel
import SimulationKernel
import Testing

@testable import ScenarioFormat

/// What `validate --staffing` works out without a simulation is what a run has.
@Suite("Staffing worked out and run")
struct StaffingRunTests {
  /// An organisation without turnover, in which nobody is ill, with a role that takes over half of the
  /// administration and one with clients of its own.
  private func scenario(_ rule: StaffingRule) -> Scenario {
    var scenario = Scenario()
    scenario.time.start = CivilDate(year: 2011, month: 1, day: 1) ?? scenario.time.start
    scenario.time.warmUpMonths = 0
    scenario.time.durationMonths = 48
    scenario.population.clients = 400
    scenario.inflow.applicationsPerYear = 120
    scenario.staffing.rule = rule
    scenario.staffing.fte = 4.5
    scenario.staffing.budgetPerYearEuro = 350_000
    scenario.caseload.normPerFte = 70
    scenario.staffing.turnoverPerYear = 0
    scenario.staffing.sicknessShare = 0
    scenario.staffing.hiringDelayDays = 1
    var support = StaffRole(name: "support", fte: 1)
    support.administrationTaken = 0.5
    var coach = StaffRole(name: "coach", fte: 0.8)
    coach.carriesCaseload = true
    coach.clientShare = 0.2
    scenario.staffing.roles = [support, coach]
    return scenario
  }

  @Test(
    "Every rule gives the run the staff that the arithmetic tells", arguments: StaffingRule.allCases
  )
  func staff(_ rule: StaffingRule) throws {
    var scenario = scenario(rule)
    scenario.time.durationMonths = 1
    let told = StaffingArithmetic(scenario)
    let byRule = try #require(told.fteByRule.first { $0.rule == rule }).fte
    let outcome = try #require(try simulate(scenario, seed: 1, replication: 0))
    // Support staff have no clients, so the arithmetic leaves them out.
    let employed = outcome[.staffFte, 0]
    #expect(abs(employed - (told.fte + 1)) < 0.01, "\(employed) and \(told.fte) + 1")
    #expect(abs(told.fte - (byRule + 0.8)) < 1e-9)
  }

  @Test("Hours in office are those of the calendar, over four years with one leap year")
  func hours() throws {
    let scenario = scenario(.fte)
    let told = StaffingArithmetic(scenario)
    var hours: [Double] = []
    for replication in 0..<4 {
      let outcome = try #require(try simulate(scenario, seed: 1, replication: replication))
      hours.append(outcome[.staffHours, 0] / outcome[.staffFte, 0])
    }
    let mean = hours.reduce(0, +) / Double(hours.count)
    // Appointments that run past the shift are hours in office too; holidays of four years differ from the mean.
    #expect(abs(mean - told.hoursInOfficePerFte) < 0.02 * told.hoursInOfficePerFte, "\(hours)")
  }
}
