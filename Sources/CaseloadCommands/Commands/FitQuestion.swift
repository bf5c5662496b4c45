import CaseloadModel
import Experiments
import Foundation
import Reports
import ScenarioFormat

/// What a fit asks: scenarios, targets and free keys.
struct FitQuestion {
  /// A scenario that is simulated at every point.
  struct World {
    /// The scenario at the start.
    let base: LoadedScenario
    /// Where its files are.
    let files: ScenarioFiles
    /// Changes that hold at all points, after the free keys.
    let changes: [String]
    /// The name that keys of one scenario go by.
    let scope: String
  }

  /// The scenarios: those of the command line, then those that targets compare with.
  private(set) var worlds: [World] = []
  /// The targets.
  private(set) var goals: [FitGoal] = []
  /// The free keys.
  private(set) var keys: [FreeKey] = []
  /// The places of the present values.
  private(set) var start: [Double] = []
  /// The seed of all random numbers.
  private(set) var seed: UInt64 = 0
  private let settings: RunSettings

  init(
    _ paths: [String], _ varied: [String], _ settings: RunSettings, _ context: CommandContext
  ) throws(CommandFailure) {
    self.settings = settings
    let bases = try LoadedScenario.load(
      paths, overrides: settings.overrides, quiet: settings.quiet, context)
    for (path, base) in zip(paths, bases) {
      if worlds.contains(where: { $0.scope == base.scenario.name }) {
        throw .usage(
          "there are two scenarios '\(base.scenario.name)'",
          hint: "give the scenarios different names")
      }
      worlds.append(
        World(
          base: base, files: ScenarioFiles(path: path, root: ScenarioRoot.named(for: path)),
          changes: [], scope: base.scenario.name))
    }
    seed = settings.seed ?? bases[0].scenario.seed
    for index in paths.indices { try addGoals(of: index, path: paths[index], context) }
    guard !goals.isEmpty else {
      throw CommandFailure(
        .badScenario,
        ["\(paths.count == 1 ? "'\(paths[0])' has" : "the scenarios have") no targets"],
        hint:
          "for example \"targets\": {\"outflow.work.perYear\": {\"value\": 300, \"tolerance\": 30}}"
      )
    }
    keys = try varied.isEmpty ? usualKeys(paths.count) : statedKeys(varied)
    start = keys.map { key in
      let world = worlds.first { key.scenario == nil || key.scenario == $0.scope } ?? worlds[0]
      return key.place(of: ScenarioText.number(at: key.key, in: world.base.scenario) ?? .nan)
    }
  }

  /// The texts of an option, with those of the lines of a file in place of `@FILE`.
  ///
  /// Empty lines and what follows a number sign are passed over.
  static func lines(of texts: [String]) throws(CommandFailure) -> [String] {
    var result: [String] = []
    for text in texts {
      guard text.hasPrefix("@") else {
        result.append(text)
        continue
      }
      let path = String(text.dropFirst())
      guard let content = TextFile.read(path) else {
        throw CommandFailure(.missingInput, ["'\(path)' cannot be read"])
      }
      for line in content.split(whereSeparator: \.isNewline) {
        let entry = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        if !entry.isEmpty { result.append(entry) }
      }
    }
    return result
  }

  // MARK: - Targets

  private mutating func addGoals(
    of index: Int, path: String, _ context: CommandContext
  ) throws(CommandFailure) {
    for target in worlds[index].base.scenario.targets {
      let other =
        target.against.isEmpty
        ? nil : try world(of: target, comparedWith: index, path: path, context)
      guard
        let goal = FitGoal(target, of: worlds[index].base.scenario, world: index, other: other)
      else {
        throw CommandFailure(
          .badScenario, ["'\(path)': target '\(target.name)' cannot be read from the scenario"])
      }
      goals.append(goal)
    }
  }

  /// The position of the scenario that a target compares with.
  private mutating func world(
    of target: FitTarget, comparedWith index: Int, path: String, _ context: CommandContext
  ) throws(CommandFailure) -> Int {
    let place = "'\(path)': targets.\(target.name).against"
    let own = worlds[index]
    let world: World
    if target.against.contains("=") {
      let changes = try VariantDefinition(target.against, option: place).overrides
      if let known = worlds.firstIndex(where: { $0.scope == own.scope && $0.changes == changes }) {
        return known
      }
      let loaded = try LoadedScenario.load(
        [
          (
            "\(path) with \(target.against)",
            own.files.document(overrides: settings.overrides + changes)
          )
        ],
        overrides: [settings.overrides + changes], quiet: true, context)[0]
      world = World(base: loaded, files: own.files, changes: changes, scope: own.scope)
    } else {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      let file = target.against.hasPrefix("/") ? target.against : folder + target.against
      let root = ScenarioRoot.named(for: file)
      let loaded = try LoadedScenario.load(
        [file], overrides: settings.overrides, quiet: true, root: root, context)[0]
      if let known = worlds.firstIndex(where: {
        $0.base.digest == loaded.digest && $0.changes.isEmpty
      }) {
        return known
      }
      world = World(
        base: loaded, files: ScenarioFiles(path: file, root: root), changes: [], scope: own.scope)
    }
    let obstacles = CompareCommand.obstacles(own.base.scenario, world.base.scenario)
    guard obstacles.isEmpty else {
      throw CommandFailure(.badScenario, obstacles.map { "\(place): \($0)" })
    }
    worlds.append(world)
    return worlds.count - 1
  }

