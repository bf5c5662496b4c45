import CaseloadModel
import Experiments
import Testing

@testable import Reports

@Suite("Validation against published figures")
struct ValidationTests {
  private let reading = ValidationReading(
    run: ValidationRun(scenario: "a.json"), metric: .unseen6m)

  private func target(
    _ range: ValidationRange = ValidationRange(low: .init(0.2), high: .init(0.3)),
    _ quantity: ValidationQuantity?, use: ValidationTarget.Use = .validated,
    comment: String? = nil
  ) -> ValidationTarget {
    ValidationTarget(
      scenario: "a.json", figure: "a figure", quantity: quantity, published: "25 %", range: range,
      use: use, evidence: ["E-027"], comment: comment)
  }

  private func estimate(_ mean: Double, _ halfWidth: Double) -> Estimate {
    Estimate(count: 10, mean: mean, standardDeviation: halfWidth, halfWidth: halfWidth)
  }

  private func verdict(
    _ range: ValidationRange, _ mean: Double, _ halfWidth: Double
  ) -> ValidationReport.Verdict {
    ValidationReport.Line(
      target: target(range, .value(reading)), estimate: estimate(mean, halfWidth)
    ).verdict
  }

  @Test("The verdict follows from the range and the interval")
  func verdicts() {
    let cases: [(Double, Double, ValidationReport.Verdict)] = [
      (0.25, 0.01, .inside), (0.29, 0.02, .insideUnsure), (0.31, 0.02, .outsideUnsure),
      (0.35, 0.02, .outside), (0.1, 0.02, .outside), (0.19, 0.02, .outsideUnsure),
    ]
    let range = ValidationRange(low: .init(0.2), high: .init(0.3))
    for (mean, halfWidth, expected) in cases {
      #expect(verdict(range, mean, halfWidth) == expected, "\(mean) +- \(halfWidth)")
    }
    #expect(verdict(ValidationRange(high: .init(0.3)), -5, 0.1) == .inside)
    for estimate in [nil, Estimate.undefined] {
      let line = ValidationReport.Line(target: target(.value(reading)), estimate: estimate)
      #expect(line.verdict == .none)
    }
  }

  private func target(_ quantity: ValidationQuantity?) -> ValidationTarget {
    target(ValidationRange(low: .init(0.2), high: .init(0.3)), quantity)
  }

  @Test("A change that does nothing has no sign")
  func signs() {
    let rises = ValidationRange(low: .init(0, isAccepted: false))
    let falls = ValidationRange(high: .init(0, isAccepted: false))
    for range in [rises, falls] { #expect(verdict(range, 0, 0) == .outside) }
    #expect(verdict(ValidationRange(low: .init(0)), 0, 0) == .inside)
    #expect(verdict(rises, 0.01, 0.005) == .inside)
    #expect(verdict(rises, 0.01, 0.01) == .insideUnsure)
    #expect(verdict(falls, 0.01, 0.01) == .outside)
    #expect(verdict(falls, 0.01, 0.02) == .outsideUnsure)
  }

  @Test("The report counts hits and misses by use, and keeps misses with their remarks")
  func report() {
    let range = ValidationRange(low: .init(0.2), high: .init(0.3))
    let report = ValidationReport(
      lines: [
        ValidationReport.Line(
          target: target(range, .value(reading), use: .calibrated), estimate: estimate(0.25, 0.01)),
        ValidationReport.Line(
          target: target(range, .value(reading), comment: "too few are left alone"),
          estimate: estimate(0.4, 0.01)),
        ValidationReport.Line(
          target: target(range, .value(reading), comment: "too close to call"),
          estimate: estimate(0.22, 0.03)),
        ValidationReport.Line(target: target(range, nil, comment: "no metric"), estimate: nil),
      ], names: ["a.json": "average"], replications: ["a.json": 10], seed: 1)
    #expect(
      report.summary == [
        "1 of 1 figures used for calibration come out within their tolerance.",
        "1 of 2 figures that nothing was set by come out within their tolerance, 1 of them unsure.",
        "0 of 0 figures that went in as parameters come out within their tolerance.",
        "1 figures are not expressed by anything simulated, and say why.",
      ])
    #expect(report.markdown.contains("\n## average\n"))
    #expect(
      report.markdown.contains("| 40 % (39 % to 41 %) | outside | unseen.6m.share | E-027 |"))
    #expect(report.markdown.contains("- *a figure*, outside: too few are left alone.\n"))
    #expect(report.markdown.contains("- *a figure*, inside, unsure: too close to call.\n"))
    #expect(report.markdown.contains("- *a figure*, not expressed: no metric.\n"))
    #expect(report.json.contains("\"verdict\": \"inside\""))
    #expect(report.table(style: .plain).contains("20 % to 30 %"))
  }

  @Test("Shares are written as percentages, and ratios and counts are not")
  func units() {
    let day = ValidationReading(
      run: ValidationRun(scenario: "a.json"), metric: .unseen6m, date: .init(dayNumber: 16_071))
    let contacts = ValidationReading(run: reading.run, metric: .contactPerClientYear)
    let range = ValidationRange(low: .init(0.5), high: .init(1, isAccepted: false))
    let cases: [(ValidationQuantity, String)] = [
      (.difference(reading, less: day), "| at least 50 % and below 100 % | validated | 60 % (59"),
      (.ratio(reading, per: day), "| at least 0.5 and below 1 | validated | 0.6 (0.59"),
      (.value(contacts), "| at least 0.5 and below 1 | validated | 0.6 (0.59"),
    ]
    for (quantity, expected) in cases {
      let line = ValidationReport.Line(
        target: target(range, quantity), estimate: estimate(0.6, 0.01))
      let report = ValidationReport(lines: [line], names: [:], replications: [:], seed: 1)
      #expect(report.markdown.contains(expected), "\(report.markdown)")
    }
  }
}
