import CaseloadModel

extension ParameterTable {
  static let staffing = Binding<Scenario>.section(
    "staffing", \.staffing, "Workers, hours, absence and turnover.",
    [
      .number(
        "fte", \.fte, .above(0, to: 100_000), unit: "full-time equivalents",
        "Caseworkers in full-time equivalents.", .given, .anyTime, "E-056"),
      .choice(
        "rule", \.rule,
        "What the number of caseworkers follows: fte, a budget, norm hours or clients per fte.",
        .assumption, .anyTime, "E-038", "E-048"),
      .number(
        "budgetPerYearEuro", \.budgetPerYearEuro, .from(0, to: 1e12), unit: "euro per year",
        "Money for caseworkers, when a budget sets their number.", .assumption, .anyTime, "E-038"),
      .list(
        "roles", \.roles, template: StaffRole(),
        "Staff beside the caseworkers, merged by name.", roles),
      .number(
        "fullTimeHoursPerWeek", \.fullTimeHoursPerWeek, .above(0, to: 60), unit: "hours per week",
        "Hours of one full-time equivalent.", .assumption, .fixed, "O-060"),
      .number(
        "contractHoursPerWeek", \.contractHoursPerWeek, .above(0, to: 60), unit: "hours per week",
        "Contract hours of one worker.", .assumption, .fixed),
      .number(
        "leaveDaysPerYear", \.leaveDaysPerYear, .from(0, to: 200), unit: "days per year",
        "Leave and other planned absence of a full-time worker.", .assumption, .fixed, "O-060"),
      .section(
        "leavePattern", \.leavePattern,
        "When in the year leave is taken; days beyond these weeks lie anywhere.",
        [
          .integer(
            "summerWeeks", \.summerWeeks, 0...8, unit: "weeks",
            "Weeks of leave in a row in summer.",
            .assumption, .fixed),
          .integer(
            "summerMonth", \.summerMonth, 1...12, unit: "month of the year",
            "Month from which summer leave can begin.", .assumption, .fixed),
          .integer(
            "summerStartWeeks", \.summerStartWeeks, 1...20, unit: "weeks",
            "Time from the beginning of that month over which the beginnings of summer leave are spread.",
            .assumption, .fixed),
          .integer(
            "singleWeeks", \.singleWeeks, 0...40, unit: "weeks",
            "Single weeks of leave at any time of the year.", .assumption, .fixed),
        ]),
      .share(
        "smallestContractShare", \.smallestContractShare, of: "the usual contract",
        "Smallest contract for what remains of the staff; less than that joins the last worker's hours.",
        .assumption, .fixed),
      .share(
        "sicknessShare", \.sicknessShare, of: "working days", "Working days lost to sickness.",
        .assumption, .anyTime, "O-060", bounds: .shareBelowOne),
      .number(
        "sicknessSpellsPerYear", \.sicknessSpellsPerYear, .from(0, to: 20),
        unit: "spells per worker and year", "Number of sickness spells.", .assumption, .anyTime),
      .number(
        "sicknessLengthVariation", \.sicknessLengthVariation, .from(0, to: 5),
        unit: "coefficient of variation", "Spread of the length of a sickness spell.", .assumption,
        .anyTime),
      .share(
        "absenceTakeOverShare", \.absenceTakeOverShare, of: "appointments of an absent worker",
        "Appointments that colleagues take over; of the rest most are put off.", .free, .anyTime,
        "O-022a"),
      .share(
        "absenceLapseShare", \.absenceLapseShare, of: "appointments that nobody takes over",
        "Appointments that lapse, so that the next contact comes on its norm date.", .assumption,
        .anyTime, "O-022a"),
      .number(
        "turnoverPerYear", \.turnoverPerYear, .from(0, to: 10),
        unit: "departures per worker and year",
        "Workers who leave.", .assumption, .anyTime),
      .number(
        "hiringDelayDays", \.hiringDelayDays, .from(0, to: 3_650), unit: "calendar days",
        "Time until a worker who left is replaced.", .assumption, .newcomers),
      .number(
        "learningMonths", \.learningMonths, .from(0, to: 60), unit: "calendar months",
        "Time until a new worker is as fast as the others.", .assumption, .anyTime, "O-026"),
      .number(
        "learningStartSpeed", \.learningStartSpeed, .from(StaffingSettings.lowestSpeed, to: 1),
        unit: "factor",
        "Speed of a worker on the first day, against that of an experienced one.", .free, .anyTime,
        "O-026"),
      .number(
        "swapsPerYear", \.swapsPerYear, .from(0, to: 50), unit: "swaps per worker and year",
        "Moments at which a worker swaps part of the caseload with a colleague.", .calibrated,
        .anyTime,
        "E-078"),
      .share(
        "swapShare", \.swapShare, of: "the caseload",
        "Part of the caseload that changes hands at a swap.",
        .assumption, .anyTime, "E-078"),
      .share(
        "administrationShare", \.administrationShare, of: "time in office",
        "Time that administration claims, registration included.", .given, .anyTime, "E-086",
        "E-087",
        bounds: .shareBelowOne),
      .share(
        "sideTaskShare", \.sideTaskShare, of: "time in office",
        "Time that coordination and side tasks claim.", .free, .anyTime, "E-050", "E-051",
        bounds: .shareBelowOne),
      .number(
        "skillSpread", \.skillSpread, .from(0, to: 1), unit: "standard deviation (mean 1)",
        "Spread between workers of what their talks yield in knowledge.", .free, .newcomers, "O-026"
      ),
      .number(
        "skillSpreadExits", \.skillSpreadExits, .from(0, to: 1.5),
        unit: "standard deviation of the logarithm (mean 1)",
        "Spread between workers of what their talks yield in exits and steps.", .free, .anyTime,
        "O-025", "O-026"),
      .number(
        "skillCut", \.skillCut, .from(0.5, to: 4), unit: "standard deviations",
        "How far a worker's skill lies from the mean at most; further is cut, so that exit rates have a bound.",
        .assumption, .fixed),
      .number(
        "skillShift", \.skillShift, .from(-3, to: 3), unit: "standard deviations",
        "How much more skilled all workers are.", .assumption, .fixed, "O-025"),
      .number(
        "pressureHighFromDays", \.pressureHighFromDays, .above(0, to: 1_000), unit: "working days",
        "Mean of the backlog from which workers call the pressure high.", .calibrated, .anyTime,
        "E-053"),
      .number(
        "pressureHighVariation", \.pressureHighVariation, .from(0, to: 3),
        unit: "coefficient of variation",
        "Spread between workers of the backlog from which they call the pressure high.", .free,
        .newcomers,
        "E-022"),
      .number(
        "pressureEffectOnSickness", \.pressureEffectOnSickness, .from(0, to: 10),
        unit: "share of the rate of sickness spells",
        "Rise of the rate of sickness spells while a worker is under high pressure; 0 for none.",
        .assumption, .anyTime),
      .number(
        "pressureEffectOnTurnover", \.pressureEffectOnTurnover, .from(0, to: 10),
        unit: "share of the rate of departures",
        "Rise of the rate at which workers leave while under high pressure; 0 for none.",
        .assumption, .anyTime),
      .section(
        "triage", \.triage, "How workers scale what they attempt to the time that they have.",
        [
          .share(
            "discretion", \.discretion, of: "the way from overdue contacts to the room ahead",
            "How far workers scale what they attempt to their time; 0: all overdue work is felt.",
            .free, .anyTime, "E-019", "E-022"),
          .number(
            "discretionSpread", \.discretionSpread, .from(0, to: 1), unit: "standard deviation",
            "Spread between workers of their discretion.", .free, .anyTime, "E-022"),
          .number(
            "roomDays", \.roomDays, .from(0, to: 1_000), unit: "working days",
            "Days ahead whose room for contacts a worker looks at.", .assumption, .anyTime),
        ]),
      .section(
        "lateness", \.lateness, "From when due work counts as not got to.",
        [
          .number(
            "contactDays", \.contactDays, .from(0, to: 3_650), unit: "calendar days",
            "Time after its date from which a planned contact counts as put off too long.",
            .assumption, .anyTime, "E-054"),
          .number(
            "taskDays", \.taskDays, .from(0, to: 3_650), unit: "calendar days",
            "Time from which a task counts as left too long.", .assumption, .anyTime, "E-054"),
          .share(
            "share", \.share, of: "the due work of one kind",
            "Part dropped or late above which a worker does not get to the kind.", .assumption,
            .anyTime, "E-054"),
        ]),
    ])

