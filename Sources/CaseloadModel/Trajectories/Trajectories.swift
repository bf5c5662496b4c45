import SimulationKernel

/// An instrument during a run: its terms, who is on it and who waits for a place.
struct InstrumentState {
  /// What it takes and gives at present.
  var terms: Instrument
  /// Lowest believed group that may start it.
  var fromGroup: Int
  /// Highest believed group that may start it.
  var toGroup: Int
  /// Segments that may start it, as bits.
  var segmentMask: UInt64
  /// The attribute whose barrier it takes away; -1 for none.
  var removedBarrier: Int
  /// Money spent or set aside in a calendar year, in euro.
  var spent = 0.0
  /// The calendar year to which `spent` belongs.
  var spentYear = 0
  /// Starts for which money of that year is set aside, and which have not been made yet.
  var reserved = 0
  /// How often talks on progress have been planned anew for all who are on it.
  var followUpNumber: UInt8 = 0
  /// The places: clients who are on it are in service, others wait in line.
  var places: ServiceStation

  /// Gathers the instruments of a scenario.
  ///
  /// - Precondition: the group names exist; the scenario reader checks this.
  static func table(of scenario: Scenario) -> [InstrumentState] {
    scenario.trajectories.instruments.map { instrument in
      guard
        let from = scenario.population.groups.firstIndex(where: { $0.name == instrument.fromGroup }
        ),
        let to = scenario.population.groups.firstIndex(where: { $0.name == instrument.toGroup })
      else { preconditionFailure("an instrument names a group that does not exist") }
      return InstrumentState(
        terms: instrument, fromGroup: from, toGroup: to,
        segmentMask: RoleTable.mask(
          instrument.segments, in: scenario.population.segments.map { $0.name }),
        removedBarrier: scenario.knowledge.attributes.firstIndex {
          $0.name == instrument.removesBarrier
        } ?? -1,
        places: ServiceStation(capacity: instrument.places))
    }
  }
}

/// The instruments on which clients can be sent.
struct Trajectories {
  /// Instruments in the order of the scenario.
  var instruments: [InstrumentState]
  /// The calendar year in which the run starts.
  private let firstYear: Int
  /// The part of that year that lies in the run: as much of the year's budgets is there to be spent.
  private let partOfFirstYear: Double

  /// Gathers the instruments of a scenario.
  init(_ scenario: Scenario) {
    instruments = InstrumentState.table(of: scenario)
    let start = scenario.time.start
    firstYear = start.year
    let length = CivilDate.days(inYear: start.year)
    partOfFirstYear = Double(length - start.dayOfYear) / Double(length)
  }

  /// Takes over the terms of a changed scenario.
  ///
  /// - Returns: The instruments whose number of places is to be another (`openPlaces`).
  mutating func adopt(_ terms: Terms) -> [Int] {
    let table = InstrumentState.table(of: terms.scenario)
    var changed: [Int] = []
    for index in instruments.indices {
      // What is set aside will be paid at the price of the start.
      let rise = table[index].terms.priceEuro - instruments[index].terms.priceEuro
      instruments[index].spent += rise * Double(instruments[index].reserved)
      instruments[index].terms = table[index].terms
      instruments[index].fromGroup = table[index].fromGroup
      instruments[index].toGroup = table[index].toGroup
      instruments[index].segmentMask = table[index].segmentMask
      instruments[index].removedBarrier = table[index].removedBarrier
      if table[index].places.capacity != instruments[index].places.capacity {
        changed.append(index)
      }
    }
    return changed
  }

  /// Whether a client may start an instrument, as far as the organisation can tell; money apart.
  func isEligible(_ client: ClientState, _ service: ClientService, for index: Int) -> Bool {
    let group = Int(service.believedGroup)
    let limit = instruments[index].terms.limitPerSpell
    return group >= instruments[index].fromGroup && group <= instruments[index].toGroup
      && instruments[index].segmentMask & (1 << UInt64(client.segment)) != 0
      && (!instruments[index].terms.registerOnly || client.isRegistered)
      && (limit == 0 || Int(service.trajectoryStarts) < limit)
  }

  /// Whether an instrument serves needs for support with an attribute.
  func serves(_ attribute: Int, by instrument: Int) -> Bool {
    let removed = instruments[instrument].removedBarrier
    return removed < 0 || removed == attribute
  }

  /// Euro spent on an instrument in a calendar year.
  private func spent(on index: Int, in year: Int) -> Double {
    instruments[index].spentYear == year ? instruments[index].spent : 0
  }

  /// Whether the budget of a year has room for one more start.
  func hasBudget(for index: Int, in year: Int) -> Bool {
    let perYear = instruments[index].terms.budgetPerYearEuro
    guard perYear > 0 else { return true }
    let budget = perYear * (year == firstYear ? partOfFirstYear : 1)
    return spent(on: index, in: year) + instruments[index].terms.priceEuro <= budget
  }

  /// Sets the price of one start aside, when the year's budget has room.
  ///
  /// Without a limit it is noted all the same: a budget that comes on a date is that of the whole year.
  mutating func reserveBudget(_ index: Int, in year: Int) -> Bool {
    guard hasBudget(for: index, in: year) else { return false }
    if instruments[index].spentYear != year {
      instruments[index].spentYear = year
      instruments[index].spent = 0
      instruments[index].reserved = 0
    }
    instruments[index].spent += instruments[index].terms.priceEuro
    instruments[index].reserved += 1
    return true
  }

  /// A start for which money of a year was set aside is made: the money is spent.
  mutating func spendReserve(_ index: Int, of year: Int) {
    if instruments[index].spentYear == year { instruments[index].reserved -= 1 }
  }

  /// Gives the price of one start back, when it was set aside in the year whose budget still counts.
  mutating func returnBudget(_ index: Int, of year: Int) {
    guard instruments[index].spentYear == year else { return }
    instruments[index].reserved -= 1
    instruments[index].spent -= instruments[index].terms.priceEuro
  }

  /// An instrument has as many places as its terms say from now on.
  ///
  /// - Returns: The clients who waited and get one of them.
  mutating func openPlaces(on index: Int, at minute: Int) -> [UInt32] {
    instruments[index].places.setCapacity(instruments[index].terms.places, at: Double(minute))
  }

  /// Talks on progress that were planned for another interval are stale.
  ///
  /// - Returns: The instruments for which they are to be planned anew.
  mutating func adoptFollowUps(before: Terms) -> [Int] {
    let old = before.scenario.trajectories.instruments
    let changed = instruments.indices.filter {
      instruments[$0].terms.followUpDays != old[$0].followUpDays
    }
    for index in changed { instruments[index].followUpNumber &+= 1 }
    return changed
  }

  /// The number of the talks on the progress of a trajectory that has come to a step, on an instrument.
  func followUpNumber(_ trajectoryNumber: UInt32, on index: Int) -> UInt32 {
    trajectoryNumber << 8 | UInt32(instruments[index].followUpNumber)
  }

  /// Length of a talk on a client's progress, in minutes.
  func followUpMinutes(_ service: ClientService) -> Double {
    let index = Int(service.instrument)
    return index < instruments.count ? instruments[index].terms.followUpMinutes : 0
  }

  /// Factor of a trajectory that a client may be on, on exits to work.
  func lockInFactor(_ service: ClientService) -> Double {
    guard service.trajectoryStage == .running else { return 1 }
    return instruments[Int(service.instrument)].terms.lockInFactor
  }
}
