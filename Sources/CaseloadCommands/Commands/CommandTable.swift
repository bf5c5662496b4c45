/// All commands, in the order in which help lists them.
enum CommandTable {
  static let all: [CommandDefinition] = [
    RunCommand.definition, CompareCommand.definition, SweepCommand.definition,
    SensitivityCommand.definition, FitCommand.definition, OptimiseCommand.definition,
    MergeCommand.definition, ReportCommand.definition, ExplorerCommand.definition,
    TraceCommand.definition, CheckCommand.definition,
    ValidateModelCommand.definition, ValidateCommand.definition, ScenarioCommands.resolve,
    NewCommand.definition, ScenarioCommands.explain, ScenarioCommands.schema,
    ProgramCommands.completion, ProgramCommands.help, ProgramCommands.version,
  ]

  /// The command with the given name.
  static func command(named name: String) -> CommandDefinition? {
    all.first { $0.name == name }
  }
}
