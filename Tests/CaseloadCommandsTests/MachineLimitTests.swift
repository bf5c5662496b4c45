import CaseloadModel
import CaseloadTestSupport
import Testing

@testable import CaseloadCommands

/// Nobody starts what the machine cannot hold without being told before.
@Suite struct MachineLimitTests {
  @Test func tenMillionWorkersAreToldBeforeTheRun() throws {
    let folder = try TemporaryFolder()
    let file = try folder.scenario(
      extra:
        ", \"staffing\": { \"fte\": 1, \"contractHoursPerWeek\": 1e-9, \"turnoverPerYear\": 0 }")
    let call = CommandCall(["run", file, "--quiet", "--output", folder.path + "/out"])
    #expect(call.code == .badScenario)
    #expect(call.errors.contains("one replication takes about 58 TB of memory"), "\(call.errors)")
    #expect(call.errors.contains("36,000,000,001 who ever work here"), "\(call.errors)")
    #expect(call.errors.contains("staffing.contractHoursPerWeek"), "\(call.errors)")
    #expect(folder.names(in: "out").isEmpty)
  }

  @Test func aContractOfNoHoursIsNoEndlessLoop() throws {
    let folder = try TemporaryFolder()
    let file = try folder.scenario(
      extra: ", \"staffing\": { \"contractHoursPerWeek\": 5e-324 }")
    let call = CommandCall(["run", file, "--output", folder.path + "/out"])
    #expect(call.code == .badScenario)
    #expect(call.errors.contains("more than 1,000,000 TB"), "\(call.errors)")
  }

  @Test func replicationsTogetherHaveToFit() throws {
    let scenario = Scenario()
    let one = RunSize(scenario).bytes
    let limits = MachineLimits(memory: 3.5 * one)
    #expect(limits.failure(scenario, path: "x") == nil)
    #expect(limits.failure([scenario], threads: 3, replications: 30) == nil)
    let failure = try #require(limits.failure([scenario], threads: 8, replications: 30))
    #expect(failure.exitCode == .badScenario)
    #expect(failure.hint == "'--threads 3' takes less")
    #expect(limits.failure([scenario], threads: 8, replications: 2) == nil)
    #expect(MachineLimits(memory: 0.9 * one).failure(scenario, path: "x") != nil)
  }

  @Test func longRunsAreAnnounced() {
    var scenario = Scenario()
    #expect(MachineLimits.note(scenario) == nil)
    scenario.population.clients = 5_000_000
    scenario.inflow.applicationsPerYear = 1_000_000
    scenario.time.durationMonths = 1_200
    #expect(MachineLimits.note(scenario)?.hasPrefix("one replication takes about ") == true)
  }
}
