import CaseloadModel

extension PairedComparison {
  /// The metrics whose sum is the net cost of an organisation, in euro per year.
  public static let netCost: [Metric] = [.costStaff, .costInstruments, .costBenefits]

  /// The difference in the sum of several metrics over all clients, replication by replication.
  ///
  /// - Complexity: O(replications).
  public func difference(summing metrics: [Metric]) -> Difference {
    let columns = metrics.map { $0.rawValue * base.cellCount }
    let others = metrics.map { $0.rawValue * variant.cellCount }
    let rows = PairedComparison.pairs(base.finishedReplications, variant.finishedReplications)
    return PairedComparison.differences(
      rows.lazy.map { place in
        // A sum of euros a year: all replications have the same weight.
        Pair(
          base: [columns.reduce(0) { $0 + base.values[place.base][$1] }], baseWeights: [1],
          variant: [others.reduce(0) { $0 + variant.values[place.variant][$1] }],
          variantWeights: [1])
      }, cells: 1, comparisons: comparisons)[0]
  }
}
