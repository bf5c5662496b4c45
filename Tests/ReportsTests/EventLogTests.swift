import CaseloadModel
import CaseloadTestSupport
import Foundation
import SimulationKernel
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Event logs")
struct EventLogTests {
  /// A small organisation whose names hold what every form has to escape.
  static func scenario() -> Scenario {
    var scenario = Scenario()
    scenario.name = "a \"log\" <of> R&D, Straße"
    scenario.time.warmUpMonths = 1
    scenario.time.durationMonths = 5
    scenario.population.clients = 60
    scenario.inflow.applicationsPerYear = 40
    scenario.staffing.fte = 1
    for index in scenario.trajectories.instruments.indices {
      scenario.trajectories.instruments[index].name += ", \"&\" <\(index)>"
      scenario.trajectories.instruments[index].proposalShare = 0.5
    }
    return scenario
  }

  private static func write(
    _ form: EventLogForm, to path: String, _ look: @escaping (RecordedEvent) -> Void = { _ in }
  ) throws -> Int {
    let scenario = scenario()
    let log = try EventLog(
      path: path, form, EventLogHeader(scenario, digest: "abc", seed: 5, replication: 2))
    let recorder = Recorder {
      look($0)
      log.add($0)
    }
    _ = try simulate(scenario, seed: 5, replication: 2, recorder: recorder)
    try log.close()
    return log.count
  }

  @Test("The form follows from the name")
  func forms() {
    #expect(EventLogForm(path: "a/b.csv") == .csv)
    #expect(EventLogForm(path: "b.xes.gz") == .xes)
    #expect(EventLogForm(path: "b.json") == .json)
    #expect(EventLogForm(path: "b.txt") == nil)
    #expect(EventLogForm(path: "csv") == nil)
    #expect(EventLogForm(path: "b.csv.zip") == nil)
  }

