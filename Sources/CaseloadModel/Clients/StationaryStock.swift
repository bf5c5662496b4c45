import SimulationKernel

/// The stock to which a constant inflow tends, worked out without a simulation.
///
/// Little's law: people who come in a year, times the years that each of them is on benefit in all. A spell
/// lasts as long as the exit rates of ``TypicalExits`` let it, which is what the initial stock is made of,
/// and whoever leaves may come back. Means over people are taken with fixed draws, so that the same scenario
/// has the same figure; it lies within some percents of that of a long run.
public struct StationaryStock: Sendable {
  /// Clients in the long run.
  public private(set) var clients = 0.0
  /// People a year who come on benefit for the first time.
  public private(set) var newcomersPerYear = 0.0
  /// Years that one of them is on benefit, returns included.
  public private(set) var yearsPerNewcomer = 0.0

  /// People whose course is followed for the mean.
  private static let people = 256
  /// Steps in the time of a spell, each of them longer than the one before.
  private static let steps = 24
  /// The chance to come back above which it is not told apart: a spell counts at most fifty times.
  private static let highestReturn = 0.98
  /// Segments through which one person is followed.
  private static let mostSegments = 4

  /// Works the stock out for the inflow and the exit rates at the start of a scenario.
  ///
  /// - Precondition: The scenario is one that the reader has accepted.
  public init(_ scenario: Scenario) {
    let terms = Terms(scenario)
    let inflow = scenario.inflow
    let applications = inflow.applicationsPerYear * inflow.grantedShare
    guard applications > 0 else { return }
    var entering = 0.0
    var years = 0.0
    for number in 0..<StationaryStock.people {
      // Evenly spread over segments and groups, so that small ones have their part.
      let position = (Double(number) + 0.5) / Double(StationaryStock.people)
      var person = StationaryStock.newcomer(number, at: position, terms)
      let isReady = person.client.trueGroup >= terms.workFirstGroup
      var entry = isReady ? 1 - inflow.workFirstShare * inflow.workFirstSuccessShare : 1
      if terms.segments[Int(person.client.segment)].hasSearchPeriod {
        entry *= 1 - inflow.searchPeriodDropShare
      }
      entering += entry
      years += entry * StationaryStock.years(of: &person, terms)
    }
    guard entering > 0 else { return }
    newcomersPerYear = applications * entering / Double(StationaryStock.people)
    yearsPerNewcomer = years / entering
    clients = newcomersPerYear * yearsPerNewcomer
  }

  /// Clients some years after there were `start`: the difference falls as fast as people are replaced.
  public func clients(after years: Double, from start: Double) -> Double {
    guard yearsPerNewcomer > 0 else { return start }
    return clients + (start - clients) * Elementary.exp(-years / yearsPerNewcomer)
  }

  /// Somebody who comes in.
  private struct Newcomer {
    /// What is true of them at the start of the first spell.
    var client: ClientState
    /// The factors on their exits, without unit.
    var frailty: Frailty
  }

  private static func newcomer(_ number: Int, at position: Double, _ terms: Terms) -> Newcomer {
    let population = terms.scenario.population
    var draws = RandomStream(
      seed: 0, replication: 0, purpose: StreamPurpose.survivor.rawValue, entity: UInt64(number))
    var own = RandomStream(
      seed: 0, replication: 0, purpose: StreamPurpose.survivor.rawValue, entity: UInt64(number),
      block: 1)
    var (segment, below) = (0, 0.0)
    while segment + 1 < population.segments.count,
      position >= below + population.segments[segment].inflowShare
    {
      below += population.segments[segment].inflowShare
      segment += 1
    }
    // Within the segment the position is even again.
    let share = population.segments[segment].inflowShare
    let inside = share > 0 ? min(1, max(0, (position - below) / share)) : 0.5
    let group = GroupShares.index(of: inside, in: terms.groupShares[segment].inflow)
    let (from, to) = (terms.groups[group].readinessFrom, terms.groups[group].readinessTo)
    let readiness = from + draws.uniform() * (to - from)
    let shortDraw = draws.uniform()
    let motivation = terms.motivation(using: &draws)
    let frailty = terms.shortened(terms.frailty(using: &draws, own: &own), draw: shortDraw)
    var client = ClientState(
      streamID: 0, readiness: readiness, motivation: motivation, exitFactor: Float(frailty.work),
      spellStart: 0, readinessHome: readiness, requestFactor: 1,
      restDraw: Float(draws.uniform()))
    client.segment = UInt8(segment)
    client.trueGroup = UInt8(group)
    return Newcomer(client: client, frailty: frailty)
  }

