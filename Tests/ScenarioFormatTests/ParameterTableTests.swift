import CaseloadModel
import SimulationKernel
import Testing

@testable import ScenarioFormat

@Suite("The parameter table")
struct ParameterTableTests {
  /// What an element looks like of lists that are empty by default.
  private let emptyListElements: [String: Any] = [
    "time.closedDays": ClosedDay(),
    "population.segments.groups": SegmentGroup(), "population.transfers": LawTransfer(),
    "staffing.roles": StaffRole(),
    "labourMarket.vacancies": VacancyStream(), "interventions.changes": DatedChange(),
    "interventions.campaigns": Campaign(), "interventions.reorganisations": Reorganisation(),
    "interventions.migrations": Migration(), "interventions.classifications": Classification(),
    "targets": FitTarget(),
  ]

  /// The key paths of all stored properties, with the elements of lists by their first one.
  private func fieldPaths(of value: Any, path: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    if value is CivilDate || type(of: value) == [String].self
      || type(of: value) == [ParameterValue].self
    {
      return [path]
    }
    if mirror.displayStyle == .collection {
      guard let first = mirror.children.first?.value ?? emptyListElements[path] else {
        return [path]
      }
      return fieldPaths(of: first, path: path)
    }
    // A choice is a leaf, and what follows from a dated change is no parameter.
    if mirror.displayStyle == .enum { return [path] }
    guard mirror.displayStyle == .struct, !mirror.children.isEmpty,
      !(value is Double || value is Int || value is UInt64 || value is String || value is Bool)
    else { return [path] }
    return mirror.children.flatMap { child -> [String] in
      let label = child.label ?? "?"
      if path == "interventions.changes", label == "result" { return [] }
      return fieldPaths(of: child.value, path: path.isEmpty ? label : path + "." + label)
    }
  }

  @Test("Every field of the scenario has an entry, and every entry a field")
  func everyFieldHasAnEntry() {
    let fields = fieldPaths(of: Scenario(), path: "")
    let entries = ParameterTable.entries.filter(\.parameter.isLeaf).map(\.path)
    #expect(fields.count > 100)
    #expect(Set(fields).subtracting(entries) == [], "fields without entry")
    #expect(Set(entries).subtracting(fields) == [], "entries without field")
    #expect(entries.count == Set(entries).count, "an entry stands twice")
  }

  @Test("Every entry has a meaning, a unit and a source or says that it has none")
  func everyEntryIsDescribed() {
    for entry in ParameterTable.entries {
      let parameter = entry.parameter
      #expect(parameter.meaning.hasSuffix("."), "\(entry.path): meaning is no sentence")
      #expect(parameter.meaning.count >= 12, "\(entry.path): meaning is too short")
      switch parameter.shape {
      case .number, .integer:
        #expect(!parameter.unit.isEmpty, "\(entry.path): no unit")
        #expect(parameter.status != .descriptive, "\(entry.path): no status")
      default: break
      }
      if [.given, .calibrated].contains(parameter.status), parameter.shape.isQuantity {
        #expect(!parameter.evidence.isEmpty, "\(entry.path): \(parameter.status) without evidence")
      }
      for id in parameter.evidence {
        #expect(
          id.wholeMatch(of: /[EO]-\d{3}[a-z]?/) != nil, "\(entry.path): \(id) is no evidence id")
      }
    }
  }

  @Test("Every explanation has one line that names its source or says that there is none")
  func everyExplanationHasASource() throws {
    for entry in ParameterTable.entries where entry.parameter.isLeaf {
      let text = try #require(ScenarioText.explain(entry.path), "\(entry.path)")
      let label = "  source    "
      let lines = text.split(separator: "\n").filter { $0.hasPrefix(label) }
      #expect(lines.count == 1, "\(entry.path): \(lines)")
      let source = lines.first.map { String($0.dropFirst(label.count)) } ?? ""
      let ids = entry.parameter.evidence.joined(separator: ", ")
      #expect(ids.isEmpty ? source.hasPrefix("none: ") : source == ids, "\(entry.path): \(source)")
    }
    for (key, source) in [
      ("outflow.contactHalfLifeDays", "none: an assumption of the model, to be varied"),
      ("inflow.seasonalAmplitude", "none: the evidence leaves it open, to be varied"),
      ("replications", "none: a choice of the user"), ("time.start", "none: a choice of the user"),
      ("name", "none: a choice of the user"), ("service.norms.work.intervalDays", "E-027"),
    ] {
      #expect(ScenarioText.explain(key)?.contains("  source    \(source)\n") == true, "\(key)")
    }
  }

  @Test("Every default lies in its range")
  func defaultsLieInTheirRanges() {
    let text = ScenarioText.resolved(Scenario())
    #expect(read(text).diagnostics.filter { $0.severity == .error } == [])
  }

  @Test("A resolved scenario reads back as the same scenario and the same text")
  func resolvedTextRoundTrips() throws {
    var scenario = Scenario()
    scenario.seed = .max
    scenario.description =
      "Quotes \" and \\ and \u{1b}[31m \u{9b}31m \u{202e} \u{e0041} and é and 😀"
    scenario.sources = ["E-056", "a\nb"]
    scenario.staffing.fte = 0.1 + 0.2
    scenario.population.motivationMean = .leastNonzeroMagnitude
    let text = ScenarioText.resolved(scenario)
    let document = read(text)
    let again = try #require(document.scenario)
    #expect(again == scenario)
    #expect(ScenarioText.resolved(again) == text)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && JSONStrings.commandsTerminal($0) })
    #expect(text.contains("\\u009b31m \\u202e \\udb40\\udc41 and é and 😀"))
    #expect(document.sha256 == ScenarioText.digest(of: scenario))
    // What files hold changes no number, so it is no part of the hash.
    scenario.outputs.months = false
    scenario.outputs.metrics = ["stock.clients"]
    let chosen = read(ScenarioText.resolved(scenario))
    #expect(chosen.scenario == scenario)
    #expect(chosen.sha256 == document.sha256)
  }
}

extension Parameter.Shape {
  fileprivate var isQuantity: Bool {
    switch self {
    case .number, .integer, .flag: true
    default: false
    }
  }
}
