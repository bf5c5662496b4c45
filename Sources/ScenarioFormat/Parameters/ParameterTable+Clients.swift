import CaseloadModel

extension ParameterTable {
  static let population = Binding<Scenario>.section(
    "population", \.population, "Who is in stock at the start, and how clients differ.",
    [
      .integer(
        "clients", \.clients, 1...5_000_000, unit: "persons", "Persons in stock at the start.",
        .given, .fixed,
        "E-056"),
      .list(
        "groups", \.groups, template: ClientGroup(),
        "Groups of clients by true distance to work, merged by name and kept in order of readiness.",
        [
          .text(
            "name", \.name, .name(allowsDots: false),
            "Name by which other sections refer to the group.", .fixed),
          .share(
            "readinessFrom", \.readinessFrom, of: "the readiness scale",
            "Lowest readiness of the group, which reaches up to the next group's lowest readiness.",
            .assumption, .fixed, "E-007", bounds: .shareBelowOne),
          .share(
            "stockShare", \.stockShare, of: "the initial stock",
            "Part of the initial stock that belongs to the group.", .assumption, .fixed, "E-007",
            "E-147"),
          .share(
            "inflowShare", \.inflowShare, of: "new applicants",
            "Part of new applicants that belongs to the group.", .assumption, .newcomers, "E-007"),
          .share(
            "initialSeenLowerShare", \.initialSeenLowerShare, of: "the group's initial stock",
            "Clients whom the organisation takes for one group lower at the start.",
            .assumption, .fixed),
          .share(
            "initialSeenHigherShare", \.initialSeenHigherShare, of: "the group's initial stock",
            "Clients whom the organisation takes for one group higher at the start.",
            .assumption, .fixed),
        ]),
      .list(
        "segments", \.segments, template: ClientSegment(),
        "Laws and kinds of clients, merged by name; one when all are served under the same rules.",
        segments),
      .list(
        "transfers", \.transfers, template: LawTransfer(),
        "Changes of law that happen at a rate, beside the limits of segments; merged by name.",
        transfers),
      .number(
        "initialDurationYears", \.initialDurationYears, .from(-1, to: 40), unit: "years",
        "Mean time on benefit of the initial stock; below 0 it is what the exit rates leave of past inflow.",
        .assumption, .fixed, "O-044"),
      .number(
        "initialLongestYears", \.initialLongestYears, .from(1, to: 60), unit: "years",
        "Longest time on benefit of the initial stock: a working life.", .assumption, .fixed),
      .number(
        "initialTalksPerYear", \.initialTalksPerYear, .from(0, to: 100),
        unit: "talks per client and year",
        "Talks that those of the initial stock are taken to have had, as far as they made people leave.",
        .assumption, .fixed),
      .share(
        "initialRestShare", \.initialRestShare, of: "all people",
        "Those whom the past left alone: the ones whom a rest policy of the run leaves alone first.",
        .assumption, .fixed),
      .number(
        "initialRestTalksPerYear", \.initialRestTalksPerYear, .from(0, to: 100),
        unit: "talks per client and year",
        "Talks that those of the initial stock who were left alone are taken to have had.",
        .assumption, .fixed),
      .number(
        "initialRestOdds", \.initialRestOdds, .from(0.1, to: 10), unit: "odds ratio",
        "Odds of those whom a rest policy leaves alone first to be in the initial stock: they stay longer.",
        .assumption, .fixed),
      .number(
        "exitHeterogeneity", \.exitHeterogeneity, .from(0, to: 3), unit: "coefficient of variation",
        "Spread between clients of a personal factor on exits to work (mean 1, gamma).", .free,
        .newcomers, "E-216"),
      .number(
        "otherHeterogeneity", \.otherHeterogeneity, .from(0, to: 3),
        unit: "coefficient of variation",
        "Spread between clients of a personal factor on other exits (mean 1, gamma).", .free,
        .newcomers, "O-052a"),
      .share(
        "heterogeneityCorrelation", \.heterogeneityCorrelation, of: "clients",
        "Clients whose two personal factors come from the same draw; about their correlation.",
        .assumption, .newcomers),
      .number(
        "exitFactorCut", \.exitFactorCut, .from(1, to: 100), unit: "factor",
        "Highest personal factor on exits; higher draws are cut to it.", .assumption, .newcomers),
      .share(
        "motivationMean", \.motivationMean, of: "the motivation scale",
        "Mean motivation of clients.",
        .assumption, .fixed),
      .number(
        "motivationSpread", \.motivationSpread, .from(0, to: 0.5), unit: "standard deviation",
        "Spread of motivation between clients.", .assumption, .newcomers),
      .number(
        "readinessChangeSpread", \.readinessChangeSpread, .from(0, to: 1),
        unit: "standard deviation",
        "Size of one spontaneous change of readiness.", .free, .fixed),
      .share(
        "readinessDriftUnattended", \.readinessDriftUnattended, of: "the readiness scale",
        "Loss of readiness at a spontaneous change when the client has been unattended.", .free,
        .fixed,
        "E-190", "E-216"),
      .share(
        "readinessReversion", \.readinessReversion, of: "the distance",
        "Part of the distance to the client's own level that a spontaneous change makes up.", .free,
        .fixed),
      .number(
        "unattendedAfterDays", \.unattendedAfterDays, .from(1, to: 3_650), unit: "calendar days",
        "Time without two-way contact after which a client counts as unattended.", .assumption,
        .fixed,
        "E-027"),
      .share(
        "readinessGainPerContact", \.readinessGainPerContact, of: "the readiness scale",
        "Gain in readiness at a completed planned contact.", .free, .anyTime, "E-267"),
      .share(
        "olderShare", \.olderShare, of: "the stock", "Part of the stock aged 55 or more.", .given,
        .newcomers,
        "O-056"),
      .number(
        "reliabilitySpread", \.reliabilitySpread, .from(0, to: 5),
        unit: "standard deviation of log-odds",
        "Spread between clients of how often they miss appointments.", .free, .newcomers, "E-262",
        "O-065"),
      .list(
        "shocks", \.shocks, template: LifeShock(),
        "Shocks in clients' lives, merged by name.", shocks),
    ])

