import SimulationKernel
import Testing

@testable import CaseloadModel

/// Relations between runs that hold whatever the parameters are worth, tested on the mean of paired
/// differences over seeds: a harmful sign must not exceed three standard errors.
@Suite struct MetamorphicTests {
  private static let seeds: ClosedRange<UInt64> = 1...8

  /// Mean and standard error of `variant - base` for a metric, with common random numbers.
  private func difference(
    _ metric: Metric, base: Scenario, variant: Scenario
  ) throws -> (mean: Double, error: Double) {
    var sum = 0.0
    var squares = 0.0
    for seed in Self.seeds {
      let first = try #require(try simulate(base, seed: seed, replication: 0))
      let second = try #require(try simulate(variant, seed: seed, replication: 0))
      let gap = second[metric, 0] - first[metric, 0]
      sum += gap
      squares += gap * gap
    }
    let n = Double(Self.seeds.count)
    let mean = sum / n
    let variance = max(0, (squares - n * mean * mean) / (n - 1))
    return (mean, (variance / n).squareRoot())
  }

  private func expectNoHarm(
    _ name: String, base: Scenario, variant: Scenario,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (metric, sign) in [
      (Metric.unseen6m, 1.0), (.knowledgeNotInView, 1), (.knowledgeCurrency, -1),
    ] {
      let gap = try difference(metric, base: base, variant: variant)
      #expect(
        sign * gap.mean <= 3 * gap.error + 1e-4,
        "\(name): \(metric.id) moved by \(gap.mean) +- \(gap.error)", sourceLocation: sourceLocation
      )
    }
  }

  private var busy: Scenario { TinyWorld.small(clients: 400, fte: 2.5) }

  @Test func moreStaffDoesNoHarm() throws {
    var variant = busy
    variant.staffing.fte = 5
    try expectNoHarm("twice the staff", base: busy, variant: variant)
    // And it helps where capacity binds.
    let gap = try difference(.unseen6m, base: busy, variant: variant)
    #expect(gap.mean < -3 * gap.error, "unseen moved by \(gap.mean) +- \(gap.error)")
  }

  @Test func lessAdministrationDoesNoHarm() throws {
    var variant = busy
    variant.staffing.administrationShare = 0.20
    try expectNoHarm("administration 20 %", base: busy, variant: variant)
  }

  @Test func shorterTasksDoNoHarm() throws {
    var variant = busy
    variant.service.registrationMinutes = 10
    variant.service.preparationMinutes = 10
    try expectNoHarm("shorter tasks", base: busy, variant: variant)
  }

  @Test func betterRegistrationDoesNoHarm() throws {
    var variant = busy
    variant.knowledge.registrationCompleteness = 1
    variant.knowledge.registrationSpread = 0
    try expectNoHarm("full registration", base: busy, variant: variant)
  }

  @Test func lowerTurnoverDoesNoHarm() throws {
    var base = busy
    base.staffing.turnoverPerYear = 0.8
    var variant = busy
    variant.staffing.turnoverPerYear = 0
    try expectNoHarm("no turnover", base: base, variant: variant)
  }

  @Test func supportStaffDoesNoHarm() throws {
    var variant = busy
    variant.staffing.roles = [
      StaffRole(
        name: "support", fte: 0.5, administrationTaken: 0.3, registrationTaken: 0.5,
        emailsTaken: 1)
    ]
    try expectNoHarm("support staff", base: busy, variant: variant)
  }

  @Test func aCampaignByExternalsDoesNoHarm() throws {
    var variant = busy
    variant.interventions.campaigns = [
      Campaign(
        name: "inView", date: busy.time.start.adding(days: 200), durationDays: 182,
        externalFte: 1)
    ]
    try expectNoHarm("campaign by externals", base: busy, variant: variant)
    let gap = try difference(.unseen12m, base: busy, variant: variant)
    #expect(gap.mean < -3 * gap.error, "unseen for a year moved by \(gap.mean) +- \(gap.error)")
  }

  @Test func withoutRestPolicyFewerClientsAreUnseenWhenThereIsRoom() throws {
    var base = TinyWorld.small(clients: 400, fte: 8)
    base.service.restPolicy.enabled = true
    var variant = base
    variant.service.restPolicy.enabled = false
    let gap = try difference(.unseen6m, base: base, variant: variant)
    #expect(gap.mean < -3 * gap.error)
  }

  @Test func doublingClientsAndStaffLeavesRatesUnchanged() throws {
    // One departure among four workers weighs more than one among eight, so nobody leaves here.
    var base = TinyWorld.small(clients: 400, fte: 4)
    base.staffing.turnoverPerYear = 0
    var double = TinyWorld.small(clients: 800, fte: 8)
    double.staffing.turnoverPerYear = 0
    for metric in [Metric.unseen6m, .knowledgeCurrency, .outflowTotal, .contactPerClientYear] {
      let gap = try difference(metric, base: base, variant: double)
      #expect(abs(gap.mean) <= 4 * gap.error, "\(metric.id) moved by \(gap.mean) +- \(gap.error)")
    }
  }
}
