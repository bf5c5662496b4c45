/// The metrics as places in one table of sums, made once from their definitions.
///
/// The first places are those of the tallies; every other sum of a metric has a place of its own.
struct ObservationPlan: Sendable {
  /// A metric: sums above and below the line.
  struct Ratio: Sendable {
    /// Places of the sums above the line.
    let top: [Int]
    /// Places of the sums below the line.
    let bottom: [Int]
    /// For which parts the metric is kept.
    let groups: MetricGroups
  }

  /// The ratios, in the order of `Metric`.
  private(set) var ratios: [Ratio] = []
  /// What marks clients, with the place of the number of those marked; at most 64.
  private(set) var marks: [(mark: Accrual.ClientMark, place: Int)] = []
  /// Quantities of clients, with the place of the sum.
  private(set) var quantities: [(quantity: Accrual.ClientQuantity, place: Int)] = []
  /// Quantities of workers, with the place of the sum.
  private(set) var workers: [(quantity: @Sendable (ObservedWorker) -> Double, place: Int)] = []
  /// Quantities of everybody on the staff, with the place of the sum.
  private(set) var staff: [(quantity: @Sendable (ObservedWorker) -> Double, place: Int)] = []
  /// Values read from the stock, with the place of the sum; the number of values follows it.
  private(set) var stockValues:
    [(value: @Sendable (borrowing ObservedStock) -> Double?, place: Int)] = []
  /// Values read from the staff, with the place of the sum; the number of values follows it.
  private(set) var staffValues:
    [(value: @Sendable (borrowing ObservedStaff) -> Double?, place: Int)] = []
  /// Number of places.
  private(set) var placeCount = Tally.allCases.count

  /// The plan of the metrics in the catalogue.
  static let shared = ObservationPlan(MetricCatalog.all)

  /// Makes a plan for definitions in the order in which values are reported.
  init(_ definitions: [MetricDefinition]) {
    for definition in definitions {
      let accrual = definition.accrual
      let top = accrual.top.map { place(of: $0) }
      ratios.append(
        Ratio(
          top: top, bottom: accrual.bottom.map { place(of: $0) },
          groups: definition.groups))
    }
    precondition(marks.count <= 64, "a client has room for 64 marks, not \(marks.count)")
  }

  private mutating func place(of sum: Accrual.Sum) -> Int {
    let place = placeCount
    switch sum {
    case .tally(let tally): return tally.rawValue
    case .valuesRead: return place - 1
    case .marked(let mark): marks.append((mark, place))
    case .quantity(let quantity): quantities.append((quantity, place))
    case .workers(let quantity): workers.append((quantity, place))
    case .staff(let quantity): staff.append((quantity, place))
    case .stockValue(let value):
      stockValues.append((value, place))
      // The number of values has the next place.
      placeCount += 1
    case .staffValue(let value):
      staffValues.append((value, place))
      placeCount += 1
    }
    placeCount += 1
    return place
  }
}
