import CaseloadModel
import CaseloadTestSupport
import Foundation
import Reports
import ScenarioFormat
import Testing

@Suite("Evidence behind published figures")
struct EvidenceTargetsTests {
  @Test("The table of figures by evidence is the one that the file of targets gives")
  func tableIsNotStale() throws {
    let bytes = Array(try PackageFiles.text("scenarios/validation/targets.json").utf8)
    var expected: [EvidenceTargets.Figure] = []
    for target in try ValidationTargets.read(bytes, path: "targets.json").targets {
      let scenario = URL(fileURLWithPath: target.scenario).deletingPathExtension().lastPathComponent
      // A share of organisations is no metric of one.
      let metric = target.quantity.flatMap {
        $0.first.organisations == nil ? $0.first.metric.id : nil
      }
      for id in target.evidence {
        expected.append(
          EvidenceTargets.Figure(
            evidence: id, use: target.use.rawValue, metric: metric,
            scenario: scenario, figure: target.figure))
      }
    }
    #expect(expected.count > 100)
    #expect(EvidenceTargets.all == expected, "stale; run scripts/list-evidence-targets")
  }
}
