/// Which keys a fit frees when nobody says which: those that decide a figure and that no count of an organisation gives.
package enum FitKeys {
  /// The beginning of the ids of metrics, and the keys; `*` stands for every element of a list.
  static let byMetric: [(prefix: String, keys: [String])] = [
    ("inflow.diverted", ["inflow.workFirstShare"]),
    ("inflow.returning", ["outflow.relapseShare", "outflow.relapseScaleDays"]),
    ("inflow.perYear", ["inflow.applicationsPerYear"]),
    ("stock.clients", ["inflow.applicationsPerYear", "outflow.rates.*.otherPerYear"]),
    ("duration.", ["population.exitHeterogeneity", "outflow.rates.*.otherPerYear"]),
    ("outflow.work.sustained", ["outflow.relapseShare", "outflow.relapseFactorWork"]),
    ("outflow.work", ["outflow.rates.*.workPerYear"]),
    ("outflow.subsidised", ["outflow.rates.*.subsidisedPerYear"]),
    ("outflow.other", ["outflow.rates.*.otherPerYear"]),
    ("outflow.total", ["outflow.rates.*.otherPerYear"]),
    ("relapse.", ["outflow.relapseShare", "outflow.relapseScaleDays"]),
    ("unseen.", ["service.norms.*.restShare", "service.norms.*.intervalDays"]),
    ("contact.overdue", ["service.norms.*.intervalDays", "service.norms.*.restShare"]),
    ("contact.missed", ["population.reliabilitySpread"]),
    ("contact.", ["service.norms.*.intervalDays", "service.norms.*.restShare"]),
    ("agreements.", ["service.norms.*.intervalDays"]),
    ("knowledge.notInView", ["knowledge.inViewThreshold"]),
    ("knowledge.private", ["knowledge.registrationCompleteness"]),
    ("knowledge.classification", ["diagnosis.accuracyWithoutTool"]),
    (
      "knowledge.",
      ["knowledge.registrationCompleteness", "knowledge.privateFadingPerYear"]
    ),
    ("potential.", ["diagnosis.accuracyWithoutTool"]),
    ("progress.", ["population.readinessChangeSpread", "population.readinessGainPerContact"]),
    ("trajectory.success", ["trajectories.instruments.*.successShare"]),
    ("trajectory.", ["trajectories.instruments.*.proposalShare"]),
    ("service.", ["trajectories.instruments.*.proposalShare"]),
    ("workload.pressureHigh", ["staffing.pressureHighFromDays"]),
    ("workload.", ["service.norms.*.intervalDays"]),
    ("time.administration", ["staffing.administrationShare"]),
    ("time.", ["service.norms.*.intervalDays"]),
    ("vacancies.", ["labourMarket.vacancies.*.acceptShare"]),
  ]

  /// The keys of a metric; `isOfGroup` adds what decides how clients divide over groups.
  static func keys(of metric: String, isOfGroup: Bool) -> [String] {
    let keys = byMetric.first { metric.hasPrefix($0.prefix) }?.keys ?? []
    let divides = isOfGroup && (metric.hasPrefix("stock.") || metric.hasPrefix("inflow."))
    return keys + (divides ? ["population.groups.*.inflowShare"] : [])
  }

  /// The keys of all goals, each once, in the order of the goals.
  package static func keys(of goals: [FitGoal]) -> [String] {
    var result: [String] = []
    for goal in goals {
      for key in keys(of: goal.metric.id, isOfGroup: goal.group > 0) where !result.contains(key) {
        result.append(key)
      }
    }
    return result
  }
}
