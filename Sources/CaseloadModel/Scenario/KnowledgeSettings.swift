/// Length and yield of one way of holding an intake.
public struct IntakeWay: Sendable, Equatable {
  /// Mean length, or the work that it takes, in minutes.
  public var minutes: Double
  /// Chance that it brings an attribute up to date.
  public var information: Double

  /// Makes a way.
  public init(minutes: Double = 60, information: Double = 1) {
    self.minutes = minutes
    self.information = information
  }
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
  /// Share of intakes by phone; the rest, save for those online, is in person.
  public var intakePhoneShare: Double = 0
  /// Length and yield of an intake by phone.
  public var intakePhone = IntakeWay(minutes: 60, information: 0.8)
  /// Share of intakes online, without a talk.
  public var intakeOnlineShare: Double = 0
  /// Work and yield of an intake online.
  public var intakeOnline = IntakeWay(minutes: 30, information: 0.5)
  /// Minutes that an instrument adds to an intake.
  public var toolMinutes: Double = 45
  /// Where the result of an instrument is stored.
  public var toolStore: DiagnosisStore = .notes
  /// Share of intakes for which expertise is purchased.
  public var purchasedShare: Double = 0
  /// Price of purchased expertise, in euro.
  public var purchasedPriceEuro: Double = 600
  /// Days until the purchased result returns.
  public var purchasedDelayDays: Double = 42
  /// Chance that purchased expertise observes an attribute correctly.
  public var purchasedAccuracy: Double = 0.95
  /// Whether the group is judged anew at every contact, or only at the intake.
  public var reclassifyAtContacts: Bool = true

  /// Makes the default settings.
  public init() {}
}

/// Where the result of a diagnosis is kept.
public enum DiagnosisStore: Int, Sendable, Equatable, CaseIterable {
  /// With the worker, until the worker registers it.
  case notes
  /// In the register at once.
  case register
  /// In a system of its own that nobody looks into: the instrument adds nothing to what is held.
  case elsewhere
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
  /// Share of those with the barrier who need support for it.
  public var supportShare: Double
  /// Whether judging the attribute takes medical expertise.
  public var isHealth: Bool
  /// Factor on exits to work while the attribute is a barrier.
  public var workFactor: Double

  /// Makes an attribute.
  public init(
    name: String = "", weight: Double = 1, changesPerYear: Double = 0.2, barrierShare: Double = 0,
    supportShare: Double = 0.5, isHealth: Bool = false, workFactor: Double = 1
  ) {
    self.name = name
    self.weight = weight
    self.changesPerYear = changesPerYear
    self.barrierShare = barrierShare
    self.supportShare = supportShare
    self.isHealth = isHealth
    self.workFactor = workFactor
  }
}

/// What is known of a client, and how it goes out of date.
public struct KnowledgeSettings: Sendable, Equatable {
  /// The attributes; the first one is readiness for work and moves with it.
  public var attributes: [KnowledgeAttribute] = [
    KnowledgeAttribute(name: "readiness", weight: 2, changesPerYear: 0.5),
    KnowledgeAttribute(
      name: "physicalHealth", weight: 1, changesPerYear: 0.25, barrierShare: 0.28, isHealth: true,
      workFactor: 0.8),
    KnowledgeAttribute(
      name: "mentalHealth", weight: 1, changesPerYear: 0.45, barrierShare: 0.23, isHealth: true,
      workFactor: 0.8),
    KnowledgeAttribute(
      name: "debt", weight: 1, changesPerYear: 0.4, barrierShare: 0.35, workFactor: 0.9),
    KnowledgeAttribute(
      name: "careDuties", weight: 1, changesPerYear: 0.3, barrierShare: 0.2, workFactor: 0.85),
    KnowledgeAttribute(name: "housing", weight: 0.5, changesPerYear: 0.2, barrierShare: 0.12),
    KnowledgeAttribute(
      name: "skills", weight: 1, changesPerYear: 0.1, barrierShare: 0.4, workFactor: 0.9),
    KnowledgeAttribute(name: "motivation", weight: 1, changesPerYear: 0.8, barrierShare: 0.3),
  ]
  /// Currency below which a client is not in view.
  public var inViewThreshold: Double = 0.561
  /// Share of what a contact yields that a worker without pressure puts in the register.
  public var registrationCompleteness: Double = 0.801
  /// Standard deviation of registration discipline between workers.
  public var registrationSpread: Double = 0.15
  /// Relative loss of completeness per working week of backlog.
  public var registrationPressureEffect: Double = 0.3
  /// Rate at which private notes and memory fade, per year.
  public var privateFadingPerYear: Double = 0.157
  /// Chance that a privately held item is lost when a client's worker leaves.
  public var handoverLossShare: Double = 0.36
  /// Chance that a privately held item is lost when a client changes hands between workers who stay.
  public var swapLossShare: Double = 0.05
  /// Chance that current agreements survive when a client's worker leaves.
  public var agreementsKeptAtDepartureShare: Double = 0.3
  /// Chance that current agreements survive when a client changes hands between workers who stay.
  public var agreementsKeptAtSwapShare: Double = 0.9
  /// Share of handovers that are warm: the old worker tells the new one.
  public var warmHandoverShare: Double = 0
  /// Chance that a privately held item is lost at a warm handover.
  public var warmHandoverLossShare: Double = 0.05
  /// Minutes that a warm handover takes of the new worker.
  public var warmHandoverMinutes: Double = 20
  /// Chance that a client who asks for contact tells of a need for support.
  public var toldAtRequestShare: Double = 0.5
  /// How well the registration system can be used, as a factor on completeness.
  public var systemUsability: Double = 1
  /// Caseload per fte at which memory fades as fast as `privateFadingPerYear` says.
  public var memoryCaseload: Double = 100
  /// Power of the caseload in the rate at which memory fades; 0 means no effect.
  public var memoryCaseloadExponent: Double = 0.5
  /// Audits of the register per year.
  public var auditsPerYear: Double = 0
  /// Share of the missing completeness that an audit wins back while it is felt.
  public var auditEffect: Double = 0.5
  /// Days for which an audit is felt.
  public var auditDays: Double = 90

  /// Makes the default settings.
  public init() {}
}

extension DiagnosisSettings {
  /// Mean length of an intake over the ways in which it is done, without instruments.
  public var meanIntakeMinutes: Double {
    let inPerson = max(0, 1 - intakePhoneShare - intakeOnlineShare)
    return intakePhoneShare * intakePhone.minutes + intakeOnlineShare * intakeOnline.minutes
      + inPerson * intakeMinutes
  }
}
