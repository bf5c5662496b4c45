import CaseloadModel
import Experiments
import Foundation
import ScenarioFormat
import SimulationKernel

/// The form of an event log, by the name of its file.
package enum EventLogForm: String, CaseIterable, Sendable {
  /// Comma-separated values, one event a row, described by a file of metadata beside it (W3C, CSV on the
  /// Web).
  case csv
  /// XES, the standard of event logs of processes (IEEE 1849-2016).
  case xes
  /// OCEL 2.0, the standard of object-centric event logs, in its JSON form.
  case json

  /// The form that the name of a file asks for, compressed or not; `nil` for other names.
  package init?(path: String) {
    let name = path.hasSuffix(".gz") ? path.dropLast(3) : path[...]
    guard let form = EventLogForm.allCases.first(where: { name.hasSuffix("." + $0.rawValue) })
    else {
      return nil
    }
    self = form
  }
}

/// Which replication of which scenario a log tells of.
package struct EventLogHeader: Sendable {
  let scenario: Scenario
  let digest: String
  let seed: UInt64
  let replication: Int

  /// Makes a header.
  package init(_ scenario: Scenario, digest: String, seed: UInt64, replication: Int) {
    self.scenario = scenario
    self.digest = digest
    self.seed = seed
    self.replication = replication
  }
}

/// Writes the events of one replication to a file while they happen.
///
///     let log = try EventLog(path: "log.xes.gz", header)
///     _ = try simulate(scenario, seed: 1, replication: 0, recorder: Recorder(log.add))
///     try log.close()
///
/// Events are put into text by a thread of the log's own while the run goes on. Memory is bounded: text goes
/// to the file piece by piece, and what a form wants in another order than that of time waits in a temporary
/// file.
///
/// Safe to share between threads as long as one at a time adds events: what writes belongs to the log's
/// thread until that has ended.
package final class EventLog: @unchecked Sendable {
  /// Pieces of the last part of a file that may wait to be written.
  private static let mostPieces = 8
  /// Events so far.
  package var count: Int { pipe.count }
  private let path: String
  private let file: LogFile
  private let form: any EventLogWriter
  private let pipe: EventPipe
  private let metadata: (path: String, text: String)?

  /// Opens a log.
  ///
  /// - Throws: `WriteError` when the file cannot be made.
  package init(
    path: String, _ form: EventLogForm, _ header: EventLogHeader
  ) throws(ResultFolder.WriteError) {
    self.path = path
    file = try LogFile(path: path)
    switch form {
    case .csv:
      self.form = CSVLog(header)
      metadata = (path + "-metadata.json", CSVLog.metadata(of: path, header))
    case .xes:
      self.form = XESLog(header, path: path)
      metadata = nil
    case .json:
      self.form = ObjectLog(header)
      metadata = nil
    }
    if let metadata { try TextFile.checkWritable(metadata.path) }
    pipe = EventPipe(to: self.form, file)
    file.write(self.form.head())
  }

  /// Adds an event.
  package func add(_ event: RecordedEvent) {
    pipe.add(event)
  }

  /// Ends the log and puts it in its place.
  package func close() throws(ResultFolder.WriteError) {
    pipe.close()
    try finish()
    try file.close()
    guard let metadata else { return }
    do throws(ResultFolder.WriteError) {
      try TextFile.write(metadata.text, to: metadata.path)
    } catch {
      // A log without the file that describes it would be half a log.
      if !TextFile.isSpecial(path) { unlink(path) }
      throw error
    }
  }

  /// Writes what is left while more of it is made.
  private func finish() throws(ResultFolder.WriteError) {
    let queue = OrderedWork<[UInt8]>(mostPieces: EventLog.mostPieces) { [file] in file.write($0) }
    defer { queue.close() }
    try form.finish { queue.add($0) }
  }

  /// The files of a log at a path: itself, and what describes it.
  package static func files(at path: String) -> [(name: String, path: String)] {
    [path, path + "-metadata.json"].filter { FileManager.default.fileExists(atPath: $0) }
      .map { (URL(fileURLWithPath: $0).lastPathComponent, $0) }
  }

  /// Removes the files of a log, and the folder that they leave empty.
  package static func remove(at path: String) {
    for file in files(at: path) { unlink(file.path) }
    _ = rmdir(URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }

  /// Gives the log up; nothing is left of it.
  package func discard() {
    pipe.close()
    file.discard()
  }
}

/// A form in which events are written.
protocol EventLogWriter: AnyObject {
  /// What comes first.
  func head() -> [UInt8]
  /// Adds an event; `number` counts from 1.
  func add(_ event: RecordedEvent, number: Int)
  /// Passes on the text that is ready, when there is enough of it.
  func passText(_ write: (UnsafeRawBufferPointer) -> Void)
  /// Writes what is left, and what comes last.
  func finish(_ write: ([UInt8]) -> Void) throws(ResultFolder.WriteError)
}

/// Gathers events, and writes them some thousand at a time on a thread of its own, in order.
private final class EventPipe {
  private static let batchSize = 4_096
  private static let mostBatches = 4
  private let work: OrderedWork<Batch>
  // Events come one by one, so what they are added to is kept where no access needs to be checked.
  private let batch = UnsafeMutablePointer<Batch>.allocate(capacity: 1)
  private var handedOver = 0

  /// Events that wait together; who takes them over frees them.
  private struct Batch {
    let events = UnsafeMutablePointer<RecordedEvent>.allocate(capacity: EventPipe.batchSize)
    var count = 0
  }

  init(to form: any EventLogWriter, _ file: LogFile) {
    var number = 0
    work = OrderedWork(mostPieces: EventPipe.mostBatches) { batch in
      for place in 0..<batch.count {
        number += 1
        form.add(batch.events[place], number: number)
      }
      batch.events.deallocate()
      form.passText { file.write($0) }
    }
    batch.initialize(to: Batch())
  }

  deinit {
    batch.pointee.events.deallocate()
    batch.deallocate()
  }

  /// Events so far.
  var count: Int { handedOver + batch.pointee.count }

  func add(_ event: RecordedEvent) {
    (batch.pointee.events + batch.pointee.count).initialize(to: event)
    batch.pointee.count += 1
    if batch.pointee.count == EventPipe.batchSize { handOver() }
  }

  /// Waits until everything is written.
  func close() {
    if batch.pointee.count > 0 { handOver() }
    work.close()
  }

  private func handOver() {
    work.add(batch.pointee)
    handedOver += batch.pointee.count
    batch.pointee = Batch()
  }
}
