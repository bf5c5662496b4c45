import CaseloadModel

/// A scenario that was read from a file, and everything that is wrong with it or worth advice.
///
///     let document = ScenarioDocument.load(
///       path: "scenarios/municipality-2014.json", overrides: ["staffing.fte=30"])
///     guard let scenario = document.scenario else { … }
public struct ScenarioDocument: Sendable {
  /// The scenario with every default filled in; `nil` when there are errors.
  public let scenario: Scenario?
  /// All errors and advice, sorted by file and position.
  public let diagnostics: [Diagnostic]
  /// The SHA-256 in hexadecimal of all values of the scenario, written as `resolve` does but without the
  /// removals; empty when there is no scenario.
  public let sha256: String

  /// Whether there are errors, so that there is no scenario.
  public var hasErrors: Bool { scenario == nil }

  /// Whether the named file itself cannot be had (exit code 66 rather than 65).
  public var isMissingInput: Bool {
    diagnostics.contains { $0.code.isMissingInput && $0.line == 0 }
  }

  /// Reads a scenario file, the files it extends, and overrides of the form `key.path=value`.
  ///
  /// Files that the scenario extends have to lie in `root` or below it; without `root` that is the
  /// folder of the file itself.
  public static func load(
    path: String, overrides: [String] = [], root: String? = nil
  ) -> ScenarioDocument {
    var assembler = ScenarioAssembler(root: root)
    assembler.readFiles(top: path)
    return assembler.finish(overrides: overrides)
  }

  /// Reads a scenario from memory; `path` stands in messages only, and `extends` is refused.
  public static func read(
    _ bytes: [UInt8], path: String, overrides: [String] = []
  ) -> ScenarioDocument {
    var assembler = ScenarioAssembler(root: nil)
    assembler.readText(bytes, path: path)
    return assembler.finish(overrides: overrides)
  }
}
