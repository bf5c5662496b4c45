// A caseload scenario in code: checked by the rules that hold for files, then one replication of it.
// Prints what the check says of a group that was renamed in one place only, then the mean stock and the
// share of clients who were not spoken to for six months.
import CaseloadModel
import ScenarioFormat

var scenario = Scenario()
scenario.name = "four-workers"
scenario.population.clients = 400
scenario.inflow.applicationsPerYear = 110
scenario.staffing.fte = 4
scenario.time.warmUpMonths = 12
scenario.time.durationMonths = 24

var renamed = scenario
renamed.population.groups[0].name = "support"
let wrong = ScenarioDocument.check(renamed)
print(
  "errors of a renamed group", wrong.diagnostics.filter { $0.severity == .error }.count > 0 ? 1 : 0)

let document = ScenarioDocument.check(scenario)
guard let checked = document.scenario else {
  fatalError(DiagnosticRenderer.terminal(document.diagnostics))
}
guard let outcome = try simulate(checked, seed: 1, replication: 0) else { fatalError("cancelled") }
print("mean stock", outcome[.stockClients, 0])
print("unseen share", outcome[.unseen6m, 0])
