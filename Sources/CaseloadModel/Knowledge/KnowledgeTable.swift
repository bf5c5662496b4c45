import SimulationKernel

/// What is true of one attribute of one client, and what the two stores hold of it.
///
/// The truth is a sequence of versions: every change makes a new one. A stored item is valid when it
/// was observed correctly and the version has not changed since. Because changes are a Poisson
/// process, the expected validity of an item of age a is accuracy x exp(-rate x a).
/// Source: the probability-based metric for data currency of Heinrich and others (O-092).
struct AttributeRecord {
  /// Minute of the next change of the truth.
  var nextChange: Int32
  /// Minute at which the registered item was observed; meaningful when `registerHeld`.
  var registerMinute: Int32 = 0
  /// Minute at which the private item was observed; meaningful when `privateHeld`.
  var privateMinute: Int32 = 0
  /// Rate per minute at which the worker's memory of the private item fades.
  var privateFading: Float = 0
  /// Minute at which the worker will have forgotten the private item.
  var privateForgotten: Int32 = 0
  /// Chance that the registered item was right when observed.
  var registerAccuracy: Float = 0
  /// Chance that the private item was right when observed.
  var privateAccuracy: Float = 0
  /// The version of the truth.
  var version: UInt16 = 0
  /// The version that the registered item describes.
  var registerVersion: UInt16 = 0
  /// The version that the private item describes.
  var privateVersion: UInt16 = 0
  /// Whether the attribute is a barrier to work at present.
  var isBarrier: Bool = false
  /// Whether the register holds an item.
  var registerHeld: Bool = false
  /// Whether the registered item was right when observed.
  var registerCorrect: Bool = false
  /// Whether the worker's notes and memory hold an item.
  var privateHeld: Bool = false
  /// Whether the private item was right when observed.
  var privateCorrect: Bool = false
}

/// Currency and accuracy of what the organisation holds of one client.
struct KnowledgeLevel {
  /// Expected validity, 0…1.
  var currency: Double = 0
  /// True validity, 0…1.
  var accuracy: Double = 0
  /// Part of the currency that only the private store holds, 0…currency.
  var privateOnly: Double = 0
}

/// The attributes of all clients, attribute-minor: record `client * attributeCount + attribute`.
struct KnowledgeTable: ~Copyable {
  /// Days that the table of decay reaches: thirteen years and a half.
  private static let decayDays = 4_932
  /// Attributes per client.
  let attributeCount: Int
  /// Weights, summing to 1.
  let weights: Column<Double>
  /// Change rates per minute.
  let changeRates: [Double]
  /// Whether judging the attribute takes medical expertise.
  let isHealth: [Bool]
  /// Shares of clients for whom the attribute is a barrier.
  let barrierShares: [Double]
  /// Factors on exits to work while the attribute is a barrier.
  let workFactors: [Double]
  /// The factor that keeps the mean effect of barriers on exits to work at 1.
  let barrierScale: Double
  /// What is left of validity after whole days, attribute-major: `attribute * decayDays + days`.
  private let decay: Column<Double>
  /// All records.
  var records = Column<AttributeRecord>()

  /// Makes a table for the attributes of a scenario.
  init(_ settings: KnowledgeSettings) {
    attributeCount = settings.attributes.count
    var total = 0.0
    for attribute in settings.attributes { total += attribute.weight }
    weights = Column(settings.attributes.map { $0.weight / total })
    changeRates = settings.attributes.map { $0.changesPerYear / SimulationClock.minutesPerYear }
    isHealth = settings.attributes.map { $0.isHealth }
    barrierShares = settings.attributes.map { $0.barrierShare }
    workFactors = settings.attributes.map { $0.workFactor }
    barrierScale = settings.barrierScale
    var table: [Double] = []
    for rate in changeRates {
      let perDay = rate * Double(SimulationClock.minutesPerDay)
      for day in 0..<KnowledgeTable.decayDays {
        table.append(Elementary.exp(-perDay * Double(day)))
      }
    }
    decay = Column(table)
  }

  /// Makes room for one more client.
  mutating func addClient() {
    for _ in 0..<attributeCount { records.append(AttributeRecord(nextChange: 0)) }
  }

  /// exp(-x) for x >= 0, to a relative error of 3e-10.
  ///
  /// Observations ask for it most, and a share that is reported to a tenth of a percent needs no last
  /// digit. IEEE operations only, like `Elementary`.
  static func faded(_ x: Double) -> Double {
    guard x < 700 else { return 0 }
    // Adding and taking away 1.5 x 2^52 rounds to a whole number.
    let doublings = (x * 1.442_695_040_888_963_4 + 0x1.8p52) - 0x1.8p52
    let t = doublings * 0.693_147_180_559_945_3 - x
    // Taylor's polynomial of degree 8 on |t| <= ln(2) / 2.
    var sum = 1 + t * 0.125
    sum = 1 + t * (1 / 7.0) * sum
    sum = 1 + t * (1 / 6.0) * sum
    sum = 1 + t * 0.2 * sum
    sum = 1 + t * 0.25 * sum
    sum = 1 + t * (1 / 3.0) * sum
    sum = 1 + t * 0.5 * sum
    sum = 1 + t * sum
    return sum * Double(bitPattern: UInt64(1_023 - Int(doublings)) << 52)
  }

