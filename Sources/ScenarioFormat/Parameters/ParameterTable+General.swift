import CaseloadModel

extension ParameterTable {
  static let general: [Binding<Scenario>] = [
    .text(
      "name", \.name, .name(allowsDots: true),
      "Short name of the scenario, which also names its results folder; without it the file's name.",
      .fixed),
    .text(
      "description", \.description, .text(limit: 4_000),
      "What the scenario stands for, in a sentence or two.", .fixed),
    .texts(
      "sources", \.sources, limit: 500, "Evidence ids or literature that the scenario rests on.",
      .fixed),
  ]

  static let time = Binding<Scenario>.section(
    "time", \.time, "Start, warm-up and length of the run.",
    [
      .date("start", \.start, "First simulated day.", .chosen, .fixed),
      .integer(
        "warmUpMonths", \.warmUpMonths, 0...600, unit: "calendar months",
        "Time before observation begins, in which the effects of the initial state fade.",
        .chosen, .fixed),
      .integer(
        "durationMonths", \.durationMonths, 1...1_200, unit: "calendar months",
        "Time of observation after the warm-up.", .chosen, .fixed),
      .integer(
        "observationMonths", \.observationMonths, 1...12, unit: "calendar months",
        "Time between two observations of the stock.", .chosen, .fixed),
      .choice(
        "liberationDay", \.liberationDay,
        "In which years Liberation Day, 5 May, is a free day.", .assumption, .fixed),
      .section(
        "office", \.office,
        "When the office is open, from Monday to Friday: no work is done outside.",
        [
          .number(
            "opensAtHour", \.opensAtHour, .from(0, to: 10), unit: "hours after midnight",
            "Hour of the day at which the office opens.", .assumption, .fixed),
          .number(
            "hoursBeforeBreak", \.hoursBeforeBreak, .from(0.5, to: 6), unit: "hours",
            "Hours of work before the break.", .assumption, .fixed),
          .number(
            "breakHours", \.breakHours, .from(0, to: 2), unit: "hours", "Hours of the break.",
            .assumption, .fixed),
          .number(
            "hoursAfterBreak", \.hoursAfterBreak, .from(0.5, to: 6), unit: "hours",
            "Hours of work after the break.", .assumption, .fixed),
        ]),
      .list(
        "closedDays", \.closedDays, template: ClosedDay(),
        "Days on which the office is closed beside weekends and public holidays, merged by name.",
        [
          .text("name", \.name, .name(allowsDots: false), "Name of the day.", .fixed),
          .date("date", \.date, "The day on which the office is closed.", .chosen, .fixed),
        ]),
    ])

  static let replications = Binding<Scenario>.integer(
    "replications", \.replications, 1...100_000, unit: "runs",
    "Number of independent runs over which results are averaged.", .chosen, .fixed)

  static let seed = Binding<Scenario>.seed(
    "seed", \.seed, "Start of all random numbers; the same seed gives the same results.", .fixed)

  static let costs = Binding<Scenario>.section(
    "costs", \.costs, "Prices of staff and benefits.",
    [
      .number(
        "ftePerYearEuro", \.ftePerYearEuro, .from(0, to: 1_000_000), unit: "euro per year",
        "Price of one full-time caseworker, fully loaded.", .assumption, .anyTime, "O-059"),
      .number(
        "benefitPerYearEuro", \.benefitPerYearEuro, .from(0, to: 1_000_000), unit: "euro per year",
        "Average price of one person's benefit.", .given, .anyTime, "O-058"),
    ])

  static let outputs = Binding<Scenario>.section(
    "outputs", \.outputs, "What the result of a run holds; no number depends on it.",
    [
      .texts(
        "metrics", \.metrics, limit: 100, "Metrics that the files hold, by id; none for all.",
        .fixed),
      .texts(
        "tables", \.tables, limit: 20,
        "Tables of one replication that are added: workers, clients, months.", .fixed),
      .choice(
        "log", \.log, "The event log of one replication that is added.", .chosen, .fixed),
      .integer(
        "replication", \.replication, 0...99_999, unit: "number from 0",
        "The replication of tables and log.", .chosen, .fixed),
      .flag(
        "months", \.months, "Whether the metrics of every observation are written (series.csv).",
        .chosen, .fixed),
    ])
}