  private static let segments: [Binding<ClientSegment>] = [
    .text(
      "name", \.name, .name(allowsDots: false),
      "Name by which other sections refer to the segment.", .fixed),
    .share(
      "stockShare", \.stockShare, of: "the initial stock",
      "Part of the initial stock that belongs to the segment.", .given, .fixed, "O-062"),
    .share(
      "inflowShare", \.inflowShare, of: "new applicants",
      "Part of new applicants that belongs to the segment.", .given, .newcomers, "O-062"),
    .list(
      "groups", \.groups, template: SegmentGroup(),
      "Groups within the segment; none means the shares of population.groups.",
      [
        .text("group", \.group, .groupName, "The group that the shares hold for.", .fixed),
        .share(
          "stockShare", \.stockShare, of: "the segment's initial stock",
          "Part of the segment's initial stock that belongs to the group.", .given, .fixed, "E-073"),
        .share(
          "inflowShare", \.inflowShare, of: "the segment's new applicants",
          "Part of the segment's new applicants that belongs to the group.", .assumption, .newcomers
        ),
      ]),
    .number(
      "workFactor", \.workFactor, .from(0, to: 20), unit: "factor",
      "Factor on exits to regular work.", .calibrated, .fixed, "E-149"),
    .number(
      "otherFactor", \.otherFactor, .from(0, to: 20), unit: "factor",
      "Factor on exits for other reasons.", .calibrated, .fixed, "O-062"),
    .number(
      "intervalFactor", \.intervalFactor, .above(0, to: 100), unit: "factor",
      "Factor on the time between contacts.", .assumption, .anyTime),
    .flag(
      "onRequestOnly", \.onRequestOnly, "Whether clients are served only when they ask for it.",
      .assumption, .anyTime, "E-094"),
    .number(
      "maximumMonths", \.maximumMonths, .from(0, to: 600), unit: "calendar months",
      "Longest time in the segment, at least a day; 0 when there is no limit.", .given, .newcomers,
      "E-140"),
    .text(
      "nextSegment", \.nextSegment, .text(limit: Names.longest),
      "Segment to which clients go at the limit; empty when they leave.", .fixed),
    .share(
      "nextShare", \.nextShare, of: "clients at the limit",
      "Clients who go to the next segment at the limit; the rest leaves for other reasons.", .given,
      .anyTime,
      "E-140"),
    .share(
      "registerShare", \.registerShare, of: "the segment",
      "Clients in the register that opens restricted instruments and jobs.", .assumption,
      .newcomers, "E-002"),
    .number(
      "olderShare", \.olderShare, .from(-1, to: 1), unit: "share of the segment",
      "Part aged 55 or more; below 0 means population.olderShare.", .assumption, .newcomers),
    .flag(
      "searchPeriod", \.searchPeriod,
      "Whether applicants have a search period before they are let in.", .assumption, .newcomers,
      "E-116"),
    .number(
      "benefitFactor", \.benefitFactor, .from(0, to: 20), unit: "factor",
      "Factor on the cost of the benefit.", .assumption, .fixed),
    .text(
      "returnSegment", \.returnSegment, .text(limit: Names.longest),
      "Segment to which people of this one return, when its rules no longer take them; empty for the same.",
      .anyTime),
    .share(
      "partTimeFromReadiness", \.partTimeFromReadiness, of: "the readiness scale",
      "Readiness from which part-time work beside the benefit is possible.", .assumption, .anyTime,
      "E-142", "O-064a"),
    .number(
      "partTimeBenefitShare", \.partTimeBenefitShare, .from(-1, to: 1),
      unit: "share of the benefit",
      "Part of the benefit still paid beside part-time work; below 0 means outflow.partTimeBenefitShare.",
      .assumption, .anyTime),
  ]

