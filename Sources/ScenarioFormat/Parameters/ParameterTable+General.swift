import CaseloadModel

extension ParameterTable {
  static let general: [Binding<Scenario>] = [
    .text(
      "name", \.name, .name(allowsDots: true),
      "Short name of the scenario, which also names its results folder; without it the file's name."
    ),
    .text(
      "description", \.description, .text(limit: 4_000),
      "What the scenario stands for, in a sentence or two."),
    .texts(
      "sources", \.sources, limit: 500, "Evidence ids or literature that the scenario rests on."),
  ]

  static let time = Binding<Scenario>.section(
    "time", \.time, "Start, warm-up and length of the run.",
    [
      .date("start", \.start, "First simulated day.", .chosen),
      .integer(
        "warmUpMonths", \.warmUpMonths, 0...600, unit: "calendar months",
        "Time before observation begins, in which the effects of the initial state fade.",
        .chosen),
      .integer(
        "durationMonths", \.durationMonths, 1...1_200, unit: "calendar months",
        "Time of observation after the warm-up.", .chosen),
      .integer(
        "observationMonths", \.observationMonths, 1...12, unit: "calendar months",
        "Time between two observations of the stock.", .chosen),
    ])

  static let replications = Binding<Scenario>.integer(
    "replications", \.replications, 1...100_000, unit: "runs",
    "Number of independent runs over which results are averaged.", .chosen)

  static let seed = Binding<Scenario>.seed(
    "seed", \.seed, "Start of all random numbers; the same seed gives the same results.")

  static let costs = Binding<Scenario>.section(
    "costs", \.costs, "Prices of staff and benefits.",
    [
      .number(
        "ftePerYearEuro", \.ftePerYearEuro, .from(0, to: 1_000_000), unit: "euro per year",
        "Price of one full-time caseworker, fully loaded.", .assumption, "O-059"),
      .number(
        "benefitPerYearEuro", \.benefitPerYearEuro, .from(0, to: 1_000_000), unit: "euro per year",
        "Average price of one person's benefit.", .given, "O-058"),
    ])
}
