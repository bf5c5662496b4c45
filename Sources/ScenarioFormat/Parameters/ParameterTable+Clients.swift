import CaseloadModel

extension ParameterTable {
  static let population = Binding<Scenario>.section(
    "population", \.population, "Who is in stock at the start, and how clients differ.",
    [
      .integer(
        "clients", \.clients, 1...5_000_000, unit: "persons", "Persons in stock at the start.", .given,
        "E-056"),
      .list(
        "groups", \.groups, template: ClientGroup(),
        "Groups of clients by true distance to work, merged by name and kept in order of readiness.",
        [
          .text(
            "name", \.name, .name(allowsDots: false),
            "Name by which other sections refer to the group."),
          .share(
            "readinessFrom", \.readinessFrom, of: "the readiness scale",
            "Lowest readiness of the group, which reaches up to the next group's lowest readiness.",
            .assumption, "E-007", bounds: .shareBelowOne),
          .share(
            "stockShare", \.stockShare, of: "the initial stock",
            "Part of the initial stock that belongs to the group.", .assumption, "E-007", "E-147"),
          .share(
            "inflowShare", \.inflowShare, of: "new applicants",
            "Part of new applicants that belongs to the group.", .assumption, "E-007"),
        ]),
      .number(
        "initialDurationYears", \.initialDurationYears, .from(0, to: 40), unit: "years",
        "Mean time on benefit of the initial stock.", .assumption),
      .number(
        "exitHeterogeneity", \.exitHeterogeneity, .from(0, to: 3), unit: "coefficient of variation",
        "Spread between clients of a personal factor on exits (mean 1, gamma, cut at 4).", .free,
        "E-216"),
      .share(
        "motivationMean", \.motivationMean, of: "the motivation scale", "Mean motivation of clients.",
        .assumption),
      .number(
        "motivationSpread", \.motivationSpread, .from(0, to: 0.5), unit: "standard deviation",
        "Spread of motivation between clients.", .assumption),
      .number(
        "readinessChangeSpread", \.readinessChangeSpread, .from(0, to: 1), unit: "standard deviation",
        "Size of one spontaneous change of readiness.", .free),
      .share(
        "readinessDriftUnattended", \.readinessDriftUnattended, of: "the readiness scale",
        "Loss of readiness at a spontaneous change when the client has been unattended.", .free,
        "E-190", "E-216"),
      .share(
        "readinessReversion", \.readinessReversion, of: "the distance",
        "Part of the distance to the client's own level that a spontaneous change makes up.", .free),
      .number(
        "unattendedAfterDays", \.unattendedAfterDays, .from(1, to: 3_650), unit: "calendar days",
        "Time without two-way contact after which a client counts as unattended.", .assumption,
        "E-027"),
      .share(
        "readinessGainPerContact", \.readinessGainPerContact, of: "the readiness scale",
        "Gain in readiness at a completed planned contact.", .free, "E-267"),
      .share(
        "olderShare", \.olderShare, of: "the stock", "Part of the stock aged 55 or more.", .given,
        "O-056"),
    ])

  static let inflow = Binding<Scenario>.section(
    "inflow", \.inflow, "New applications and the gate.",
    [
      .number(
        "applicationsPerYear", \.applicationsPerYear, .from(0, to: 5_000_000),
        unit: "applications per year",
        "Applications by people without a benefit history in the model.", .calibrated, "O-046",
        "O-047"),
      .share(
        "grantedShare", \.grantedShare, of: "applications", "Part of applications that is granted.",
        .given, "O-046"),
      .share(
        "seasonalAmplitude", \.seasonalAmplitude, of: "the mean rate",
        "Height of the yearly peak of applications (in January) above the mean.", .free),
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
        unit: "exits per client and year", "Exits to pension and by death.", .assumption),
      .number(
        "contactHalfLifeDays", \.contactHalfLifeDays, .from(1, to: 3_650), unit: "calendar days",
        "Time after which half of a contact's effect on exits is gone.", .assumption),
      .number(
        "motivationEffectOnWork", \.motivationEffectOnWork, .from(0, to: 5),
        unit: "relative change per unit of motivation",
        "How much more often a motivated client leaves for work.", .assumption, "E-117"),
      .share(
        "durationEffectOnWork", \.durationEffectOnWork, of: "the rate, per doubling",
        "Relative loss of the chance of work per doubling of time on benefit beyond half a year.",
        .free, "E-190", "E-216", bounds: .shareBelowOne),
      .share(
        "relapseShare", \.relapseShare, of: "leavers", "Leavers who return in the long run.",
        .calibrated, "O-049a"),
      .number(
        "relapseShape", \.relapseShape, .from(0.1, to: 5), unit: "Weibull shape",
        "Shape of the time to return; below 1 an early return is the likeliest.", .assumption),
      .number(
        "relapseScaleDays", \.relapseScaleDays, .from(1, to: 36_500), unit: "calendar days",
        "Weibull scale of the time to return.", .calibrated, "O-049a"),
      .number(
        "relapseFactorWork", \.relapseFactorWork, .from(0, to: 10), unit: "factor",
        "Factor on the chance to return after an exit to work.", .assumption),
      .number(
        "relapseFactorSanction", \.relapseFactorSanction, .from(0, to: 10), unit: "factor",
        "Factor on the chance to return after a benefit was ended for missed appointments.",
        .assumption, "E-123"),
    ])

  private static let exitRates: [Binding<ExitRates>] = [
    .text("group", \.group, .groupName, "The group that the rates hold for."),
    .number(
      "workPerYear", \.workPerYear, .from(0, to: 20), unit: "exits per client and year",
      "Exits to regular work.", .calibrated, "O-046", "E-149"),
    .number(
      "subsidisedPerYear", \.subsidisedPerYear, .from(0, to: 20), unit: "exits per client and year",
      "Exits to subsidised work.", .calibrated, "E-149"),
    .number(
      "otherPerYear", \.otherPerYear, .from(0, to: 20), unit: "exits per client and year",
      "Exits for other reasons that a client's own life brings (partner, income, moving).",
      .calibrated, "O-046"),
    .number(
      "contactEffectOnWork", \.contactEffectOnWork, .from(0, to: 10), unit: "relative change",
      "Added share of work exits right after a contact, which fades with contactHalfLifeDays.", .free,
      "O-012", "O-013", "O-017", "O-023"),
    .number(
      "contactEffectOnOther", \.contactEffectOnOther, .from(0, to: 10), unit: "relative change",
      "Added share of other exits right after a contact, which fades with contactHalfLifeDays.",
      .free, "O-015", "E-268"),
  ]
}
