import SimulationKernel

/// Everything that depends on a group, gathered from the sections of a scenario in group order.
///
/// A trivially copyable record, so that the event loop reads it without reference counting.
struct GroupConstants {
  /// Lowest readiness of the group.
  var readinessFrom: Double
  /// Highest readiness of the group.
  var readinessTo: Double
  /// Minutes between contacts that the organisation aims at.
  var interval: Double
  /// Up to which draw, 0…1, a contact goes by each of the modes of `ContactModeKind.ofNorms`, in their order.
  var modesUpTo: SIMD4<Double>
  /// Mean length of a planned contact over the modes, preparation and wrap-up included, in minutes.
  var contactMinutes: Double
  /// Share of the group that the rest policy leaves alone.
  var restShare: Double
  /// Exits to regular work, per minute.
  var workRate: Double
  /// Exits to subsidised work, per minute.
  var subsidisedRate: Double
  /// Other exits, per minute.
  var otherRate: Double
  /// Added share of work exits under full attention; below 0 readiness decides.
  var contactEffectOnWork: Double
  /// Added share of other exits under full attention; below 0 readiness decides.
  var contactEffectOnOther: Double
  /// What the usual contact adds to attention, as the first talk with a client who is known.
  var usualYield: Double
  /// What the usual contact sees of a client's circumstances, against a talk in one room.
  var usualMode: Double

  /// Gathers the constants of all groups.
  ///
  /// - Precondition: every group has a norm and exit rates; the scenario reader checks this.
  static func table(of scenario: Scenario) -> [GroupConstants] {
    let groups = scenario.population.groups
    var result: [GroupConstants] = []
    for index in groups.indices {
      let name = groups[index].name
      guard let norm = scenario.service.norms.first(where: { $0.group == name }),
        let rates = scenario.outflow.rates.first(where: { $0.group == name })
      else { preconditionFailure("a group has no contact norm or no exit rates") }
      let perMinute = 1 / SimulationClock.minutesPerYear
      result.append(
        GroupConstants(
          readinessFrom: groups[index].readinessFrom,
          readinessTo: index + 1 < groups.count ? groups[index + 1].readinessFrom : 1,
          interval: norm.intervalDays * Double(SimulationClock.minutesPerDay),
          modesUpTo: modesUpTo(norm),
          contactMinutes: contactMinutes(norm, scenario.service),
          restShare: norm.restShare,
          workRate: rates.workPerYear * perMinute,
          subsidisedRate: rates.subsidisedPerYear * perMinute,
          otherRate: rates.otherPerYear * perMinute,
          contactEffectOnWork: rates.contactEffectOnWork,
          contactEffectOnOther: rates.contactEffectOnOther,
          usualYield: norm.usualYield(
            scenario.service, exponent: scenario.outflow.attention.lengthExponent),
          usualMode: norm.usualMode(scenario.service)))
    }
    return result
  }

  private static func modesUpTo(_ norm: ServiceNorm) -> SIMD4<Double> {
    var result = SIMD4<Double>()
    var sum = 0.0
    for (index, mode) in ContactModeKind.ofNorms.enumerated() {
      sum += norm.share(of: mode)
      result[index] = sum
    }
    return result
  }

  /// The mode of a contact, by a draw of 0…1; what no mode of a norm claims goes by e-mail.
  func mode(by draw: Double) -> ContactModeKind {
    for (index, mode) in ContactModeKind.ofNorms.enumerated() where draw < modesUpTo[index] {
      return mode
    }
    return .email
  }

  private static func contactMinutes(_ norm: ServiceNorm, _ service: ServiceSettings) -> Double {
    var minutes = 0.0
    for mode in ContactModeKind.ofNorms {
      minutes += norm.share(of: mode) * mode.terms(service).plannedMinutes
    }
    return minutes + norm.share(of: .email) * ContactModeKind.email.terms(service).plannedMinutes
  }

  /// The group that a readiness belongs to.
  static func index(ofReadiness readiness: Double, in table: [GroupConstants]) -> Int {
    var index = table.count - 1
    while index > 0 && readiness < table[index].readinessFrom { index -= 1 }
    return index
  }
}

extension ServiceNorm {
  /// What the usual mix of contacts adds to attention per contact, before repetition and knowledge.
  fileprivate func usualYield(_ service: ServiceSettings, exponent: Double) -> Double {
    var sum = 0.0
    for mode in ContactModeKind.ofNorms {
      let terms = mode.terms(service)
      guard terms.minutes > 0 else { continue }
      sum += share(of: mode) * (terms.attention * Elementary.pow(terms.minutes / 60, exponent))
    }
    return sum
  }

  /// The mean of what modes of contact see, at most all there is.
  fileprivate func usualMode(_ service: ServiceSettings) -> Double {
    var sum = 0.0
    for mode in ContactModeKind.ofNorms {
      sum += share(of: mode) * min(1, mode.terms(service).attention)
    }
    return sum
  }
}

extension Terms {
  /// Shares of a group's initial stock who are taken for one group lower and one group higher, where there is one.
  func mistaken(inGroup group: Int) -> (lower: Double, higher: Double) {
    let settings = scenario.population.groups[group]
    return (
      group > 0 ? settings.initialSeenLowerShare : 0,
      group + 1 < groups.count ? settings.initialSeenHigherShare : 0
    )
  }
}
