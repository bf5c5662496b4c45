import ScenarioFormat
import Testing

@testable import caseload_hunt

/// A fault is cut down to what it needs, and what a child process tells becomes a fault.
@Suite("Shrinking and reports of the hunt")
struct ShrinkingTests {
  /// Whether a tree shows the planted fault: two keys of different sections together.
  private static func isFaulty(_ tree: ScenarioTree) -> Bool {
    tree["labourMarket"]?["demandIndex"] != nil
      && (tree["interventions"]?["campaigns"]?.elements.contains { $0["externalFte"] != nil }
        ?? false)
  }

  private static let shrinking = Shrinking { fault, tree in
    var found = fault
    found.tree = tree
    return isFaulty(tree) ? found : nil
  }

  private static let large = TreeReader.read(
    """
    {"name": "hunted", "time": {"start": "2012-01-01", "durationMonths": 2},
     "population": {"clients": 7, "olderShare": 0.5}, "staffing": {"fte": 1, "sicknessShare": 0.1},
     "labourMarket": {"demandIndex": 2, "cycleYears": 3, "rivalryShare": 1},
     "interventions": {"migrations": [{"name": "m", "date": "2012-01-05"}],
       "campaigns": [{"name": "a", "date": "2012-01-05"},
         {"name": "b", "date": "2012-01-06", "externalFte": 1, "unseenDays": 30}, {"name": "c"}, {"name": "d"}]}}
    """)

  @Test("What a fault does not need goes")
  func shrinks() throws {
    let fault = HuntedFault(
      number: 1, check: .run, kind: "trap", detail: "", tree: try #require(Self.large))
    let small = Self.shrinking.smallest(fault)
    #expect(
      small.tree.json
        == #"{"name": "hunted", "time": {"start": "2012-01-01", "durationMonths": 2}, "#
        + #""population": {"clients": 7}, "staffing": {"fte": 1}, "labourMarket": {"demandIndex": 2}, "#
        + #""interventions": {"campaigns": [{"name": "b", "externalFte": 1}]}}"#)
  }

  @Test("When time is up nothing is tried any more")
  func deadline() throws {
    let shrinking = Shrinking(end: ContinuousClock.now) { _, _ in
      Issue.record("tried after the end")
      return nil
    }
    let fault = HuntedFault(
      number: 1, check: .run, kind: "trap", detail: "", tree: try #require(Self.large))
    #expect(shrinking.smallest(fault) == fault)
    #expect(!shrinking.isKnown(fault, among: [fault]))
  }

  @Test("A fault that goes with what a known one needs is that one")
  func known() throws {
    let tree = try #require(Self.large)
    let fault = HuntedFault(number: 1, check: .run, kind: "trap", detail: "", tree: tree)
    let small = Self.shrinking.smallest(fault)
    #expect(Self.shrinking.isKnown(fault, among: [small]))
    var other = small
    other.kind = "hang"
    #expect(!Self.shrinking.isKnown(fault, among: [other]))
    other = small
    other.tree = try #require(TreeReader.read(#"{"staffing": {"sicknessShare": 0.1}}"#))
    #expect(!Self.shrinking.isKnown(fault, among: [other]))
  }

  @Test("Lines of a child become faults, and a crash is one of the check that was made")
  func reports() {
    let tree = ScenarioTree.object([])
    var ending = ChildProcess.Ending(
      code: 0, signal: 0,
      lines: [
        "case 50", "check run", "check keyOrder", "fault keyOrder|keyOrder hash|another hash",
        "case 51", "discarded 51", "case 52", "check run", "check resolve",
      ])
    let whole = HuntTool.report(of: ending, numbers: 50..<100) { _ in tree }
    #expect(
      whole.faults == [
        HuntedFault(
          number: 50, check: .keyOrder, kind: "keyOrder hash", detail: "another hash", tree: tree)
      ])
    #expect(whole.discarded == 1 && whole.end == 100)
    ending.signal = 4
    ending.lines += [
      "CaseloadModel/Clients.swift:7: Fatal error: Index out of range",
      "1 [ra] 0x000055f7be7af2b7 Clients.add() in caseload-hunt at /a/b/Clients.swift:7:5",
    ]
    let crashed = HuntTool.report(of: ending, numbers: 50..<100) { _ in tree }
    #expect(crashed.end == 53)
    #expect(crashed.faults.last?.kind == "trap at Clients.swift:7:5")
    #expect(crashed.faults.last?.check == .resolve && crashed.faults.last?.number == 52)
    #expect(crashed.faults.last?.detail.hasSuffix("Index out of range") == true)
    #expect(ChildProcess.Ending(code: 0, signal: 27, lines: []).kindOfCrash == "hang")
    ending = ChildProcess.Ending(code: 70, signal: 0, lines: ["case 50", "check run"])
    let ended = HuntTool.report(of: ending, numbers: 50..<100) { _ in tree }
    #expect(ended.faults.map(\.kind) == ["exit code 70"] && ended.end == 51)
    // What was under way when time was up is no fault, and what was not begun is not counted.
    ending.signal = 9
    ending.isCut = true
    let cut = HuntTool.report(of: ending, numbers: 50..<100) { _ in tree }
    #expect(cut.faults.isEmpty && cut.isLeft && cut.end == 50)
    ending = ChildProcess.Ending(
      code: 0, signal: 0, lines: ["case 50", "discarded 50", "case 51", "check run", "left 52"])
    let left = HuntTool.report(of: ending, numbers: 50..<100) { _ in tree }
    #expect(left.isLeft && left.end == 52 && left.discarded == 1 && left.faults.isEmpty)
  }

  @Test("Trees take out what a message names, or the nearest thing around it")
  func removal() throws {
    var tree = try #require(Self.large)
    let isCut = tree.remove(["labourMarket", "demandIndex"])
    #expect(isCut && tree["labourMarket"]?["demandIndex"] == nil)
    let isElementCut = tree.remove(["interventions", "campaigns", "a", "name"])
    #expect(isElementCut && tree["interventions"]?["campaigns"]?.elements.count == 3)
    let isDefaultGone = tree.dismiss(["population", "shocks", "health", "barrier"])
    #expect(
      isDefaultGone
        && tree["population"]?["shocks"]?.json == #"[{"name": "health", "remove": true}]"#)
    #expect(tree.reversed.reversed == tree && tree.reversed != tree)
  }
}
