import CaseloadModel

/// A sweep over values of keys, as its folder holds it.
struct StoredSweep: Sendable {
  /// One point.
  struct Point: Sendable {
    /// The values in the order of the keys.
    let values: [String]
    let run: StoredRun
  }

  let keys: [String]
  let points: [Point]
  /// The points that were asked for, when not all of them were finished.
  let planned: Int?

  /// Reads a value in the format of `SweepDocuments`.
  init(_ value: StoredValue) throws(StoredResultError) {
    keys = try value.member("keys").strings()
    planned =
      if try value.flag("partial") { try value.member("plannedPoints").count() } else { nil }
    var points: [Point] = []
    for point in try value.member("points").elements() {
      var values: [String] = []
      let given = try point.member("values")
      for key in keys { values.append(try given.member(key).string()) }
      points.append(Point(values: values, run: try StoredRun(try point.member("results"))))
    }
    guard !points.isEmpty, !keys.isEmpty else {
      throw StoredResultError(path: value.path, problem: "expected at least one key and one point")
    }
    self.points = points
  }
}

/// A sensitivity analysis, as its folder holds it.
struct StoredSensitivity: Sendable {
  /// A range over which a key was varied.
  struct Range: Sendable {
    let key: String
    let low: Double
    let high: Double
  }

  /// A figure with its interval.
  struct Figure: Sendable, Equatable {
    let value: Double
    let low: Double
    let high: Double
  }

  let isMorris: Bool
  let scenarioName: String
  let digest: String
  let seed: UInt64
  let replications: Int
  /// Walks of a Morris screening, or rows of a design of shares of variance.
  let blocks: Int
  let planned: Int?
  let ranges: [Range]
  /// Figures by name, per metric and key.
  let metrics: [(metric: Metric, keys: [[String: Figure]])]

  /// Reads a value in the format of `SensitivityDocuments`.
  init(_ value: StoredValue) throws(StoredResultError) {
    let scenario = try value.member("scenario")
    scenarioName = try scenario.member("name").string()
    digest = try scenario.member("sha256").string()
    seed = try value.member("seed").seed()
    isMorris = try value.member("method").string() == "morris"
    replications = try value.member("replicationsPerPoint").count()
    blocks = try value.member(isMorris ? "trajectories" : "rows").count()
    planned = if try value.flag("partial") { try value.member("planned").count() } else { nil }
    var ranges: [Range] = []
    for key in try value.member("keys").elements() {
      ranges.append(
        Range(
          key: try key.member("key").string(), low: try key.member("low").number(),
          high: try key.member("high").number()))
    }
    self.ranges = ranges
    var metrics: [(Metric, [[String: Figure]])] = []
    for (id, found) in try value.member("metrics").members() {
      guard let metric = Metric(id: id) else {
        throw StoredResultError(
          path: value.path, problem: "the metric '\(id)' is unknown to this version")
      }
      let keys = try found.member("keys")
      var figures: [[String: Figure]] = []
      for range in ranges {
        figures.append(try StoredSensitivity.figures(try keys.member(range.key)))
      }
      metrics.append((metric, figures))
    }
    guard !metrics.isEmpty, !ranges.isEmpty else {
      throw StoredResultError(path: value.path, problem: "expected at least one key and one metric")
    }
    self.metrics = metrics
  }

  private static func figures(_ value: StoredValue) throws(StoredResultError) -> [String: Figure] {
    var figures: [String: Figure] = [:]
    for (name, figure) in try value.members() {
      figures[name] = Figure(
        value: try figure.member("value").number(), low: try figure.member("low95").number(),
        high: try figure.member("high95").number())
    }
    return figures
  }
}
