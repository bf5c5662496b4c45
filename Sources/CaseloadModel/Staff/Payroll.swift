/// What the staff is and costs over time, by role: integrals, not snapshots.
struct Payroll {
  /// What the staff of a role was and cost in a period.
  struct Period {
    /// Full-time equivalents employed, times years.
    var fteYears = 0.0
    /// Cost, in euro.
    var cost = 0.0
  }

  /// Employed at present, in full-time equivalents, by role.
  private(set) var fte: [Double]
  /// Cost at present, in euro a year, by role.
  private(set) var perYear: [Double]
  /// Employed in this period, in full-time equivalents x minutes, by role.
  private var fteMinutes: [Double]
  /// Cost in this period, in euro a year x minutes, by role.
  private var costMinutes: [Double]
  /// Minute up to which the integrals reach.
  private var reachesTo = 0

  /// Makes the payroll of an organisation in which nobody works.
  init(roleCount: Int) {
    fte = Array(repeating: 0, count: roleCount)
    perYear = fte
    fteMinutes = fte
    costMinutes = fte
  }

  /// Takes the integrals to a minute.
  private mutating func reach(_ minute: Int) {
    let length = Double(minute - reachesTo)
    guard length > 0 else { return }
    reachesTo = minute
    for role in fte.indices {
      fteMinutes[role] += fte[role] * length
      costMinutes[role] += perYear[role] * length
    }
  }

  /// Somebody comes (`fte` above 0) or goes (below 0), at a price in euro per fte and year.
  mutating func change(role: Int, fte change: Double, price: Double, at minute: Int) {
    reach(minute)
    fte[role] += change
    perYear[role] += change * price
  }

  /// Prices change: those who are employed cost `perYear` by role from a minute on, in euro a year.
  ///
  /// A sum that differs by no more than rounding is the same price, so that a change to what holds already
  /// changes no bit.
  mutating func revalue(_ perYear: [Double], at minute: Int) {
    var isSame = true
    for role in perYear.indices where abs(perYear[role] - self.perYear[role]) > 1e-9 * perYear[role]
    {
      isSame = false
    }
    guard !isSame else { return }
    reach(minute)
    self.perYear = perYear
  }

  /// What each role was and cost since the last taking; the next period begins here.
  mutating func takePeriod(at minute: Int) -> [Period] {
    reach(minute)
    var periods: [Period] = []
    for role in fte.indices {
      periods.append(
        Period(
          fteYears: fteMinutes[role] / SimulationClock.minutesPerYear,
          cost: costMinutes[role] / SimulationClock.minutesPerYear))
      fteMinutes[role] = 0
      costMinutes[role] = 0
    }
    return periods
  }
}

extension Staff {
  /// The period of the payroll ends.
  ///
  /// - Returns: What each role was and cost in it.
  mutating func closePayroll(at minute: Int) -> [Payroll.Period] { payroll.takePeriod(at: minute) }
}
