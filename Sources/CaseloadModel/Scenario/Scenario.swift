import SimulationKernel

/// Everything that one run depends on, with every default filled in.
///
/// A plain value: the scenario file format fills it, the model reads it. Rates are per calendar year,
/// shares lie in 0…1, and the unit of every other number is part of its name. Meaning, range, default
/// and source of each parameter stand in one table, `ScenarioFormat.parameterTable`.
public struct Scenario: Sendable, Equatable {
  /// A short name that also names the result folder.
  public var name: String = "scenario"
  /// What the scenario stands for, in a sentence or two.
  public var description: String = ""
  /// Evidence ids or literature that the scenario rests on.
  public var sources: [String] = []
  /// Start, warm-up and length of the run.
  public var time = TimeSettings()
  /// Number of independent replications.
  public var replications: Int = 30
  /// The seed of all random numbers.
  public var seed: UInt64 = 1
  /// Who is in stock at the start, and how clients differ.
  public var population = PopulationSettings()
  /// New applications and the gate.
  public var inflow = InflowSettings()
  /// What the organisation learns at intake.
  public var diagnosis = DiagnosisSettings()
  /// What is known of a client, and how it goes out of date.
  public var knowledge = KnowledgeSettings()
  /// Workers, hours, absence and turnover.
  public var staffing = StaffingSettings()
  /// Assignment of clients to workers.
  public var caseload = CaseloadSettings()
  /// Contacts, modes, priorities and the rest policy.
  public var service = ServiceSettings()
  /// Instruments that a client can be sent on.
  public var trajectories = TrajectorySettings()
  /// Demand for labour.
  public var labourMarket = LabourMarketSettings()
  /// Exits by reason, and relapse.
  public var outflow = OutflowSettings()
  /// Prices.
  public var costs = CostSettings()

  /// Makes the default scenario: an average Dutch municipality.
  public init() {}
}

/// Start, warm-up and length of a run.
public struct TimeSettings: Sendable, Equatable {
  /// The first simulated day.
  public var start: CivilDate = CivilDate(dayNumber: 14_610)
  /// Calendar months before observation begins.
  public var warmUpMonths: Int = 24
  /// Calendar months of observation, after the warm-up.
  public var durationMonths: Int = 60
  /// Calendar months between two observations of the stock.
  public var observationMonths: Int = 1

  /// Makes the default settings.
  public init() {}
}

/// A group of clients by true distance to work, for example work, development and care clients.
public struct ClientGroup: Sendable, Equatable {
  /// The name by which other sections refer to the group.
  public var name: String
  /// Lowest readiness of the group; the group reaches up to the next one's lowest readiness.
  public var readinessFrom: Double
  /// Share of the initial stock.
  public var stockShare: Double
  /// Share of new applicants.
  public var inflowShare: Double

  /// Makes a group.
  public init(
    name: String = "", readinessFrom: Double = 0, stockShare: Double = 0, inflowShare: Double = 0
  ) {
    self.name = name
    self.readinessFrom = readinessFrom
    self.stockShare = stockShare
    self.inflowShare = inflowShare
  }
}

/// Who is in stock at the start, and how clients differ.
public struct PopulationSettings: Sendable, Equatable {
  /// Persons in stock at the start.
  public var clients: Int = 3_000
  /// Groups in order of rising readiness.
  public var groups: [ClientGroup] = [
    ClientGroup(name: "care", readinessFrom: 0, stockShare: 0.40, inflowShare: 0.22),
    ClientGroup(name: "development", readinessFrom: 0.40, stockShare: 0.36, inflowShare: 0.38),
    ClientGroup(name: "work", readinessFrom: 0.70, stockShare: 0.24, inflowShare: 0.40),
  ]
  /// Mean time on benefit of the initial stock, in years.
  public var initialDurationYears: Double = 4.5
  /// Coefficient of variation of the personal exit factor (mean 1, gamma, cut at 4).
  public var exitHeterogeneity: Double = 0.7
  /// Mean motivation of clients.
  public var motivationMean: Double = 0.6
  /// Standard deviation of motivation between clients.
  public var motivationSpread: Double = 0.2
  /// Standard deviation of one spontaneous change of readiness.
  public var readinessChangeSpread: Double = 0.10
  /// Loss of readiness at a spontaneous change when the client has been unattended.
  public var readinessDriftUnattended: Double = 0.03
  /// Pull of readiness back to the client's own level at a spontaneous change.
  public var readinessReversion: Double = 0.3
  /// Days without two-way contact after which a client counts as unattended.
  public var unattendedAfterDays: Double = 182
  /// Share of clients aged 55 or more in the stock.
  public var olderShare: Double = 0.44

