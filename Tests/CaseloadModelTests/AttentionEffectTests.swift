import SimulationKernel
import Testing

@testable import CaseloadModel

/// For whom attention works, and how skill carries over.
@Suite struct AttentionEffectTests {
  @Test func theGainHasOnePeakAndTwoWidths() {
    let effect = AttentionEffect(
      height: 0.4, peak: 0.6, widthBelow: 0.1, widthAbove: 0.2, halvingYears: 2)
    let normal = Elementary.exp(-0.5)
    for (readiness, years, gain) in [
      (0.6, 0.0, 0.4), (0.5, 0, 0.4 * normal), (0.8, 0, 0.4 * normal), (0.6, 2, 0.2),
      (0.6, 4, 0.1), (0.5, 2, 0.2 * normal), (0.6, -1, 0.4),
    ] {
      let found = effect.gain(readiness: readiness, years: years, own: -1)
      #expect(abs(found - gain) < 1e-12, "\(readiness), \(years) years")
    }
    // What a group's rates say goes in the place of height and shape, and fades alike.
    #expect(effect.gain(readiness: 0, years: 0, own: 0.7) == 0.7)
    #expect(abs(effect.gain(readiness: 0, years: 2, own: 0.7) - 0.35) < 1e-12)
    #expect(effect.gain(readiness: 0.6, years: 0, own: 0) == 0)
    #expect(effect.ceiling(own: -1) == 0.4 && effect.ceiling(own: 0.7) == 0.7)
    let lasting = AttentionEffect(height: 0.4, peak: 0.6, halvingYears: 0)
    #expect(lasting.gain(readiness: 0.6, years: 30, own: -1) == 0.4)
  }

  @Test(arguments: [0.0, 0.3, 0.8, 1.5])
  func skillKeepsTheMeanOverWorkers(spread: Double) {
    var staffing = StaffingSettings()
    staffing.skillSpreadExits = spread
    let scale = SkillScale(staffing)
    // The mean over the normal distribution, cut at two standard deviations, by the midpoint rule.
    var sum = 0.0
    var highest = 0.0
    let steps = 40_000
    for step in 0..<steps {
      let z = Elementary.normalQuantile((Double(step) + 0.5) / Double(steps))
      let factor = scale.factor(min(2, max(-2, z)))
      sum += factor
      highest = max(highest, factor)
    }
    #expect(abs(sum / Double(steps) - 1) < 2e-4)
    #expect(abs(highest - scale.highest) < 1e-9)
    // One standard deviation is a factor of exp(s) on what talks yield.
    #expect(abs(scale.factor(1) / scale.factor(0) - Elementary.exp(spread)) < 1e-9)
  }

  @Test func attentionIsWeightedWithTheSkillOfWhoGaveIt() {
    var scenario = TinyWorld.certain()
    scenario.outflow.attention.work.height = 1
    scenario.outflow.attention.knowledgeWeight = 0
    scenario.outflow.attention.repeatFloor = 1
    scenario.staffing.fte = 2
    scenario.staffing.skillSpreadExits = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.staff.workers[0].skillDeviation = 1
    world.staff.workers[1].skillDeviation = -1
    let scale = SkillScale(scenario.staffing)
    world.attend(to: client, Talk(yield: 1, minutes: 60), by: 0)
    #expect(abs(world.attentionReach(client) - 0.25 * scale.factor(1)) < 1e-6)
    world.attend(to: client, Talk(yield: 1, minutes: 60), by: 1)
    let mean = (scale.factor(1) + scale.factor(-1)) / 2
    #expect(abs(world.attentionReach(client) - 0.4 * mean) < 1e-6)
  }

  @Test func experienceGrowsIntoSkill() {
    var scenario = TinyWorld.certain()
    scenario.staffing.learningMonths = 12
    scenario.staffing.learningStartSpeed = 0.6
    var world = Simulation(scenario, seed: 1, replication: 0)
    #expect(world.exitSkill(of: 0) == 1)
    world.staff.workers[0].hired = 0
    #expect(abs(world.exitSkill(of: 0) - 0.6) < 1e-12)
    world.clock.now = Int(SimulationClock.minutesPerYear / 2)
    #expect(abs(world.exitSkill(of: 0) - 0.8) < 1e-6)
    world.clock.now = Int(SimulationClock.minutesPerYear * 2)
    #expect(world.exitSkill(of: 0) == 1)
  }

  @Test func stepsUpFollowSkillAndTheFirstTalksCountMost() {
    var scenario = TinyWorld.certain()
    scenario.population.readinessGainPerContact = 0.02
    scenario.staffing.skillSpreadExits = 0.5
    var world = Simulation(scenario, seed: 1, replication: 0)
    let client = world.admit(streamID: 7)
    world.staff.workers[0].skillDeviation = 1
    world.setReadiness(client, 0.5)
    let factor = SkillScale(scenario.staffing).factor(1)
    world.completeContact(client, worker: 0, mode: .faceToFace, minutes: 75)
    #expect(abs(world.clients.state[client].readiness - (0.5 + 0.02 * factor)) < 1e-9)
    world.completeContact(client, worker: 0, mode: .faceToFace, minutes: 75)
    #expect(abs(world.clients.state[client].readiness - (0.5 + 0.02 * factor * 1.95)) < 1e-9)
  }

  @Test func partTimeWorkStartsMoreOftenWithAttention() {
    // Readiness 0.5 and 2 candidates a year; attention of three hours at the start, with a half-life of
    // half a year against a saturation of three: a mean reach of 0.3392 over 365 days.
    for (height, rate) in [(0.0, 1.0), (1.0, 1.339_2)] {
      var scenario = TinyWorld.certain()
      scenario.population.clients = 3_000
      scenario.staffing.fte = 0
      scenario.outflow.partTimeStartsPerYear = 2
      scenario.outflow.partTimeEndsPerYear = 0
      scenario.outflow.contactHalfLifeDays = 182.625
      scenario.outflow.attention.partTime = AttentionEffect(height: height, peak: 0.5)
      var world = Simulation(scenario, seed: 1, replication: 0)
      for client in 0..<3_000 {
        world.setReadiness(client, 0.5)
        world.clients.attention[client] = ClientAttention()
        world.clients.attention[client].add(3, skill: 1, left: 0, at: 0)
      }
      world.run(through: 365 * 1_440)
      let started = (0..<3_000).filter { world.clients.state[$0].worksPartTime }.count
      let expected = 1 - Elementary.exp(-rate * 365 / 365.25)
      #expect(abs(Double(started) / 3_000 - expected) < 0.035, "\(height)")
    }
  }

  @Test func moreSkilledWorkersBringMoreClientsToWork() throws {
    var scenario = TinyWorld.small(clients: 600, fte: 8)
    scenario.outflow.attention.work.height = 2
    scenario.labourMarket.rivalryShare = 0
    var better = scenario
    better.staffing.skillShift = 1
    var (work, steps) = (0.0, 0.0)
    for replication in 0..<6 {
      let plain = try #require(try simulate(scenario, seed: 1, replication: replication))
      let skilled = try #require(try simulate(better, seed: 1, replication: replication))
      work += skilled[.outflowWork, 0] - plain[.outflowWork, 0]
      steps += skilled[.progressUp, 0] - plain[.progressUp, 0]
    }
    #expect(work > 0)
    #expect(steps > 0)
  }
}
