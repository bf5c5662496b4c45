import CaseloadModel

// Policies that contradict each other: each value is possible, together they do not do what they say.
extension ScenarioChecks {
  /// Warns of policies that cannot have the effect they are meant to have.
  mutating func adviseOnContradictions() {
    adviseOnGroups()
    adviseOnRest()
    adviseOnInstruments()
    adviseOnVacancies()
    adviseOnInterventions()
    adviseOnSettings()
    adviseOnRoles()
    adviseOnWays()
    adviseOnSpells()
    adviseOnEffects()
  }

  mutating func contradiction(_ path: String, _ expected: String, _ found: String) {
    add(.adviseContradiction, path, expected: expected, found: found)
  }

  private mutating func adviseOnGroups() {
    let population = scenario.population
    let longest = population.initialLongestYears
    if population.initialDurationYears >= 0, longest != PopulationSettings().initialLongestYears {
      contradiction(
        "population.initialLongestYears",
        "an initialDurationYears below 0, because a stated mean takes no notice of a longest time",
        JSONText.number(longest))
    }
    let groups = population.groups
    if let lowest = groups.first, lowest.initialSeenLowerShare > 0 {
      contradiction(
        "population.groups.\(lowest.name).initialSeenLowerShare",
        "0, because no group is lower", JSONText.number(lowest.initialSeenLowerShare))
    }
    if let highest = groups.last, highest.initialSeenHigherShare > 0 {
      contradiction(
        "population.groups.\(highest.name).initialSeenHigherShare",
        "0, because no group is higher", JSONText.number(highest.initialSeenHigherShare))
    }
  }

  private mutating func adviseOnRest() {
    let policy = scenario.service.restPolicy
    guard policy.enabled else { return }
    for norm in scenario.service.norms where norm.intervalDays > policy.intervalDays {
      contradiction(
        "service.norms.\(norm.group).intervalDays",
        "an interval no longer than that of clients at rest "
          + "(\(JSONText.number(policy.intervalDays)) days)",
        "\(JSONText.number(norm.intervalDays)) days")
    }
    let isNobodyAtRest =
      !policy.restOlderClients && scenario.service.norms.allSatisfy { $0.restShare == 0 }
    if isNobodyAtRest {
      contradiction(
        "service.restPolicy.enabled", "somebody whom the rest policy leaves alone",
        "a restShare of 0 in every group")
    }
  }

  /// Groups between two names, in order of readiness, that have clients at all.
  private func hasClients(from: String, to: String, segments: [String]) -> Bool {
    guard let low = groupNames.firstIndex(of: from), let high = groupNames.firstIndex(of: to),
      low <= high
    else { return true }
    let inside = Set(groupNames[low...high])
    return scenario.population.segments.contains { segment in
      guard segments.isEmpty || segments.contains(segment.name),
        segment.stockShare + segment.inflowShare > 0
          || scenario.population.segments.contains(where: { $0.nextSegment == segment.name })
      else { return false }
      // Readiness drifts, so every group gets clients in time; only when it cannot change do the
      // shares decide.
      if scenario.population.readinessChangeSpread > 0 { return true }
      if segment.groups.isEmpty {
        return scenario.population.groups.contains {
          inside.contains($0.name) && $0.stockShare + $0.inflowShare > 0
        }
      }
      return segment.groups.contains {
        inside.contains($0.group) && $0.stockShare + $0.inflowShare > 0
      }
    }
  }

  private func hasRegister(_ segments: [String]) -> Bool {
    scenario.population.segments.contains {
      (segments.isEmpty || segments.contains($0.name)) && $0.registerShare > 0
    }
  }

  private mutating func adviseOnInstruments() {
    for instrument in scenario.trajectories.instruments where instrument.proposalShare > 0 {
      let path = "trajectories.instruments.\(instrument.name)"
      if !hasClients(
        from: instrument.fromGroup, to: instrument.toGroup, segments: instrument.segments)
      {
        contradiction("\(path).fromGroup", "groups and segments with clients", "none")
      }
      if instrument.registerOnly && !hasRegister(instrument.segments) {
        contradiction(
          "\(path).registerOnly", "clients in the register (population.segments.registerShare)",
          "none in the segments of the instrument")
      }
      if instrument.places == 0 {
        contradiction("\(path).places", "places, or a proposalShare of 0", "0")
      }
      if instrument.budgetPerYearEuro > 0, instrument.budgetPerYearEuro < instrument.priceEuro {
        contradiction(
          "\(path).budgetPerYearEuro",
          "money for one start at least (\(JSONText.number(instrument.priceEuro)) euro)",
          "\(JSONText.number(instrument.budgetPerYearEuro)) euro")
      }
    }
  }

