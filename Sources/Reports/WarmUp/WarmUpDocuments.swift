import CaseloadModel
import Experiments
import ScenarioFormat

/// What was found about the warm-up of a scenario, for people and for programs.
package struct WarmUpDocuments: Sendable {
  private let scenarioName: String
  private let scenarioDigest: String
  private let seed: UInt64
  private let detection: WarmUpDetection

  /// Makes the documents of a detection on the scenario of an experiment.
  package init(_ detection: WarmUpDetection, of experiment: Experiment) {
    self.detection = detection
    scenarioName = experiment.scenario.name
    scenarioDigest = experiment.digest
    seed = experiment.seed
  }

  /// The findings as JSON, in the format `caseload-warm-up/1`: the same bytes for the same scenario,
  /// seed and replications.
  package var json: String {
    let header = DocumentHeader("caseload-warm-up/1", scenarioName, scenarioDigest, seed: seed)
    return JSONValue.object(
      header.members() + [
        ("replications", .integer(Int64(detection.replications))),
        ("method", .string("MSER-5 on means over replications")),
        ("givenMonths", .integer(Int64(detection.givenMonths))),
        ("runMonths", .integer(Int64(detection.runMonths))),
        (
          "suggestedMonths",
          detection.suggestedMonths.map { .integer(Int64($0)) } ?? .null
        ),
        (
          "metrics",
          .object(
            detection.findings.map { finding in
              (finding.metric.id, WarmUpDocuments.value(of: finding.verdict))
            })
        ),
      ]
    ).text()
  }

  private static func value(of verdict: WarmUpDetection.Verdict) -> JSONValue {
    switch verdict {
    case .settled(let months):
      .object([("verdict", .string("settled")), ("months", .integer(Int64(months)))])
    case .unsettled: .object([("verdict", .string("unsettled")), ("months", .null)])
    case .unclear: .object([("verdict", .string("unclear")), ("months", .null)])
    case .undefined: .object([("verdict", .string("undefined")), ("months", .null)])
    }
  }

  /// The findings as a table.
  package func table(style: TextStyle = .plain) -> String {
    var table = AlignedColumns(style: style)
    table.add(.cells(["", "months until settled"]))
    for finding in detection.findings {
      let text =
        switch finding.verdict {
        case .settled(let months): "\(months)"
        case .unsettled: "not settled"
        case .unclear: "no clear end"
        case .undefined: "–"
        }
      table.add(.cells(["  " + MetricCatalog[finding.metric].title, text]))
    }
    let replications = detection.replications
    return style.bold("Warm-up of \(DiagnosticRenderer.printable(scenarioName))") + "\n"
      + "\(detection.observations) observations from the first day on, \(replications)"
      + " replication\(replications == 1 ? "" : "s"), MSER-5 on their means\n\n"
      + table.text(columns: 2) + summary + "\n"
  }

  private var summary: String {
    let given = "the scenario gives \(detection.givenMonths)"
    let least = WarmUpDetection.leastObservations
    guard detection.observations >= least else {
      return "No warm-up can be suggested from fewer than \(least) observations; \(given) months."
    }
    guard let months = detection.suggestedMonths else {
      return "No warm-up can be suggested; \(given) months."
    }
    let count = detection.settledCount
    let basis =
      count < detection.findings.count
      ? ", going by the \(count) of \(detection.findings.count) metrics with a clear end" : ""
    return "Suggested warm-up: \(months) months\(basis); \(given)."
  }

  /// What the reader should know: a horizon that is too short, or a warm-up that is.
  package var warnings: [String] {
    var warnings: [String] = []
    let least = WarmUpDetection.leastObservations
    guard detection.observations >= least else {
      return [
        "the horizon is too short to detect a warm-up: expected at least \(least) observations,"
          + " found \(detection.observations)"
      ]
    }
    if !detection.unsettled.isEmpty {
      let ids = detection.unsettled.map(\.id).joined(separator: ", ")
      warnings.append(
        "the horizon is too short: the truncation point lies in the second half of the"
          + " \(detection.runMonths) months for \(ids); lengthen time.durationMonths")
    }
    if let worst = detection.tooShort.max(by: { $0.months < $1.months }) {
      let ids = detection.tooShort.map { "\($0.metric.id) (\($0.months))" }.joined(separator: ", ")
      warnings.append(
        "the warm-up looks too short: \(detection.givenMonths) months are given, and longer ones are"
          + " suggested for \(ids); try --set time.warmUpMonths=\(worst.months)")
    }
    return warnings
  }
}
