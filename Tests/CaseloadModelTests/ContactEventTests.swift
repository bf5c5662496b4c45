import SimulationKernel
import Testing

@testable import CaseloadModel

/// What talks bring to light and lead to, and what invitations do before the talk, against closed forms.
@Suite struct ContactEventTests {
  private static let clients = 3_000
  private static let year = Int(SimulationClock.minutesPerYear)

  /// Clients of whom everything is known, whom nobody serves and to whom nothing happens by itself.
  private static func world(_ adjust: (inout Scenario) -> Void) -> Simulation {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = 1
    scenario.service.norms = scenario.service.norms.map {
      var norm = $0
      norm.intervalDays = 36_500
      return norm
    }
    scenario.outflow.attention.work.peak = 0.5
    scenario.outflow.attention.work.widthAbove = 0.2
    adjust(&scenario)
    return Simulation(scenario, seed: 1, replication: 0)
  }

  private static func inStock(_ world: borrowing Simulation) -> Int { world.observer.stock[0] }

  /// Whether a share of all clients is within four standard errors of what is expected.
  private static func expectShare(
    _ count: Int, _ expected: Double, of base: Int = clients,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = (expected * (1 - expected) / Double(base)).squareRoot()
    let found = Double(count) / Double(base)
    #expect(
      abs(found - expected) < 4 * error + 1e-9, "\(found), expected \(expected)",
      sourceLocation: sourceLocation)
  }

  @Test func whatHasPiledUpIsFoundAndWhatWasNotFoundIsLessLikely() {
    let rate = 0.2 / SimulationClock.minutesPerYear
    var hidden = HiddenChange(from: 0)
    // Nobody has looked for two years: 1 - exp(-0.4).
    let changed = 1 - Elementary.exp(-0.4)
    #expect(abs(hidden.chance(at: 2 * Self.year, rate: rate, found: 0.5) - changed / 2) < 1e-9)
    hidden.pass(at: 2 * Self.year, rate: rate, found: 0.5)
    // Bayes: still there and not found, of all that is not found.
    let left = changed / 2 / (1 - changed / 2)
    let next = hidden.chance(at: 2 * Self.year, rate: rate, found: 0.5)
    #expect(abs(next - left / 2) < 1e-6)
    // A year later it is still there, or has come since.
    let later = 1 - (1 - left) * Elementary.exp(-0.2)
    #expect(abs(hidden.chance(at: 3 * Self.year, rate: rate, found: 0.5) - later / 2) < 1e-6)
    // One who finds everything leaves nothing.
    hidden.pass(at: 3 * Self.year, rate: rate, found: 1)
    #expect(hidden.chance(at: 3 * Self.year, rate: rate, found: 1) == 0)
  }

  @Test(arguments: [(0.1, 0.4, 90.0), (0.5, 0.3, 700), (1, 0, 30), (0.1, 1, 90)])
  func talksOfThePastComeToOneSum(perYear: Double, found: Double, days: Double) {
    let rate = perYear / SimulationClock.minutesPerYear
    let interval = Int(days) * 1_440
    for (first, later) in [(interval, 19), (interval / 3, 19), (0, 4), (interval / 2, 0)] {
      var one = HiddenChange(from: -later * interval - first)
      for talk in 0...later { one.pass(at: (talk - later) * interval, rate: rate, found: found) }
      var sum = HiddenChange(from: 0)
      sum.pass(
        firstAfter: Double(first), later: Double(later), interval: Double(interval), rate: rate,
        found: found, last: 0)
      #expect(sum.minute == one.minute)
      #expect(
        abs(Double(sum.odds) - Double(one.odds)) < 1e-4 * max(1e-3, Double(one.odds)),
        "first talk after \(first), \(later) later")
    }
  }

  @Test func aTalkEndsTheBenefitOfWhoseRightHasEnded() {
    var world = Self.world {
      $0.outflow.atContact.changesPerYear = 0.3
      $0.outflow.atContact.detectionShare = 0.5
    }
    for client in 0..<Self.clients {
      world.clients.attention[client].hidden = HiddenChange(from: 0)
    }
    world.clock.now = Self.year
    let changed = 1 - Elementary.exp(-0.3)
    // A call by the client sees 0.6 of what a talk in one room sees, and 0.3 of that.
    let call = Talk(yield: 0.6, minutes: 15, isByClient: true)
    for client in 0..<Self.clients {
      world.takeConsequences(of: call, with: client, by: 0, number: 0)
    }
    let first = Self.clients - Self.inStock(world)
    Self.expectShare(first, changed * 0.5 * 0.18)
    let talk = Talk(yield: 1, minutes: 60)
    for client in 0..<Self.clients where world.clients.state[client].inStock {
      world.takeConsequences(of: talk, with: client, by: 0, number: 1)
    }
    Self.expectShare(Self.clients - Self.inStock(world) - first, changed * (1 - 0.09) * 0.5)
  }

  @Test func aLetterFindsNothing() {
    var world = Self.world {
      $0.outflow.atContact.changesPerYear = 5
      $0.outflow.atContact.detectionShare = 1
      $0.outflow.atContact.sanctionShare = 1
    }
    world.clock.now = Self.year
    let letter = Talk(yield: 0, minutes: 12, isTwoWay: false)
    for client in 0..<Self.clients {
      world.takeConsequences(of: letter, with: client, by: 0, number: 0)
    }
    #expect(Self.inStock(world) == Self.clients)
  }

  @Test func aPlannedTalkMayEndInASanction() {
    var world = Self.world { $0.outflow.atContact.sanctionShare = 0.2 }
    for client in 0..<Self.clients {
      world.takeConsequences(
        of: Talk(yield: 1, minutes: 60, isByClient: true), with: client, by: 0, number: 0)
    }
    #expect(Self.inStock(world) == Self.clients)
    for client in 0..<Self.clients {
      world.takeConsequences(of: Talk(yield: 1, minutes: 60), with: client, by: 0, number: 1)
    }
    Self.expectShare(Self.clients - Self.inStock(world), 0.2)
  }

  @Test func referralsFollowReadinessAndWhatIsKnown() {
    // A width above the peak: exp(-1/2) of the referrals; half of those are hired.
    for (readiness, isKnown, share) in [
      (0.5, true, 0.8 * 0.5), (0.7, true, 0.8 * 0.5 * 0.606_53), (0.5, false, 0),
    ] {
      var world = Self.world {
        $0.outflow.atContact.referralShare = 0.8
        $0.outflow.atContact.referralDays = 20
        $0.outflow.atContact.referralAcceptShare = 0.5
      }
      for client in 0..<Self.clients {
        world.setReadiness(client, readiness)
        if !isKnown {
          for attribute in 0..<world.knowledge.attributeCount {
            world.knowledge.lapse(client: client, attribute: attribute)
          }
        }
        world.takeConsequences(of: Talk(yield: 1, minutes: 60), with: client, by: 0, number: 0)
      }
      #expect(Self.inStock(world) == Self.clients, "a referral takes time")
      world.run(through: 300 * 1_440)
      Self.expectShare(Self.clients - Self.inStock(world), share)
    }
  }

  @Test func aReferralLapsesWithTheSpell() {
    var world = Self.world {
      $0.population.clients = 1
      $0.staffing.fte = 0
      $0.outflow.relapseShare = 1
      $0.outflow.atContact.referralShare = 1
      $0.outflow.atContact.referralAcceptShare = 1
    }
    world.setReadiness(0, 0.5)
    world.takeConsequences(of: Talk(yield: 1, minutes: 60), with: 0, by: -1, number: 0)
    world.leaveStock(0, .other)
    world.returnToStock(0)
    #expect(world.observer.exits == 1)
    world.run(through: 40 * 1_440)
    #expect(world.observer.exits == 1 && world.clients.state[0].inStock)
  }

  @Test func someLeaveBetweenTheInvitationAndTheTalk() {
    var world = Self.world {
      $0.outflow.atInvitation.workShare = 0.2
      $0.outflow.atInvitation.otherShare = 0.1
    }
    for client in 0..<Self.clients {
      world.setReadiness(client, 0.5)
      world.callIn(client, talkAt: 10 * 1_440)
    }
    world.run(through: 5 * 1_440)
    Self.expectShare(Self.clients - Self.inStock(world), 0.15)
    world.run(through: 11 * 1_440)
    let left = Self.clients - Self.inStock(world)
    Self.expectShare(left, 0.3)
    let forWork = (0..<Self.clients).filter { world.clients.attention[$0].leavesForWork }.count
    Self.expectShare(forWork, 0.2)
    // The second invitation does 0.95 of the first.
    for client in 0..<Self.clients where world.clients.state[client].inStock {
      world.callIn(client, talkAt: 21 * 1_440)
    }
    world.run(through: 22 * 1_440)
    Self.expectShare(
      Self.clients - Self.inStock(world) - left, 0.3 * 0.95, of: Self.clients - left)
  }

  @Test func anAppointmentThatLapsesKeepsNobodyFromStaying() {
    var world = Self.world {
      $0.outflow.atInvitation.otherShare = 1
      $0.population.clients = 1
    }
    world.callIn(0, talkAt: 10 * 1_440)
    world.clients.service[0].dueTicket &+= 1
    world.run(through: 20 * 1_440)
    #expect(world.clients.state[0].inStock)
  }

  @Test func whatIsSwitchedOffChangesNoBit() throws {
    var scenario = TinyWorld.small(clients: 300, fte: 3)
    scenario.outflow.atContact.changesPerYear = 0
    scenario.outflow.atContact.sanctionShare = 0
    scenario.outflow.atContact.referralShare = 0
    scenario.outflow.atInvitation.workShare = 0
    scenario.outflow.atInvitation.otherShare = 0
    var other = scenario
    other.outflow.atContact.detectionShare = 1
    other.outflow.atContact.referralDays = 1
    other.outflow.atContact.referralAcceptShare = 1
    let plain = try #require(try simulate(scenario, seed: 1, replication: 0))
    let without = try #require(try simulate(other, seed: 1, replication: 0))
    #expect(plain.values.map(\.bitPattern) == without.values.map(\.bitPattern))
    #expect(plain[.outflowFound, 0] == 0 && plain[.outflowBeforeTalk, 0] == 0)
    #expect(plain[.referrals, 0] == 0)
    // Switched on, each shows.
    let small = TinyWorld.small(clients: 300, fte: 3)
    let on = try #require(try simulate(small, seed: 1, replication: 0))
    #expect(on[.outflowFound, 0] > 0 && on[.outflowBeforeTalk, 0] > 0)
    #expect(on[.referrals, 0] > 0)
  }
}
