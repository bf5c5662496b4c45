import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite("caseload report")
struct ReportCommandTests {
  /// Values that look like those of a real run: shares below one, and so on.
  private static let plausible: Simulator = {
    (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
    let cellCount = scenario.population.groups.count + 1
    let lever = scenario.staffing.fte / 25
    var values: [Double] = []
    for metric in Metric.allCases {
      for group in 0..<cellCount {
        let wave = 1 + 0.01 * Double((replication * 7 + metric.rawValue * 3 + group) % 5)
        let base =
          switch metric {
          case .stockClients: group == 0 ? 3_000.0 : 1_000
          case .costStaff, .costBenefits, .costInstruments: 2_000_000 * lever
          case .caseloadPerWorkerMean, .caseloadPerFte: 120 / lever
          case .unseen6m: 0.25 / lever
          case .unseen12m: 0.12 / lever
          case .unseen24m: 0.04 / lever
          default: 0.3
          }
        values.append(base * wave)
      }
    }
    return ReplicationOutcome(
      replication: replication, cellCount: cellCount, observationCount: 2,
      observationDays: [15_372, 15_400], values: values, series: values + values, events: 100,
      clientYears: 5)
  }

  private func call(_ arguments: [String]) -> CommandCall {
    CommandCall(arguments, simulator: ReportCommandTests.plausible)
  }

  /// A folder with the results of a study.
  private func results(
    _ words: [String], of scenario: String = "", name: String = "tiny"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(name: name, extra: scenario)
    let ran = call(
      [words[0], path] + words.dropFirst() + ["--output", folder.path + "/out", "--quiet"])
    #expect(ran.code == .success, "\(ran.errors)")
    return folder
  }

  private func page(_ folder: TemporaryFolder, _ name: String, _ more: [String] = []) throws
    -> String
  {
    let file = folder.path + "/page.html"
    let made = call(["report", folder.path + "/out/" + name, "-o", file] + more)
    #expect(made.code == .success, "\(made.errors)")
    #expect(made.errors == "caseload: the report is in \(file)\n")
    return try folder.text("page.html")
  }

  /// What holds of every page: charts have names, findings and tables, nothing is loaded, ids are unique.
  private func checkPage(_ html: String, charts: ClosedRange<Int>) {
    let figures = html.ranges(of: "<figure class=\"chart\">").count
    #expect(charts.contains(figures), "\(figures) charts")
    #expect(html.ranges(of: "<svg class=\"wide\" role=\"img\"").count == figures)
    #expect(html.ranges(of: "<svg class=\"narrow\" role=\"img\"").count == figures)
    #expect(html.ranges(of: "<figcaption id=").count == figures)
    #expect(html.ranges(of: "<details>").count == figures)
    for word in ["<script", "http:", "https:", "url(", "style=", "nan", "inf\"", "{0}"] {
      #expect(!html.contains(word), "the page holds '\(word)'")
    }
    let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    for reference in html.split(separator: "aria-labelledby=\"").dropFirst() {
      for id in reference.prefix(while: { $0 != "\"" }).split(separator: " ") {
        #expect(ids.contains(id), "nothing is called '\(id)'")
      }
    }
    #expect(html.ranges(of: "<h1>").count == 1)
    for character in html.unicodeScalars where character == "€" { _ = character }
    for part in html.split(separator: "€").dropFirst() {
      #expect(part.first != " ", "a line may end behind a euro sign")
    }
  }

  @Test("A run: the headline, the same figures as the result, the same bytes, both languages")
  func run() throws {
    let folder = try results(["run"])
    let dutch = try page(folder, "tiny", ["--language", "nl"])
    checkPage(dutch, charts: 4...6)
    // 0.25 times the mean of three waves, of which groups have others.
    #expect(
      dutch.contains(
        "<p class=\"headline\">Van elke 100 klanten zijn er ongeveer 26 een half jaar niet gesproken."
      ))
    #expect(dutch.contains("<html lang=\"nl\">"))
    #expect(dutch.contains("Hoe zeker de uitgangspunten zijn, is hier niet doorgerekend."))
    #expect(dutch.contains("caseload run scenario.json"))
    #expect(!dutch.contains("cliënten"))
    #expect(try page(folder, "tiny", ["--language", "nl"]) == dutch)
    let english = try page(folder, "tiny")
    checkPage(english, charts: 4...6)
    #expect(
      english.contains("Of every 100 clients about 26 have not been spoken to for six months."))
    #expect(english.contains("<html lang=\"en\">"))
    let results = try #require(
      try JSONSerialization.jsonObject(with: Data(try folder.text("out/tiny/results.json").utf8))
        as? [String: Any])
    let metrics = try #require(results["metrics"] as? [String: [String: Any]])
    let mean = try #require(metrics["unseen.6m.share"]?["mean"] as? Double)
    let text = "\((mean * 1_000).rounded() / 10)%"
    #expect(english.contains("<td class=\"figure\">\(text)</td>"))
  }

  @Test("A comparison: what changes, what gets worse, verdicts, for one variant and for several")
  func comparison() throws {
    let one = try results(["compare", "--variant", "more staff: staffing.fte=30"])
    let html = try page(one, "tiny-compare")
    checkPage(html, charts: 3...5)
    #expect(html.contains("<bdi>more staff</bdi>: "))
    #expect(html.contains("fewer clients not spoken to for six months"))
    #expect(
      html.contains("Against that: ‘Staff and trajectories, per year’ goes from €"))
    #expect(html.contains("clearly lower"))
    #expect(html.contains("What gets worse?"))
    let many = try results([
      "compare", "--variant", "more staff: staffing.fte=30", "--variant", "same: staffing.fte=25",
    ])
    let both = try page(many, "tiny-compare", ["--language", "nl"])
    checkPage(both, charts: 3...9)
    #expect(both.contains("praktisch gelijk"))
    #expect(both.contains("Welke variant scheelt het meest?"))
  }

  @Test("Sweeps over one key and over two, sensitivity and choice have their charts")
  func studies() throws {
    let line = try results(["sweep", "--vary", "staffing.fte=20,25,30"])
    let sweep = try page(line, "tiny-sweep", ["--language", "nl"])
    checkPage(sweep, charts: 1...1)
    #expect(sweep.contains("van 20\u{A0}fte naar 25\u{A0}fte scheelt elke eenheid"))
    let grid = try results([
      "sweep", "--vary", "staffing.fte=20,25", "--vary", "staffing.sideTaskShare=0.1,0.2",
    ])
    let heat = try page(grid, "tiny-sweep")
    checkPage(heat, charts: 0...0)
    #expect(heat.ranges(of: "class=\"figure t7\"").count >= 1)
    let walks = try results([
      "sensitivity", "staffing.fte=20:30", "staffing.sideTaskShare=0.1:0.2", "--metric",
      "unseen.6m.share", "--trajectories", "3",
    ])
    let names = walks.names(in: "out").filter { !$0.hasPrefix(".") }
    let sensitivity = try page(walks, try #require(names.first))
    checkPage(sensitivity, charts: 1...1)
    #expect(sensitivity.contains("Caseworkers, fte matters most for"))
    let choice = try results([
      "optimise", "staffing.fte=24:27:1", "--limit", "unseen.6m.share <= 0.25", "--minimise",
      "staffing.fte",
    ])
    let selection = try page(choice, "tiny-optimise")
    checkPage(selection, charts: 1...1)
    #expect(selection.contains("is the smallest choice that keeps"))
  }

  @Test("Names with markup, right-to-left letters and emoji stay text")
  func names() throws {
    let folder = try results(
      ["compare", "--variant", "<img onerror> \u{202E}שלום 😀: staffing.fte=30"],
      of: ", \"description\": \"<script>alert(1)</script> =1+1\"")
    let html = try page(folder, "tiny-compare")
    #expect(!html.contains("<img"))
    #expect(html.contains("&lt;img onerror&gt; \u{FFFD}שלום 😀"))
    // Nothing turns the direction, the printed footer included, where the character would be an escape of the style sheet.
    #expect(!html.contains("\u{202E}") && !html.contains("\\202e "))
    checkPage(html, charts: 3...5)
  }

  @Test("Several results stand on one page, in order")
  func several() throws {
    let folder = try results(["compare", "--variant", "more staff: staffing.fte=30"])
    let file = folder.path + "/page.html"
    let made = call([
      "report", folder.path + "/out/tiny", folder.path + "/out/tiny-compare/", "-o", file,
    ])
    #expect(made.code == .success)
    let html = try folder.text("page.html")
    checkPage(html, charts: 7...11)
    #expect(html.contains("<h1>Report on 2 results</h1>"))
    #expect(html.contains("href=\"#r1\""))
  }

  @Test("What is no result of this version is told, all at once, and nothing is written")
  func badInput() throws {
    let folder = try results(["run"])
    let out = folder.path + "/out"
    let file = folder.path + "/page.html"
    try FileManager.default.createDirectory(
      atPath: out + "/empty", withIntermediateDirectories: true)
    func damaged(_ name: String, _ file: String, _ change: (String) -> String) throws {
      try FileManager.default.copyItem(atPath: out + "/tiny", toPath: out + "/" + name)
      let text = try folder.text("out/tiny/" + file)
      let changed = change(text)
      #expect(changed != text)
      _ = try folder.write(changed, to: "out/" + name + "/" + file)
    }
    try damaged("cut", "results.json") { String($0.prefix(500)) }
    try damaged("older", "run.json") {
      $0.replacing("\"version\": \"\(ProgramVersion.current)\"", with: "\"version\": \"0.0.1\"")
    }
    try damaged("other", "results.json") { $0.replacing("caseload-results/1", with: "something/9") }
    try damaged("metric", "results.json") { $0.replacing("\"stock.clients\"", with: "\"stock.x\"") }
    try damaged("number", "results.json") { $0.replacing("\"seed\": ", with: "\"seed\": -") }
    try damaged("scenario", "scenario.json") { $0.replacing("\"staffing\"", with: "\"stafing\"") }
    let expected: [(String, String)] = [
      ("missing", "there is no such folder"), ("empty", "is no folder of a result"),
      ("cut", "it is no complete JSON"), ("older", "the results are of version 0.0.1, expected"),
      ("other", "the format 'something/9' is unknown"), ("metric", "'stock.x', which is unknown"),
      ("number", "seed: expected a whole number"), ("scenario", "is no scenario of this version"),
      ("tiny/results.json", "is a file; expected the folder of a result"),
    ]
    for (name, problem) in expected {
      let made = call(["report", out + "/" + name, "-o", file])
      #expect(made.code == .missingInput, "\(name)")
      #expect(made.errors.contains(problem), "\(name): \(made.errors)")
    }
    let all = call(["report"] + expected.map { out + "/" + $0.0 } + ["-o", file])
    #expect(all.errors.split(separator: "\n").count == expected.count)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("A result of a few metrics is told to be one, with the key that chose them")
  func chosenMetrics() throws {
    let folder = try results(["run"], of: ", \"outputs\": { \"metrics\": [\"stock.clients\"] }")
    let file = folder.path + "/page.html"
    let made = call(["report", folder.path + "/out/tiny", "-o", file])
    #expect(made.code == .missingInput)
    #expect(made.errors.contains("a page needs all of them: leave out outputs.metrics"))
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("A file that is no report is never replaced; a report is")
  func existingFile() throws {
    let folder = try results(["run"])
    let mine = try folder.write("my notes", to: "notes.html")
    let made = call(["report", folder.path + "/out/tiny", "-o", mine])
    #expect(made.code == .cannotWrite)
    #expect(made.errors.contains("is there already and is no report; it is not replaced"))
    #expect(try folder.text("notes.html") == "my notes")
    _ = try page(folder, "tiny")
    _ = try page(folder, "tiny", ["--language", "nl"])
    let nowhere = call(["report", folder.path + "/out/tiny", "-o", folder.path + "/no/x.html"])
    #expect(nowhere.code == .cannotWrite)
  }

  @Test("The page goes to standard output when that is asked for")
  func standardOutput() throws {
    let folder = try results(["run"])
    let made = call(["report", folder.path + "/out/tiny", "--output", "-"])
    #expect(made.code == .success)
    #expect(made.output == (try page(folder, "tiny")))
    let other = call([
      "report", folder.path + "/out/tiny", "-o", "-", "--metric", "outflow.work.rate",
    ])
    #expect(other.output.contains("<p class=\"headline\">Outflow to regular work, per year: about"))
  }
}
