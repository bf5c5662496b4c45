import CaseloadTestSupport
import Foundation
import Testing

/// Only the files of a room write what belongs to it; who stands outside calls one of its doors.
@Suite struct RoomDoorsTests {
  /// A component of a replication, and the folders whose files may write it.
  private struct Room {
    /// The component as the replication calls it.
    let name: String
    /// Folders of the model.
    let folders: [String]
  }

  private static let rooms = [
    // What a client has had of attention belongs to outflow, and lies beside the client's other records.
    Room(name: "clients.attention", folders: ["Clients", "Outflow"]),
    Room(name: "clients", folders: ["Clients"]),
    Room(name: "knowledge", folders: ["Knowledge"]),
    Room(name: "audits", folders: ["Knowledge"]),
    Room(name: "judgedGroups", folders: ["Knowledge"]),
    Room(name: "staff", folders: ["Staff"]),
    Room(name: "trajectories", folders: ["Trajectories"]),
    Room(name: "labourMarket", folders: ["LabourMarket"]),
    Room(name: "meetings", folders: ["Interventions"]),
    Room(name: "observer", folders: ["Observation"]),
    Room(name: "clock", folders: ["Clock"]),
  ]

  /// Assignments to what lies in a component, and calls that change a column or a record of it.
  private static func writes(to room: String) throws -> NSRegularExpression {
    // A column of another file may have the name of a room; what belongs to a room has a name in it.
    let path = (room.contains(".") ? "" : #"\.\w+"#) + #"(?:\[[^=]*?\]|\.\w+)*?"#
    let assignment = #"\s(?:=|[-+*/|&]=|&[-+]=)\s"#
    let call = #"\.(?:append|insert|removeLast|removeFirst|removeAll|remove|swapAt|popLast)\("#
    return try NSRegularExpression(
      pattern: #"^\s*(?:_ = |let \w+ = |while let \w+ = )?"# + room.replacing(".", with: #"\."#)
        + path + "(?:" + assignment + "|" + call + ")")
  }

  /// The places of a text that write to a room, by line.
  private static func places(in text: String, writing room: String) throws -> [String] {
    let pattern = try writes(to: room)
    return text.components(separatedBy: "\n").filter {
      pattern.firstMatch(in: $0, range: NSRange($0.startIndex..., in: $0)) != nil
    }
  }

  @Test(arguments: [
    "    clients.service[client].campaign = 0", "    clients.state[client].spells += 1",
    "    staff.agendas[worker].removeFirst()", "    staff.lists[list].swapAt(index, last)",
    "    clients.state[client] = state", "    staff.workers[worker].swapNumber &+= 1",
    "    let moved = staff.caseloads[worker].removeLast()",
    "    clients.attention[client].hidden = HiddenChange(from: 0)", "    clock.now = 5",
  ])
  func aWriteIsRecognised(line: String) throws {
    let room = Self.rooms.map(\.name).first { line.contains($0) } ?? ""
    #expect(try Self.places(in: line, writing: room) == [line])
  }

  @Test(arguments: [
    "    let service = clients.service[client]", "    clients.dropCall(client)",
    "    if clients.service[client].stage == .none {", "    clock.schedule(.audit, at: 1)",
    "    guard staff.workers[worker].campaign > 0 else { return }",
  ])
  func aLookAndADoorAreNone(line: String) throws {
    for room in Self.rooms { #expect(try Self.places(in: line, writing: room.name) == []) }
  }

  @Test func onlyARoomWritesWhatBelongsToIt() throws {
    let model = "Sources/CaseloadModel/"
    let files = FileManager.default.enumerator(atPath: PackageFiles.root + "/" + model)
    let paths = (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 100)
    for path in paths {
      let folder = path.components(separatedBy: "/")[0]
      let text = try PackageFiles.text(model + path)
      for room in Self.rooms where !room.folders.contains(folder) {
        let found = try Self.places(in: text, writing: room.name).filter {
          room.name != "clients" || !$0.contains("clients.attention[")
        }
        #expect(found == [], "\(path) writes what belongs to \(room.name)")
      }
    }
  }
}