  private mutating func adviseOnVacancies() {
    for stream in scenario.labourMarket.vacancies where stream.perYear > 0 {
      let path = "labourMarket.vacancies.\(stream.name)"
      if stream.registerOnly && !hasRegister([]) {
        contradiction(
          "\(path).registerOnly", "clients in the register (population.segments.registerShare)",
          "none")
      }
      if stream.headStartDays > stream.holdingDays {
        contradiction(
          "\(path).headStartDays",
          "no more days than the vacancy is held (\(JSONText.number(stream.holdingDays)))",
          JSONText.number(stream.headStartDays))
      }
    }
  }

  private mutating func adviseOnInterventions() {
    let interventions = scenario.interventions
    let end = scenario.time.end.dayNumber
    for (name, date) in interventionDates where date.dayNumber >= end {
      contradiction(
        "interventions.\(name).date", "a day before the end of the run", date.isoText)
    }
    for change in interventions.changes where change.set.isEmpty {
      contradiction("interventions.changes.\(change.name).set", "values to set", "none")
    }
    for campaign in interventions.campaigns where campaign.followUpDays > 0 {
      let longest = scenario.service.norms.map(\.intervalDays).max() ?? 0
      guard campaign.followUpDays > longest, !scenario.service.restPolicy.enabled else { continue }
      contradiction(
        "interventions.campaigns.\(campaign.name).followUpDays",
        "an interval shorter than that of some group", JSONText.number(campaign.followUpDays))
    }
  }

  /// A role that carries everybody leaves nobody to the caseworkers.
  private mutating func adviseOnRoles() {
    for role in scenario.staffing.roles
    where role.carriesCaseload && role.segments.isEmpty && role.groups.isEmpty && !role.restOnly
      && role.clientShare == 1
    {
      contradiction(
        "staffing.roles.\(role.name).carriesCaseload",
        "segments, groups, restOnly or a clientShare below 1, so that caseworkers have clients too",
        "a role that carries all clients")
    }
  }

  private mutating func adviseOnSpells() {
    let population = scenario.population
    if population.heterogeneityCorrelation > 0,
      population.exitHeterogeneity == 0 || population.otherHeterogeneity == 0
    {
      // Factors without spread cannot go together; the value that everybody has by default is no mistake.
      if population.heterogeneityCorrelation != PopulationSettings().heterogeneityCorrelation {
        contradiction(
          "population.heterogeneityCorrelation",
          "a spread of both factors (exitHeterogeneity, otherHeterogeneity)",
          "0 for one of them")
      }
    }
    for segment in population.segments
    where segment.partTimeBenefitShare >= 0 && scenario.outflow.partTimeStartsPerYear == 0 {
      contradiction(
        "population.segments.\(segment.name).partTimeBenefitShare",
        "part-time work (outflow.partTimeStartsPerYear above 0)", "none")
    }
    for transfer in population.transfers where transfer.perYear > 0 {
      let isLeft = population.segments.contains {
        $0.name == transfer.from && $0.stockShare == 0 && $0.inflowShare == 0
      }
      let isReached =
        population.segments.contains {
          $0.nextSegment == transfer.from || $0.returnSegment == transfer.from
        } || population.transfers.contains { $0.to == transfer.from && $0.perYear > 0 }
      if isLeft && !isReached {
        contradiction(
          "population.transfers.\(transfer.name).from", "a segment with clients",
          "\"\(transfer.from)\", which has none")
      }
    }
  }

  private mutating func adviseOnSettings() {
    let service = scenario.service
    if service.planning == .sweep, let shortest = service.norms.map(\.intervalDays).min(),
      Double(service.sweepDays) > shortest
    {
      contradiction(
        "service.sweepDays",
        "sweeps at least as often as the shortest norm (\(JSONText.number(shortest)) days)",
        "\(service.sweepDays) days")
    }
    if scenario.caseload.specialisation == .segment, scenario.population.segments.count == 1 {
      contradiction("caseload.specialisation", "several segments to divide", "one segment")
    }
    if scenario.staffing.rule != .fte, scenario.caseload.capPerFte > 0,
      scenario.caseload.capPerFte < scenario.caseload.normPerFte
    {
      contradiction(
        "caseload.capPerFte", "at least normPerFte", JSONText.number(scenario.caseload.capPerFte))
    }
  }
}
