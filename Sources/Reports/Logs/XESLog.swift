import CaseloadModel
import ScenarioFormat
import SimulationKernel

/// An event log in the form of XES (IEEE 1849-2016, doi:10.1109/IEEESTD.2016.7740858): one trace per case.
final class XESLog: EventLogWriter {
  private static let pieceSize = 1 << 18
  private static let extensions: [(name: String, prefix: String)] = [
    ("Concept", "concept"), ("Time", "time"), ("Organizational", "org"), ("Lifecycle", "lifecycle"),
    ("Cost", "cost"),
  ]
  private let header: EventLogHeader
  private let spool: CaseSpool
  private let pieces: RecordPieces
  private let moments: UnsafeMutablePointer<MomentText>
  private let text = ByteText(capacity: XESLog.pieceSize * 2)
  /// For each activity: what stands before the time, and what stands between the time and the number.
  private let heads: [Piece]
  private let transitions: [Piece]
  private let worker: Piece
  private let startOfDate: Piece
  private let endOfAttribute: Piece
  private let other: Piece
  private let minutes: Piece
  private let cost: Piece
  private let currency: Piece
  private let amount: Piece
  private let vacancy: Piece
  private let spell: Piece
  private let end: Piece

  init(_ header: EventLogHeader, path: String) {
    self.header = header
    let words = LogWords(header.scenario, escape: LogEscape.xml)
    spool = CaseSpool(beside: path, abouts: words.abouts)
    moments = .allocate(capacity: 1)
    moments.initialize(to: MomentText(start: header.scenario.time.start))
    func string(_ key: String) -> (String, String) { ("<string key=\"\(key)\" value=\"", "\"/>") }
    func attribute(_ key: String, _ value: [UInt8]) -> [UInt8] {
      Array(string(key).0.utf8) + value + Array("\"/>".utf8)
    }
    pieces = RecordPieces(
      words,
      RecordPieces.Form(
        mode: string("channel"), task: string("task"), outcome: string("outcome"),
        subject: string("subject"),
        worker: {
          attribute("org:resource", Array("\(CaseKind.worker.prefix)\($0)".utf8))
            + attribute("org:role", $1)
        },
        client: {
          attribute("groupBelieved", $0) + attribute("groupTrue", $1) + attribute("segment", $2)
        }))
    let store = pieces.store
    heads = words.activities.map {
      store.piece(
        Array("<event>".utf8), attribute("concept:name", $0),
        Array("<date key=\"time:timestamp\" value=\"".utf8))
    }
    transitions = words.lifecycles.map {
      store.piece(
        Array("\"/>".utf8), attribute("lifecycle:transition", $0),
        Array("<int key=\"event\" value=\"".utf8))
    }
    worker = store.piece(CaseKind.worker.prefix)
    startOfDate = store.piece("<date key=\"start\" value=\"")
    endOfAttribute = store.piece("\"/>")
    other = store.piece(string("otherResource").0)
    minutes = store.piece("<int key=\"minutes\" value=\"")
    cost = store.piece("<float key=\"cost:total\" value=\"")
    currency = store.piece("\"/><string key=\"cost:currency\" value=\"EUR\"/>")
    amount = store.piece("<float key=\"amount\" value=\"")
    vacancy = store.piece("<int key=\"vacancy\" value=\"")
    spell = store.piece("<int key=\"spell\" value=\"")
    end = store.piece("</event>\n")
  }

  deinit {
    moments.deinitialize(count: 1)
    moments.deallocate()
  }