  private static let transfers: [Binding<LawTransfer>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the transfer.", .fixed),
    .text("from", \.from, .text(limit: Names.longest), "Segment that clients leave.", .fixed),
    .text(
      "to", \.to, .text(limit: Names.longest),
      "Segment that they go to; empty when they leave the organisation for good.", .fixed),
    .text(
      "group", \.group, .text(limit: Names.longest),
      "True group of those whom it concerns; empty for all.", .fixed),
    .number(
      "perYear", \.perYear, .from(0, to: 20), unit: "transfers per client and year",
      "How often the transfer happens.", .given, .anyTime, "O-063a"),
  ]

  private static let shocks: [Binding<LifeShock>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the shock.", .fixed),
    .number(
      "perYear", \.perYear, .from(0, to: 50), unit: "shocks per client and year",
      "How often the shock happens.", .free, .fixed, "E-148"),
    .share(
      "readinessLoss", \.readinessLoss, of: "the readiness scale", "Loss of readiness.", .free,
      .fixed),
    .text(
      "barrier", \.barrier, .text(limit: Names.longest),
      "Attribute that becomes a barrier to work; empty for none.", .fixed),
    .share(
      "requestShare", \.requestShare, of: "shocks",
      "Shocks after which the client asks for contact.",
      .free, .anyTime, "E-094"),
  ]

