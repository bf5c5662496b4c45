import SimulationKernel

/// A figure over the sets of an ensemble, with both kinds of uncertainty.
///
/// All sets are run with the same replications, so set `k` in replication `r` gives `y[k][r] = m + a[k] + b[r] + e[k][r]`.
/// The part of the parameters is the variance of `a`, estimated as that of the sets' means less what `e` adds to it; the
/// part of chance is the variance of the mean over replications. A value that the organisation itself may have, whichever
/// set is the true one, then lies in `mean ± t √(possible (1 + 1/K) + chance)`, with Satterthwaite's degrees of freedom.
///
/// `possible` is the part of the parameters plus one standard error of its estimate, at most the variance of the sets' means
/// as they are. The part alone is often 0 where few replications leave the sets blurred by `e`, whatever `a` is: with it the
/// interval held 87 to 92 of 100 true values where `a` and the blur are of one size, with `possible` 96 to nearly 100. The whole is
/// at least as wide as each part too.
///
/// Source: two-way layout with random effects and the variance of its estimates, Searle, Casella and McCulloch 1992,
/// "Variance Components", chapter 4; Satterthwaite 1946, doi:10.2307/3002019.
package struct EnsembleEstimate: Sendable, Equatable {
  /// The mean over sets and replications.
  package let mean: Double
  /// The lower end of the 95 % interval with both kinds of uncertainty.
  package let low: Double
  /// The upper end of that interval.
  package let high: Double
  /// Half the width of the 95 % interval that chance alone would give.
  package let chanceHalfWidth: Double
  /// Half the width of the 95 % interval that the parameters alone would give.
  package let parameterHalfWidth: Double
  /// The mean of each set.
  package let setMeans: [Double]
  /// The part, 0…1, of the variance of the sets' means that chance within the sets makes; NaN when it cannot be told.
  package let blur: Double

  /// Whether chance within the sets makes as much of their differences as the parameters do, or more.
  package var isBlurred: Bool { blur >= 0.5 }

  /// The lowest mean of a set.
  package var lowest: Double { setMeans.min() ?? .nan }
  /// The highest mean of a set.
  package var highest: Double { setMeans.max() ?? .nan }
  /// Number of sets with a mean above zero.
  package var above: Int { setMeans.count { $0 > 0 } }
  /// Number of sets with a mean below zero.
  package var below: Int { setMeans.count { $0 < 0 } }

  /// Estimates from the values of sets (rows) in replications (columns); what is not finite in any set is left out
  /// in all.
  ///
  /// - Precondition: All rows have the same length.
  package init(_ values: [[Double]], within bounds: ClosedRange<Double>? = nil) {
    precondition(
      values.allSatisfy { $0.count == values[0].count }, "all sets have the same replications")
    let columns = (values.first ?? []).indices.filter { column in
      values.allSatisfy { $0[column].isFinite }
    }
    let rows = values.map { row in columns.map { row[$0] } }
    let sets = Double(rows.count)
    let replications = Double(columns.count)
    guard !rows.isEmpty, !columns.isEmpty else {
      mean = .nan
      low = .nan
      high = .nan
      chanceHalfWidth = .nan
      parameterHalfWidth = .nan
      blur = .nan
      setMeans = []
      return
    }
    let setMeans = rows.map { $0.reduce(0, +) / replications }
    let mean = setMeans.reduce(0, +) / sets
    let columnMeans = columns.indices.map { column in
      rows.reduce(0) { $0 + $1[column] } / sets
    }
    self.setMeans = setMeans
    self.mean = mean
    guard rows.count > 1, columns.count > 1 else {
      low = .nan
      high = .nan
      chanceHalfWidth = .nan
      parameterHalfWidth = .nan
      blur = .nan
      return
    }
    let ofSets = setMeans.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (sets - 1)
    let ofColumns = columnMeans.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (replications - 1)
    var left = 0.0
    for (row, setMean) in zip(rows, setMeans) {
      for (value, columnMean) in zip(row, columnMeans) {
        let residual = value - setMean - columnMean + mean
        left += residual * residual
      }
    }
    let interaction = left / ((sets - 1) * (replications - 1))
    let parts = Parts(
      ofSets: ofSets, setsFreedom: sets - 1, noise: interaction / replications,
      noiseFreedom: (sets - 1) * (replications - 1), chance: ofColumns / replications,
      chanceFreedom: replications - 1)
    blur = parts.blur
    chanceHalfWidth = parts.chanceHalfWidth
    parameterHalfWidth = parts.parameterHalfWidth
    low = max(mean - parts.halfWidth, bounds?.lowerBound ?? -.infinity)
    high = min(mean + parts.halfWidth, bounds?.upperBound ?? .infinity)
  }

  /// Estimates from the values of sets whose replications are all of their own, in whatever numbers.
  ///
  /// The part of the parameters is the variance of the sets' means less what chance adds to it, by the analysis of variance in one
  /// way; sets without a finite value are left out.
  init(independent values: [[Double]], within bounds: ClosedRange<Double>? = nil) {
    let rows = values.map { $0.filter(\.isFinite) }.filter { !$0.isEmpty }
    let count = rows.reduce(0) { $0 + $1.count }
    let means = rows.map { $0.reduce(0, +) / Double($0.count) }
    setMeans = means
    let mean = rows.joined().reduce(0, +) / Double(count)
    self.mean = mean
    let sets = Double(rows.count)
    let freedom = Double(count) - sets
    guard rows.count > 1, freedom > 0 else {
      low = .nan
      high = .nan
      chanceHalfWidth = .nan
      parameterHalfWidth = .nan
      blur = .nan
      return
    }
    let within = zip(rows, means).reduce(0) { sum, row in
      sum + row.0.reduce(0) { $0 + ($1 - row.1) * ($1 - row.1) }
    }
    let between = zip(rows, means).reduce(0) {
      $0 + Double($1.0.count) * ($1.1 - mean) * ($1.1 - mean)
    }
    let noise = within / freedom
    let squares = rows.reduce(0) { $0 + Double($1.count) * Double($1.count) }
    let perSet = (Double(count) - squares / Double(count)) / (sets - 1)
    let parts = Parts(
      ofSets: between / (sets - 1) / perSet, setsFreedom: sets - 1, noise: noise / perSet,
      noiseFreedom: freedom, chance: noise / Double(count), chanceFreedom: freedom)
    blur = parts.blur
    chanceHalfWidth = parts.chanceHalfWidth
    parameterHalfWidth = parts.parameterHalfWidth
    low = max(mean - parts.halfWidth, bounds?.lowerBound ?? -.infinity)
    high = min(mean + parts.halfWidth, bounds?.upperBound ?? .infinity)
  }
}

