/// A group of clients by true distance to work, for example work, development and care clients.
public struct ClientGroup: Sendable, Equatable {
  /// The name by which other sections refer to the group.
  public var name: String
  /// Lowest readiness of the group; the group reaches up to the next one's lowest readiness.
  public var readinessFrom: Double
  /// Share of the initial stock.
  public var stockShare: Double
  /// Share of new applicants.
  public var inflowShare: Double
  /// Share of the initial stock of the group whom the organisation takes for one group lower.
  public var initialSeenLowerShare: Double
  /// Share of the initial stock of the group whom the organisation takes for one group higher.
  public var initialSeenHigherShare: Double

  /// Makes a group.
  public init(
    name: String = "", readinessFrom: Double = 0, stockShare: Double = 0, inflowShare: Double = 0,
    initialSeenLowerShare: Double = 0, initialSeenHigherShare: Double = 0
  ) {
    self.name = name
    self.readinessFrom = readinessFrom
    self.stockShare = stockShare
    self.inflowShare = inflowShare
    self.initialSeenLowerShare = initialSeenLowerShare
    self.initialSeenHigherShare = initialSeenHigherShare
  }
}

/// A law or kind of client, for example assistance, Wajong, WGA, ZW, youth or refugees.
///
/// Segments cut across groups: a segment says under which rules a client is served, a group how far the
/// client is from work.
public struct ClientSegment: Sendable, Equatable {
  /// The name by which other sections refer to the segment.
  public var name: String
  /// Share of the initial stock.
  public var stockShare: Double
  /// Share of new applicants.
  public var inflowShare: Double
  /// Groups within the segment; none means the shares of `population.groups`.
  public var groups: [SegmentGroup]
  /// Factor on exits to regular work.
  public var workFactor: Double
  /// Factor on exits for other reasons.
  public var otherFactor: Double
  /// Factor on the interval between contacts.
  public var intervalFactor: Double
  /// Whether clients are served only when they ask for it.
  public var onRequestOnly: Bool
  /// Longest time in the segment, in months; 0 when there is no limit.
  public var maximumMonths: Double
  /// The segment to which clients go at the limit; empty when they leave.
  public var nextSegment: String
  /// Share that goes to the next segment at the limit; the rest leaves for other reasons.
  public var nextShare: Double
  /// Share of the segment in a register that opens restricted instruments and jobs.
  public var registerShare: Double
  /// Share aged 55 or more; below 0 means `population.olderShare`.
  public var olderShare: Double
  /// Whether applicants have a search period before they are let in.
  public var searchPeriod: Bool
  /// Factor on the cost of the benefit.
  public var benefitFactor: Double
  /// The segment to which people of this one return; empty for the same.
  public var returnSegment: String
  /// Readiness from which part-time work beside the benefit is possible.
  public var partTimeFromReadiness: Double
  /// Share of the benefit that is still paid beside part-time work; below 0 means
  /// `outflow.partTimeBenefitShare`.
  public var partTimeBenefitShare: Double

  /// Makes a segment.
  public init(
    name: String = "", stockShare: Double = 0, inflowShare: Double = 0,
    groups: [SegmentGroup] = [], workFactor: Double = 1, otherFactor: Double = 1,
    intervalFactor: Double = 1, onRequestOnly: Bool = false, maximumMonths: Double = 0,
    nextSegment: String = "", nextShare: Double = 0, registerShare: Double = 0,
    olderShare: Double = -1, searchPeriod: Bool = false, benefitFactor: Double = 1,
    returnSegment: String = "", partTimeFromReadiness: Double = 0.3,
    partTimeBenefitShare: Double = -1
  ) {
    self.name = name
    self.stockShare = stockShare
    self.inflowShare = inflowShare
    self.groups = groups
    self.workFactor = workFactor
    self.otherFactor = otherFactor
    self.intervalFactor = intervalFactor
    self.onRequestOnly = onRequestOnly
    self.maximumMonths = maximumMonths
    self.nextSegment = nextSegment
    self.nextShare = nextShare
    self.registerShare = registerShare
    self.olderShare = olderShare
    self.searchPeriod = searchPeriod
    self.benefitFactor = benefitFactor
    self.returnSegment = returnSegment
    self.partTimeFromReadiness = partTimeFromReadiness
    self.partTimeBenefitShare = partTimeBenefitShare
  }

