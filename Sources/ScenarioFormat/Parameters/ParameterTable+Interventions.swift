import CaseloadModel

extension ParameterTable {
  static let interventions = Binding<Scenario>.section(
    "interventions", \.interventions, "What happens on a date.",
    [
      .list(
        "changes", \.changes, template: DatedChange(),
        "Changes of other parameters from a date on, merged by name.",
        [
          .text("name", \.name, .name(allowsDots: false), "Name of the change.", .fixed),
          .date("date", \.date, "First day on which the values hold.", .chosen, .fixed),
          .changes("set", \.set, "The values by key path.", .fixed),
        ]),
      .list(
        "campaigns", \.campaigns, template: Campaign(),
        "Campaigns that call in clients who have not been seen for long, merged by name.", campaigns
      ),
      .list(
        "reorganisations", \.reorganisations, template: Reorganisation(),
        "Reorganisations in which clients change hands and workers learn, merged by name.",
        [
          .text("name", \.name, .name(allowsDots: false), "Name of the reorganisation.", .fixed),
          .date("date", \.date, "Day on which it takes place.", .chosen, .fixed),
          .share(
            "clientShare", \.clientShare, of: "clients", "Clients who get another worker.",
            .assumption, .fixed, "E-223"),
          .number(
            "learningDays", \.learningDays, .from(0, to: 3_650), unit: "calendar days",
            "Time in which workers are slower.", .assumption, .fixed, "E-223"),
          .number(
            "learningSpeed", \.learningSpeed, .from(StaffingSettings.lowestSpeed, to: 1),
            unit: "factor",
            "Speed of workers in that time; reorganisations that overlap multiply, and nobody is slower than the lowest value.",
            .free, .fixed, "E-223"),
        ]),
      .list(
        "migrations", \.migrations, template: Migration(),
        "Migrations to another registration system, merged by name.",
        [
          .text("name", \.name, .name(allowsDots: false), "Name of the migration.", .fixed),
          .date("date", \.date, "Day on which it takes place.", .given, .fixed, "E-208"),
          .share(
            "lossShare", \.lossShare, of: "registered items", "Registered items that are lost.",
            .free, .fixed, "E-208", "E-220"),
          .number(
            "minutesPerClient", \.minutesPerClient, .from(0, to: 480), unit: "minutes per client",
            "Retyping and repair.", .assumption, .fixed, "E-220"),
        ]),
      .list(
        "classifications", \.classifications, template: Classification(),
        "One-off classifications of the stock, merged by name.",
        [
          .text("name", \.name, .name(allowsDots: false), "Name of the classification.", .fixed),
          .date("date", \.date, "Day on which it takes place.", .given, .fixed, "E-010"),
          .share(
            "share", \.share, of: "clients in stock", "Clients who are classified.", .given, .fixed,
            "E-010"
          ),
          .share(
            "accuracy", \.accuracy, of: "classified clients",
            "Chance that the class found is the true one.", .free, .fixed, "E-067", "E-204"),
          .number(
            "minutesPerClient", \.minutesPerClient, .from(0, to: 480), unit: "minutes per client",
            "Work per client.", .assumption, .fixed, "E-067"),
        ]),
    ])

  private static let campaigns: [Binding<Campaign>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the campaign.", .fixed),
    .date("date", \.date, "First day of the campaign.", .given, .fixed, "E-237"),
    .number(
      "durationDays", \.durationDays, .from(1, to: 3_650), unit: "calendar days",
      "Time over which the talks are spread.", .given, .fixed, "E-238"),
    .number(
      "unseenDays", \.unseenDays, .from(0, to: 36_500), unit: "calendar days",
      "Time without two-way contact from which clients are called in.", .given, .fixed, "E-237"),
    .text(
      "fromGroup", \.fromGroup, .text(limit: Names.longest),
      "Lowest believed group that is called in; empty means all.", .fixed),
    .text(
      "toGroup", \.toGroup, .text(limit: Names.longest),
      "Highest believed group that is called in; empty means all.", .fixed),
    .texts(
      "segments", \.segments, "Segments whose clients are called in; none means all.",
      .fixed),
    .share(
      "refusalShare", \.refusalShare, of: "clients in scope", "Clients who refuse to come.", .free,
      .fixed, "E-237"),
    .integer(
      "roundDays", \.roundDays, 1...3_650, unit: "calendar days",
      "Time after which who has come into the scope since is called in too.", .assumption, .fixed,
      "E-237"),
    .number(
      "externalFte", \.externalFte, .from(0, to: 100_000), unit: "full-time equivalents",
      "External people who hold the talks; 0 means that the own workers do.", .given, .fixed,
      "E-240"),
    .number(
      "externalFteEuro", \.externalFteEuro, .from(0, to: 1_000_000), unit: "euro per year",
      "Price of one external full-time equivalent.", .assumption, .fixed, "O-059"),
    .share(
      "transferShare", \.transferShare, of: "what an external learns",
      "Part that reaches the own register.", .free, .fixed, "E-257"),
    .number(
      "noShowFactor", \.noShowFactor, .from(0, to: 1), unit: "factor on odds",
      "Factor on the odds of missing an appointment: a friendly letter and a call the day before.",
      .free, .fixed, "E-263"),
    .number(
      "followUpDays", \.followUpDays, .from(0, to: 36_500), unit: "calendar days",
      "Time between contacts with called-in clients afterwards; 0 means as the norm says.",
      .assumption, .fixed, "E-253", "E-258"),
  ]
}
