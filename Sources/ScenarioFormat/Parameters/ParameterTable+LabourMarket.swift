import CaseloadModel

extension ParameterTable {
  static let labourMarket = Binding<Scenario>.section(
    "labourMarket", \.labourMarket, "Demand for labour.",
    [
      .number(
        "demandIndex", \.demandIndex, .from(0, to: 10), unit: "factor",
        "Factor on exits to work and on vacancies; 1 is the labour market of the calibration years.",
        .free, .anyTime, "O-048"),
      .share(
        "cycleAmplitude", \.cycleAmplitude, of: "the mean demand",
        "Height of the business cycle above the mean; a cycle starts at the mean, going up.", .free,
        .anyTime,
        "E-188"),
      .number(
        "cycleYears", \.cycleYears, .from(0.5, to: 100), unit: "years",
        "Length of the business cycle.", .assumption, .anyTime, "E-188"),
      .share(
        "rivalryShare", \.rivalryShare, of: "all who search for the same work",
        "Clients among them: whoever is helped takes vacancies of the others; 0 switches that off.",
        .free, .anyTime, "O-023"),
      .integer(
        "rivalryDays", \.rivalryDays, 1...366, unit: "days",
        "Time between two measurements of how much more all clients look for work than without help.",
        .assumption, .anyTime),
      .list(
        "vacancies", \.vacancies, template: VacancyStream(),
        "Streams of vacancies that clients are matched with, merged by name.", vacancies),
    ])

  private static let vacancies: [Binding<VacancyStream>] = [
    .text("name", \.name, .name(allowsDots: false), "Name of the stream.", .fixed),
    .number(
      "perYear", \.perYear, .from(0, to: 1e7), unit: "vacancies per year",
      "Vacancies that come in.",
      .assumption, .anyTime, "E-169", "E-170"),
    .text(
      "fromGroup", \.fromGroup, .groupName, "Lowest believed group that is considered.", .anyTime),
    .text("toGroup", \.toGroup, .groupName, "Highest believed group that is considered.", .anyTime),
    .flag(
      "registerOnly", \.registerOnly,
      "Whether only clients in the register of restricted jobs are considered.", .assumption,
      .anyTime,
      "E-002"
    ),
    .integer(
      "candidates", \.candidates, 1...1_000, unit: "clients", "Clients considered for one vacancy.",
      .assumption, .anyTime, "E-211"),
    .number(
      "matchMinutes", \.matchMinutes, .from(0, to: 4_800), unit: "minutes",
      "Work per client considered.", .assumption, .anyTime, "E-171"),
    .number(
      "holdingDays", \.holdingDays, .from(0, to: 730), unit: "calendar days",
      "Time for which the vacancy is held.", .assumption, .newcomers, "E-212"),
    .number(
      "headStartDays", \.headStartDays, .from(0, to: 730), unit: "calendar days",
      "Time in which no other agency may fill it.", .given, .newcomers, "E-212"),
    .number(
      "competitionPerDay", \.competitionPerDay, .from(0, to: 50), unit: "per day",
      "Rate at which others fill it after that.", .free, .newcomers, "E-188", "E-213"),
    .share(
      "acceptShare", \.acceptShare, of: "matches",
      "Chance that an employer takes a fitting client "
        + "of whom everything is known.", .free, .anyTime, "E-170", "E-211"),
    .number(
      "mismatchFactor", \.mismatchFactor, .from(0, to: 1), unit: "factor",
      "Factor on that chance for clients who are in truth less ready than the first group.", .free,
      .anyTime, "E-172"),
    .number(
      "relapseFactor", \.relapseFactor, .from(0, to: 10), unit: "factor",
      "Factor on the chance to return after such a placement.", .free, .newcomers, "E-096"),
    .flag(
      "isSubsidised", \.isSubsidised, "Whether the placement counts as subsidised work.",
      .assumption, .anyTime, "E-115"),
  ]
}
