import Foundation
import SimulationKernel

/// Random numbers, elementary functions and calendar arithmetic.
enum NumberBenchmarks {
  static let all: [Benchmark] = [
    Benchmark(name: "uniform", unit: "number") { mean(of: 0.5) { $0.uniform() } },
    Benchmark(name: "exponential", unit: "number") {
      mean(of: 1) { Exponential.standard(using: &$0) }
    },
    Benchmark(name: "normal", unit: "number") { mean(of: 0) { Normal.standard(using: &$0) } },
    Benchmark(name: "gamma", unit: "number") {
      let gamma = Gamma(shape: 2.5, scale: 0.4)
      return mean(of: 1) { gamma.sample(using: &$0) }
    },
    Benchmark(name: "fresh-stream", unit: "stream and number") { freshStreams() },
    Benchmark(name: "exp", unit: "call") { function(Elementary.exp, from: -20, to: 20) },
    Benchmark(name: "log", unit: "call") { function(Elementary.log, from: 0.01, to: 1_000) },
    Benchmark(name: "calendar", unit: "finish and count") { calendar() },
  ]

  private static func mean(
    of expected: Double, _ sample: (inout RandomStream) -> Double
  ) -> Benchmark.Work {
    var stream = RandomStream(seed: 1, replication: 0, purpose: 4, entity: 0)
    let count = 10_000_000
    var sum = 0.0
    for _ in 0..<count { sum += sample(&stream) }
    let mean = sum / Double(count)
    return Benchmark.Work(
      count: count, isRight: (mean - expected).magnitude < 0.002,
      outcome: String(format: "mean %.5f, expected %.1f", mean, expected))
  }

  private static func freshStreams() -> Benchmark.Work {
    let count = 5_000_000
    var sum = 0.0
    for entity in 0..<UInt64(count) {
      var stream = RandomStream(seed: 1, replication: 0, purpose: 5, entity: entity)
      sum += stream.uniform()
    }
    let mean = sum / Double(count)
    return Benchmark.Work(
      count: count, isRight: (mean - 0.5).magnitude < 0.002,
      outcome: String(format: "mean %.5f", mean))
  }

  private static func function(
    _ function: (Double) -> Double, from low: Double, to high: Double
  ) -> Benchmark.Work {
    let count = 10_000_000
    let step = (high - low) / Double(count)
    var sum = 0.0
    var x = low
    for _ in 0..<count {
      sum += function(x)
      x += step
    }
    return Benchmark.Work(
      count: count, isRight: sum.isFinite && sum > 0, outcome: String(format: "sum %.6g", sum))
  }

  private static func calendar() -> Benchmark.Work {
    let calendar = WorkingCalendar(
      start: CivilDate(dayNumber: 14_610), dayCount: 4_000, openingHours: .office, holidays: .dutch)
    var stream = RandomStream(seed: 1, replication: 0, purpose: 6, entity: 0)
    let count = 3_000_000
    var wrong = 0
    for _ in 0..<count {
      let start = stream.integer(below: 3_000 * 1_440)
      let length = stream.integer(below: 900)
      let finish = calendar.finish(ofWorkingMinutes: length, startingAt: start)
      if calendar.workingMinutes(from: start, to: finish) != length { wrong += 1 }
    }
    return Benchmark.Work(count: count, isRight: wrong == 0, outcome: "\(wrong) not inverse")
  }
}
