import CaseloadModel

extension ReplicationJournal {
  /// What came of simulating a finished replication once more.
  package enum Replay: Sendable, Equatable {
    /// The outcome is the same to the last bit, or the journal is empty.
    case same
    /// The outcome is another one: the program has changed since.
    case other(replication: Int)
    /// The work was stopped meanwhile.
    case cancelled
  }

  /// Simulates the first finished replication once more, so that outcomes of two engines never mix.
  package func replay(_ experiments: [Experiment], with runner: ReplicationRunner) -> Replay {
    guard let key = firstKey, experiments.indices.contains(key.point) else { return .same }
    switch ReplicationJournal.simulated(key, experiments, with: runner) {
    case .cancelled: return .cancelled
    case .failed: return .other(replication: key.replication)
    case .outcome(let outcome):
      return holds(outcome, at: key) ? .same : .other(replication: key.replication)
    }
  }

  /// What came of simulating one job.
  enum Simulated {
    case outcome(ReplicationOutcome)
    case failed
    case cancelled
  }

  /// Simulates the job that a record is of.
  static func simulated(
    _ key: JournalScan.Key, _ experiments: [Experiment], with runner: ReplicationRunner
  ) -> Simulated {
    let job = experiments[key.point].job(point: key.point, key.replication)
    if let sector = job.sector, !sector.organisations.indices.contains(key.organisation) {
      return .failed
    }
    let own = job.sector.map { job.organisation(key.organisation, of: $0) } ?? job
    let cancellation = runner.cancellation
    do throws(InvariantViolation) {
      let outcome = try SeparateReplication.run(
        runner.simulator, own.scenario, seed: own.seed, replication: own.replication,
        isCancelled: { cancellation.isCancelled }, isStopped: { cancellation.isCancelled })
      return outcome.map { .outcome($0) } ?? .cancelled
    } catch {
      return .failed
    }
  }
}