  // MARK: - Keys

  private func usualKeys(_ count: Int) throws(CommandFailure) -> [FreeKey] {
    var keys: [FreeKey] = []
    for index in 0..<count {
      let own = goals.filter { $0.world == index }
      for key in FreeKey.usual(for: own, in: worlds[index].base.scenario)
      where !keys.contains(where: { $0.key == key.key }) {
        keys.append(key)
      }
    }
    guard !keys.isEmpty else {
      throw .usage(
        "no key is known to decide these targets", hint: "name the free keys by --vary KEY=LOW:HIGH"
      )
    }
    return keys
  }

  private func statedKeys(_ varied: [String]) throws(CommandFailure) -> [FreeKey] {
    var keys: [FreeKey] = []
    for text in varied {
      let equals = text.firstIndex(of: "=") ?? text.endIndex
      let colon = text[..<equals].firstIndex(of: ":")
      let scope = colon.map { String(text[..<$0]) }
      let range: VariedRange
      do throws(VariedRange.ParseError) {
        range = try VariedRange(colon.map { String(text[text.index(after: $0)...]) } ?? text)
      } catch {
        throw .usage("option '--vary': \(error.message)")
      }
      if let scope, !worlds.contains(where: { $0.scope == scope }) {
        throw .usage(
          "option '--vary': there is no scenario '\(scope)'",
          hint: CommandFailure.hint(for: scope, among: worlds.map(\.scope)))
      }
      if keys.contains(where: {
        $0.key == range.key && ($0.scenario == nil || scope == nil || $0.scenario == scope)
      }) {
        throw .usage("option '--vary': '\(range.key)' is varied twice")
      }
      try ParsedArguments.checkVaried(range.key, after: [])
      let key = FreeKey(range, scenario: scope)
      for world in worlds where scope == nil || scope == world.scope {
        guard ScenarioText.number(at: key.key, in: world.base.scenario) == nil else { continue }
        throw .usage(
          "option '--vary': '\(world.base.scenario.name)' has no number at '\(key.key)'",
          hint: worlds.count > 1 ? "free it in one scenario only by NAME:\(key.key)=…" : nil)
      }
      keys.append(key)
    }
    for key in keys {
      guard let (list, last) = ShareRemainder.list(of: key.key) else { continue }
      for world in worlds where key.scenario == nil || key.scenario == world.scope {
        let all = ScenarioText.elementNames(of: list, in: world.base.scenario)
        guard all.allSatisfy({ name in keys.contains { $0.key == "\(list).\(name).\(last)" } })
        else { continue }
        throw .usage(
          "option '--vary': all shares of \(list) are free, so that they need not add up to 1",
          hint: "leave one of them out: it takes what is left")
      }
    }
    return keys
  }

  // MARK: - Points

  /// The values of the free keys of a scenario at a point; `nil` when its shares leave nothing for the others.
  func values(at place: [Double], in world: World) -> [(path: String, json: String)]? {
    let own = zip(keys, place).filter { $0.0.scenario == nil || $0.0.scenario == world.scope }
    return ShareRemainder.completed(
      own.map { ($0.0.key, $0.0.text(at: $0.1)) }, in: world.base.scenario
    )?.map { (path: $0.key, json: $0.json) }
  }

  /// The experiments of a point; `nil` when one of its scenarios is none.
  func experiments(at place: [Double], replications: Int) -> [Experiment]? {
    var experiments: [Experiment] = []
    for world in worlds {
      guard let values = values(at: place, in: world) else { return nil }
      let document = world.files.document(
        overrides: settings.overrides + values.map { "\($0.path)=\($0.json)" } + world.changes)
      guard let scenario = document.scenario else { return nil }
      var experiment = Experiment(scenario: scenario, digest: document.sha256)
      experiment.seed = seed
      experiment.replications = replications
      experiments.append(experiment)
    }
    return experiments
  }
}
