import CaseloadModel
import SimulationKernel

/// A parameter together with the field of `Root` that it fills.
///
/// The functions below make one for each kind of field; a new field of the scenario is one such call.
struct Binding<Root: Sendable>: Sendable {
  var parameter: Parameter
  /// Reads the field.
  let read: @Sendable (Root) -> Setting
  /// Fills the field.
  let write: @Sendable (Setting, inout Root) -> Void
}

typealias Path<Root, Value> = WritableKeyPath<Root, Value> & Sendable

extension Binding {
  /// A number with a range.
  static func number(
    _ key: String, _ path: Path<Root, Double>, _ bounds: Bounds, unit: String, _ meaning: String,
    _ status: Parameter.Status, _ change: Parameter.Change, _ evidence: String...
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: unit, evidence: evidence, status: status, change: change,
        shape: .number(bounds)),
      read: { .number($0[keyPath: path]) },
      write: { if case .number(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// A share from 0 to 1.
  static func share(
    _ key: String, _ path: Path<Root, Double>, of whole: String, _ meaning: String,
    _ status: Parameter.Status, _ change: Parameter.Change, _ evidence: String...,
    bounds: Bounds = .share
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "share of \(whole)", evidence: evidence, status: status,
        change: change,
        shape: .number(bounds)),
      read: { .number($0[keyPath: path]) },
      write: { if case .number(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// A whole number with a range.
  static func integer(
    _ key: String, _ path: Path<Root, Int>, _ range: ClosedRange<Int>, unit: String,
    _ meaning: String, _ status: Parameter.Status, _ change: Parameter.Change, _ evidence: String...
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: unit, evidence: evidence, status: status, change: change,
        shape: .integer(range)),
      read: { .integer($0[keyPath: path]) },
      write: { if case .integer(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// A whole number of 64 bits without sign.
  static func seed(
    _ key: String, _ path: Path<Root, UInt64>, _ meaning: String, _ change: Parameter.Change
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: [], status: .descriptive, change: change,
        shape: .seed),
      read: { .seed($0[keyPath: path]) },
      write: { if case .seed(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// True or false.
  static func flag(
    _ key: String, _ path: Path<Root, Bool>, _ meaning: String, _ status: Parameter.Status,
    _ change: Parameter.Change, _ evidence: String...
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: evidence, status: status, change: change,
        shape: .flag),
      read: { .flag($0[keyPath: path]) },
      write: { if case .flag(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// A text, a name, or the name of a group, as `shape` says.
  static func text(
    _ key: String, _ path: Path<Root, String>, _ shape: Parameter.Shape, _ meaning: String,
    _ change: Parameter.Change
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: [], status: .descriptive, change: change,
        shape: shape),
      read: { .text($0[keyPath: path]) },
      write: { if case .text(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// One of a closed list of words, which are the names of the cases.
  static func choice<Value: CaseIterable & Equatable & Sendable>(
    _ key: String, _ path: Path<Root, Value>, _ meaning: String, _ status: Parameter.Status,
    _ change: Parameter.Change, _ evidence: String...
  ) -> Binding {
    let words = Value.allCases.map { String(describing: $0) }
    return Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: evidence, status: status, change: change,
        shape: .choice(words)),
      read: { .text(String(describing: $0[keyPath: path])) },
      write: { setting, root in
        guard case .text(let word) = setting else { return }
        for value in Value.allCases where String(describing: value) == word {
          root[keyPath: path] = value
        }
      })
  }

  /// Values of other parameters by key path.
  static func changes(
    _ key: String, _ path: Path<Root, [ParameterValue]>, _ meaning: String,
    _ change: Parameter.Change
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: [], status: .descriptive, change: change,
        shape: .changes),
      read: { .changes($0[keyPath: path]) },
      write: { if case .changes(let values) = $0 { $1[keyPath: path] = values } })
  }

  /// A list of texts.
  static func texts(
    _ key: String, _ path: Path<Root, [String]>, limit: Int = Names.longest, _ meaning: String,
    _ change: Parameter.Change
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: [], status: .descriptive, change: change,
        shape: .texts(limit: limit)),
      read: { .texts($0[keyPath: path]) },
      write: { if case .texts(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// A day.
  static func date(
    _ key: String, _ path: Path<Root, CivilDate>, _ meaning: String, _ status: Parameter.Status,
    _ change: Parameter.Change, _ evidence: String...
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "day", evidence: evidence, status: status, change: change,
        shape: .date),
      read: { .date($0[keyPath: path]) },
      write: { if case .date(let value) = $0 { $1[keyPath: path] = value } })
  }

  /// An object with parameters of its own.
  static func section<Part: Sendable>(
    _ key: String, _ path: Path<Root, Part>, _ meaning: String, _ parts: [Binding<Part>]
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: [], status: .descriptive, change: nil,
        shape: .section(parts.map(\.parameter))),
      read: { Binding<Part>.snapshot($0[keyPath: path], parts) },
      write: { setting, root in
        var part = root[keyPath: path]
        Binding<Part>.apply(setting, parts, to: &part)
        root[keyPath: path] = part
      })
  }

  /// A list of named objects; `template` gives a new element its defaults.
  ///
  /// - Precondition: The first of `parts` is the name.
  static func list<Element: Sendable>(
    _ key: String, _ path: Path<Root, [Element]>, template: Element, _ meaning: String,
    _ parts: [Binding<Element>]
  ) -> Binding {
    Binding(
      parameter: Parameter(
        key: key, meaning: meaning, unit: "", evidence: [], status: .descriptive, change: nil,
        shape: .list(parts.map(\.parameter), template: Binding<Element>.snapshot(template, parts))),
      read: { .list($0[keyPath: path].map { Binding<Element>.snapshot($0, parts) }) },
      write: { setting, root in
        let elements = setting.children.map { element in
          var result = template
          Binding<Element>.apply(element, parts, to: &result)
          return result
        }
        root[keyPath: path] = elements
      })
  }

  /// The values of all fields of `root`.
  static func snapshot(_ root: Root, _ parts: [Binding<Root>]) -> Setting {
    .object(parts.map { $0.read(root) })
  }

  /// Fills all fields of `root`.
  static func apply(_ setting: Setting, _ parts: [Binding<Root>], to root: inout Root) {
    for (part, value) in zip(parts, setting.children) { part.write(value, &root) }
  }
}
