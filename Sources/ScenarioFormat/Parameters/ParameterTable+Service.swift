import CaseloadModel

extension ParameterTable {
  static let service = Binding<Scenario>.section(
    "service", \.service, "Contacts, modes, priorities and the rest policy.",
    [
      .list("norms", \.norms, template: ServiceNorm(), "Contact norms of each group.", norms),
      .section(
        "restPolicy", \.restPolicy,
        "The policy that part of the clients is deliberately left alone.",
        [
          .flag(
            "enabled", \.enabled, "Whether the organisation has a rest policy.", .given, .anyTime,
            "E-039"),
          .number(
            "intervalDays", \.intervalDays, .from(1, to: 36_500), unit: "calendar days",
            "Time between contacts with a client at rest.", .given, .anyTime, "E-005", "E-039"),
          .flag(
            "restOlderClients", \.restOlderClients,
            "Whether everyone of 55 and over who is not in the highest group is at rest.",
            .assumption, .anyTime,
            "E-040"),
        ]),
      .section(
        "priorities", \.priorities, "Weights by which workers choose which client to invite first.",
        [
          weight(
            "intake", \.intake, "Weight of an intake that is still to be done.", .free, "E-059"),
          weight(
            "readiness", \.readiness, "Weight of believed readiness, 0 to 1.", .given, "E-093"),
          weight("motivation", \.motivation, "Weight of motivation, 0 to 1.", .given, "E-093"),
          weight(
            "overduePerYear", \.overduePerYear, "Weight of each year that a contact is overdue.",
            .free, "E-005"),
          weight(
            "selfReported", \.selfReported, "Weight of a client who asked for contact.",
            .assumption,
            "E-094"),
          weight(
            "costPerHour", \.costPerHour, "Weight of each hour a contact takes, against it.",
            .given,
            "E-093"),
          weight("campaign", \.campaign, "Weight of a client of a campaign.", .assumption, "E-250"),
          weight(
            "targetStrength", \.targetStrength,
            "Factor on readiness and motivation by which targets for outflow steer.", .free, "E-042"
          ),
          .number(
            "ownSpread", \.ownSpread, .from(0, to: 3), unit: "coefficient of variation",
            "Spread between workers of their own weights around those of the organisation.", .free,
            .newcomers,
            "E-015"),
        ]),
      .section("faceToFace", \.faceToFace, "A talk at the office.", mode(.given, "E-241")),
      .section("phone", \.phone, "A phone call.", mode(.assumption, "E-062")),
      .section("video", \.video, "A video call.", mode(.assumption, "E-062")),
      .section(
        "email", \.email, "A letter or e-mail, which is no two-way contact.",
        mode(.assumption, "E-062")),
      .section(
        "group", \.group,
        "A group session; participants share its minutes, and it is no personal contact.",
        mode(.assumption, "E-112")),
      .number(
        "groupSize", \.groupSize, .from(1, to: 1_000), unit: "participants",
        "Participants of a group session.", .assumption, .anyTime, "E-112"),
      .number(
        "lengthVariation", \.lengthVariation, .from(0, to: 3), unit: "coefficient of variation",
        "Spread of the length of a talk by appointment; preparation and other contacts have none.",
        .assumption, .anyTime),
      .number(
        "preparationMinutes", \.preparationMinutes, .from(0, to: 480), unit: "minutes",
        "Preparation and wrap-up of a planned contact.", .assumption, .anyTime, "E-241"),
      .number(
        "registrationMinutes", \.registrationMinutes, .from(0, to: 480), unit: "minutes",
        "Time to register one contact.", .assumption, .anyTime, "E-086"),
      .integer(
        "leadDays", \.leadDays, 0...365, unit: "calendar days",
        "Time between an invitation and its appointment.", .assumption, .anyTime),
      .share(
        "noShowShare", \.noShowShare, of: "appointments",
        "Chance that a client who was seen recently misses an appointment.", .given, .anyTime,
        "O-065"),
      .share(
        "noShowShareUnseen", \.noShowShareUnseen, of: "appointments",
        "Chance that a client who has not been seen for years misses an appointment.", .assumption,
        .anyTime,
        "O-065", "E-262"),
      .number(
        "noShowHalfYears", \.noShowHalfYears, .from(0.01, to: 100), unit: "years",
        "Time unseen after which the chance of a missed appointment lies half-way between that of clients "
          + "seen recently and that of those not seen for years.", .assumption, .anyTime, "E-262"),
      .number(
        "noShowMinutes", \.noShowMinutes, .from(0, to: 480), unit: "minutes",
        "Time of a missed appointment that is lost.", .assumption, .anyTime),
      .integer(
        "noShowAttempts", \.noShowAttempts, 1...ServiceSettings.mostNoShowAttempts,
        unit: "missed appointments in a row",
        "Attempts after which the worker waits for the next norm date.", .assumption, .anyTime),
      .share(
        "noShowSanctionShare", \.noShowSanctionShare, of: "series of missed appointments",
        "Chance that a benefit is ended after that many missed appointments.", .assumption,
        .anyTime, "E-123",
        "E-183"),
      .number(
        "requestsPerYear", \.requestsPerYear, .from(0, to: 200),
        unit: "requests per client and year",
        "How often clients ask for contact themselves.", .free, .anyTime, "E-094"),
      .number(
        "requestHeterogeneity", \.requestHeterogeneity, .from(0, to: 5),
        unit: "coefficient of variation",
        "Spread between clients of how often they ask (mean 1, gamma).",
        .free, .newcomers, "E-094"),
      .section(
        "request", \.request, "The answer to a client's request, by phone.",
        mode(.assumption, "E-094")),
      .number(
        "agreementMonths", \.agreementMonths, .from(0, to: 120), unit: "calendar months",
        "Time for which agreements made with a client stay current.", .calibrated, .newcomers,
        "E-090", "E-258"),
      .share(
        "agreementShare", \.agreementShare, of: "completed contacts",
        "Contacts at which agreements are made.", .calibrated, .anyTime, "E-090"),
      .number(
        "substitutionBacklogDays", \.substitutionBacklogDays, .from(0, to: 1_000),
        unit: "working days",
        "Backlog above which face-to-face contacts become calls.", .free, .anyTime, "E-023", "E-062"
      ),
      .number(
        "enforcementBacklogDays", \.enforcementBacklogDays, .from(0, to: 1_000),
        unit: "working days", "Backlog above which checks are dropped.", .free, .anyTime, "E-023",
        "E-060"),
      .choice(
        "planning", \.planning,
        "How workers plan contacts: by a date per client, or by a sweep through the caseload.",
        .assumption, .anyTime, "E-052"),
      .integer(
        "sweepDays", \.sweepDays, 1...3_650, unit: "calendar days",
        "Time between two sweeps through a caseload.", .assumption, .anyTime, "E-052"),
      .flag(
        "workItemExpiry", \.workItemExpiry,
        "Whether the end of agreements makes a contact due by itself.", .assumption, .anyTime,
        "E-261"),
      .number(
        "catchUpFromDays", \.catchUpFromDays, .from(0, to: 1_000), unit: "working days",
        "Work in the queue beyond which a worker plans to work off what has piled up.", .assumption,
        .anyTime, "E-272"),
      .number(
        "catchUpDays", \.catchUpDays, .from(1, to: 1_000), unit: "working days",
        "Time in which a worker plans to work off what has piled up.", .assumption, .anyTime,
        "E-272"),
      .share(
        "presenceShare", \.presenceShare, of: "contract days",
        "Presence that a worker expects when leaving room for requests.", .assumption, .anyTime,
        "O-060"),
      .number(
        "administrationPieceMinutes", \.administrationPieceMinutes, .from(1, to: 480),
        unit: "minutes", "Smallest piece in which administration is taken up.", .assumption,
        .anyTime),
      .section(
        "enforcement", \.enforcement, "Checks whether a client still has a right to the benefit.",
        [
          .number(
            "checksPerYear", \.checksPerYear, .from(0, to: 50), unit: "checks per client and year",
            "Signals and checks.", .free, .anyTime, "E-125", "E-183"),
          .number(
            "minutes", \.minutes, .from(0, to: 4_800), unit: "minutes", "Length of one check.",
            .assumption, .anyTime),
          .share(
            "exitShare", \.exitShare, of: "checks", "Checks that end the benefit.", .free, .anyTime,
            "E-183",
            "E-268"),
        ]),
      .section(
        "fileReview", \.fileReview, "Reviews of files of clients at rest.",
        [
          .number(
            "perYear", \.perYear, .from(0, to: 50), unit: "reviews per client at rest and year",
            "Reviews of files.", .assumption, .anyTime, "E-180"),
          .number(
            "minutes", \.minutes, .from(0, to: 480), unit: "minutes", "Length of one review.",
            .assumption, .anyTime, "E-180"),
          .share(
            "talkShare", \.talkShare, of: "reviews", "Reviews that lead to a talk.", .free,
            .anyTime, "E-180"),
        ]),
      .share(
        "reminderShare", \.reminderShare, of: "appointments",
        "Appointments announced by a call the day before.", .assumption, .anyTime, "E-263"),
      .number(
        "reminderFactor", \.reminderFactor, .from(0, to: 1), unit: "factor on odds",
        "Factor of such a call on the odds of missing an appointment.", .free, .anyTime, "E-263"),
      .number(
        "reminderMinutes", \.reminderMinutes, .from(0, to: 60), unit: "minutes",
        "Length of such a call.", .assumption, .anyTime, "E-263"),
    ])

