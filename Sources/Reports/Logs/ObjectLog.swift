import CaseloadModel
import Foundation
import ScenarioFormat
import SimulationKernel

/// An object-centric event log in the JSON form of OCEL 2.0 (https://www.ocel-standard.org).
///
/// Objects are clients, workers, planned contacts, trajectories, vacancies and the organisation. Events are
/// written as they come; objects follow at the end, from a few bytes per object.
final class ObjectLog: EventLogWriter {
  private static let pieceSize = 1 << 18
  private let header: EventLogHeader
  private let pieces: RecordPieces
  private let fixed: FixedPieces
  private let moments: UnsafeMutablePointer<MomentText>
  // Changed at every event, so it is kept where no access needs to be checked.
  private let objects: UnsafeMutablePointer<LoggedObjects>
  private let text = ByteText(capacity: ObjectLog.pieceSize * 8)
  /// For each activity: what stands between the number and the time, and what stands between the time and
  /// the attributes.
  private let types: [Piece]
  private let lifecycles: [Piece]

  init(_ header: EventLogHeader) {
    self.header = header
    let words = LogWords(header.scenario, escape: LogEscape.json)
    func attribute(_ name: String) -> (String, String) {
      (",{\"name\":\"\(name)\",\"value\":", "}")
    }
    func whole(_ name: String, _ value: [UInt8]) -> [UInt8] {
      Array(attribute(name).0.utf8) + value + Array("}".utf8)
    }
    pieces = RecordPieces(
      words,
      RecordPieces.Form(
        mode: attribute("channel"), task: attribute("task"), outcome: attribute("outcome"),
        subject: attribute("subject"),
        worker: { number, _ in
          let id = CaseKind.worker.prefix + String(number)
          return Array("{\"objectId\":\"\(id)\",\"qualifier\":\"worker\"}".utf8)
        },
        client: { believed, truth, _ in
          whole("groupBelieved", believed) + whole("groupTrue", truth)
            + Array(attribute("spell").0.utf8)
        }))
    let store = pieces.store
    fixed = FixedPieces(store)
    moments = .allocate(capacity: 1)
    moments.initialize(to: MomentText(start: header.scenario.time.start))
    objects = .allocate(capacity: 1)
    objects.initialize(to: LoggedObjects())
    types = words.activities.map {
      store.piece(Array("\",\"type\":".utf8), $0, Array(",\"time\":\"".utf8))
    }
    lifecycles = words.lifecycles.map {
      store.piece(
        Array("\",\"attributes\":[{\"name\":\"lifecycle\",\"value\":".utf8), $0,
        Array("},{\"name\":\"number\",\"value\":".utf8))
    }
  }

  deinit {
    moments.deinitialize(count: 1)
    moments.deallocate()
    objects.deinitialize(count: 1)
    objects.deallocate()
  }

  /// Pieces that are the same for all events.
  private struct FixedPieces {
    let first: Piece
    let next: Piece
    let endOfNumber: Piece
    let start: Piece
    let endOfText: Piece
    let minutes: Piece
    let cost: Piece
    let amount: Piece
    let relations: Piece
    let end: Piece
    let organisation: Piece
    let objects: [Piece]
    let qualifiers: [Piece]

    /// What an event can be related to beside the worker.
    enum Relation: Int, CaseIterable {
      case client, workerBefore, colleague, vacancy, contact, trajectory

      var words: (prefix: String, qualifier: String) {
        switch self {
        case .client: ("client-", "client")
        case .workerBefore: ("worker-", "worker before")
        case .colleague: ("worker-", "colleague")
        case .vacancy: ("vacancy-", "vacancy")
        case .contact: ("contact-", "contact")
        case .trajectory: ("trajectory-", "trajectory")
        }
      }
    }

    init(_ store: PieceStore) {
      first = store.piece("{\"id\":\"event-")
      next = store.piece(",\n{\"id\":\"event-")
      endOfNumber = store.piece("}")
      start = store.piece(",{\"name\":\"start\",\"value\":\"")
      endOfText = store.piece("\"}")
      minutes = store.piece(",{\"name\":\"minutes\",\"value\":")
      cost = store.piece(",{\"name\":\"cost\",\"value\":")
      amount = store.piece(",{\"name\":\"amount\",\"value\":")
      relations = store.piece("],\"relationships\":[")
      end = store.piece("]}")
      organisation = store.piece(
        "{\"objectId\":\"organisation\",\"qualifier\":\"organisation\"}")
      objects = Relation.allCases.map { store.piece("{\"objectId\":\"" + $0.words.prefix) }
      qualifiers = Relation.allCases.map {
        store.piece("\",\"qualifier\":\"\($0.words.qualifier)\"}")
      }
    }
  }

  private static let attributes: [(name: String, type: String)] = [
    ("number", "integer"), ("lifecycle", "string"), ("start", "time"), ("minutes", "integer"),
    ("cost", "float"), ("channel", "string"), ("task", "string"), ("outcome", "string"),
    ("subject", "string"), ("amount", "float"), ("groupBelieved", "string"),
    ("groupTrue", "string"), ("spell", "integer"),
  ]

