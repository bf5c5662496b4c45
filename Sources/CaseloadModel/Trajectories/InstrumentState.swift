import SimulationKernel

/// An instrument during a run: its terms, who is on it and who waits for a place.
struct InstrumentState {
  /// Lowest believed group that may start it.
  var fromGroup: Int
  /// Highest believed group that may start it.
  var toGroup: Int
  /// Places taken: running or reserved.
  var taken = 0
  /// Clients who wait for a place, first come first served.
  var waiting: [Int32] = []

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
      return InstrumentState(fromGroup: from, toGroup: to)
    }
  }
}
