/// Something that happens at a moment: what (`kind`) and to whom (`entity`).
@frozen
public struct Event: Sendable, Equatable {
  /// The moment, in the unit of the caller's choice.
  public let time: Double
  /// Rank at the same time and priority, in order of insertion; priority in the upper bits.
  @usableFromInline let order: UInt64
  /// What happens.
  public let kind: UInt32
  /// To whom.
  public let entity: UInt32

  @inlinable
  init(time: Double, order: UInt64, kind: UInt32, entity: UInt32) {
    self.time = time
    self.order = order
    self.kind = kind
    self.entity = entity
  }

  /// Rank among events at the same time: a lower number goes first; 0 to 4095.
  @inlinable public var priority: Int { Int(order >> Event.sequenceBits) }

  /// Whether the event goes before another: earlier time, lower priority number, earlier insertion.
  @inlinable
  func precedes(_ other: Event) -> Bool {
    time < other.time || (time == other.time && order < other.order)
  }

  /// Bits of `order` that number the insertions: enough for 4.5e15 events.
  @usableFromInline static let sequenceBits: UInt64 = 52
  /// Number of priorities.
  @usableFromInline static let priorityCount = 4_096
}

/// Names one scheduled event, so that it can be cancelled or moved; it belongs to the queue that made it.
@frozen
public struct EventHandle: Sendable, Equatable {
  /// The event, as it was scheduled.
  @usableFromInline let event: Event

  @inlinable
  init(_ event: Event) { self.event = event }

  /// A handle of no event.
  public static let none = EventHandle(
    Event(time: -.infinity, order: .max, kind: .max, entity: .max))
}
