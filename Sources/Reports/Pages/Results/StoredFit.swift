import CaseloadModel
import Experiments

/// A fit of free settings to an organisation's own figures, as its folder holds it.
struct StoredFit: Sendable {
  /// A figure that the model was asked to meet.
  struct Target: Sendable {
    let scenario: String
    let name: String
    let metric: Metric
    let group: String?
    /// When it holds: a year or a day of the run, as text.
    let moment: String?
    /// Whether it compares two scenarios as one divided by the other, which has no unit.
    let isRatio: Bool
    let value: Double
    let tolerance: Double
    /// What the best set gives; NaN when nothing was finished.
    let reached: Double
    /// The standard error of what the best set gives.
    let chance: Double
    /// The lowest and the highest value over all sets that meet all targets.
    let ensemble: ClosedRange<Double>?
    let evidence: [String]

    /// How far the best set is off, in tolerances; NaN when it has no value.
    var deviation: Double { (reached - value) / tolerance }
    var isMet: Bool { deviation.magnitude <= 1 }
  }

  /// A setting that was free.
  struct Key: Sendable {
    let key: String
    /// The scenario that it belongs to when it does not hold for all of them.
    let scenario: String?
    let fitted: Double
    let range: ClosedRange<Double>
    /// The values that are left over all sets that meet all targets.
    let left: ClosedRange<Double>?
    let identification: FitKeyFinding.Identification
    /// The range to try next, as `--vary` takes it; `nil` when nothing pulls beyond the one that was tried.
    let wider: String?
    let partners: [(label: String, correlation: Double)]
  }

  let scenarios: [(name: String, digest: String)]
  let seed: UInt64
  let replications: Int
  let points: Int
  /// Sets that meet all targets.
  let sets: Int
  let isPartial: Bool
  let targets: [Target]
  let keys: [Key]
  /// What stands in the way, and what to know of the figures given; the Dutch text is empty in files of before.
  let conflicts: [Bilingual]
  let advice: [Bilingual]

  /// Reads a value in the format of `FitDocuments`.
  init(_ value: StoredValue) throws(StoredResultError) {
    var scenarios: [(String, String)] = []
    for scenario in try value.member("scenarios").elements() {
      scenarios.append(
        (try scenario.member("name").string(), try scenario.member("sha256").string()))
    }
    self.scenarios = scenarios
    seed = try value.member("seed").seed()
    replications = try value.member("replications").count()
    points = try value.member("points").count()
    sets = try value.member("ensembleSize").count()
    isPartial = try value.flag("partial")
    var targets: [Target] = []
    for target in try value.member("targets").elements() {
      targets.append(try StoredFit.target(target))
    }
    var keys: [Key] = []
    for key in try value.member("keys").elements() { keys.append(try StoredFit.key(key)) }
    guard !targets.isEmpty, !keys.isEmpty, !scenarios.isEmpty else {
      throw StoredResultError(
        path: value.path, problem: "scenarios, targets, keys: expected at least one of each")
    }
    self.targets = targets
    self.keys = keys
    conflicts = try StoredFit.texts(value, "conflicts")
    advice = try StoredFit.texts(value, "advice")
  }

  private static func texts(
    _ value: StoredValue, _ key: String
  ) throws(StoredResultError) -> [Bilingual] {
    let english = try value.optional(key)?.strings() ?? []
    let dutch = try value.optional(key + "Nl")?.strings() ?? []
    return english.enumerated().map { place, text in
      Bilingual(place < dutch.count ? dutch[place] : "", text)
    }
  }

  private static func target(_ value: StoredValue) throws(StoredResultError) -> Target {
    let id = try value.member("metric").string()
    guard let metric = Metric(id: id) else {
      throw StoredResultError(path: value.path, problem: "the metric '\(id)' is unknown")
    }
    let year = try value.optional("year")?.count()
    return Target(
      scenario: try value.member("scenario").string(), name: try value.member("name").string(),
      metric: metric, group: try value.optional("group")?.string(),
      moment: try value.optional("date")?.string() ?? year.map(String.init),
      isRatio: try value.optional("measure")?.string() == "ratio",
      value: try value.member("value").number(), tolerance: try value.member("tolerance").number(),
      reached: try value.member("reached").number(), chance: try value.member("chance").number(),
      ensemble: try range(value, "ensemble"),
      evidence: try value.optional("evidence")?.strings() ?? [])
  }

  private static func key(_ value: StoredValue) throws(StoredResultError) -> Key {
    let word = try value.member("identification").string()
    guard let identification = FitKeyFinding.Identification(rawValue: word) else {
      throw StoredResultError(path: value.path, problem: "'\(word)' is unknown to this version")
    }
    guard let range = try range(value, "range") else {
      throw StoredResultError(path: value.path, problem: "range: expected two numbers")
    }
    var partners: [(String, Double)] = []
    for partner in try value.member("tradesOffWith").elements() {
      partners.append(
        (
          try partner.member("key").string(), try partner.member("correlation").number()
        ))
    }
    return Key(
      key: try value.member("key").string(), scenario: try value.optional("scenario")?.string(),
      fitted: try value.member("fitted").number(), range: range,
      left: try self.range(value, "left"),
      identification: identification, wider: try value.optional("wider")?.string(),
      partners: partners)
  }

  /// Two numbers in ascending order; `nil` when they are not there or are null.
  private static func range(
    _ value: StoredValue, _ key: String
  ) throws(StoredResultError) -> ClosedRange<Double>? {
    guard let ends = try value.optional(key)?.elements(), ends.count == 2 else { return nil }
    let (low, high) = (try ends[0].number(), try ends[1].number())
    return low <= high ? low...high : nil
  }
}
