import Foundation
import Testing

@testable import ScenarioFormat

/// A published conformance corpus, which `scripts/check-json-conformance` installs and names.
private let corpus = ProcessInfo.processInfo.environment["CASELOAD_JSON_CORPUS"]

/// The names of the files tell what a reader has to do: accept `y_`, refuse `n_`, and either for `i_`
/// (Seriot 2016, "Parsing JSON is a minefield").
@Suite("The JSON reader on a published corpus", .enabled(if: corpus != nil))
struct JSONConformanceTests {
  /// Files that RFC 8259 accepts and that a scenario file must not be: keys SHOULD be unique there.
  private static let stricter: Set<String> = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  private struct Verdict {
    var name: String
    var problems: [JSONProblem]
  }

  private func verdicts() throws -> [Verdict] {
    let folder = try #require(corpus)
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      return Verdict(name: name, problems: JSONReader.read(Array(data)).problems)
    }
  }

  @Test("What every reader must accept is accepted, and what it must refuse is refused")
  func verdictsOnTheCorpus() throws {
    let verdicts = try verdicts()
    var counts: [Character: Int] = [:]
    for verdict in verdicts {
      let kind = verdict.name.first ?? " "
      counts[kind, default: 0] += 1
      switch kind {
      case "y" where Self.stricter.contains(verdict.name):
        #expect(verdict.problems.map(\.code) == [.jsonDuplicateKey], "\(verdict.name)")
      case "y": #expect(verdict.problems == [], "\(verdict.name)")
      case "n": #expect(!verdict.problems.isEmpty, "\(verdict.name)")
      case "i":
        let said = verdict.problems.first.map { "refused: \($0.code.rawValue)" } ?? "accepted"
        print("corpus: \(verdict.name) \(said)")
      default: Issue.record("\(verdict.name) does not say what a reader has to do")
      }
    }
    #expect(Self.stricter.isSubset(of: verdicts.map(\.name)))
    // The corpus of 2024 has 95, 188 and 35 files.
    #expect(counts["y", default: 0] >= 95 && counts["n", default: 0] >= 188)
    #expect(counts["i", default: 0] >= 35)
    print(
      "corpus: \(counts["y", default: 0]) to accept, \(counts["n", default: 0]) to refuse,"
        + " \(counts["i", default: 0]) left open")
  }
}
