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
