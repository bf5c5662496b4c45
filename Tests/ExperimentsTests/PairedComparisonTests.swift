import CaseloadModel
import CaseloadTestSupport
import Testing

@testable import Experiments

@Suite struct PairedComparisonTests {
  /// A result whose cells all take the given value per replication.
  private func result(_ values: [Double?]) -> ExperimentResult {
    let runner = SyntheticReplications.runner {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      guard let value = values[replication] else { return nil }
      return SyntheticReplications.outcome(replication: replication, cellCount: 4) { _, group in
        value + Double(group)
      }
    }
    return SyntheticReplications.experiment(replications: values.count).run(with: runner)
  }

  @Test func differencesWorkedOutByHand() {
    // Differences 1, 2, 3: mean 2, standard deviation 1, t with 2 degrees of freedom 4.3027.
    let comparison = PairedComparison(
      base: result([10, 20, 30]), variant: result([11, 22, 33]), comparisons: 1)
    let difference = comparison.difference(.unseen6m)
    #expect(difference.base == 20 && difference.variant == 22)
    #expect(difference.estimate.mean == 2)
    #expect(difference.estimate.count == 3)
    #expect(abs(difference.estimate.halfWidth - 4.302652729749462 / 3.0.squareRoot()) < 1e-12)
    #expect(abs(difference.simultaneousHalfWidth - difference.estimate.halfWidth) < 1e-12)
    // Variances 100 and 121 unpaired, 1 paired.
    #expect(abs(difference.varianceReduction - 220.0 / 221) < 1e-12)
    #expect(!difference.isShown)
    #expect(comparison.difference(.unseen6m, group: 2).base == 22)
  }

  @Test func simultaneousIntervalsAreWider() {
    let comparison = PairedComparison(
      base: result([10, 20, 30]), variant: result([11, 22, 33]), comparisons: 10)
    // t with 2 degrees of freedom at 1 - 0.0025 is 14.089.
    let half = comparison.difference(.unseen6m).simultaneousHalfWidth
    #expect(abs(half - 14.08904727555 / 3.0.squareRoot()) < 1e-9)
  }

  @Test func onlyReplicationsOfBothSidesMakePairs() {
    let comparison = PairedComparison(
      base: result([10, nil, 30, 40]), variant: result([11, 22, nil, 44]), comparisons: 1)
    #expect(comparison.pairs == [0, 3])
    #expect(comparison.difference(.unseen6m).estimate.mean == 2.5)
  }

  @Test func undefinedValuesMakeNoPair() {
    let comparison = PairedComparison(
      base: result([10, .nan, 30]), variant: result([11, 22, .infinity]), comparisons: 1)
    let difference = comparison.difference(.unseen6m)
    #expect(difference.estimate.count == 1)
    #expect(difference.estimate.mean == 1 && difference.base == 10)
    #expect(!difference.isShown)
  }

  @Test func equalScenariosDoNotDiffer() {
    let comparison = PairedComparison(
      base: result([1, 2, 3]), variant: result([1, 2, 3]), comparisons: 1)
    let difference = comparison.difference(.unseen6m)
    #expect(difference.estimate.mean == 0 && difference.estimate.halfWidth == 0)
    #expect(difference.varianceReduction == 1)
    #expect(!difference.isShown)
  }

  /// All of ten simultaneous intervals hold together in at least 95 % of experiments.
  @Test func simultaneousIntervalsHoldTogether() {
    let experiments = 800
    let metrics = Metric.allCases.prefix(10)
    var together = 0
    for seed in 0..<UInt64(experiments) {
      var values: [[Double]] = []
      for replication in 0..<12 {
        values.append(
          metrics.map { metric in
            var generator = SplitMix(
              seed: seed, replication: replication, cell: metric.rawValue)
            return 0.3 + generator.normal()
          })
      }
      var quantiles = StudentQuantiles(confidence: 1 - 0.05 / Double(metrics.count))
      var moments = ColumnMoments(columns: metrics.count)
      for row in values { moments.add(row: row) }
      let estimates = moments.estimates(quantiles: &quantiles)
      if estimates.allSatisfy({ $0.low <= 0.3 && 0.3 <= $0.high }) { together += 1 }
    }
    // Bonferroni is a little cautious; three standard errors of 0.95 are 0.023.
    #expect(Double(together) / Double(experiments) > 0.927, "\(together) of \(experiments)")
    #expect(together < experiments)
  }

  @Test func pairingHelpsInTheEngine() {
    var scenario = Scenario()
    scenario.population.clients = 150
    scenario.inflow.applicationsPerYear = 50
    scenario.staffing.fte = 2
    scenario.time.warmUpMonths = 2
    scenario.time.durationMonths = 6
    var variant = scenario
    variant.staffing.administrationShare = 0.30
    let grid = ExperimentGrid(
      [scenario, variant].map { scenario in
        var experiment = Experiment(scenario: scenario, digest: "")
        experiment.replications = 8
        return experiment
      })
    let results = grid.run(with: ReplicationRunner(threads: 2))
    let comparison = PairedComparison(base: results[0], variant: results[1], comparisons: 1)
    #expect(comparison.pairs.count == 8)
    #expect(comparison.difference(.inflowPerYear).varianceReduction > 0.5)
    #expect(comparison.difference(.timeAdministration).estimate.mean < 0)
  }
}

@Suite struct ExperimentGridTests {
  @Test func aGridGivesWhatItsExperimentsGiveAlone() {
    var experiments: [Experiment] = []
    for (index, replications) in [3, 2, 7, 4].enumerated() {
      experiments.append(
        SyntheticReplications.experiment(seed: UInt64(index), replications: replications))
    }
    for threads in [1, 2, 5] {
      let runner = SyntheticReplications.runner(threads: threads)
      let results = ExperimentGrid(experiments).run(with: runner)
      for (experiment, result) in zip(experiments, results) {
        let alone = experiment.run(with: SyntheticReplications.runner(threads: 1))
        let isEqual =
          result.values == alone.values && result.estimates == alone.estimates
          && result.series == alone.series
        #expect(isEqual, "threads \(threads), seed \(experiment.seed)")
        #expect(!result.isPartial)
      }
    }
  }

  @Test func oneReplicationIsEnough() {
    let experiment = SyntheticReplications.experiment(replications: 1)
    let results = ExperimentGrid([experiment, experiment]).run(
      with: SyntheticReplications.runner())
    #expect(results.map(\.finishedReplications) == [[0], [0]])
    let alone = experiment.run(with: SyntheticReplications.runner())
    #expect(alone.finishedReplications == [0] && alone.values == results[1].values)
  }

  @Test func aBrokenLawIsReportedAtItsExperiment() {
    let runner = SyntheticReplications.runner {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if seed == 1, replication == 2 {
        throw InvariantViolation(
          law: .clientsBalance, seed: seed, replication: replication, minute: 0, entity: -1,
          expected: 0, found: 1)
      }
      return try SyntheticReplications.normal(scenario, seed, replication, isCancelled)
    }
    let results = ExperimentGrid(
      (0..<3).map { SyntheticReplications.experiment(seed: $0, replications: 5) }
    ).run(with: runner)
    #expect(results.map { $0.violation != nil } == [false, true, false])
    #expect(results[0].finishedReplications.count == 5)
    #expect(results[1].finishedReplications == [0, 1])
    #expect(results[2].finishedReplications.isEmpty)
  }
}
