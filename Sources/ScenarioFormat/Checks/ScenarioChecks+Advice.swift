import CaseloadModel

extension ScenarioChecks {
  /// Replications below which the confidence intervals are too wide to rely on.
  static let fewReplications = 10

  /// Adds advice; only for a scenario without errors.
  mutating func advise() {
    adviseOnWarmUp()
    adviseOnReplications()
    adviseOnHours()
    adviseOnGroupsThatNobodyServes()
    adviseOnContradictions()
    adviseOnNames()
    adviseOnTargets()
  }

  private mutating func adviseOnWarmUp() {
    let warmUpDays =
      Double(scenario.time.warmUpMonths) * StaffingArithmetic.daysPerYear / 12
    var slowest = (path: "", days: 0.0)
    for (index, norm) in scenario.service.norms.enumerated() {
      if norm.intervalDays > slowest.days, restShare(index) < 1 {
        slowest = ("service.norms.\(norm.group).intervalDays", norm.intervalDays)
      }
      let rest = scenario.service.restPolicy.intervalDays
      if restShare(index) > 0, rest > slowest.days {
        slowest = ("service.restPolicy.intervalDays", rest)
      }
    }
    // A warm-up of whole months may fall short of the interval by less than half a month.
    guard warmUpDays + 15 < slowest.days else { return }
    let months = (slowest.days * 12 / StaffingArithmetic.daysPerYear).rounded(.up)
    add(
      .adviseWarmUp, "time.warmUpMonths",
      expected:
        "at least the slowest interval between contacts (\(slowest.path), "
        + "\(JSONText.number(slowest.days)) days, \(JSONText.number(months)) months)",
      found: "\(scenario.time.warmUpMonths) months")
  }

  private func restShare(_ index: Int) -> Double {
    StaffingArithmetic.restShare(
      scenario.service.norms[index], scenario,
      isHighest: index == scenario.service.norms.count - 1)
  }

  private mutating func adviseOnReplications() {
    guard scenario.replications < ScenarioChecks.fewReplications else { return }
    add(
      .adviseReplications, "replications",
      expected: "at least \(ScenarioChecks.fewReplications) for usable confidence intervals",
      found: "\(scenario.replications)")
  }

  private mutating func adviseOnHours() {
    let arithmetic = StaffingArithmetic(scenario)
    let available = StaffingArithmetic.decimal(arithmetic.availableHours, 0)
    if arithmetic.intakeHours > arithmetic.availableHours {
      add(
        .adviseIntakes, "staffing.fte",
        expected:
          "hours for clients (\(available) a year) that suffice for the intakes",
        found: "intakes of \(StaffingArithmetic.decimal(arithmetic.intakeHours, 0)) hours")
    } else if arithmetic.requiredHours > arithmetic.availableHours {
      add(
        .adviseNorms, "service.norms",
        expected: "norms within the \(available) hours a year for clients",
        found: "\(StaffingArithmetic.decimal(arithmetic.requiredHours, 0)) hours",
        hint:
          "the norms bind at \(StaffingArithmetic.decimal(arithmetic.clientsPerFteAtNorms, 0)) clients"
          + " per fte, and there are \(StaffingArithmetic.decimal(arithmetic.clientsPerFte, 0))")
    }
  }

  private mutating func adviseOnGroupsThatNobodyServes() {
    let days =
      Double(scenario.time.warmUpMonths + scenario.time.durationMonths)
      * StaffingArithmetic.daysPerYear / 12
    for (index, norm) in scenario.service.norms.enumerated() {
      let interval =
        restShare(index) >= 1 ? scenario.service.restPolicy.intervalDays : norm.intervalDays
      guard interval > days else { continue }
      add(
        .adviseNobodyServes, "service.norms.\(norm.group)",
        expected: "a contact within the run (\(StaffingArithmetic.decimal(days, 0)) days)",
        found: "one per \(JSONText.number(interval)) days")
    }
  }
}
