/// What an observation reads of one client in stock.
struct ObservedClient {
  /// The group that the organisation believes the client to be in.
  var believedGroup: Int
  /// The group that the client's readiness falls in.
  var trueGroup: Int
  /// The segment.
  var segment: Int
  /// Whole days in stock in this spell.
  var daysInStock: Int
  /// The class of the time on benefit.
  var spellLength: SpellLength { SpellLength(wholeDays: daysInStock) }
  /// The class of the hours of contact in the last year.
  var contactHours: ContactHours
  /// Whole days since the last two-way personal contact, or since the start of the spell.
  var daysUnseen: Int
  /// Whole days since the last contact through any channel, or since the start of the spell.
  var daysWithoutAnyContact: Int
  /// Two-way contacts after the intake in this spell.
  var contactsAfterIntake: Int
  /// Whether agreements are current.
  var hasAgreements: Bool
  /// Whether the next contact should have taken place already.
  var isOverdue: Bool
  /// Whether the client works part time beside the benefit.
  var worksPartTime: Bool
  /// Whether the true group is the readiest one.
  var isTrulyReadiest: Bool
  /// Whether the client has been spoken to, and what is known is current enough to rely on.
  var isInView: Bool
  /// How far the client's trajectory has come.
  var trajectoryStage: TrajectoryStage
  /// How far support has come for a need that is not met.
  var supportGap = SupportGap.none
  /// What the organisation holds of the client.
  var level: KnowledgeLevel
  /// True readiness, 0…1.
  var readiness: Double
  /// What is left of the attention that talks have given, in hours.
  var attention: Double

  /// Whether a trajectory has been asked for and has not started.
  @inline(__always) var waitsForTrajectory: Bool {
    trajectoryStage == .requested || trajectoryStage == .pending || trajectoryStage == .waiting
  }
}

/// How many hours of contact a client had in a year.
public enum ContactHours: Sendable {
  /// Not in stock for a year, or the run is too young to know.
  case unknown
  /// No contact at all.
  case none
  /// Less than an hour.
  case under1
  /// From one hour to less than four.
  case from1To4
  /// Four hours or more.
  case over4

  /// The name in files; empty when the hours are not known.
  public var id: String {
    switch self {
    case .unknown: ""
    case .none: "none"
    case .under1: "under1"
    case .from1To4: "from1To4"
    case .over4: "over4"
    }
  }

  /// The class of a number of minutes.
  init(minutes: Int) {
    self = minutes == 0 ? .none : minutes < 60 ? .under1 : minutes < 240 ? .from1To4 : .over4
  }
}

/// A batch of clients of which those are marked to whom something applies.
///
/// Marks are made for a batch at once, so that asking costs no call per client.
struct ClientMarks {
  /// The clients of the batch.
  let clients: UnsafePointer<ObservedClient>
  /// Number of clients in the batch.
  let count: Int
  /// The marks of each client, a bit each.
  let marks: UnsafeMutablePointer<UInt64>
  /// The mark, as a bit.
  let bit: UInt64

  /// Marks the clients to whom something applies.
  @inline(__always)
  func mark(_ applies: (ObservedClient) -> Bool) {
    for index in 0..<count { marks[index] |= applies(clients[index]) ? bit : 0 }
  }
}

/// A batch of clients of which a quantity is added up by cell of the stock.
struct ClientSums {
  /// The clients of the batch.
  let clients: UnsafePointer<ObservedClient>
  /// Number of clients in the batch.
  let count: Int
  /// Sums by group, then by segment.
  let sums: UnsafeMutablePointer<Double>
  /// The place of the first segment's sum; 0 when there is one segment only.
  let firstSegment: Int

  /// Adds a quantity of every client.
  @inline(__always)
  func add(_ quantity: (ObservedClient) -> Double) {
    for index in 0..<count {
      let value = quantity(clients[index])
      sums[clients[index].believedGroup] += value
      if firstSegment > 0 { sums[firstSegment + clients[index].segment] += value }
    }
  }
}
