import Experiments
import Foundation
import Reports
import ScenarioFormat

/// Reads an ensemble that `caseload fit` wrote.
enum EnsembleFile {
  /// The ensemble in a file; what is wrong with it is told with its place.
  static func read(_ path: String) throws(CommandFailure) -> ParameterEnsemble {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.missingInput, ["'\(path)' cannot be read"])
    }
    var reader = RecordReader(Array(bytes), path: path)
    let ensemble = ensemble(from: &reader)
    let problems = reader.sortedProblems
    guard problems.isEmpty, let ensemble else {
      throw CommandFailure(
        .badScenario, problems.isEmpty ? ["'\(path)' holds no ensemble"] : [], diagnostics: problems
      )
    }
    return ensemble
  }

  private static func ensemble(from reader: inout RecordReader) -> ParameterEnsemble? {
    guard let root = reader.root() else { return nil }
    reader.expectOnly(
      ["format", "scenario", "seed", "replications", "base", "sets"], in: root)
    guard let format = reader.text("format", of: root, isRequired: true) else { return nil }
    guard format == EnsembleFormat.name else {
      reader.report(
        .outOfRange, "format", of: root, expected: "\"\(EnsembleFormat.name)\"",
        found: "\"\(format)\"", hint: "caseload fit writes ensembles")
      return nil
    }
    let scenario = reader.record("scenario", of: root)
    let name = scenario.flatMap { reader.text("name", of: $0, isRequired: true) }
    let digest = scenario.flatMap { reader.text("sha256", of: $0, isRequired: true) }
    guard let base = numbers("base", of: root, in: &reader), !base.isEmpty else { return nil }
    let keys = base.map(\.key)
    var sets: [[Double]] = []
    for record in reader.records("sets", of: root) {
      guard let values = numbers("values", of: record, in: &reader) else { continue }
      guard values.map(\.key) == keys else {
        reader.report(
          .missingReference, "values", of: record,
          expected: "the keys of base in their order (\(keys.joined(separator: ", ")))",
          found: values.map(\.key).joined(separator: ", "))
        continue
      }
      sets.append(values.map(\.value))
    }
    for key in keys where ParameterTable.parameter(at: key) == nil {
      reader.report(
        .unknownKey, "base", of: root, expected: "keys of scenarios", found: "\"\(key)\"")
    }
    guard sets.count >= 2 else {
      reader.report(
        .outOfRange, "sets", of: root, expected: "at least two sets", found: "\(sets.count)")
      return nil
    }
    return ParameterEnsemble(
      keys: keys, base: base.map(\.value), sets: sets, scenarioName: name ?? "",
      fittedDigest: digest ?? "")
  }

  private static func numbers(
    _ key: String, of record: RecordReader.Record, in reader: inout RecordReader
  ) -> [(key: String, value: Double)]? {
    guard let texts = reader.overrides(key, of: record) else { return nil }
    var result: [(String, Double)] = []
    for text in texts {
      guard let equals = text.lastIndex(of: "="),
        let value = Double(text[text.index(after: equals)...]), value.isFinite
      else {
        reader.report(
          .wrongType, key, of: record, expected: "numbers by key path", found: "\"\(text)\"")
        return nil
      }
      result.append((String(text[..<equals]), value))
    }
    return result
  }
}

extension Options {
  static let ensemble = OptionKey<String?>.text(
    "--ensemble", "FILE", kind: .file,
    "Runs every set of an ensemble of caseload fit, and gives both kinds of uncertainty;"
      + " \(EnsembleStudy.usualReplications) replications per set if --replications is not given.")
}

extension EnsembleFile {
  /// An ensemble that stands beside the scenario and fits it; `nil` when none does.
  static func beside(
    _ scenario: LoadedScenario
  ) -> (path: String, ensemble: ParameterEnsemble)? {
    let folder = scenario.path.lastIndex(of: "/").map { String(scenario.path[...$0]) } ?? ""
    let path = folder + "ensemble.json"
    guard FileManager.default.fileExists(atPath: path), let ensemble = try? read(path),
      ensemble.missingKeys(in: scenario.scenario).isEmpty
    else { return nil }
    let isFitted = zip(ensemble.keys, ensemble.base).allSatisfy {
      ScenarioText.number(at: $0, in: scenario.scenario) == $1
    }
    guard isFitted || scenario.digest == ensemble.fittedDigest else { return nil }
    return (path, ensemble)
  }

  /// A line that an ensemble stands beside the scenario and fits it; `nil` when none does.
  static func note(for scenario: LoadedScenario) -> String? {
    guard let (path, ensemble) = beside(scenario) else { return nil }
    return
      "'\(path)' holds \(ensemble.sets.count) sets that fit this scenario; with --ensemble '\(path)'"
      + " results also tell what the fit does not determine"
  }
}
