// An own study: what does a fourth worker do? Both sides are run with the same seed, so that replication by
// replication the same clients come, and the difference is known much better than either side.
// Prints the share of clients unseen for six months with three workers and with four, the difference, half its
// 95 % interval, and by how much pairing shortened it.
import CaseloadModel
import Experiments
import ScenarioFormat

var base = Scenario()
base.name = "three-workers"
base.population.clients = 400
base.inflow.applicationsPerYear = 110
base.staffing.fte = 3
base.time.warmUpMonths = 12
base.time.durationMonths = 24
base.replications = 10
var variant = base
variant.name = "four-workers"
variant.staffing.fte = 4

let experiments = [base, variant].map { scenario in
  let document = ScenarioDocument.check(scenario)
  guard let checked = document.scenario else {
    fatalError(DiagnosticRenderer.terminal(document.diagnostics))
  }
  return Experiment(scenario: checked, digest: document.sha256)
}
let results = ExperimentGrid(experiments).run(with: ReplicationRunner(threads: 2))
let comparison = PairedComparison(base: results[0], variant: results[1], comparisons: 1)
let difference = comparison.difference(.unseen6m)
print("unseen with three", difference.base)
print("unseen with four", difference.variant)
print("difference", difference.estimate.mean)
print("half-width", difference.estimate.halfWidth)
print("variance taken away by pairing", difference.varianceReduction)
