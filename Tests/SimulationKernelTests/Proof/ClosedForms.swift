import SimulationKernel

/// Textbook results for queues in steady state (Gross and others 2008, doi:10.1002/9781118625651).
enum ClosedForm {
  /// Chance that an arrival waits in M/M/c with offered load a (Erlang C).
  static func erlangC(servers: Int, load: Double) -> Double {
    var blocked = 1.0
    for server in 1...servers { blocked = load * blocked / (Double(server) + load * blocked) }
    let utilisation = load / Double(servers)
    return blocked / (1 - utilisation * (1 - blocked))
  }

  /// Mean wait in the line of M/M/c.
  static func waitMMc(arrivals: Double, services: Double, servers: Int) -> Double {
    erlangC(servers: servers, load: arrivals / services)
      / (Double(servers) * services - arrivals)
  }

  /// Mean wait in the line of M/G/1 (Pollaczek and Khinchine).
  static func waitMG1(arrivals: Double, mean: Double, variance: Double) -> Double {
    arrivals * (variance + mean * mean) / (2 * (1 - arrivals * mean))
  }

  /// Stationary chances of 0, 1, 2, … in a birth-death process, up to `most`.
  static func birthDeath(
    most: Int, birth: (Int) -> Double, death: (Int) -> Double
  ) -> [Double] {
    var weights = [1.0]
    for state in 1...most {
      weights.append(weights[state - 1] * birth(state - 1) / death(state))
    }
    var total = 0.0
    for weight in weights { total += weight }
    return weights.map { $0 / total }
  }

  /// Mean of a chance vector over 0, 1, 2, ….
  static func mean(_ chances: [Double], of value: (Int) -> Double = { Double($0) }) -> Double {
    var sum = 0.0
    for (state, chance) in chances.enumerated() { sum += chance * value(state) }
    return sum
  }
}
