/// One thing that happened in a replication, as it is told to whoever records it.
///
/// Clients and workers are numbered from 1 and keep their number for good; 0 stands for nobody. Minutes
/// count from 00:00 on the first day of the run. Logs keep many events at a time, so numbers are held in no
/// more bytes than they need.
public struct RecordedEvent: Sendable {
  /// What happened.
  public var activity: Activity
  /// What came of it.
  public var outcome: RecordedOutcome = .none
  /// The way of a contact; `nil` when it was none.
  public var mode: ContactModeKind?
  /// The kind of task; `nil` when it concerns none.
  public var task: TaskKind?
  /// Numbers that are small.
  @usableFromInline var narrow = Narrow()
  /// Numbers that may be large.
  @usableFromInline var wide: Wide
  /// Euro: the price of the time that was worked, or of what is bought; 0 for everything else.
  public var cost: Double = 0
  /// A quantity, as the activity's record says (`Activity.amount`); 0 when it has none.
  public var amount: Double = 0

  /// Numbers below 32,768.
  @usableFromInline struct Narrow: Sendable {
    /// See `RecordedEvent.believedGroup`.
    @usableFromInline var believedGroup: Int16 = -1
    /// See `RecordedEvent.trueGroup`.
    @usableFromInline var trueGroup: Int16 = -1
    /// See `RecordedEvent.segment`.
    @usableFromInline var segment: Int16 = -1

    @usableFromInline init() {}
  }

  /// All other numbers.
  @usableFromInline struct Wide: Sendable {
    /// See `RecordedEvent.minute`.
    @usableFromInline var minute: Int32
    /// See `RecordedEvent.start`.
    @usableFromInline var start: Int32
    /// See `RecordedEvent.client`.
    @usableFromInline var client: Int32 = 0
    /// See `RecordedEvent.spell`.
    @usableFromInline var spell: Int32 = 0
    /// See `RecordedEvent.worker`.
    @usableFromInline var worker: Int32 = 0
    /// See `RecordedEvent.otherWorker`.
    @usableFromInline var otherWorker: Int32 = 0
    /// See `RecordedEvent.minutes`.
    @usableFromInline var minutes: Int32 = 0
    /// See `RecordedEvent.subject`.
    @usableFromInline var subject: Int32 = -1
    /// See `RecordedEvent.vacancy`.
    @usableFromInline var vacancy: Int32 = 0

    @usableFromInline init(minute: Int32) {
      self.minute = minute
      start = minute
    }
  }

  /// Makes an event without particulars.
  public init(_ activity: Activity, minute: Int) {
    self.activity = activity
    wide = Wide(minute: Int32(minute))
  }
}

extension RecordedEvent {
  /// The minute at which it happened; of what takes time, the end.
  @inlinable public var minute: Int {
    get { Int(wide.minute) }
    set { wide.minute = Int32(newValue) }
  }

  /// The minute at which it began, or, of an appointment that is made, the minute of the appointment.
  @inlinable public var start: Int {
    get { Int(wide.start) }
    set { wide.start = Int32(newValue) }
  }

  /// The client; 0 for none.
  @inlinable public var client: Int {
    get { Int(wide.client) }
    set { wide.client = Int32(newValue) }
  }

  /// Which spell on benefit of the client, from 1.
  @inlinable public var spell: Int {
    get { Int(wide.spell) }
    set { wide.spell = Int32(newValue) }
  }

  /// The worker; 0 for nobody.
  @inlinable public var worker: Int {
    get { Int(wide.worker) }
    set { wide.worker = Int32(newValue) }
  }

  /// Another worker: the one before at a change of hands, the colleague at a swap; 0 for nobody.
  @inlinable public var otherWorker: Int {
    get { Int(wide.otherWorker) }
    set { wide.otherWorker = Int32(newValue) }
  }

  /// Minutes of work.
  @inlinable public var minutes: Int {
    get { Int(wide.minutes) }
    set { wide.minutes = Int32(newValue) }
  }

