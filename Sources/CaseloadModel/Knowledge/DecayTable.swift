import SimulationKernel

/// exp(-rate x days) for every attribute and whole days, from two small tables per attribute, which
/// stay near the processor: one for multiples of 64 days, one for what remains.
struct DecayTable: ~Copyable {
  /// Multiples of 64 days that the table reaches: 89 years; older items count as that old.
  private static let coarseCount = 512
  /// Days that the second table reaches.
  private static let fineCount = 64
  /// What is left after multiples of 64 days, 0…1, by attribute.
  private let coarse: Column<Double>
  /// What is left after 0 to 63 days, 0…1, by attribute.
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
