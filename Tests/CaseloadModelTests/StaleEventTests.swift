import CaseloadTestSupport
import SimulationKernel
import Testing

@testable import CaseloadModel

/// Events that have gone stale are recognised by their number, and every room is asked at a dated change.
@Suite struct StaleEventTests {
  @Test func aPostThatIsCancelledIsNotFilled() throws {
    var world = StaffWorld()
    let worker = world.addWorker()
    world.staff.openVacancy(after: worker, under: world.terms, on: &world.clock)
    var hire: MinuteEvent?
    while let event = world.clock.queue.next() {
      if event.kind & 0xFF == EventKind.hire.rawValue { hire = event }
    }
    let event = try #require(hire)
    #expect(event.stamp == world.staff.vacancies[0].number)
    // What is left of a post that is cut in part is still filled.
    _ = world.staff.cancelVacancies(ofRole: RoleTable.caseworker, upTo: 0.25)
    #expect(event.stamp == world.staff.vacancies[0].number)
    _ = world.staff.cancelVacancies(ofRole: RoleTable.caseworker, upTo: 0.75)
    #expect(event.stamp != world.staff.vacancies[0].number)
    #expect(world.staff.vacantFte(ofRole: RoleTable.caseworker) == 0)
  }

  @Test func whoHasLeftHasNoDaysDeparturesOrSwapsToCome() {
    var world = StaffWorld()
    let worker = world.addWorker()
    let before = world.staff.workers[worker]
    world.staff.endEmployment(of: worker, on: &world.clock)
    let after = world.staff.workers[worker]
    #expect(after.activity == .gone)
    #expect(after.shiftNumber != before.shiftNumber)
    #expect(after.departureNumber != before.departureNumber)
    #expect(after.swapNumber != before.swapNumber)
    #expect(world.staff.pools[0].isEmpty)
  }

  /// Which of `Adopter` look after a room; none for what a dated change cannot touch.
  private static let adopters: [String: [Adopter]] = [
    "terms": [], "interventions": [], "changes": [], "clock": [], "meetings": [], "violation": [],
    "isRecorded": [], "isFollowing": [], "recorder": [],
    // Fixed for a run: attributes and shocks change on no date in what the tables keep of them.
    "knowledge": [],
    // Counts what is judged, whatever the terms.
    "judgedGroups": [],
    "clients": [.unseen, .inflow, .lifeClocks, .contacts],
    "staff": [.staff, .roles, .lists, .waitingClients],
    "trajectories": [.trajectories],
    "labourMarket": [.labourMarket],
    "audits": [.audits],
    "observer": [.benefits],
  ]

  @Test func everyRoomOfTheSimulationIsAskedAtADatedChange() throws {
    let text = try PackageFiles.text("Sources/CaseloadModel/Engine/Simulation.swift")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("struct Simulation") })
    let end = try #require(lines[start...].firstIndex { $0.hasPrefix("  init(") })
    var names: [String] = []
    for line in lines[start..<end] where line.hasPrefix("  var ") || line.hasPrefix("  let ") {
      names.append(String(line.dropFirst(6).prefix(while: { $0.isLetter })))
    }
    #expect(names.count > 10)
    // A new room: name here who looks after it at a dated change, and add one to `Adopter`.
    #expect(names.sorted() == Self.adopters.keys.sorted())
    for adopter in Adopter.allCases {
      #expect(Self.adopters.values.contains { $0.contains(adopter) }, "\(adopter)")
    }
  }

  @Test func aRungOfTheLadderIsASixth() {
    #expect(
      [0, 0.16, 0.17, 0.5, 0.84, 1].map { ReadinessLadder.rung(of: $0) } == [0, 0, 1, 3, 5, 5])
    #expect(ReadinessLadder.chanceOfAnother(gain: 0.05) == 6 * 0.05)
    #expect(ReadinessLadder.chanceOfAnother(gain: 0.5) == 1)
  }

  @Test func missedAppointmentsFitInAByte() {
    #expect(ServiceSettings.mostNoShowAttempts < Int(UInt8.max))
  }
}
