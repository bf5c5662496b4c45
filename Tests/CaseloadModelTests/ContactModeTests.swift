import CaseloadTestSupport
import Testing

@testable import CaseloadModel

/// Every mode of contact stands in each place that goes through them: one that is forgotten is found here.
@Suite struct ContactModeTests {
  private static func scenario(_ mode: ContactModeKind) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    for index in scenario.service.norms.indices { scenario.service.norms[index].setOnly(mode) }
    return scenario
  }

  @Test(arguments: ContactModeKind.allCases)
  func aNormOfOneModePlansAndReckonsWithThatMode(_ mode: ContactModeKind) {
    let scenario = Self.scenario(mode)
    for norm in scenario.service.norms {
      for other in ContactModeKind.allCases {
        #expect(norm.share(of: other) == (other == mode ? 1 : 0), "\(other)")
      }
    }
    let expected = mode.terms(scenario.service)
    for group in GroupConstants.table(of: scenario) {
      #expect(group.contactMinutes == expected.plannedMinutes)
      // Letters tell nothing of a client's circumstances.
      #expect(group.usualMode == (mode == .email ? 0 : min(1, expected.attention)))
    }
    var world = Simulation(scenario, seed: 1, replication: 0)
    let planned = world.plannedMode(for: 0, backlog: 0)
    #expect(planned == mode)
  }

  @Test func aModeThatIsATaskIsFoundAgainByIt() {
    for mode in ContactModeKind.allCases {
      guard let task = mode.terms(Scenario().service).task else { continue }
      #expect(ContactModeKind(task) == mode)
      #expect(task.isPlannedContact)
    }
    for number in 0..<UInt8(TaskKind.count) {
      guard let kind = TaskKind(rawValue: number) else { continue }
      #expect(kind.isPlannedContact == (ContactModeKind(kind) != nil), "\(kind)")
    }
    #expect(TaskKind.allCases.count == TaskKind.count)
  }
}