  private static let norms: [Binding<ServiceNorm>] = [
    .text("group", \.group, .groupName, "The group that the norm holds for.", .fixed),
    .number(
      "intervalDays", \.intervalDays, .from(1, to: 36_500), unit: "calendar days",
      "Time between contacts that the organisation aims at.", .free, .anyTime, "E-027"),
    .share(
      "faceToFaceShare", \.faceToFaceShare, of: "planned contacts", "Contacts face to face.",
      .assumption, .anyTime, "E-062"),
    .share(
      "phoneShare", \.phoneShare, of: "planned contacts", "Contacts by phone.", .assumption,
      .anyTime, "E-062"
    ),
    .share(
      "videoShare", \.videoShare, of: "planned contacts",
      "Contacts by video; what remains goes by e-mail.", .assumption, .anyTime),
    .share(
      "groupShare", \.groupShare, of: "planned contacts", "Contacts in a group.", .assumption,
      .anyTime,
      "E-112"),
    .share(
      "restShare", \.restShare, of: "the group", "Clients whom the rest policy leaves alone.",
      .calibrated, .anyTime, "E-039", "E-027"),
    .number(
      "normHoursPerYear", \.normHoursPerYear, .from(0, to: 1_000),
      unit: "hours per client and year",
      "Hours by which a norm-hours rule sets the number of caseworkers.", .assumption, .anyTime,
      "E-048",
      "O-082"),
  ]

  private static func mode(
    _ status: Parameter.Status, _ evidence: String
  ) -> [Binding<ContactMode>] {
    [
      .number(
        "minutes", \.minutes, .from(0, to: 480), unit: "minutes",
        "Mean length of the contact itself.", status, .anyTime, evidence),
      .share(
        "information", \.information, of: "attributes",
        "Chance that the contact brings an attribute up to date.", .free, .anyTime, "E-023", "E-217"
      ),
      .number(
        "attention", \.attention, .from(0, to: 5), unit: "factor",
        "What the contact adds to the client's attention, against as long a talk in one room.",
        .assumption, .anyTime, "O-023"),
    ]
  }

  private static func weight(
    _ key: String, _ path: Path<PriorityWeights, Double>, _ meaning: String,
    _ status: Parameter.Status, _ evidence: String
  ) -> Binding<PriorityWeights> {
    .number(
      key, path, .from(0, to: 1_000), unit: "relative weight", meaning, status, .anyTime, evidence)
  }
}
