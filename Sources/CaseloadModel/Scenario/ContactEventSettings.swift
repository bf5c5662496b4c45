/// What talks bring to light and lead to, each with a chance of its own; 0 switches it off.
public struct ContactEventSettings: Sendable, Equatable {
  /// Changes of circumstances that end the right to a benefit and that nobody has found, per client and
  /// year; a segment's factor on other exits applies.
  public var changesPerYear: Double = 0.1
  /// Chance that a talk in one room finds such a change; other modes find as much less as they yield.
  public var detectionShare: Double = 0.4
  /// Chance that a talk ends the benefit as a sanction.
  public var sanctionShare: Double = 0.001
  /// Chance that a talk leads to a referral to a vacancy, at the readiness at which attention works best
  /// and by an average worker.
  public var referralShare: Double = 0.04
  /// Mean time until such a referral is decided, in days.
  public var referralDays: Double = 21
  /// Chance that an employer takes a client who is referred and of whom everything is known.
  public var referralAcceptShare: Double = 0.1

  /// Makes the default settings.
  public init() {}
}

/// What being called in does before the talk; 0 switches it off.
public struct InvitationSettings: Sendable, Equatable {
  /// Chance that a client leaves for work between the first invitation of a spell and the talk, at the
  /// readiness at which attention works best.
  public var workShare: Double = 0.004
  /// Chance that a client leaves for other reasons between the first invitation and the talk.
  public var otherShare: Double = 0.004

  /// Makes the default settings.
  public init() {}
}
