import CaseloadModel

extension ParameterTable {
  static let staffing = Binding<Scenario>.section(
    "staffing", \.staffing, "Workers, hours, absence and turnover.",
    [
      .number(
        "fte", \.fte, .above(0, to: 100_000), unit: "full-time equivalents",
        "Caseworkers in full-time equivalents.", .given, "E-056"),
      .choice(
        "rule", \.rule,
        "What the number of caseworkers follows: fte, a budget, norm hours or clients per fte.",
        .assumption, "E-038", "E-048"),
      .number(
        "budgetPerYearEuro", \.budgetPerYearEuro, .from(0, to: 1e12), unit: "euro per year",
        "Money for caseworkers, when a budget sets their number.", .assumption, "E-038"),
      .list(
        "roles", \.roles, template: StaffRole(),
        "Staff beside the caseworkers, merged by name.", roles),
      .number(
        "fullTimeHoursPerWeek", \.fullTimeHoursPerWeek, .above(0, to: 60), unit: "hours per week",
        "Hours of one full-time equivalent.", .assumption, "O-060"),
      .number(
        "contractHoursPerWeek", \.contractHoursPerWeek, .above(0, to: 60), unit: "hours per week",
        "Contract hours of one worker.", .assumption),
      .number(
        "leaveDaysPerYear", \.leaveDaysPerYear, .from(0, to: 200), unit: "days per year",
        "Leave and other planned absence of a full-time worker.", .assumption, "O-060"),
      .share(
        "sicknessShare", \.sicknessShare, of: "working days", "Working days lost to sickness.",
        .assumption, "O-060", bounds: .shareBelowOne),
      .number(
        "sicknessSpellsPerYear", \.sicknessSpellsPerYear, .from(0, to: 20),
        unit: "spells per worker and year", "Number of sickness spells.", .assumption),
      .number(
        "sicknessLengthVariation", \.sicknessLengthVariation, .from(0, to: 5),
        unit: "coefficient of variation", "Spread of the length of a sickness spell.", .assumption),
      .number(
        "turnoverPerYear", \.turnoverPerYear, .from(0, to: 10),
        unit: "departures per worker and year",
        "Workers who leave.", .assumption),
      .number(
        "hiringDelayDays", \.hiringDelayDays, .from(0, to: 3_650), unit: "calendar days",
        "Time until a worker who left is replaced.", .assumption),
      .number(
        "learningMonths", \.learningMonths, .from(0, to: 60), unit: "calendar months",
        "Time until a new worker is as fast as the others.", .assumption, "O-026"),
      .number(
        "learningStartSpeed", \.learningStartSpeed, .above(0, to: 1), unit: "factor",
        "Speed of a worker on the first day, against that of an experienced one.", .free, "O-026"),
      .number(
        "swapsPerYear", \.swapsPerYear, .from(0, to: 50), unit: "swaps per worker and year",
        "Moments at which a worker swaps part of the caseload with a colleague.", .calibrated,
        "E-078"),
      .share(
        "swapShare", \.swapShare, of: "the caseload",
        "Part of the caseload that changes hands at a swap.",
        .assumption, "E-078"),
      .share(
        "administrationShare", \.administrationShare, of: "time in office",
        "Time that administration claims, registration included.", .given, "E-086", "E-087",
        bounds: .shareBelowOne),
      .share(
        "sideTaskShare", \.sideTaskShare, of: "time in office",
        "Time that coordination and side tasks claim.", .free, "E-050", "E-051",
        bounds: .shareBelowOne),
      .number(
        "skillSpread", \.skillSpread, .from(0, to: 1), unit: "standard deviation (mean 1)",
        "Spread of skill between workers.", .free, "O-025", "O-026"),
      .number(
        "pressureHighFromDays", \.pressureHighFromDays, .above(0, to: 1_000), unit: "working days",
        "Mean of the backlog from which workers call the pressure high.", .calibrated, "E-053"),
      .number(
        "pressureHighVariation", \.pressureHighVariation, .from(0, to: 3),
        unit: "coefficient of variation",
        "Spread between workers of the backlog from which they call the pressure high.", .free,
        "E-022"),
    ])

