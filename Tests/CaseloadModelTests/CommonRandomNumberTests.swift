import SimulationKernel
import Testing

@testable import CaseloadModel

/// Two scenarios that differ in one lever see the same people, applications and illnesses.
@Suite struct CommonRandomNumberTests {
  /// What chance brings in a run, apart from what the organisation does.
  private struct Chance: Equatable {
    /// Traits by person; a person who left for good may have given the place to another.
    var traits: [UInt64: [UInt64]] = [:]
    var sickness: [Int32] = []
    var leave: [Bool] = []
  }

  private func chance(of scenario: Scenario, seed: UInt64) -> Chance {
    var world = Simulation(scenario, seed: seed, replication: 2)
    let isComplete = world.run(isCancelled: { false })
    #expect(isComplete)
    var chance = Chance()
    for state in world.clients.state.all {
      chance.traits[state.streamID] = [
        UInt64(state.exitFactor.bitPattern), UInt64(state.requestFactor.bitPattern),
        state.readinessHome.bitPattern, state.motivation.bitPattern,
        UInt64(state.restDraw.bitPattern),
        UInt64(state.missFactor.bitPattern), UInt64(state.segment), state.isOlder ? 1 : 0,
      ]
    }
    for worker in 0..<3 {
      chance.sickness += [
        world.staff.workers[worker].sickFrom, world.staff.workers[worker].sickUntil,
      ]
      for day in 0..<700 { chance.leave.append(world.staff.leave[worker].contains(day)) }
    }
    return chance
  }

  /// Compares what both runs still hold.
  private func expectSame(
    _ found: Chance, _ expected: Chance, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let common = found.traits.filter { expected.traits[$0.key] != nil }
    #expect(common.count >= 250, comment, sourceLocation: sourceLocation)
    let differing = common.filter { expected.traits[$0.key] != $0.value }.map(\.key)
    #expect(differing == [], comment, sourceLocation: sourceLocation)
    #expect(found.sickness == expected.sickness, comment, sourceLocation: sourceLocation)
    #expect(found.leave == expected.leave, comment, sourceLocation: sourceLocation)
  }

  @Test func leversLeaveApplicantsAndIllnessesUntouched() {
    var base = TinyWorld.small(clients: 300, fte: 4)
    // Without turnover the staff is the same people throughout.
    base.staffing.turnoverPerYear = 0
    let levers: [(String, (inout Scenario) -> Void)] = [
      ("administration", { $0.staffing.administrationShare = 0.2 }),
      ("rest policy", { $0.service.restPolicy.enabled = false }),
      ("norm", { $0.service.norms[0].intervalDays = 60 }),
      ("tool", { $0.diagnosis.toolShare = 1 }),
      ("no-show", { $0.service.noShowShare = 0 }),
      ("trajectory", { $0.trajectories.instruments[0].proposalShare = 0 }),
      ("registration", { $0.knowledge.registrationCompleteness = 0.1 }),
      ("hours", { $0.staffing.sideTaskShare = 0.05 }),
      ("checks", { $0.service.enforcement.checksPerYear = 0 }),
      ("file reviews", { $0.service.fileReview.perYear = 2 }),
      ("part-time work", { $0.outflow.partTimeStartsPerYear = 0 }),
      ("shocks", { $0.population.shocks = [] }),
      ("team", { $0.caseload.teamSize = 2 }),
      ("own priorities", { $0.service.priorities.ownSpread = 0 }),
      (
        "vacancies",
        {
          $0.labourMarket.vacancies = [
            VacancyStream(name: "desk", perYear: 100, fromGroup: "development", toGroup: "work")
          ]
        }
      ),
      (
        "campaign",
        {
          $0.interventions.campaigns = [
            Campaign(name: "inView", date: $0.time.start.adding(days: 100), externalFte: 1)
          ]
        }
      ),
    ]
    // Every lever with one of three seeds: a lever that moves a draw does so with any seed.
    let expected = (1...3 as ClosedRange<UInt64>).map { chance(of: base, seed: $0) }
    for (index, (name, pull)) in levers.enumerated() {
      var variant = base
      pull(&variant)
      let seed = UInt64(1 + index % 3)
      expectSame(
        chance(of: variant, seed: seed), expected[index % 3], "\(name), seed \(seed)")
    }
  }

  @Test func moreStaffKeepsTheFirstWorkersAsTheyAre() {
    var base = TinyWorld.small(clients: 300, fte: 4)
    base.staffing.turnoverPerYear = 0
    var variant = base
    variant.staffing.fte = 6
    for seed in 1...2 as ClosedRange<UInt64> {
      expectSame(chance(of: variant, seed: seed), chance(of: base, seed: seed), "seed \(seed)")
    }
  }

  @Test func purposesAreDistinct() {
    var seen: Set<UInt64> = []
    for raw in 0...UInt64(200) {
      if let purpose = StreamPurpose(rawValue: raw) { seen.insert(purpose.rawValue) }
    }
    #expect(seen == Set(1...45).union(60...62).union(70...72).union(80...84).union([90]))
  }
}
