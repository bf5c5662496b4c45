import CaseloadModel
import Foundation
import ScenarioFormat

/// A folder of results as a report reads it.
package struct StoredStudy: Sendable {
  /// What was found.
  enum Findings: Sendable {
    case run(StoredRun)
    case comparison(StoredComparison)
    case sweep(StoredSweep)
    case sensitivity(StoredSensitivity)
    case selection(StoredSelection)
    case fit(StoredFit)
    case ensemble(StoredEnsemble)
    case validation(StoredValidation)
  }

  /// The folder.
  package let path: String
  let findings: Findings
  /// The scenario that gives the results; `nil` where a study has none of its own.
  let scenario: Scenario?
  /// The version of the program that made the results; `nil` when that is not kept.
  let version: String?
  /// What the results are called.
  let title: String?
  /// Clients of a run who are followed on the page.
  package var diaries: ReportedDiaries?

  /// Reads a folder that `run`, `compare`, `sweep`, `sensitivity`, `optimise`, `fit` or
  /// `validate-model` wrote.
  ///
  /// - Parameters:
  ///   - version: The version of this program; results of another one are refused.
  ///   - metric: The metric that the report is about.
  package init(folder: String, version: String, metric: Metric) throws(StoredResultError) {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    let root = try StoredStudy.root(of: path)
    var found: (version: String, title: String?)?
    if FileManager.default.fileExists(atPath: path + "/run.json") {
      let record = try StoredValue(readingFile: path + "/run.json")
      found = (
        try record.member("version").string(),
        try record.optional("title").flatMap(StoredStudy.text)
      )
    }
    if let found, found.version != version {
      throw StoredResultError(
        path: path,
        problem: "the results are of version \(found.version), expected \(version); make them again"
      )
    }
    self.version = found?.version
    title = found?.title
    findings = try StoredStudy.findings(root, path, metric)
    scenario = try StoredStudy.scenario(in: path)
  }

  private static func text(_ value: StoredValue) -> String? { try? value.string() }

  private static func root(of path: String) throws(StoredResultError) -> StoredValue {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw StoredResultError(path: path, problem: "there is no such folder")
    }
    guard isFolder.boolValue else {
      throw StoredResultError(
        path: path, problem: "is a file; expected the folder of a result, such as results/NAME")
    }
    for name in ["results.json", "fit.json", "validation.json"]
    where FileManager.default.fileExists(atPath: path + "/" + name) {
      return try StoredValue(readingFile: path + "/" + name)
    }
    throw StoredResultError(
      path: path,
      problem: "is no folder of a result: it holds no results.json, fit.json or validation.json")
  }

  private static func findings(
    _ root: StoredValue, _ path: String, _ metric: Metric
  ) throws(StoredResultError) -> Findings {
    switch try root.member("format").string() {
    case ResultDocuments.format:
      var run = try StoredRun(root)
      try run.readTables(in: path, RunPage.chartedMetrics.filter { $0 != metric } + [metric])
      run.sector = try StoredSector(
        readingFolder: path, SectorSection.stripMetrics(metric))
      return .run(run)
    case ComparisonDocuments.format:
      var comparison = try StoredComparison(root)
      try comparison.readEffects(in: path, metric)
      return .comparison(comparison)
    case SweepDocuments.format: return .sweep(try StoredSweep(root))
    case SensitivityDocuments.format: return .sensitivity(try StoredSensitivity(root))
    case SelectionDocuments.format: return .selection(try StoredSelection(root))
    case EnsembleDocuments.format: return .ensemble(try StoredEnsemble(root))
    case FitDocuments.format: return .fit(try StoredFit(root))
    case ValidationReport.format: return .validation(try StoredValidation(root))
    case let other:
      throw StoredResultError(
        path: root.path,
        problem: "the format '\(other)' is unknown; expected results of this version, such as"
          + " '\(ResultDocuments.format)'")
    }
  }

  private static func scenario(in path: String) throws(StoredResultError) -> Scenario? {
    let file = path + "/scenario.json"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    let document = ScenarioDocument.load(path: file)
    guard let scenario = document.scenario else {
      throw StoredResultError(
        path: file, problem: "is no scenario of this version: 'caseload validate' tells why")
    }
    return scenario
  }
}
