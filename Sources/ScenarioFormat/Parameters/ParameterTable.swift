import CaseloadModel

/// The one table of all parameters of a scenario, in the order of the file format.
///
/// Checking, the JSON Schema, `explain`, `resolve` and the reference page all come from it. Evidence ids
/// (E-… from the source reports, O-… from outside them) say what a default rests on.
public enum ParameterTable {
  /// The first and last year in which a run may start.
  static let firstYear = 1990
  static let lastYear = 2100

  /// All parameters, by section.
  public static let parameters: [Parameter] = bindings.map(\.parameter)

  /// All parameters with the fields they fill.
  static let bindings: [Binding<Scenario>] =
    general + [
      time, replications, seed, population, inflow, diagnosis, knowledge, staffing, caseload,
      service,
      trajectories, labourMarket, outflow, interventions, costs, targets, outputs,
    ]

  /// Those of which a number of the results depends on.
  static let meaningful: [Binding<Scenario>] = bindings.filter {
    $0.parameter.key != "outputs" && $0.parameter.key != targetsKey
  }

  /// The place of a key at the outermost level.
  static func index(of key: String) -> Int? { parameters.firstIndex { $0.key == key } }

  /// A parameter with the path that leads to it; names of list elements are not part of it.
  public struct Entry: Sendable {
    /// The key path, for example `service.norms.intervalDays`.
    public let path: String
    /// The parameter.
    public let parameter: Parameter
  }

  /// All parameters of all levels with their key paths, sections before their contents.
  public static let entries: [Entry] = collect(parameters, path: "")

  private static func collect(_ parameters: [Parameter], path: String) -> [Entry] {
    parameters.flatMap { parameter -> [Entry] in
      let full = path.isEmpty ? parameter.key : path + "." + parameter.key
      return [Entry(path: full, parameter: parameter)] + collect(parameter.children, path: full)
    }
  }

  /// The hint that a key exists at another place.
  static func elsewhere(_ key: String, than path: String) -> String? {
    let suffix = "." + key
    let matches = entries.filter { $0.path == key || $0.path.hasSuffix(suffix) }
    return matches.first.map { "there is \($0.path)" }
  }
}
