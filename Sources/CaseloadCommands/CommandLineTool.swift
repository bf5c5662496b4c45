import Experiments
import Foundation
import Reports

/// The command line of the program.
///
///     let output = MemorySink()
///     let code = CommandLineTool.run(
///       arguments: ["schema"], environment: [:], standardOutput: output.sink(),
///       standardError: MemorySink().sink())
public enum CommandLineTool {
  /// Runs the command that the process was started with, and ends the process.
  public static func main() -> Never {
    TextSink.reserveStandardStreams()
    let interruption = Interruption()
    let watch = SignalWatch(interruption)
    let code = withExtendedLifetime(watch) {
      run(
        arguments: Array(CommandLine.arguments.dropFirst()),
        environment: ProcessInfo.processInfo.environment, standardOutput: .descriptor(1),
        standardError: .descriptor(2), interruption: interruption)
    }
    exit(code.rawValue)
  }

  /// Runs one command.
  ///
  /// - Parameters:
  ///   - arguments: The words after the name of the program.
  ///   - environment: The variables of the process; `NO_COLOR` and `COLUMNS` are read.
  ///   - standardOutput: Where results go.
  ///   - standardError: Where errors, advice and progress go.
  ///   - interruption: A request to stop, if there may be one.
  ///   - simulator: Runs one replication.
  public static func run(
    arguments: [String], environment: [String: String], standardOutput: TextSink,
    standardError: TextSink, interruption: Interruption = Interruption(),
    simulator: @escaping Simulator = ReplicationRunner.engine
  ) -> ExitCode {
    let context = CommandContext(
      arguments: arguments, environment: environment, output: standardOutput,
      errors: standardError, interruption: interruption, simulator: simulator)
    let code: ExitCode
    do throws(UsageError) {
      code = try dispatch(arguments, context)
    } catch {
      context.report(error: error.message + (error.hint.map { "; \($0)" } ?? ""))
      let name = arguments.first.flatMap { CommandTable.command(named: $0)?.name }
      standardError.write("See 'caseload \(name.map { $0 + " " } ?? "")--help'.\n")
      return .usage
    }
    if code == .success, let failure = standardOutput.failure {
      context.report(error: "cannot write to standard output: \(failure)")
      return .cannotWrite
    }
    return code
  }

  private static func dispatch(
    _ arguments: [String], _ context: CommandContext
  ) throws(UsageError) -> ExitCode {
    guard let first = arguments.first else {
      context.errors.write(HelpText.program)
      return .usage
    }
    switch first {
    case "--help", "-h":
      context.output.write(HelpText.program)
      return .success
    case "--version":
      context.output.write("caseload \(ProgramVersion.current)\n")
      return .success
    default: break
    }
    guard let command = CommandTable.command(named: first) else {
      let kind = first.hasPrefix("-") ? "option" : "command"
      throw UsageError(
        "unknown \(kind) '\(first)'",
        hint: UsageError.hint(
          for: first, among: CommandTable.all.map(\.name) + ["--help", "--version"]))
    }
    let parsed = try ParsedArguments(Array(arguments.dropFirst()), of: command)
    if parsed.asksForHelp {
      context.output.write(HelpText.command(command))
      return .success
    }
    return try command.run(parsed, context)
  }
}