  /// What is left of the validity of an item of an attribute, by its age in whole days.
  private func validity(_ attribute: Int, ageInMinutes age: Int) -> Double {
    // Unsigned division by a constant; an item is never older than its observation.
    let days = Int(UInt(bitPattern: age) / UInt(SimulationClock.minutesPerDay))
    if days < KnowledgeTable.decayDays { return decay[attribute * KnowledgeTable.decayDays + days] }
    return Elementary.exp(
      -changeRates[attribute] * Double(days * SimulationClock.minutesPerDay))
  }

  /// Level of knowledge of a client at `minute`, in closed form from the ages of the items in days.
  ///
  /// The truth must have been advanced to `minute`.
  ///
  /// - Complexity: O(attributes); an exponential for each item that only the worker holds.
  func level(ofClient client: Int, at minute: Int) -> KnowledgeLevel {
    let base = client * attributeCount
    var level = KnowledgeLevel()
    for attribute in 0..<attributeCount {
      let record = records[base + attribute]
      var registered = 0.0
      if record.registerHeld {
        registered =
          Double(record.registerAccuracy)
          * validity(attribute, ageInMinutes: minute - Int(record.registerMinute))
      }
      var isValid =
        record.registerHeld && record.registerCorrect && record.registerVersion == record.version
      var held = registered
      // The newest item that is not forgotten counts; the register is the fall-back.
      if record.privateHeld
        && (!record.registerHeld || record.privateMinute > record.registerMinute)
      {
        let age = minute - Int(record.privateMinute)
        let remembered = KnowledgeTable.faded(Double(record.privateFading) * Double(age))
        let valid = Double(record.privateAccuracy) * validity(attribute, ageInMinutes: age)
        held = remembered * valid + (1 - remembered) * registered
        if minute < Int(record.privateForgotten) {
          isValid = record.privateCorrect && record.privateVersion == record.version
        }
      }
      let weight = weights[attribute]
      level.currency += weight * held
      if held > registered { level.privateOnly += weight * (held - registered) }
      if isValid { level.accuracy += weight }
    }
    return level
  }

  /// Puts an observation of an attribute in the private store of the client's worker.
  ///
  /// Memory fades at rate `fading` per minute; `forgetting` is a draw from the unit exponential
  /// distribution: the item is forgotten after that many mean memory times.
  mutating func observe(
    client: Int, attribute: Int, at minute: Int, accuracy: Double, isCorrect: Bool,
    fading: Double, forgetting: Double
  ) {
    let index = client * attributeCount + attribute
    records[index].privateHeld = true
    records[index].privateMinute = Int32(minute)
    records[index].privateAccuracy = Float(accuracy)
    records[index].privateCorrect = isCorrect
    records[index].privateVersion = records[index].version
    records[index].privateFading = Float(fading)
    records[index].privateForgotten =
      fading > 0
      ? Int32(min(SimulationClock.farthest, Double(minute) + forgetting / fading))
      : SimulationClock.never
  }

  /// Puts an observation of an attribute straight into the register.
  mutating func record(
    client: Int, attribute: Int, at minute: Int, accuracy: Double, isCorrect: Bool
  ) {
    let index = client * attributeCount + attribute
    records[index].registerHeld = true
    records[index].registerMinute = Int32(minute)
    records[index].registerAccuracy = Float(accuracy)
    records[index].registerCorrect = isCorrect
    records[index].registerVersion = records[index].version
  }

  /// Makes an attribute a barrier, or no barrier any more; what is known of it is out of date.
  mutating func setBarrier(client: Int, attribute: Int, _ isBarrier: Bool) {
    let index = client * attributeCount + attribute
    guard records[index].isBarrier != isBarrier else { return }
    records[index].isBarrier = isBarrier
    records[index].version &+= 1
  }

  /// Copies the private item of an attribute to the register, when it is newer.
  mutating func register(client: Int, attribute: Int) {
    let index = client * attributeCount + attribute
    let record = records[index]
    guard record.privateHeld,
      !record.registerHeld || record.privateMinute > record.registerMinute
    else { return }
    records[index].registerHeld = true
    records[index].registerMinute = record.privateMinute
    records[index].registerAccuracy = record.privateAccuracy
    records[index].registerCorrect = record.privateCorrect
    records[index].registerVersion = record.privateVersion
  }
}