  /// Makes the default settings.
  public init() {}
}

/// New applications and the gate.
public struct InflowSettings: Sendable, Equatable {
  /// Applications a year by people without a benefit history in the model.
  public var applicationsPerYear: Double = 1_020
  /// Share of applications that is granted.
  public var grantedShare: Double = 0.667
  /// Relative height of the yearly peak (in January) above the mean.
  public var seasonalAmplitude: Double = 0

  /// Makes the default settings.
  public init() {}
}

/// What the organisation learns at intake.
public struct DiagnosisSettings: Sendable, Equatable {
  /// Share of intakes in which a diagnostic instrument is used.
  public var toolShare: Double = 0.5
  /// Chance that an attribute is observed correctly with an instrument.
  public var accuracyWithTool: Double = 0.92
  /// Chance that an attribute is observed correctly without an instrument.
  public var accuracyWithoutTool: Double = 0.80
  /// Factor on accuracy for health attributes of clients who have a health barrier.
  public var healthAccuracyFactor: Double = 0.8
  /// Length of the intake talk, in minutes.
  public var intakeMinutes: Double = 90
  /// Minutes that an instrument adds to an intake.
  public var toolMinutes: Double = 45

  /// Makes the default settings.
  public init() {}
}

/// One thing that the organisation may know of a client.
public struct KnowledgeAttribute: Sendable, Equatable {
  /// The name of the attribute.
  public var name: String
  /// Weight in currency and accuracy; weights are scaled to a sum of 1.
  public var weight: Double
  /// Rate at which the truth changes, per year.
  public var changesPerYear: Double
  /// Share of clients for whom the attribute is a barrier to work.
  public var barrierShare: Double
  /// Whether judging the attribute takes medical expertise.
  public var isHealth: Bool

  /// Makes an attribute.
  public init(
    name: String = "", weight: Double = 1, changesPerYear: Double = 0.2, barrierShare: Double = 0,
    isHealth: Bool = false
  ) {
    self.name = name
    self.weight = weight
    self.changesPerYear = changesPerYear
    self.barrierShare = barrierShare
    self.isHealth = isHealth
  }
}

/// What is known of a client, and how it goes out of date.
public struct KnowledgeSettings: Sendable, Equatable {
  /// The attributes; the first one is readiness for work and moves with it.
  public var attributes: [KnowledgeAttribute] = [
    KnowledgeAttribute(name: "readiness", weight: 2, changesPerYear: 0.5),
    KnowledgeAttribute(
      name: "physicalHealth", weight: 1, changesPerYear: 0.25, barrierShare: 0.28, isHealth: true),
    KnowledgeAttribute(
      name: "mentalHealth", weight: 1, changesPerYear: 0.45, barrierShare: 0.23, isHealth: true),
    KnowledgeAttribute(name: "debt", weight: 1, changesPerYear: 0.4, barrierShare: 0.35),
    KnowledgeAttribute(name: "careDuties", weight: 1, changesPerYear: 0.3, barrierShare: 0.2),
    KnowledgeAttribute(name: "housing", weight: 0.5, changesPerYear: 0.2, barrierShare: 0.12),
    KnowledgeAttribute(name: "skills", weight: 1, changesPerYear: 0.1, barrierShare: 0.4),
    KnowledgeAttribute(name: "motivation", weight: 1, changesPerYear: 0.8, barrierShare: 0.3),
  ]
  /// Currency below which a client is not in view.
  public var inViewThreshold: Double = 0.5
  /// Share of what a contact yields that a worker without pressure puts in the register.
  public var registrationCompleteness: Double = 0.8
  /// Standard deviation of registration discipline between workers.
  public var registrationSpread: Double = 0.15
  /// Relative loss of completeness per working week of backlog.
  public var registrationPressureEffect: Double = 0.3
  /// Rate at which private notes and memory fade, per year.
  public var privateFadingPerYear: Double = 0.15
  /// Chance that a privately held item is lost when a client changes worker.
  public var handoverLossShare: Double = 0.18

  /// Makes the default settings.
  public init() {}
}

