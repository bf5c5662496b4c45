import Experiments
import Foundation
import Reports
import ScenarioFormat

/// The command line of the program.
///
///     let output = MemorySink()
///     let code = CommandLineTool.run(
///       arguments: ["schema"], environment: [:], standardOutput: output.sink(),
///       standardError: MemorySink().sink())
package enum CommandLineTool {
  /// Files that a command has open at the same time beside the standard streams: for signals and events, a
  /// scenario or a result, and journals.
  private static let neededDescriptors = 10

  /// Runs the command that the process was started with, and ends the process.
  package static func main() -> Never {
    TextSink.reserveStandardStreams()
    guard TextSink.hasDescriptors(neededDescriptors) else {
      TextSink.descriptor(2).write(
        "caseload: error: too few files may be open at the same time: expected at least"
          + " \(3 + neededDescriptors); 'ulimit -n' tells and changes the limit\n")
      exit(ExitCode.missingInput.rawValue)
    }
    let interruption = Interruption()
    let watch = SignalWatch(interruption)
    let code = withExtendedLifetime(watch) {
      run(
        arguments: Array(CommandLine.arguments.dropFirst()),
        environment: ProcessInfo.processInfo.environment, standardOutput: .descriptor(1),
        standardError: .descriptor(2),
        standardInput: typedLines,
        interruption: interruption)
    }
    exit(code.rawValue)
  }

  /// The lines that a person types; `nil` when no terminal is there for questions and answers.
  private static var typedLines: (@Sendable () -> String?)? {
    guard isatty(0) == 1, isatty(2) == 1 else { return nil }
    return { @Sendable () -> String? in readLine() }
  }

  /// Runs one command.
  ///
  /// - Parameters:
  ///   - arguments: The words after the name of the program.
  ///   - environment: The variables of the process; `NO_COLOR` and `COLUMNS` are read.
  ///   - standardOutput: Where results go.
  ///   - standardError: Where errors, advice and progress go.
  ///   - standardInput: The next line that a person types, when there is somebody to ask.
  ///   - interruption: A request to stop, if there may be one.
  ///   - simulator: Runs one replication.
  package static func run(
    arguments: [String], environment: [String: String], standardOutput: TextSink,
    standardError: TextSink, standardInput: (@Sendable () -> String?)? = nil,
    interruption: Interruption = Interruption(),
    simulator: @escaping Simulator = ReplicationRunner.engine
  ) -> ExitCode {
    let context = CommandContext(
      arguments: arguments, environment: environment, output: standardOutput,
      errors: standardError, interruption: interruption, simulator: simulator,
      input: standardInput)
    let code: ExitCode
    do throws(CommandFailure) {
      code = try dispatch(arguments, context)
    } catch {
      context.report(error)
      return error.exitCode
    }
    if code == .success, let failure = standardOutput.failure {
      context.report(error: "cannot write to standard output: \(failure)")
      return .cannotWrite
    }
    return code
  }

  private static func dispatch(
    _ arguments: [String], _ context: CommandContext
  ) throws(CommandFailure) -> ExitCode {
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
      throw ProgramCommands.unknown(first)
    }
    let parsed = try ParsedArguments(Array(arguments.dropFirst()), of: command)
    if parsed.asksForHelp {
      context.output.write(HelpText.command(command))
      return .success
    }
    return try command.run(parsed, context)
  }
}
