import CaseloadModel
import Foundation

/// The caseload model itself, at several sizes: cost per client-year should hardly change.
enum ModelBenchmarks {
  static let all: [Benchmark] = [1_000, 3_000, 30_000, 300_000].map { clients in
    Benchmark(name: "caseload-\(clients)", unit: "event") { run(clients: clients) }
  }

  private static func run(clients: Int) -> Benchmark.Work {
    var scenario = Scenario()
    scenario.population.clients = clients
    scenario.staffing.fte = Double(clients) / 120
    scenario.inflow.applicationsPerYear = 0.35 * Double(clients)
    scenario.time.warmUpMonths = 0
    scenario.time.durationMonths = 36
    for index in scenario.trajectories.instruments.indices {
      scenario.trajectories.instruments[index].places = clients / 15
    }
    do {
      guard let outcome = try simulate(scenario, seed: 1, replication: 0) else {
        return Benchmark.Work(count: 0, isRight: false, outcome: "no outcome")
      }
      let perEvent = outcome.clientYears / Double(outcome.events)
      return Benchmark.Work(
        count: outcome.events, isRight: outcome.clientYears > Double(clients) * 2,
        outcome: String(
          format: "%.0f client-years, %.1f events each", outcome.clientYears, 1 / perEvent))
    } catch {
      return Benchmark.Work(count: 0, isRight: false, outcome: "\(error)")
    }
  }
}