  static let caseload = Binding<Scenario>.section(
    "caseload", \.caseload, "Assignment of clients to workers.",
    [
      .number(
        "normPerFte", \.normPerFte, .above(0, to: 10_000), unit: "clients per fte",
        "Clients that the organisation regards as a normal caseload; it sets staff by rule caseloadNorm.",
        .given, "E-056"),
      .number(
        "capPerFte", \.capPerFte, .from(0, to: 10_000), unit: "clients per fte",
        "Most clients a worker may have, above which new clients wait; 0 means no cap.",
        .assumption,
        "O-084a"),
      .number(
        "tooLargeFrom", \.tooLargeFrom, .above(0, to: 10_000), unit: "clients per fte",
        "Mean of the caseload that workers themselves call too large.", .calibrated, "E-098",
        "E-163"),
      .number(
        "tooLargeSpread", \.tooLargeSpread, .from(0, to: 1_000), unit: "standard deviation",
        "Spread between workers of the caseload they call too large.", .calibrated, "E-098"),
      .integer(
        "teamSize", \.teamSize, 1...1_000, unit: "workers",
        "Workers who share a caseload; 1 means individual caseloads.", .assumption, "E-008"),
      .share(
        "teamKnowledgeShare", \.teamKnowledgeShare, of: "privately held items",
        "Chance that an item one worker holds is known to a colleague of the team.", .free, "E-008"),
      .choice(
        "specialisation", \.specialisation,
        "How caseworkers divide kinds of clients: not at all, by segment, or by believed group.",
        .assumption, "E-099"),
      .number(
        "specialistYield", \.specialistYield, .from(0, to: 10), unit: "factor",
        "Factor on the yield of a talk by a specialist.", .free, "E-099"),
    ])

  private static let roles: [Binding<StaffRole>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the role."),
    .number(
      "fte", \.fte, .from(0, to: 100_000), unit: "full-time equivalents",
      "Staff of the role in full-time equivalents.", .given, "E-009", "E-012"),
    .number(
      "ftePerYearEuro", \.ftePerYearEuro, .from(0, to: 1_000_000), unit: "euro per year",
      "Price of one full-time equivalent.", .assumption, "O-059"),
    .share(
      "administrationShare", \.administrationShare, of: "time in office",
      "Time that administration of its own claims.", .assumption, bounds: .shareBelowOne),
    .share(
      "sideTaskShare", \.sideTaskShare, of: "time in office",
      "Time that coordination and side tasks claim.", .assumption, "E-050", bounds: .shareBelowOne),
    .flag(
      "carriesCaseload", \.carriesCaseload, "Whether the role has clients of its own.", .assumption,
      "E-009"),
    .texts(
      "segments", \.segments, limit: 64,
      "Segments whose clients the role carries; none means all."),
    .texts(
      "groups", \.groups, limit: 64, "Groups whose clients the role carries; none means all."),
    .flag(
      "restOnly", \.restOnly,
      "Whether the role carries only clients whom the rest policy leaves alone.", .assumption,
      "E-012"),
    .share(
      "clientShare", \.clientShare, of: "those clients",
      "Part of those clients that the role carries; the rest goes to the caseworkers.", .assumption,
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
      key, path, of: work, "Part of \(work) that the role takes over.", .assumption, "E-012",
      "E-034")
  }

  static let trajectories = Binding<Scenario>.section(
    "trajectories", \.trajectories, "Instruments that a client can be sent on.",
    [
      .list(
        "instruments", \.instruments, template: Instrument(), "The instruments, merged by name.",
        instruments),
      .number(
        "lengthVariation", \.lengthVariation, .from(0, to: 3), unit: "coefficient of variation",
        "Spread of the length of a trajectory.", .assumption),
    ])

