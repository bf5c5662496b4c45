import CaseloadModel
import ScenarioFormat
import Testing

@testable import caseload_hunt

/// The hunt draws from the whole table, and what it draws is a scenario nine times out of ten or more.
@Suite("Scenarios that the hunt draws")
struct DrawingTests {
  /// Texts of the values drawn, by key path; keys of list elements stand under the list, and those of
  /// dated changes in a collection of their own.
  private struct Seen {
    var values: [String: Set<String>] = [:]
    var dated: Set<String> = []

    mutating func look(at tree: ScenarioTree, path: String) {
      switch tree {
      case .leaf(let json): values[path, default: []].insert(json)
      case .array(let elements):
        for element in elements { look(at: element, path: path) }
      case .object(let members):
        for member in members {
          if path == "interventions.changes", member.key == "set" {
            // An element's name stands between the list and the key, and "*" in the table.
            for key in member.value.members.map(\.key) { dated.insert(key) }
          } else {
            look(at: member.value, path: path.isEmpty ? member.key : path + "." + member.key)
          }
        }
      }
    }
  }

  private static let seen: Seen = {
    var seen = Seen()
    for number in 0..<1_500 { seen.look(at: ScenarioDraw.tree(seed: 1, number: number), path: "") }
    return seen
  }()

  /// Keys that are not drawn: texts for people, targets, which no run reads, what is made to fit, and the
  /// object of a dated change, whose keys have a test of their own.
  private static let left: Set<String> = [
    "interventions.changes.set", "interventions.campaigns.fromGroup", "description", "sources",
    "targets", "remove", "population.groups",
    "population.segments.groups",
    "population.transfers",
  ]

  @Test("Every key is drawn, at both ends of its range, in both ways, with every word")
  func wholeTable() {
    for entry in ParameterTable.entries where entry.parameter.isLeaf {
      let path = entry.path
      guard !Self.left.contains(where: { path == $0 || path.hasPrefix($0 + ".") }),
        !path.hasPrefix("time."), !Self.isMadeToFit(path)
      else { continue }
      let values = Self.seen.values[path] ?? []
      #expect(!values.isEmpty, "\(path)")
      switch entry.parameter.shape {
      case .flag: #expect(values == ["true", "false"], "\(path)")
      case .choice(let words):
        #expect(values == Set(words.map { "\"\($0)\"" }), "\(path)")
      case .integer(let range):
        let high = min(range.upperBound, Int(ValueDraw.limits[path] ?? 1e9))
        #expect(values.isSuperset(of: [String(range.lowerBound), String(high)]), "\(path)")
      case .number(let bounds):
        let numbers = values.compactMap(Double.init)
        let high = min(bounds.highest, ValueDraw.limits[path] ?? .infinity)
        let low = max(bounds.lowest, ValueDraw.floors[path] ?? -.infinity)
        // An end that does not belong to the range has a neighbour that does.
        #expect(numbers.contains { $0 == low || $0 == low.nextUp }, "\(path)")
        #expect(numbers.contains { $0 == high || $0 == high.nextDown }, "\(path)")
        #expect(numbers.allSatisfy { bounds.contains($0) }, "\(path)")
      default: break
      }
    }
  }

  /// Names, and parts that have to add up to 1, which are drawn together.
  private static func isMadeToFit(_ path: String) -> Bool {
    ["name", "group", "stockShare", "inflowShare", "readinessFrom"].contains { path.hasSuffix($0) }
  }

  @Test("Every key that may change on a date is changed on one")
  func datedKeys() {
    for key in ParameterTable.datedKeys {
      let parts = key.path.split(separator: ".")
      // Shares of newcomers add up to 1, and lists within lists are drawn whole.
      guard !key.path.hasSuffix("inflowShare"), parts.count(where: { $0 == "*" }) < 2,
        !Self.left.contains(where: { key.path.hasPrefix($0 + ".") })
      else { continue }
      let isThere = Self.seen.dated.contains { drawn in
        let other = drawn.split(separator: ".")
        return other.count == parts.count
          && zip(parts, other).allSatisfy { $0 == "*" || $0 == $1 }
      }
      #expect(isThere, "\(key.path)")
    }
  }

  @Test("Lists are empty, of one element and of many")
  func lengths() {
    var lengths: [String: Set<Int>] = [:]
    for number in 0..<600 {
      let tree = ScenarioDraw.tree(seed: 2, number: number)
      for (section, list) in [
        ("population", "groups"), ("population", "shocks"), ("staffing", "roles"),
        ("trajectories", "instruments"), ("labourMarket", "vacancies"),
        ("interventions", "campaigns"),
        ("interventions", "changes"), ("knowledge", "attributes"),
      ] {
        guard let elements = tree[section]?[list]?.elements else { continue }
        lengths[list, default: []].insert(elements.count { $0["remove"] == nil })
      }
    }
    for (list, found) in lengths {
      #expect(found.contains(1), "\(list): \(found)")
      #expect((found.max() ?? 0) >= 5, "\(list): \(found)")
    }
    #expect(lengths.count == 8)
    #expect(lengths["shocks"]?.contains(0) == true && lengths["instruments"]?.contains(0) == true)
  }

  @Test("What is drawn is a scenario once it is mended, and its run is small")
  func mending() throws {
    var valid = 0
    let count = 60
    for number in 0..<count {
      guard let tree = HuntCase.valid(seed: 3, number: number) else { continue }
      valid += 1
      let scenario = try #require(HuntCase.document(tree).scenario)
      #expect(RunSize(scenario).events <= HuntCase.mostEvents)
      #expect(TreeReader.read(tree.json) == tree)
    }
    #expect(valid * 10 >= count * 9, "\(valid)")
  }

  @Test("A case follows from seed and number alone")
  func repeatable() {
    #expect(ScenarioDraw.tree(seed: 5, number: 9) == ScenarioDraw.tree(seed: 5, number: 9))
    #expect(ScenarioDraw.tree(seed: 5, number: 9) != ScenarioDraw.tree(seed: 6, number: 9))
    #expect(ScenarioDraw.tree(seed: 5, number: 9) != ScenarioDraw.tree(seed: 5, number: 10))
  }

  @Test("A large run is made smaller until it takes moments")
  func lighter() throws {
    let large = try #require(
      TreeReader.read(
        """
        {"name": "large", "population": {"clients": 100000}, "time": {"durationMonths": 120},
         "staffing": {"fte": 2}, "inflow": {"applicationsPerYear": 30000},
         "outflow": {"rates": [{"group": "work", "workPerYear": 20, "contactEffectOnWork": 10}]}}
        """))
    let before = try #require(HuntCase.document(large).scenario)
    #expect(RunSize(before).events > HuntCase.mostEvents)
    let light = try #require(HuntCase.lighter(large))
    let after = try #require(HuntCase.document(light).scenario)
    #expect(RunSize(after).events <= HuntCase.mostEvents)
    #expect(light["outflow"] == large["outflow"])
  }
}
