import SimulationKernel

/// What one replication of a scenario takes, worked out before it is run.
///
/// Stock and returns are followed month by month with mean rates of exit, so the figures are those of an
/// average run; they tell a run that a machine can make from one that it cannot, not the last megabyte.
public struct RunSize: Sendable {
  /// People who are known at the same time at most: in stock, or away and coming back.
  public private(set) var people = 0.0
  /// People who ever work here.
  public private(set) var workers = 0.0
  /// Years that clients are in stock, together.
  public private(set) var clientYears = 0.0
  /// Events that are executed.
  public private(set) var events = 0.0
  /// Bytes of memory.
  public private(set) var bytes = 0.0

  /// Bytes for one person beside the attributes: tables, events to come, lists and tasks
  /// (see "Size and speed" in the model's description: about 1.3 kB with eight attributes).
  private static let bytesPerPerson = 1_044.0
  /// Bytes for one worker beside the calendar of leave.
  private static let bytesPerWorker = 1_500.0
  /// Bytes for a value per observation, metric and part of the stock: value, denominator and moments.
  private static let bytesPerCell = 80.0
  /// Events of a worker in a year: about ten pieces of work a day.
  private static let eventsPerWorkerYear = 2_500.0
  /// Events of a client in a year beside clocks and what workers do: trajectories, returns, contacts due.
  private static let eventsPerClientYear = 3.0

  /// Events of a spell that lasts a moment: the return and the exit, and what else falls in it.
  private static let eventsPerReturn = 3.0

  /// Works out the size of one replication.
  ///
  /// - Precondition: The scenario is one that the reader has accepted.
  /// - Complexity: O(months x dated changes).
  public init(_ scenario: Scenario) {
    let boundaries = ObservationDays(scenario.time)
    var parts = [(from: 0, scenario: scenario)]
    for change in scenario.interventions.inOrderOfDate {
      guard let result = change.result.first else { continue }
      let day = max(0, change.date.dayNumber - scenario.time.start.dayNumber)
      if day < boundaries.end { parts.append((day, result)) }
    }
    let first = RunRates(scenario)
    let whole = Double(boundaries.end) / StaffingNumbers.daysPerYear
    var followed = first.groups.map { group in
      let stock = Double(scenario.population.clients) * group.share
      return FollowedGroup(
        stock: stock, early: Away(before: stock * group.pastExit, first.early),
        late: Away(before: stock * group.pastExit, first.late))
    }
    let returning = followed.reduce(0) {
      $0 + $1.early.past * first.early.share(within: whole)
        + $1.late.past * first.late.share(within: whole)
    }
    people = Double(scenario.population.clients)
    for (number, part) in parts.enumerated() {
      let until = number + 1 < parts.count ? parts[number + 1].from : boundaries.end
      let years = Double(until - part.from) / StaffingNumbers.daysPerYear
      let rates = RunRates(part.scenario)
      follow(&followed, under: rates, years: years)
      let target = rates.workersAtOnce(stock: followed.reduce(0) { $0 + $1.stock })
      // A post from which somebody left stands empty until somebody is hired.
      let staffing = part.scenario.staffing
      let leaving = staffing.turnoverPerYear * (1 + staffing.pressureEffectOnTurnover)
      let cycle = 1 + leaving * staffing.hiringDelayDays / StaffingNumbers.daysPerYear
      workers = max(workers, target) + target * leaving / cycle * years
      events += target * years * RunSize.eventsPerWorkerYear
      // Mean rates tell the returns of most; people who come back to a segment that lasts a moment, and
      // leave it to come back, are beyond them.
      let mayReturn = followed.reduce(rates.inflow * years) { $0 + $1.people }
      events += mayReturn * rates.mostReturns(in: years) * RunSize.eventsPerReturn
    }
    people += returning
    for campaign in scenario.interventions.campaigns { workers += campaign.externalFte + 1 }
    let attributes = Double(
      scenario.knowledge.attributes.count * MemoryLayout<AttributeRecord>.stride)
    let cells = Double(Metric.allCases.count * (1 + scenario.metricGroupNames.count))
    bytes =
      people * (RunSize.bytesPerPerson + attributes)
      + workers * (RunSize.bytesPerWorker + Double(boundaries.end) / 8)
      + cells * Double(boundaries.days.count) * RunSize.bytesPerCell
  }

