/// All commands, in the order in which help lists them.
enum CommandTable {
  static let all: [CommandDefinition] = [
    RunCommand.definition, CompareCommand.definition, SweepCommand.definition,
    SensitivityCommand.definition, OptimiseCommand.definition, CheckCommand.definition,
    ValidateModelCommand.definition,
    ValidateCommand.definition,
    ScenarioCommands.resolve,
    ScenarioCommands.new, ScenarioCommands.explain, ScenarioCommands.schema,
  ]

  /// The command with the given name.
  static func command(named name: String) -> CommandDefinition? {
    all.first { $0.name == name }
  }
}

/// Options that several commands share.
extension OptionDefinition {
  static let set = OptionDefinition(
    "--set", "KEY=VALUE", repeats: true,
    summary: "Overrides a key of the scenario, for example staffing.fte=30; may be repeated.")
  static let output = OptionDefinition(
    "--output", "DIR", summary: "The folder of all results; 'results' if not given.")
  static let quiet = OptionDefinition(
    "--quiet", summary: "Writes nothing but errors to standard error.")
  static let threads = OptionDefinition(
    "--threads", "N",
    summary:
      "Replications at work at the same time; all cores if not given. Results do not depend on it."
  )
  static let seed = OptionDefinition(
    "--seed", "S", summary: "The seed of all random numbers; by default the scenario's.")
  static let replications = OptionDefinition(
    "--replications", "N", summary: "Independent replications; by default the scenario's.")
  static let format = OptionDefinition(
    "--format", "FORMAT", summary: "What is printed: table, json or csv; table if not given.")
  static let resume = OptionDefinition(
    "--resume", summary: "Goes on with the same work that was stopped before it was complete.")
  static let journal = OptionDefinition(
    "--journal", "DIR",
    summary:
      "The folder in which finished replications are kept until the work is complete; '.journals' in"
      + " the folder of results if not given.")
}
