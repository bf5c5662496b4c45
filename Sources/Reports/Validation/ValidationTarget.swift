import CaseloadModel
import Experiments
import Foundation

/// A published figure, and the range in which a simulation of the organisation should come out.
public struct ValidationTarget: Codable, Sendable, Equatable {
  /// What a figure is used for.
  public enum Use: String, Codable, Sendable, CaseIterable {
    /// Parameters were set so that it is met.
    case calibrated
    /// Nothing was set by it.
    case validated
    /// It went into the scenario as a parameter.
    case input
  }

  /// The scenario file, relative to the file of targets.
  public let scenario: String
  /// A scenario file with which the scenario is compared; the figure is then a difference.
  public let comparedWith: String?
  /// The figure in plain words.
  public let figure: String
  /// The metric that expresses it; absent when none does.
  public let metric: String?
  /// The group or segment; absent for all clients.
  public let group: String?
  /// The figure as published.
  public let published: String
  /// Lowest accepted value.
  public let low: Double?
  /// Highest accepted value.
  public let high: Double?
  /// What the figure is used for.
  public let use: Use
  /// Ids of the evidence.
  public let evidence: [String]
  /// The likely cause of a miss, or the reason why no metric expresses the figure.
  public let comment: String?

  /// Makes a target.
  public init(
    scenario: String, comparedWith: String? = nil, figure: String, metric: String? = nil,
    group: String? = nil, published: String, low: Double? = nil, high: Double? = nil, use: Use,
    evidence: [String], comment: String? = nil
  ) {
    self.scenario = scenario
    self.comparedWith = comparedWith
    self.figure = figure
    self.metric = metric
    self.group = group
    self.published = published
    self.low = low
    self.high = high
    self.use = use
    self.evidence = evidence
    self.comment = comment
  }
}

/// A file of published figures.
public struct ValidationTargets: Codable, Sendable, Equatable {
  /// The format that this version reads.
  public static let format = "caseload-targets/1"

  /// The format of the file.
  public let format: String
  /// The figures, in the order of the report.
  public let targets: [ValidationTarget]

  /// Why a file of targets cannot be used; every problem, in the order of the file.
  public struct Problems: Error, Sendable, Equatable {
    /// One line per problem: the place, what was expected and what was found.
    public let lines: [String]
  }

  /// Makes a set of targets.
  public init(targets: [ValidationTarget]) {
    format = ValidationTargets.format
    self.targets = targets
  }

  /// Reads targets from JSON and checks them.
  ///
  /// - Throws: `Problems` with every target that names no metric, has no range or an empty one.
  public static func read(_ data: Data) throws(Problems) -> ValidationTargets {
    let result: ValidationTargets
    do {
      result = try JSONDecoder().decode(ValidationTargets.self, from: data)
    } catch let error as DecodingError {
      throw Problems(lines: [describe(error)])
    } catch {
      throw Problems(lines: ["\(error)"])
    }
    var lines: [String] = []
    if result.format != format {
      lines.append("format: expected \"\(format)\", found \"\(result.format)\"")
    }
    if result.targets.isEmpty { lines.append("targets: expected at least one, found none") }
    for (index, target) in result.targets.enumerated() {
      lines += problems(of: target).map { "targets[\(index)].\($0)" }
    }
    guard lines.isEmpty else { throw Problems(lines: lines) }
    return result
  }

  private static func problems(of target: ValidationTarget) -> [String] {
    var problems: [String] = []
    guard let id = target.metric else {
      if (target.comment ?? "").isEmpty {
        problems.append("comment: expected the reason why no metric expresses it, found none")
      }
      return problems
    }
    if Metric(id: id) == nil { problems.append("metric: expected a metric, found \"\(id)\"") }
    switch (target.low, target.high) {
    case (nil, nil): problems.append("low: expected low, high or both, found neither")
    case (let low?, let high?) where low > high:
      problems.append("low: expected at most high (\(high)), found \(low)")
    default: break
    }
    return problems
  }

  private static func describe(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.reduce("") { text, key in
        if let index = key.intValue { return text + "[\(index)]" }
        return text.isEmpty ? key.stringValue : text + "." + key.stringValue
      }
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(path(context)): expected \"\(key.stringValue)\", found none"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return "\(path(context)): expected \(type), found another kind of value"
    case .dataCorrupted(let context):
      return "\(path(context)): expected valid JSON; \(context.debugDescription)"
    @unknown default: return "\(error)"
    }
  }
}
