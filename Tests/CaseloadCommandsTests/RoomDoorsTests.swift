import CaseloadTestSupport
import Testing

/// Only the files of a room change what belongs to it; who stands outside calls one of its doors.
@Suite struct RoomDoorsTests {
  /// A component of a replication, and the folders whose files may change it.
  private struct Room {
    /// The component as the replication calls it.
    let name: String
    /// Its type.
    let type: String
    /// Folders of the model.
    let folders: [String]
  }

  private static let rooms = [
    Room(name: "clients", type: "Clients", folders: ["Clients"]),
    Room(name: "knowledge", type: "Knowledge", folders: ["Knowledge"]),
    Room(name: "audits", type: "Audits", folders: ["Knowledge"]),
    Room(name: "judgedGroups", type: "JudgedGroups", folders: ["Knowledge"]),
    Room(name: "staff", type: "Staff", folders: ["Staff"]),
    Room(name: "trajectories", type: "Trajectories", folders: ["Trajectories"]),
    Room(name: "labourMarket", type: "LabourMarket", folders: ["LabourMarket"]),
    Room(name: "meetings", type: "CampaignMeetings", folders: ["Interventions"]),
    Room(name: "observer", type: "Observer", folders: ["Observation"]),
    Room(name: "clock", type: "Clock", folders: ["Clock"]),
    // Nobody changes terms; at a dated change others take their place.
    Room(name: "terms", type: "Terms", folders: ["Terms"]),
  ]

  /// What has a folder of its own but lies in the records of another room: what a client has had of attention.
  private static let lodgers = ["Outflow": "clients.attention"]

  private static let model = "Sources/CaseloadModel/"
  /// The files of the model, by their paths.
  private static let files = tokens(under: "Sources/CaseloadModel")
  private static let finder = RoomWrites(
    sources: Array(files.values) + tokens(under: "Sources/SimulationKernel").values)

  private static func tokens(under folder: String) -> [String: [SwiftToken]] {
    var read: [String: [SwiftToken]] = [:]
    for path in PackageFiles.names(under: folder) where path.hasSuffix(".swift") {
      read[path] = (try? PackageFiles.text(path)).map(SwiftTokens.of) ?? []
    }
    return read
  }

  /// What a file in a folder changes of rooms that are not its own.
  private static func faults(in tokens: [SwiftToken], folder: String) -> [String] {
    var faults: [String] = []
    for room in Self.rooms where !room.folders.contains(folder) {
      // Under its own name in a flow, under that of a parameter elsewhere.
      var names: Set<String> = []
      for index in tokens.indices.dropFirst() {
        let (before, word) = (tokens[index - 1].text, tokens[index].text)
        if ["extension", "struct", "inout"].contains(before), word == "Simulation" {
          names.insert(room.name)
        }
        if before == "inout", word == room.type, index >= 3 { names.insert(tokens[index - 3].text) }
        if before == "extension", word == room.type,
          !RoomWrites.mutatingMembers(of: index, in: tokens).isEmpty
        {
          faults.append("line \(tokens[index].line): extension \(room.type) mutating")
        }
      }
      faults += Self.finder.changes(in: tokens, of: names, type: room.type).writes
        .filter { write in
          !(Self.lodgers[folder].map { write.path.hasPrefix($0) } ?? false)
            // A replication makes its rooms, and a dated change brings new terms.
            && !(folder == "Engine" && write.path == room.name)
            && !(folder == "Interventions" && write.path == "terms")
        }
        .map(\.description)
    }
    return faults
  }

  @Test func onlyARoomChangesWhatBelongsToIt() {
    #expect(Self.files.count > 100)
    for (path, tokens) in Self.files {
      let folder = path.dropFirst(Self.model.count).split(separator: "/")[0]
      #expect(Self.faults(in: tokens, folder: String(folder)) == [], "\(path)")
    }
  }

