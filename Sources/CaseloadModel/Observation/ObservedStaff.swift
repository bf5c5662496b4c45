/// What an observation reads of one worker.
struct ObservedWorker {
  /// The role; 0 is that of the caseworkers.
  var role = 0
  /// Whether the worker has clients of the own.
  var carriesCaseload = true
  /// Clients.
  var clients: Int
  /// Full-time equivalents.
  var fte: Double
  /// Clients per full-time equivalent.
  var load: Double
  /// Time that the waiting work takes, in the worker's own working days.
  var backlogDays: Double
  /// The part of it that the worker means to get to, in the worker's own working days.
  var attemptedDays: Double
  /// How much more backlog than the mean worker this one bears, as a factor.
  var pressureFactor: Double
  /// Whether what the worker means to get to reaches the own threshold for high pressure.
  var isUnderHighPressure: Bool
  /// Whether the load, weighted with the work that clients ask for, exceeds the worker's own norm.
  var hasTooLargeCaseload: Bool
  /// Whether the worker exchanged clients with a colleague in the last year.
  var hasSwappedWithinAYear: Bool
  /// Whether some kind of due work was dropped or came too late in the period.
  var fallsShort = false
}

/// The staff at one observation.
struct ObservedStaff {
  /// Clients by worker.
  private var sizes: [Int] = []
  /// Full-time equivalents of the workers with clients.
  private var fte = 0.0
  /// Loads and how what the worker means to get to compares with what the worker bears.
  private(set) var loadAndPressure = PairMoments()

  /// Adds a worker with clients.
  mutating func add(_ worker: ObservedWorker) {
    sizes.append(worker.clients)
    fte += worker.fte
    loadAndPressure.add(worker.load, worker.attemptedDays / max(1e-9, worker.pressureFactor))
  }

  /// Puts the caseloads in order, for quantiles.
  mutating func sort() { sizes.sort() }

  private var clients: Int { sizes.reduce(0, +) }

  /// Clients per worker; `nil` without workers.
  var meanCaseload: Double? {
    sizes.isEmpty ? nil : Double(clients) / Double(sizes.count)
  }

  /// Clients per full-time equivalent; `nil` without workers.
  var clientsPerFte: Double? { sizes.isEmpty ? nil : Double(clients) / fte }

  /// A quantile of the caseloads; `nil` without workers.
  ///
  /// The caseloads stand at equal steps from 0 to 1, and between two of them the quantile rises in a
  /// straight line: of 10 and 40 clients the median is 25, and the 90th percentile 37 (definition 7 of
  /// Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566).
  ///
  /// - Precondition: The caseloads are in order.
  func caseload(quantile share: Double) -> Double? {
    if sizes.isEmpty { return nil }
    let place = share * Double(sizes.count - 1)
    let below = min(sizes.count - 1, Int(place))
    let above = min(sizes.count - 1, below + 1)
    return Double(sizes[below]) + (place - Double(below)) * Double(sizes[above] - sizes[below])
  }
}