/// Workers, hours, absence and turnover.
public struct StaffingSettings: Sendable, Equatable {
  /// Caseworkers, in full-time equivalents.
  public var fte: Double = 25
  /// Hours a week of one full-time equivalent.
  public var fullTimeHoursPerWeek: Double = 36
  /// Contract hours a week of one worker.
  public var contractHoursPerWeek: Double = 32
  /// Leave and other planned absence, in days a year of a full-time worker.
  public var leaveDaysPerYear: Double = 33
  /// Share of working days lost to sickness.
  public var sicknessShare: Double = 0.06
  /// Sickness spells per worker and year.
  public var sicknessSpellsPerYear: Double = 1.3
  /// Workers who leave, per worker and year.
  public var turnoverPerYear: Double = 0.10
  /// Days until a worker who left is replaced.
  public var hiringDelayDays: Double = 60
  /// Moments a year at which a worker swaps part of the caseload with a colleague.
  public var swapsPerYear: Double = 0.35
  /// Part of the caseload that changes hands at a swap.
  public var swapShare: Double = 0.2
  /// Share of time in office that administration claims, registration included.
  public var administrationShare: Double = 0.36
  /// Share of time in office that coordination and side tasks claim.
  public var sideTaskShare: Double = 0.20
  /// Standard deviation of skill between workers (mean 1).
  public var skillSpread: Double = 0.1

  /// Makes the default settings.
  public init() {}
}

/// Assignment of clients to workers.
public struct CaseloadSettings: Sendable, Equatable {
  /// Clients per full-time equivalent that the organisation regards as normal.
  public var normPerFte: Double = 120
  /// Most clients per full-time equivalent; above it clients wait for a worker. 0 means no cap.
  public var capPerFte: Double = 0

  /// Makes the default settings.
  public init() {}
}

/// How one group of clients is served.
public struct ServiceNorm: Sendable, Equatable {
  /// The group, by name.
  public var group: String
  /// Days between contacts that the organisation aims at.
  public var intervalDays: Double
  /// Share of contacts face to face.
  public var faceToFaceShare: Double
  /// Share of contacts by phone.
  public var phoneShare: Double
  /// Share of contacts by video; what remains goes by e-mail.
  public var videoShare: Double
  /// Share of the group that the rest policy leaves alone.
  public var restShare: Double

  /// Makes a norm.
  public init(
    group: String = "", intervalDays: Double = 120, faceToFaceShare: Double = 0.6,
    phoneShare: Double = 0.3, videoShare: Double = 0, restShare: Double = 0
  ) {
    self.group = group
    self.intervalDays = intervalDays
    self.faceToFaceShare = faceToFaceShare
    self.phoneShare = phoneShare
    self.videoShare = videoShare
    self.restShare = restShare
  }
}

/// Length and yield of one mode of contact.
public struct ContactMode: Sendable, Equatable {
  /// Mean length of the contact itself, in minutes.
  public var minutes: Double
  /// Chance that the contact brings an attribute up to date.
  public var information: Double

  /// Makes a mode.
  public init(minutes: Double = 60, information: Double = 1) {
    self.minutes = minutes
    self.information = information
  }
}

/// The rest policy: part of the clients is deliberately left alone.
public struct RestPolicy: Sendable, Equatable {
  /// Whether the organisation has a rest policy.
  public var enabled: Bool = true
  /// Days between contacts with a client at rest.
  public var intervalDays: Double = 912
  /// Whether everyone of 55 and over who is not in the highest group is at rest.
  public var restOlderClients: Bool = false

  /// Makes the default policy.
  public init() {}
}

/// Weights by which workers choose which client to invite first.
public struct PriorityWeights: Sendable, Equatable {
  /// Weight of an intake that is still to be done.
  public var intake: Double = 5
  /// Weight of believed readiness, 0…1.
  public var readiness: Double = 1
  /// Weight of motivation, 0…1.
  public var motivation: Double = 1
  /// Weight of each year that a contact is overdue.
  public var overduePerYear: Double = 1
  /// Weight of a client who asked for contact.
  public var selfReported: Double = 1

  /// Makes the default weights.
  public init() {}
}