  static let caseload = Binding<Scenario>.section(
    "caseload", \.caseload, "Assignment of clients to workers.",
    [
      .number(
        "normPerFte", \.normPerFte, .above(0, to: 10_000), unit: "clients per fte",
        "Clients that the organisation regards as a normal caseload; it sets staff by rule caseloadNorm.",
        .given, .anyTime, "E-056"),
      .number(
        "capPerFte", \.capPerFte, .from(0, to: 10_000), unit: "clients per fte",
        "Most clients a worker may have, above which new clients wait; 0 means no cap.",
        .assumption, .anyTime,
        "O-084a"),
      .number(
        "tooLargeFrom", \.tooLargeFrom, .above(0, to: 10_000), unit: "clients per fte",
        "Mean of the caseload that workers themselves call too large.", .calibrated, .anyTime,
        "E-098",
        "E-163"),
      .number(
        "tooLargeSpread", \.tooLargeSpread, .from(0, to: 1_000), unit: "standard deviation",
        "Spread between workers of the caseload they call too large.", .calibrated, .anyTime,
        "E-098"),
      .share(
        "tooLargeByWorkShare", \.tooLargeByWorkShare, of: "the judgement",
        "How far workers judge their caseload by the work that its clients ask for, and not by number.",
        .assumption, .anyTime, "E-021", "E-098"),
      .integer(
        "teamSize", \.teamSize, 1...1_000, unit: "workers",
        "Workers who share a caseload; 1 means individual caseloads.", .assumption, .fixed, "E-008"),
      .share(
        "teamKnowledgeShare", \.teamKnowledgeShare, of: "privately held items",
        "Chance that an item one worker holds is known to a colleague of the team.", .free,
        .anyTime, "E-008"),
      .choice(
        "specialisation", \.specialisation,
        "How caseworkers divide kinds of clients: not at all, by segment, or by believed group.",
        .assumption, .fixed, "E-099"),
      .number(
        "specialistYield", \.specialistYield, .from(0, to: 10), unit: "factor",
        "Factor on the yield of a talk by a specialist.", .free, .anyTime, "E-099"),
    ])