  /// Follows stock and returns over some years, in steps of at most a month.
  ///
  /// Group by group: those of a group that leaves slowly stay, however soon the others are gone.
  private mutating func follow(
    _ followed: inout [FollowedGroup], under rates: RunRates, years: Double
  ) {
    // Who is here at the start is what is left of past inflow and leaves more slowly than the mean rate
    // says; what takes time must not be told too low for that.
    let least = min(followed.reduce(0) { $0 + $1.stock }, people)
    let steps = max(1, Int((years * 12).rounded(.up)))
    let step = years / Double(steps)
    for _ in 0..<steps {
      var (stock, known) = (0.0, 0.0)
      for index in followed.indices {
        let group = rates.groups[index]
        let leaving = followed[index].stock * (1 - Elementary.exp(-group.exit * step))
        let returning =
          followed[index].early.follow(leaving: leaving, rates.early, for: step)
          + followed[index].late.follow(leaving: leaving, rates.late, for: step)
        followed[index].stock += rates.inflow * group.share * step + returning - leaving
        stock += followed[index].stock
        known +=
          followed[index].stock + followed[index].early.present + followed[index].late.present
      }
      people = max(people, known)
      clientYears += stock * step
      events +=
        step
        * (rates.arrivals + max(least, stock) * (rates.clocks + RunSize.eventsPerClientYear))
    }
  }
}

/// People of one group as a run goes on.
private struct FollowedGroup {
  /// Clients.
  var stock: Double
  /// People whose exit does not hold.
  var early: Away
  /// People whose exit holds, and who come back later.
  var late: Away

  /// All of them.
  var people: Double { stock + early.present + early.past + late.present + late.past }
}

/// Returns of one kind.
private struct ReturnRates {
  /// The part of those who leave that comes back in this way.
  var part: Double
  /// Returns a year of somebody who will come back.
  var perYear: Double

  /// The part of those away who are back within some years.
  ///
  /// Nobody within no time, also when the rate is without end.
  func share(within years: Double) -> Double {
    years > 0 ? 1 - Elementary.exp(-perYear * years) : 0
  }
}

/// People who have left and will come back.
private struct Away {
  /// Those who left in the run.
  var present = 0.0
  /// Those who left before it.
  var past: Double

  /// Who is away at exits that went on for long, so many a year.
  init(before exits: Double, _ rates: ReturnRates) {
    past = exits * rates.part / rates.perYear
  }

  /// Takes in those who leave in a step of some years, and gives the number of those who come back.
  mutating func follow(leaving: Double, _ rates: ReturnRates, for years: Double) -> Double {
    let back = rates.share(within: years)
    let (presentBack, pastBack) = (present * back, past * back)
    present += leaving * rates.part - presentBack
    past -= pastBack
    return presentBack + pastBack
  }
}

/// Mean rates of one group, a year.
private struct GroupRates {
  /// The part of the stock at the start that is of the group.
  var share: Double
  /// Exits of a client.
  var exit: Double
  /// Exits of a client before the run, those at talks included.
  var pastExit: Double
}

/// Mean rates of a scenario, a year.
private struct RunRates {
  /// People who come on benefit.
  var inflow = 0.0
  /// What is known of each group.
  var groups: [GroupRates] = []
  /// Returns of those whose exit does not hold.
  var early = ReturnRates(part: 0, perYear: 1)
  /// Returns of those whose exit holds.
  var late = ReturnRates(part: 0, perYear: 1)
  /// Candidate applications and vacancies, with the clients put forward for them.
  var arrivals = 0.0
  /// Rings of a client's clocks.
  var clocks = 0.0
  /// The mean length in years of the shortest spell that a return can begin.
  private var shortestSpell = 0.0
  /// The scenario.
  private let staffing: Scenario

  /// The least exits a year by which a spell is reckoned: nobody is on benefit for longer than a life.
  private static let leastExit = 0.01

  init(_ scenario: Scenario) {
    staffing = scenario
    let terms = Terms(scenario)
    inflow = scenario.inflow.applicationsPerYear * scenario.inflow.grantedShare
    let outflow = scenario.outflow
    let segments = scenario.population.segments
    let workFactor = segments.reduce(0) { $0 + $1.stockShare * $1.workFactor }
    let otherFactor = segments.reduce(0) { $0 + $1.stockShare * $1.otherFactor }
    let factor = RunRates.exitFactor(scenario)
    for (index, rates) in outflow.rates.enumerated() where index < scenario.population.groups.count
    {
      let own =
        rates.workPerYear * scenario.knowledge.barrierMean * scenario.labourMarket.demandIndex
        * workFactor + rates.subsidisedPerYear + rates.otherPerYear * otherFactor
      let exit = own * factor + outflow.pensionAndDeathPerYear
      groups.append(
        GroupRates(
          share: scenario.population.initialShare(ofGroup: index), exit: exit,
          pastExit: exit + RunRates.exitsAtTalks(ofGroup: index, under: terms)))
    }
    let exit = groups.reduce(0) { $0 + $1.share * $1.exit }
    let returnShare = min(1, outflow.relapseShare * max(1, outflow.relapseFactorWork))
    let form = Elementary.exp(Elementary.logGamma(1 + 1 / outflow.relapseShape))
    early = ReturnRates(
      part: returnShare * (1 - outflow.relapseLateShare),
      perYear: StaffingNumbers.daysPerYear / (outflow.relapseScaleDays * form))
    late = ReturnRates(
      part: returnShare * outflow.relapseLateShare, perYear: 1 / outflow.relapseLateYears)
    shortestSpell = RunRates.shortestSpell(scenario, exit: exit)
    let market = scenario.labourMarket
    arrivals = terms.highestApplicationRate * SimulationClock.minutesPerYear
    for stream in market.vacancies {
      arrivals += stream.perYear * market.demandIndex * Double(1 + stream.candidates)
    }
    for life in ClientClock.allCases { clocks += RunRates.events(of: life, under: terms) }
  }

