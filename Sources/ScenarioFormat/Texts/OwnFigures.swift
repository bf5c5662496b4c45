import CaseloadModel
import SimulationKernel

/// What people know of their own organisation, from which a scenario of their own is made.
///
///     var figures = OwnFigures(preset: .municipality2014, name: "Mine")
///     figures.clients = 4_200
///     figures.exitsToWork = 300
///     figures.scenarioText  // a scenario with the clients as a value and the exits under targets
public struct OwnFigures: Sendable {
  /// The starting point for all that is not known.
  public var preset: ScenarioPreset
  /// The name, which obeys the rule for names of scenarios.
  public var name: String
  /// The name as people write it.
  public var title: String
  /// Clients in stock.
  public var clients: Int?
  /// Full-time equivalents of caseworkers.
  public var fte: Double?
  /// The part of working time that goes to administration.
  public var administrationShare: Double?
  /// New benefits a year, those of people who return included.
  public var newBenefits: Double?
  /// Exits to regular work a year.
  public var exitsToWork: Double?
  /// Exits to subsidised work a year.
  public var exitsToSubsidised: Double?
  /// Exits for other reasons a year.
  public var exitsForOther: Double?
  /// Shares of the stock per group as the organisation sees them, from the lowest group up.
  public var groupShares: [Double] = []
  /// Days between planned contacts, by group.
  public var contactDays: [(group: String, days: Double)] = []
  /// Whether some clients are left alone.
  public var restPolicy: Bool?
  /// The caseloads that a tenth and nine tenths of workers stay below.
  public var caseloads: (low: Double, high: Double)?

  /// Whether the description of the scenario is in Dutch; otherwise it is in English.
  public var isDutch = false

  /// Makes figures of which nothing but the name is known.
  public init(preset: ScenarioPreset, name: String, title: String? = nil) {
    self.preset = preset
    self.name = name
    self.title = title ?? name
  }

  /// The groups that shares and contacts are about, from the lowest up.
  public static let groupNames = Scenario().population.groups.map(\.name)

  /// The part of a stock by which a fit may differ from it.
  static let stockTolerance = 0.02
  /// The least part of a count of a year by which a fit may differ from it.
  static let countTolerance = 0.03

  /// The tolerance of a count of a year: three percent, or what such a count varies by chance: twice its root.
  static func tolerance(ofCount count: Double) -> Double {
    max(1, max(countTolerance * count, 2 * count.squareRoot()).rounded())
  }

  /// The scenario as text.
  ///
  /// Stock, full-time equivalents, administration and contact policy are values; counts of a year, groups and the
  /// distribution of caseloads come about in the simulation, so they are targets.
  public var scenarioText: String {
    let count = clients ?? preset.clients
    let staff =
      fte
      ?? max(StaffingNumbers.leastFte, (Double(count) / preset.clientsPerFte * 10).rounded() / 10)
    var lines = [
      "\"$schema\": \(JSONText.quoted(ScenarioText.schemaReference))",
      "\"name\": \(JSONText.quoted(name))",
      "\"description\": \(JSONText.quoted(description(count, staff)))", "\"sources\": []",
      "\"time\": { \"start\": \(JSONText.quoted(preset.start)), \"warmUpMonths\": 30, \"durationMonths\": 60 }",
      "\"replications\": 30", "\"population\": \(population(count))",
      "\"inflow\": { \"applicationsPerYear\": \(JSONText.number(applications(count))) }",
    ]
    var staffing = ["\"fte\": \(JSONText.number(staff))"]
    if let administrationShare {
      staffing.append("\"administrationShare\": \(JSONText.number(administrationShare))")
    }
    lines.append("\"staffing\": { \(staffing.joined(separator: ", ")) }")
    let norm = min(100_000, max(1, (Double(count) / staff).rounded()))
    lines.append("\"caseload\": { \"normPerFte\": \(JSONText.number(norm)) }")
    if let service { lines.append("\"service\": \(service)") }
    let targets = targets
    if !targets.isEmpty {
      lines.append(
        "\"targets\": {\n    " + targets.joined(separator: ",\n    ") + "\n  }")
    }
    return "{\n  " + lines.joined(separator: ",\n  ") + "\n}\n"
  }

