/// The organisations of a sector as a scenario file describes them.
///
/// What is not said of an organisation it has from the scenario around the section.
public struct SectorSettings: Sendable, Equatable {
  /// Kinds of organisations.
  public var members: [SectorMember] = []
  /// Quantities that are drawn for each drawn organisation, in the order in which they are worked out.
  public var draws: [SectorDraw] = []
  /// Correlations of two draws.
  public var correlations: [SectorCorrelation] = []
  /// Named sets of organisations.
  public var subsets: [SectorSubset] = []
  /// Values that some organisations get after the draws.
  public var adjustments: [SectorAdjustment] = []
  /// Interventions that some organisations have and others have not.
  public var onlyFor: [SectorRestriction] = []
  /// Shares of organisations that results tell.
  public var shares: [SectorShare] = []
  /// The seed of the draws, apart from that of the runs.
  public var drawSeed: UInt64 = 1
  /// How the draws of several organisations go together.
  public var sampling: SectorSampling = .independent

  /// Makes settings without organisations.
  public init() {}
}

/// How draws are spread over the organisations of a member.
public enum SectorSampling: Int, Sendable, Equatable, CaseIterable {
  /// Each organisation draws by itself.
  case independent
  /// The range is cut in as many equally likely parts as there are organisations, one for each.
  case stratified
}

/// One organisation or several of one kind.
public struct SectorMember: Sendable, Equatable {
  /// The name, which with the number of the organisation keys its random numbers.
  public var name = ""
  /// The scenario file; empty for the scenario around the section.
  public var extends = ""
  /// Number of organisations.
  public var count = 1
  /// Whether the draws are made for them.
  public var drawn = false

  /// Makes a member.
  public init() {}
}

/// The distribution of a draw.
public enum SectorDistribution: Int, Sendable, Equatable, CaseIterable {
  case constant
  case uniform
  case normal
  case logNormal
  case bands
  case flag
}

/// A quantity that is drawn for each organisation.
public struct SectorDraw: Sendable, Equatable {
  /// The name by which conditions, correlations and other draws refer to it; keys its random numbers.
  public var name = ""
  /// The key that gets the value; empty when others only refer to it.
  public var key = ""
  /// The distribution.
  public var distribution: SectorDistribution = .constant
  /// The value of a constant, the mean of a normal and the median of a log-normal distribution.
  public var value = 1.0
  /// Standard deviation of a normal one, and of the logarithm of a log-normal one.
  public var spread = 0.0
  /// The lowest value.
  public var low = -SectorDraw.unlimited
  /// The highest value.
  public var high = SectorDraw.unlimited
  /// The chance of true.
  public var share = 0.5
  /// Parts of the range with their shares.
  public var bands: [SectorBand] = []
  /// What the drawn value is multiplied by: draws and keys.
  public var times: [String] = []
  /// What it is divided by.
  public var over: [String] = []
  /// Members that it is made for; none means all that are drawn.
  public var members: [String] = []

  /// A limit that limits nothing.
  public static let unlimited = 1e12

  /// Makes a draw.
  public init() {}
}

/// A part of a range, in which all values are equally likely.
public struct SectorBand: Sendable, Equatable {
  /// The name of the band.
  public var name = ""
  /// The share of organisations in it.
  public var share = 0.0
  /// Its lowest value.
  public var from = 0.0
  /// Its highest value.
  public var to = 0.0

  /// Makes a band.
  public init() {}
}

/// The rank correlation of two draws.
public struct SectorCorrelation: Sendable, Equatable {
  /// The name of the correlation.
  public var name = ""
  /// The two draws.
  public var between: [String] = []
  /// Spearman's rank correlation.
  public var rank = 0.0

  /// Makes a correlation.
  public init() {}
}

/// A named set of organisations, as they are after the draws.
public struct SectorSubset: Sendable, Equatable {
  /// The name of the set.
  public var name = ""
  /// Members whose organisations may belong to it; none means all.
  public var members: [String] = []
  /// Conditions, all of which hold.
  public var conditions: [String] = []
  /// The quantity by which organisations are ranked; empty for no ranking.
  public var rankedBy = ""
  /// Share of organisations with a lower rank than any of the set.
  public var rankFrom = 0.0
  /// Share of organisations up to the highest rank of the set.
  public var rankTo = 1.0

  /// Makes a set.
  public init() {}
}

/// A value that the organisations of a set get.
public struct SectorAdjustment: Sendable, Equatable {
  /// The name of the adjustment.
  public var name = ""
  /// The set; empty for all organisations.
  public var subset = ""
  /// The key that gets the value.
  public var key = ""
  /// The value, or the factor on what it is multiplied by.
  public var value = 1.0
  /// What it is multiplied by: draws and keys.
  public var times: [String] = []
  /// What it is divided by.
  public var over: [String] = []
  /// The day from which the value holds; empty for the whole run.
  public var date = ""

  /// Makes an adjustment.
  public init() {}
}

/// An intervention that only the organisations of a set have.
public struct SectorRestriction: Sendable, Equatable {
  /// The name of the intervention.
  public var name = ""
  /// The set.
  public var subset = ""

  /// Makes a restriction.
  public init() {}
}

/// A share of organisations that results tell.
public struct SectorShare: Sendable, Equatable {
  /// The name of the share.
  public var name = ""
  /// The condition on a metric, a draw or a key.
  public var condition = ""

  /// Makes a share.
  public init() {}
}
