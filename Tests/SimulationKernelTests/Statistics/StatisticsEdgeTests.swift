import SimulationKernel
import Testing

/// Statistics where formulas divide by nothing, cancel, or meet what is not a number.
@Suite struct StatisticsEdgeTests {
  @Test func aSmallSpreadAroundALargeValueDoesNotCancel() {
    // Half of the time one above 1e8: a variance of a quarter.
    var length = TimeWeightedStatistics(at: 0, value: 1e8)
    length.change(to: 1e8 + 1, at: 1)
    #expect(length.variance(to: 2) == 0.25)
    #expect(length.mean(to: 2) == 1e8 + 0.5)
    // One in a million off around 1e12, many times over.
    var many = TimeWeightedStatistics(at: 0, value: 1e12)
    for step in 1...2_000 { many.change(to: 1e12 + Double(step % 2), at: Double(step)) }
    #expect((many.variance(to: 2_001) - 0.25).magnitude < 1e-4)
    // A value that does not change has no variance, and no negative one.
    var constant = TimeWeightedStatistics(at: 0, value: 0.1)
    for step in 1...50 {
      constant.change(to: 0.1, at: Double(step) * 0.3)
      #expect(constant.variance(to: Double(step) * 0.3 + 0.4) == 0)
    }
  }

  /// The variance by its definition, in two passes, over random steps of very different lengths.
  @Test func varianceAgreesWithItsDefinition() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var draws = RandomStream(seed: seed, replication: 0, purpose: 0, entity: 0)
      var found = TimeWeightedStatistics(at: 3, value: 5)
      var steps: [(value: Double, length: Double)] = []
      var (time, value) = (3.0, 5.0)
      for _ in 0..<200 {
        let length =
          draws.integer(below: 4) == 0
          ? 0
          : LogNormal(
            mean: 2, coefficientOfVariation: 3
          ).sample(using: &draws)
        steps.append((value, length))
        time += length
        value = Normal(mean: 1_000, standardDeviation: 2).sample(using: &draws)
        found.change(to: value, at: time)
      }
      steps.append((value, 2))
      time += 2
      let whole = steps.reduce(0) { $0 + $1.length }
      let mean = steps.reduce(0) { $0 + $1.value * $1.length } / whole
      let variance =
        steps.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.length } / whole
      #expect((found.mean(to: time) / mean - 1).magnitude < 1e-12, "seed \(seed)")
      #expect((found.variance(to: time) / variance - 1).magnitude < 1e-9, "seed \(seed)")
    }
  }

  @Test func stretchesWithoutLengthCountForTheMaximumAlone() {
    var length = TimeWeightedStatistics(at: 1, value: 0)
    #expect(length.mean(to: 1).isNaN && length.variance(to: 1).isNaN)
    length.change(to: 1e300, at: 1)
    length.change(to: 2, at: 1)
    #expect(length.mean(to: 3) == 2 && length.variance(to: 3) == 0)
    #expect(length.maximum == 1e300)
    length.restart(at: 3)
    #expect(length.maximum == 2 && length.mean(to: 3).isNaN)
    length.change(to: 4, at: 4)
    // One unit of 2 and three of 4 since the restart.
    #expect(length.mean(to: 7) == 3.5 && length.variance(to: 7) == 0.75)
  }

  @Test func aValueThatIsNotANumberShows() {
    for values in [[.nan, 1, 2], [1, .nan, 2], [1, 2, .nan]] as [[Double]] {
      let found = RunningStatistics(values)
      #expect(found.mean.isNaN && found.variance.isNaN, "\(values)")
      #expect(found.minimum.isNaN && found.maximum.isNaN, "\(values)")
      var merged = RunningStatistics([5])
      merged.merge(found)
      #expect(merged.mean.isNaN && merged.minimum.isNaN && merged.maximum.isNaN, "\(values)")
      #expect(sampleQuantile(values, 0.5).isNaN, "\(values)")
    }
    let infinite = RunningStatistics([.infinity])
    #expect(infinite.mean == .infinity && infinite.variance.isNaN)
  }

  @Test func mergingWithNothingChangesNothing() {
    let some = RunningStatistics([1e200, 2e200, 3.3e200])
    var (left, right) = (some, RunningStatistics())
    left.merge(RunningStatistics())
    right.merge(some)
    #expect(left == some && right == some)
    #expect(RunningStatistics(repeating: 3, count: 4) == RunningStatistics([3, 3, 3, 3]))
    #expect(RunningStatistics(repeating: 3, count: 0) == RunningStatistics())
  }

  @Test func oneValueHasNoIntervalAndWrongLevelsStop() async {
    let one = ConfidenceInterval(RunningStatistics([3]))
    #expect(one.mean == 3 && one.halfWidth.isNaN && !one.contains(3))
    let same = ConfidenceInterval(RunningStatistics([3, 3, 3]))
    #expect(same.halfWidth == 0 && same.contains(3))
    await #expect(processExitsWith: .failure) {
      _ = ConfidenceInterval(RunningStatistics([1, 2]), level: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = ConfidenceInterval(RunningStatistics([1, 2]), level: -0.5)
    }
  }

  /// Every edge belongs to the bin above it, whatever rounding does on the way there.
  @Test func edgesOfAHistogramBelongToTheBinAbove() {
    for (low, high, bins) in [(0.0, 1.0, 100), (0.1, 0.7, 6), (-3, 4.2, 77), (1e15, 1e15 + 3, 24)] {
      for bin in 0..<bins {
        var histogram = Histogram(from: low, to: high, bins: bins)
        let edge = histogram.edge(bin)
        let isAlone = bin == bins - 1 || histogram.edge(bin + 1) > edge
        histogram.add(edge)
        histogram.add(edge.nextDown)
        #expect(!isAlone || histogram.counts[bin] == 1, "edge \(bin) of \(low) to \(high)")
        #expect(histogram.count == 2 && histogram.below == (bin == 0 ? 1 : 0))
      }
    }
    var histogram = Histogram(from: 0, to: 1, bins: 3)
    for value in [-Double.infinity, -0.0, 1.0.nextDown, 1, .infinity] { histogram.add(value) }
    #expect(histogram.counts == [1, 0, 1] && histogram.below == 1 && histogram.above == 2)
  }

  @Test func histogramsRefuseWhatTheyCanNotPlace() async {
    await #expect(processExitsWith: .failure) { _ = Histogram(from: 1, to: 1, bins: 3) }
    await #expect(processExitsWith: .failure) { _ = Histogram(from: 0, to: .infinity, bins: 3) }
    await #expect(processExitsWith: .failure) { _ = Histogram(from: -1e308, to: 1e308, bins: 3) }
    await #expect(processExitsWith: .failure) { _ = Histogram(from: 0, to: 1, bins: 0) }
    await #expect(processExitsWith: .failure) {
      var histogram = Histogram(from: 0, to: 1, bins: 3)
      histogram.add(.nan)
    }
  }

  @Test func sketchesOfFewValues() {
    var sketch = QuantileSketch(relativeError: 0.05)
    sketch.add(3.3)
    for p in [0, 0.5, 1] { #expect(sketch.quantile(p) == 3.3) }
    #expect(
      sketch.quantile(-0.1).isNaN && sketch.quantile(1.1).isNaN && sketch.quantile(.nan).isNaN)
    // 0.07 of 100 values is the seventh, although 0.07 * 100 is above 7.
    var hundred = QuantileSketch(relativeError: 0.0001)
    for value in 1...100 { hundred.add(Double(value)) }
    for rank in 1...100 {
      let found = hundred.quantile(Double(rank) / 100)
      #expect((found / Double(rank) - 1).magnitude < 0.000_101, "rank \(rank)")
    }
    #expect(hundred.minimum == 1 && hundred.maximum == 100)
  }

  @Test func sketchesOfExtremeValues() {
    for value in [
      0, Double.leastNonzeroMagnitude, 1e-13, 1e-12, 1e-300, 1, 1e300,
      Double.greatestFiniteMagnitude,
    ] {
      for error in [0.0001, 0.01, 0.5, 0.999] {
        var sketch = QuantileSketch(relativeError: error)
        for other in [value, value / 2, value] { sketch.add(other) }
        let found = sketch.quantile(0.9)
        #expect(found.isFinite && found <= value, "\(value) within \(error)")
        if value >= 1e-12 {
          #expect(found >= value * (1 - error) * 0.999, "\(value) within \(error)")
        }
      }
    }
  }

  @Test func sketchesRefuseErrorsThatCostMoreThanTheValues() async {
    await #expect(processExitsWith: .failure) { _ = QuantileSketch(relativeError: 1e-17) }
    await #expect(processExitsWith: .failure) { _ = QuantileSketch(relativeError: 1) }
    await #expect(processExitsWith: .failure) {
      var sketch = QuantileSketch()
      sketch.add(-1)
    }
  }

  @Test func quantilesBetweenExtremeValues() {
    #expect(sampleQuantile([1, .infinity], 0) == 1)
    #expect(sampleQuantile([1, .infinity], 0.5) == .infinity)
    #expect(sampleQuantile([-.infinity, 1], 0.5) == -.infinity)
    #expect(sampleQuantile([-.infinity, 1], 1) == 1)
    #expect(sampleQuantile([.infinity, .infinity], 0.5) == .infinity)
    #expect(sampleQuantile([-1.5e308, 1.5e308], 0.5) == 0)
    // Ties: every quantile between equal values is that value.
    #expect(sampleQuantile([2, 2, 2, 5], 0.6) == 2)
  }

  @Test func mser5DoesNotCancelAndTellsWhatItCanNot() throws {
    var draws = RandomStream(seed: 3, replication: 0, purpose: 0, entity: 0)
    var values: [Double] = []
    for index in 0..<400 {
      values.append((index < 60 ? 20 : 0) + Normal.standard(using: &draws))
    }
    let cut = try #require(WarmUp.mser5(values))
    #expect((60...120).contains(cut))
    // The same at a height at which squares have no digit left.
    #expect(WarmUp.mser5(values.map { $0 + 1e9 }) == cut)
    #expect(WarmUp.mser5(values + [.nan, 1, 1, 1, 1]) == nil)
    #expect(WarmUp.mser5(Array(repeating: 7, count: 40)) == 0)
    #expect(WarmUp.mser5(Array(repeating: 7, count: 19)) == nil)
  }

  @Test func studentAtItsEnds() {
    #expect(Elementary.studentTCumulative(.nan, degreesOfFreedom: 3).isNaN)
    #expect(Elementary.studentTCumulative(.infinity, degreesOfFreedom: 3) == 1)
    #expect(Elementary.studentTCumulative(-.infinity, degreesOfFreedom: 3) == 0)
    let normal = Elementary.normalQuantile(0.975)
    #expect(Elementary.studentTQuantile(0.975, degreesOfFreedom: .infinity) == normal)
    // Both sides of the border between the two formulas, and far beyond it: z + (z^3 + z) / 4n.
    for freedom in [0.9e6, 1.1e6, 1e12] {
      let expected = normal + (normal * normal * normal + normal) / (4 * freedom)
      let found = Elementary.studentTQuantile(0.975, degreesOfFreedom: freedom)
      #expect((found - expected).magnitude < 1e-8, "\(freedom)")
    }
    // One degree is Cauchy's distribution: three quarters lie below 1.
    #expect((Elementary.studentTCumulative(1, degreesOfFreedom: 1) - 0.75).magnitude < 1e-14)
  }

  @Test func theGammaFunctionOfLargeShapesEnds() {
    // The normal limit: a standard deviation above the mean.
    for shape in [0.9e8, 1.1e8, 1e15] {
      let found = Elementary.gammaCumulative(shape, shape + shape.squareRoot())
      #expect((found - 0.841_344_746).magnitude < 1e-4, "\(shape)")
    }
    #expect((Elementary.gammaCumulative(1e300, 1e300) - 0.5).magnitude < 1e-9)
  }
}
