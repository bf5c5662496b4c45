// Prices of benefits that change on a date.
extension Simulation {
  /// Running benefits are revalued when prices or shares change: whoever leaves is taken off at the price
  /// at which the benefit runs.
  mutating func revalueBenefits(before: Terms) {
    var isSame = true
    for index in segments.indices
    where segments[index].benefitPerYear != before.segments[index].benefitPerYear
      || segments[index].partTimeBenefitShare != before.segments[index].partTimeBenefitShare
    {
      isSame = false
    }
    guard !isSame else { return }
    var difference = 0.0
    for client in clients.state.indices where clients.state[client].inStock {
      let state = clients.state[client]
      difference += terms.benefit(of: state) - before.benefit(of: state)
    }
    observer.changeBenefits(by: difference, at: clock.now)
  }
}
