import SimulationKernel
import Testing

@testable import CaseloadModel

/// What happens to each kind of task at the end of a shift, at sickness and at departure.
@Suite struct TaskKindTests {
  static let kinds: [TaskKind] = (0..<TaskKind.count).compactMap { TaskKind(rawValue: UInt8($0)) }

  /// One client, in stock since Monday 00:00; the intake is booked for Tuesday.
  private func monday(fte: Double = 1) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = fte
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    precondition(client == 0)
    return world
  }

  private func add(_ kind: TaskKind, to world: inout Simulation, worker: Int) {
    let concernsNobody = [.aftercare, .sideTask, .administration].contains(kind)
    // A letter or session lapses unless the client waits for it.
    if kind.isPlannedContact {
      if world.clients.service[0].stage == .listed { world.unlist(0) }
      world.clients.service[0].stage = .booked
      world.clients.service[0].dueTicket &+= 1
    }
    world.addTask(kind, for: concernsNobody ? -1 : 0, worker: worker, minutes: 40)
  }

  @Test func thereAreFourteenKinds() { #expect(Self.kinds.count == 14) }

  @Test(arguments: kinds)
  func atTheEndOfAShiftATaskIsFinishedOrLaidDown(kind: TaskKind) {
    var world = monday()
    // The shift of 432 minutes ends at 16:12, ten minutes after the task comes in.
    world.run(through: TinyWorld.minute(day: 0, 16, 2))
    add(kind, to: &world, worker: 0)
    world.run(through: TinyWorld.minute(day: 0, 23, 0))
    let isFinished = [.request, .email, .groupSession].contains(kind)
    #expect(world.staff.workers[0].minutesWorked == (isFinished ? 40 : 10))
    #expect(world.staff.workers[0].minutesPresent == (isFinished ? 462 : 432))
    guard !isFinished else { return }
    #expect(world.staff.workers[0].queuedMinutes == 30)
    // The intake of Tuesday goes first; then half an hour is left to do.
    world.run(through: TinyWorld.minute(day: 1, 17, 0))
    #expect(world.staff.workers[0].queuedMinutes == 0)
  }

  @Test(arguments: kinds)
  func aTaskWaitsForASickWorker(kind: TaskKind) {
    #expect(kind.rules.atSickness == .waits)
    var world = monday()
    world.run(through: TinyWorld.minute(day: 0, 17, 0))
    add(kind, to: &world, worker: 0)
    world.staff.leave[0].insert(1)
    world.run(through: TinyWorld.minute(day: 1, 23, 0))
    #expect(world.staff.workers[0].minutesWorked == 0)
    // A letter or session of a client whose appointment lapsed is as it was.
    #expect(world.staff.workers[0].queuedMinutes == 40)
    world.run(through: TinyWorld.minute(day: 2, 17, 0))
    #expect(world.staff.workers[0].minutesWorked >= 40)
    #expect(world.staff.workers[0].queuedMinutes == 0)
  }

  @Test(arguments: kinds)
  func atADepartureATaskGoesToTheNewWorkerOrLapses(kind: TaskKind) {
    var world = monday(fte: 2)
    world.run(through: TinyWorld.minute(day: 3, 0, 0))
    let leaver = Int(world.clients.service[0].worker)
    add(kind, to: &world, worker: leaver)
    world.depart(leaver)
    let stays: [TaskKind] = [
      .request, .matching, .trajectoryRequest, .assessment, .followUp, .enforcement, .fileReview,
      .aftercare,
    ]
    #expect(world.staff.workers[leaver].queuedMinutes == 0)
    #expect(world.staff.workers[1 - leaver].queuedMinutes == (stays.contains(kind) ? 40 : 0))
  }

  @Test func underPressureWorkIsShedInTheReportedOrder() {
    // Registration first, in proportion; checks from three days of backlog on; talks from five.
    let service = Scenario().service
    #expect(Scenario().knowledge.registrationPressureEffect > 0)
    #expect(service.enforcementBacklogDays < service.substitutionBacklogDays)
    for (days, isChecked) in [(2.9, true), (3.1, false)] {
      var world = monday()
      world.staff.workers[0].backlog = days
      world.considerCheck(0)
      #expect((world.staff.workers[0].queuedMinutes > 0) == isChecked)
    }
  }
}
