import CaseloadModel
import Experiments
import Reports
import SimulationKernel

/// One replication that is run again and again, each time for what somebody wants to know of it.
final class ReplicationTrace {
  /// The seed.
  let seed: UInt64
  /// The highest number of a client of whom something was told.
  private(set) var lastClient = 0
  /// The highest number of a worker of whom something was told.
  private(set) var lastWorker = 0
  private let loaded: LoadedScenario
  private let replication: Int
  private let context: CommandContext

  init(_ loaded: LoadedScenario, seed: UInt64, replication: Int, _ context: CommandContext) {
    self.loaded = loaded
    self.seed = seed
    self.replication = replication
    self.context = context
  }

  /// Clients who show something, in the order in which that was asked.
  func find(_ examples: [InstructiveExample]) throws(CommandFailure) -> [FoundExample] {
    guard !examples.isEmpty else { return [] }
    let window = RunWindow(loaded.scenario)
    let ledger = SpellLedger(windowStart: window.start)
    try run(Recorder { ledger.add($0) })
    ledger.close(at: window.end)
    return examples.map { FoundExample(example: $0, client: $0.find(in: ledger.spells)?.client) }
  }

  /// The diaries of clients, each once; those who never came on benefit have none.
  func diaries(
    of clients: [Int], _ language: PageLanguage
  ) throws(CommandFailure) -> [ClientDiary] {
    guard !clients.isEmpty else { return [] }
    let window = RunWindow(loaded.scenario)
    let book = DiaryBook(of: clients, end: window.end)
    let recorder = book.recorder { [self] event in
      lastClient = max(lastClient, event.client)
    }
    try run(recorder)
    let words = DiaryWords(loaded.scenario, language)
    var seen: Set<Int> = []
    return clients.filter { seen.insert($0).inserted && book.knows($0) }.map {
      ClientDiary($0, book.entries(of: $0), words)
    }
  }

  /// The diaries of clients who were asked for, and of those who were found.
  func diaries(
    of clients: [Int], and found: [FoundExample], _ language: PageLanguage
  ) throws(CommandFailure) -> [ClientDiary] {
    let diaries = try diaries(of: clients + found.compactMap(\.client), language)
    for client in clients where !diaries.contains(where: { $0.client == client }) {
      throw CommandFailure(
        .missingInput,
        [
          "there is no client \(client) in replication \(replication) of '\(loaded.path)':"
            + " those on benefit have numbers from 1 to \(lastClient), some of which are applicants who got none"
        ])
    }
    return diaries
  }

  /// A week of each worker.
  func weeks(
    of workers: [Int], in date: CivilDate?
  ) throws(CommandFailure) -> [WorkerWeek] {
    let start = loaded.scenario.time.start
    let from = date.map { date in
      (date.dayNumber - date.weekday - start.dayNumber) * 1_440
    }
    if let date, let from { try check(from, of: date) }
    var weeks: [WorkerWeek] = []
    for worker in workers {
      let week = WorkerWeek(
        of: worker, from: from, windowStart: RunWindow(loaded.scenario).start, start: start)
      try run(
        Recorder { [self] event in
          lastWorker = max(lastWorker, event.worker)
          week.add(event)
        })
      weeks.append(week)
    }
    return weeks
  }

  /// Checks that the week that begins at a minute has a day of the run.
  private func check(_ from: Int, of date: CivilDate) throws(CommandFailure) {
    let time = loaded.scenario.time
    let days = time.windowDays.upperBound
    guard from + 7 * 1_440 <= 0 || from >= days * 1_440 else { return }
    throw .usage(
      "option '--week' expects a day of the run, \(time.start.isoText) to"
        + " \(time.start.adding(days: days - 1).isoText), found '\(date.isoText)'")
  }

  private func run(_ recorder: Recorder) throws(CommandFailure) {
    let cancellation = context.interruption.cancellation
    let outcome: ReplicationOutcome?
    do throws(InvariantViolation) {
      outcome = try simulate(
        loaded.scenario, seed: seed, replication: replication, recorder: recorder,
        isCancelled: { cancellation.isCancelled })
    } catch {
      throw .broken(error, in: loaded.scenario, path: loaded.path)
    }
    guard outcome == nil else { return }
    throw CommandFailure(
      context.interruption.exitCode ?? .internalError, ["stopped before the replication was over"])
  }
}
