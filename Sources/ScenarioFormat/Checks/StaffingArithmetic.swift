import CaseloadModel

/// Hours that workers have and hours that the norms ask, worked out without a simulation.
///
/// Method: required hours are the sum over kinds of work of cases times standard time, and a full-time
/// equivalent offers its hours in office less administration and side tasks (evidence O-060, O-082).
/// Queues, sickness at the wrong moment and overruns are left to the simulation.
public struct StaffingArithmetic: Sendable, Equatable {
  /// Work of one kind in a year.
  public struct Demand: Sendable, Equatable {
    /// What is done, for example "contacts, care".
    public var task: String
    /// How often a year.
    public var perYear: Double
    /// Minutes of a worker's time for each.
    public var minutesEach: Double

    /// Hours a year.
    public var hours: Double { perYear * minutesEach / 60 }
  }

  /// Weekdays in a year of the Gregorian calendar: 365.2425 x 5 / 7.
  static let weekdaysPerYear = 365.2425 * 5 / 7
  /// Dutch public holidays that fall on weekdays, on average of the years 2010 to 2030.
  static let holidaysPerYear = 6.8
  static let daysPerYear = 365.2425

  /// Full-time equivalents.
  public let fte: Double
  /// Clients in stock at the start.
  public let clients: Double
  /// Hours in office of one full-time equivalent a year, after holidays, leave and sickness.
  public let hoursInOfficePerFte: Double
  /// Hours left for clients of one full-time equivalent a year.
  public let caseHoursPerFte: Double
  /// What is asked.
  public let demands: [Demand]
  /// Planned two-way contacts per client and year if every norm is met.
  public let contactsPerClientYear: Double

  /// Hours left for clients of all workers a year.
  public var availableHours: Double { fte * caseHoursPerFte }
  /// Hours that norms, intakes, requests and instruments ask a year.
  public var requiredHours: Double { demands.reduce(0) { $0 + $1.hours } }
  /// Hours that intakes alone ask a year.
  public var intakeHours: Double { demands.first?.hours ?? 0 }
  /// Required over available hours.
  public var load: Double { requiredHours / availableHours }
  /// Clients per full-time equivalent.
  public var clientsPerFte: Double { clients / fte }
  /// Clients per full-time equivalent at which the norms ask exactly the hours that are there.
  public var clientsPerFteAtNorms: Double { clientsPerFte / load }

  /// Works out the hours of a scenario.
  public init(_ scenario: Scenario) {
    let staffing = scenario.staffing
    fte = staffing.fte
    clients = Double(scenario.population.clients)
    let days =
      max(
        0,
        StaffingArithmetic.weekdaysPerYear - StaffingArithmetic.holidaysPerYear
          - staffing.leaveDaysPerYear) * (1 - staffing.sicknessShare)
    hoursInOfficePerFte = days * staffing.fullTimeHoursPerWeek / 5
    caseHoursPerFte =
      hoursInOfficePerFte * max(0, 1 - staffing.administrationShare - staffing.sideTaskShare)
    var demands = [StaffingArithmetic.intakes(scenario)]
    var contacts = 0.0
    var contactsOfGroup: [Double] = []
    for (index, group) in scenario.population.groups.enumerated() {
      guard let norm = scenario.service.norms.first(where: { $0.group == group.name }) else {
        contactsOfGroup.append(0)
        continue
      }
      let isHighest = index == scenario.population.groups.count - 1
      let perYear =
        clients * group.stockShare
        * StaffingArithmetic.contactsPerYear(norm, scenario, isHighest: isHighest)
      demands.append(
        Demand(
          task: "contacts, \(group.name)", perYear: perYear,
          minutesEach: StaffingArithmetic.minutes(norm, scenario.service)))
      let twoWay = min(1, norm.faceToFaceShare + norm.phoneShare + norm.videoShare)
      contacts += perYear * twoWay
      contactsOfGroup.append(perYear * twoWay)
    }
    contactsPerClientYear = contacts / clients
    demands.append(
      Demand(
        task: "clients' requests", perYear: clients * scenario.service.requestsPerYear,
        minutesEach: scenario.service.request.minutes))
    demands += StaffingArithmetic.instruments(scenario, contactsOfGroup)
    self.demands = demands
  }

