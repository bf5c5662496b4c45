import CaseloadModel
import Foundation
import ScenarioFormat
import SimulationKernel

/// Tables of one replication: of its workers, of its clients and of its months.
package enum RecordedTable: String, CaseIterable, Sendable {
  /// One row per worker.
  case workers
  /// One row per spell on benefit of a client.
  case clients
  /// One row per observation of every client, of every worker, and of every part of the stock.
  case months

  /// The descriptions of the tables among some files.
  static func described(_ files: [ResultFile]) -> [DataPackage.Table] {
    allCases.flatMap(RecordedTables.files).filter { table in
      files.contains { $0.name == table.file }
    }
  }
}

/// Writes tables of one replication to files while it runs.
///
/// What grows with months times clients goes to its file at once; what is kept is a few hundred bytes per
/// spell and per worker.
package final class RecordedTables: @unchecked Sendable {
  private let tables: [RecordedTable]
  private let names: RecordNames
  private let start: CivilDate
  private let window: RunWindow
  private let cellNames: [String]
  private let ledger: SpellLedger
  private var workers: WorkerLedger
  private var lastReadings: [Int: ClientReading] = [:]
  private let folder: String
  private var files: [String: LogFile] = [:]
  private var texts: [String: CSVText] = [:]

  /// Makes tables of a scenario, to be gathered in a folder that exists.
  ///
  /// - Throws: `WriteError` when a file cannot be made.
  package init(
    _ tables: [RecordedTable], of scenario: Scenario, in folder: String
  ) throws(ResultFolder.WriteError) {
    self.tables = RecordedTable.allCases.filter(tables.contains)
    self.folder = folder
    names = RecordNames(scenario)
    start = scenario.time.start
    window = RunWindow(scenario)
    cellNames = ["all"] + scenario.metricGroupNames
    ledger = SpellLedger(windowStart: window.start)
    workers = WorkerLedger(windowStart: window.start)
    for table in self.tables.flatMap(RecordedTables.files) {
      files[table.file] = try LogFile(path: folder + "/" + table.file)
      texts[table.file] = CSVText(header: table.fields.map(\.name))
    }
  }

  /// The files of a table with their columns and keys.
  static func files(of table: RecordedTable) -> [DataPackage.Table] {
    switch table {
    case .workers: [.workers]
    case .clients: [.clients]
    case .months: [.months, .workerMonths, .clientMonths]
    }
  }

  /// Follows a replication; `recorder` may be followed by others too.
  package func follow(_ recorder: Recorder) {
    recorder.onClientReading = { [self] in add($0) }
    recorder.onWorkerReading = { [self] in add($0) }
    if tables.contains(.months) { recorder.onPeriod = { [self] in add($0) } }
  }

  /// Adds an event of the replication.
  package func add(_ event: RecordedEvent) {
    ledger.add(event)
    workers.add(event)
  }

  /// Ends the tables.
  ///
  /// - Returns: The files, to be moved to their place.
  package func close() throws(ResultFolder.WriteError) -> [ResultFile] {
    ledger.close(at: window.end)
    if tables.contains(.clients) { writeClients() }
    if tables.contains(.workers) { writeWorkers() }
    var written: [ResultFile] = []
    for table in tables.flatMap(RecordedTables.files) {
      flush(table.file, atLeast: 0)
      try files[table.file]?.close()
      written.append(ResultFile(name: table.file, moving: folder + "/" + table.file))
    }
    return written
  }

  /// Gives the tables up; nothing is left of them.
  package func discard() {
    for file in files.values { file.discard() }
    for table in tables.flatMap(RecordedTables.files) { unlink(folder + "/" + table.file) }
    _ = rmdir(folder)
  }

  private func put(_ fields: [String], in file: String) {
    texts[file]?.add(fields)
    flush(file, atLeast: 1 << 18)
  }

  private func flush(_ file: String, atLeast size: Int) {
    guard let text = texts[file], text.text.utf8.count >= size, text.text.utf8.count > 0 else {
      return
    }
    files[file]?.write(Array(texts[file]?.take().utf8 ?? "".utf8))
  }

  private func date(_ minute: Int) -> String { start.adding(days: minute / 1_440).isoText }

  private func moment(_ minute: Int) -> String { MomentText.text(minute, start: start) }

  private func flag(_ value: Bool) -> String { value ? "true" : "false" }

  private func number(_ value: Double) -> String { CSVText.field(value) }
}

// MARK: - Months

