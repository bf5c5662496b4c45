import CaseloadModel
import Dispatch
import Experiments
import ScenarioFormat
import SimulationKernel

/// What is asked of a scenario.
enum HuntCheck: String, CaseIterable {
  /// The run ends without breaking a law, and its results are possible.
  case run
  /// Two runs at the same time on two threads give the bytes of one.
  case threads
  /// The resolved scenario is the same scenario.
  case resolve
  /// The order of keys changes neither the hash nor the results.
  case keyOrder
  /// A change after the end changes nothing.
  case changeAfterEnd
  /// A change to the value that holds changes nothing.
  case changeToSameValue
  /// What happens on a date and does nothing changes nothing, and neither does a list's new element
  /// that never acts.
  case neutralElement
  /// A replication is the same among few and among many, on one thread and on three.
  case separate
  /// A run that is stopped and resumed gives the bytes of one that was not.
  case resume
  /// A run in parts that are joined gives the bytes of an undivided one.
  case shards
  /// More staff never leaves more people unseen, beyond chance.
  case moreStaff

  /// What came of it.
  enum Verdict: Equatable {
    /// All is as it should be.
    case holds
    /// The tree is no valid scenario, or the check cannot be made of it.
    case impossible
    /// A fault, with a short name of its kind and what was found.
    case fault(kind: String, detail: String)
  }

  /// Makes the check of a scenario, with the engine or a stand-in.
  func verdict(
    on tree: ScenarioTree, with simulator: @escaping Simulator = ReplicationRunner.engine
  ) -> Verdict {
    guard let scenario = HuntCase.document(tree).scenario else { return .impossible }
    let start = HuntCase.processorSeconds
    let result = HuntCase.simulate(scenario, with: simulator)
    let seconds = HuntCase.processorSeconds - start
    if case .failure(let violation) = result {
      return .fault(
        kind: "law \(violation.law)",
        detail: "minute \(violation.minute), entity \(violation.entity), expected "
          + "\(violation.expected), found \(violation.found)")
    }
    guard case .success(let outcome) = result else {
      return .fault(
        kind: "hang",
        detail: "more than \(Int(HuntCase.endlessEvents)) events where about "
          + "\(Int(RunSize(scenario).events)) were reckoned")
    }
    switch self {
    case .run: return possible(outcome)
    case .threads: return threads(scenario, outcome, simulator)
    case .resolve:
      let again = ScenarioDocument.read(
        Array(ScenarioText.resolved(scenario).utf8), path: "resolved.json")
      guard let other = again.scenario else {
        return .fault(
          kind: "resolve", detail: again.diagnostics.first.map { "\($0)" } ?? "not readable")
      }
      let isSame = again.sha256 == HuntCase.document(tree).sha256 && other == scenario
      return isSame ? .holds : .fault(kind: "resolve", detail: "another scenario")
    case .keyOrder: return compare(tree, with: tree.reversed, outcome, simulator)
    case .changeAfterEnd:
      guard let date = HuntCase.dayAfterEnd(scenario) else { return .impossible }
      return compare(
        tree,
        with: tree.appending(
          ["interventions", "changes"],
          "{\"name\": \"late\", \"date\": \"\(date)\", \"set\": {\"labourMarket.demandIndex\": 10, \"outflow.pensionAndDeathPerYear\": 1}}"
        ),
        outcome, simulator)
    case .changeToSameValue:
      guard scenario.interventions.changes.isEmpty else { return .impossible }
      let set =
        "\"costs.ftePerYearEuro\": \(ValueDraw.text(scenario.costs.ftePerYearEuro)), "
        + "\"inflow.grantedShare\": \(ValueDraw.text(scenario.inflow.grantedShare))"
      return compare(
        tree,
        with: tree.appending(
          ["interventions", "changes"],
          "{\"name\": \"same\", \"date\": \"\(HuntCase.text(scenario.time.start.adding(days: 20)))\", \"set\": {\(set)}}"
        ),
        outcome, simulator)
    case .neutralElement: return neutralElements(tree, scenario, outcome, simulator)
    case .separate, .resume, .shards, .moreStaff:
      return studyVerdict(on: tree, scenario, seconds: seconds, with: simulator)
    }
  }

  // MARK: - Results

