import CaseloadModel
import CaseloadTestSupport
import Foundation
import ScenarioFormat
import Testing

@testable import Experiments

@Suite struct SectorResultTests {
  private static func sector(count: Int, sizes: String = "") throws -> (Sector, Scenario) {
    let text = """
      {"name": "s", "organisations": {
        "members": [{"name": "o", "count": \(count), "drawn": true}],
        "draws": [{"name": "size", "key": "population.clients", "distribution": "uniform",
          "low": 100, "high": 900}],
        "shares": [{"name": "half", "condition": "unseen.6m.share >= 0.5"},
          {"name": "small", "condition": "size < 500"}]}}
      """
    let document = ScenarioDocument.read(Array(text.utf8), path: "s.json")
    return (try #require(document.sector), try #require(document.scenario))
  }

  /// An outcome of two groups with a value and a weight for all cells, but for those given by metric.
  private func outcome(
    value: Double, weight: Double, _ cells: [Metric: (Double, Double)] = [:]
  ) -> ReplicationOutcome {
    var values: [Double] = []
    var weights: [Double] = []
    for metric in Metric.allCases {
      let (own, denominator) = cells[metric] ?? (value, weight)
      values += [own, own]
      weights += [denominator, denominator]
    }
    return ReplicationOutcome(
      replication: 0, cellCount: 2, observationCount: 1, observationDays: [15_372],
      values: values, weights: weights, series: values, seriesWeights: weights, events: 3,
      clientYears: 2)
  }

  @Test func organisationsArePooledOverTheirClients() {
    let a = outcome(
      value: 0.5, weight: 2,
      [
        .stockClients: (300, 12), .caseloadPerFte: (100, 12), .costStaff: (7, 1),
        .caseloadPerWorkerP50: (9, 12),
      ])
    let b = outcome(
      value: 0, weight: 1,
      [
        .stockClients: (600, 12), .caseloadPerFte: (60, 12), .costStaff: (5, 1),
        .caseloadPerWorkerP50: (8, 12),
      ])
    var sums = PooledSums(a, groups: [0, 1])
    sums.add(PooledSums(b, groups: [0, 1]))
    let pooled = sums.outcome(replication: 4, cellCount: 2, organisations: 2)
    #expect(pooled.replication == 4 && pooled.events == 6 && pooled.clientYears == 4)
    // 0.5 of 2 and 0 of 1 are 1 of 3.
    #expect(pooled[.unseen6m, 0] == 1.0 / 3)
    #expect(pooled[.unseen6m, 1] == 1.0 / 3)
    // Persons and euros add up; what is below the line is the time of one organisation.
    #expect(pooled[.stockClients, 0] == 900 && pooled[.costStaff, 0] == 12)
    #expect(pooled.weights[Metric.stockClients.rawValue * 2] == 12)
    // 300 clients on 3 fte and 600 on 10 are 900 on 13.
    #expect(abs(pooled[.caseloadPerFte, 0] - 900.0 / 13) < 1e-9)
    // A median of all together does not follow from medians.
    #expect(pooled[.caseloadPerWorkerP50, 0].isNaN)
    #expect(pooled.series[Metric.unseen6m.rawValue * 2] == 1.0 / 3)
  }

  @Test func anOrganisationWithoutTheQuantityCountsForNothing() {
    var sums = PooledSums(outcome(value: 0.5, weight: 2), groups: [0])
    sums.add(PooledSums(outcome(value: .nan, weight: 0), groups: [0]))
    let pooled = sums.outcome(replication: 0, cellCount: 1, organisations: 2)
    #expect(pooled[.unseen6m, 0] == 0.5)
    #expect(pooled.weights[Metric.unseen6m.rawValue] == 2)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 100]) func theOrderOfOrganisationsChangesNoBit(count: Int)
    throws
  {
    var generator = SplitMix(seed: 5, replication: count, cell: 0)
    let outcomes = (0..<count).map { _ in
      outcome(value: generator.uniform(), weight: generator.uniform() + 0.1)
    }
    var expected: [UInt64] = []
    for attempt in 0..<6 {
      let reduction = SectorReduction(organisations: count, replication: 0)
      let order =
        attempt == 0 ? Array(0..<count) : (0..<count).shuffled(using: &generator)
      var whole: SectorOutcome?
      for (done, organisation) in order.enumerated() {
        #expect(whole == nil, "the whole comes with the last organisation")
        whole = reduction.add(outcomes[organisation], at: organisation, groups: [0, 1])
        if attempt == 0 {
          // In order, one total waits per level at most.
          let levels = Int.bitWidth - (done + 1).leadingZeroBitCount
          #expect(reduction.waitingCount <= levels)
        }
      }
      let found = try #require(whole)
      let bits = found.outcome.values.map(\.bitPattern) + found.outcome.series.map(\.bitPattern)
      if attempt == 0 { expected = bits }
      #expect(bits == expected)
      #expect(found.organisations?.values.count == count * Metric.allCases.count)
      #expect(reduction.waitingCount == 0)
    }
  }

  /// Totals that wait take as much memory each as an outcome, so they may not grow with the organisations.
  @Test func fewTotalsWait() throws {
    let text = """
      {"organisations": {"members": [{"name": "o", "count": 700, "drawn": true}],
        "draws": [{"name": "size", "key": "population.clients", "distribution": "logNormal",
          "value": 390, "spread": 1.44, "low": 60, "high": 40000}]}}
      """
    let sector = try #require(ScenarioDocument.read(Array(text.utf8), path: "s.json").sector)
    let order = SectorWork.order(of: sector)
    #expect(order.sorted() == Array(0..<700))
    let sizes = order.map { sector.organisations[$0].scenario.population.clients }
    #expect(sizes[0] == sizes.max())
    let large = sizes.count { $0 > sector.clients / 128 }
    #expect((1...40).contains(large) && sizes.prefix(large).min()! > sector.clients / 128)
    let reduction = SectorReduction(organisations: 700, replication: 0)
    var most = 0
    for organisation in order {
      _ = reduction.add(outcome(value: 1, weight: 1), at: organisation, groups: [0, 1])
      most = max(most, reduction.waitingCount)
    }
    #expect(most <= large + 10, "\(most) totals waited")
  }

  /// A simulator whose values depend on seed and replication alone.
  private static let simulator: Simulator = {
    (scenario, seed, replication, _) throws(InvariantViolation) in
    var generator = SplitMix(seed: seed, replication: replication, cell: 1)
    let count = scenario.metricGroupNames.count + 1
    let base = Double(scenario.population.clients) / 1_000
    let values = (0..<Metric.allCases.count * count).map { _ in
      base + 0.1 * generator.uniform()
    }
    return ReplicationOutcome(
      replication: replication, cellCount: count, observationCount: 1, observationDays: [15_372],
      values: values, series: values, events: 1, clientYears: 1)
  }

  private func bits(_ estimates: [Estimate]) -> [[UInt64]] {
    estimates.map { [$0.mean.bitPattern, $0.standardDeviation.bitPattern, UInt64($0.count)] }
  }

  @Test func threadsAndOrderChangeNoBit() throws {
    let (sector, base) = try SectorResultTests.sector(count: 13)
    var experiment = Experiment(scenario: base, sector: sector, digest: "d")
    experiment.replications = 5
    var results: [ExperimentResult] = []
    for threads in [1, 2, 5] {
      let runner = ReplicationRunner(threads: threads, simulator: SectorResultTests.simulator)
      results.append(experiment.run(with: runner))
      results.append(
        ExperimentGrid([experiment, experiment]).run(with: runner)[1])
    }
    for result in results {
      #expect(result.finishedReplications == [0, 1, 2, 3, 4])
      let isEqual = bits(result.estimates) == bits(results[0].estimates)
      #expect(isEqual && bits(result.series) == bits(results[0].series))
      let organisations = try #require(result.organisations)
      #expect(organisations.values == results[0].organisations?.values)
      #expect(result.events == 65)
    }
    // Each organisation has what its own scenario gives with the root it has.
    let table = try #require(results[0].organisations).table()
    for position in [0, 4, 12] {
      let own = sector.organisations[position]
      let alone = try #require(
        try SectorResultTests.simulator(own.scenario, own.seed(in: base.seed), 3) { false })
      #expect(
        Array(table.values(.unseen6m, organisation: position))[3] == alone[.unseen6m, 0])
    }
    let sizes = sector.organisations.map { $0.quantity("size")! }
    #expect(
      table.shares(sector.shares[1])
        == Array(repeating: Double(sizes.count { $0 < 500 }) / 13, count: 5))
  }

  @Test func aBrokenLawIsThatOfTheFirstReplication() throws {
    let (sector, base) = try SectorResultTests.sector(count: 4)
    var experiment = Experiment(scenario: base, sector: sector, digest: "d")
    experiment.replications = 6
    let seeds = [
      2: sector.organisations[1].seed(in: base.seed),
      4: sector.organisations[0].seed(in: base.seed),
    ]
    for threads in [1, 3] {
      let simulator: Simulator = {
        (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
        if seeds[replication] == seed {
          throw InvariantViolation(
            law: .clientsBalance, seed: seed, replication: replication, minute: 1, entity: 0,
            expected: 1, found: 2)
        }
        return try SectorResultTests.simulator(scenario, seed, replication, isCancelled)
      }
      let runner = ReplicationRunner(threads: threads, simulator: simulator)
      let result = experiment.run(with: runner)
      #expect(result.violation?.replication == 2)
      #expect(result.finishedReplications == [0, 1])
    }
  }

  // MARK: - Between organisations

  /// A table of one metric from values by organisation and replication.
  private func table(_ rows: [[Double]]) throws -> OrganisationTable {
    let (sector, base) = try SectorResultTests.sector(count: rows.count)
    var experiment = Experiment(scenario: base, sector: sector, digest: "d")
    experiment.replications = rows[0].count
    let seeds = sector.organisations.map { $0.seed(in: base.seed) }
    let simulator: Simulator = {
      (scenario, seed, replication, _) throws(InvariantViolation) in
      let count = scenario.metricGroupNames.count + 1
      let value = rows[seeds.firstIndex(of: seed)!][replication]
      let values = Array(repeating: value, count: Metric.allCases.count * count)
      return ReplicationOutcome(
        replication: replication, cellCount: count, observationCount: 1,
        observationDays: [15_372], values: values, series: values, events: 1, clientYears: 1)
    }
    let runner = ReplicationRunner(threads: 1, simulator: simulator)
    return try #require(experiment.run(with: runner).organisations).table()
  }

  @Test func varianceIsDividedAsByHand() throws {
    // Means 2 and 5: the variance of means is 4.5, that within is (2 + 8) / 2 = 5, so 4.5 - 5 / 2 between.
    let table = try table([[1, 3], [3, 7]])
    let parts = table.variance(.unseen6m)
    #expect(parts.within == 5 && parts.between == 2)
    #expect(parts.shareBetween == 2.0 / 7)
    // Without persistent differences nothing lies between.
    #expect(try self.table([[1, 3], [3, 1]]).variance(.unseen6m).between == 0)
    #expect(try self.table([[1], [2]]).variance(.unseen6m).within.isNaN)
    let found = table.distribution(.unseen6m)
    #expect(found.mean.mean == 3.5 && found.p50.mean == 3.5)
    #expect(abs(found.p10.mean - (1.2 + 3.4) / 2) < 1e-12)
    #expect(table.shares(.unseen6m, try #require(SectorCondition("x >= 3"))) == [0.5, 1])
  }

  @Test func ranksSayWhatTheyDoNotKnow() throws {
    // Far apart, nearly without chance: every rank is certain.
    let sure = try table([[30, 30.01], [10, 10.01], [20, 20.01]])
    #expect(
      sure.ranks(.costStaff) == [
        OrganisationRank(rank: 3, low: 3, high: 3), OrganisationRank(rank: 1, low: 1, high: 1),
        OrganisationRank(rank: 2, low: 2, high: 2),
      ])
    // Two that chance does not tell apart, and one that stands above both.
    let unsure = try table([[1, 2, 1, 2], [2, 1, 2, 1.1], [900, 901, 900, 901]])
    #expect(
      unsure.ranks(.costStaff) == [
        OrganisationRank(rank: 1, low: 1, high: 2), OrganisationRank(rank: 2, low: 1, high: 2),
        OrganisationRank(rank: 3, low: 3, high: 3),
      ])
    // One replication tells nothing of ranks.
    let single = try table([[1], [2]])
    #expect(single.ranks(.costStaff).allSatisfy { $0?.low == 1 && $0?.high == 2 })
  }

  @Test func metricsSayHowTheyArePooled() {
    #expect(MetricCatalog[.unseen6m].pooling == .ratio)
    #expect(MetricCatalog[.stockClients].pooling == .total)
    #expect(MetricCatalog[.costStaff].pooling == .total)
    #expect(MetricCatalog[.inflowPerYear].pooling == .total)
    #expect(MetricCatalog[.caseloadPerFte].pooling == .clientsPerStaff)
    #expect(MetricCatalog[.caseloadPerWorkerP90].pooling == .none)
    #expect(MetricCatalog[.contactSinceLastP50].pooling == .none)
  }
}
