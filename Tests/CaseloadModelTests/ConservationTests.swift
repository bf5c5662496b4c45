import SimulationKernel
import Testing

@testable import CaseloadModel

/// A world that breaks a law is found out, by the law that it breaks.
@Suite struct ConservationTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var law: InvariantViolation.Law
    var breakIt: @Sendable (inout Simulation) -> Void
  }

  static let cases: [Case] = [
    Case(
      description: "a client out of nowhere", law: .clientsBalance,
      breakIt: { world in
        let client = world.addClient(streamID: 99, isInitial: false)
        world.clients.state[client].inStock = true
      }),
    Case(
      description: "a client of two workers", law: .oneWorkerPerClient,
      breakIt: { $0.staff.caseloads[1].append(0) }),
    Case(
      description: "a client whom nobody has", law: .oneWorkerPerClient,
      breakIt: { $0.clients.service[0].worker = -1 }),
    Case(
      description: "more work than presence", law: .workedWithinPresence,
      breakIt: { $0.staff.workers[0].minutesWorked = $0.staff.workers[0].minutesPresent + 1 }),
    Case(
      description: "a client on two lists", law: .listedOnce,
      breakIt: { $0.staff.lists[1].append(DueEntry(key: 0, client: 0)) }),
    Case(
      description: "a trajectory without a place", law: .placesMatchClients,
      breakIt: { $0.clients.service[0].trajectoryStage = .running }),
  ]

  private func world() -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 10
    scenario.staffing.fte = 2
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_000
    }
    scenario.trajectories.instruments = [
      Instrument(name: "course", fromGroup: "care", toGroup: "work", proposalShare: 0)
    ]
    var world = Simulation(scenario, seed: 1, replication: 3)
    world.run(through: 5 * 1_440)
    return world
  }

  @Test func aSoundWorldBreaksNoLaw() {
    var world = world()
    world.checkConservation()
    #expect(world.violation == nil)
  }

  @Test(arguments: cases)
  func aBrokenLawIsNamedWithItsPlace(example: Case) throws {
    var world = world()
    example.breakIt(&world)
    world.checkConservation()
    let found = world.violation
    let violation = try #require(found)
    #expect(violation.law == example.law)
    #expect(violation.seed == 1)
    #expect(violation.replication == 3)
    #expect(violation.minute == 5 * 1_440)
    #expect(violation.expected != violation.found)
  }

  @Test func knowledgeBeyondTheWholeIsFoundAtTheNextObservation() {
    var world = world()
    for attribute in 0..<world.knowledge.attributeCount {
      world.knowledge.record(
        client: 0, attribute: attribute, at: world.clock.now, accuracy: 2, isCorrect: true)
    }
    let isComplete = world.run(isCancelled: { false })
    #expect(!isComplete)
    #expect(world.violation?.law == .knowledgeWithinUnit)
    #expect(world.violation?.entity == 0)
  }

  @Test func aContactWithSomebodyWhoLeftIsNoContact() {
    var world = world()
    let worker = Int(world.clients.service[0].worker)
    world.leaveStock(0, .other)
    world.completeContact(0, worker: worker, mode: .faceToFace, minutes: 60)
    #expect(world.violation == nil)
    #expect(world.clients.service[0].contactDraws == 0)
  }
}
