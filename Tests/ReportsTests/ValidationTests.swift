import CaseloadModel
import Experiments
import Foundation
import Testing

@testable import Reports

@Suite("Validation against published figures")
struct ValidationTests {
  private func target(
    low: Double? = 0.2, high: Double? = 0.3, metric: String? = "unseen.6m.share",
    use: ValidationTarget.Use = .validated, comment: String? = nil
  ) -> ValidationTarget {
    ValidationTarget(
      scenario: "a.json", figure: "a figure", metric: metric, published: "25 %", low: low,
      high: high, use: use, evidence: ["E-027"], comment: comment)
  }

  private func estimate(_ mean: Double, _ halfWidth: Double) -> Estimate {
    Estimate(count: 10, mean: mean, standardDeviation: halfWidth, halfWidth: halfWidth)
  }

  @Test("The verdict follows from the range and the interval")
  func verdicts() {
    let cases: [(Double, Double, ValidationReport.Verdict)] = [
      (0.25, 0.01, .inside), (0.29, 0.02, .insideUnsure), (0.31, 0.02, .outsideUnsure),
      (0.35, 0.02, .outside), (0.1, 0.02, .outside), (0.19, 0.02, .outsideUnsure),
    ]
    for (mean, halfWidth, verdict) in cases {
      let line = ValidationReport.Line(target: target(), estimate: estimate(mean, halfWidth))
      #expect(line.verdict == verdict, "\(mean) +- \(halfWidth)")
    }
    let open = ValidationReport.Line(
      target: target(low: nil, high: 0.3), estimate: estimate(-5, 0.1))
    #expect(open.verdict == .inside)
    #expect(ValidationReport.Line(target: target(), estimate: nil).verdict == .none)
    let undefined = ValidationReport.Line(target: target(), estimate: .undefined)
    #expect(undefined.verdict == .none)
  }

  @Test("Every problem of a file of targets is told at once")
  func problems() throws {
    let text = """
      {"format": "caseload-targets/1", "targets": [
        {"scenario": "a.json", "figure": "x", "metric": "unseen.7m.share", "published": "1",
         "low": 0.4, "high": 0.2, "use": "validated", "evidence": []},
        {"scenario": "a.json", "figure": "y", "published": "1", "use": "input", "evidence": []},
        {"scenario": "a.json", "figure": "z", "metric": "unseen.6m.share", "published": "1",
         "use": "calibrated", "evidence": []}]}
      """
    let error = #expect(throws: ValidationTargets.Problems.self) {
      try ValidationTargets.read(Data(text.utf8))
    }
    #expect(
      error?.lines == [
        "targets[0].metric: expected a metric, found \"unseen.7m.share\"",
        "targets[0].low: expected at most high (0.2), found 0.4",
        "targets[1].comment: expected the reason why no metric expresses it, found none",
        "targets[2].low: expected low, high or both, found neither",
      ])
    let missing = #expect(throws: ValidationTargets.Problems.self) {
      try ValidationTargets.read(Data(#"{"format": "caseload-targets/1"}"#.utf8))
    }
    #expect(missing?.lines.first?.contains("targets") == true)
  }

  @Test("The report counts hits and misses by use, and keeps misses with their remarks")
  func report() {
    let report = ValidationReport(
      lines: [
        ValidationReport.Line(target: target(use: .calibrated), estimate: estimate(0.25, 0.01)),
        ValidationReport.Line(
          target: target(comment: "too few are left alone"), estimate: estimate(0.4, 0.01)),
        ValidationReport.Line(target: target(), estimate: estimate(0.22, 0.01)),
        ValidationReport.Line(
          target: target(metric: nil, comment: "no metric"), estimate: nil),
      ], replications: ["a.json": 10], seed: 1)
    #expect(
      report.summary == [
        "1 of 1 figures used for calibration come out within their tolerance.",
        "1 of 2 figures that nothing was set by come out within their tolerance.",
        "0 of 0 figures that went in as parameters come out within their tolerance.",
        "1 figures are not expressed by a metric, and say why.",
      ])
    #expect(report.markdown.contains("| 40 % (39 % to 41 %) | outside | E-027 |"))
    #expect(report.markdown.contains("- *a figure*, outside: too few are left alone"))
    #expect(report.markdown.contains("- *a figure*, not expressed: no metric"))
    #expect(report.json.contains("\"verdict\": \"inside\""))
    #expect(report.table(style: .plain).contains("20 % to 30 %"))
  }
}
