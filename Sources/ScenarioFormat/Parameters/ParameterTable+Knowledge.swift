import CaseloadModel

extension ParameterTable {
  static let diagnosis = Binding<Scenario>.section(
    "diagnosis", \.diagnosis, "What the organisation learns at intake.",
    [
      .share(
        "toolShare", \.toolShare, of: "intakes",
        "Intakes in which a diagnostic instrument is used.",
        .given, .anyTime, "E-069"),
      .share(
        "accuracyWithTool", \.accuracyWithTool, of: "observations",
        "Chance that an attribute is observed correctly with an instrument.", .free, .anyTime,
        "E-069"),
      .share(
        "accuracyWithoutTool", \.accuracyWithoutTool, of: "observations",
        "Chance that an attribute is observed correctly without an instrument.", .free, .anyTime,
        "E-205"),
      .number(
        "healthAccuracyFactor", \.healthAccuracyFactor, .from(0, to: 1), unit: "factor",
        "Factor on accuracy for health attributes of clients who have a health barrier.", .free,
        .anyTime,
        "E-025", "E-165"),
      .number(
        "intakeMinutes", \.intakeMinutes, .above(0, to: 480), unit: "minutes",
        "Length of the intake talk.", .given, .anyTime, "E-241"),
      .share(
        "intakePhoneShare", \.intakePhoneShare, of: "intakes", "Intakes by phone.", .assumption,
        .anyTime, "E-062"),
      .section("intakePhone", \.intakePhone, "An intake by phone.", intake),
      .share(
        "intakeOnlineShare", \.intakeOnlineShare, of: "intakes",
        "Intakes online, without a talk and without a diagnostic instrument.", .assumption,
        .anyTime, "E-062"),
      .section("intakeOnline", \.intakeOnline, "An intake online.", intake),
      .number(
        "toolMinutes", \.toolMinutes, .from(0, to: 480), unit: "minutes",
        "Time that an instrument adds to an intake.", .assumption, .anyTime),
      .choice(
        "toolStore", \.toolStore,
        "Where the result of an instrument is kept: with the worker, in the register, or elsewhere.",
        .assumption, .anyTime, "E-206"),
      .share(
        "purchasedShare", \.purchasedShare, of: "intakes",
        "Intakes for which expertise is purchased.", .assumption, .anyTime, "E-166"),
      .number(
        "purchasedPriceEuro", \.purchasedPriceEuro, .from(0, to: 100_000), unit: "euro",
        "Price of purchased expertise.", .assumption, .anyTime, "E-166"),
      .number(
        "purchasedDelayDays", \.purchasedDelayDays, .from(0, to: 730), unit: "calendar days",
        "Time until the purchased result returns.", .assumption, .anyTime, "E-166"),
      .share(
        "purchasedAccuracy", \.purchasedAccuracy, of: "observations",
        "Chance that purchased expertise observes an attribute correctly.", .free, .anyTime, "E-166"
      ),
      .flag(
        "reclassifyAtContacts", \.reclassifyAtContacts,
        "Whether the group is judged anew at every contact rather than at the intake alone.",
        .assumption, .anyTime, "E-030", "E-068"),
    ])

  private static let intake: [Binding<IntakeWay>] = [
    .number(
      "minutes", \.minutes, .from(0, to: 480), unit: "minutes",
      "Length, or the work that it takes.",
      .assumption, .anyTime),
    .share(
      "information", \.information, of: "attributes",
      "Chance that it brings an attribute up to date.", .free, .anyTime, "E-062"),
  ]