/// Contacts, modes, priorities and the rest policy.
public struct ServiceSettings: Sendable, Equatable {
  /// Contact norms per group.
  public var norms: [ServiceNorm] = [
    ServiceNorm(
      group: "care", intervalDays: 240, faceToFaceShare: 0.5, phoneShare: 0.4, restShare: 0.5),
    ServiceNorm(
      group: "development", intervalDays: 120, faceToFaceShare: 0.6, phoneShare: 0.3, restShare: 0.15),
    ServiceNorm(group: "work", intervalDays: 60, faceToFaceShare: 0.6, phoneShare: 0.3),
  ]
  /// The rest policy.
  public var restPolicy = RestPolicy()
  /// Weights by which the next client is chosen.
  public var priorities = PriorityWeights()
  /// A talk at the office.
  public var faceToFace = ContactMode(minutes: 60, information: 0.9)
  /// A phone call.
  public var phone = ContactMode(minutes: 25, information: 0.5)
  /// A video call.
  public var video = ContactMode(minutes: 45, information: 0.75)
  /// A letter or e-mail, which is no two-way contact.
  public var email = ContactMode(minutes: 12, information: 0.12)
  /// Coefficient of variation of the length of any contact.
  public var lengthVariation: Double = 0.3
  /// Preparation and wrap-up of a planned contact, in minutes.
  public var preparationMinutes: Double = 15
  /// Minutes to register one contact.
  public var registrationMinutes: Double = 20
  /// Days between an invitation and its appointment.
  public var leadDays: Int = 10
  /// Chance that a client who was seen recently misses an appointment.
  public var noShowShare: Double = 0.10
  /// Chance that a client who has not been seen for years misses an appointment.
  public var noShowShareUnseen: Double = 0.35
  /// Minutes of a missed appointment that are lost.
  public var noShowMinutes: Double = 15
  /// Missed appointments in a row after which the worker waits for the next norm date.
  public var noShowAttempts: Int = 3
  /// Chance that a benefit is ended after that many missed appointments.
  public var noShowSanctionShare: Double = 0.02
  /// Requests by a client for contact, per client and year.
  public var requestsPerYear: Double = 1.0
  /// Length of the answer to a request, in minutes.
  public var requestMinutes: Double = 15
  /// Months that agreements made with a client stay current.
  public var agreementMonths: Double = 6
  /// Share of completed contacts at which agreements are made.
  public var agreementShare: Double = 0.85
  /// Working days of backlog above which face-to-face contacts become calls.
  public var substitutionBacklogDays: Double = 5

  /// Makes the default settings.
  public init() {}
}

/// One instrument of the typed instrument table.
public struct Instrument: Sendable, Equatable {
  /// The name of the instrument.
  public var name: String
  /// Lowest believed group that may start it, by name.
  public var fromGroup: String
  /// Highest believed group that may start it, by name.
  public var toGroup: String
  /// Chance per completed contact that the worker proposes it to an eligible client.
  public var proposalShare: Double
  /// Clients who can be on it at the same time.
  public var places: Int
  /// Minutes of a worker's time to request it.
  public var requestMinutes: Double
  /// Price of one start, in euro.
  public var priceEuro: Double
  /// Mean days from request to start, apart from waiting for a place.
  public var waitingDays: Double
  /// Mean length, in days.
  public var durationDays: Double
  /// Share that drops out early.
  public var dropOutShare: Double
  /// Share that ends in success.
  public var successShare: Double
  /// Gain in readiness at success.
  public var readinessGain: Double
  /// Factor on exits to work while it runs.
  public var lockInFactor: Double
  /// Chance of an exit to work directly at success.
  public var placementShare: Double

  /// Makes an instrument.
  public init(
    name: String = "", fromGroup: String = "", toGroup: String = "", proposalShare: Double = 0.1,
    places: Int = 100, requestMinutes: Double = 180, priceEuro: Double = 4_000,
    waitingDays: Double = 30, durationDays: Double = 180, dropOutShare: Double = 0.25,
    successShare: Double = 0.3, readinessGain: Double = 0.1, lockInFactor: Double = 0.7,
    placementShare: Double = 0
  ) {
    self.name = name
    self.fromGroup = fromGroup
    self.toGroup = toGroup
    self.proposalShare = proposalShare
    self.places = places
    self.requestMinutes = requestMinutes
    self.priceEuro = priceEuro
    self.waitingDays = waitingDays
    self.durationDays = durationDays
    self.dropOutShare = dropOutShare
    self.successShare = successShare
    self.readinessGain = readinessGain
    self.lockInFactor = lockInFactor
    self.placementShare = placementShare
  }
}