  /// Shares of a group in the segment's initial stock and among its applicants: the segment's own, or
  /// those of the population when it has none.
  ///
  /// - Complexity: O(groups).
  public func shares(of group: ClientGroup) -> (stock: Double, inflow: Double) {
    guard !groups.isEmpty else { return (group.stockShare, group.inflowShare) }
    let own = groups.first { $0.group == group.name }
    return (own?.stockShare ?? 0, own?.inflowShare ?? 0)
  }
}

extension PopulationSettings {
  /// Shares of the groups, in their order, over all segments: in the initial stock and among applicants.
  var groupShares: (stock: [Double], inflow: [Double]) {
    var result = (
      stock: Array(repeating: 0.0, count: groups.count),
      inflow: Array(repeating: 0.0, count: groups.count)
    )
    for segment in segments {
      for (index, group) in groups.enumerated() {
        let shares = segment.shares(of: group)
        result.stock[index] += segment.stockShare * shares.stock
        result.inflow[index] += segment.inflowShare * shares.inflow
      }
    }
    return result
  }
}

/// The share of one group within a segment.
public struct SegmentGroup: Sendable, Equatable {
  /// The group, by name.
  public var group: String
  /// Share of the segment's initial stock.
  public var stockShare: Double
  /// Share of the segment's new applicants.
  public var inflowShare: Double

  /// Makes a share.
  public init(group: String = "", stockShare: Double = 0, inflowShare: Double = 0) {
    self.group = group
    self.stockShare = stockShare
    self.inflowShare = inflowShare
  }
}

/// A change of law that happens at a rate, beside the limits of segments: a disability that turns out to
/// be permanent, a benefit that a partner's income changes into another.
public struct LawTransfer: Sendable, Equatable {
  /// The name of the transfer.
  public var name: String
  /// The segment that clients leave.
  public var from: String
  /// The segment that they go to; empty when they leave the organisation for good.
  public var to: String
  /// The true group of those whom it concerns; empty for all.
  public var group: String
  /// Transfers per client and year.
  public var perYear: Double

  /// Makes a transfer.
  public init(
    name: String = "", from: String = "", to: String = "", group: String = "", perYear: Double = 0
  ) {
    self.name = name
    self.from = from
    self.to = to
    self.group = group
    self.perYear = perYear
  }
}

/// A shock in a client's life, for example illness or a change in the household.
public struct LifeShock: Sendable, Equatable {
  /// The name of the shock.
  public var name: String
  /// Shocks per client and year.
  public var perYear: Double
  /// Loss of readiness.
  public var readinessLoss: Double
  /// The attribute that becomes a barrier; empty for none.
  public var barrier: String
  /// Share of shocks after which the client asks for contact.
  public var requestShare: Double

  /// Makes a shock.
  public init(
    name: String = "", perYear: Double = 0, readinessLoss: Double = 0, barrier: String = "",
    requestShare: Double = 0
  ) {
    self.name = name
    self.perYear = perYear
    self.readinessLoss = readinessLoss
    self.barrier = barrier
    self.requestShare = requestShare
  }
}

