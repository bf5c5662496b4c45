import CaseloadModel

extension ReplicationJournal {
  /// What came of simulating a finished replication once more.
  public enum Replay: Sendable, Equatable {
    /// The outcome is the same to the last bit, or the journal is empty.
    case same
    /// The outcome is another one: the program has changed since.
    case other(replication: Int)
    /// The work was stopped meanwhile.
    case cancelled
  }

  /// Simulates the first finished replication once more, so that outcomes of two engines never mix.
  public func replay(_ experiments: [Experiment], with runner: ReplicationRunner) -> Replay {
    guard let (point, replication) = firstPlace, experiments.indices.contains(point) else {
      return .same
    }
    let experiment = experiments[point]
    let outcome: ReplicationOutcome?
    do throws(InvariantViolation) {
      outcome = try runner.simulator(experiment.scenario, experiment.seed, replication) {
        runner.cancellation.isCancelled
      }
    } catch {
      return .other(replication: replication)
    }
    guard let outcome else { return .cancelled }
    return holds(outcome, point: point) ? .same : .other(replication: replication)
  }
}
