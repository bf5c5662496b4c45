import SimulationKernel

/// What one replication found: one value per metric and cell, and a series of the same by observation.
///
/// Cell 0 stands for the whole; the following ones are those of `Scenario.metricGroupNames`: the groups as
/// the organisation believes them, the segments when there are several, and the roles. A value that does not
/// exist (nobody in the cell, no exits to divide by, a metric that is not kept for it) is NaN.
public struct ReplicationOutcome: Sendable {
  /// The number of this replication, from 0.
  public let replication: Int
  /// Number of cells, that of the whole included.
  public let cellCount: Int
  /// Number of observations in the window.
  public let observationCount: Int
  /// Day numbers (days since 1970-01-01) of the observations; each closes the month before it.
  public let observationDays: [Int]
  /// Values over the observation window; index `metric.rawValue * cellCount + cell`.
  public let values: [Double]
  /// Denominators of the values, in their layout: what a mean over replications weighs them by.
  public let weights: [Double]
  /// Values per observation; index `(observation * metricCount + metric.rawValue) * cellCount + cell`.
  public let series: [Double]
  /// Denominators of the values per observation, in their layout.
  public let seriesWeights: [Double]
  /// Events that the engine executed, warm-up included.
  public let events: Int
  /// Client-years simulated, warm-up included.
  public let clientYears: Double

  /// Makes an outcome from its parts; without weights all replications weigh the same.
  public init(
    replication: Int, cellCount: Int, observationCount: Int, observationDays: [Int],
    values: [Double], weights: [Double]? = nil, series: [Double], seriesWeights: [Double]? = nil,
    events: Int, clientYears: Double
  ) {
    self.replication = replication
    self.cellCount = cellCount
    self.observationCount = observationCount
    self.observationDays = observationDays
    self.values = values
    self.weights = weights ?? Array(repeating: 1, count: values.count)
    self.series = series
    self.seriesWeights = seriesWeights ?? Array(repeating: 1, count: series.count)
    self.events = events
    self.clientYears = clientYears
  }

  /// The value of a metric over the observation window.
  public subscript(metric: Metric, cell: Int) -> Double {
    values[metric.rawValue * cellCount + cell]
  }
}

/// A conservation law that a replication broke; always a defect of the engine, never of the input.
public struct InvariantViolation: Error, Sendable, Equatable {
  /// Which law was broken.
  public enum Law: Int, Sendable {
    /// Initial stock plus inflow minus outflow equals the stock.
    case clientsBalance
    /// Every client in stock has at most one worker, and both sides agree on it.
    case oneWorkerPerClient
    /// Minutes worked never exceed minutes present.
    case workedWithinPresence
    /// Every contact belongs to a client in stock.
    case contactWithClientInStock
    /// Every knowledge value lies in 0…1.
    case knowledgeWithinUnit
    /// No exit rate exceeds the bound by which candidate exits are drawn.
    case exitRateWithinBound
    /// Whoever waits for an appointment stands on one list, and nobody else does.
    case listedOnce
    /// Clients who run or have reserved an instrument are those in its places.
    case placesMatchClients
    /// A worker does one thing at a time.
    case oneThingAtATime
    /// What staff and benefits cost at present is what those who are here cost at present prices.
    case moneyMatchesPeople
  }
  /// The law that was broken.
  public let law: Law
  /// The seed of the run.
  public let seed: UInt64
  /// The replication, from 0.
  public let replication: Int
  /// Minutes since the start of the run.
  public let minute: Int
  /// The client or worker concerned; -1 when the law concerns all.
  public let entity: Int
  /// The value that the law expects.
  public let expected: Double
  /// The value that was found.
  public let found: Double

  /// Makes a violation.
  public init(
    law: Law, seed: UInt64, replication: Int, minute: Int, entity: Int, expected: Double,
    found: Double
  ) {
    self.law = law
    self.seed = seed
    self.replication = replication
    self.minute = minute
    self.entity = entity
    self.expected = expected
    self.found = found
  }
}

/// Runs one replication of a scenario from start to end.
///
/// A pure function of its arguments. `isCancelled` is asked now and then; a cancelled run returns `nil`.
/// A `recorder` is told what happens; the outcome is the same without one.
///
/// - Throws: `InvariantViolation` when a conservation law was broken.
public func simulate(
  _ scenario: Scenario, seed: UInt64, replication: Int, recorder: Recorder? = nil,
  isCancelled: () -> Bool = { false }
) throws(InvariantViolation) -> ReplicationOutcome? {
  var simulation = Simulation(
    scenario, seed: seed, replication: replication, recorder: recorder)
  let isComplete = simulation.run(isCancelled: isCancelled)
  if isComplete { simulation.checkConservation() }
  if let violation = simulation.violation { throw violation }
  guard isComplete else { return nil }
  return simulation.outcome
}