  private func description(_ count: Int, _ staff: Double) -> String {
    var known: [String] = []
    if isDutch {
      if clients != nil { known.append("\(count) klant\(count == 1 ? "" : "en")") }
      if fte != nil { known.append("\(JSONText.number(staff)) fte") }
      let lead = known.isEmpty ? title : "\(title), met \(known.joined(separator: " en "))"
      return "\(lead). Wat er niet staat, is zoals in het voorbeeld \(preset.rawValue)."
    }
    if clients != nil { known.append("\(count) client\(count == 1 ? "" : "s")") }
    if fte != nil { known.append("\(JSONText.number(staff)) fte") }
    let lead = known.isEmpty ? title : "\(title), with \(known.joined(separator: " and "))"
    return "\(lead). What is not stated is as in the preset \(preset.rawValue)."
  }

  private func population(_ count: Int) -> String {
    var text = "{ \"clients\": \(count)\(preset.populationMembers)"
    if groupShares.count == OwnFigures.groupNames.count {
      let groups = zip(OwnFigures.groupNames, groupShares).map { name, share in
        "{ \"name\": \(JSONText.quoted(name)), \"stockShare\": \(JSONText.number(share)) }"
      }
      text += ",\n    \"groups\": [\n      \(groups.joined(separator: ",\n      "))\n    ]"
    }
    return text + " }"
  }

  /// Applications a year to begin with: those that keep the stock, or those behind the new benefits, of which
  /// a part are returns.
  private func applications(_ count: Int) -> Double {
    let defaults = Scenario()
    guard let newBenefits else {
      return
        (defaults.inflow.applicationsPerYear * preset.applicationsFactor * Double(count)
        / Double(defaults.population.clients)).rounded()
    }
    let newcomers = newBenefits * (1 - defaults.outflow.relapseShare)
    return (newcomers / defaults.inflow.grantedShare).rounded()
  }

  private var service: String? {
    var members: [String] = []
    if !contactDays.isEmpty {
      let norms = contactDays.map {
        "{ \"group\": \(JSONText.quoted($0.group)), \"intervalDays\": \(JSONText.number($0.days)) }"
      }
      members.append("\"norms\": [\(norms.joined(separator: ", "))]")
    }
    if let restPolicy { members.append("\"restPolicy\": { \"enabled\": \(restPolicy) }") }
    return members.isEmpty ? nil : "{ \(members.joined(separator: ", ")) }"
  }

  private var targets: [String] {
    var lines: [String] = []
    func add(_ name: String, _ value: Double, _ tolerance: Double, _ more: String = "") {
      lines.append(
        "\(JSONText.quoted(name)): { \(more)\"value\": \(JSONText.number(value)), \"tolerance\":"
          + " \(JSONText.number(tolerance)) }")
    }
    if let clients {
      let band = max(1, (Double(clients) * OwnFigures.stockTolerance).rounded())
      add("stock.clients", Double(clients), band)
      if groupShares.count == OwnFigures.groupNames.count {
        for (group, share) in zip(OwnFigures.groupNames, groupShares) {
          add(
            "stock-" + group, (Double(clients) * share).rounded(), band,
            "\"metric\": \"stock.clients\", \"group\": \(JSONText.quoted(group)), ")
        }
      }
    }
    for (metric, count) in [
      ("inflow.perYear", newBenefits), ("outflow.work.perYear", exitsToWork),
      ("outflow.subsidised.perYear", exitsToSubsidised),
      ("outflow.other.perYear", exitsForOther),
    ] {
      guard let count else { continue }
      add(metric, count, OwnFigures.tolerance(ofCount: count))
    }
    if let caseloads {
      add("caseload.perWorker.p10", caseloads.low, max(1, (caseloads.low / 10).rounded()))
      add("caseload.perWorker.p90", caseloads.high, max(1, (caseloads.high / 10).rounded()))
    }
    return lines
  }
}
