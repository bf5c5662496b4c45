import CaseloadModel
import Experiments

/// A selection among candidates, as its folder holds it.
struct StoredSelection: Sendable {
  /// A limit that candidates have to keep.
  struct Limit: Sendable {
    /// The limit as it was written.
    let text: String
    let metric: Metric
    let bound: Double
    let tolerance: Double
  }

  /// How a candidate came out.
  enum Verdict: Sendable, Equatable {
    case selected
    case meetsLimits
    case breaksLimit
    case undecided
    case beaten
    case tied
  }

  /// One combination of values of the keys.
  struct Candidate: Sendable {
    let values: [String]
    let verdict: Verdict
    let replications: Int
    let netCost: Double
    let figures: [(metric: Metric, estimate: StoredEstimate)]

    /// The estimate of a metric; `nil` when it was not kept.
    func estimate(_ metric: Metric) -> StoredEstimate? {
      figures.first { $0.metric == metric }?.estimate
    }
  }

  let scenarioName: String
  let digest: String
  let seed: UInt64
  /// The key or metric that is to be small or large.
  let objective: String
  let isLowBest: Bool
  let keys: [String]
  let limits: [Limit]
  let confidence: Double
  let conclusion: String
  let candidates: [Candidate]

  /// Reads a value in the format of `SelectionDocuments`.
  init(_ value: StoredValue) throws(StoredResultError) {
    let scenario = try value.member("scenario")
    scenarioName = try scenario.member("name").string()
    digest = try scenario.member("sha256").string()
    seed = try value.member("seed").seed()
    let least = try value.optional("minimise")
    isLowBest = least != nil
    objective =
      if let least { try least.string() } else { try value.member("maximise").string() }
    confidence = try value.member("confidence").number()
    conclusion = try value.member("conclusion").string()
    var limits: [Limit] = []
    for limit in try value.member("limits").elements() {
      limits.append(
        Limit(
          text: try limit.member("limit").string(),
          metric: try StoredSelection.metric(try limit.member("metric").string(), value.path),
          bound: try limit.member("bound").number(),
          tolerance: try limit.member("tolerance").number()))
    }
    self.limits = limits
    var keys: [String] = []
    var candidates: [Candidate] = []
    for candidate in try value.member("candidates").elements() {
      let given = try candidate.member("values").texts()
      keys = given.map(\.key)
      candidates.append(try StoredSelection.candidate(candidate, given.map(\.text)))
    }
    guard !candidates.isEmpty else {
      throw StoredResultError(path: value.path, problem: "candidates: expected at least one")
    }
    self.keys = keys
    self.candidates = candidates
  }

  private static func candidate(
    _ value: StoredValue, _ values: [String]
  ) throws(StoredResultError) -> Candidate {
    let replications = try value.member("replications").count()
    var figures: [(Metric, StoredEstimate)] = []
    for (id, figure) in try value.member("metrics").members() {
      figures.append(
        (try metric(id, value.path), try StoredEstimate(figure, count: replications)))
    }
    return Candidate(
      values: values, verdict: verdict(try value.member("verdict").string()),
      replications: replications, netCost: try value.member("netCost").number(), figures: figures)
  }

  private static func verdict(_ word: String) -> Verdict {
    if word.hasPrefix("breaks ") { return .breaksLimit }
    if word.hasPrefix("worse than ") { return .beaten }
    if word.hasPrefix("tied with ") { return .tied }
    return switch word {
    case "selected": .selected
    case "meets the limits": .meetsLimits
    default: .undecided
    }
  }

  private static func metric(_ id: String, _ path: String) throws(StoredResultError) -> Metric {
    guard let metric = Metric(id: id) else {
      throw StoredResultError(path: path, problem: "the metric '\(id)' is unknown to this version")
    }
    return metric
  }
}