  private func possible(_ outcome: ReplicationOutcome) -> Verdict {
    for (index, value) in outcome.values.enumerated() where value.isInfinite {
      let metric = Metric.allCases[index / outcome.cellCount]
      return .fault(kind: "infinite value", detail: "\(metric)")
    }
    for group in 0..<outcome.cellCount {
      let unseen = [
        outcome[.unseen6m, group], outcome[.unseen12m, group], outcome[.unseen24m, group],
      ]
      guard !unseen[0].isNaN else { continue }
      if !(unseen[0] >= unseen[1] && unseen[1] >= unseen[2] && unseen[2] >= 0
        && unseen[0] <= 1 + 1e-9)
      {
        return .fault(kind: "unseen out of order", detail: "\(unseen)")
      }
    }
    if outcome[.costBenefits, 0] < -1e-6 || outcome[.costStaff, 0] < -1e-6 {
      return .fault(kind: "negative cost", detail: "benefits \(outcome[.costBenefits, 0])")
    }
    return .holds
  }

  private func threads(
    _ scenario: Scenario, _ outcome: ReplicationOutcome, _ simulator: Simulator
  ) -> Verdict {
    let bits = HuntCase.bits(outcome)
    nonisolated(unsafe) var isSame = [true, true]
    isSame.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        if case .success(let other) = HuntCase.simulate(scenario, with: simulator) {
          results[index] = HuntCase.bits(other) == bits
        } else {
          results[index] = false
        }
      }
    }
    return isSame == [true, true] ? .holds : .fault(kind: "threads", detail: "other bytes")
  }

  /// Runs another tree and compares all bytes, and the hash as well if it is not another scenario.
  ///
  /// `what` names what another scenario has more.
  private func compare(
    _ tree: ScenarioTree, with other: ScenarioTree?, _ outcome: ReplicationOutcome,
    _ simulator: Simulator, what: String = "", without metrics: [Metric] = []
  ) -> Verdict {
    guard let other else { return .impossible }
    let document = HuntCase.document(other)
    guard let scenario = document.scenario else { return .impossible }
    let kind = what.isEmpty ? rawValue : "\(rawValue) \(what)"
    if what.isEmpty, document.sha256 != HuntCase.document(tree).sha256 {
      return .fault(kind: kind + " hash", detail: "another hash")
    }
    switch HuntCase.simulate(scenario, with: simulator) {
    case .failure(let violation): return .fault(kind: kind, detail: "law \(violation.law)")
    case .success(let found):
      guard
        let difference = HuntCase.firstDifference(
          outcome, HuntCase.document(tree).scenario ?? scenario, found, scenario,
          without: metrics)
      else { return .holds }
      return .fault(kind: kind, detail: difference)
    case nil: return .impossible
    }
  }

  private func neutralElements(
    _ tree: ScenarioTree, _ scenario: Scenario, _ outcome: ReplicationOutcome,
    _ simulator: Simulator
  ) -> Verdict {
    let date = HuntCase.text(scenario.time.start.adding(days: 20))
    let groups = scenario.population.groups
    let range =
      "\"fromGroup\": \"\(groups[0].name)\", \"toGroup\": \"\(groups[groups.count - 1].name)\""
    let additions: [([String], String)] = [
      (
        ["interventions", "migrations"],
        "\"date\": \"\(date)\", \"lossShare\": 0, \"minutesPerClient\": 0"
      ),
      (
        ["interventions", "reorganisations"],
        "\"date\": \"\(date)\", \"clientShare\": 0, \"learningSpeed\": 1, \"learningDays\": 0"
      ),
      (
        ["interventions", "classifications"],
        "\"date\": \"\(date)\", \"share\": 0, \"minutesPerClient\": 0"
      ),
      (["interventions", "campaigns"], "\"date\": \"\(date)\", \"unseenDays\": 36500"),
      (["trajectories", "instruments"], "\(range), \"proposalShare\": 0"),
      (["labourMarket", "vacancies"], "\(range), \"perYear\": 0"),
      (["population", "shocks"], "\"perYear\": 0"),
      (["staffing", "roles"], "\"fte\": 0"),
    ]
    // Whoever has a known need is offered any instrument, whatever its own share.
    let isOffered =
      scenario.trajectories.offerShareForNeed > 0
      || scenario.interventions.changes.contains { change in
        change.result.contains { $0.trajectories.offerShareForNeed > 0 }
      }
    for (path, members) in additions where !(isOffered && path[1] == "instruments") {
      let other = tree.appending(path, "{\"name\": \"neutral\", \(members)}")
      // One more campaign asks for a talk with everybody, though it calls in nobody.
      let verdict = compare(
        tree, with: other, outcome, simulator, what: path[1],
        without: path[1] == "campaigns" ? [.campaignUnseen] : [])
      if case .fault = verdict { return verdict }
    }
    return .holds
  }
}

extension ScenarioTree {
  /// The tree with one more element at the end of a list.
  fileprivate func appending(_ path: [String], _ element: String) -> ScenarioTree? {
    guard let element = TreeReader.read(element) else { return nil }
    var copy = self
    copy.set(path, .array((self[path[0]]?[path[1]]?.elements ?? []) + [element]))
    return copy
  }
}