  func head() -> [UInt8] {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">"#,
    ]
    for (name, prefix) in XESLog.extensions {
      lines.append(
        "<extension name=\"\(name)\" prefix=\"\(prefix)\""
          + " uri=\"http://www.xes-standard.org/\(prefix).xesext\"/>")
    }
    let moment = MomentText.text(0, start: header.scenario.time.start)
    lines += [
      #"<global scope="trace">"#,
      #"<string key="concept:name" value=""/>"#, #"<string key="caseType" value=""/>"#,
      "</global>", #"<global scope="event">"#,
      #"<string key="concept:name" value=""/>"#,
      "<date key=\"time:timestamp\" value=\"\(moment)\"/>",
      #"<string key="lifecycle:transition" value="complete"/>"#,
      #"<int key="event" value="0"/>"#, "</global>",
      #"<classifier name="Activity" keys="concept:name"/>"#,
      #"<classifier name="ActivityAndTransition" keys="concept:name lifecycle:transition"/>"#,
      #"<classifier name="Resource" keys="org:resource"/>"#,
      attribute("string", "concept:name", header.scenario.name),
      attribute("string", "lifecycle:model", "standard"),
      attribute("string", "scenario:sha256", header.digest),
      attribute("string", "scenario:seed", String(header.seed)),
      attribute("int", "scenario:replication", String(header.replication)),
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func attribute(_ type: String, _ key: String, _ value: String) -> String {
    "<\(type) key=\"\(key)\" value=\"" + String(decoding: LogEscape.xml(value), as: UTF8.self)
      + "\"/>"
  }

  func add(_ event: RecordedEvent, number: Int) {
    pieces.note(event)
    spool.add(event, number: number)
  }

  func passText(_ write: (UnsafeRawBufferPointer) -> Void) {}

  func finish(_ write: ([UInt8]) -> Void) throws(ResultFolder.WriteError) {
    try spool.forEachCase { entries in
      guard let first = entries.first?.event else { return }
      let kind = pieces.caseKind(of: first)
      text.add("<trace>\n<string key=\"concept:name\" value=\"")
      text.add(kind, first.number(of: kind))
      text.add("\"/><string key=\"caseType\" value=\"")
      text.add(Array(kind.id.utf8))
      text.add("\"/>\n")
      for entry in entries {
        self.write(entry.event, number: entry.number)
        if text.count >= XESLog.pieceSize { write(text.take()) }
      }
      text.add("</trace>\n")
    }
    text.add("</log>\n")
    write(text.take())
  }

  private func write(_ event: RecordedEvent, number: Int) {
    let activity = Int(event.activity.rawValue)
    let client = event.client > 0 ? pieces.client(of: event) : nil
    let own = event.worker > 0 ? pieces.worker(event.worker) : nil
    let subject = event.subject >= 0 ? pieces.subject(of: event) : nil
    text.write(atMost: 1_024 + 8 * pieces.store.longest) { text in
      text.add(heads[activity])
      moments.pointee.add(event.minute, to: &text)
      text.add(transitions[activity])
      text.add(number)
      text.add(endOfAttribute)
      if event.start != event.minute {
        text.add(startOfDate)
        moments.pointee.add(event.start, to: &text)
        text.add(endOfAttribute)
      }
      if let own { text.add(own) }
      if event.otherWorker > 0 {
        text.add(other)
        text.add(worker)
        add(event.otherWorker, to: &text)
      }
      if event.minutes > 0 { add(minutes, event.minutes, to: &text) }
      if event.cost > 0 {
        text.add(cost)
        text.add(cents: event.cost)
        text.add(currency)
      }
      if let mode = event.mode { text.add(pieces.modes[Int(mode.rawValue)]) }
      if let task = event.task { text.add(pieces.tasks[Int(task.rawValue)]) }
      if event.outcome != .none { text.add(pieces.outcomes[Int(event.outcome.rawValue)]) }
      if let subject { text.add(subject) }
      if event.amount != 0 {
        text.add(amount)
        text.add(event.amount)
        text.add(endOfAttribute)
      }
      if event.vacancy > 0 { add(vacancy, event.vacancy, to: &text) }
      if let client {
        text.add(client)
        add(spell, event.spell, to: &text)
      }
      text.add(end)
    }
  }

  @inline(__always)
  private func add(_ key: Piece, _ value: Int, to text: inout ByteCursor) {
    text.add(key)
    add(value, to: &text)
  }

  @inline(__always)
  private func add(_ value: Int, to text: inout ByteCursor) {
    text.add(value)
    text.add(endOfAttribute)
  }
}
