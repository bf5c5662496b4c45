import CaseloadModel
import ScenarioFormat
import SimulationKernel

/// Draws scenarios from the whole parameter table.
///
/// What the table cannot say (parts that add up, references, one norm per group) is drawn to fit; what
/// still does not fit together is taken out again, as the reader's messages tell.
struct ScenarioDraw {
  private var draws: DrawStream
  private var tree = ScenarioTree.object([])
  private var groups = ["care", "development", "work"]
  private var segments = ["assistance"]
  private var attributes: [String]
  /// Elements by the path of their list, defaults that stay included.
  private var elements: [String: [String]] = [:]
  /// The chance that a key gets a value of its own.
  private var density = 0.0
  private var start = CivilDate(dayNumber: 14_610)
  private var warmUpMonths = 0
  private var months = 1

  /// A case of a hunt, not yet checked.
  static func tree(seed: UInt64, number: Int) -> ScenarioTree {
    var draw = ScenarioDraw(DrawStream(seed: seed, number: number))
    draw.make()
    return draw.tree
  }

  private init(_ draws: DrawStream) {
    self.draws = draws
    attributes = Scenario().knowledge.attributes.map(\.name)
  }

  private mutating func make() {
    // A few keys at their ends, alone or in pairs, tell most about themselves; all keys at once find
    // what only meets in crowds.
    density = draws.choice([0.008, 0.008, 0.02, 0.05, 0.3, 0.9])
    tree.set("name", .text("hunted"))
    drawTime()
    drawGroups()
    drawSegments()
    drawNames()
    for parameter in ParameterTable.parameters
    where !["name", "description", "sources", "time"].contains(parameter.key) {
      drawValues(of: parameter, keys: [parameter.key], path: parameter.key)
    }
    if tree["population"]?["clients"] == nil {
      tree.set(["population", "clients"], .leaf(String(draws.choice([1, 7, 40]))))
    }
    if tree["staffing"]?["fte"] == nil {
      tree.set(["staffing", "fte"], .leaf(draws.choice(["0.4", "1", "3"])))
    }
    if tree["inflow"]?["applicationsPerYear"] == nil {
      tree.set(["inflow", "applicationsPerYear"], .leaf(String(draws.choice([0, 30, 300]))))
    }
    drawChanges()
  }

  // MARK: - Time

  private mutating func drawTime() {
    let year = draws.choice([1990, 2012, 2099, 2100, 2012, 2016])
    let days = [
      (1, 1), (2, year % 4 == 0 && year != 2100 ? 29 : 28), (12, 31), (7, 1), (8, 31), (11, 30),
    ]
    let (month, day) = draws.choice(days)
    start = CivilDate(year: year, month: month, day: day) ?? start
    warmUpMonths = draws.choice([0, 0, 1, 3, 6])
    let duration = draws.choice([1, 2, 6, 12, 13, 24])
    months = warmUpMonths + duration
    tree.set(["time", "start"], .text(date(0)))
    tree.set(["time", "warmUpMonths"], .leaf(String(warmUpMonths)))
    tree.set(["time", "durationMonths"], .leaf(String(duration)))
    if draws.happens(0.2) {
      let closed = (0..<draws.choice([1, 2, 6])).map { index in
        ScenarioTree.object([
          .init(key: "name", value: .text("closed\(index)")),
          .init(key: "date", value: .text(drawDate())),
        ])
      }
      tree.set(["time", "closedDays"], .array(closed))
    }
    if draws.happens(0.5) {
      tree.set(["time", "observationMonths"], .leaf(String(draws.choice([1, 2, 5, 12]))))
    }
  }