  /// Which instrument, shock, campaign, stream of vacancies and so on, from 0, as the activity's record
  /// says (`Activity.subject`); -1 for none.
  @inlinable public var subject: Int {
    get { Int(wide.subject) }
    set { wide.subject = Int32(newValue) }
  }

  /// The vacancy, numbered from 1; 0 for none.
  @inlinable public var vacancy: Int {
    get { Int(wide.vacancy) }
    set { wide.vacancy = Int32(newValue) }
  }

  /// The group that the organisation believes the client to be in; -1 without a client.
  @inlinable public var believedGroup: Int {
    get { Int(narrow.believedGroup) }
    set { narrow.believedGroup = Int16(newValue) }
  }

  /// The group that the client's readiness falls in; -1 without a client.
  @inlinable public var trueGroup: Int {
    get { Int(narrow.trueGroup) }
    set { narrow.trueGroup = Int16(newValue) }
  }

  /// The segment of the client; -1 without a client.
  @inlinable public var segment: Int {
    get { Int(narrow.segment) }
    set { narrow.segment = Int16(newValue) }
  }
}

/// The particulars that a place of the simulation tells of an event.
struct EventDetail {
  /// A second worker, from 0; -1 for none.
  var otherWorker = -1
  /// The minute at which it began; the smallest number when it takes no time.
  var start = Int.min
  /// Minutes that it takes.
  var minutes = 0
  /// The way of a contact; `nil` when it was none.
  var mode: ContactModeKind?
  /// The kind of task; `nil` when it concerns none.
  var task: TaskKind?
  /// The number of what it is about, as the activity says; -1 for nothing.
  var subject = -1
  /// The vacancy, from 0; -1 for none.
  var vacancy = -1
  /// What came of it.
  var outcome = RecordedOutcome.none
  /// A quantity, as the activity's record says.
  var amount = 0.0
}

/// What came of an event.
public enum RecordedOutcome: UInt8, CaseIterable, Sendable {
  /// Nothing in particular.
  case none
  /// An exit to regular paid work.
  case work
  /// An exit to work with a subsidy.
  case subsidised
  /// An exit for a reason in the client's own life.
  case other
  /// A benefit that was ended.
  case sanction
  /// Pension or death.
  case pensionOrDeath
  /// The longest time under a law.
  case limit
  /// A transfer to a law that another organisation carries out.
  case transfer
  /// It ended as it was meant to.
  case success
  /// It ended without effect.
  case neutral
  /// It was given up before the end.
  case dropOut
  /// Somebody was taken.
  case accepted
  /// Somebody was not taken, or a request was not granted.
  case refused
  /// It came too late.
  case tooLate
  /// A change of hands with a talk between the workers.
  case warm
  /// A change of hands without one.
  case cold
  /// Absent because of illness.
  case ill
  /// Absent on leave.
  case leave
  /// Part of the staff or the stock on the first day.
  case fromStart

  /// The name in files.
  public var id: String {
    switch self {
    case .none: ""
    case .work: "work"
    case .subsidised: "subsidised"
    case .other: "other"
    case .sanction: "sanction"
    case .pensionOrDeath: "pensionOrDeath"
    case .limit: "limit"
    case .transfer: "transfer"
    case .success: "success"
    case .neutral: "neutral"
    case .dropOut: "dropOut"
    case .accepted: "accepted"
    case .refused: "refused"
    case .tooLate: "tooLate"
    case .warm: "warm"
    case .cold: "cold"
    case .ill: "ill"
    case .leave: "leave"
    case .fromStart: "fromStart"
    }
  }

  init(_ reason: ExitReason) {
    switch reason {
    case .work: self = .work
    case .subsidised: self = .subsidised
    case .other: self = .other
    case .sanction: self = .sanction
    case .pensionOrDeath: self = .pensionOrDeath
    case .limit: self = .limit
    case .transfer: self = .transfer
    }
  }

  init(_ end: TrajectoryEnd) {
    switch end {
    case .dropOut: self = .dropOut
    case .neutral: self = .neutral
    case .success: self = .success
    }
  }
}
