import CaseloadModel

/// A scenario that was read from a file, and everything that is wrong with it or worth advice.
///
///     let document = ScenarioDocument.load(
///       path: "scenarios/municipality-2014.json", overrides: ["staffing.fte=30"])
///     guard let scenario = document.scenario else { … }
public struct ScenarioDocument: Sendable {
  /// The scenario with every default filled in; `nil` when there are errors.
  public let scenario: Scenario?
  /// The organisations, when the scenario is a sector; the scenario is then what they have in common.
  public var sector: Sector?
  /// All errors and advice, sorted by file and position.
  public let diagnostics: [Diagnostic]
  /// The SHA-256 in hexadecimal of all values of the scenario, written as `resolve` does but without the
  /// removals, and of dated changes only with what they come to; empty when there is no scenario.
  public let sha256: String

  init(scenario: Scenario?, sector: Sector? = nil, diagnostics: [Diagnostic], sha256: String) {
    self.scenario = scenario
    self.sector = sector
    self.diagnostics = diagnostics
    self.sha256 = sha256
  }

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
    ScenarioFiles(path: path, root: root).document(overrides: overrides)
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

extension ScenarioDocument {
  /// Checks a scenario that was built in code by the rules that hold for files.
  ///
  ///     let document = ScenarioDocument.check(scenario)
  ///     guard let scenario = document.scenario else { … document.diagnostics … }
  ///
  /// Messages name places in the text of `ScenarioText.resolved(_:)`.
  public static func check(_ scenario: Scenario) -> ScenarioDocument {
    read(Array(ScenarioText.resolved(scenario).utf8), path: "<code>")
  }
}

/// The file of a scenario and those it extends, read once and put together with any overrides.
///
///     let files = ScenarioFiles(path: "scenarios/municipality-2014.json")
///     let more = files.document(overrides: ["staffing.fte=30"])
public struct ScenarioFiles: Sendable {
  private let assembler: ScenarioAssembler

  /// Reads the files; `root` is the folder that holds all of them, that of the file itself if not given.
  public init(path: String, root: String? = nil) {
    var assembler = ScenarioAssembler(root: root)
    assembler.readFiles(top: path)
    self.assembler = assembler
  }

  /// The scenario with overrides of the form `key.path=value`; no file is read again.
  public func document(overrides: [String] = []) -> ScenarioDocument {
    var copy = assembler
    return copy.finish(overrides: overrides)
  }
}