  private static func intakes(_ scenario: Scenario) -> Demand {
    Demand(
      task: "intakes",
      perYear: scenario.inflow.applicationsPerYear * scenario.inflow.grantedShare,
      minutesEach: scenario.diagnosis.intakeMinutes
        + scenario.diagnosis.toolShare * scenario.diagnosis.toolMinutes
        + scenario.service.preparationMinutes)
  }

  /// Planned contacts per client and year of one group.
  static func contactsPerYear(_ norm: ServiceNorm, _ scenario: Scenario, isHighest: Bool) -> Double {
    let rest = restShare(norm, scenario, isHighest: isHighest)
    return (1 - rest) * daysPerYear / norm.intervalDays
      + rest * daysPerYear / scenario.service.restPolicy.intervalDays
  }

  /// The part of a group that is at rest.
  static func restShare(_ norm: ServiceNorm, _ scenario: Scenario, isHighest: Bool) -> Double {
    guard scenario.service.restPolicy.enabled else { return 0 }
    let older =
      scenario.service.restPolicy.restOlderClients && !isHighest ? scenario.population.olderShare : 0
    return 1 - (1 - norm.restShare) * (1 - older)
  }

  /// Mean minutes of a planned contact with the missed appointments that come before it.
  private static func minutes(_ norm: ServiceNorm, _ service: ServiceSettings) -> Double {
    let email = max(0, 1 - norm.faceToFaceShare - norm.phoneShare - norm.videoShare)
    let contact =
      norm.faceToFaceShare * service.faceToFace.minutes + norm.phoneShare * service.phone.minutes
      + norm.videoShare * service.video.minutes + email * service.email.minutes
    let missed = service.noShowShare < 1 ? service.noShowShare / (1 - service.noShowShare) : 0
    return contact + service.preparationMinutes + (1 - email) * missed * service.noShowMinutes
  }

  private static func instruments(_ scenario: Scenario, _ contacts: [Double]) -> [Demand] {
    let names = scenario.population.groups.map(\.name)
    return scenario.trajectories.instruments.compactMap { instrument in
      guard let from = names.firstIndex(of: instrument.fromGroup),
        let to = names.firstIndex(of: instrument.toGroup), from <= to
      else { return nil }
      let proposals = contacts[from...to].reduce(0, +) * instrument.proposalShare
      let places = Double(instrument.places) * daysPerYear / instrument.durationDays
      return Demand(
        task: "requests, \(instrument.name)", perYear: min(proposals, places),
        minutesEach: instrument.requestMinutes)
    }
  }

  /// The arithmetic as a table for people, about 70 characters wide.
  public var text: String {
    var lines = [
      StaffingArithmetic.row("full-time equivalents", fte, 1),
      StaffingArithmetic.row("hours in office per fte and year", hoursInOfficePerFte, 0),
      StaffingArithmetic.row("hours for clients per fte and year", caseHoursPerFte, 0),
      StaffingArithmetic.row("hours for clients available", availableHours, 0),
      "",
      StaffingArithmetic.columns("work", "per year", "minutes", "hours"),
    ]
    for demand in demands {
      lines.append(
        StaffingArithmetic.columns(
          demand.task, StaffingArithmetic.decimal(demand.perYear, 0),
          StaffingArithmetic.decimal(demand.minutesEach, 1),
          StaffingArithmetic.decimal(demand.hours, 0)))
    }
    lines += [
      StaffingArithmetic.row("hours required", requiredHours, 0),
      "",
      StaffingArithmetic.row("required over available, percent", load * 100, 0),
      StaffingArithmetic.row("clients per fte", clientsPerFte, 1),
      StaffingArithmetic.row("clients per fte at which the norms bind", clientsPerFteAtNorms, 1),
      StaffingArithmetic.row("planned contacts per client and year", contactsPerClientYear, 2),
      StaffingArithmetic.row(
        "of these within the hours available", contactsPerClientYear * min(1, 1 / load), 2),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ label: String, _ value: Double, _ digits: Int) -> String {
    columns(label, "", "", decimal(value, digits))
  }

  private static func columns(_ a: String, _ b: String, _ c: String, _ d: String) -> String {
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    let head = b.isEmpty && c.isEmpty ? left(a, 60) : left(a, 38) + right(b, 11) + right(c, 11)
    return head + right(d, 12)
  }

  /// A number with a fixed count of digits after the point, rounded half away from zero.
  static func decimal(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "-" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int64((abs(value) * scale).rounded())
    let whole = scaled / Int64(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(whole) }
    let fraction = String(scaled % Int64(scale))
    return sign + String(whole) + "."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
