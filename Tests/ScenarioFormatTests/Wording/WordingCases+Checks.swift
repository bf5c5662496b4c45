@testable import ScenarioFormat

extension WordingCase {
  /// Values that do not fit together, and advice.
  static let checks: [WordingCase] = [
    WordingCase(
      code: .sumOfShares,
      text: "{\"population\": {\"groups\": [{\"name\": \"work\", \"stockShare\": 0.5}]}}",
      lines: [
        "t.json:1:27: error: population.groups: expected values of stockShare that add up to 1, found"
          + " 0.4 + 0.36 + 0.5 = 1.26 [check.sum-of-shares]"
      ]),
    WordingCase(
      code: .groupOrder,
      text: "{\"population\": {\"groups\": [{\"name\": \"care\", \"readinessFrom\": 0.1},"
        + " {\"name\": \"development\", \"readinessFrom\": 0.7}]}}",
      lines: [
        "t.json:1:62: error: population.groups.care.readinessFrom: expected 0 for the lowest group,"
          + " found 0.1 [check.group-order]",
        "t.json:1:27: error: population.groups.work.readinessFrom: expected another value than that of"
          + " group development, found 0.7 [check.group-order]",
      ]),
    WordingCase(
      code: .tooManyElements,
      text: "{\"trajectories\": {\"instruments\": ["
        + (1...64).map { "{\"name\": \"n\($0)\", \"fromGroup\": \"care\", \"toGroup\": \"work\"}" }
        .joined(separator: ", ") + "]}}", masksFigures: true,
      lines: [
        "t.json:#:#: error: trajectories.instruments.n#: expected at most # elements, inherited"
          + " ones included, found one more [check.too-many-elements]"
      ]),
    WordingCase(
      code: .reservedName,
      text:
        "{\"population\": {\"groups\": [{\"name\": \"all\", \"readinessFrom\": 0.2}]}, \"service\":"
        + " {\"norms\": [{\"group\": \"all\"}]}, \"outflow\": {\"rates\": [{\"group\": \"all\"}]}}",
      lines: [
        "t.json:1:37: error: population.groups.all.name: expected another name than that of all clients"
          + " together, found \"all\" [check.reserved-name]"
      ]),
    WordingCase(
      code: .unknownReference,
      text: "{\"trajectories\": {\"instruments\": [{\"name\": \"a\", \"fromGroup\": \"cares\","
        + " \"toGroup\": \"work\"}]}}",
      lines: [
        "t.json:1:62: error: trajectories.instruments.a.fromGroup: expected a group of"
          + " population.groups (care, development, work), found \"cares\"; did you mean \"care\"?"
          + " [check.unknown-reference]"
      ]),
    WordingCase(
      code: .missingReference,
      text: "{\"outflow\": {\"rates\": [{\"group\": \"work\", \"remove\": true}]}}",
      lines: [
        "t.json:1:23: error: outflow.rates: expected an element for each group, found none for group"
          + " \"work\" [check.missing-reference]"
      ]),
    WordingCase(
      code: .impossible, text: "{\"staffing\": {\"contractHoursPerWeek\": 40}}",
      lines: [
        "t.json:1:39: error: staffing.contractHoursPerWeek: expected at most fullTimeHoursPerWeek (36),"
          + " found 40 [check.impossible]"
      ]),
    WordingCase(
      code: .weights,
      text: "{\"service\": {\"priorities\": {\"intake\": 0, \"readiness\": 0, \"motivation\": 0,"
        + " \"overduePerYear\": 0, \"selfReported\": 0}}}",
      lines: [
        "t.json:1:28: error: service.priorities: expected at least one weight above 0, found only zeros"
          + " [check.weights]"
      ]),
    WordingCase(
      code: .notChangeable,
      text:
        "{\"time\": {\"warmUpMonths\": 30}, \"interventions\": {\"changes\": [{\"name\": \"a\", \"date\": \"2012-01-01\","
        + " \"set\": {\"population.clients\": 10}}]}}",
      lines: [
        "t.json:1:128: error: interventions.changes.a.set.population.clients: expected a parameter that"
          + " can change during a run, found \"population.clients\"; set it outside interventions, for the"
          + " whole run [check.not-changeable]"
      ]),
    WordingCase(
      code: .notChangeable,
      text:
        "{\"staffing\": {\"fte\": -1}, \"interventions\": {\"changes\": [{\"name\": \"a\", \"date\":"
        + " \"2012-01-01\", \"set\": {\"seed\": 1, \"staffing.ftee\": 1, \"outflow.rates.x.workPerYear\": 1}}]}}",
      lines: [
        "t.json:1:22: error: staffing.fte: expected a number that is above 0 and at most 100000"
          + " (full-time equivalents), found -1 [scenario.out-of-range]",
        "t.json:1:109: error: interventions.changes.a.set.seed: expected a parameter that can change"
          + " during a run, found \"seed\"; set it outside interventions, for the whole run"
          + " [check.not-changeable]",
        "t.json:1:129: error: interventions.changes.a.set.staffing.ftee: expected a key of staffing,"
          + " found \"ftee\"; did you mean \"fte\"? [scenario.unknown-key]",
      ]),
    WordingCase(
      code: .adviseBalance,
      text: "{\"targets\": {\"stock.clients\": {\"value\": 4200, \"tolerance\": 80}}}",
      lines: [
        "t.json:1:1: warning: population.clients: expected a start near the stock under targets (4200),"
          + " found 3000 [advice.balance]"
      ]),
    WordingCase(
      code: .adviseEmptySet,
      text: "{\"organisations\": {\"members\": [{\"name\": \"a\"}], \"subsets\": [{\"name\": \"s\","
        + " \"conditions\": [\"clients > 1e9\"]}]}}",
      lines: [
        "t.json:1:60: warning: organisations.subsets.s: expected a set with at least one organisation,"
          + " found none of the 1 [advice.empty-set]"
      ]),
    WordingCase(
      code: .adviseName, text: "{\"staffing\": {\"roles\": [{\"name\": \"NA\"}]}}",
      lines: [
        "t.json:1:34: warning: staffing.roles.NA.name: expected a name that programs read as text,"
          + " found \"NA\" [advice.name]"
      ]),
    WordingCase(
      code: .adviseWarmUp, text: "{\"time\": {\"warmUpMonths\": 12}}",
      lines: [
        "t.json:1:27: warning: time.warmUpMonths: expected at least the slowest interval between"
          + " contacts (service.restPolicy.intervalDays, 912 days, 30 months), found 12 months"
          + " [advice.warm-up]"
      ]),
    WordingCase(
      code: .adviseContradiction,
      text: "{\"time\": {\"warmUpMonths\": 30}, \"service\": {\"norms\": [{\"group\": \"care\","
        + " \"intervalDays\": 920}]}}",
      lines: [
        "t.json:1:88: warning: service.norms.care.intervalDays: expected an interval no longer than that"
          + " of clients at rest (912 days), found 920 days [advice.contradiction]"
      ]),
    WordingCase(
      code: .adviseNorms,
      text: "{\"time\": {\"warmUpMonths\": 30}, \"staffing\": {\"fte\": 10}}", masksFigures: true,
      lines: [
        "t.json:#:#: warning: service.norms: expected norms within the # hours a year for clients, found"
          + " # hours; the norms bind at # clients per fte, and there are # [advice.norms]"
      ]),
    WordingCase(
      code: .adviseIntakes,
      text: "{\"time\": {\"warmUpMonths\": 30}, \"staffing\": {\"fte\": 1}}", masksFigures: true,
      lines: [
        "t.json:#:#: warning: staffing.fte: expected hours for clients (# a year) that suffice for the"
          + " intakes, found intakes of # hours [advice.intakes]"
      ]),
    WordingCase(
      code: .adviseReplications, text: "{\"replications\": 3, \"time\": {\"warmUpMonths\": 30}}",
      lines: [
        "t.json:1:18: warning: replications: expected at least 10 for usable confidence intervals,"
          + " found 3 [advice.replications]"
      ]),
    WordingCase(
      code: .adviseNobodyServes,
      text: "{\"time\": {\"warmUpMonths\": 0, \"durationMonths\": 1}, \"service\": {\"restPolicy\":"
        + " {\"enabled\": false}, \"norms\": [{\"group\": \"care\", \"intervalDays\": 31}, {\"group\":"
        + " \"development\", \"intervalDays\": 30}, {\"group\": \"work\", \"intervalDays\": 30}]},"
        + " \"staffing\": {\"fte\": 5000}}",
      lines: [
        "t.json:1:27: warning: time.warmUpMonths: expected at least the slowest interval between"
          + " contacts (service.norms.care.intervalDays, 31 days, 2 months), found 0 months"
          + " [advice.warm-up]",
        "t.json:1:108: warning: service.norms.care: expected a contact within the run (30 days), found"
          + " one per 31 days [advice.unserved-group]",
      ]),
  ]
}
