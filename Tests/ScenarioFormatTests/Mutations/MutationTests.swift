import CaseloadModel
import CaseloadTestSupport
import Foundation
import Testing

@testable import ScenarioFormat

/// The short form of `scripts/check-mutations`, which reads 100,000 files.
@Suite("Damaged scenario files")
struct MutationTests {
  private static var own: OwnFigures {
    var figures = OwnFigures(preset: .municipality2014, name: "a")
    figures.clients = 500
    figures.fte = 4.5
    figures.exitsToWork = 40
    figures.groupShares = [0.3, 0.45, 0.25]
    return figures
  }

  private func originals() throws -> [[UInt8]] {
    let file = PackageFiles.root + "/scenarios/municipality-2014.json"
    return [
      Array(try Data(contentsOf: URL(fileURLWithPath: file))),
      Array(ScenarioText.resolved(Scenario()).utf8),
      Array(MutationTests.own.scenarioText.utf8),
    ]
  }

  @Test("Every damaged file gives a diagnostic or a scenario, and messages fit to be shown")
  func damagedFiles() throws {
    let seed: UInt64 = 20_140_101
    var mutator = ScenarioMutator(
      originals: try originals(), generator: SplitMix(state: seed))
    var seen: Set<ScenarioMutator<SplitMix>.Kind> = []
    var codes: Set<DiagnosticCode> = []
    var valid = 0
    for number in 0..<1_000 {
      let (kinds, bytes) = mutator.next()
      seen.formUnion(kinds)
      let document = ScenarioDocument.read(bytes, path: "mutated.json")
      let complaint = MutationVerdict.complaint(about: document, rereads: number % 20 == 0)
      #expect(complaint == nil, "file \(number) of seed \(seed): \(kinds)")
      codes.formUnion(document.diagnostics.map(\.code))
      if !document.hasErrors { valid += 1 }
    }
    // Damage that breaks every file, or none, would prove little.
    #expect(seen == Set(ScenarioMutator<SplitMix>.Kind.allCases))
    #expect(valid > 10 && valid < 750)
    #expect(codes.count > 20)
  }
}
