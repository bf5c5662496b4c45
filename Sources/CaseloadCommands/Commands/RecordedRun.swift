import CaseloadModel
import Experiments
import Foundation
import Reports
import SimulationKernel

/// What is to be kept of one replication of a run beside its results: an event log, tables.
struct RecordingSettings: Sendable {
  /// The file of the event log, with its form.
  private(set) var log: (path: String, form: EventLogForm)?
  /// The event log that is part of the result.
  private(set) var ownLog: EventLogForm?
  /// The tables.
  private(set) var tables: [RecordedTable]
  /// The replication.
  private(set) var replication: Int
  private let isReplicationGiven: Bool

  static let log = OptionKey<(path: String, form: EventLogForm)?>(
    "--log", "FILE", .file,
    "Writes every event of one replication to FILE.csv, FILE.xes or FILE.json (OCEL 2.0), compressed if"
      + " .gz follows."
  ) { (texts, option) throws(CommandFailure) in
    guard let path = texts.first else { return nil }
    guard let form = EventLogForm(path: path) else {
      throw .usage(
        "option '\(option.name)' expects a file that ends in .csv, .xes or .json, with or without .gz,"
          + " found '\(path)'")
    }
    return (path, form)
  }
  static let tables = OptionKey<[RecordedTable]>(
    "--tables", "LIST", .word,
    "Adds tables of one replication to the results: workers, clients, months, with commas between."
  ) { (texts, option) throws(CommandFailure) in
    var tables: [RecordedTable] = []
    for name in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      guard let table = RecordedTable(rawValue: String(name)) else {
        let all = RecordedTable.allCases.map(\.rawValue)
        throw .usage(
          "option '\(option.name)' expects \(all.joined(separator: ", ")), found '\(name)'",
          hint: CommandFailure.hint(for: String(name), among: all))
      }
      if !tables.contains(table) { tables.append(table) }
    }
    return tables
  }
  static let replication = OptionKey<Int?>.whole(
    "--replication", "K", in: 0...(Options.mostReplications - 1),
    "The replication of --log and --tables, from 0; 0 if not given.")

  /// The options.
  static let definitions = [log.definition, tables.definition, replication.definition]

  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    log = try arguments[RecordingSettings.log]
    tables = try arguments[RecordingSettings.tables]
    let replication = try arguments[RecordingSettings.replication]
    isReplicationGiven = replication != nil
    if log != nil, arguments.positional.count > 1 {
      throw .usage("option '--log' takes one scenario, found \(arguments.positional.count)")
    }
    self.replication = replication ?? 0
  }

  /// Whether there is nothing to keep.
  var isEmpty: Bool { log == nil && ownLog == nil && tables.isEmpty }

  /// The settings with what a scenario asks for beside the command line.
  func adding(_ outputs: OutputSettings) throws(CommandFailure) -> RecordingSettings {
    var settings = self
    for name in outputs.tables {
      guard let table = RecordedTable(rawValue: name), !tables.contains(table) else { continue }
      settings.tables.append(table)
    }
    switch outputs.log {
    case .none: break
    case .csv: settings.ownLog = .csv
    case .xes: settings.ownLog = .xes
    case .ocel: settings.ownLog = .json
    }
    if !isReplicationGiven { settings.replication = outputs.replication }
    guard !isReplicationGiven || !settings.isEmpty else {
      throw .usage("option '--replication' has no meaning without '--log' or '--tables'")
    }
    return settings
  }
}

/// Keeps an event log and tables of one replication while a run simulates it.
///
/// Safe to share between threads: the lock guards which thread has the replication, and only that one
/// writes.
final class RecordedRun: @unchecked Sendable {
  private enum State { case waiting, taken, done }

  private let replication: Int
  private let experiment: Experiment
  private let log: EventLog?
  /// The log that is part of the result, and its file.
  private let ownLog: (log: EventLog, path: String)?
  private let tables: RecordedTables?
  private let logPath: String
  private let lock = NSLock()
  private var state = State.waiting

