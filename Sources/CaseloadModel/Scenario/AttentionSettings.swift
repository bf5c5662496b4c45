/// For whom attention raises one kind of exit or start, and how much: a single peak over readiness.
///
/// At readiness `peak` the gain is `height`; to either side it falls as a normal density does, at a
/// width of its own; and it halves with every `halvingYears` on benefit.
public struct AttentionEffect: Sendable, Equatable {
  /// Added share of the rate at the peak, when attention is full and comes from an average worker.
  public var height: Double
  /// Readiness at which the gain is highest, 0…1.
  public var peak: Double
  /// Standard deviation of the curve below the peak, in units of readiness.
  public var widthBelow: Double
  /// Standard deviation of the curve above the peak, in units of readiness.
  public var widthAbove: Double
  /// Years on benefit after which the gain is halved; 0 means that it does not fade.
  public var halvingYears: Double

  /// Makes an effect.
  public init(
    height: Double = 0, peak: Double = 0.5, widthBelow: Double = 0.3, widthAbove: Double = 0.3,
    halvingYears: Double = 0
  ) {
    self.height = height
    self.peak = peak
    self.widthBelow = widthBelow
    self.widthAbove = widthAbove
    self.halvingYears = halvingYears
  }
}

/// What talks add to a client's stock of attention, and what that stock does.
///
/// The unit of the stock is an hour in one room with an average worker, on the worker's initiative, who
/// knows all about the client. It fades with `outflow.contactHalfLifeDays`.
public struct AttentionSettings: Sendable, Equatable {
  /// Exponent of the length of a talk, in hours: below 1 a second hour adds less than the first.
  public var lengthExponent: Double = 0.7
  /// Factor on what a talk adds that the client asked for.
  public var clientInitiative: Double = 0.3
  /// Part of what a talk adds that is lost when the worker knows nothing of the client.
  public var knowledgeWeight: Double = 0.5
  /// What a talk adds after very many talks in the spell, against the first.
  public var repeatFloor: Double = 0.45
  /// Factor per talk of the spell on what the first talks add above that.
  public var repeatFactor: Double = 0.9
  /// Added share of what a talk adds that comes back to an agreement made before.
  public var agreementBonus: Double = 0.3
  /// The stock, in hours, at which half of the full effect is reached.
  public var saturation: Double = 2.45
  /// The effect on exits to regular work.
  public var work = AttentionEffect(
    height: 2.65, peak: 0.75, widthBelow: 0.2, widthAbove: 0.4, halvingYears: 1.6)
  /// The effect on exits for other reasons.
  public var other = AttentionEffect(
    height: 0.3, peak: 0.3, widthBelow: 0.3, widthAbove: 0.3)
  /// The effect on starts of part-time work.
  public var partTime = AttentionEffect(
    height: 0.5, peak: 0.4, widthBelow: 0.25, widthAbove: 0.3)

  /// Makes the default settings.
  public init() {}
}