  static let inflow = Binding<Scenario>.section(
    "inflow", \.inflow, "New applications and the gate.",
    [
      .number(
        "applicationsPerYear", \.applicationsPerYear, .from(0, to: 5_000_000),
        unit: "applications per year",
        "Applications by people without a benefit history in the model.", .calibrated, .anyTime,
        "O-046",
        "O-047"),
      .share(
        "grantedShare", \.grantedShare, of: "applications", "Part of applications that is granted.",
        .given, .anyTime, "O-046"),
      .share(
        "seasonalAmplitude", \.seasonalAmplitude, of: "the mean rate",
        "Height of the yearly peak of applications (in January) above the mean.", .free, .anyTime),
      .number(
        "searchPeriodDays", \.searchPeriodDays, .from(0, to: 365), unit: "calendar days",
        "Search period before applicants of some segments are let in.", .assumption, .newcomers,
        "E-116"),
      .share(
        "searchPeriodDropShare", \.searchPeriodDropShare, of: "applicants with a search period",
        "Applicants who do not come back after it.", .free, .newcomers, "E-116"),
      .share(
        "workFirstShare", \.workFirstShare, of: "applicants in the highest groups",
        "Applicants who get a contract in place of a benefit.", .given, .newcomers, "E-196", "E-218"
      ),
      .text(
        "workFirstFrom", \.workFirstFrom, .text(limit: Names.longest),
        "Lowest group that is offered it; empty means the highest group alone.", .newcomers),
      .number(
        "workFirstDays", \.workFirstDays, .from(0, to: 730), unit: "calendar days",
        "Length of that contract.", .given, .newcomers, "E-218"),
      .share(
        "workFirstSuccessShare", \.workFirstSuccessShare, of: "those contracts",
        "Contracts that end in regular work; the others come on benefit.", .free, .newcomers,
        "E-218"),
      .share(
        "announcedShare", \.announcedShare, of: "granted applications",
        "New clients announced by the agency of an earlier benefit.", .assumption, .newcomers,
        "E-219"),
      .number(
        "announcedMonths", \.announcedMonths, .from(0, to: 24), unit: "calendar months",
        "Time between the announcement and the start of the benefit.", .given, .newcomers, "E-219"),
      .share(
        "announcedKnowledgeShare", \.announcedKnowledgeShare, of: "attributes",
        "What the earlier agency knows that reaches the register.", .free, .anyTime, "E-219",
        "E-220"),
      .number(
        "announcedMinutesSaved", \.announcedMinutesSaved, .from(0, to: 480), unit: "minutes",
        "Time that an announcement saves at the intake.", .assumption, .anyTime, "E-219"),
      .share(
        "shortSpellShare", \.shortSpellShare, of: "applicants",
        "Applicants who need a benefit for a short time only.", .free, .newcomers, "O-052a"),
      .number(
        "shortSpellFactor", \.shortSpellFactor, .from(1, to: 50), unit: "factor",
        "Factor on all their exits but pension and death.", .free, .newcomers, "O-052a"),
    ])

