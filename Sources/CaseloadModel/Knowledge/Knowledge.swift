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

/// What is true of all clients and what the organisation holds of it, attribute-minor: record
/// `client * attributeCount + attribute`.
///
/// The room knows nothing of staff or service. Who asks for the present state brings the truth up to
/// it first: changes are drawn from the client's own streams, keyed by client, attribute and version,
/// so that the result does not depend on when that is.
struct Knowledge: ~Copyable {
  /// Attributes per client.
  let attributeCount: Int
  /// Weights, summing to 1.
  let weights: Column<Double>
  /// Rates per minute of what changes by itself.
  let changeRates: [Double]
  /// Rates per minute at which what is known goes out of date: by itself, and by shocks.
  let lapseRates: [Double]
  /// Whether judging the attribute takes medical expertise.
  let isHealth: [Bool]
  /// Shares of clients for whom the attribute is a barrier.
  let barrierShares: [Double]
  /// Shares of clients who need support for the attribute.
  let needShares: [Double]
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
  ///
  /// Shocks in clients' lives are part of the rates at which what is known goes out of date.
  init(_ settings: KnowledgeSettings, shocks: [LifeShock] = []) {
    attributeCount = settings.attributes.count
    var total = 0.0
    for attribute in settings.attributes { total += attribute.weight }
    weights = Column(settings.attributes.map { $0.weight / total })
    changeRates = settings.attributes.map { $0.changesPerYear / SimulationClock.minutesPerYear }
    isHealth = settings.attributes.map { $0.isHealth }
    barrierShares = settings.attributes.map { $0.barrierShare }
    needShares = settings.attributes.map { $0.barrierShare * $0.supportShare }
    workFactors = settings.attributes.map { $0.workFactor }
    barrierScale = settings.barrierScale
    var lapses = changeRates
    for shock in shocks {
      let rate = shock.perYear / SimulationClock.minutesPerYear
      if shock.readinessLoss > 0 && !lapses.isEmpty { lapses[0] += rate }
      for index in lapses.indices.dropFirst() where settings.attributes[index].name == shock.barrier
      { lapses[index] += rate }
    }
    lapseRates = lapses
    decay = DecayTable(perMinute: lapseRates)
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
  @inline(__always)
  func level(ofClient client: Int, at minute: Int) -> KnowledgeLevel {
    let base = client &* attributeCount
    var level = KnowledgeLevel()
    for attribute in 0..<attributeCount {
      let record = records[base &+ attribute]
      let weight = weights[attribute]
      let registered =
        Double(record.registerAccuracy)
        * decay.validity(attribute, ageInMinutes: minute &- Int(record.registerMinute))
      guard record.privateNewer != 0 else {
        level.currency += weight * registered
        level.accuracy += weight * Double(record.registerValid)
        continue
      }
      let age = minute &- Int(record.privateMinute)
      let noted = Double(record.privateAccuracy) * decay.validity(attribute, ageInMinutes: age)
      let remembered = faded(Double(record.privateFading) * Double(age))
      let gain = remembered * (noted - registered)
      level.currency += weight * (registered + gain)
      level.privateOnly += weight * max(0, gain)
      // The newest item that is not forgotten counts; the register is the fall-back.
      let privateCounts: UInt32 = remembered > record.forgottenBelow ? 1 : 0
      let valid =
        (record.privateValid & privateCounts) | (record.registerValid & ~privateCounts)
      level.accuracy += weight * Double(valid)
    }
    return level
  }

  /// The currency of `level` alone; without the worker's notes, that of the register.
  ///
  /// - Complexity: O(attributes).
  @inline(__always)
  func currency(ofClient client: Int, at minute: Int, withNotes: Bool = true) -> Double {
    let base = client &* attributeCount
    var (currency, privateOnly) = (0.0, 0.0)
    for attribute in 0..<attributeCount {
      let record = records[base &+ attribute]
      let weight = weights[attribute]
      let registered =
        Double(record.registerAccuracy)
        * decay.validity(attribute, ageInMinutes: minute &- Int(record.registerMinute))
      guard record.privateNewer != 0 else {
        currency += weight * registered
        continue
      }
      let age = minute &- Int(record.privateMinute)
      let noted = Double(record.privateAccuracy) * decay.validity(attribute, ageInMinutes: age)
      let gain = faded(Double(record.privateFading) * Double(age)) * (noted - registered)
      currency += weight * (registered + gain)
      privateOnly += weight * max(0, gain)
    }
    return withNotes ? currency : currency - privateOnly
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

  /// What was observed of an attribute at a minute turns out to be right with another chance than was thought.
  mutating func revalue(client: Int, attribute: Int, observedAt minute: Int, accuracy: Double) {
    records[client * attributeCount + attribute].revalue(observedAt: minute, accuracy: accuracy)
  }

  /// The private item of an attribute is lost.
  mutating func loseNotes(client: Int, attribute: Int) {
    records[client * attributeCount + attribute].loseNotes()
  }

  /// The registered item of an attribute is lost.
  mutating func loseRegister(client: Int, attribute: Int) {
    records[client * attributeCount + attribute].loseRegister()
  }

  /// The client tells of the need for support that an attribute brings.
  mutating func tell(client: Int, attribute: Int) {
    records[client * attributeCount + attribute].isTold = true
  }

  /// The need for support that an attribute brings is met.
  mutating func endNeed(client: Int, attribute: Int) {
    records[client * attributeCount + attribute].isNeed = false
  }

  /// Puts what is true and known of a client back as it was before somebody looked.
  mutating func put(_ kept: [AttributeRecord], client: Int) {
    for (attribute, record) in kept.enumerated() {
      records[client * attributeCount + attribute] = record
    }
  }

  /// The private items of a client are lost.
  mutating func loseNotes(client: Int) {
    let base = client * attributeCount
    for index in base..<(base + attributeCount) { records[index].loseNotes() }
  }

  /// Makes an attribute a barrier, with a need for support or without, or no barrier any more.
  mutating func setBarrier(client: Int, attribute: Int, _ isBarrier: Bool, isNeed: Bool = false) {
    records[client * attributeCount + attribute].isBarrier = isBarrier
    if isBarrier { records[client * attributeCount + attribute].isNeed = isNeed }
  }

  /// The truth about an attribute has changed: what is known of it is out of date.
  mutating func change(client: Int, attribute: Int) {
    records[client * attributeCount + attribute].change()
  }

  /// The truth about an attribute has changed, and everybody knows: what was held of it counts no more.
  mutating func lapse(client: Int, attribute: Int) {
    let index = client * attributeCount + attribute
    records[index].change()
    records[index].loseNotes()
    records[index].loseRegister()
  }

  /// Something that everybody knows of changes the truth about an attribute with a chance; `draw` says
  /// whether it does.
  mutating func disturb(client: Int, attribute: Int, chance: Double, draw: Double) {
    let index = client * attributeCount + attribute
    records[index].doubt(by: chance)
    if draw < chance { records[index].change() }
  }

  /// The worker registers the private item of an attribute; what is forgotten by then is lost.
  mutating func registerWhatIsRemembered(client: Int, attribute: Int, at minute: Int) {
    let index = client * attributeCount + attribute
    let record = records[index]
    guard record.isNoted else { return }
    let age = Double(minute - Int(record.privateMinute))
    if faded(Double(record.privateFading) * age) > record.forgottenBelow {
      records[index].registerNotes()
    } else {
      records[index].loseNotes()
    }
  }

  /// Copies the private item of an attribute to the register, when it is newer.
  mutating func register(client: Int, attribute: Int) {
    records[client * attributeCount + attribute].registerNotes()
  }
}
