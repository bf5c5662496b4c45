import CaseloadTestSupport
import Testing

@testable import CaseloadModel
@testable import ScenarioFormat

/// Hours that norms ask, mode by mode of contact.
@Suite struct StaffingArithmeticTests {
  @Test(arguments: ContactModeKind.allCases)
  func aNormOfOneModeAsksForTheMinutesOfThatMode(_ mode: ContactModeKind) throws {
    var scenario = Scenario()
    scenario.service.noShowShare = 0
    for index in scenario.service.norms.indices { scenario.service.norms[index].setOnly(mode) }
    let expected = mode.terms(scenario.service).plannedMinutes
    let arithmetic = StaffingArithmetic(scenario)
    for group in scenario.population.groups {
      let demand = try #require(
        arithmetic.demands.first { $0.task == "contacts, \(group.name)" })
      #expect(abs(demand.minutesEach - expected) < 1e-9, "\(group.name)")
    }
  }
}
