import CaseloadTestSupport
import Foundation
import Testing

@testable import ScenarioFormat

@Suite("Evidence")
struct EvidenceTests {
  @Test("Every fact has an id of its own, a text, a source and a place")
  func tableIsSound() {
    let ids = EvidenceTable.all.map(\.id)
    #expect(ids.count == Set(ids).count, "an id stands twice")
    #expect(ids == ids.sorted())
    // The five reports gave 273 facts, numbered without a gap.
    let numbered = (1...273).map { "E-" + String(String($0 + 1_000).dropFirst()) }
    #expect(ids.filter { $0.hasPrefix("E") } == numbered)
    for evidence in EvidenceTable.all {
      let id = evidence.id
      #expect(id.wholeMatch(of: /[EO]-\d{3}[a-z]?/) != nil, "\(id)")
      #expect(evidence.text.hasSuffix(".") && evidence.text.count >= 20, "\(id): \(evidence.text)")
      #expect(evidence.text.count <= 215, "\(id): \(evidence.text.count) characters")
      #expect(!evidence.source.isEmpty && !evidence.place.isEmpty, "\(id)")
      #expect(evidence.note?.isEmpty != true, "\(id)")
      for text in [evidence.text, evidence.note ?? "", evidence.source] {
        #expect(!text.contains("|") && !text.contains("  "), "\(id): \(text)")
      }
      // Only facts of the five reports were read in them.
      #expect((evidence.status == .read) == id.hasPrefix("E"), "\(id)")
    }
  }

  @Test("Lines of a report run forwards")
  func linesRunForwards() throws {
    var reports: Set<EvidenceReport> = []
    for evidence in EvidenceTable.all {
      guard case .report(let report, let lines) = evidence.origin else { continue }
      reports.insert(report)
      let ends = lines.split(separator: "-").compactMap { Int($0) }
      try #require(ends.count == 2, "\(evidence.id): \(lines)")
      #expect(ends[0] > 0 && ends[0] <= ends[1], "\(evidence.id): \(lines)")
    }
    #expect(reports == Set(EvidenceReport.allCases))
  }

  @Test("Every fact that a key, a published figure or a note names is in the table")
  func everyIDIsKnown() throws {
    var named: [(place: String, id: String)] = []
    for entry in ParameterTable.entries {
      named += entry.parameter.evidence.map { (entry.path, $0) }
    }
    named += EvidenceTargets.all.map { ($0.figure, $0.evidence) }
    for evidence in EvidenceTable.all {
      let words = (evidence.note ?? "") + " " + evidence.text
      named += words.matches(of: /\b[EO]-\d{3}[a-z]?\b/).map { (evidence.id, String($0.output)) }
    }
    #expect(named.count > 250)
    for (place, id) in named {
      #expect(EvidenceTable.all.contains { $0.id == id }, "\(place) names \(id)")
    }
  }

  @Test("Every fact that a committed scenario names is in the table")
  func scenariosNameKnownFacts() throws {
    let folder = PackageFiles.root + "/scenarios"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()
    var count = 0
    for file in files {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      for match in text.matches(of: /\b[EO]-\d{3}[a-z]?\b/) {
        count += 1
        #expect(
          EvidenceTable.evidence(id: String(match.output)) != nil, "\(file) names \(match.output)")
      }
    }
    #expect(count > 100)
  }

  @Test("A fact is explained with its figure, report, lines, status and what rests on it")
  func explanation() throws {
    let text = try #require(ScenarioText.explain("E-086"))
    for part in [
      "More than a third (>33 %)", "Nederlandse Arbeidsinspectie", "2024",
      "lines 40-41 of the text",
      "status    read in the report", "staffing.administrationShare", "time.administration.share",
      "  note      ",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 88, "\(line)") }
    #expect(ScenarioText.explain("e-086") == text)
    #expect(ScenarioText.explain("o-049a")?.contains("20 % on average") == true)
    #expect(ScenarioText.explain("O-059")?.contains("never a target") == true)
    #expect(ScenarioText.explain("E-001")?.contains("none: no default rests on it") == true)
    #expect(ScenarioText.explain("E-274") == nil)
    #expect(ScenarioText.suggestion(for: "E-274") == "E-074")
  }

  @Test("The explanation of a key tells what each of its facts says")
  func keysListTheirFacts() throws {
    for entry in ParameterTable.entries where entry.parameter.isLeaf {
      let text = try #require(ScenarioText.explain(entry.path), "\(entry.path)")
      let lines = text.split(separator: "\n")
      for id in entry.parameter.evidence {
        #expect(
          lines.contains {
            $0.hasPrefix("  evidence  \(id) (") || $0.hasPrefix("            \(id) (")
          },
          "\(entry.path): \(id)")
      }
      #expect(entry.parameter.evidence.isEmpty == !text.contains("  evidence  "), "\(entry.path)")
    }
    let text = try #require(ScenarioText.explain("staffing.fte"))
    #expect(text.contains("  evidence  E-056 (Inspectie SZW 2014): A caseworker counts about 120"))
  }

  @Test("A metric lists the facts with which it is compared")
  func metricsListTheirFacts() {
    let rows = ScenarioText.evidence(forMetric: "unseen.6m.share")
    #expect(rows.hasPrefix("  evidence  E-027 (Inspectie SZW 2014): "))
    #expect(ScenarioText.evidence(forMetric: "no.such.metric").isEmpty)
  }

  @Test("The schema and the reference page cite report and lines")
  func citations() {
    let citation = "given; E-086 (Arbeidsinspectie 2024, lines 40-41), E-087 ("
    #expect(ScenarioText.schema().contains(citation))
    #expect(ScenarioText.reference().contains(citation))
  }

  @Test("The committed page of evidence is the one that the table gives")
  func committedPage() throws {
    let path = PackageFiles.root + "/Sources/ScenarioFormat/ScenarioFormat.docc/EvidenceList.md"
    let page = try #require(ScenarioText.explain("evidence"))
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == page,
      "stale; caseload explain evidence > Sources/ScenarioFormat/ScenarioFormat.docc/EvidenceList.md"
    )
    for evidence in EvidenceTable.all { #expect(page.contains("\n| \(evidence.id) | ")) }
  }
}