  func head() -> [UInt8] {
    let list = ObjectLog.types(ObjectLog.attributes)
    let events = ActivityDefinition.all.map {
      "{\"name\":\(JSONText.quoted($0.title)),\"attributes\":\(list)}"
    }
    return Array(
      ("{\"eventTypes\":[\n" + events.joined(separator: ",\n") + "],\n\"objectTypes\":[\n"
        + LoggedObjects.typesText + "],\n\"events\":[\n").utf8)
  }

  /// Attributes with their types, as JSON.
  static func types(_ attributes: [(name: String, type: String)]) -> String {
    "["
      + attributes.map { "{\"name\":\"\($0.name)\",\"type\":\"\($0.type)\"}" }.joined(
        separator: ",") + "]"
  }

  func add(_ event: RecordedEvent, number: Int) {
    pieces.note(event)
    let related = objects.pointee.relate(event)
    let activity = Int(event.activity.rawValue)
    let client = event.client > 0 ? pieces.client(of: event) : nil
    let own = event.worker > 0 ? pieces.worker(event.worker) : nil
    let subject = event.subject >= 0 ? pieces.subject(of: event) : nil
    text.write(atMost: 1_024 + 8 * pieces.store.longest) { text in
      text.add(number > 1 ? fixed.next : fixed.first)
      text.add(number)
      text.add(types[activity])
      moments.pointee.add(event.minute, to: &text)
      text.add(lifecycles[activity])
      text.add(number)
      text.add(fixed.endOfNumber)
      if event.start != event.minute {
        text.add(fixed.start)
        moments.pointee.add(event.start, to: &text)
        text.add(fixed.endOfText)
      }
      if event.minutes > 0 { add(fixed.minutes, event.minutes, to: &text) }
      if event.cost > 0 {
        text.add(fixed.cost)
        text.add(cents: event.cost)
        text.add(fixed.endOfNumber)
      }
      if let mode = event.mode { text.add(pieces.modes[Int(mode.rawValue)]) }
      if let task = event.task { text.add(pieces.tasks[Int(task.rawValue)]) }
      if event.outcome != .none { text.add(pieces.outcomes[Int(event.outcome.rawValue)]) }
      if let subject { text.add(subject) }
      if event.amount != 0 {
        text.add(fixed.amount)
        text.add(event.amount)
        text.add(fixed.endOfNumber)
      }
      if let client { add(client, event.spell, to: &text) }
      text.add(fixed.relations)
      relate(event, own, related, to: &text)
      text.add(fixed.end)
    }
  }

  @inline(__always)
  private func add(_ name: Piece, _ value: Int, to text: inout ByteCursor) {
    text.add(name)
    text.add(value)
    text.add(fixed.endOfNumber)
  }

  @inline(__always)
  private func relate(
    _ event: RecordedEvent, _ worker: Piece?, _ related: LoggedObjects.Related,
    to text: inout ByteCursor
  ) {
    var isFirst = true
    func separate(_ text: inout ByteCursor) {
      if !isFirst { text.comma() }
      isFirst = false
    }
    func relate(_ relation: FixedPieces.Relation, _ number: Int, _ text: inout ByteCursor) {
      separate(&text)
      text.add(fixed.objects[relation.rawValue])
      text.add(number)
      text.add(fixed.qualifiers[relation.rawValue])
    }
    if event.client > 0 { relate(.client, event.client, &text) }
    if let worker {
      separate(&text)
      text.add(worker)
    }
    if event.otherWorker > 0 {
      relate(event.activity == .swapped ? .colleague : .workerBefore, event.otherWorker, &text)
    }
    if event.vacancy > 0 { relate(.vacancy, event.vacancy, &text) }
    if related.contact > 0 { relate(.contact, related.contact, &text) }
    if related.trajectory > 0 { relate(.trajectory, related.trajectory, &text) }
    if isFirst { text.add(fixed.organisation) }
  }

  func passText(_ write: (UnsafeRawBufferPointer) -> Void) {
    if text.count >= ObjectLog.pieceSize { text.pass(write) }
  }

  func finish(_ write: ([UInt8]) -> Void) {
    text.add("],\n\"objects\":[\n")
    let scenario = header.scenario
    let start = MomentText.text(0, start: scenario.time.start)
    text.add(
      Array(
        ("{\"id\":\"organisation\",\"type\":\"organisation\",\"attributes\":["
          + [
            ("scenario", JSONText.quoted(scenario.name)),
            ("sha256", JSONText.quoted(header.digest)),
            ("seed", JSONText.quoted(String(header.seed))),
            ("replication", String(header.replication)),
          ].map { "{\"name\":\"\($0.0)\",\"time\":\"\(start)\",\"value\":\($0.1)}" }
          .joined(separator: ",") + "],\"relationships\":[]}").utf8))
    objects.pointee.write(pieces.words, &moments.pointee, to: text) {
      if $0.count >= ObjectLog.pieceSize { write($0.take()) }
    }
    text.add("\n]}\n")
    write(text.take())
  }
}