/// Instruments that a client can be sent on.
public struct TrajectorySettings: Sendable, Equatable {
  /// The instrument table.
  public var instruments: [Instrument] = [
    Instrument(
      name: "reintegrationTrajectory", fromGroup: "development", toGroup: "work",
      proposalShare: 0.08, places: 150, requestMinutes: 180, priceEuro: 4_000, waitingDays: 30,
      durationDays: 240, dropOutShare: 0.25, successShare: 0.30, readinessGain: 0.12,
      lockInFactor: 0.7, placementShare: 0.35),
    Instrument(
      name: "socialActivation", fromGroup: "care", toGroup: "development",
      proposalShare: 0.08, places: 200, requestMinutes: 90, priceEuro: 1_500, waitingDays: 30,
      durationDays: 300, dropOutShare: 0.3, successShare: 0.35, readinessGain: 0.10,
      lockInFactor: 0.9, placementShare: 0),
  ]

  /// Makes the default settings.
  public init() {}
}

/// Demand for labour.
public struct LabourMarketSettings: Sendable, Equatable {
  /// Factor on all exits to work; 1 is the labour market of the calibration years.
  public var demandIndex: Double = 1

  /// Makes the default settings.
  public init() {}
}

/// Exit rates of one group of clients without attention, for a client of average heterogeneity.
public struct ExitRates: Sendable, Equatable {
  /// The group, by name.
  public var group: String
  /// Exits to regular work a year.
  public var workPerYear: Double
  /// Exits to subsidised work a year.
  public var subsidisedPerYear: Double
  /// Exits for other reasons that a client's own life brings (partner, income, moving) a year.
  public var otherPerYear: Double
  /// Added share of work exits right after a contact; fades with `contactHalfLifeDays`.
  public var contactEffectOnWork: Double
  /// Added share of other exits right after a contact; fades with `contactHalfLifeDays`.
  public var contactEffectOnOther: Double

  /// Makes exit rates.
  public init(
    group: String = "", workPerYear: Double = 0, subsidisedPerYear: Double = 0,
    otherPerYear: Double = 0, contactEffectOnWork: Double = 0, contactEffectOnOther: Double = 0
  ) {
    self.group = group
    self.workPerYear = workPerYear
    self.subsidisedPerYear = subsidisedPerYear
    self.otherPerYear = otherPerYear
    self.contactEffectOnWork = contactEffectOnWork
    self.contactEffectOnOther = contactEffectOnOther
  }
}

/// Exits by reason, and relapse.
public struct OutflowSettings: Sendable, Equatable {
  /// Exit rates per group.
  public var rates: [ExitRates] = [
    ExitRates(
      group: "care", workPerYear: 0.015, subsidisedPerYear: 0.005, otherPerYear: 0.12,
      contactEffectOnWork: 0, contactEffectOnOther: 0.3),
    ExitRates(
      group: "development", workPerYear: 0.07, subsidisedPerYear: 0.015, otherPerYear: 0.16,
      contactEffectOnWork: 0.1, contactEffectOnOther: 0.3),
    ExitRates(
      group: "work", workPerYear: 0.34, subsidisedPerYear: 0.02, otherPerYear: 0.22,
      contactEffectOnWork: 0.4, contactEffectOnOther: 0.2),
  ]
  /// Exits to pension and by death, per client and year.
  public var pensionAndDeathPerYear: Double = 0.035
  /// Days after which half of a contact's effect on exits is gone.
  public var contactHalfLifeDays: Double = 60
  /// Relative loss of the chance of work per doubling of time on benefit beyond half a year.
  public var durationEffectOnWork: Double = 0.12
  /// Share of leavers who return in the long run.
  public var relapseShare: Double = 0.36
  /// Weibull shape of the time to return; below 1 means that early return is the likeliest.
  public var relapseShape: Double = 0.7
  /// Weibull scale of the time to return, in days.
  public var relapseScaleDays: Double = 400
  /// Factor on the chance to return after an exit to work.
  public var relapseFactorWork: Double = 0.9
  /// Factor on the chance to return after a benefit was ended for missed appointments.
  public var relapseFactorSanction: Double = 1.6

  /// Makes the default settings.
  public init() {}
}

/// Prices.
public struct CostSettings: Sendable, Equatable {
  /// One full-time caseworker, fully loaded, in euro a year.
  public var ftePerYearEuro: Double = 95_000
  /// One person's benefit, in euro a year.
  public var benefitPerYearEuro: Double = 14_200

  /// Makes the default settings.
  public init() {}
}
