// How much help raises the chances of the whole stock.
extension Simulation {
  /// Factor of rivalry on exits to work, now.
  @inline(__always)
  mutating func rivalryFactor() -> Double {
    terms.rivalryFactor(gain: labourMarket.rivalry.gain, at: Double(clock.now))
  }

  /// Measures how much attention and instruments raise the chances of the stock.
  ///
  /// - Complexity: O(clients).
  mutating func measureRivalry() {
    var (weight, gain) = (0.0, 0.0)
    let work = terms.attention.settings.work
    for client in clients.state.indices where clients.state[client].inStock {
      advanceTruth(client)
      let state = clients.state[client]
      let group = groups[Int(state.trueGroup)]
      // The client's own chance of work, without help.
      let base =
        group.workRate * segments[Int(state.segment)].workFactor * Double(state.exitFactor)
        * terms.motivationFactor(state.motivation) * ownCircumstanceFactor(client)
        * terms.quickDurationFactorOnWork(minutes: clock.now - Int(state.spellStart))
      weight += base
      let attention = clients.attention[client]
      var factor = 1.0
      if attention.stock > 0 {
        let age = Double(clock.now - Int(attention.minute))
        let reach = terms.attention.reach(
          of: attention, left: knowledge.faded(terms.attention.fading * age))
        let loss = work.loss(
          readiness: state.readiness, years: clients.yearsOnBenefit(of: client, at: clock.now),
          own: group.contactEffectOnWork)
        factor += work.ceiling(own: group.contactEffectOnWork) * knowledge.faded(loss) * reach
      }
      if clock.now < Int(state.helpUntil) { factor *= Double(state.helpFactor) }
      factor *= trajectories.lockInFactor(clients.service[client])
      gain += base * (factor - 1)
    }
    labourMarket.rivalry.measured(weight > 0 ? gain / weight : 0, on: &clock)
  }
}
