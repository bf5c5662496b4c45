import CaseloadModel
import Foundation
import Testing

@testable import Experiments

@Suite struct ReplicationValuesTests {
  private func row(_ number: Int) -> [Double] {
    [Double(number), -Double(number) / 3, number % 2 == 0 ? .nan : 0.1]
  }

  @Test func rowsAreTheSameInMemoryAndInAFile() {
    // With a limit of 12 numbers every fourth row moves three before it, and itself, to the file.
    let small = ReplicationValueStore(limit: 12)
    let large = ReplicationValueStore()
    for number in 0..<50 {
      small.add(row(number))
      large.add(row(number))
      for position in [0, number / 2, number] {
        let isEqual = small.row(position).map(\.bitPattern) == row(position).map(\.bitPattern)
        #expect(isEqual, "row \(position) after \(number)")
      }
    }
    let rows = ReplicationValues(small)
    #expect(rows.count == 50)
    #expect(
      rows.map { $0.map(\.bitPattern) } == ReplicationValues(large).map { $0.map(\.bitPattern) })
  }

  @Test func manyReplicationsGiveTheSameComparisonAsTheirValues() {
    // 2,000 rows of all cells are more than memory holds, so both sides are read back from files.
    let experiments = [1, 1].map {
      SyntheticReplications.experiment(seed: $0, replications: 2_000)
    }
    let quick = SyntheticReplications.runner {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      SyntheticReplications.outcome(replication: replication, cellCount: 6) { metric, group in
        Double(metric.rawValue + group) + Double(replication % 10)
      }
    }
    var scenario = experiments[0].scenario
    let group = scenario.population.groups[0]
    scenario.population.groups = Array(repeating: group, count: 5)
    let grid = ExperimentGrid(
      experiments.map {
        var experiment = $0
        experiment.scenario = scenario
        return experiment
      }, keepsSeries: false)
    let results = grid.run(with: quick)
    #expect(results[0].values.count * results[0].values[0].count > 1 << 19)
    let comparison = PairedComparison(base: results[0], variant: results[1], comparisons: 1)
    let difference = comparison.difference(.unseen6m, group: 5)
    #expect(difference.estimate.mean == 0 && difference.estimate.count == 2_000)
    let cell = Metric.unseen6m.rawValue + 5
    #expect(abs(difference.base - Double(cell) - 4.5) < 1e-9)
  }

  @Test func valuesAreLeftOutWhenNobodyNeedsThem() {
    let grid = ExperimentGrid(
      [SyntheticReplications.experiment(replications: 3)], keepsSeries: false, keepsValues: false)
    let result = grid.run(with: SyntheticReplications.runner())[0]
    #expect(result.values.isEmpty && result.series.isEmpty)
    #expect(result.estimate(.unseen6m).count == 3)
  }
}