  private static let roles: [Binding<StaffRole>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the role.", .fixed),
    .number(
      "fte", \.fte, .from(0, to: 100_000), unit: "full-time equivalents",
      "Staff of the role in full-time equivalents.", .given, .anyTime, "E-009", "E-012"),
    .number(
      "ftePerYearEuro", \.ftePerYearEuro, .from(0, to: 1_000_000), unit: "euro per year",
      "Price of one full-time equivalent.", .assumption, .anyTime, "O-059"),
    .share(
      "administrationShare", \.administrationShare, of: "time in office",
      "Time that administration of its own claims.", .assumption, .anyTime, bounds: .shareBelowOne),
    .share(
      "sideTaskShare", \.sideTaskShare, of: "time in office",
      "Time that coordination and side tasks claim.", .assumption, .anyTime, "E-050",
      bounds: .shareBelowOne),
    .flag(
      "carriesCaseload", \.carriesCaseload, "Whether the role has clients of its own.", .assumption,
      .fixed,
      "E-009"),
    .texts(
      "segments", \.segments, "Segments whose clients the role carries; none means all.", .anyTime),
    .texts(
      "groups", \.groups, "Groups whose clients the role carries; none means all.",
      .anyTime),
    .flag(
      "restOnly", \.restOnly,
      "Whether the role carries only clients whom the rest policy leaves alone.", .assumption,
      .fixed,
      "E-012"),
    .share(
      "clientShare", \.clientShare, of: "those clients",
      "Part of those clients that the role carries; the rest goes to the caseworkers.", .assumption,
      .anyTime,
      "E-009"),
    taken("administrationTaken", \.administrationTaken, "caseworkers' general administration"),
    taken("registrationTaken", \.registrationTaken, "registrations"),
    taken("requestsTaken", \.requestsTaken, "clients' requests"),
    taken("emailsTaken", \.emailsTaken, "letters and e-mails"),
    taken("trajectoryRequestsTaken", \.trajectoryRequestsTaken, "requests for instruments"),
    taken("assessmentsTaken", \.assessmentsTaken, "assessments"),
    taken("matchingTaken", \.matchingTaken, "matching with vacancies"),
    taken("enforcementTaken", \.enforcementTaken, "checks of the right to the benefit"),
  ]

  private static func taken(
    _ key: String, _ path: Path<StaffRole, Double>, _ work: String
  ) -> Binding<StaffRole> {
    .share(
      key, path, of: work, "Part of \(work) that the role takes over.", .assumption, .anyTime,
      "E-012",
      "E-034")
  }

  static let trajectories = Binding<Scenario>.section(
    "trajectories", \.trajectories, "Instruments that a client can be sent on.",
    [
      .list(
        "instruments", \.instruments, template: Instrument(), "The instruments, merged by name.",
        instruments),
      .share(
        "offerShareForNeed", \.offerShareForNeed, of: "contacts with a client with a known need",
        "Least chance that an instrument which serves a known need is proposed.", .free, .anyTime,
        "E-101", "E-105"),
      .number(
        "lengthVariation", \.lengthVariation, .from(0, to: 3), unit: "coefficient of variation",
        "Spread of the length of a trajectory, and of the wait before it.", .assumption, .newcomers),
    ])

