import CaseloadCommands
import CaseloadModel
import Experiments
import Foundation
import ScenarioFormat

// Relations between studies of a scenario: they are made by the commands themselves, as a user would.
extension HuntCheck {
  /// Seconds of one replication from which a study of several would look like a hang.
  private static let longest = 0.4
  private static let replications = 3

  /// The verdict of a check that takes several replications; `seconds` is what one takes.
  func studyVerdict(
    on tree: ScenarioTree, _ scenario: Scenario, seconds: Double,
    with simulator: @escaping Simulator
  ) -> Verdict {
    guard seconds < HuntCheck.longest else { return .impossible }
    if self == .moreStaff { return moreStaff(scenario, simulator) }
    // A study of few replications has no later one to log.
    var tree = tree
    if tree["outputs"]?["replication"] != nil { tree.set(["outputs", "replication"], .leaf("0")) }
    let folder = HuntedStudy.folder(process: getpid())
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try tree.json.write(toFile: folder + "/hunted.json", atomically: false, encoding: .utf8)
    } catch { return .impossible }
    let study = HuntedStudy(
      folder: folder, replications: HuntCheck.replications, simulator: simulator)
    switch self {
    case .resume: return study.resume()
    case .shards: return study.shards()
    default: return study.separate()
    }
  }

  /// Twice the staff never leaves more people unseen, beyond what chance does to a few pairs of runs.
  private func moreStaff(_ scenario: Scenario, _ simulator: Simulator) -> Verdict {
    // Staff that follows something else, or changes, is another question.
    guard scenario.staffing.rule == .fte, scenario.interventions.changes.isEmpty,
      scenario.staffing.fte <= 6
    else { return .impossible }
    var more = scenario
    more.staffing.fte *= 2
    var differences = RunningSums()
    for replication in 0..<6 {
      guard let few = HuntCase.simulate(scenario, replication: replication, with: simulator),
        let many = HuntCase.simulate(more, replication: replication, with: simulator),
        case .success(let before) = few, case .success(let after) = many
      else { return .impossible }
      let difference = after[.unseen6m, 0] - before[.unseen6m, 0]
      if difference.isFinite { differences.add(difference) }
    }
    guard differences.count == 6 else { return .impossible }
    let rise = differences.mean - 5 * differences.standardError
    return rise > 0.05
      ? .fault(kind: "more staff, more unseen", detail: "\(differences.mean)") : .holds
  }
}

/// Mean and standard error of a few numbers.
private struct RunningSums {
  private var values: [Double] = []
  mutating func add(_ value: Double) { values.append(value) }
  var count: Int { values.count }
  var mean: Double { values.reduce(0, +) / Double(count) }
  var standardError: Double {
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1) / Double(count)).squareRoot()
  }
}

/// Runs of one scenario by the command line, in a folder of their own.
struct HuntedStudy {
  /// Where the studies of a process are.
  static func folder(process: Int32) -> String {
    NSTemporaryDirectory() + "caseload-hunt-study-\(process)"
  }

  /// Where the scenario and the results are.
  let folder: String
  /// Replications of the whole study.
  let replications: Int
  /// The engine, or a stand-in.
  let simulator: Simulator

  /// Runs the scenario, and returns the exit code.
  @discardableResult
  private func run(
    to output: String, replications count: Int, threads: Int = 1, more: [String] = [],
    interruption: Interruption = Interruption(), simulator other: Simulator? = nil
  ) -> Int32 {
    command(
      [
        "run", folder + "/hunted.json", "--quiet", "--replications", "\(count)", "--threads",
        "\(threads)", "--output", folder + "/" + output,
      ] + more, interruption: interruption, simulator: other)
  }

  private func command(
    _ arguments: [String], interruption: Interruption = Interruption(),
    simulator other: Simulator? = nil
  ) -> Int32 {
    CommandLineTool.run(
      arguments: arguments, environment: [:], standardOutput: MemorySink().sink(),
      standardError: MemorySink().sink(), interruption: interruption, simulator: other ?? simulator
    ).rawValue
  }

  /// A file of the results in a folder.
  private func file(_ name: String, in output: String) -> String? {
    guard
      let entry = FileManager.default.enumerator(atPath: folder + "/" + output)?
        .compactMap({ $0 as? String }).first(where: { $0.hasSuffix("/" + name) })
    else { return nil }
    return try? String(contentsOfFile: "\(folder)/\(output)/\(entry)", encoding: .utf8)
  }

  /// Replication k is the same among few and among many, whatever the number of threads.
  func separate() -> HuntCheck.Verdict {
    let few = run(to: "few", replications: replications)
    let many = run(to: "many", replications: 2 * replications, threads: 3)
    guard few == 0, many == 0, let first = file("replications.csv", in: "few"),
      let second = file("replications.csv", in: "many")
    else { return .fault(kind: "separate", detail: "exit codes \(few) and \(many)") }
    return second.hasPrefix(first)
      ? .holds : .fault(kind: "separate", detail: "another replication among more of them")
  }

  /// A run that is stopped and resumed gives the bytes of one that was not.
  func resume() -> HuntCheck.Verdict {
    guard run(to: "whole", replications: replications) == 0 else {
      return .fault(kind: "resume", detail: "the run fails")
    }
    final class Counter: @unchecked Sendable { var value = 0 }
    let counter = Counter()
    let interruption = Interruption()
    let simulator = simulator
    let stopped = run(to: "parts", replications: replications, interruption: interruption) {
      (scenario, seed, replication, isCancelled) throws(InvariantViolation) in
      if counter.value == 1 { interruption.interrupt(by: SIGINT) }
      counter.value += 1
      return try simulator(scenario, seed, replication, isCancelled)
    }
    let resumed = run(to: "parts", replications: replications, threads: 2, more: ["--resume"])
    guard stopped == ExitCode.interrupted.rawValue, resumed == 0 else {
      return .fault(kind: "resume", detail: "exit codes \(stopped) and \(resumed)")
    }
    return same("parts", as: "whole", kind: "resume")
  }

  /// A run in two shards that are joined gives the bytes of an undivided one.
  func shards() -> HuntCheck.Verdict {
    guard run(to: "whole", replications: replications) == 0 else {
      return .fault(kind: "shards", detail: "the run fails")
    }
    let journals = folder + "/journals"
    let codes = ["1/2", "2/2"].map { shard in
      run(
        to: "parts", replications: replications, more: ["--shard", shard, "--journal", journals])
    }
    let merged = command(["merge", journals, "--output", folder + "/parts", "--quiet"])
    guard codes == [0, 0], merged == 0 else {
      return .fault(kind: "shards", detail: "exit codes \(codes) and \(merged)")
    }
    return same("parts", as: "whole", kind: "shards")
  }

  private func same(_ output: String, as other: String, kind: String) -> HuntCheck.Verdict {
    for name in ["results.json", "replications.csv", "series.csv"] {
      let (found, expected) = (file(name, in: output), file(name, in: other))
      // A scenario may ask for no table of months; the results themselves are always there.
      guard found == expected, found != nil || name == "series.csv" else {
        return .fault(kind: kind, detail: "other bytes in \(name)")
      }
    }
    return .holds
  }
}
