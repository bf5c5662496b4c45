import Foundation
import SimulationKernel
import Testing

/// Queues with known answers: means, and intervals that cover as often as they say.
@Suite struct QueueProofTests {
  /// Runs a model with 200 seeds and checks mean, coverage and Little's law.
  ///
  /// The interval of a run is Student's over 8 batch means. Coverage must lie in 0.90…0.99: 180 to 198
  /// of 200, which holds more than 99.8 % of the binomial distribution at 95 %.
  private func prove(
    _ name: String, expected: Double, seeds: Int = 200,
    sourceLocation: SourceLocation = #_sourceLocation,
    run: (UInt64) -> (values: [Double], littleGap: Double, totalStay: Double)
  ) {
    var covered = 0
    var overall = RunningStatistics()
    for seed in 1...UInt64(seeds) {
      let (values, gap, stay) = run(seed)
      #expect(
        gap.magnitude <= 1e-9 * max(1, stay), "\(name): Little's law, seed \(seed)",
        sourceLocation: sourceLocation)
      let batches = BatchMeans.statistics(of: values, batches: 8)
      if ConfidenceInterval(batches).contains(expected) { covered += 1 }
      overall.add(batches.mean)
    }
    let z = (overall.mean - expected) / overall.standardError
    #expect(
      z.magnitude < 4, "\(name): mean \(overall.mean), expected \(expected)",
      sourceLocation: sourceLocation)
    #expect(
      (180...198).contains(covered), "\(name): \(covered) of \(seeds) intervals cover",
      sourceLocation: sourceLocation)
  }

  private func exponential(_ rate: Double) -> (inout RandomStream) -> Double {
    let distribution = Exponential(rate: rate)
    return { distribution.sample(using: &$0) }
  }

  private func proveWaits(
    _ name: String, _ model: QueueModel, expected: Double, of kind: Int = 0,
    customers: Int = 1_400, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    prove(name, expected: expected, sourceLocation: sourceLocation) { seed in
      let outcome = model.run(customers: customers, warmUp: 200, seed: seed)
      return (outcome.waits[kind], outcome.littleGap, outcome.totalStay)
    }
  }

  @Test func mm1() {
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 0.4, service: exponential(1))], servers: 1)
    proveWaits("M/M/1", model, expected: 0.4 / 0.6)
  }

  @Test func mm1WaitingTimeDistribution() {
    // The wait exceeds t with chance rho exp(-(mu - lambda) t).
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 0.4, service: exponential(1))], servers: 1)
    for t in [0.0, 1, 3] {
      let expected = 0.4 * Elementary.exp(-0.6 * t)
      prove("M/M/1 beyond \(t)", expected: expected) { seed in
        let outcome = model.run(customers: 1_400, warmUp: 200, seed: seed)
        return (
          outcome.waits[0].map { $0 > t ? 1 : 0 }, outcome.littleGap, outcome.totalStay
        )
      }
    }
  }

  @Test func mmc() {
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 1.8, service: exponential(1))], servers: 3)
    proveWaits(
      "M/M/3", model, expected: ClosedForm.waitMMc(arrivals: 1.8, services: 1, servers: 3))
  }

  @Test func mmcK() {
    // Two servers, two places in the line: the share of arrivals that is refused.
    let chances = ClosedForm.birthDeath(
      most: 4, birth: { _ in 1.5 }, death: { Double(min($0, 2)) })
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 1.5, service: exponential(1))], servers: 2, lineLimit: 2)
    let waiting =
      (chances[2] * 1 / 2 + chances[3] * 2 / 2) / (1 - chances[4])
    proveWaits("M/M/2/4", model, expected: waiting)
    var refused = 0
    var arrived = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      let outcome = model.run(customers: 1_200, warmUp: 200, seed: seed)
      refused += outcome.refused
      arrived += 1_000
    }
    // The standard deviation of the share is about 0.0015 here.
    #expect((Double(refused) / Double(arrived) - chances[4]).magnitude < 0.006)
  }

  @Test func mg1() {
    let service = LogNormal(mean: 1, coefficientOfVariation: 0.6)
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 0.4, service: { service.sample(using: &$0) })], servers: 1)
    proveWaits(
      "M/G/1", model,
      expected: ClosedForm.waitMG1(arrivals: 0.4, mean: 1, variance: 0.36))
  }

  @Test func md1() {
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 0.5, service: { _ in 1 })], servers: 1)
    proveWaits("M/D/1", model, expected: 0.5)
  }

  @Test func impatientCustomers() {
    // M/M/2+M: deaths are services plus those who give up at rate 0.5 each.
    let chances = ClosedForm.birthDeath(
      most: 80, birth: { _ in 2.0 },
      death: { Double(min($0, 2)) + 0.5 * Double(max(0, $0 - 2)) })
    let givingUp = ClosedForm.mean(chances) { 0.5 * Double(max(0, $0 - 2)) } / 2.0
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 2, service: exponential(1), impatience: 0.5)], servers: 2)
    prove("M/M/2+M", expected: givingUp) { seed in
      let outcome = model.run(customers: 1_800, warmUp: 200, seed: seed)
      return (outcome.gaveUp, outcome.littleGap, outcome.totalStay)
    }
  }

  @Test func nonPreemptivePriority() {
    // Cobham 1954, doi:10.1287/opre.2.1.70: W = R / ((1 - s(k-1)) (1 - s(k))), R = sum of rho / mu.
    let model = QueueModel(
      classes: [
        CustomerClass(arrivals: 0.25, priority: 0, service: exponential(1)),
        CustomerClass(arrivals: 0.25, priority: 1, service: exponential(1)),
      ], servers: 1)
    proveWaits("urgent, not preemptive", model, expected: 0.5 / 0.75, of: 0)
    // Their waits are correlated for longer, so that batches of them have to be longer too.
    proveWaits(
      "other, not preemptive", model, expected: 0.5 / (0.75 * 0.5), of: 1, customers: 4_000)
  }

  @Test func preemptivePriority() {
    // Preemptive resume, equal rates: the urgent see M/M/1 of their own; the others stay
    // 1 / ((1 - s1) (1 - s1 - s2)).
    let model = QueueModel(
      classes: [
        CustomerClass(arrivals: 0.25, priority: 0, service: exponential(1)),
        CustomerClass(arrivals: 0.25, priority: 1, service: exponential(1)),
      ], servers: 1, isPreemptive: true)
    proveWaits("urgent, preemptive", model, expected: 0.25 / 0.75, of: 0)
    prove("other, preemptive", expected: 1 / (0.75 * 0.5)) { seed in
      let outcome = model.run(customers: 1_400, warmUp: 200, seed: seed)
      return (outcome.sojourns[1], outcome.littleGap, outcome.totalStay)
    }
  }

  @Test func infinitelyManyServers() {
    // M/M/infinity: nobody waits, and the stay is the service.
    let model = QueueModel(
      classes: [CustomerClass(arrivals: 5, service: exponential(1))], servers: 10_000)
    let outcome = model.run(customers: 5_000, warmUp: 100, seed: 1)
    #expect(outcome.waits[0].allSatisfy { $0 == 0 })
    prove("M/M/infinity", expected: 1) { seed in
      let outcome = model.run(customers: 1_000, warmUp: 100, seed: seed)
      return (outcome.sojourns[0], outcome.littleGap, outcome.totalStay)
    }
  }
}
