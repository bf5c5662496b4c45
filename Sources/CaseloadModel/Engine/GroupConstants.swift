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
  /// Cumulative shares of the modes: face to face, phone, video.
  var faceToFaceUpTo: Double
  /// See `faceToFaceUpTo`.
  var phoneUpTo: Double
  /// See `faceToFaceUpTo`.
  var videoUpTo: Double
  /// See `faceToFaceUpTo`; what remains goes by e-mail.
  var groupUpTo: Double
  /// Share of the group that the rest policy leaves alone.
  var restShare: Double
  /// Exits to regular work, per minute.
  var workRate: Double
  /// Exits to subsidised work, per minute.
  var subsidisedRate: Double
  /// Other exits, per minute.
  var otherRate: Double
  /// Added share of work exits right after a contact.
  var contactEffectOnWork: Double
  /// Added share of other exits right after a contact.
  var contactEffectOnOther: Double

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
          faceToFaceUpTo: norm.faceToFaceShare,
          phoneUpTo: norm.faceToFaceShare + norm.phoneShare,
          videoUpTo: norm.faceToFaceShare + norm.phoneShare + norm.videoShare,
          groupUpTo: norm.faceToFaceShare + norm.phoneShare + norm.videoShare + norm.groupShare,
          restShare: norm.restShare,
          workRate: rates.workPerYear * perMinute,
          subsidisedRate: rates.subsidisedPerYear * perMinute,
          otherRate: rates.otherPerYear * perMinute,
          contactEffectOnWork: rates.contactEffectOnWork,
          contactEffectOnOther: rates.contactEffectOnOther))
    }
    return result
  }

  /// The group that a readiness belongs to.
  static func index(ofReadiness readiness: Double, in table: [GroupConstants]) -> Int {
    var index = table.count - 1
    while index > 0 && readiness < table[index].readinessFrom { index -= 1 }
    return index
  }
}
