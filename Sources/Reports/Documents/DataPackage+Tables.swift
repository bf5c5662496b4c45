import CaseloadModel

// The tables of a result, column by column.
extension DataPackage.Table {
  private typealias Field = DataPackage.Field

  private static let metric = Field(
    "metric", "string", "The id of the metric; the package tells its unit.")
  private static let group = Field("group", "string", "The group of clients; all for all of them.")

  /// The columns of `series.csv`.
  static let series = DataPackage.Table(
    file: "series.csv",
    fields: [
      Field("date", "date", "The day that closes the observed period."), metric, group,
      Field("mean", "number", "The mean over replications."),
      Field("low", "number", "The lower end of the 95 % interval.", isRequired: false),
      Field("high", "number", "The upper end of the 95 % interval.", isRequired: false),
      Field(
        "sd", "number", "The standard deviation between replications.", isRequired: false,
        minimum: 0),
      Field("n", "integer", "Replications in which the metric is defined.", minimum: 1),
    ], key: ["date", "metric", "group"])

  /// The columns of `replications.csv`.
  static let replications = DataPackage.Table(
    file: "replications.csv",
    fields: [
      Field("replication", "integer", "The number of the replication, from 0.", minimum: 0), metric,
      group,
      Field(
        "value", "number", "The value over the window; empty when it is not defined.",
        isRequired: false),
    ], key: ["replication", "metric", "group"])

  private static let organisation = Field(
    "organisation", "string", "The name of the organisation.")

  /// The columns of `organisations.csv` of a sector.
  static let organisations = DataPackage.Table(
    file: "organisations.csv",
    fields: [
      organisation, metric, Field("unit", "string", "The unit of the metric."),
      Field("n", "integer", "Replications in which the metric is defined.", minimum: 1),
      Field("mean", "number", "The mean over replications."),
      Field(
        "sd", "number", "The standard deviation between replications.", isRequired: false,
        minimum: 0),
      Field("low95", "number", "The lower end of the 95 % interval.", isRequired: false),
      Field("high95", "number", "The upper end of the 95 % interval.", isRequired: false),
      Field(
        "rank", "integer", "The rank of the organisation, from the lowest value.", minimum: 1),
      Field("rankLow", "integer", "The lowest rank that it may have.", minimum: 1),
      Field("rankHigh", "integer", "The highest rank that it may have.", minimum: 1),
    ], key: ["organisation", "metric"])

  /// The columns of `organisation-quantities.csv` of a sector.
  static let organisationQuantities = DataPackage.Table(
    file: "organisation-quantities.csv",
    fields: [
      organisation, Field("member", "string", "The member that the organisation is one of."),
      Field(
        "quantity", "string", "A draw by its name, clients, or clientsPerFte, at the start."),
      Field("value", "number", "The value of the quantity."),
    ], key: ["organisation", "quantity"])

  private static func count(_ name: String, _ meaning: String) -> Field {
    Field(name, "integer", meaning, minimum: 0)
  }

  private static func minutes(_ name: String, _ meaning: String) -> Field {
    Field(name, "integer", meaning, unit: "minutes", minimum: 0)
  }

  private static func share(_ name: String, _ meaning: String, isRequired: Bool = true) -> Field {
    Field(
      name, "number", meaning, unit: "0...1", isRequired: isRequired, minimum: 0,
      maximum: 1.000_000_001)
  }

  private static func flag(_ name: String, _ meaning: String) -> Field {
    Field(name, "boolean", meaning)
  }

  private static let client = count("client", "The number of the client, from 1.")
  private static let spell = count("spell", "Which spell on benefit of the client, from 1.")
  private static let date = Field("date", "date", "The day of the observation.")
  private static let believed = Field(
    "groupBelieved", "string", "The group that the organisation believes the client to be in.")
  private static let truth = Field("groupTrue", "string", "The group that the client is in.")
  private static let segment = Field("segment", "string", "The segment of the client.")
  private static let worker = count("worker", "The number of the worker, from 1.")
  private static let role = Field("role", "string", "The role of the worker.")
  private static let fte = Field(
    "fte", "number", "Contract hours as a share of full time.", unit: "fte", minimum: 0)

  private static let workOfMonth: [Field] = [
    count("contacts", "Two-way personal contacts."),
    minutes("minutesContact", "Minutes of contact."),
    minutes("minutesAdministration", "Minutes of administration."),
    minutes("minutesOther", "Minutes of all other work."),
    minutes("minutesPresent", "Minutes in office, overtime included."),
  ]
  private static let changesOfMonth: [Field] = [
    count("swaps", "Exchanges of clients with a colleague."),
    count("clientsReceived", "Clients taken over."), count("clientsGiven", "Clients handed over."),
    Field("daysIll", "integer", "Working days ill.", unit: "days", minimum: 0),
    Field("daysOnLeave", "integer", "Working days on leave.", unit: "days", minimum: 0),
  ]

  /// The columns of `workers.csv`.
  static let workers = DataPackage.Table(
    file: "workers.csv",
    fields: [
      worker, role, fte,
      Field(
        "hired", "datetime", "When the worker came; empty for the first day.", isRequired: false),
      Field("left", "datetime", "When the worker left; empty while employed.", isRequired: false),
      count("months", "Observations at which the worker was employed."),
      Field("clients", "number", "Clients, mean over those observations.", minimum: 0),
    ] + workOfMonth + [
      Field(
        "backlogDays", "number", "Backlog, mean over those observations.",
        unit: "working days of the worker", minimum: 0),
      count("monthsUnderHighPressure", "Observations under high pressure."),
      count("monthsWithTooLargeCaseload", "Observations with too large a caseload."),
    ] + changesOfMonth, key: ["worker"])

