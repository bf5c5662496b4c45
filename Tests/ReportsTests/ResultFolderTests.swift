import Foundation
import Reports
import Testing

@Suite struct ResultFolderTests {
  /// Calls `body` with the path of a fresh folder, which is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/caseload-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test(arguments: [
    ("municipality-2014", "municipality-2014"), ("../../etc", "etc"), ("/etc/passwd", "etc-passwd"),
    ("..", "scenario"), ("", "scenario"), ("a b/c", "a-b-c"), (".hidden", "hidden"),
    ("naïef", "na-ef"), ("\u{0}\n", "scenario"), ("a\\b", "a-b"),
  ])
  func namesOfScenariosAreNoPaths(name: String, expected: String) {
    #expect(ResultFolder.folderName(for: name) == expected)
  }

  @Test func longNamesAreCut() {
    #expect(ResultFolder.folderName(for: String(repeating: "x", count: 5_000)).count == 100)
  }

  @Test func filesAreWrittenAndReplacedAsAWhole() throws {
    try withFolder { path in
      let folder = ResultFolder(parent: path + "/deep/er", scenarioName: "one")
      try folder.checkWritable()
      #expect(!FileManager.default.fileExists(atPath: folder.path))
      try folder.write([
        ResultFile(name: "results.json", text: "1"), ResultFile(name: "old.csv", text: "x"),
      ])
      try folder.write([
        ResultFile(name: "results.json", text: "2"), ResultFile(name: "run.json", text: "3"),
      ])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["results.json", "run.json"])
      #expect(try String(contentsOfFile: folder.path + "/results.json", encoding: .utf8) == "2")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.parent) == ["one"])
    }
  }

  @Test func whatIsNoResultIsNotReplaced() throws {
    try withFolder { path in
      let folder = ResultFolder(parent: path, scenarioName: "mine")
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true)
      try Data("dear diary".utf8).write(to: URL(fileURLWithPath: folder.path + "/diary.txt"))
      #expect(throws: ResultFolder.WriteError.self) { try folder.checkWritable() }
      #expect(throws: ResultFolder.WriteError.self) {
        try folder.write([ResultFile(name: "results.json", text: "1")])
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["diary.txt"])
    }
  }

  @Test func aFileInTheWayIsReported() throws {
    try withFolder { path in
      try Data().write(to: URL(fileURLWithPath: path + "/results"))
      let below = ResultFolder(parent: path + "/results", scenarioName: "a")
      #expect(throws: ResultFolder.WriteError.self) { try below.checkWritable() }
      let beside = ResultFolder(parent: path, scenarioName: "results")
      #expect(throws: ResultFolder.WriteError(path: beside.path, reason: "a file is in the way")) {
        try beside.checkWritable()
      }
    }
  }

  @Test func anEmptyFolderMayBeFilled() throws {
    try withFolder { path in
      let folder = ResultFolder(parent: path, scenarioName: "a")
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true)
      try folder.write([ResultFile(name: "results.json", text: "1")])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["results.json"])
    }
  }
}
