import CaseloadModel

extension ParameterTable {
  static let staffing = Binding<Scenario>.section(
    "staffing", \.staffing, "Workers, hours, absence and turnover.",
    [
      .number(
        "fte", \.fte, .above(0, to: 100_000), unit: "full-time equivalents",
        "Caseworkers in full-time equivalents.", .given, "E-056"),
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
        "turnoverPerYear", \.turnoverPerYear, .from(0, to: 10), unit: "departures per worker and year",
        "Workers who leave.", .assumption),
      .number(
        "hiringDelayDays", \.hiringDelayDays, .from(0, to: 3_650), unit: "calendar days",
        "Time until a worker who left is replaced.", .assumption),
      .number(
        "swapsPerYear", \.swapsPerYear, .from(0, to: 50), unit: "swaps per worker and year",
        "Moments at which a worker swaps part of the caseload with a colleague.", .calibrated,
        "E-078"),
      .share(
        "swapShare", \.swapShare, of: "the caseload", "Part of the caseload that changes hands at a swap.",
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
        "Clients that the organisation regards as a normal caseload.", .given, "E-056"),
      .number(
        "capPerFte", \.capPerFte, .from(0, to: 10_000), unit: "clients per fte",
        "Most clients a worker may have, above which new clients wait; 0 means no cap.", .assumption,
        "O-084a"),
      .number(
        "tooLargeFrom", \.tooLargeFrom, .above(0, to: 10_000), unit: "clients per fte",
        "Mean of the caseload that workers themselves call too large.", .calibrated, "E-098",
        "E-163"),
      .number(
        "tooLargeSpread", \.tooLargeSpread, .from(0, to: 1_000), unit: "standard deviation",
        "Spread between workers of the caseload they call too large.", .calibrated, "E-098"),
    ])

  static let trajectories = Binding<Scenario>.section(
    "trajectories", \.trajectories, "Instruments that a client can be sent on.",
    [
      .list(
        "instruments", \.instruments, template: Instrument(), "The instruments, merged by name.",
        instruments)
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
      "priceEuro", \.priceEuro, .from(0, to: 1_000_000), unit: "euro per start", "Price of one start.",
      .assumption, "O-061"),
    .number(
      "waitingDays", \.waitingDays, .from(0, to: 3_650), unit: "calendar days",
      "Mean time from request to start, apart from waiting for a place.", .assumption),
    .number(
      "durationDays", \.durationDays, .above(0, to: 3_650), unit: "calendar days", "Mean length.",
      .assumption),
    .share(
      "dropOutShare", \.dropOutShare, of: "starts", "Starts that end early.", .free, "E-226"),
    .share(
      "successShare", \.successShare, of: "starts", "Starts that end in success.", .given, "E-152",
      "E-153"),
    .share(
      "readinessGain", \.readinessGain, of: "the readiness scale", "Gain in readiness at success.",
      .free),
    .number(
      "lockInFactor", \.lockInFactor, .from(0, to: 1), unit: "factor",
      "Factor on exits to work while it runs.", .free),
    .share(
      "placementShare", \.placementShare, of: "successes",
      "Chance of an exit to work directly at success.", .free, "E-152"),
  ]
}
