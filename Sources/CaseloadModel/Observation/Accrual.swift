/// How the values of a metric come about: a ratio of two sums over a period.
///
/// The sums of a period are closed at each observation and added up over the window, so that the series
/// and the window agree to the last digit.
struct Accrual: Sendable {
  /// In which way the ratio is meant.
  enum Kind: Sendable {
    case shareOfStock
    case meanOfStock
    case meanOverObservations
    case shareOfWorkers
    case meanOfWorkers
    case shareOfStaff
    case perClientYear
    case perYear
    case share
    case ratio

    /// The way in plain words.
    var text: String {
      switch self {
      case .shareOfStock: "a share of the clients in stock, at all observations together"
      case .meanOfStock: "a mean over the clients in stock, at all observations together"
      case .meanOverObservations: "one value per observation, the mean over observations"
      case .shareOfWorkers: "a share of the workers with clients, at all observations together"
      case .meanOfWorkers: "a mean over the workers with clients, at all observations together"
      case .shareOfStaff: "a share of the staff, at all observations together"
      case .perClientYear: "events in the window per client-year in stock"
      case .perYear: "a total over the window per year"
      case .share: "a share of what happens in the window"
      case .ratio: "a ratio of two totals over the window"
      }
    }
  }

  /// Something that is summed over a period.
  enum Sum: Sendable {
    /// What is counted as it happens.
    case tally(Tally)
    /// Clients in stock, at each observation, to whom something applies.
    case marked(ClientMark)
    /// A quantity of the clients in stock, at each observation.
    case quantity(ClientQuantity)
    /// A quantity of the workers with clients, at each observation.
    case workers(@Sendable (ObservedWorker) -> Double)
    /// A quantity of everybody on the staff, at each observation.
    case staff(@Sendable (ObservedWorker) -> Double)
    /// One value per observation, read from the whole stock; `nil` when there is none.
    case stockValue(@Sendable (borrowing ObservedStock) -> Double?)
    /// One value per observation, read from the staff; `nil` when there is none.
    case staffValue(@Sendable (borrowing ObservedStaff) -> Double?)
    /// Observations at which the value above the line exists.
    case valuesRead
  }

  /// Marks the clients of a batch to whom something applies.
  typealias ClientMark = @Sendable (ClientMarks) -> Void
  /// Adds a quantity of the clients of a batch to the sums of their cells of the stock.
  typealias ClientQuantity = @Sendable (ClientSums) -> Void

  /// In which way the ratio is meant.
  let kind: Kind
  /// What is added up above the line.
  let top: [Sum]
  /// What is added up below the line.
  let bottom: [Sum]

  private init(_ kind: Kind, _ top: [Sum], _ bottom: [Sum]) {
    self.kind = kind
    self.top = top
    self.bottom = bottom
  }

  // MARK: - Read at each observation

  /// The part of the clients in stock to whom something applies.
  static func shareOfStock(_ mark: @escaping ClientMark) -> Accrual {
    Accrual(.shareOfStock, [.marked(mark)], [.tally(.clientsObserved)])
  }

  /// The part of some clients in stock to whom something applies.
  static func shareOfStock(
    among base: @escaping ClientMark, _ mark: @escaping ClientMark
  ) -> Accrual {
    Accrual(.shareOfStock, [.marked(mark)], [.marked(base)])
  }

  /// The mean of a quantity over the clients in stock.
  static func meanOfStock(_ quantity: @escaping ClientQuantity) -> Accrual {
    Accrual(.meanOfStock, [.quantity(quantity)], [.tally(.clientsObserved)])
  }

  /// The ratio of two quantities of the clients in stock.
  static func ratioOfStock(
    _ top: @escaping ClientQuantity, to bottom: @escaping ClientQuantity
  ) -> Accrual {
    Accrual(.meanOfStock, [.quantity(top)], [.quantity(bottom)])
  }

  /// The number of clients in stock to whom something applies.
  static func countOfStock(_ mark: @escaping ClientMark) -> Accrual {
    Accrual(.meanOverObservations, [.marked(mark)], [.tally(.observations)])
  }

  /// The number of clients in stock.
  static let stock = Accrual(
    .meanOverObservations, [.tally(.clientsObserved)], [.tally(.observations)])

  /// A value that is read from the whole stock.
  static func meanOverStock(
    _ value: @escaping @Sendable (borrowing ObservedStock) -> Double?
  ) -> Accrual {
    Accrual(.meanOverObservations, [.stockValue(value)], [.valuesRead])
  }

  /// A value that is read from the staff.
  static func meanOverStaff(
    _ value: @escaping @Sendable (borrowing ObservedStaff) -> Double?
  ) -> Accrual {
    Accrual(.meanOverObservations, [.staffValue(value)], [.valuesRead])
  }

  /// The part of the workers with clients to whom something applies.
  static func shareOfWorkers(_ test: @escaping @Sendable (ObservedWorker) -> Bool) -> Accrual {
    Accrual(.shareOfWorkers, [.workers { test($0) ? 1 : 0 }], [.tally(.workersObserved)])
  }

  /// The mean of a quantity over the workers with clients.
  static func meanOfWorkers(
    _ quantity: @escaping @Sendable (ObservedWorker) -> Double
  ) -> Accrual {
    Accrual(.meanOfWorkers, [.workers(quantity)], [.tally(.workersObserved)])
  }

  /// The part of the staff, with clients or without, to whom something applies.
  static func shareOfStaff(_ test: @escaping @Sendable (ObservedWorker) -> Bool) -> Accrual {
    Accrual(.shareOfStaff, [.staff { test($0) ? 1 : 0 }], [.tally(.staffObserved)])
  }

  // MARK: - Counted as it happens

  /// Events per client-year in stock.
  static func perClientYear(_ tally: Tally) -> Accrual {
    Accrual(.perClientYear, [.tally(tally)], [.tally(.clientYears)])
  }

  /// Events per year that clients spend in a part of a spell.
  static func perClientYear(_ tally: Tally, in exposure: Tally) -> Accrual {
    Accrual(.perClientYear, [.tally(tally)], [.tally(exposure)])
  }

  /// A total per year.
  static func perYear(_ tally: Tally) -> Accrual {
    Accrual(.perYear, [.tally(tally)], [.tally(.years)])
  }

  /// The part that one tally is of the sum of others.
  static func share(_ tally: Tally, of whole: Tally...) -> Accrual {
    Accrual(.share, [.tally(tally)], whole.map { .tally($0) })
  }

  /// The ratio of two sums of tallies.
  static func ratio(_ top: Tally..., to bottom: Tally...) -> Accrual {
    Accrual(.ratio, top.map { .tally($0) }, bottom.map { .tally($0) })
  }
}
