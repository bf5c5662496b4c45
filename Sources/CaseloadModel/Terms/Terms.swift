import SimulationKernel

/// What holds at present: the scenario after the last dated change, and what follows from it alone.
///
/// One object that nothing changes: a dated change puts another in its place. Rooms are handed the
/// terms they need, so that reading one of them copies nothing else.
final class Terms {
  /// The scenario that holds.
  let scenario: Scenario
  /// What depends on a group, in the order of `population.groups`.
  let groups: [GroupConstants]
  /// What depends on a segment, in the order of `population.segments`.
  let segments: [SegmentConstants]
  /// Transfers between laws.
  let transfers: [TransferConstants]
  /// Cumulative shares of the groups, by segment.
  let groupShares: [GroupShares]
  /// What talks add to the attention of clients, and what that does.
  let attention: AttentionTerms
  /// Highest exit rates, for thinning.
  let ceilings: ExitCeilings
  /// The length of a talk against the mean of its kind.
  let talkLength: LogNormal
  /// The lowest group that is offered a contract in place of a benefit.
  let workFirstGroup: Int
  /// What is particular to a mode of contact, in the order of `ContactModeKind`.
  private let modes: [ContactModeTerms]
  /// Shocks of all kinds per client and year.
  let shocksPerYear: Double
  /// Minutes of work a year that the policy asks for a client, mean over the groups of the initial stock.
  private(set) var meanWork = 0.0

  /// Gathers the terms of a scenario.
  ///
  /// - Precondition: named groups and segments exist; the scenario reader checks this.
  init(_ scenario: Scenario) {
    self.scenario = scenario
    groups = GroupConstants.table(of: scenario)
    attention = AttentionTerms(scenario)
    ceilings = ExitCeilings(scenario, groups: groups, attention: attention)
    segments = SegmentConstants.table(of: scenario)
    transfers = TransferConstants.table(of: scenario.population)
    groupShares = GroupShares.table(of: scenario.population)
    talkLength = LogNormal(
      mean: 1, coefficientOfVariation: scenario.service.lengthVariation)
    modes = ContactModeKind.allCases.map { $0.terms(scenario.service) }
    let known = scenario.population.groups
    workFirstGroup =
      known.firstIndex { $0.name == scenario.inflow.workFirstFrom } ?? known.count - 1
    var rate = 0.0
    for shock in scenario.population.shocks { rate += shock.perYear }
    shocksPerYear = rate
    meanWork = meanWorkPerYear
  }

  private var meanWorkPerYear: Double {
    let rest = scenario.service.restPolicy
    let restInterval = rest.intervalDays * Double(SimulationClock.minutesPerDay)
    var mean = 0.0
    for group in groups.indices {
      let resting = rest.enabled ? groups[group].restShare : 0
      mean +=
        scenario.population.initialShare(ofGroup: group)
        * (resting * workPerYear(group: group, interval: restInterval)
          + (1 - resting) * workPerYear(group: group, interval: groups[group].interval))
    }
    return mean
  }

  /// What is particular to a mode of contact.
  @inline(__always)
  func mode(_ mode: ContactModeKind) -> ContactModeTerms { modes[Int(mode.rawValue)] }
}
