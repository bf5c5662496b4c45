import SimulationKernel
import Testing

@testable import CaseloadModel

/// Relations between runs that hold whatever the parameters are worth, tested on the mean of paired
/// differences over seeds: a harmful sign must not exceed three standard errors.
@Suite struct MetamorphicTests {
  private static let seeds: ClosedRange<UInt64> = 1...8

  /// Runs of a scenario, one per seed.
  private static func runs(_ scenario: Scenario) throws -> [ReplicationOutcome] {
    try seeds.map { try #require(try simulate(scenario, seed: $0, replication: 0)) }
  }

  /// Mean and standard error of `variant - base` for a metric, with common random numbers.
  private func difference(
    _ metric: Metric, base: [ReplicationOutcome], variant: [ReplicationOutcome]
  ) -> (mean: Double, error: Double) {
    let gaps = zip(base, variant).map { $1[metric, 0] - $0[metric, 0] }
    let n = Double(gaps.count)
    let mean = gaps.reduce(0, +) / n
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return (mean, (variance / n).squareRoot())
  }

  /// The runs of the variant, which are not worse than those of the base.
  @discardableResult
  private func expectNoHarm(
    _ name: String, base: [ReplicationOutcome], variant: Scenario,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [ReplicationOutcome] {
    let runs = try Self.runs(variant)
    for (metric, sign) in [
      (Metric.unseen6m, 1.0), (.knowledgeNotInView, 1), (.knowledgeCurrency, -1),
    ] {
      let gap = difference(metric, base: base, variant: runs)
      #expect(
        sign * gap.mean <= 3 * gap.error + 1e-4,
        "\(name): \(metric.id) moved by \(gap.mean) +- \(gap.error)", sourceLocation: sourceLocation
      )
    }
    return runs
  }

  private var busy: Scenario { Self.busy }
  private static let busy = TinyWorld.small(clients: 400, fte: 2.5)
  /// The runs that most variants are compared with.
  private static let busyRuns = Result { try runs(busy) }

  @Test func moreStaffDoesNoHarm() throws {
    var variant = busy
    variant.staffing.fte = 5
    let base = try Self.busyRuns.get()
    let runs = try expectNoHarm("twice the staff", base: base, variant: variant)
    // And it helps where capacity binds.
    let gap = difference(.unseen6m, base: base, variant: runs)
    #expect(gap.mean < -3 * gap.error, "unseen moved by \(gap.mean) +- \(gap.error)")
  }

  @Test func lessAdministrationDoesNoHarm() throws {
    var variant = busy
    variant.staffing.administrationShare = 0.20
    try expectNoHarm("administration 20 %", base: Self.busyRuns.get(), variant: variant)
  }

  @Test func shorterTasksDoNoHarm() throws {
    var variant = busy
    variant.service.registrationMinutes = 10
    variant.service.preparationMinutes = 10
    try expectNoHarm("shorter tasks", base: Self.busyRuns.get(), variant: variant)
  }

  @Test func betterRegistrationDoesNoHarm() throws {
    var variant = busy
    variant.knowledge.registrationCompleteness = 1
    variant.knowledge.registrationSpread = 0
    try expectNoHarm("full registration", base: Self.busyRuns.get(), variant: variant)
  }

  @Test func lowerTurnoverDoesNoHarm() throws {
    var base = busy
    base.staffing.turnoverPerYear = 0.8
    var variant = busy
    variant.staffing.turnoverPerYear = 0
    try expectNoHarm("no turnover", base: Self.runs(base), variant: variant)
  }

  @Test func supportStaffDoesNoHarm() throws {
    var variant = busy
    variant.staffing.roles = [
      StaffRole(
        name: "support", fte: 0.5, administrationTaken: 0.3, registrationTaken: 0.5,
        emailsTaken: 1)
    ]
    try expectNoHarm("support staff", base: Self.busyRuns.get(), variant: variant)
  }

  @Test func aCampaignByExternalsDoesNoHarm() throws {
    var variant = busy
    variant.interventions.campaigns = [
      Campaign(
        name: "inView", date: busy.time.start.adding(days: 200), durationDays: 182,
        externalFte: 1)
    ]
    let base = try Self.busyRuns.get()
    let runs = try expectNoHarm("campaign by externals", base: base, variant: variant)
    let gap = difference(.unseen12m, base: base, variant: runs)
    #expect(gap.mean < -3 * gap.error, "unseen for a year moved by \(gap.mean) +- \(gap.error)")
  }

  @Test func withoutRestPolicyFewerClientsAreUnseenWhenThereIsRoom() throws {
    var base = TinyWorld.small(clients: 400, fte: 8)
    base.service.restPolicy.enabled = true
    var variant = base
    variant.service.restPolicy.enabled = false
    let gap = try difference(
      .unseen6m, base: Self.runs(base), variant: Self.runs(variant))
    #expect(gap.mean < -3 * gap.error)
  }

  @Test func doublingClientsAndStaffLeavesRatesUnchanged() throws {
    // One departure among four workers weighs more than one among eight, so nobody leaves here.
    var base = TinyWorld.small(clients: 400, fte: 4)
    base.staffing.turnoverPerYear = 0
    var double = TinyWorld.small(clients: 800, fte: 8)
    double.staffing.turnoverPerYear = 0
    let (runs, others) = (try Self.runs(base), try Self.runs(double))
    for metric in [Metric.unseen6m, .knowledgeCurrency, .outflowTotal, .contactPerClientYear] {
      let gap = difference(metric, base: runs, variant: others)
      // Student's t of few seeds: 4 standard errors are passed once in a hundred by chance, 7 hardly.
      #expect(abs(gap.mean) <= 7 * gap.error, "\(metric.id) moved by \(gap.mean) +- \(gap.error)")
    }
  }
}