  static let knowledge = Binding<Scenario>.section(
    "knowledge", \.knowledge, "What is known of a client, and how it goes out of date.",
    [
      .list(
        "attributes", \.attributes, template: KnowledgeAttribute(),
        "Things that may be known of a client; the first is readiness and moves with it.",
        [
          .text("name", \.name, .name(allowsDots: false), "Name of the attribute.", .fixed),
          .number(
            "weight", \.weight, .from(0, to: 1_000), unit: "relative weight",
            "Weight in currency and accuracy; weights are scaled to a sum of 1.", .assumption,
            .fixed),
          .number(
            "changesPerYear", \.changesPerYear, .from(0, to: 50),
            unit: "changes per client and year",
            "Rate at which the truth changes.", .free, .fixed, "O-092"),
          .share(
            "barrierShare", \.barrierShare, of: "clients",
            "Clients for whom the attribute is a barrier to work.", .assumption, .fixed, "E-148"),
          .share(
            "supportShare", \.supportShare, of: "clients with the barrier",
            "Clients who need support for it; a need arises and ends with the barrier.", .free,
            .fixed, "E-102"),
          .flag(
            "isHealth", \.isHealth, "Whether judging the attribute takes medical expertise.",
            .assumption, .fixed, "E-025", "E-166"),
          .number(
            "workFactor", \.workFactor, .from(0, to: 1), unit: "factor",
            "Factor on exits to work while the attribute is a barrier.", .free, .fixed, "E-148"),
        ]),
      .share(
        "inViewThreshold", \.inViewThreshold, of: "full currency",
        "Currency below which a client is not in view.", .calibrated, .anyTime, "E-089"),
      .share(
        "registrationCompleteness", \.registrationCompleteness, of: "what a contact yields",
        "Part that a worker without pressure puts in the register.", .free, .anyTime, "E-032",
        "E-077"),
      .number(
        "registrationSpread", \.registrationSpread, .from(0, to: 0.5), unit: "standard deviation",
        "Spread of registration discipline between workers.", .free, .anyTime, "E-016"),
      .number(
        "registrationPressureEffect", \.registrationPressureEffect, .from(0, to: 10),
        unit: "relative loss per working week of backlog",
        "How fast registration becomes incomplete under pressure.", .free, .anyTime, "E-023",
        "E-060"),
      .number(
        "privateFadingPerYear", \.privateFadingPerYear, .from(0, to: 50), unit: "per year",
        "Rate at which private notes and memory fade.", .free, .newcomers, "O-090"),
      .share(
        "handoverLossShare", \.handoverLossShare, of: "privately held items",
        "Chance that a privately held item is lost when a client's worker leaves.", .assumption,
        .anyTime, "E-079", "E-031"),
      .share(
        "swapLossShare", \.swapLossShare, of: "privately held items",
        "Chance that a privately held item is lost at a change between workers who stay.",
        .assumption, .anyTime, "E-079"),
      .share(
        "agreementsKeptAtDepartureShare", \.agreementsKeptAtDepartureShare,
        of: "clients with current agreements",
        "Agreements that survive when a client's worker leaves.", .assumption, .anyTime),
      .share(
        "agreementsKeptAtSwapShare", \.agreementsKeptAtSwapShare,
        of: "clients with current agreements",
        "Agreements that survive a change between workers who stay.", .assumption, .anyTime),
      .share(
        "warmHandoverShare", \.warmHandoverShare, of: "handovers",
        "Handovers at which the old worker tells the new one.", .assumption, .anyTime, "E-219"),
      .share(
        "warmHandoverLossShare", \.warmHandoverLossShare, of: "privately held items",
        "Chance that a privately held item is lost at a warm handover.", .free, .anyTime, "E-219"),
      .number(
        "warmHandoverMinutes", \.warmHandoverMinutes, .from(0, to: 480), unit: "minutes",
        "Time that a warm handover takes of the new worker.", .assumption, .anyTime, "E-219"),
      .share(
        "toldAtRequestShare", \.toldAtRequestShare, of: "needs of a client who asks for contact",
        "Chance that a client who asks for contact tells of a need for support.", .free, .anyTime),
      .number(
        "systemUsability", \.systemUsability, .from(0, to: 1), unit: "factor",
        "How well the registration system can be used, as a factor on completeness.", .free,
        .anyTime,
        "E-080",
        "E-260"),
      .number(
        "memoryCaseload", \.memoryCaseload, .above(0, to: 10_000), unit: "clients per fte",
        "Caseload at which memory fades as fast as privateFadingPerYear says.", .assumption,
        .newcomers,
        "E-028"),
      .number(
        "memoryCaseloadExponent", \.memoryCaseloadExponent, .from(0, to: 3), unit: "power",
        "Power of the caseload in the rate at which memory fades; 0 means no effect.", .free,
        .newcomers,
        "E-028",
        "E-066"),
      .number(
        "auditsPerYear", \.auditsPerYear, .from(0, to: 52), unit: "audits per year",
        "Audits of the register.", .assumption, .anyTime, "E-082"),
      .share(
        "auditEffect", \.auditEffect, of: "missing completeness",
        "Part of the missing completeness that an audit wins back while it is felt.", .free,
        .anyTime, "E-082"
      ),
      .number(
        "auditDays", \.auditDays, .from(0, to: 3_650), unit: "calendar days",
        "Time for which an audit is felt.", .free, .newcomers, "E-082"),
    ])
}