  @Test("CSV has a row per event, with as many fields as columns, and a description beside it")
  func rows() throws {
    let folder = try TemporaryFolder()
    let count = try EventLogTests.write(.csv, to: folder.path + "/log.csv")
    #expect(count > 1_000)
    #expect(folder.names() == ["log.csv", "log.csv-metadata.json"])
    let rows = EventLogTests.fields(of: try folder.text("log.csv"))
    #expect(rows.count == count + 1)
    #expect(rows[0] == CSVLog.columns.map(\.name))
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows.contains { $0[13].hasSuffix(", & <0>") })
    let metadata = try JSONSerialization.jsonObject(
      with: Data(try folder.text("log.csv-metadata.json").utf8))
    let members = try #require(metadata as? [String: Any])
    #expect(members["caseload:sha256"] as? String == "abc")
    #expect(members["caseload:replication"] as? Int == 2)
  }

  /// Rows of quoted and plain fields; quotes themselves are left out.
  private static func fields(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\r\n" where !isQuoted:
        rows.append(row + [field])
        row = []
        field = ""
      default: field.append(character)
      }
    }
    return rows
  }

  @Test("XES has every event once, in traces in order of time")
  func traces() throws {
    let folder = try TemporaryFolder()
    var cases: Set<String> = []
    let count = try EventLogTests.write(.xes, to: folder.path + "/log.xes") {
      cases.insert("\($0.caseKind.id)-\($0.caseNumber)")
    }
    let text = try folder.text("log.xes")
    let traces = text.components(separatedBy: "<trace>").dropFirst()
    #expect(traces.count == cases.count)
    var numbers: Set<Int> = []
    for trace in traces {
      let found = trace.components(separatedBy: "key=\"event\" value=\"").dropFirst().compactMap {
        Int($0.prefix { $0 != "\"" })
      }
      #expect(found == found.sorted())
      numbers.formUnion(found)
    }
    #expect(numbers == Set(1...count))
    #expect(text.contains("value=\"a &quot;log&quot; &lt;of&gt; R&amp;D, Straße\""))
    let delegate = WellFormed()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = delegate
    #expect(parser.parse())
    #expect(delegate.events == count)
  }

  @Test("Cases come out the same when they do not fit in memory")
  func spool() throws {
    let folder = try TemporaryFolder()
    var events: [RecordedEvent] = []
    _ = try simulate(
      EventLogTests.scenario(), seed: 1, replication: 0, recorder: Recorder { events.append($0) })
    func order(capacity: Int) throws -> [[Int]] {
      let spool = CaseSpool(beside: folder.path + "/log", capacity: capacity)
      for (place, event) in events.enumerated() { spool.add(event, number: place) }
      var cases: [[Int]] = []
      try spool.forEachCase { cases.append($0.map(\.number)) }
      return cases
    }
    let whole = try order(capacity: 1 << 20)
    #expect(whole.flatMap { $0 }.count == events.count)
    #expect(try order(capacity: 100) == whole)
    #expect(folder.names() == [])
  }

  @Test("OCEL relates every event to objects that there are")
  func objects() throws {
    let folder = try TemporaryFolder()
    let count = try EventLogTests.write(.json, to: folder.path + "/log.json.gz")
    let packed = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/log.json.gz"))
    let bytes = try #require(Inflater.unpack(Array(packed))).output
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [[String: Any]]])
    let objects = try #require(document["objects"])
    let ids = Set(objects.compactMap { $0["id"] as? String })
    #expect(ids.count == objects.count)
    #expect(
      Set(objects.compactMap { $0["type"] as? String }).isSuperset(of: ["client", "contact"]))
    let events = try #require(document["events"])
    #expect(events.count == count)
    for event in events {
      let relations = try #require(event["relationships"] as? [[String: String]])
      #expect(!relations.isEmpty)
      #expect(relations.allSatisfy { ids.contains($0["objectId"] ?? "") })
    }
  }

  @Test("A log that cannot be written leaves nothing behind")
  func failure() throws {
    let folder = try TemporaryFolder()
    #expect(throws: ResultFolder.WriteError.self) {
      try EventLogTests.write(.csv, to: folder.path + "/missing/log.csv")
    }
    let log = try EventLog(
      path: folder.path + "/log.xes", .xes,
      EventLogHeader(EventLogTests.scenario(), digest: "", seed: 1, replication: 0))
    #expect(folder.names().count == 1)
    log.discard()
    #expect(folder.names() == [])
  }

  @Test("Moments have an offset, before the start of the run too")
  func moments() throws {
    let start = try #require(CivilDate(year: 2012, month: 3, day: 1))
    #expect(MomentText.text(0, start: start) == "2012-03-01T00:00:00.000+01:00")
    #expect(MomentText.text(1_440 + 605, start: start) == "2012-03-02T10:05:00.000+01:00")
    #expect(MomentText.text(-1, start: start) == "2012-02-29T23:59:00.000+01:00")
  }

  @Test("Every minute of the day is written, on days that come and go", arguments: [-800, 0, 400])
  func minutes(day: Int) throws {
    let start = try #require(CivilDate(year: 2012, month: 3, day: 1))
    let date = CivilDate(dayNumber: start.dayNumber + day).isoText
    var moments = MomentText(start: start)
    let text = ByteText()
    var expected = ""
    func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    for minute in 0..<1_440 {
      moments.add(day * 1_440 + minute, to: text)
      moments.add(day * 1_440 - 1_440, to: text)
      let before = CivilDate(dayNumber: start.dayNumber + day - 1).isoText
      expected += "\(date)T\(digits(minute / 60)):\(digits(minute % 60)):00.000+01:00"
      expected += "\(before)T00:00:00.000+01:00"
    }
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }

  @Test("Whole numbers of every length are written as Swift writes them")
  func numbers() {
    var numbers = [0, Int.min, Int.max]
    var power = 1
    for _ in 0..<18 {
      power *= 10
      numbers += [power - 1, power, power + 7, power / 10 * 3, -power, 1 - power]
    }
    let text = ByteText(capacity: 1)
    for number in numbers {
      text.add(number)
      text.add([10])
    }
    #expect(
      String(decoding: text.bytes, as: UTF8.self) == numbers.map { "\($0)\n" }.joined())
  }

  @Test(
    "A file that goes to the disk in stretches is whole", arguments: ["long.csv", "long.csv.gz"])
  func stretches(name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    let file = try LogFile(path: path)
    var bytes: [UInt8] = []
    for piece in 0..<40 {
      let more = (0..<300_000).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 7 &+ piece) }
      file.write(more)
      bytes += more
    }
    try file.close()
    let found = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(name.hasSuffix(".gz") ? Inflater.unpack(found)?.output == bytes : found == bytes)
    #expect(folder.names() == [name])
  }
}

private final class WellFormed: NSObject, XMLParserDelegate {
  var events = 0

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    if elementName == "event" { events += 1 }
  }
}