  private static let instruments: [Binding<Instrument>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the instrument."),
    .text("fromGroup", \.fromGroup, .groupName, "Lowest believed group that may start it."),
    .text("toGroup", \.toGroup, .groupName, "Highest believed group that may start it."),
    .share(
      "proposalShare", \.proposalShare, of: "completed contacts",
      "Chance that the worker proposes it to an eligible client at a contact.", .free, "E-215"),
    .integer(
      "places", \.places, 0...5_000_000, unit: "clients",
      "Clients who can be on it at the same time.", .assumption, "E-113"),
    .number(
      "requestMinutes", \.requestMinutes, .from(0, to: 4_800), unit: "minutes",
      "Worker's time to request it.", .assumption, "E-109"),
    .number(
      "priceEuro", \.priceEuro, .from(0, to: 1_000_000), unit: "euro per start",
      "Price of one start.",
      .assumption, "O-061"),
    .number(
      "waitingDays", \.waitingDays, .from(0, to: 3_650), unit: "calendar days",
      "Mean time from request to start, apart from waiting for a place.", .assumption),
    .number(
      "durationDays", \.durationDays, .above(0, to: 3_650), unit: "calendar days", "Mean length.",
      .assumption, "E-199", "E-258"),
    .share(
      "dropOutShare", \.dropOutShare, of: "starts", "Starts that end early.", .free, "E-226"),
    .share(
      "successShare", \.successShare, of: "starts", "Starts that end in success.", .given, "E-152",
      "E-153"),
    .number(
      "knowledgeFit", \.knowledgeFit, .from(0, to: 5),
      unit: "relative change per unit of currency",
      "How strongly success follows what is known of the client at the start, against a client just in view.",
      .free, "E-215"),
    .share(
      "readinessGain", \.readinessGain, of: "the readiness scale", "Gain in readiness at success.",
      .free),
    .number(
      "lockInFactor", \.lockInFactor, .from(0, to: 1), unit: "factor",
      "Factor on exits to work while it runs.", .free),
    .share(
      "placementShare", \.placementShare, of: "successes",
      "Chance of an exit to work directly at success.", .free, "E-152"),
    .flag(
      "isSubsidised", \.isSubsidised, "Whether a placement counts as subsidised work.", .assumption,
      "E-115"),
    .texts("segments", \.segments, limit: 64, "Segments that may start it; none means all."),
    .flag(
      "registerOnly", \.registerOnly,
      "Whether it is open only to clients in the register of restricted instruments.", .assumption,
      "E-002"),
    .integer(
      "limitPerSpell", \.limitPerSpell, 0...1_000, unit: "starts per client and spell",
      "Starts that a client may have in one spell; 0 means no limit.", .given, "E-151"),
    .number(
      "budgetPerYearEuro", \.budgetPerYearEuro, .from(0, to: 1e12), unit: "euro per calendar year",
      "Money for it; 0 means no limit.", .given, "E-113"),
    .number(
      "assessmentMinutes", \.assessmentMinutes, .from(0, to: 4_800), unit: "minutes",
      "Assessment before the request.", .assumption, "E-049"),
    .number(
      "followUpDays", \.followUpDays, .from(0, to: 3_650), unit: "calendar days",
      "Time between talks on progress while it runs; 0 means none.", .assumption, "E-258"),
    .number(
      "followUpMinutes", \.followUpMinutes, .from(0, to: 480), unit: "minutes",
      "Length of one talk on progress.", .assumption),
    .number(
      "workFactorAfter", \.workFactorAfter, .from(0, to: 20), unit: "factor",
      "Factor on exits to work in the year after success.", .free, "E-226"),
    .number(
      "relapseFactor", \.relapseFactor, .from(0, to: 10), unit: "factor",
      "Factor on the chance to return after a placement.", .free, "E-096"),
    .text(
      "removesBarrier", \.removesBarrier, .text(limit: 64),
      "Attribute whose barrier it takes away at success; empty for none."),
  ]
}