  /// Events a year to which a clock of an average client leads: its rings, and the work that they bring.
  private static func events(of life: ClientClock, under terms: Terms) -> Double {
    let service = terms.scenario.service
    let outflow = terms.scenario.outflow
    switch life {
    case .exit:
      // A candidate exit lies at least a minute after the last one.
      return min(
        SimulationClock.minutesPerYear,
        terms.exitBound(of: RunRates.average(terms.scenario), at: 0)
          * SimulationClock.minutesPerYear)
    case .request: return 2 * service.requestsPerYear
    case .shock: return terms.shocksPerYear
    case .partTime: return outflow.partTimeStartsPerYear + outflow.partTimeEndsPerYear
    case .check: return 2 * service.enforcement.checksPerYear
    case .fileReview: return service.fileReview.perYear
    // Once a spell, which is among the events of a client beside clocks.
    case .segmentEnd: return 0
    case .transfer:
      let segments = terms.scenario.population.segments
      return segments.indices.reduce(0) {
        $0 + segments[$1].stockShare * terms.segments[$1].transferRate
          * SimulationClock.minutesPerYear
      }
    }
  }

  /// The most returns of one person in some years: as often as chance sends them, and as the time away and
  /// the shortest spell that can follow it leave room for.
  func mostReturns(in years: Double) -> Double {
    let returnShare = early.part + late.part
    guard returnShare > 0 else { return 0 }
    let meanAway = (early.part / early.perYear + late.part / late.perYear) / returnShare
    let byTime = years / (meanAway + shortestSpell)
    return returnShare < 1 ? min(byTime, returnShare / (1 - returnShare)) : byTime
  }

  /// The mean length in years of a spell in the segment that lasts least of those that people return to.
  private static func shortestSpell(_ scenario: Scenario, exit: Double) -> Double {
    let segments = scenario.population.segments
    var shortest = 1 / max(exit, RunRates.leastExit)
    for segment in segments {
      let name = segment.returnSegment.isEmpty ? segment.name : segment.returnSegment
      guard let next = segments.first(where: { $0.name == name }), next.maximumMonths > 0 else {
        continue
      }
      shortest = min(shortest, next.maximumMonths / 12)
    }
    return shortest
  }

  /// Exits a year to which the talks of the past led.
  ///
  /// What staff the run has does not count: the people who were called in before it come back in it.
  private static func exitsAtTalks(ofGroup group: Int, under terms: Terms) -> Double {
    let population = terms.scenario.population
    var client = average(terms.scenario)
    client.trueGroup = UInt8(group)
    var sum = 0.0
    for (index, segment) in population.segments.enumerated() {
      client.segment = UInt8(index)
      // Some were left alone in the past.
      for (draw, part) in [(0, population.initialRestShare), (1, 1 - population.initialRestShare)] {
        client.restDraw = Float(draw)
        let exits = terms.typicalExits(ofLikesOf: client)
        sum +=
          segment.stockShare * part * (exits.workAtTalks + exits.otherAtTalks + exits.sanctions)
      }
    }
    return sum
  }

  /// A client of the mean motivation and exit factor.
  private static func average(_ scenario: Scenario) -> ClientState {
    ClientState(
      streamID: 0, readiness: 0.5, motivation: scenario.population.motivationMean,
      exitFactor: Float(exitFactor(scenario)), spellStart: 0, readinessHome: 0.5, requestFactor: 1,
      restDraw: 0)
  }

  /// The factor on exits of people who need a benefit for a short time only, over the time that all are here:
  /// the faster they leave, the less of that is theirs.
  private static func exitFactor(_ scenario: Scenario) -> Double {
    let inflow = scenario.inflow
    return 1 / (1 - inflow.shortSpellShare + inflow.shortSpellShare / inflow.shortSpellFactor)
  }

  /// People who work here at the same time, with contracts of the usual length.
  func workersAtOnce(stock: Double) -> Double {
    let contract =
      staffing.staffing.contractHoursPerWeek / staffing.staffing.fullTimeHoursPerWeek
    var fte = StaffingNumbers(staffing).caseworkerFte()
    if staffing.staffing.rule.followsStock {
      fte *= max(1, stock / Double(max(1, staffing.population.clients)))
    }
    for role in staffing.staffing.roles { fte += role.fte }
    // A number that can be counted on with, however small contracts are.
    return min(1e18, fte / contract) + Double(staffing.staffing.roles.count + 1)
  }
}
