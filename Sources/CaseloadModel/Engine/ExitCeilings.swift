import SimulationKernel

/// The highest exit rates that any of the scenario's dated changes allows, for thinning.
struct ExitCeilings {
  /// Work exits per minute of a client with personal factor, motivation factor and segment factor 1.
  private(set) var work = 0.0
  /// Subsidised exits per minute of a client with personal factor 1.
  private(set) var subsidised = 0.0
  /// Other exits per minute of a client with segment factor 1.
  private(set) var other = 0.0
  /// Exits to pension and by death per minute.
  private(set) var pension = 0.0
  /// Effect of motivation on exits to work.
  private(set) var motivationEffect = 0.0

  /// Goes over the scenario and all its dated changes.
  init(_ scenario: Scenario) {
    include(scenario)
    for change in scenario.interventions.changes {
      for result in change.result { include(result) }
    }
  }

  private mutating func include(_ scenario: Scenario) {
    let outflow = scenario.outflow
    let market = scenario.labourMarket
    var help = 1.0
    for instrument in scenario.trajectories.instruments {
      help = max(help, instrument.workFactorAfter)
    }
    let factor =
      market.demandIndex * (1 + market.cycleAmplitude) * max(1, outflow.partTimeWorkFactor) * help
      * scenario.knowledge.barrierScale
    for group in GroupConstants.table(of: scenario) {
      work = max(work, group.workRate * (1 + max(0, group.contactEffectOnWork)) * factor)
      subsidised = max(subsidised, group.subsidisedRate)
      other = max(other, group.otherRate * (1 + max(0, group.contactEffectOnOther)))
    }
    pension = max(pension, outflow.pensionAndDeathPerYear / SimulationClock.minutesPerYear)
    motivationEffect = max(motivationEffect, outflow.motivationEffectOnWork)
  }
}

extension KnowledgeSettings {
  /// The factor that keeps the mean over clients of the effect of barriers on exits to work at 1.
  var barrierScale: Double {
    var mean = 1.0
    for attribute in attributes.dropFirst() {
      mean *= 1 - attribute.barrierShare * (1 - attribute.workFactor)
    }
    return mean > 0 ? 1 / mean : 1
  }
}

extension InterventionSettings {
  /// The dated changes, earliest first; those of one day in the order of the file.
  var inOrderOfDate: [DatedChange] {
    changes.indices.sorted { lower, upper in
      (changes[lower].date.dayNumber, lower) < (changes[upper].date.dayNumber, upper)
    }.map { changes[$0] }
  }
}
