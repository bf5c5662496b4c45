import CaseloadModel

extension ParameterTable {
  static let diagnosis = Binding<Scenario>.section(
    "diagnosis", \.diagnosis, "What the organisation learns at intake.",
    [
      .share(
        "toolShare", \.toolShare, of: "intakes",
        "Intakes in which a diagnostic instrument is used.",
        .given, "E-069"),
      .share(
        "accuracyWithTool", \.accuracyWithTool, of: "observations",
        "Chance that an attribute is observed correctly with an instrument.", .free, "E-069"),
      .share(
        "accuracyWithoutTool", \.accuracyWithoutTool, of: "observations",
        "Chance that an attribute is observed correctly without an instrument.", .free, "E-205"),
      .number(
        "healthAccuracyFactor", \.healthAccuracyFactor, .from(0, to: 1), unit: "factor",
        "Factor on accuracy for health attributes of clients who have a health barrier.", .free,
        "E-025", "E-165"),
      .number(
        "intakeMinutes", \.intakeMinutes, .above(0, to: 480), unit: "minutes",
        "Length of the intake talk.", .given, "E-241"),
      .number(
        "toolMinutes", \.toolMinutes, .from(0, to: 480), unit: "minutes",
        "Time that an instrument adds to an intake.", .assumption),
      .choice(
        "toolStore", \.toolStore,
        "Where the result of an instrument is kept: with the worker, in the register, or elsewhere.",
        .assumption, "E-206"),
      .share(
        "purchasedShare", \.purchasedShare, of: "intakes",
        "Intakes for which expertise is purchased.", .assumption, "E-166"),
      .number(
        "purchasedPriceEuro", \.purchasedPriceEuro, .from(0, to: 100_000), unit: "euro",
        "Price of purchased expertise.", .assumption, "E-166"),
      .number(
        "purchasedDelayDays", \.purchasedDelayDays, .from(0, to: 730), unit: "calendar days",
        "Time until the purchased result returns.", .assumption, "E-166"),
      .share(
        "purchasedAccuracy", \.purchasedAccuracy, of: "observations",
        "Chance that purchased expertise observes an attribute correctly.", .free, "E-166"),
      .flag(
        "reclassifyAtContacts", \.reclassifyAtContacts,
        "Whether the group is judged anew at every contact rather than at the intake alone.",
        .assumption, "E-030", "E-068"),
    ])

  static let knowledge = Binding<Scenario>.section(
    "knowledge", \.knowledge, "What is known of a client, and how it goes out of date.",
    [
      .list(
        "attributes", \.attributes, template: KnowledgeAttribute(),
        "Things that may be known of a client; the first is readiness and moves with it.",
        [
          .text("name", \.name, .name(allowsDots: false), "Name of the attribute."),
          .number(
            "weight", \.weight, .from(0, to: 1_000), unit: "relative weight",
            "Weight in currency and accuracy; weights are scaled to a sum of 1.", .assumption),
          .number(
            "changesPerYear", \.changesPerYear, .from(0, to: 50),
            unit: "changes per client and year",
            "Rate at which the truth changes.", .free, "O-092"),
          .share(
            "barrierShare", \.barrierShare, of: "clients",
            "Clients for whom the attribute is a barrier to work.", .assumption, "E-148"),
          .flag(
            "isHealth", \.isHealth, "Whether judging the attribute takes medical expertise.",
            .assumption, "E-025", "E-166"),
          .number(
            "workFactor", \.workFactor, .from(0, to: 1), unit: "factor",
            "Factor on exits to work while the attribute is a barrier.", .free, "E-148"),
        ]),
      .share(
        "inViewThreshold", \.inViewThreshold, of: "full currency",
        "Currency below which a client is not in view.", .calibrated, "E-089"),
      .share(
        "registrationCompleteness", \.registrationCompleteness, of: "what a contact yields",
        "Part that a worker without pressure puts in the register.", .free, "E-032", "E-077"),
      .number(
        "registrationSpread", \.registrationSpread, .from(0, to: 0.5), unit: "standard deviation",
        "Spread of registration discipline between workers.", .free, "E-016"),
      .number(
        "registrationPressureEffect", \.registrationPressureEffect, .from(0, to: 10),
        unit: "relative loss per working week of backlog",
        "How fast registration becomes incomplete under pressure.", .free, "E-023", "E-060"),
      .number(
        "privateFadingPerYear", \.privateFadingPerYear, .from(0, to: 50), unit: "per year",
        "Rate at which private notes and memory fade.", .free, "O-090"),
      .share(
        "handoverLossShare", \.handoverLossShare, of: "privately held items",
        "Chance that a privately held item is lost when a client changes worker.", .given, "E-079",
        "E-031"),
      .share(
        "warmHandoverShare", \.warmHandoverShare, of: "handovers",
        "Handovers at which the old worker tells the new one.", .assumption, "E-219"),
      .share(
        "warmHandoverLossShare", \.warmHandoverLossShare, of: "privately held items",
        "Chance that a privately held item is lost at a warm handover.", .free, "E-219"),
      .number(
        "warmHandoverMinutes", \.warmHandoverMinutes, .from(0, to: 480), unit: "minutes",
        "Time that a warm handover takes of the new worker.", .assumption, "E-219"),
      .number(
        "systemUsability", \.systemUsability, .from(0, to: 1), unit: "factor",
        "How well the registration system can be used, as a factor on completeness.", .free,
        "E-080",
        "E-260"),
      .number(
        "memoryCaseload", \.memoryCaseload, .above(0, to: 10_000), unit: "clients per fte",
        "Caseload at which memory fades as fast as privateFadingPerYear says.", .assumption,
        "E-028"),
      .number(
        "memoryCaseloadExponent", \.memoryCaseloadExponent, .from(0, to: 3), unit: "power",
        "Power of the caseload in the rate at which memory fades; 0 means no effect.", .free,
        "E-028",
        "E-066"),
      .number(
        "auditsPerYear", \.auditsPerYear, .from(0, to: 52), unit: "audits per year",
        "Audits of the register.", .assumption, "E-082"),
      .share(
        "auditEffect", \.auditEffect, of: "missing completeness",
        "Part of the missing completeness that an audit wins back while it is felt.", .free, "E-082"
      ),
      .number(
        "auditDays", \.auditDays, .from(0, to: 3_650), unit: "calendar days",
        "Time for which an audit is felt.", .free, "E-082"),
    ])
}