  /// Opens the files; `nil` when there is nothing to keep.
  ///
  /// - Parameter folder: The folder of results, in which tables are gathered.
  static func begin(
    _ settings: RecordingSettings, _ experiment: Experiment, folder: ResultFolder
  ) throws(CommandFailure) -> RecordedRun? {
    guard !settings.isEmpty else { return nil }
    guard experiment.sector == nil else {
      throw .usage(
        "'\(experiment.scenario.name)' is a sector: '--log', '--tables' and 'outputs' are of one organisation",
        hint: "'caseload trace --organisation NAME' follows one; a file of it can be run with a log"
      )
    }
    try CommandFailure.checkReplication(
      settings.replication, of: experiment.scenario, planned: experiment.replications)
    return try CommandFailure.writing { () throws(ResultFolder.WriteError) in
      try RecordedRun(settings, experiment, folder)
    }
  }

  private init(
    _ settings: RecordingSettings, _ experiment: Experiment, _ folder: ResultFolder
  ) throws(ResultFolder.WriteError) {
    replication = settings.replication
    self.experiment = experiment
    logPath = settings.log?.path ?? ""
    let header = EventLogHeader(
      experiment.scenario, digest: experiment.digest, seed: experiment.seed,
      replication: settings.replication)
    var opened: [EventLog] = []
    do throws(ResultFolder.WriteError) {
      if let (path, form) = settings.log { opened.append(try EventLog(path: path, form, header)) }
      log = opened.first
      let gathering =
        settings.tables.isEmpty && settings.ownLog == nil ? "" : try folder.makeGatheringFolder()
      if let form = settings.ownLog {
        let path = gathering + "/events." + form.rawValue
        opened.append(try EventLog(path: path, form, header))
        ownLog = (opened[opened.count - 1], path)
      } else {
        ownLog = nil
      }
      tables =
        settings.tables.isEmpty
        ? nil : try RecordedTables(settings.tables, of: experiment.scenario, in: gathering)
    } catch {
      for log in opened { log.discard() }
      throw error
    }
  }

  /// A simulator that keeps what is to be kept when the replication comes along.
  func simulator(_ plain: @escaping Simulator) -> Simulator {
    { [self] (scenario, seed, number, isCancelled) throws(InvariantViolation) in
      guard number == replication, take() else {
        return try plain(scenario, seed, number, isCancelled)
      }
      return try simulateRecorded(isCancelled)
    }
  }

  private func take() -> Bool {
    lock.withLock {
      guard state == .waiting else { return false }
      state = .taken
      return true
    }
  }

  private func simulateRecorded(
    _ isCancelled: () -> Bool
  ) throws(InvariantViolation) -> ReplicationOutcome? {
    let logs = [log, ownLog?.log].compactMap { $0 }
    let tables = tables
    let recorder =
      if let only = logs.first, logs.count == 1, tables == nil {
        Recorder { event in only.add(event) }
      } else {
        Recorder { event in
          for log in logs { log.add(event) }
          tables?.add(event)
        }
      }
    tables?.follow(recorder)
    let outcome = try simulate(
      experiment.scenario, seed: experiment.seed, replication: replication, recorder: recorder,
      isCancelled: isCancelled)
    if outcome != nil { lock.withLock { state = .done } }
    return outcome
  }

  /// Ends log and tables; a replication that came from a journal is simulated first.
  ///
  /// - Returns: The files of the tables.
  func close(_ context: CommandContext, path: String) throws(CommandFailure) -> [ResultFile] {
    if take() {
      let cancellation = context.interruption.cancellation
      do throws(InvariantViolation) {
        _ = try simulateRecorded { cancellation.isCancelled }
      } catch {
        throw .broken(error, in: experiment.scenario, path: path)
      }
    }
    guard lock.withLock({ state == .done }) else {
      discard()
      if log != nil {
        context.report(
          note: "stopped before replication \(replication) was over; '\(logPath)' is not written")
      }
      return []
    }
    return try CommandFailure.writing { () throws(ResultFolder.WriteError) in
      var files = try tables?.close() ?? []
      if let (log, path) = ownLog {
        try log.close()
        files += EventLog.files(at: path).map { ResultFile(name: $0.name, moving: $0.path) }
      }
      // What is part of the result is given up with it; the log on its own comes last.
      try log?.close()
      return files
    }
  }

  /// Tells where the log is.
  func report(to context: CommandContext) {
    guard let log, lock.withLock({ state == .done }) else { return }
    let count = DecimalText.fixed(Double(log.count), decimals: 0)
    context.report(note: "\(count) events of replication \(replication) are in \(logPath)")
  }

  /// Gives up what is not finished.
  func discard() {
    log?.discard()
    ownLog?.log.discard()
    if let path = ownLog?.path { EventLog.remove(at: path) }
    tables?.discard()
  }
}
