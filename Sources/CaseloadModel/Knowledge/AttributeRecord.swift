/// What is true of one attribute of one client, and what the two stores hold of it.
///
/// The truth is a sequence of versions: every change makes a new one. A stored item is valid when it
/// was observed correctly and nothing has changed since. Because changes are a Poisson
/// process, the expected validity of an item of age a is accuracy x exp(-rate x a).
/// Source: the probability-based metric for data currency of Heinrich and others (O-092).
///
/// A client has several of these and the stock many clients, so a record is kept to 32 bytes.
struct AttributeRecord {
  /// Minute of the next change of the truth.
  var nextChange: Int32
  /// Minute at which the registered item was observed; `SimulationClock.past` when there is none.
  private(set) var registerMinute = SimulationClock.past
  /// Minute at which the private item was observed; `SimulationClock.past` when there is none.
  private(set) var privateMinute = SimulationClock.past
  /// Chance that the registered item was right when observed; 0 when there is none.
  private(set) var registerAccuracy: Float = 0
  /// Chance that the private item was right when observed; 0 when there is none.
  private(set) var privateAccuracy: Float = 0
  /// Rate per minute at which the worker's memory of the private item fades.
  private(set) var privateFading: Float = 0
  /// The worker has forgotten the private item once less than this is left of it; in steps of 2^-16.
  private var forgetting: UInt16 = 0
  /// The version of the truth; keys the draws of its changes.
  private(set) var version: UInt16 = 0
  /// See `isBarrier`, `isNeed` and `isTold`, and whether each item is right.
  private var bits: UInt8 = 0

  /// The bit for whether the truth is a barrier.
  private static let barrier: UInt8 = 1
  /// The bit for whether the registered item was right when observed, and has been since.
  private static let registerRight: UInt8 = 2
  /// The bit for whether the private item was right when observed, and has been since.
  private static let privateRight: UInt8 = 4
  /// The bit for whether the barrier needs support.
  private static let need: UInt8 = 8
  /// The bit for whether the client has told of the need.
  private static let told: UInt8 = 16

  /// Makes a record of which nothing is known.
  init(nextChange: Int32) { self.nextChange = nextChange }

  /// Whether the attribute is a barrier to work at present.
  var isBarrier: Bool {
    get { bits & AttributeRecord.barrier != 0 }
    set {
      set(AttributeRecord.barrier, newValue)
      if !newValue { isNeed = false }
    }
  }

  /// Whether the client needs support for the barrier.
  var isNeed: Bool {
    get { bits & AttributeRecord.need != 0 }
    set {
      set(AttributeRecord.need, newValue)
      set(AttributeRecord.told, false)
    }
  }

  /// Whether the client has asked for support since the need arose.
  var isTold: Bool {
    get { bits & AttributeRecord.told != 0 }
    set { set(AttributeRecord.told, newValue) }
  }

  /// Whether the register holds an item.
  var isRegistered: Bool { registerMinute > SimulationClock.past }

  /// Whether the worker's notes and memory hold an item.
  var isNoted: Bool { privateMinute > SimulationClock.past }

  // The following are 1 for true and 0 for false, worked out without branches: observations ask them
  // of every record, and which store counts is as good as random from one record to the next.

  /// Whether the private item is newer than what the register holds.
  var privateNewer: UInt32 { UInt32(bitPattern: registerMinute &- privateMinute) &>> 31 }

  /// Whether the registered item describes the present truth.
  var registerValid: UInt32 { UInt32(bits & AttributeRecord.registerRight) >> 1 }

  /// Whether the private item describes the present truth.
  var privateValid: UInt32 { UInt32(bits & AttributeRecord.privateRight) >> 2 }

  /// What must be left of the worker's memory, 0…1, for the private item not to be forgotten.
  var forgottenBelow: Double { Double(forgetting) * 0x1p-16 }

  private mutating func set(_ bit: UInt8, _ isSet: Bool) {
    bits = isSet ? bits | bit : bits & ~bit
  }

  /// The truth has changed: what is held of it is right no more.
  mutating func change() {
    version &+= 1
    bits &= ~(AttributeRecord.registerRight | AttributeRecord.privateRight)
  }

  /// Puts an observation of the present truth in the private store.
  ///
  /// Memory fades at rate `fading` per minute; `forgetting` is a uniform draw: the item is forgotten
  /// once less than that is left of it, which is after an exponentially distributed time.
  mutating func note(
    at minute: Int, accuracy: Double, isCorrect: Bool, fading: Double, forgetting draw: Double
  ) {
    privateMinute = Int32(minute)
    privateAccuracy = Float(accuracy)
    privateFading = Float(fading)
    forgetting = UInt16(min(0xFFFF, draw * 0x1p16))
    set(AttributeRecord.privateRight, isCorrect)
  }

  /// Puts an observation of the present truth straight into the register.
  mutating func register(at minute: Int, accuracy: Double, isCorrect: Bool) {
    registerMinute = Int32(minute)
    registerAccuracy = Float(accuracy)
    set(AttributeRecord.registerRight, isCorrect)
  }

  /// The items that were observed at a minute are right with another chance than was thought.
  mutating func revalue(observedAt minute: Int, accuracy: Double) {
    if privateMinute == Int32(minute) { privateAccuracy = Float(accuracy) }
    if registerMinute == Int32(minute) { registerAccuracy = Float(accuracy) }
  }

  /// Copies the private item to the register, when it is newer.
  mutating func registerNotes() {
    guard privateMinute > registerMinute else { return }
    registerMinute = privateMinute
    registerAccuracy = privateAccuracy
    set(AttributeRecord.registerRight, bits & AttributeRecord.privateRight != 0)
  }

  /// The items that are held may have gone out of date, with a chance.
  mutating func doubt(by chance: Double) {
    registerAccuracy *= Float(1 - chance)
    privateAccuracy *= Float(1 - chance)
  }

  /// The private item is lost.
  mutating func loseNotes() {
    privateMinute = SimulationClock.past
    privateAccuracy = 0
    set(AttributeRecord.privateRight, false)
  }

  /// The registered item is lost.
  mutating func loseRegister() {
    registerMinute = SimulationClock.past
    registerAccuracy = 0
    set(AttributeRecord.registerRight, false)
  }
}