  /// Years that a person is on benefit in all: those of a spell, as often as one follows.
  private static func years(of person: inout Newcomer, _ terms: Terms) -> Double {
    var years = 0.0
    var returning = 0.0
    var staying = 1.0
    for _ in 0..<mostSegments where staying > 0 {
      let segment = terms.segments[Int(person.client.segment)]
      let limit = segment.maximumMinutes / SimulationClock.minutesPerYear
      let longest = limit > 0 ? min(limit, terms.longestYears) : terms.longestYears
      let spell = follow(person, for: longest, terms)
      years += staying * spell.years
      returning += staying * spell.returning
      guard limit > 0 else { break }
      let passed = segment.next >= 0 ? segment.nextShare : 0
      let returningAfterLimit = chance(terms.chancesOfReturn(after: .limit, factor: 1))
      returning += staying * spell.left * (1 - passed) * returningAfterLimit
      staying *= spell.left * passed
      if segment.next >= 0 { person.client.segment = UInt8(segment.next) }
    }
    return years / (1 - min(highestReturn, returning))
  }

  private static func chance(_ chances: (early: Double, late: Double)) -> Double {
    chances.early + chances.late
  }

  /// A spell: its mean length in years, the chance that it ends and is followed by another, and the chance
  /// that it lasts for all of the time.
  private static func follow(_ person: Newcomer, for longest: Double, _ terms: Terms) -> (
    years: Double, returning: Double, left: Double
  ) {
    var exits = terms.typicalExits(of: person.client)
    // Who goes over to another law of the scenario stays in the stock.
    exits.transfers = 0
    for transfer in terms.transfers
    where transfer.to < 0 && transfer.from == Int(person.client.segment)
      && (transfer.group < 0 || transfer.group == Int(person.client.trueGroup))
    {
      exits.transfers += transfer.rate * SimulationClock.minutesPerYear
    }
    let unready = terms.unreadyFactor(readiness: person.client.readiness)
    let work = chance(terms.chancesOfReturn(after: .work, factor: unready))
    let subsidised = chance(terms.chancesOfReturn(after: .subsidised, factor: unready))
    let other = chance(terms.chancesOfReturn(after: .other, factor: 1))
    let sanctions = chance(terms.chancesOfReturn(after: .sanction, factor: 1))
    var (years, returning, before) = (0.0, 0.0, 0.0)
    var left = 1.0
    for step in 1...steps {
      // The square puts more steps where most of the exits are.
      let part = Double(step) / Double(steps)
      let until = longest * part * part
      let survival =
        Elementary.exp(-exits.hazard(person.frailty, through: until) - exits.pension * until)
      // Survival falls like an exponential between two moments.
      let fallen = left - survival
      let span = until - before
      let spent =
        survival > 0 && fallen > 1e-12 * left
        ? span * fallen / Elementary.log(left / survival) : span * (left + survival) / 2
      years += spent
      let rates = exits.rates(person.frailty, after: before + span / 2)
      let all =
        rates.work + rates.subsidised + rates.other + exits.sanctions + exits.transfers
        + exits.pension
      if all > 0 {
        returning +=
          fallen
          * (rates.work * work + rates.subsidised * subsidised + rates.other * other
            + exits.sanctions * sanctions) / all
      }
      (before, left) = (until, survival)
    }
    return (years, returning, left)
  }
}
