// What benefits cost, and prices that change on a date.
extension Simulation {
  /// What the client's benefit costs at present, in euro a year.
  mutating func benefit(of client: Int) -> Double {
    terms.benefit(of: clients.state[client])
  }

  /// Running benefits are revalued when prices or shares change: whoever leaves is taken off at the price
  /// at which the benefit runs.
  mutating func adoptBenefits(before: Terms) {
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

extension Terms {
  /// What the benefit of a client costs, in euro a year.
  func benefit(of client: ClientState) -> Double {
    let segment = segments[Int(client.segment)]
    return client.worksPartTime
      ? segment.benefitPerYear * segment.partTimeBenefitShare : segment.benefitPerYear
  }
}