  /// The columns of `worker-months.csv`.
  static let workerMonths = DataPackage.Table(
    file: "worker-months.csv",
    fields: [
      date, worker, role, fte, flag("employed", "Whether the worker is still employed."),
      flag("carriesCaseload", "Whether the worker carries a caseload, and counts in metrics."),
      count("clients", "Clients."),
      Field("clientsPerFte", "number", "Clients per full-time equivalent.", minimum: 0),
    ] + workOfMonth + [
      Field("backlogDays", "number", "Backlog.", unit: "working days of the worker", minimum: 0),
      Field(
        "attemptedDays", "number", "The part of the backlog that the worker means to get to.",
        unit: "working days of the worker", minimum: 0),
      Field("pressureFactor", "number", "What the worker bears against the mean.", minimum: 0),
      flag("pressureHigh", "Whether the backlog reaches the worker's own threshold."),
      flag("tooLarge", "Whether the caseload exceeds the worker's own norm."),
      flag("swapped12m", "Whether the worker exchanged clients in the last year."),
      flag("fallsShort", "Whether some kind of due work was dropped or came too late."),
    ] + changesOfMonth, key: ["date", "worker"],
    references: [(["worker"], "workers", ["worker"])])

  /// The columns of `clients.csv`.
  static let clients = DataPackage.Table(
    file: "clients.csv",
    fields: [
      client, spell,
      Field("start", "datetime", "When the spell began; may lie before the run."),
      Field("end", "datetime", "When it ended; empty while it lasts.", isRequired: false),
      Field("outcome", "string", "Why it ended; empty while it lasts.", isRequired: false),
      Field(
        "daysToReturn", "number", "Days until the client comes back; empty for never.",
        unit: "days", isRequired: false, minimum: 0), segment, believed, truth,
      Field(
        "worker", "integer", "The worker at last; empty for nobody.", isRequired: false,
        minimum: 1),
      count("contacts", "Two-way personal contacts in the run."),
      count("contactsInWindow", "Two-way personal contacts after the warm-up."),
      count("otherContacts", "Letters, e-mails and group sessions."),
      count("missed", "Appointments missed."), count("requests", "Times that the client asked."),
      count("answers", "Questions answered."), count("lapsedTasks", "Tasks given up."),
      count("handovers", "Changes of worker."),
      Field("currencyLost", "number", "Currency lost at changes of worker.", minimum: 0),
      Field(
        "longestGapDays", "number", "Longest time without two-way personal contact.", unit: "days",
        minimum: 0),
      Field(
        "lastContactDays", "number", "Time from the last such contact to the end of spell or run.",
        unit: "days", minimum: 0),
      count("trajectoryStarts", "Trajectories begun in the run."),
      count("trajectorySuccesses", "Trajectories that ended as they were meant to."),
      count("referrals", "Referrals to vacancies from outside the streams of vacancies."),
      minutes("minutes", "Minutes of work for the client."),
      Field("cost", "number", "Work and purchases for the client.", unit: "euro", minimum: 0),
      share("currency", "Currency at the last observation.", isRequired: false),
      share("accuracy", "Accuracy at the last observation.", isRequired: false),
      share("privateOnly", "Currency that the worker alone held then.", isRequired: false),
    ], key: ["client", "spell"])

  /// The columns of `client-months.csv`.
  static let clientMonths = DataPackage.Table(
    file: "client-months.csv",
    fields: [
      date, client, spell,
      Field("worker", "integer", "The worker; empty for nobody.", isRequired: false, minimum: 1),
      believed, truth, segment,
      Field("daysInStock", "integer", "Days in stock in this spell.", unit: "days", minimum: 0),
      Field(
        "daysUnseen", "integer", "Days since the last two-way personal contact.", unit: "days",
        minimum: 0),
      Field(
        "daysWithoutAnyContact", "integer", "Days since the last contact of any kind.",
        unit: "days", minimum: 0),
      count("contactsAfterIntake", "Two-way personal contacts after the intake."),
      flag("agreements", "Whether agreements are current."),
      flag("overdue", "Whether the next contact is overdue."),
      flag("partTime", "Whether the client works part time."),
      flag("inView", "Whether the client is in view."),
      flag("waitsForTrajectory", "Whether a trajectory is asked for and has not started."),
      flag("onTrajectory", "Whether a trajectory runs."),
      Field(
        "supportGap", "string",
        "How far support is for a need not met: unknown, notOffered, waiting, noPlace; empty for none.",
        isRequired: false),
      Field(
        "contactHours12m", "string",
        "Contact in the last year: none, under1, from1To4, over4 hours; empty when not known.",
        isRequired: false),
      Field(
        "attentionHours", "number", "What is left of the attention that talks have given.",
        unit: "hours", minimum: 0), share("currency", "Currency."),
      share("accuracy", "Accuracy."), share("privateOnly", "Currency that the worker alone holds."),
      share("readiness", "True readiness for work."),
    ], key: ["date", "client"],
    references: [(["client", "spell"], "clients", ["client", "spell"])])

  /// The columns of `months.csv`.
  static let months = DataPackage.Table(
    file: "months.csv",
    fields: [date, group]
      + PeriodReading.names.map { Field($0, "number", "The sum of the period: \($0).") },
    key: ["date", "group"])
}