  /// A day as text, some days after the start.
  private func date(_ days: Int) -> String {
    let day = start.adding(days: days)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.year)-\(padded(day.month))-\(padded(day.day))"
  }

  /// A date at a border of the run: its start, the end of the warm-up, its end, or long after it.
  private mutating func drawDate() -> String {
    let warmUp = warmUpMonths * 30
    let end = months * 30
    let after = start.year < 2095 ? 2_000 : 1
    return date(
      draws.choice([
        0, 1, warmUp, max(0, warmUp - 1), warmUp + 1, warmUp + 31, end / 2, end - 1, end, end + 40,
        after,
        max(0, end / 2 - 7), 30, 30,
      ]))
  }

  // MARK: - Lists

  private mutating func drawGroups() {
    guard draws.happens(0.25) else { return }
    let count = draws.choice([1, 2, 5, 64])
    let names = (0..<count).map { "g\($0)" }
    var list = groups.map(removal)
    let stock = ValueDraw.parts(count, using: &draws)
    let inflow = ValueDraw.parts(count, using: &draws)
    let isNarrow = draws.happens(0.2)
    for (index, name) in names.enumerated() {
      let from = isNarrow ? Double(index) * .leastNonzeroMagnitude : Double(index) / Double(count)
      list.append(
        .object([
          .init(key: "name", value: .text(name)),
          .init(key: "readinessFrom", value: .leaf(ValueDraw.text(from))),
          .init(key: "stockShare", value: .leaf(ValueDraw.text(stock[index]))),
          .init(key: "inflowShare", value: .leaf(ValueDraw.text(inflow[index]))),
        ]))
    }
    tree.set(["population", "groups"], .array(list))
    for path in [["service", "norms"], ["outflow", "rates"]] {
      let own = names.map { ScenarioTree.object([.init(key: "group", value: .text($0))]) }
      let old = groups.map { name in
        ScenarioTree.object([
          .init(key: "group", value: .text(name)), .init(key: "remove", value: .leaf("true")),
        ])
      }
      tree.set(path, .array(old + own))
    }
    groups = names
    let instruments = Scenario().trajectories.instruments.map(\.name)
    if !instruments.isEmpty {
      tree.set(["trajectories", "instruments"], .array(instruments.map(removal)))
    }
    elements["trajectories.instruments"] = []
  }

  private func removal(_ name: String) -> ScenarioTree {
    .object([.init(key: "name", value: .text(name)), .init(key: "remove", value: .leaf("true"))])
  }

  private mutating func drawSegments() {
    guard draws.happens(0.25) else { return }
    let count = draws.choice([1, 2, 4, 64])
    let names = (0..<count).map { "s\($0)" }
    let stock = ValueDraw.parts(count, using: &draws)
    let inflow = ValueDraw.parts(count, using: &draws)
    var list = segments.map(removal)
    for (index, name) in names.enumerated() {
      var element = ScenarioTree.object([
        .init(key: "name", value: .text(name)),
        .init(key: "stockShare", value: .leaf(ValueDraw.text(stock[index]))),
        .init(key: "inflowShare", value: .leaf(ValueDraw.text(inflow[index]))),
      ])
      if draws.happens(0.3) {
        let own = ValueDraw.parts(groups.count, using: &draws)
        element.set(
          "groups",
          .array(
            zip(groups, own).map { group, share in
              .object([
                .init(key: "group", value: .text(group)),
                .init(key: "stockShare", value: .leaf(ValueDraw.text(share))),
                .init(key: "inflowShare", value: .leaf(ValueDraw.text(share))),
              ])
            }))
      }
      list.append(element)
    }
    tree.set(["population", "segments"], .array(list))
    segments = names
  }

  /// Makes the elements of the other lists: none, one, or many, beside those of the defaults or instead.
  private mutating func drawNames() {
    let defaults = Scenario()
    let lists: [(String, [String], [Int])] = [
      ("population.shocks", defaults.population.shocks.map(\.name), [0, 1, 6]),
      ("knowledge.attributes", attributes, [1, 2, 64]),
      ("population.transfers", [], [1, 2, 6]),
      ("staffing.roles", [], [1, 1, 2, 6]),
      (
        "trajectories.instruments",
        elements["trajectories.instruments"] ?? defaults.trajectories.instruments.map(\.name),
        [0, 1, 2, 64]
      ),
      ("labourMarket.vacancies", [], [1, 1, 2, 64]),
      ("interventions.campaigns", [], [1, 1, 2, 8]),
      ("interventions.reorganisations", [], [1, 2, 8]),
      ("interventions.migrations", [], [1, 2, 8]),
      ("interventions.classifications", [], [1, 2, 8]),
    ]
    for (path, old, counts) in lists {
      elements[path] = old
      guard draws.happens(0.3) else { continue }
      let keys = path.split(separator: ".").map(String.init)
      let names = (0..<draws.choice(counts)).map { "e\($0)" }
      var list = tree[keys[0]]?[keys[1]]?.elements ?? []
      let keepsOld = draws.happens(0.5) && names.count < 50
      if !keepsOld, list.isEmpty { list += old.map(removal) }
      list += names.map { .object([.init(key: "name", value: .text($0))]) }
      tree.set(keys, .array(list))
      elements[path] = (keepsOld ? old : []) + names
      if path == "knowledge.attributes" { attributes = (keepsOld ? old : []) + names }
    }
    moveBarriers(ofShocks: defaults.population.shocks.map(\.name))
    elements["population.segments"] = segments
    elements["population.groups"] = groups
    elements["service.norms"] = groups
    elements["outflow.rates"] = groups
  }

  /// Shocks of the defaults set barriers of attributes that may be gone: they set another, or go as well.
  private mutating func moveBarriers(ofShocks names: [String]) {
    let isWhole = Scenario().knowledge.attributes.allSatisfy { attributes.contains($0.name) }
    let kept = names.filter { elements["population.shocks"]?.contains($0) == true }
    guard !isWhole, !kept.isEmpty else { return }
    var list = tree["population"]?["shocks"]?.elements ?? []
    let others = Array(attributes.dropFirst())
    if others.isEmpty {
      list = kept.map(removal) + list
      elements["population.shocks"]?.removeAll { kept.contains($0) }
    } else {
      list =
        kept.map {
          .object([
            .init(key: "name", value: .text($0)),
            .init(key: "barrier", value: .text(draws.choice(others))),
          ])
        } + list
    }
    tree.set(["population", "shocks"], .array(list))
  }

  // MARK: - Values

  private mutating func drawValues(of parameter: Parameter, keys: [String], path: String) {
    switch parameter.shape {
    case .section(let children):
      for child in children {
        drawValues(of: child, keys: keys + [child.key], path: path + "." + child.key)
      }
    case .list(let children, _):
      guard path != "population.groups", path != "population.segments.groups",
        path != "interventions.changes"
      else { return }
      for name in elements[path] ?? [] {
        for child in children.dropFirst() where !["stockShare", "inflowShare"].contains(child.key) {
          drawElementValue(of: child, list: keys, name: name, nameKey: children[0].key, path: path)
        }
      }
    default:
      guard draws.happens(density), let value = value(of: parameter, path: path) else { return }
      tree.set(keys, value)
    }
  }

  private mutating func drawElementValue(
    of parameter: Parameter, list keys: [String], name: String, nameKey: String, path: String
  ) {
    // Dates and groups of new elements are always drawn, because their defaults may not fit.
    let isNeeded: Bool
    switch parameter.shape {
    case .date, .groupName: isNeeded = name.hasPrefix("e")
    case .text: isNeeded = name.hasPrefix("e") && ["from", "to"].contains(parameter.key)
    case .list: return
    default: isNeeded = false
    }
    guard isNeeded || draws.happens(density),
      let value = value(of: parameter, path: path + "." + parameter.key)
    else { return }
    var list = tree[keys[0]]?[keys[1]]?.elements ?? []
    let index = list.firstIndex { $0.elementName == name && $0["remove"] == nil }
    var element = index.map { list[$0] } ?? .object([.init(key: nameKey, value: .text(name))])
    element.set(parameter.key, value)
    if let index { list[index] = element } else { list.append(element) }
    tree.set(keys, .array(list))
  }

  private mutating func value(of parameter: Parameter, path: String) -> ScenarioTree? {
    switch parameter.shape {
    case .number(let bounds): return .leaf(ValueDraw.number(bounds, path: path, using: &draws))
    case .integer(let range): return .leaf(ValueDraw.integer(range, path: path, using: &draws))
    case .seed: return .leaf(draws.choice(["0", "1", "18446744073709551615"]))
    case .flag: return .leaf(draws.happens(0.5) ? "true" : "false")
    case .choice(let words): return .text(draws.choice(words))
    case .date: return .text(drawDate())
    case .groupName:
      // The lower end of a range of groups comes first, so the upper one is the highest.
      return .text(
        path.hasSuffix("toGroup")
          ? groups[groups.count - 1] : draws.choice([groups[0], groups[groups.count / 2]]))
    case .text:
      switch parameter.key {
      case "barrier", "removesBarrier":
        return attributes.count > 1 ? .text(draws.choice(Array(attributes.dropFirst()))) : nil
      case "nextSegment", "returnSegment", "from", "to": return .text(draws.choice(segments))
      case "toGroup", "workFirstFrom": return .text(draws.choice(groups))
      default: return nil
      }
    case .texts:
      return .array([.text(draws.choice(parameter.key == "segments" ? segments : groups))])
    case .name, .changes, .section, .list: return nil
    }
  }

  // MARK: - Dated changes

  private mutating func drawChanges() {
    guard draws.happens(0.4) else { return }
    let sameDay = drawDate()
    let isSameDay = draws.happens(0.3)
    let changes = (0..<draws.choice([1, 1, 2, 5])).map { index -> ScenarioTree in
      var set = ScenarioTree.object([])
      for _ in 0..<draws.choice([1, 1, 2, 12]) {
        // Many keys belong to lists that have no elements here.
        var found: (key: ParameterTable.DatedKey, path: String)?
        for _ in 0..<5 where found == nil {
          let key = draws.choice(ParameterTable.datedKeys)
          found = existing(key.path).map { (key, $0) }
        }
        guard let (key, path) = found,
          let value = value(of: key.parameter, path: key.path.replacing(".*", with: ""))
        else { continue }
        if case .array(let texts) = value {
          set.set(path, texts[0])
        } else {
          set.set(path, value)
        }
      }
      return .object([
        .init(key: "name", value: .text("c\(index)")),
        .init(key: "date", value: .text(isSameDay ? sameDay : drawDate())),
        .init(key: "set", value: set),
      ])
    }
    tree.set(["interventions", "changes"], .array(changes))
  }

  /// A dated key with the name of an element that is there; `nil` when the list has none.
  private mutating func existing(_ path: String) -> String? {
    guard let star = path.firstRange(of: ".*") else { return path }
    let list = String(path[..<star.lowerBound])
    guard list != "population.groups", let names = elements[list], !names.isEmpty else {
      return nil
    }
    let rest = String(path[star.upperBound...])
    guard !rest.contains("*"), !rest.hasSuffix("inflowShare") else { return nil }
    return "\(list).\(draws.choice(names))\(rest)"
  }
}

extension ScenarioTree {
  /// The elements of an array.
  var elements: [ScenarioTree] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