/// Who is in stock at the start, and how clients differ.
public struct PopulationSettings: Sendable, Equatable {
  /// Persons in stock at the start.
  public var clients: Int = 3_000
  /// Groups in order of rising readiness.
  public var groups: [ClientGroup] = [
    ClientGroup(
      name: "care", readinessFrom: 0, stockShare: 0.40, inflowShare: 0.22,
      initialSeenHigherShare: 0.12),
    ClientGroup(
      name: "development", readinessFrom: 0.40, stockShare: 0.36, inflowShare: 0.38,
      initialSeenLowerShare: 0.24, initialSeenHigherShare: 0.05),
    ClientGroup(
      name: "work", readinessFrom: 0.70, stockShare: 0.24, inflowShare: 0.40,
      initialSeenLowerShare: 0.38),
  ]
  /// Laws and kinds of clients; one when all are served under the same rules.
  public var segments: [ClientSegment] = [
    ClientSegment(name: "assistance", stockShare: 1, inflowShare: 1)
  ]
  /// Transfers between segments at a rate.
  public var transfers: [LawTransfer] = []
  /// Mean time on benefit of the initial stock, in years; below 0 the initial stock is what the exit
  /// rates leave of past inflow.
  public var initialDurationYears: Double = -1
  /// The longest time on benefit of the initial stock, in years.
  public var initialLongestYears: Double = 45
  /// Talks a year that those of the initial stock are taken to have had, as far as they made people leave;
  /// a policy of the run does not change who was here before it.
  public var initialTalksPerYear: Double = 1.25
  /// Share of all people, those whom a rest policy leaves alone first, that the past left alone.
  public var initialRestShare: Double = 0.25
  /// Talks a year that those whom the past left alone are taken to have had.
  public var initialRestTalksPerYear: Double = 0.2
  /// Odds that somebody whom a rest policy leaves alone first is in the initial stock, against others: whoever
  /// is left alone stays longer.
  public var initialRestOdds: Double = 1.35
  /// Coefficient of variation of the personal factor on exits to work (mean 1, gamma, cut at 4).
  public var exitHeterogeneity: Double = 0.7
  /// Coefficient of variation of the personal factor on other exits (mean 1, gamma, cut likewise).
  public var otherHeterogeneity: Double = 0.5
  /// Share of clients whose two personal factors come from the same draw; about their correlation.
  public var heterogeneityCorrelation: Double = 0.3
  /// The highest personal exit factor; higher draws are cut to it.
  public var exitFactorCut: Double = 4
  /// Mean motivation of clients.
  public var motivationMean: Double = 0.6
  /// Standard deviation of motivation between clients.
  public var motivationSpread: Double = 0.2
  /// Standard deviation of one spontaneous change of readiness.
  public var readinessChangeSpread: Double = 0.10
  /// Loss of readiness at a spontaneous change when the client has been unattended.
  public var readinessDriftUnattended: Double = 0.03
  /// Pull of readiness back to the client's own level at a spontaneous change.
  public var readinessReversion: Double = 0.3
  /// Days without two-way contact after which a client counts as unattended.
  public var unattendedAfterDays: Double = 182
  /// Gain in readiness at a completed planned contact.
  public var readinessGainPerContact: Double = 0.006
  /// Share of clients aged 55 or more in the stock.
  public var olderShare: Double = 0.44
  /// Standard deviation between clients of the log-odds of missing an appointment.
  public var reliabilitySpread: Double = 0.5
  /// Shocks in clients' lives.
  public var shocks: [LifeShock] = [
    LifeShock(
      name: "health", perYear: 0.06, readinessLoss: 0.12, barrier: "mentalHealth",
      requestShare: 0.3),
    LifeShock(
      name: "household", perYear: 0.05, readinessLoss: 0.05, barrier: "careDuties",
      requestShare: 0.5),
  ]

  /// Makes the default settings.
  public init() {}
}

/// New applications and the gate.
public struct InflowSettings: Sendable, Equatable {
  /// Applications a year by people without a benefit history in the model.
  public var applicationsPerYear: Double = 808
  /// Share of applications that is granted.
  public var grantedShare: Double = 0.667
  /// Relative height of the yearly peak (in January) above the mean.
  public var seasonalAmplitude: Double = 0
  /// Days of the search period for applicants of segments that have one.
  public var searchPeriodDays: Double = 28
  /// Share of applicants who do not come back after the search period.
  public var searchPeriodDropShare: Double = 0.3
  /// Share of applicants in the highest groups who are offered work in place of a benefit.
  public var workFirstShare: Double = 0
  /// The lowest group that is offered it, by name; empty means the highest group alone.
  public var workFirstFrom: String = ""
  /// Days of a contract in place of a benefit.
  public var workFirstDays: Double = 91
  /// Share of those contracts that end in regular work; the others come on benefit.
  public var workFirstSuccessShare: Double = 0.5
  /// Share of new clients announced by the agency of an earlier benefit.
  public var announcedShare: Double = 0
  /// Months between the announcement and the start of the benefit.
  public var announcedMonths: Double = 3
  /// Chance that an attribute known to that agency reaches the register at a warm handover.
  public var announcedKnowledgeShare: Double = 0.6
  /// Minutes that an announcement saves at the intake.
  public var announcedMinutesSaved: Double = 30
  /// Share of applicants who need a benefit for a short time only.
  public var shortSpellShare: Double = 0.15
  /// Factor on all their exits but pension and death.
  public var shortSpellFactor: Double = 5

  /// Makes the default settings.
  public init() {}
}
