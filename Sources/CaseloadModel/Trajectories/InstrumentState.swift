import SimulationKernel

/// The numbers of an instrument, without its texts, so that reading them costs nothing.
struct InstrumentTerms {
  var proposalShare: Double
  var requestMinutes: Double
  var priceEuro: Double
  var waitingDays: Double
  var durationDays: Double
  var dropOutShare: Double
  var successShare: Double
  var knowledgeFit: Double
  var readinessGain: Double
  var lockInFactor: Double
  var placementShare: Double
  var isSubsidised: Bool
  var registerOnly: Bool
  var limitPerSpell: Int
  var budgetPerYearEuro: Double
  var assessmentMinutes: Double
  var followUpDays: Double
  var followUpMinutes: Double
  var workFactorAfter: Double
  var relapseFactor: Double

  init(_ instrument: Instrument) {
    proposalShare = instrument.proposalShare
    requestMinutes = instrument.requestMinutes
    priceEuro = instrument.priceEuro
    waitingDays = instrument.waitingDays
    durationDays = instrument.durationDays
    dropOutShare = instrument.dropOutShare
    successShare = instrument.successShare
    knowledgeFit = instrument.knowledgeFit
    readinessGain = instrument.readinessGain
    lockInFactor = instrument.lockInFactor
    placementShare = instrument.placementShare
    isSubsidised = instrument.isSubsidised
    registerOnly = instrument.registerOnly
    limitPerSpell = instrument.limitPerSpell
    budgetPerYearEuro = instrument.budgetPerYearEuro
    assessmentMinutes = instrument.assessmentMinutes
    followUpDays = instrument.followUpDays
    followUpMinutes = instrument.followUpMinutes
    workFactorAfter = instrument.workFactorAfter
    relapseFactor = instrument.relapseFactor
  }
}

/// An instrument during a run: its terms, who is on it and who waits for a place.
struct InstrumentState {
  /// What it takes and gives.
  var terms: InstrumentTerms
  /// Lowest believed group that may start it.
  var fromGroup: Int
  /// Highest believed group that may start it.
  var toGroup: Int
  /// Segments that may start it, as bits.
  var segmentMask: UInt64
  /// The attribute whose barrier it takes away; -1 for none.
  var removedBarrier: Int
  /// Money spent in the present calendar year, in euro.
  var spent = 0.0
  /// The calendar year to which `spent` belongs.
  var spentYear = 0
  /// The places: clients who run or have a reservation are in service, others wait in line.
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
        terms: InstrumentTerms(instrument), fromGroup: from, toGroup: to,
        segmentMask: RoleTable.mask(
          instrument.segments, in: scenario.population.segments.map { $0.name }),
        removedBarrier: scenario.knowledge.attributes.firstIndex {
          $0.name == instrument.removesBarrier
        } ?? -1,
        places: ServiceStation(capacity: instrument.places))
    }
  }
}
