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

  static let daysPerYear = StaffingNumbers.daysPerYear

  /// Staff of one kind who have clients of their own.
  public struct Supply: Sendable, Equatable {
    /// The role, for example "caseworkers".
    public var role: String
    /// Full-time equivalents.
    public var fte: Double
    /// Hours left for clients of one full-time equivalent a year.
    public var caseHoursPerFte: Double

    /// Hours left for clients a year.
    public var hours: Double { fte * caseHoursPerFte }
  }

  /// Staff who have clients of their own: the caseworkers first.
  public let supplies: [Supply]
  /// Clients in stock at the start.
  public let clients: Double
  /// Hours in office of one full-time equivalent a year, after holidays, leave and sickness.
  public let hoursInOfficePerFte: Double
  /// What is asked.
  public let demands: [Demand]
  /// Planned two-way contacts per client and year if every norm is met.
  public let contactsPerClientYear: Double
  /// Caseworkers by each way of staffing, whichever the scenario uses.
  public let fteByRule: [(rule: StaffingRule, fte: Double)]

  /// Full-time equivalents who have clients of their own.
  public var fte: Double { supplies.reduce(0) { $0 + $1.fte } }
  /// Hours left for clients of one full-time equivalent of caseworkers a year.
  public var caseHoursPerFte: Double { supplies.first?.caseHoursPerFte ?? 0 }
  /// Hours left for clients of all who have clients of their own a year.
  public var availableHours: Double { supplies.reduce(0) { $0 + $1.hours } }
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

  public static func == (first: StaffingArithmetic, second: StaffingArithmetic) -> Bool {
    first.supplies == second.supplies && first.demands == second.demands
      && first.clients == second.clients
  }

  /// Works out the hours of a scenario.
  public init(_ scenario: Scenario) {
    let staffing = scenario.staffing
    clients = Double(scenario.population.clients)
    let numbers = StaffingNumbers(scenario)
    hoursInOfficePerFte = numbers.hoursInOfficePerFte
    let caseHours = numbers.caseHoursPerFte
    fteByRule = StaffingRule.allCases.map { ($0, numbers.caseworkerFte(by: $0)) }
    let fte = numbers.caseworkerFte()
    var supplies = [Supply(role: "caseworkers", fte: fte, caseHoursPerFte: caseHours)]
    for role in staffing.roles where role.carriesCaseload {
      let share = max(0, 1 - role.administrationShare - role.sideTaskShare)
      supplies.append(
        Supply(role: role.name, fte: role.fte, caseHoursPerFte: hoursInOfficePerFte * share))
    }
    self.supplies = supplies
    var demands = [StaffingArithmetic.intakes(scenario)]
    var contacts = 0.0
    var contactsOfGroup: [Double] = []
    for (index, group) in scenario.population.groups.enumerated() {
      guard let norm = scenario.service.norms.first(where: { $0.group == group.name }) else {
        contactsOfGroup.append(0)
        continue
      }
      let isHighest = index == scenario.population.groups.count - 1
      let yearly = StaffingArithmetic.contactsPerYear(norm, scenario, isHighest: isHighest)
      let perYear =
        clients * yearly * StaffingArithmetic.servedShare(ofGroup: group, scenario.population)
      demands.append(
        Demand(
          task: "contacts, \(group.name)", perYear: perYear,
          minutesEach: StaffingArithmetic.minutes(norm, scenario.service)))
      let twoWay = min(1, StaffingArithmetic.twoWayShare(norm))
      contacts += perYear * twoWay
      contactsOfGroup.append(perYear * twoWay)
    }
    contactsPerClientYear = contacts / clients
    demands.append(
      Demand(
        task: "clients' requests",
        perYear: clients * scenario.service.requestsPerYear
          * (1 - numbers.taken { $0.requestsTaken }),
        minutesEach: scenario.service.request.minutes))
    demands += StaffingArithmetic.instruments(scenario, contactsOfGroup)
    self.demands = demands
  }

  /// The part of the initial stock in a group, over all segments, each weighted by how often it is seen against
  /// the norm.
  private static func servedShare(
    ofGroup group: ClientGroup, _ population: PopulationSettings
  ) -> Double {
    population.segments.reduce(0) { sum, segment in
      guard !segment.onRequestOnly else { return sum }
      return sum + segment.stockShare * segment.shares(of: group).stock / segment.intervalFactor
    }
  }

  /// Intakes of new clients and of those who come back: in a stock that keeps its size, the share of
  /// leavers who return is that of the people who come in.
  private static func intakes(_ scenario: Scenario) -> Demand {
    let returning = returningShare(scenario)
    let new = scenario.inflow.applicationsPerYear * scenario.inflow.grantedShare
    return Demand(
      task: "intakes", perYear: new / max(0.1, 1 - returning),
      minutesEach: scenario.diagnosis.meanIntakeMinutes
        + scenario.diagnosis.toolShare * scenario.diagnosis.toolMinutes
        + scenario.service.preparationMinutes)
  }

  /// The share of leavers who return, by the exit rates of the groups.
  private static func returningShare(_ scenario: Scenario) -> Double {
    let outflow = scenario.outflow
    let ever = { min(1, outflow.relapseShare * $0) }
    var (leaving, returning) = (0.0, 0.0)
    for (group, rates) in zip(scenario.population.groups, outflow.rates) {
      let work = rates.workPerYear + rates.subsidisedPerYear
      leaving +=
        group.stockShare * (work + rates.otherPerYear + outflow.pensionAndDeathPerYear)
      returning +=
        group.stockShare
        * (work * ever(outflow.relapseFactorWork) + rates.otherPerYear * ever(1))
    }
    return leaving > 0 ? returning / leaving : 0
  }

  /// Planned contacts per client and year of one group.
  static func contactsPerYear(_ norm: ServiceNorm, _ scenario: Scenario, isHighest: Bool) -> Double
  {
    let rest = restShare(norm, scenario, isHighest: isHighest)
    return (1 - rest) * daysPerYear / norm.intervalDays
      + rest * daysPerYear / scenario.service.restPolicy.intervalDays
  }

  /// The part of a group that is at rest.
  static func restShare(_ norm: ServiceNorm, _ scenario: Scenario, isHighest: Bool) -> Double {
    guard scenario.service.restPolicy.enabled else { return 0 }
    let older =
      scenario.service.restPolicy.restOlderClients && !isHighest
      ? scenario.population.olderShare : 0
    return 1 - (1 - norm.restShare) * (1 - older)
  }

  /// Mean minutes of a planned contact with the missed appointments that come before it.
  private static func minutes(_ norm: ServiceNorm, _ service: ServiceSettings) -> Double {
    var minutes = 0.0
    for mode in ContactModeKind.allCases {
      minutes += norm.share(of: mode) * mode.plannedMinutes(service)
    }
    let missed = service.noShowShare < 1 ? service.noShowShare / (1 - service.noShowShare) : 0
    return minutes + twoWayShare(norm) * missed * service.noShowMinutes
  }

  /// The share of a norm's contacts that are two-way personal contact.
  private static func twoWayShare(_ norm: ServiceNorm) -> Double {
    ContactModeKind.allCases.filter(\.isTwoWay).map(norm.share).reduce(0, +)
  }

  private static func instruments(_ scenario: Scenario, _ contacts: [Double]) -> [Demand] {
    let names = scenario.population.groups.map(\.name)
    let numbers = StaffingNumbers(scenario)
    return scenario.trajectories.instruments.flatMap { instrument -> [Demand] in
      guard let from = names.firstIndex(of: instrument.fromGroup),
        let to = names.firstIndex(of: instrument.toGroup), from <= to
      else { return [] }
      let proposals = contacts[from...to].reduce(0, +) * instrument.proposalShare
      let places = Double(instrument.places) * daysPerYear / instrument.durationDays
      var starts = min(proposals, places)
      if instrument.budgetPerYearEuro > 0, instrument.priceEuro > 0 {
        starts = min(starts, instrument.budgetPerYearEuro / instrument.priceEuro)
      }
      var demands = [
        Demand(
          task: "requests, \(instrument.name)",
          perYear: starts * (1 - numbers.taken { $0.trajectoryRequestsTaken }),
          minutesEach: instrument.requestMinutes)
      ]
      if instrument.assessmentMinutes > 0 {
        demands.append(
          Demand(
            task: "assessments, \(instrument.name)",
            perYear: starts * (1 - numbers.taken { $0.assessmentsTaken }),
            minutesEach: instrument.assessmentMinutes))
      }
      if instrument.followUpDays > 0 {
        demands.append(
          Demand(
            task: "progress talks, \(instrument.name)",
            perYear: starts * (instrument.durationDays / instrument.followUpDays).rounded(.down),
            minutesEach: instrument.followUpMinutes))
      }
      return demands
    }
  }

  /// The arithmetic as a table for people, about 70 characters wide.
  public var text: String {
    var lines = [
      StaffingArithmetic.row("hours in office per fte and year", hoursInOfficePerFte, 0), "",
      StaffingArithmetic.columns("staff with clients", "fte", "hours each", "hours"),
    ]
    for supply in supplies {
      lines.append(
        StaffingArithmetic.columns(
          supply.role, StaffingArithmetic.decimal(supply.fte, 1),
          StaffingArithmetic.decimal(supply.caseHoursPerFte, 0),
          StaffingArithmetic.decimal(supply.hours, 0)))
    }
    lines += [
      StaffingArithmetic.row("hours for clients available", availableHours, 0), "",
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
      "", "Caseworkers in fte, by each way of staffing",
    ]
    let words: [StaffingRule: String] = [
      .fte: "as the scenario states", .budget: "by budget", .normHours: "by norm hours per client",
      .caseloadNorm: "by clients per fte",
    ]
    for (rule, fte) in fteByRule {
      lines.append(StaffingArithmetic.row("  " + (words[rule] ?? "\(rule)"), fte, 1))
    }
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
