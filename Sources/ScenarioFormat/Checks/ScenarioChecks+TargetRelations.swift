import CaseloadModel

// Own figures of one population and time that cannot all be, by the definitions of their metrics.
extension ScenarioChecks {
  /// Targets about the same clients and the same time, by the id of their metric.
  private struct Population {
    let group: String
    let year: Int
    let date: String
    var targets: [String: FitTarget] = [:]
  }

  private var populations: [Population] {
    var found: [Population] = []
    for target in scenario.targets where target.measure == .value {
      let place = found.firstIndex {
        $0.group == target.group && $0.year == target.year && $0.date == target.date
      }
      if let place {
        found[place].targets[target.metricID] = target
      } else {
        var population = Population(group: target.group, year: target.year, date: target.date)
        population.targets[target.metricID] = target
        found.append(population)
      }
    }
    return found
  }

  /// Refuses figures that no scenario can have together, even at the ends of their tolerances.
  mutating func checkTargetRelations() {
    for population in populations {
      for ladder in MetricRelations.ladders {
        let steps = ladder.compactMap { population.targets[$0] }
        for (larger, smaller) in zip(steps, steps.dropFirst()) {
          checkStep(larger, smaller, isAdvice: false)
        }
      }
      for sum in MetricRelations.sums { checkSum(sum, population) }
    }
  }

  /// Warns of figures that stand the wrong way round, though their tolerances would allow both.
  mutating func adviseOnTargetRelations() {
    for population in populations {
      for ladder in MetricRelations.ladders {
        let steps = ladder.compactMap { population.targets[$0] }
        for (larger, smaller) in zip(steps, steps.dropFirst()) {
          checkStep(larger, smaller, isAdvice: true)
        }
      }
    }
  }

  private mutating func checkStep(_ larger: FitTarget, _ smaller: FitTarget, isAdvice: Bool) {
    guard smaller.value > larger.value else { return }
    let lowest = smaller.value - smaller.tolerance
    let highest = larger.value + larger.tolerance
    let isImpossible = lowest > highest + 1e-9
    guard isImpossible != isAdvice else { return }
    add(
      isImpossible ? .impossible : .adviseContradiction, "targets.\(smaller.name).value",
      expected: "at most that of targets.\(larger.name) (\(JSONText.number(larger.value))), because"
        + " \(smaller.metricID) is never above \(larger.metricID)",
      found: JSONText.number(smaller.value)
        + (isImpossible
          ? ", and with tolerances at least \(ScenarioChecks.rounded(lowest)) against at most"
            + " \(ScenarioChecks.rounded(highest))" : ""),
      hint: "check whether the two are exchanged, or of different years")
  }

  private mutating func checkSum(_ sum: MetricRelations.Sum, _ population: Population) {
    let parts = sum.parts.compactMap { population.targets[$0] }
    guard !parts.isEmpty, let last = parts.last else { return }
    let whole = sum.whole.flatMap { population.targets[$0] }
    guard sum.whole == nil || whole != nil else { return }
    let value = whole?.value ?? 1
    let total = parts.reduce(0) { $0 + $1.value }
    let tolerance = parts.reduce(whole?.tolerance ?? 0) { $0 + $1.tolerance }
    let isWhole = parts.count == sum.parts.count
    let excess = total - value
    guard isWhole ? abs(excess) > tolerance + 1e-9 : excess > tolerance + 1e-9 else { return }
    // A single part of the whole 1 is out of its own range, which is told elsewhere.
    guard whole != nil || parts.count > 1 else { return }
    let terms = parts.map { "\($0.name) \(JSONText.number($0.value))" }.joined(separator: " + ")
    let text = ScenarioChecks.rounded(total)
    let band = "±\(ScenarioChecks.rounded(tolerance)) with all tolerances"
    if let whole {
      add(
        .impossible, "targets.\(whole.name).value",
        expected: isWhole
          ? "the sum of its parts (\(terms) = \(text), \(band))"
          : "no less than its parts (\(terms) = \(text), \(band))",
        found: JSONText.number(value))
    } else {
      add(
        .impossible, "targets.\(last.name).value",
        expected: isWhole
          ? "parts that add up to 1 (\(band))" : "parts that add up to at most 1 (\(band))",
        found: "\(terms) = \(text)")
    }
  }
}