  /// Wherever it stands in a line, however deep, over several lines, handed over, and in a room's own extension.
  @Test(arguments: [
    "clients.service[client].campaign = 0", "clients.state[client].spells += 1",
    "staff.workers[worker].swapNumber &+= 1", "self.clients.state[client] = state", "clock.now = 5",
    "staff.agendas[worker].removeFirst()", "let moved = staff.caseloads[worker].removeLast()",
    "for client in trajectories.instruments[index].places.setCapacity(2, at: 1) { start(client) }",
    "if staff.lists[list].popLast() != nil { return }",
    "return staff.payroll.takePeriod(at: clock.now)",
    "guard let task = staff.queues[staff.workers[worker].place].removeFirst() else { return }",
    "let (a, b) = (1, staff.payroll.takePeriod(at: 2))",
    "(staff.overlapping, other) = (1, 2)", "swap(&staff.lists[0], &other)",
    "change(&simulation.staff.workers[worker])",
    "clients\n      .inflow\n      .adopt(terms, on: &clock)",
    "while clients.inflow.ring(under: terms, on: &clock) {}", "clock.queue.cancel(ticket)",
    "if a { staff.unassigned.removeAll { $0 == 1 } }", "staff.vacancies[0]\n      .fte = 1",
    "}\n  mutating func f(_ people: inout Staff) { people.overlapping = 1",
    "}\n}\nextension Staff {\n  mutating func f() { overlapping = 1",
  ])
  func aChangeIsFound(line: String) {
    let text = "extension Simulation {\n  mutating func planted() {\n    \(line)\n  }\n}\n"
    #expect(!Self.faults(in: SwiftTokens.of(text), folder: "Planted").isEmpty)
  }

  @Test(arguments: [
    "let service = clients.service[client]", "clients.dropCall(client)",
    "if clients.service[client].stage == .none { return }", "clock.schedule(.audit, at: 1)",
    "guard staff.workers[worker].campaign > 0 else { return }", "// clients.state[0].spells = 1",
    "let text = \"clients.state[0].spells = 1\"", "labourMarket.adopt(terms, on: &clock)",
    "let day = clock.calendar.workingMinutes(from: 1, to: 2)",
    "for worker in staff.workers.indices where staff.workers[worker].fte == 1 { look(worker) }",
  ])
  func aLookAndADoorAreNone(line: String) {
    let text = "extension Simulation {\n  mutating func planted() {\n    \(line)\n  }\n}\n"
    #expect(Self.faults(in: SwiftTokens.of(text), folder: "Planted") == [])
  }

  @Test func everyPartOfAReplicationIsARoomOrNoTable() throws {
    let tokens = try #require(Self.files[Self.model + "Engine/Simulation.swift"])
    let types = DeclaredTypes(sources: [tokens])
    for room in Self.rooms where room.name != "audits" {
      #expect(types.field(room.name, of: "Simulation") == room.type)
    }
    let others = ["interventions", "changes", "violation", "isRecorded", "isFollowing", "recorder"]
    let names = Set(Self.rooms.map(\.name) + others)
    #expect(
      types.fieldNames(of: "Simulation").subtracting(names) == [
        "scenario", "groups", "segments", "groupShares", "outcome",
      ])
  }

  /// What observes changes nothing but the observer, by itself and by all that it calls.
  ///
  /// Whoever follows the run step by step looks ahead and puts back what that moved (`RecordingTests`).
  @Test func observationReadsAndNeverWrites() {
    let graph = CallGraph(of: "Simulation", in: Self.files) { body in
      var changed: Set<String> = []
      for room in Self.rooms {
        let found = Self.finder.changes(in: body, of: [room.name], type: room.type)
        if !found.writes.isEmpty || !found.doors.isEmpty { changed.insert(room.name) }
      }
      return changed
    }
    let looks: Set<String> = ["lookAhead", "put"]
    var count = 0
    for path in Self.files.keys where path.hasPrefix(Self.model + "Observation/") {
      for name in graph.functions(of: path) {
        count += 1
        #expect(graph.changes(by: name, without: looks).subtracting(["observer"]) == [], "\(name)")
      }
    }
    #expect(count >= 6)
    // The graph sees what the flow of an observation changes, and through calls.
    #expect(
      graph.changes(by: "observe").isSuperset(of: ["staff", "clients", "knowledge", "clock"]))
    #expect(graph.changes(by: "completeContact").contains("trajectories"))
  }
}
