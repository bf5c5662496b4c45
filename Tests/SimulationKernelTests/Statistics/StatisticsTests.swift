import SimulationKernel
import Testing

@Suite struct StatisticsTests {
  @Test func runningStatisticsByHand() {
    let all = RunningStatistics([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(all.count == 8)
    #expect(all.mean == 5)
    #expect((all.variance - 32.0 / 7).magnitude < 1e-14)
    #expect(all.minimum == 2 && all.maximum == 9)
    #expect(RunningStatistics().mean.isNaN)
    #expect(RunningStatistics([3]).variance.isNaN)
  }

  @Test func mergingIsTheSameAsAddingAll() {
    var stream = RandomStream(seed: 4, replication: 0, purpose: 0, entity: 0)
    var whole = RunningStatistics()
    var merged = RunningStatistics()
    for part in 0..<20 {
      var piece = RunningStatistics()
      for _ in 0..<(part * 3) {
        let value = 1e9 + stream.uniform()
        whole.add(value)
        piece.add(value)
      }
      merged.merge(piece)
    }
    #expect(merged.count == whole.count)
    #expect((merged.mean - whole.mean).magnitude < 1e-6)
    #expect((merged.variance / whole.variance - 1).magnitude < 1e-6)
    // Around 1e9 the naive formula has no digit left; the variance of a uniform number is 1/12.
    #expect((whole.variance - 1.0 / 12).magnitude < 0.01)
  }

  @Test func timeWeightedMeanByHand() {
    var length = TimeWeightedStatistics(at: 0, value: 1)
    length.change(to: 3, at: 2)
    length.change(to: 0, at: 3)
    #expect(length.mean(to: 5) == 1)  // 2 + 3 + 0 over 5
    #expect((length.variance(to: 5) - (11.0 / 5 - 1)).magnitude < 1e-15)
    length.restart(at: 5)
    length.change(to: 4, at: 6)
    #expect(length.mean(to: 7) == 2)
    #expect(length.maximum == 4)
  }

  @Test func histogramCounts() {
    var histogram = Histogram(from: 0, to: 10, bins: 5)
    for value in [-1.0, 0, 1.99, 2, 9.999, 10, 11] { histogram.add(value) }
    #expect(histogram.counts == [2, 1, 0, 0, 1])
    #expect(histogram.below == 1 && histogram.above == 2)
  }

  @Test func sketchKeepsItsRelativeError() {
    var stream = RandomStream(seed: 6, replication: 0, purpose: 0, entity: 0)
    var sketch = QuantileSketch(relativeError: 0.01)
    var parts = [QuantileSketch(relativeError: 0.01), QuantileSketch(relativeError: 0.01)]
    var values: [Double] = []
    for index in 0..<5_000 {
      let value = LogNormal(mean: 30, coefficientOfVariation: 3).sample(using: &stream)
      values.append(value)
      sketch.add(value)
      parts[index % 2].add(value)
    }
    parts[0].merge(parts[1])
    values.sort()
    for p in [0.0, 0.01, 0.25, 0.5, 0.9, 0.999, 1] {
      let exact = values[max(0, Int((p * 5_000).rounded(.up)) - 1)]
      #expect((sketch.quantile(p) / exact - 1).magnitude < 0.0101, "p = \(p)")
      #expect(sketch.quantile(p) == parts[0].quantile(p))
    }
    #expect(QuantileSketch().quantile(0.5).isNaN)
  }

  @Test func mser5FindsTheEndOfARamp() throws {
    var stream = RandomStream(seed: 8, replication: 0, purpose: 0, entity: 0)
    var values: [Double] = []
    for index in 0..<600 {
      let bias = index < 100 ? 10 * (1 - Double(index) / 100) : 0
      values.append(bias + Normal(mean: 0, standardDeviation: 1).sample(using: &stream))
    }
    let cut = try #require(WarmUp.mser5(values))
    #expect((60...180).contains(cut), "cut at \(cut)")
    var steady: [Double] = []
    for _ in 0..<600 { steady.append(Normal.standard(using: &stream)) }
    #expect(try #require(WarmUp.mser5(steady)) < 200)
    // A trend to the very end has no steady part.
    #expect(WarmUp.mser5((0..<600).map { Double($0) }) == nil)
    #expect(WarmUp.mser5([1, 2, 3]) == nil)
  }

  @Test func quantilesAndBatches() {
    #expect(sampleQuantile([4, 1, 3, 2], 0.5) == 2.5)
    #expect(sampleQuantile([7], 0.9) == 7)
    let batches = BatchMeans.statistics(of: [1, 3, 5, 7, 100], batches: 2)
    #expect(batches.count == 2)
    #expect(batches.mean == 4)
    let interval = ConfidenceInterval(RunningStatistics([1, 2, 3]))
    // t(2) = 4.3026527, standard error 1 / sqrt 3.
    #expect((interval.halfWidth - 4.302_652_729_9 / 3.0.squareRoot()).magnitude < 1e-9)
  }

  @Test func studentAndBetaMatchTables() {
    #expect(
      (Elementary.studentTCumulative(2.228_138_852, degreesOfFreedom: 10) - 0.975).magnitude < 1e-10
    )
    #expect((Elementary.studentTQuantile(0.9, degreesOfFreedom: 4.5) - 1.500_0).magnitude < 0.01)
    #expect((Elementary.betaCumulative(0.5, 2, 3) - 0.6875).magnitude < 1e-14)
    #expect((Elementary.gammaCumulative(2, 3) - (1 - 4 * Elementary.exp(-3))).magnitude < 1e-14)
    #expect(
      Elementary.studentTQuantile(0.3, degreesOfFreedom: 7)
        == -Elementary.studentTQuantile(0.7, degreesOfFreedom: 7))
  }
}
