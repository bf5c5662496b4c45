import CaseloadModel
import Foundation
import ScenarioFormat
import SimulationKernel

/// An event log as comma-separated values, in order of time.
final class CSVLog: EventLogWriter {
  private static let pieceSize = 1 << 18
  private let pieces: RecordPieces
  private let moments: UnsafeMutablePointer<MomentText>
  private let text = ByteText(capacity: CSVLog.pieceSize * 4)
  /// For each activity: its name and its transition, with the commas around them.
  private let activities: [Piece]
  private let lifecycles: [Piece]
  private let cases: [Piece]
  private let ends: [Piece]
  private let noClient: Piece
  private let worker: Piece

  init(_ header: EventLogHeader) {
    let words = LogWords(header.scenario, escape: LogEscape.csv)
    let comma = Array(",".utf8)
    let pieces = RecordPieces(
      words,
      RecordPieces.Form(
        mode: ("", ""), task: ("", ""), outcome: ("", ""), subject: ("", ""),
        worker: { Array("worker-\($0),".utf8) + $1 },
        client: { $0 + comma + $1 + comma + $2 + comma }))
    self.pieces = pieces
    let store = pieces.store
    moments = .allocate(capacity: 1)
    moments.initialize(to: MomentText(start: header.scenario.time.start))
    activities = words.activities.map { store.piece(comma, $0, comma) }
    lifecycles = words.lifecycles.map { store.piece(comma, $0, comma) }
    cases = CaseKind.allCases.map { store.piece("," + $0.prefix) }
    ends = CaseKind.allCases.map { store.piece("," + $0.id + "\r\n") }
    noClient = store.piece(",,,,")
    worker = store.piece(CaseKind.worker.prefix)
  }

  deinit {
    moments.deinitialize(count: 1)
    moments.deallocate()
  }

  /// The columns: name, type in the words of XML Schema, meaning.
  static let columns: [(name: String, type: String, meaning: String)] = [
    ("event", "integer", "The number of the event, from 1, in order of time."),
    ("case", "string", "The client, worker or vacancy whose history it is, or the organisation."),
    ("activity", "string", "What happened."),
    ("timestamp", "dateTime", "When it happened; of what takes time, the end."),
    ("start", "dateTime", "When it began, or the appointment that was made."),
    ("lifecycle", "string", "The transition of the standard life cycle of XES."),
    ("resource", "string", "The worker."),
    ("role", "string", "The role of the worker."),
    ("minutes", "integer", "Minutes of work."),
    ("cost", "decimal", "Euro: the price of worked time, or of what is bought."),
    ("channel", "string", "The way of the contact."),
    ("task", "string", "The kind of task."),
    ("outcome", "string", "What came of it."),
    ("subject", "string", "The instrument, shock, campaign, role, group before, and so on."),
    ("amount", "decimal", "Rungs, full-time equivalents, currency lost or days to the return."),
    ("groupBelieved", "string", "The group that the organisation believes the client to be in."),
    ("groupTrue", "string", "The group that the client is in."),
    ("segment", "string", "The segment of the client."),
    ("spell", "integer", "Which spell on benefit of the client."),
    ("client", "integer", "The number of the client."),
    ("otherResource", "string", "The worker before, or the colleague."),
    ("vacancy", "integer", "The number of the vacancy."),
    ("caseType", "string", "client, worker, vacancy or organisation."),
  ]

  func head() -> [UInt8] {
    Array((CSVLog.columns.map(\.name).joined(separator: ",") + "\r\n").utf8)
  }

  func add(_ event: RecordedEvent, number: Int) {
    pieces.note(event)
    let kind = pieces.caseKind(of: event)
    let activity = Int(event.activity.rawValue)
    let client = event.client > 0 ? pieces.client(of: event) : noClient
    let own = event.worker > 0 ? pieces.worker(event.worker) : nil
    let subject = event.subject >= 0 ? pieces.subject(of: event) : nil
    text.write(atMost: 512 + 8 * pieces.store.longest) { text in
      text.add(number)
      text.add(cases[Int(kind.rawValue)])
      if kind != .organisation { text.add(event.number(of: kind)) }
      text.add(activities[activity])
      moments.pointee.add(event.minute, to: &text)
      text.comma()
      if event.start != event.minute { moments.pointee.add(event.start, to: &text) }
      text.add(lifecycles[activity])
      if let own { text.add(own) } else { text.comma() }
      text.comma()
      if event.minutes > 0 { text.add(event.minutes) }
      text.comma()
      if event.cost > 0 { text.add(cents: event.cost) }
      text.comma()
      if let mode = event.mode { text.add(pieces.modes[Int(mode.rawValue)]) }
      text.comma()
      if let task = event.task { text.add(pieces.tasks[Int(task.rawValue)]) }
      text.comma()
      text.add(pieces.outcomes[Int(event.outcome.rawValue)])
      text.comma()
      if let subject { text.add(subject) }
      text.comma()
      if event.amount != 0 { text.add(event.amount) }
      text.comma()
      text.add(client)
      if event.client > 0 {
        text.add(event.spell)
        text.comma()
        text.add(event.client)
      }
      text.comma()
      if event.otherWorker > 0 {
        text.add(worker)
        text.add(event.otherWorker)
      }
      text.comma()
      if event.vacancy > 0 { text.add(event.vacancy) }
      text.add(ends[Int(kind.rawValue)])
    }
  }

  func passText(_ write: (UnsafeRawBufferPointer) -> Void) {
    if text.count >= CSVLog.pieceSize { text.pass(write) }
  }

  func finish(_ write: ([UInt8]) -> Void) { write(text.take()) }

  /// The description of the file in the form of CSV on the Web (https://www.w3.org/TR/tabular-metadata/).
  static func metadata(of path: String, _ header: EventLogHeader) -> String {
    let name = URL(fileURLWithPath: path).lastPathComponent
    return JSONValue.object([
      ("@context", .string("http://www.w3.org/ns/csvw")), ("url", .string(name)),
      ("dc:title", .string("Events of one replication of " + header.scenario.name)),
      ("caseload:scenario", .string(header.scenario.name)),
      ("caseload:sha256", .string(header.digest)), ("caseload:seed", .unsigned(header.seed)),
      ("caseload:replication", .integer(Int64(header.replication))),
      (
        "tableSchema",
        .object([
          (
            "columns",
            .array(
              columns.map { column in
                .object([
                  ("name", .string(column.name)), ("titles", .string(column.name)),
                  ("datatype", .string(column.type)), ("dc:description", .string(column.meaning)),
                ])
              })
          ), ("primaryKey", .string("event")),
        ])
      ),
    ]).text()
  }
}

extension CaseKind {
  /// What stands before the number in the name of a case, an object or a resource, for example `client-`.
  var prefix: String { self == .organisation ? id : id + "-" }
}

extension ByteText {
  /// Adds the name of a case, an object or a resource, for example `client-17`.
  func add(_ kind: CaseKind, _ number: Int) {
    add(Array(kind.prefix.utf8))
    if kind != .organisation { add(number) }
  }
}
