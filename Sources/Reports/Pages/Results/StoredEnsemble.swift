import CaseloadModel

/// Scenarios over the sets of an ensemble, as their folder holds them.
struct StoredEnsemble: Sendable {
  /// A figure, or its difference from the first scenario, with both kinds of uncertainty.
  struct Figure: Sendable {
    let mean: Double
    /// The ends of the 95 % interval of chance and parameters together.
    let low: Double
    let high: Double
    /// Half the widths of the intervals of either alone.
    let chance: Double
    let parameters: Double
    /// The lowest and the highest mean of a set.
    let lowest: Double
    let highest: Double
    /// Sets in which a difference is above and below zero; `nil` for a figure that is none.
    let above: Int?
    let below: Int?
    /// The part of the variance of the sets' means that chance within them makes; NaN when it is not known.
    let blur: Double

    init(_ value: StoredValue) throws(StoredResultError) {
      if let difference = try value.optional("difference") {
        mean = try difference.number()
      } else {
        mean = try value.member("mean").number()
      }
      low = try value.member("low95").number()
      high = try value.member("high95").number()
      chance = try value.member("chanceHalfWidth").number()
      parameters = try value.member("parameterHalfWidth").number()
      lowest = try value.member("lowestSet").number()
      highest = try value.member("highestSet").number()
      above = try value.optional("setsAbove")?.count()
      below = try value.optional("setsBelow")?.count()
      blur = try value.optional("chanceWithinSetsShare")?.number() ?? .nan
    }

    /// Whether it is a difference from the first scenario.
    var isDifference: Bool { above != nil }
    /// Whether there is an interval.
    var hasInterval: Bool { low.isFinite && high.isFinite }
    /// Whether chance within the sets makes as much of their differences as the parameters do, or more.
    var isBlurred: Bool { blur >= 0.5 }
  }

  /// One scenario over all sets.
  struct Entry: Sendable {
    let label: String
    let scenarioName: String
    let digest: String
    let figures: StoredFigures<Figure>
  }

  let seed: UInt64
  let sets: Int
  /// Replications of each set.
  let replications: Int
  /// Where the ensemble was.
  let ensemble: String
  let entries: [Entry]

  /// Reads a value in the format of `EnsembleDocuments`.
  init(_ value: StoredValue) throws(StoredResultError) {
    seed = try value.member("seed").seed()
    sets = try value.member("sets").count()
    replications = try value.member("replications").count()
    ensemble = try value.member("ensemble").string()
    var entries: [Entry] = []
    for entry in try value.member("scenarios").elements() {
      let scenario = try entry.member("scenario")
      entries.append(
        Entry(
          label: try entry.member("label").string(),
          scenarioName: try scenario.member("name").string(),
          digest: try scenario.member("sha256").string(),
          figures: try StoredFigures(entry) { (value) throws(StoredResultError) in
            try Figure(value)
          }))
    }
    guard !entries.isEmpty else {
      throw StoredResultError(path: value.path, problem: "scenarios: expected at least one")
    }
    self.entries = entries
  }
}
