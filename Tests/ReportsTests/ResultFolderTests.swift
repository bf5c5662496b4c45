import CaseloadTestSupport
import Foundation
import Reports
import Synchronization
import Testing

@Suite struct ResultFolderTests {
  /// Calls `body` with the path of a fresh folder, which is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(folder.path) }
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

  private let question = ResultQuestion("run x", replications: 3, isPartial: false)

  @Test func filesAreWrittenAndReplacedAsAWhole() throws {
    try withFolder { path in
      let folder = ResultFolder(parent: path + "/deep/er", scenarioName: "one")
      try folder.checkWritable()
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
      try folder.write(
        [
          ResultFile(name: "results.json", text: "1"), ResultFile(name: "old.html", text: "x"),
          ResultFile(
            name: "run.json", text: "{\"question\": \"run x\", \"replications\": 3}"),
        ], question)
      try folder.write(
        [
          ResultFile(name: "results.json", text: "2"), ResultFile(name: "run.json", text: "3"),
        ], question)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["results.json", "run.json"])
      #expect(try String(contentsOfFile: folder.path + "/results.json", encoding: .utf8) == "2")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.parent) == ["one"])
    }
  }

  @Test func aResultWithTablesIsNotReplacedByOneWithout() throws {
    try withFolder { path in
      let folder = ResultFolder(parent: path, scenarioName: "one")
      let run = ResultFile(
        name: "run.json", text: "{\"question\": \"run x\", \"replications\": 3}")
      let results = ResultFile(name: "results.json", text: "1")
      let clients = ResultFile(name: "clients.csv", text: "x")
      try folder.write([results, run, clients], question)
      let written = try folder.write([results, run], question)
      #expect(written.kept == folder.path + ".1")
      #expect(FileManager.default.fileExists(atPath: folder.path + ".1/clients.csv"))
      // One that has all the older one had takes its place.
      #expect(try folder.write([results, run, clients], question).kept == nil)
      #expect(try folder.write([results, run, clients], question).kept == nil)
    }
  }

  @Test func runsStartedTogetherDoNotTakeEachOthersFoldersAway() throws {
    try withFolder { path in
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 4) { worker in
        let folder = ResultFolder(parent: "\(path)/runs/\(worker)", scenarioName: "one")
        for _ in 1...300 {
          do throws(ResultFolder.WriteError) {
            try folder.checkWritable()
          } catch {
            failures.withLock { $0.append("\(error.path): \(error.reason)") }
          }
        }
      }
      #expect(failures.withLock { $0 } == [])
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
        try folder.write([ResultFile(name: "results.json", text: "1")], question)
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
      try folder.write([ResultFile(name: "results.json", text: "1")], question)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["results.json"])
    }
  }

  @Test func overridesMakeOtherNames() {
    func name(_ overrides: [String]) -> String {
      ResultFolder(parent: "p", scenarioName: "m", overrides: overrides).name
    }
    #expect(name([]) == "m")
    #expect(name(["seed=3", "replications=9"]) == "m")
    #expect(name(["b=2", "a=1", "b=3"]) == "m+a=1+b=3")
    // What a name cannot hold is told apart by a number.
    #expect(name(["a=x/y"]).hasPrefix("m+a=x-y~"))
    #expect(name(["a=x/y"]) != name(["a=x y"]))
    let long = (0..<30).map { "key\($0)=1" }
    #expect(name(long).utf8.count <= 100)
    #expect(name(long) != name(long + ["key30=1"]))
  }
}
