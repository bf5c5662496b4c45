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
  /// Added share of work exits under full attention, whatever the readiness; below 0 readiness decides
  /// (`AttentionSettings.work`).
  public var contactEffectOnWork: Double
  /// Added share of other exits under full attention, whatever the readiness; below 0 readiness decides
  /// (`AttentionSettings.other`).
  public var contactEffectOnOther: Double

  /// Makes exit rates.
  public init(
    group: String = "", workPerYear: Double = 0, subsidisedPerYear: Double = 0,
    otherPerYear: Double = 0, contactEffectOnWork: Double = -1, contactEffectOnOther: Double = -1
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
      group: "care", workPerYear: 0.015, subsidisedPerYear: 0.005, otherPerYear: 0.0524),
    ExitRates(
      group: "development", workPerYear: 0.0462, subsidisedPerYear: 0.015, otherPerYear: 0.0608),
    ExitRates(
      group: "work", workPerYear: 0.247, subsidisedPerYear: 0.02, otherPerYear: 0.0872),
  ]
  /// Exits to pension and by death, per client and year.
  public var pensionAndDeathPerYear: Double = 0.035
  /// Days after which half of a client's stock of attention is gone.
  public var contactHalfLifeDays: Double = 60
  /// What talks add to that stock, and what it does.
  public var attention = AttentionSettings()
  /// What talks bring to light and lead to.
  public var atContact = ContactEventSettings()
  /// What being called in does before the talk.
  public var atInvitation = InvitationSettings()
  /// Effect of motivation on exits to work: relative change per unit above the mean.
  public var motivationEffectOnWork: Double = 1
  /// Relative loss of the chance of work per doubling of time on benefit.
  public var durationEffectOnWork: Double = 0.12
  /// Relative loss of the chance of other exits per doubling of time on benefit.
  public var durationEffectOnOther: Double = 0.05
  /// Months on benefit from which doublings count.
  public var durationEffectFromMonths: Double = 6
  /// Share of leavers who return in the long run, after an exit for reasons of their own life.
  public var relapseShare: Double = 0.519
  /// Weibull shape of the time to return; below 1 means that early return is the likeliest.
  public var relapseShape: Double = 0.7
  /// Weibull scale of the time to return, in days.
  public var relapseScaleDays: Double = 245
  /// Factor on the chance to return after an exit to work.
  public var relapseFactorWork: Double = 0.5
  /// Factor on the chance to return after a benefit was ended for missed appointments.
  public var relapseFactorSanction: Double = 1.3
  /// Factor on the chance to return after the longest time under a law.
  public var relapseFactorLimit: Double = 0
  /// How much more often an exit to work does not hold, per unit of readiness short of the highest group.
  public var relapseUnreadyEffect: Double = 0.5
  /// Share of returns that follow a new loss of income, not an exit that does not hold.
  public var relapseLateShare: Double = 0.25
  /// Mean time to such a return, in years.
  public var relapseLateYears: Double = 4
  /// Starts of part-time work beside the benefit, per client and year in the highest group.
  public var partTimeStartsPerYear: Double = 0.15
  /// Ends of part-time work beside the benefit, per client and year.
  public var partTimeEndsPerYear: Double = 1
  /// Factor on exits to work of a client who works part time.
  public var partTimeWorkFactor: Double = 1.5
  /// Share of the benefit that is still paid beside part-time work.
  public var partTimeBenefitShare: Double = 0.5
  /// Share of exits to work that get aftercare.
  public var aftercareShare: Double = 0
  /// Minutes of aftercare per exit to work.
  public var aftercareMinutes: Double = 60
  /// Factor of aftercare on the chance to return.
  public var aftercareRelapseFactor: Double = 0.9

  /// Makes the default settings.
  public init() {}
}
