/// What the result of a run holds beside its estimates; it changes no number.
public struct OutputSettings: Sendable, Equatable {
  /// Ids of the metrics that files hold; empty for all.
  public var metrics: [String] = []
  /// Tables of one replication: workers, clients, months.
  public var tables: [String] = []
  /// The event log of one replication.
  public var log: OutputLog = .none
  /// The replication of tables and log, from 0.
  public var replication: Int = 0
  /// Whether the metrics of every observation are written.
  public var months: Bool = true

  /// Makes the default settings.
  public init() {}
}

/// The form of the event log in a result.
public enum OutputLog: Sendable, Equatable, CaseIterable {
  /// No log.
  case none
  /// Comma-separated values.
  case csv
  /// XES (IEEE 1849-2016).
  case xes
  /// OCEL 2.0 in JSON.
  case ocel
}
