import CaseloadModel
import ScenarioFormat
import Testing

@testable import Experiments

/// What a variant of a sector comes to in organisations of one kind.
@Suite struct SectorEffectTests {
  private func sector(count: Int, name: String = "town") throws -> (Sector, Scenario) {
    let text = """
      {"name": "s", "organisations": {
        "members": [{"name": "\(name)", "count": \(count), "drawn": true}],
        "draws": [{"name": "size", "key": "population.clients", "distribution": "uniform",
          "low": 100, "high": 900}]}}
      """
    let document = ScenarioDocument.read(Array(text.utf8), path: "s.json")
    return (try #require(document.sector), try #require(document.scenario))
  }

  /// A result in which an organisation has a value by its position and the replication.
  private func result(
    count: Int, name: String = "town", replications: Range<Int> = 0..<3,
    _ value: @escaping @Sendable (Int, Int) -> Double
  ) throws -> ExperimentResult {
    let (sector, base) = try sector(count: count, name: name)
    var experiment = Experiment(scenario: base, sector: sector, digest: "d")
    experiment.replications = replications.upperBound
    let seeds = sector.organisations.map { $0.seed(in: base.seed) }
    let simulator: Simulator = {
      (scenario, seed, replication, _) throws(InvariantViolation) in
      guard replications.contains(replication) else { return nil }
      let position = seeds.firstIndex(of: seed) ?? 0
      return SyntheticReplications.outcome(
        replication: replication, cellCount: scenario.metricGroupNames.count + 1
      ) { _, _ in value(position, replication) }
    }
    return experiment.run(with: ReplicationRunner(threads: 1, simulator: simulator))
  }

  @Test func quartersHaveAsManyOrganisationsEach() throws {
    let (eight, _) = try sector(count: 8)
    let quarters = SectorEffects.quarters(eight, by: "size")
    #expect(quarters.map(\.name) == (1...4).map { "quarter \($0)" })
    #expect(quarters.map(\.positions.count) == [2, 2, 2, 2])
    let ranked = quarters.map { quarter in
      quarter.positions.map { eight.organisations[$0].quantity("size") ?? -1 }.sorted()
    }
    #expect(ranked.flatMap { $0 } == ranked.flatMap { $0 }.sorted())
    // Of three organisations none is in the lowest quarter, and one in each of the others.
    let (three, _) = try sector(count: 3)
    #expect(
      SectorEffects.quarters(three, by: "size").map(\.name)
        == ["quarter 2", "quarter 3", "quarter 4"])
    // Without the quantity all are alike, and keep their order.
    #expect(
      SectorEffects.quarters(eight, by: "none").map(\.positions)
        == [[0, 1], [2, 3], [4, 5], [6, 7]])
  }

  @Test func differencesAreMeansOverTheOrganisationsOfAClass() throws {
    let base = try result(count: 3) { position, replication in
      position == 2 && replication == 1 ? .nan : Double(10 * position + replication)
    }
    let variant = try result(count: 3) { position, replication in
      Double(11 * position + 2 * replication)
    }
    let effects = try #require(SectorEffects(base: base, variant: variant))
    let all = SectorEffects.Class(by: "subset", name: "all", positions: [0, 1, 2])
    // Organisations differ by 0, 1 and 2, and by the replication: means 1, 1.5 of two, and 3.
    let effect = effects.effect(.unseen6m, in: all)
    #expect(effect.count == 3)
    #expect(abs(effect.mean - (1 + 1.5 + 3) / 3) < 1e-12)
    let last = SectorEffects.Class(by: "subset", name: "last", positions: [2])
    #expect(effects.effect(.unseen6m, in: last).count == 2)
    #expect(effects.effect(.unseen6m, in: last).mean == 3)
    #expect(effects.classes.contains { $0.by == "clients" })
    #expect(effects.classes.contains { $0.by == "clientsPerFte" })
  }

  @Test func onlyTheSameOrganisationsAreCompared() throws {
    let base = try result(count: 3) { position, _ in Double(position) }
    #expect(SectorEffects(base: base, variant: base) != nil)
    let others = try result(count: 3, name: "city") { position, _ in Double(position) }
    #expect(SectorEffects(base: base, variant: others) == nil)
    let more = try result(count: 4) { position, _ in Double(position) }
    #expect(SectorEffects(base: base, variant: more) == nil)
    let none = try result(count: 3, replications: 1..<1) { _, _ in 0 }
    #expect(SectorEffects(base: base, variant: none) == nil)
    let single = SyntheticReplications.experiment(replications: 3)
      .run(with: SyntheticReplications.runner())
    #expect(SectorEffects(base: base, variant: single) == nil)
  }
}