extension RecordedTables {
  private func add(_ reading: ClientReading) {
    if tables.contains(.clients) { lastReadings[reading.client] = reading }
    guard tables.contains(.months) else { return }
    put(
      [
        date(reading.minute), String(reading.client), String(reading.spell),
        reading.worker > 0 ? String(reading.worker) : "", names.group(reading.believedGroup),
        names.group(reading.trueGroup), names.segment(reading.segment),
        String(reading.daysInStock), String(reading.daysUnseen),
        String(reading.daysWithoutAnyContact), String(reading.contactsAfterIntake),
        flag(reading.hasAgreements), flag(reading.isOverdue), flag(reading.worksPartTime),
        flag(reading.isInView), flag(reading.waitsForTrajectory), flag(reading.isOnTrajectory),
        reading.supportGap.id, reading.contactHours.id, number(reading.attention),
        number(reading.currency), number(reading.accuracy), number(reading.privateOnly),
        number(reading.readiness),
      ], in: DataPackage.Table.clientMonths.file)
  }

  private func add(_ reading: WorkerReading) {
    guard let month = workers.closeMonth(of: reading), tables.contains(.months) else { return }
    put(
      [
        date(reading.minute), String(reading.worker), names.role(reading.role),
        number(reading.fte), flag(reading.isEmployed), flag(reading.carriesCaseload),
        String(reading.clients), number(reading.load), String(month.contacts),
        String(month.minutes[0]),
        String(month.minutes[1]), String(month.minutes[2]), String(month.minutesPresent),
        number(reading.backlogDays), number(reading.attemptedDays),
        number(reading.pressureFactor),
        flag(reading.isUnderHighPressure), flag(reading.hasTooLargeCaseload),
        flag(reading.hasSwappedWithinAYear), flag(reading.fallsShort), String(month.swaps),
        String(month.clientsReceived),
        String(month.clientsGiven), String(month.daysIll), String(month.daysOnLeave),
      ], in: DataPackage.Table.workerMonths.file)
  }

  private func add(_ reading: PeriodReading) {
    put(
      [date(reading.minute), cellNames[reading.cell]] + reading.sums.map(number),
      in: DataPackage.Table.months.file)
  }
}

// MARK: - Clients and workers

extension RecordedTables {
  private func writeClients() {
    for spell in ledger.spells {
      let last = lastReadings[spell.client].flatMap { $0.spell == spell.spell ? $0 : nil }
      let days = { (minutes: Int) in self.number(Double(minutes) / 1_440) }
      put(
        [
          String(spell.client), String(spell.spell), moment(spell.start),
          spell.end.map(moment) ?? "", spell.outcome.id,
          spell.daysToReturn > 0 ? number(spell.daysToReturn) : "", names.segment(spell.segment),
          names.group(spell.believedGroup), names.group(spell.trueGroup),
          spell.worker > 0 ? String(spell.worker) : "", String(spell.contacts),
          String(spell.contactsInWindow), String(spell.otherContacts), String(spell.missed),
          String(spell.requests), String(spell.answers), String(spell.lapsedTasks),
          String(spell.handovers), number(spell.currencyLost), days(spell.longestGap),
          days((spell.end ?? window.end) - spell.lastContact), String(spell.trajectoryStarts),
          String(spell.trajectorySuccesses), String(spell.referrals), String(spell.minutes),
          number(spell.cost),
          last.map { number($0.currency) } ?? "", last.map { number($0.accuracy) } ?? "",
          last.map { number($0.privateOnly) } ?? "",
        ], in: DataPackage.Table.clients.file)
    }
  }

  private func writeWorkers() {
    for worker in workers.all where worker.isHeard {
      let months = Double(max(1, worker.months))
      put(
        [
          String(worker.number), names.role(worker.role), number(worker.fte),
          worker.hired > 0 ? moment(worker.hired) : "", worker.left.map(moment) ?? "",
          String(worker.months), number(Double(worker.clientMonths) / months),
          String(worker.total.contacts), String(worker.total.minutes[0]),
          String(worker.total.minutes[1]), String(worker.total.minutes[2]),
          String(worker.total.minutesPresent), number(worker.backlogSum / months),
          String(worker.monthsUnderHighPressure), String(worker.monthsWithTooLargeCaseload),
          String(worker.total.swaps), String(worker.total.clientsReceived),
          String(worker.total.clientsGiven), String(worker.total.daysIll),
          String(worker.total.daysOnLeave),
        ], in: DataPackage.Table.workers.file)
    }
  }
}
