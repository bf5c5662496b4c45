import SimulationKernel

// The truth about clients changes whether anybody looks or not.
extension Knowledge {
  /// Draws the truth of all attributes of a person who is new to the model; nothing is known of it.
  mutating func begin(_ client: Int, streamID: UInt64, on clock: borrowing Clock) {
    for attribute in 0..<attributeCount {
      var truth = clock.stream(.truth, streamID * UInt64(Scenario.mostElements) + UInt64(attribute))
      var record = AttributeRecord(
        nextChange: nextChange(of: attribute, after: clock.now, using: &truth))
      let draw = truth.uniform()
      record.isBarrier = draw < barrierShares[attribute]
      // The same draw, so that needs leave barriers in place.
      record.isNeed = attribute > 0 && draw < needShares[attribute]
      records[client * attributeCount + attribute] = record
    }
  }

  /// The minute of the first change of an attribute after `minute`.
  private func nextChange(of attribute: Int, after minute: Int, using draws: inout RandomStream)
    -> Int32
  {
    let rate = changeRates[attribute]
    guard rate > 0 else { return SimulationClock.never }
    let gap = Exponential(rate: rate).sample(using: &draws)
    return Int32(min(Int(SimulationClock.farthest), minute + SimulationClock.wholeMinutes(gap)))
  }

  /// Whether an attribute has changed by the present moment, without being brought up to it.
  @inline(__always)
  func isBehind(_ client: Int, attribute: Int, on clock: borrowing Clock) -> Bool {
    records[client * attributeCount + attribute].nextChange <= clock.now
  }

  /// Takes the next change of an attribute that is behind: what is known of it is out of date, and
  /// whether it is a barrier is drawn anew, save for readiness, which the caller moves.
  ///
  /// - Returns: The minute of the change, and the stream for what else it brings.
  mutating func takeChange(
    _ client: Int, attribute: Int, streamID: UInt64, on clock: borrowing Clock
  ) -> (minute: Int, draws: RandomStream) {
    let index = client * attributeCount + attribute
    let minute = Int(records[index].nextChange)
    records[index].change()
    var draws = clock.stream(
      .truth, streamID * UInt64(Scenario.mostElements) + UInt64(attribute),
      draw: UInt64(records[index].version))
    let change = draws.uniform()
    records[index].nextChange = nextChange(of: attribute, after: minute, using: &draws)
    if attribute > 0 {
      records[index].isBarrier = change < barrierShares[attribute]
      records[index].isNeed = change < needShares[attribute]
    }
    return (minute, draws)
  }

  /// A minute before which no attribute of a client changes.
  func holds(until client: Int) -> Int32 {
    var next = SimulationClock.never
    let base = client * attributeCount
    for index in base..<(base + attributeCount) { next = min(next, records[index].nextChange) }
    return next
  }
}
