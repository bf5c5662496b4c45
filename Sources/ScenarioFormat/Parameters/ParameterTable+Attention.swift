import CaseloadModel

extension ParameterTable {
  static let attention = Binding<OutflowSettings>.section(
    "attention", \.attention,
    "What talks add to a client's stock of attention, in hours, and what that stock does.",
    [
      .number(
        "lengthExponent", \.lengthExponent, .from(0, to: 2), unit: "exponent",
        "Exponent of the length of a talk in hours; below 1 a second hour adds less than the first.",
        .assumption, .anyTime),
      .number(
        "clientInitiative", \.clientInitiative, .from(0, to: 2), unit: "factor",
        "Factor on what a talk adds that the client asked for.", .assumption, .anyTime),
      .share(
        "knowledgeWeight", \.knowledgeWeight, of: "what a talk adds",
        "Part that is lost when the worker knows nothing of the client.", .assumption, .anyTime,
        "O-141"),
      .share(
        "repeatFloor", \.repeatFloor, of: "what the first talk adds",
        "What a talk adds after very many talks in the spell.", .free, .anyTime, "O-127"),
      .share(
        "repeatFactor", \.repeatFactor, of: "what is above that",
        "What is left of it with each further talk of the spell.", .free, .anyTime, "O-127"),
      .number(
        "agreementBonus", \.agreementBonus, .from(0, to: 5), unit: "relative change",
        "Added share of what a talk adds that comes back to an agreement made before.", .assumption,
        .anyTime, "E-090", "E-261"),
      .number(
        "saturation", \.saturation, .above(0, to: 1_000), unit: "hours",
        "Stock of attention at which half of the full effect is reached.", .free, .anyTime,
        "O-017", "O-023"),
      .section(
        "work", \.work, "The effect on exits to regular work.",
        effect(["O-012", "O-017", "O-023"])),
      .section(
        "other", \.other, "The effect on exits for other reasons.", effect(["O-015", "E-268"])),
      .section(
        "partTime", \.partTime, "The effect on starts of part-time work.", effect(["O-013"])),
    ])

  private static func effect(_ evidence: [String]) -> [Binding<AttentionEffect>] {
    [
      number(
        "height", \.height, .from(0, to: 10), unit: "relative change",
        "Added share at the readiness of the peak, under full attention by an average worker.",
        evidence),
      number(
        "peak", \.peak, .share, unit: "readiness, 0 to 1",
        "Readiness at which the effect is largest.", evidence),
      number(
        "widthBelow", \.widthBelow, .above(0, to: 100), unit: "readiness, standard deviation",
        "How fast the effect falls below the peak.", evidence),
      number(
        "widthAbove", \.widthAbove, .above(0, to: 100), unit: "readiness, standard deviation",
        "How fast the effect falls above the peak.", evidence),
      number(
        "halvingYears", \.halvingYears, .from(0, to: 100), unit: "years on benefit",
        "Time on benefit that halves the effect; 0 means that it does not fade.", evidence),
    ]
  }

  private static func number(
    _ key: String, _ path: Path<AttentionEffect, Double>, _ bounds: Bounds, unit: String,
    _ meaning: String, _ evidence: [String]
  ) -> Binding<AttentionEffect> {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: unit, evidence: evidence, status: .free,
        change: .anyTime, shape: .number(bounds)),
      read: { .number($0[keyPath: path]) },
      write: { if case .number(let value) = $0 { $1[keyPath: path] = value } })
  }
}
