import CaseloadModel
import Experiments

/// The difference of one metric between a base and a variant.
struct StoredDifference: Sendable, Equatable {
  let base: Double
  let variant: Double
  let mean: Double
  /// The ends of the interval that holds together with all others of the comparison.
  let low: Double
  let high: Double
  /// Pairs of replications.
  let count: Int

  init(base: Double, variant: Double, mean: Double, low: Double, high: Double, count: Int) {
    self.base = base
    self.variant = variant
    self.mean = mean
    self.low = low
    self.high = high
    self.count = count
  }

  init(_ value: StoredValue) throws(StoredResultError) {
    base = try value.member("base").number()
    variant = try value.member("mean").number()
    mean = try value.member("difference").number()
    low = try value.member("lowSimultaneous").number()
    high = try value.member("highSimultaneous").number()
    count = try value.member("n").count()
  }

  /// The sum of two differences; its interval holds whenever both intervals do.
  static func + (a: StoredDifference, b: StoredDifference) -> StoredDifference {
    StoredDifference(
      base: a.base + b.base, variant: a.variant + b.variant, mean: a.mean + b.mean,
      low: a.low + b.low, high: a.high + b.high, count: min(a.count, b.count))
  }

  /// Whether there is an interval.
  var hasInterval: Bool { low.isFinite && high.isFinite && count > 1 }
}

/// A comparison of variants with a base, as its folder holds it.
struct StoredComparison: Sendable {
  /// One scenario beside the base.
  struct Variant: Sendable {
    let label: String
    let scenarioName: String
    let digest: String
    /// Keys with their values in the base and in the variant.
    let changes: [Change]
    let pairs: Int
    let figures: StoredFigures<StoredDifference>
  }

  /// A key that differs.
  struct Change: Sendable, Equatable {
    let key: String
    /// The values as JSON; `nil` where there is none.
    let before: String?
    let after: String?
  }

  /// What a variant comes to in one class of organisations of a sector.
  struct ClassEffect: Sendable {
    let variant: String
    /// By what organisations are classed, and which class, as the file names them.
    let by: String
    let name: String
    let organisations: String
    let mean: Double
    let low: Double
    let high: Double
  }

  let baseName: String
  let digest: String
  let seed: UInt64
  /// Intervals that hold together.
  let intervals: Int
  let variants: [Variant]
  /// Differences by class of organisations of the metric that a page is about; empty without a sector.
  private(set) var effects: [ClassEffect] = []

  /// Reads the differences by class of organisations that lie beside a comparison of sectors.
  mutating func readEffects(in folder: String, _ metric: Metric) throws(StoredResultError) {
    guard let table = try StoredTable(readingFile: folder + "/organisation-effects.csv") else {
      return
    }
    let names = [
      "variant", "metric", "by", "class", "organisations", "mean", "low95", "high95",
    ]
    var effects: [ClassEffect] = []
    try table.forEachRow(holding: "," + metric.id + ",", names) { (row) throws(StoredResultError) in
      guard row[1] == metric.id else { return }
      effects.append(
        ClassEffect(
          variant: row[0], by: row[2], name: row[3], organisations: row[4],
          mean: Double(row[5]) ?? .nan, low: Double(row[6]) ?? .nan, high: Double(row[7]) ?? .nan))
    }
    self.effects = effects
  }

  /// Reads a value in the format of `ComparisonDocuments`.
  init(_ value: StoredValue) throws(StoredResultError) {
    let base = try value.member("base")
    baseName = try base.member("name").string()
    digest = try base.member("sha256").string()
    seed = try value.member("seed").seed()
    intervals = try value.member("comparisons").count()
    var variants: [Variant] = []
    for variant in try value.member("variants").elements() {
      variants.append(try StoredComparison.variant(variant))
    }
    guard !variants.isEmpty else {
      throw StoredResultError(path: value.path, problem: "variants: expected at least one")
    }
    self.variants = variants
  }

  private static func variant(_ value: StoredValue) throws(StoredResultError) -> Variant {
    let scenario = try value.member("scenario")
    var changes: [Change] = []
    for (key, sides) in try value.member("changes").members() {
      changes.append(
        Change(
          key: key, before: try text(sides.member("base")), after: try text(sides.member("variant"))
        )
      )
    }
    return Variant(
      label: try value.member("label").string(),
      scenarioName: try scenario.member("name").string(),
      digest: try scenario.member("sha256").string(), changes: changes,
      pairs: try value.member("pairs").count(),
      figures: try StoredFigures(value) { (value) throws(StoredResultError) in
        try StoredDifference(value)
      })
  }

  private static func text(_ value: StoredValue) -> String? {
    value.value == .null ? nil : value.value.line
  }
}