  private static let instruments: [Binding<Instrument>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the instrument.", .fixed),
    .text(
      "fromGroup", \.fromGroup, .groupName, "Lowest believed group that may start it.", .anyTime),
    .text("toGroup", \.toGroup, .groupName, "Highest believed group that may start it.", .anyTime),
    .share(
      "proposalShare", \.proposalShare, of: "completed contacts",
      "Chance that the worker proposes it to an eligible client at a contact.", .free, .anyTime,
      "E-215"),
    .integer(
      "places", \.places, 0...5_000_000, unit: "clients",
      "Clients who can be on it at the same time.", .assumption, .anyTime, "E-113"),
    .number(
      "requestMinutes", \.requestMinutes, .from(0, to: 4_800), unit: "minutes",
      "Worker's time to request it.", .assumption, .anyTime, "E-109"),
    .number(
      "priceEuro", \.priceEuro, .from(0, to: 1_000_000), unit: "euro per start",
      "Price of one start.",
      .assumption, .anyTime, "O-061"),
    .number(
      "waitingDays", \.waitingDays, .from(0, to: 3_650), unit: "calendar days",
      "Mean time from request to start, apart from waiting for a place.", .assumption, .newcomers),
    .number(
      "durationDays", \.durationDays, .above(0, to: 3_650), unit: "calendar days", "Mean length.",
      .assumption, .newcomers, "E-199", "E-258"),
    .share(
      "dropOutShare", \.dropOutShare, of: "starts", "Starts that end early.", .free, .newcomers,
      "E-226"),
    .share(
      "successShare", \.successShare, of: "starts", "Starts that end in success.", .given,
      .newcomers, "E-152",
      "E-153"),
    .number(
      "knowledgeFit", \.knowledgeFit, .from(0, to: 5),
      unit: "relative change per unit of currency",
      "How strongly success follows what is known of the client at the start, against a client just in view.",
      .free, .newcomers, "E-215"),
    .share(
      "readinessGain", \.readinessGain, of: "the readiness scale", "Gain in readiness at success.",
      .free, .anyTime),
    .number(
      "lockInFactor", \.lockInFactor, .from(0, to: 1), unit: "factor",
      "Factor on exits to work while it runs.", .free, .anyTime),
    .share(
      "placementShare", \.placementShare, of: "successes",
      "Chance of an exit to work directly at success.", .free, .anyTime, "E-152"),
    .flag(
      "isSubsidised", \.isSubsidised, "Whether a placement counts as subsidised work.", .assumption,
      .anyTime,
      "E-115"),
    .texts(
      "segments", \.segments, "Segments that may start it; none means all.", .anyTime),
    .flag(
      "registerOnly", \.registerOnly,
      "Whether it is open only to clients in the register of restricted instruments.", .assumption,
      .anyTime,
      "E-002"),
    .integer(
      "limitPerSpell", \.limitPerSpell, 0...1_000, unit: "starts per client and spell",
      "Starts that a client may have in one spell; 0 means no limit.", .given, .anyTime, "E-151"),
    .number(
      "budgetPerYearEuro", \.budgetPerYearEuro, .from(0, to: 1e12), unit: "euro per calendar year",
      "Money for it; 0 means no limit.", .given, .anyTime, "E-113"),
    .number(
      "assessmentMinutes", \.assessmentMinutes, .from(0, to: 4_800), unit: "minutes",
      "Assessment before the request.", .assumption, .anyTime, "E-049"),
    .number(
      "followUpDays", \.followUpDays, .from(0, to: 3_650), unit: "calendar days",
      "Time between talks on progress while it runs, at least a day; 0 means none.", .assumption,
      .anyTime, "E-258"),
    .number(
      "followUpMinutes", \.followUpMinutes, .from(0, to: 480), unit: "minutes",
      "Length of one talk on progress.", .assumption, .anyTime),
    .number(
      "workFactorAfter", \.workFactorAfter, .from(0, to: 20), unit: "factor",
      "Factor on exits to work for a while after success.", .free, .newcomers, "E-226"),
    .number(
      "workFactorAfterDays", \.workFactorAfterDays, .from(0, to: 36_500), unit: "calendar days",
      "Time for which workFactorAfter holds after success.", .assumption, .newcomers, "E-226"),
    .number(
      "relapseFactor", \.relapseFactor, .from(0, to: 10), unit: "factor",
      "Factor on the chance to return after a placement.", .free, .newcomers, "E-096"),
    .text(
      "removesBarrier", \.removesBarrier, .text(limit: Names.longest),
      "Attribute whose barrier it takes away at success; empty for none.", .anyTime),
  ]
}
