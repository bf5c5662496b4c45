import CaseloadModel
import Experiments
import ScenarioFormat

/// Published figures beside simulated ones, hits and misses alike.
package struct ValidationReport: Sendable {
  /// How a simulated figure lies to its range.
  package enum Verdict: String, Sendable {
    /// The whole interval lies in the range.
    case inside
    /// The mean lies in the range, but the interval reaches beyond it.
    case insideUnsure = "inside, unsure"
    /// The mean lies outside, but the interval reaches into the range.
    case outsideUnsure = "outside, unsure"
    /// The whole interval lies outside the range.
    case outside
    /// Nothing simulated expresses the figure, or it has no value.
    case none = "not expressed"

    /// Whether the mean lies in the range.
    package var isInside: Bool { self == .inside || self == .insideUnsure }
  }

  /// One figure.
  package struct Line: Sendable {
    /// The published figure.
    package let target: ValidationTarget
    /// What the simulation gave; `nil` when nothing expresses the figure.
    package let estimate: Estimate?
    /// How the two lie to one another.
    package let verdict: Verdict

    /// Judges a figure.
    package init(target: ValidationTarget, estimate: Estimate?) {
      self.target = target
      self.estimate = estimate
      verdict = Line.judge(target, estimate)
    }

    private static func judge(_ target: ValidationTarget, _ estimate: Estimate?) -> Verdict {
      guard let estimate, estimate.mean.isFinite else { return .none }
      let halfWidth = estimate.halfWidth.isFinite ? estimate.halfWidth : 0
      let lowest = estimate.mean - halfWidth
      let highest = estimate.mean + halfWidth
      let range = target.range
      if range.contains(estimate.mean) {
        return range.contains(lowest) && range.contains(highest) ? .inside : .insideUnsure
      }
      return range.isBelow(highest) || range.isAbove(lowest) ? .outside : .outsideUnsure
    }
  }

  /// The figures in the order of the targets.
  package let lines: [Line]
  /// The names of scenarios by their files.
  package let names: [String: String]
  /// Replications by the file of the scenario.
  package let replications: [String: Int]
  /// The seed.
  package let seed: UInt64

  /// Makes a report.
  package init(
    lines: [Line], names: [String: String], replications: [String: Int], seed: UInt64
  ) {
    self.lines = lines
    self.names = names
    self.replications = replications
    self.seed = seed
  }

  /// Makes a report of what was run, and leaves out figures for which a run was not done.
  package init(targets: [ValidationTarget], results: ValidationResults, seed: UInt64) {
    let files = Set(results.keys.map(\.scenario))
    let judged = targets.filter { target in
      guard let quantity = target.quantity else { return files.contains(target.scenario) }
      return quantity.readings.allSatisfy { results[$0.run] != nil }
    }
    lines = judged.map { Line(target: $0, estimate: $0.quantity?.estimate(in: results)) }
    names = Dictionary(results.map { ($0.scenario, $1.scenarioName) }) { first, _ in first }
    replications = Dictionary(results.map { ($0.scenario, $1.finishedReplications.count) }) {
      max($0, $1)
    }
    self.seed = seed
  }

  /// The name of the format of the JSON.
  package static let format = "caseload-validation/1"

  // MARK: - Counts

  private func sentence(_ use: ValidationTarget.Use, _ text: String) -> String {
    let judged = lines.filter { $0.target.use == use && $0.verdict != .none }
    let inside = judged.count { $0.verdict.isInside }
    let unsure = judged.count { $0.verdict == .insideUnsure }
    return "\(inside) of \(judged.count) \(text) come out within their tolerance"
      + (unsure > 0 ? ", \(unsure) of them unsure." : ".")
  }

  /// How many figures of each use were met, in one sentence each.
  package var summary: [String] {
    let words: [(ValidationTarget.Use, String)] = [
      (.calibrated, "figures used for calibration"),
      (.validated, "figures that nothing was set by"),
      (.input, "figures that went in as parameters"),
    ]
    var sentences = words.map { sentence($0, $1) }
    let silent = lines.count { $0.verdict == .none }
    sentences.append("\(silent) figures are not expressed by anything simulated, and say why.")
    return sentences
  }

  /// The scenarios in the order in which targets name them first.
  private var scenarios: [String] {
    var seen: [String] = []
    for line in lines where !seen.contains(line.target.scenario) {
      seen.append(line.target.scenario)
    }
    return seen
  }

  // MARK: - Texts

  private static func number(_ value: Double, _ target: ValidationTarget) -> String {
    let isPercent =
      switch target.quantity {
      case .value(let reading), .difference(let reading, _):
        reading.organisations != nil || MetricCatalog[reading.metric].isPercent
      case .ratio, nil: false
      }
    if isPercent { return JSONText.number((value * 1_000).rounded() / 10) + " %" }
    let digits = abs(value) >= 100 ? 1.0 : 1_000.0
    return JSONText.number((value * digits).rounded() / digits)
  }

  private static func range(_ target: ValidationTarget) -> String {
    func text(_ limit: ValidationRange.Limit, _ accepted: String, _ excluded: String) -> String {
      (limit.isAccepted ? accepted : excluded) + " " + number(limit.value, target)
    }
    switch (target.range.low, target.range.high) {
    case (let low?, let high?) where low.isAccepted && high.isAccepted:
      return "\(number(low.value, target)) to \(number(high.value, target))"
    case (let low, let high):
      let ends = [
        low.map { text($0, "at least", "above") }, high.map { text($0, "at most", "below") },
      ].compactMap(\.self)
      return ends.isEmpty ? "-" : ends.joined(separator: " and ")
    }
  }

  private static func simulated(_ line: Line) -> String {
    guard let estimate = line.estimate, estimate.mean.isFinite else { return "-" }
    let mean = number(estimate.mean, line.target)
    guard estimate.halfWidth.isFinite else { return mean }
    let low = number(estimate.mean - estimate.halfWidth, line.target)
    let high = number(estimate.mean + estimate.halfWidth, line.target)
    return "\(mean) (\(low) to \(high))"
  }

  private static func figure(_ line: Line) -> String {
    line.target.figure + (line.target.quantity?.first.group.map { ", \($0)" } ?? "")
  }

  private static func columns(_ line: Line) -> [String] {
    [
      figure(line), line.target.published, range(line.target), line.target.use.rawValue,
      simulated(line), line.verdict.rawValue,
    ]
  }

  private func name(of scenario: String) -> String { names[scenario] ?? scenario }

  private func quantity(of line: Line) -> String {
    line.target.quantity.map { $0.text(names: names) } ?? "-"
  }

  /// The report as aligned text.
  package func table(style: TextStyle) -> String {
    var text = ""
    for scenario in scenarios {
      let rows = lines.filter { $0.target.scenario == scenario }.map(ValidationReport.columns)
      let header = ["figure", "published", "accepted", "use", "simulated (95 %)", "verdict"]
      text += style.bold(name(of: scenario)) + "\n"
      text += ValidationReport.aligned([header] + rows) + "\n"
    }
    return text + summary.joined(separator: "\n") + "\n"
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// The report as a Markdown page.
  package var markdown: String {
    var text = """
      # Validation

      Published figures beside simulated ones, made by `caseload validate-model` with seed \(seed). A \
      figure is inside when its mean lies in the accepted range; "unsure" says that the 95 % interval \
      crosses the border. Figures marked validated were not used to set anything. Differences and ratios \
      are taken replication by replication, under common random numbers.

      \(summary.map { "- " + $0 }.joined(separator: "\n"))

      """
    for scenario in scenarios {
      let own = lines.filter { $0.target.scenario == scenario }
      text += "\n## \(name(of: scenario))\n\nReplications: \(replications[scenario] ?? 0).\n\n"
      text +=
        "| figure | published | accepted | use | simulated (95 %) | verdict | measured as | evidence |\n"
      text += "|---|---|---|---|---|---|---|---|\n"
      for line in own {
        let cells =
          ValidationReport.columns(line)
          + [quantity(of: line), line.target.evidence.joined(separator: ", ")]
        text += "| " + cells.map(ValidationReport.escaped).joined(separator: " | ") + " |\n"
      }
      let remarks = own.filter { $0.verdict != .inside && !($0.target.comment ?? "").isEmpty }
      if !remarks.isEmpty { text += "\n" }
      for line in remarks {
        let comment = line.target.comment ?? ""
        text += "- *\(line.target.figure)*, \(line.verdict.rawValue): \(comment).\n"
      }
    }
    return text
  }

  private static func escaped(_ cell: String) -> String {
    cell.replacing("|", with: "\\|")
  }

  /// The report as JSON.
  package var json: String {
    let rows = lines.map { line in
      JSONValue.object([
        ("scenario", .string(name(of: line.target.scenario))),
        ("replications", .integer(Int64(replications[line.target.scenario] ?? 0))),
        ("figure", .string(line.target.figure)),
        ("metric", line.target.quantity.map { .string($0.first.metric.id) } ?? .null),
        ("group", line.target.quantity?.first.group.map(JSONValue.string) ?? .null),
        ("measuredAs", line.target.quantity.map { .string($0.text(names: names)) } ?? .null),
        ("published", .string(line.target.published)),
        ("low", line.target.range.low.map { .number($0.value) } ?? .null),
        ("lowIsAccepted", line.target.range.low.map { .boolean($0.isAccepted) } ?? .null),
        ("high", line.target.range.high.map { .number($0.value) } ?? .null),
        ("highIsAccepted", line.target.range.high.map { .boolean($0.isAccepted) } ?? .null),
        ("use", .string(line.target.use.rawValue)),
        ("evidence", .array(line.target.evidence.map(JSONValue.string))),
        ("mean", line.estimate.map { JSONValue.finite($0.mean) } ?? .null),
        ("halfWidth95", line.estimate.map { JSONValue.finite($0.halfWidth) } ?? .null),
        ("verdict", .string(line.verdict.rawValue)),
        ("comment", line.target.comment.map(JSONValue.string) ?? .null),
      ])
    }
    return JSONValue.object([
      ("format", .string(ValidationReport.format)), ("seed", .unsigned(seed)),
      ("figures", .array(rows)),
    ]).text()
  }
}