  static let outflow = Binding<Scenario>.section(
    "outflow", \.outflow, "Exits by reason, and relapse.",
    [
      .list(
        "rates", \.rates, template: ExitRates(),
        "Exit rates of each group without attention, for a client of average heterogeneity.",
        exitRates),
      .number(
        "pensionAndDeathPerYear", \.pensionAndDeathPerYear, .from(0, to: 1),
        unit: "exits per client and year", "Exits to pension and by death.", .assumption, .anyTime),
      .number(
        "contactHalfLifeDays", \.contactHalfLifeDays, .from(1, to: 3_650), unit: "calendar days",
        "Time after which half of a client's stock of attention is gone.", .assumption, .anyTime),
      attention,
      atContact,
      atInvitation,
      .number(
        "motivationEffectOnWork", \.motivationEffectOnWork, .from(0, to: 5),
        unit: "relative change per unit of motivation",
        "How much more often a motivated client leaves for work.", .assumption, .anyTime, "E-117"),
      .share(
        "durationEffectOnWork", \.durationEffectOnWork, of: "the rate, per doubling",
        "Relative loss of the chance of work per doubling of time on benefit beyond durationEffectFromMonths.",
        .free, .anyTime, "E-190", "E-216", bounds: .shareBelowOne),
      .number(
        "durationEffectFromMonths", \.durationEffectFromMonths, .above(0, to: 600),
        unit: "calendar months", "Time on benefit from which doublings count.", .assumption,
        .anyTime),
      .share(
        "durationEffectOnOther", \.durationEffectOnOther, of: "the rate, per doubling",
        "Relative loss of the chance of other exits per doubling of time on benefit beyond half a year.",
        .free, .anyTime, "E-216", bounds: .shareBelowOne),
      .share(
        "relapseShare", \.relapseShare, of: "leavers",
        "Leavers who return in the long run, after an exit for reasons of their own life.",
        .calibrated, .newcomers, "O-049a"),
      .number(
        "relapseShape", \.relapseShape, .from(0.1, to: 5), unit: "Weibull shape",
        "Shape of the time after which an exit fails; below 1 soon is the likeliest.", .assumption,
        .newcomers),
      .number(
        "relapseScaleDays", \.relapseScaleDays, .from(1, to: 36_500), unit: "calendar days",
        "Weibull scale of the time after which an exit fails.", .calibrated, .newcomers, "O-049a"),
      .number(
        "relapseFactorWork", \.relapseFactorWork, .from(0, to: 10), unit: "factor",
        "Factor of an exit to work on the chance to return.", .calibrated, .newcomers,
        "O-049b"),
      .number(
        "relapseFactorSanction", \.relapseFactorSanction, .from(0, to: 10), unit: "factor",
        "Factor of a benefit ended for missed appointments or a check on the chance to return.",
        .assumption, .newcomers, "E-123"),
      .number(
        "relapseFactorLimit", \.relapseFactorLimit, .from(0, to: 10), unit: "factor",
        "Factor of the longest time under a law on the chance to return.", .assumption, .newcomers),
      .number(
        "relapseUnreadyEffect", \.relapseUnreadyEffect, .from(0, to: 20),
        unit: "relative change per unit of readiness",
        "How much more often a client returns from work who was short of the readiness of the highest group.",
        .assumption, .newcomers, "E-096"),
      .share(
        "relapseLateShare", \.relapseLateShare, of: "returns",
        "Returns that follow a new loss of income, not an exit that does not hold.", .free,
        .newcomers),
      .number(
        "relapseLateYears", \.relapseLateYears, .above(0, to: 50), unit: "years",
        "Mean time to such a return.", .assumption, .newcomers),
      .number(
        "partTimeStartsPerYear", \.partTimeStartsPerYear, .from(0, to: 20),
        unit: "starts per client and year",
        "Starts of part-time work beside the benefit in the highest group, in proportion to readiness.",
        .calibrated, .anyTime, "O-056", "E-146"),
      .number(
        "partTimeEndsPerYear", \.partTimeEndsPerYear, .from(0, to: 50),
        unit: "ends per client and year", "Ends of part-time work beside the benefit.", .free,
        .anyTime),
      .number(
        "partTimeWorkFactor", \.partTimeWorkFactor, .from(0, to: 20), unit: "factor",
        "Factor on exits to work of a client who works part time.", .free, .anyTime, "E-119"),
      .share(
        "partTimeBenefitShare", \.partTimeBenefitShare, of: "the benefit",
        "Part of the benefit still paid beside part-time work.", .assumption, .anyTime),
      .share(
        "aftercareShare", \.aftercareShare, of: "exits to work",
        "Exits to work that get aftercare.",
        .assumption, .anyTime, "E-190"),
      .number(
        "aftercareMinutes", \.aftercareMinutes, .from(0, to: 4_800), unit: "minutes",
        "Work of aftercare per exit to work.", .assumption, .anyTime),
      .number(
        "aftercareRelapseFactor", \.aftercareRelapseFactor, .from(0, to: 10), unit: "factor",
        "Factor of aftercare on the chance to return.", .free, .newcomers, "E-190"),
    ])

  private static let exitRates: [Binding<ExitRates>] = [
    .text("group", \.group, .groupName, "The group that the rates hold for.", .fixed),
    .number(
      "workPerYear", \.workPerYear, .from(0, to: 20), unit: "exits per client and year",
      "Exits to regular work.", .calibrated, .anyTime, "O-046", "E-149"),
    .number(
      "subsidisedPerYear", \.subsidisedPerYear, .from(0, to: 20), unit: "exits per client and year",
      "Exits to subsidised work.", .calibrated, .anyTime, "E-149"),
    .number(
      "otherPerYear", \.otherPerYear, .from(0, to: 20), unit: "exits per client and year",
      "Exits for other reasons that a client's own life brings (partner, income, moving).",
      .calibrated, .anyTime, "O-046"),
    .number(
      "contactEffectOnWork", \.contactEffectOnWork, .from(-1, to: 10), unit: "relative change",
      "Added share of work exits under full attention at any readiness; below 0 readiness decides.",
      .free, .anyTime,
      "O-012", "O-013", "O-017", "O-023"),
    .number(
      "contactEffectOnOther", \.contactEffectOnOther, .from(-1, to: 10), unit: "relative change",
      "Added share of other exits under full attention at any readiness; below 0 readiness decides.",
      .free, .anyTime, "O-015", "E-268"),
  ]
}
