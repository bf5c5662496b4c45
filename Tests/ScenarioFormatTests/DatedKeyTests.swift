import CaseloadModel
import Foundation
import Testing

@testable import ScenarioFormat

/// What the table says of changes on a date is what the reader accepts, the schema knows and the model does.
@Suite("Keys that may change on a date")
struct DatedKeyTests {
  /// A key path for every leaf of the table, with the element of each list that the world has.
  static let paths: [(path: String, parameter: Parameter)] = leaves(
    ParameterTable.parameters, DatedWorld.settings, path: "")

  private static func leaves(
    _ parameters: [Parameter], _ setting: Setting, path: String
  ) -> [(path: String, parameter: Parameter)] {
    zip(parameters, setting.children).flatMap { parameter, value in
      let full = path.isEmpty ? parameter.key : path + "." + parameter.key
      switch parameter.shape {
      case .section(let children): return leaves(children, value, path: full)
      case .list(let children, _):
        guard let element = value.children.last else { return [] }
        return leaves(children, element, path: full + "." + Setting.elementName(element))
      default: return [(full, parameter)]
      }
    }
  }

  @Test(
    "Every leaf of the table says whether it may change, and the world has an element of every list"
  )
  func everyLeafSaysSo() {
    for entry in ParameterTable.entries {
      #expect((entry.parameter.change != nil) == entry.parameter.isLeaf, "\(entry.path)")
    }
    let leaves = ParameterTable.entries.filter(\.parameter.isLeaf)
    #expect(DatedKeyTests.paths.count == leaves.count)
    #expect(zip(DatedKeyTests.paths, leaves).allSatisfy { $0.parameter.key == $1.parameter.key })
    #expect(ParameterTable.datedKeys.count == leaves.count { $0.parameter.change != .fixed })
    #expect(Set(leaves.compactMap(\.parameter.change)) == Set(Parameter.Change.allCases))
  }

  @Test("A dated change sets exactly the keys that may change")
  func readerAgrees() {
    for (path, parameter) in DatedKeyTests.paths where parameter.shape.takesOneValue {
      let document = DatedWorld.read(
        set: DatedWorld.values(for: path, parameter),
        overrides: DatedWorld.overrides[path] ?? [])
      let errors = document.diagnostics.filter { $0.severity == .error }
      if parameter.change == .fixed {
        #expect(errors.map(\.code) == [.notChangeable], "\(path): \(errors)")
      } else {
        #expect(errors == [], "\(path)")
      }
    }
  }

  @Test("The schema's dated change takes exactly the keys that may change")
  func schemaAgrees() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(ScenarioText.schema().utf8)) as? [String: Any])
    var node = schema
    for key in [
      "properties", "interventions", "properties", "changes", "items", "properties", "set",
    ] {
      node = try #require(node[key] as? [String: Any], "\(key)")
    }
    let plain = try #require(node["properties"] as? [String: Any])
    let patterns = try #require(node["patternProperties"] as? [String: Any])
    #expect(node["additionalProperties"] as? Bool == false)
    let expressions = try patterns.keys.map { try Regex($0) }
    for (path, parameter) in DatedKeyTests.paths {
      let matches =
        expressions.count { path.firstMatch(of: $0) != nil } + (plain[path] != nil ? 1 : 0)
      #expect(matches == (parameter.change == .fixed ? 0 : 1), "\(path)")
    }
    let fte = try #require(plain["staffing.fte"] as? [String: Any])
    #expect(fte["exclusiveMinimum"] as? Int == 0 && fte["maximum"] as? Int == 100_000)
  }

  @Test("Explanations say whether a key may change on a date, and for whom")
  func explanationsSaySo() throws {
    for (key, text) in [
      ("staffing.fte", "may change on a date, at once for all that it touches"),
      ("staffing.skillSpread", "may change on a date, for what comes after it"),
      ("time.start", "no change on a date: it holds for the whole run"),
    ] {
      let explanation = try #require(ScenarioText.explain(key))
      #expect(explanation.contains("  dated     \(text)"), "\(explanation)")
    }
  }
}

extension Parameter.Shape {
  /// Whether a value in a dated change can be of this kind.
  fileprivate var takesOneValue: Bool { if case .changes = self { false } else { true } }
}
