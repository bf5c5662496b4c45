import SimulationKernel

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
  /// What is left of validity after whole days.
  private let decay: DecayTable
  /// exp(-i / 16) for i from 0 to 512.
  private let fading: Column<Double>
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
    decay = DecayTable(perMinute: changeRates)
    fading = Column((0...512).map { Elementary.exp(Double($0) * -0.062_5) })
  }

  /// Makes room for one more client.
  mutating func addClient() {
    for _ in 0..<attributeCount { records.append(AttributeRecord(nextChange: 0)) }
  }

  /// exp(-x) for x >= 0, to a relative error of 3e-10; for x above 32, exp(-32), which is 1e-14.
  ///
  /// Observations ask for it most, and a share that is reported to a tenth of a percent needs no last
  /// digit. IEEE operations only, like `Elementary`.
  @inline(__always)
  func faded(_ x: Double) -> Double {
    let reached = min(x, 32)
    // Adding 2^52 rounds to a whole number, which the last bits then show.
    let shifted = reached * 16 + 0x1p52
    let t = (shifted - 0x1p52) * 0.062_5 - reached
    // Taylor's polynomial of degree 4 on |t| <= 1/32.
    let sum = 1 + t * (1 + t * (0.5 + t * (1 / 6.0 + t * (1 / 24.0))))
    return fading[Int(truncatingIfNeeded: shifted.bitPattern & 0x3FF)] * sum
  }

  /// Level of knowledge of a client at `minute`, in closed form from the ages of the items in days.
  ///
  /// The truth must have been advanced to `minute`.
  ///
  /// - Complexity: O(attributes).
  func level(ofClient client: Int, at minute: Int) -> KnowledgeLevel {
    let base = client &* attributeCount
    var level = KnowledgeLevel()
    for attribute in 0..<attributeCount {
      let record = records[base &+ attribute]
      let weight = weights[attribute]
      let registered =
        Double(record.registerAccuracy)
        * decay.validity(attribute, ageInMinutes: minute &- Int(record.registerMinute))
      let age = minute &- Int(record.privateMinute)
      let noted = Double(record.privateAccuracy) * decay.validity(attribute, ageInMinutes: age)
      let remembered = faded(Double(record.privateFading) * Double(age))
      // The newest item that is not forgotten counts; the register is the fall-back.
      let newer = record.privateNewer
      let gain = Double(newer) * remembered * (noted - registered)
      level.currency += weight * (registered + gain)
      level.privateOnly += weight * max(0, gain)
      let isRemembered: UInt32 = remembered > record.forgottenBelow ? 1 : 0
      let privateCounts = newer & isRemembered
      let valid =
        (record.privateValid & privateCounts) | (record.registerValid & ~privateCounts)
      level.accuracy += weight * Double(valid)
    }
    return level
  }

  /// Puts an observation of an attribute in the private store of the client's worker.
  mutating func observe(
    client: Int, attribute: Int, at minute: Int, accuracy: Double, isCorrect: Bool,
    fading: Double, forgetting: Double
  ) {
    records[client * attributeCount + attribute].note(
      at: minute, accuracy: accuracy, isCorrect: isCorrect, fading: fading, forgetting: forgetting)
  }

  /// Puts an observation of an attribute straight into the register.
  mutating func record(
    client: Int, attribute: Int, at minute: Int, accuracy: Double, isCorrect: Bool
  ) {
    records[client * attributeCount + attribute].register(
      at: minute, accuracy: accuracy, isCorrect: isCorrect)
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
    records[client * attributeCount + attribute].registerNotes()
  }
}

/// exp(-rate x days) for every attribute and whole days, from two small tables per attribute, which
/// stay near the processor: one for multiples of 64 days, one for what remains.
struct DecayTable: ~Copyable {
  /// Multiples of 64 days that the table reaches: 89 years; older items count as that old.
  private static let coarseCount = 512
  private static let fineCount = 64
  private let coarse: Column<Double>
  private let fine: Column<Double>

  /// Makes the tables for rates per minute.
  init(perMinute rates: [Double]) {
    var coarse = Column<Double>()
    var fine = Column<Double>()
    for rate in rates {
      let perDay = -rate * Double(SimulationClock.minutesPerDay)
      for day in 0..<DecayTable.fineCount {
        fine.append(Elementary.exp(perDay * Double(day)))
      }
      for step in 0..<DecayTable.coarseCount {
        coarse.append(Elementary.exp(perDay * Double(step * DecayTable.fineCount)))
      }
    }
    self.coarse = coarse
    self.fine = fine
  }

  /// What is left of the validity of an item of an attribute, by its age in whole days.
  ///
  /// - Complexity: O(1), without branches.
  @inline(__always)
  func validity(_ attribute: Int, ageInMinutes age: Int) -> Double {
    // Unsigned division by a constant; an item is never older than its observation.
    let days = Int(
      truncatingIfNeeded: UInt(bitPattern: age) / UInt(SimulationClock.minutesPerDay))
    let last = DecayTable.coarseCount &* DecayTable.fineCount &- 1
    let kept = min(days, last)
    return coarse[attribute &* DecayTable.coarseCount &+ (kept &>> 6)]
      * fine[attribute &* DecayTable.fineCount &+ (kept & 63)]
  }
}