extension EnsembleEstimate {
  /// The parts of the variance, each with its degrees of freedom, and the intervals that they give.
  private struct Parts {
    /// The variance of the sets' means as they are.
    let ofSets: Double
    let setsFreedom: Double
    /// What chance within the sets adds to it.
    let noise: Double
    let noiseFreedom: Double
    /// The variance of the mean over all, by chance.
    let chance: Double
    let chanceFreedom: Double

    /// What the parameters make of the variance of the sets' means.
    private var parameters: Double { max(0, ofSets - noise) }

    /// The most that the parameters may well make of it: one standard error above the estimate.
    private var possible: Double {
      let variance = 2 * ofSets * ofSets / setsFreedom + 2 * noise * noise / noiseFreedom
      return min(ofSets, parameters + variance.squareRoot())
    }

    /// The variance that one more set would have about the mean of these.
    private func ofNewSet(_ variance: Double) -> Double { variance * (1 + 1 / (setsFreedom + 1)) }

    /// The part, 0…1, of the variance of the sets' means that chance within them makes.
    var blur: Double { ofSets > 0 ? min(1, noise / ofSets) : 0 }

    /// Half the width of the 95 % interval of chance alone.
    var chanceHalfWidth: Double { Parts.quantile(chanceFreedom) * chance.squareRoot() }

    /// Half the width of the 95 % interval of the parameters alone.
    var parameterHalfWidth: Double {
      Parts.quantile(setsFreedom) * ofNewSet(parameters).squareRoot()
    }

    /// Half the width of the 95 % interval with both.
    var halfWidth: Double {
      let spread = ofNewSet(possible)
      let total = spread + chance
      guard total > 0 else { return 0 }
      let freedom =
        total * total / (spread * spread / setsFreedom + chance * chance / chanceFreedom)
      return max(
        Parts.quantile(freedom) * total.squareRoot(), chanceHalfWidth, parameterHalfWidth)
    }

    private static func quantile(_ freedom: Double) -> Double {
      Elementary.studentTQuantile(0.975, degreesOfFreedom: freedom)
    }
  }
}
