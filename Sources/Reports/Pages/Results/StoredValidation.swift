import CaseloadModel
import Experiments

/// Published figures beside simulated ones, as their file holds them.
struct StoredValidation: Sendable {
  /// One figure.
  struct Line: Sendable {
    let scenario: String
    let replications: Int
    let figure: String
    /// The metric in which it is expressed; `nil` when nothing expresses it.
    let metric: Metric?
    let group: String?
    /// How it is made up of metrics, in words.
    let measuredAs: String?
    let published: String
    let low: Double?
    let high: Double?
    let use: ValidationTarget.Use
    let evidence: [String]
    let mean: Double
    let halfWidth: Double
    let verdict: ValidationReport.Verdict
    let comment: String?

    /// Whether the figure has the unit of its metric: it is a value of it, or a difference of two.
    var hasUnit: Bool {
      guard let metric, let measuredAs else { return false }
      return measuredAs.hasPrefix(metric.id) && !measuredAs.contains("divided by")
    }

    /// Whether the figure is its metric as it is.
    var isPlain: Bool { metric?.id == measuredAs && metric != nil }
  }

  let seed: UInt64
  let lines: [Line]

  /// Reads a value in the format of `ValidationReport`.
  init(_ value: StoredValue) throws(StoredResultError) {
    seed = try value.member("seed").seed()
    var lines: [Line] = []
    for figure in try value.member("figures").elements() {
      lines.append(try StoredValidation.line(figure))
    }
    guard !lines.isEmpty else {
      throw StoredResultError(path: value.path, problem: "figures: expected at least one")
    }
    self.lines = lines
  }

  private static func line(_ value: StoredValue) throws(StoredResultError) -> Line {
    let use = try value.member("use").string()
    let verdict = try value.member("verdict").string()
    guard let use = ValidationTarget.Use(rawValue: use),
      let verdict = ValidationReport.Verdict(rawValue: verdict)
    else {
      throw StoredResultError(
        path: value.path, problem: "'\(use)' or '\(verdict)' is unknown to this version")
    }
    let id = try text(value, "metric")
    return Line(
      scenario: try value.member("scenario").string(),
      replications: try value.member("replications").count(),
      figure: try value.member("figure").string(), metric: id.flatMap { Metric(id: $0) },
      group: try text(value, "group"), measuredAs: try text(value, "measuredAs"),
      published: try value.member("published").string(), low: try limit(value, "low"),
      high: try limit(value, "high"), use: use, evidence: try value.member("evidence").strings(),
      mean: try value.member("mean").number(), halfWidth: try value.member("halfWidth95").number(),
      verdict: verdict, comment: try text(value, "comment"))
  }

  private static func text(_ value: StoredValue, _ key: String) throws(StoredResultError) -> String?
  {
    let member = try value.member(key)
    return member.value == .null ? nil : try member.string()
  }

  private static func limit(
    _ value: StoredValue, _ key: String
  ) throws(StoredResultError) -> Double? {
    let member = try value.member(key)
    return member.value == .null ? nil : try member.number()
  }
}
