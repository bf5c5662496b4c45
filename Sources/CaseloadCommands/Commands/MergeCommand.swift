import Experiments
import Foundation
import Reports

/// `caseload merge`: joins the parts of a study into the bytes of an undivided one.
enum MergeCommand {
  static let definition = CommandDefinition(
    name: "merge", arguments: [ArgumentDefinition("JOURNAL", 1...Int.max, .file)],
    summary: "Joins the parts of a study into the bytes of an undivided one.",
    details: [
      "JOURNAL is what a command with --shard I/N wrote, or a folder of such files; the order does not "
        + "matter. The command that the parts were made with is repeated, in the current folder and with "
        + "outcomes from the journals in place of simulations, so the scenario files have to be there and "
        + "unchanged.",
      "Journals of other work, damaged ones and unfinished ones are refused, and so are two outcomes of "
        + "the same replication that differ. One record of each file is simulated again. When "
        + "replications are missing they are listed, and nothing is written (exit code 66).",
    ],
    options: [
      Options.output.explained(
        "The folder of all results; for compare and sweep nothing is written if not given."
      ).definition,
      Options.threads.definition, Options.quiet.definition,
    ],
    run: { (arguments, context) throws(CommandFailure) in try run(arguments, context) })

  private static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) -> ExitCode {
    let files = try files(arguments.positional)
    let merged: MergedJournal
    do throws(MergedJournal.Refusals) {
      merged = try MergedJournal(files)
    } catch {
      throw CommandFailure(
        .missingInput, error.refusals.map { "'\($0.path)' cannot be joined: \($0.reason)" })
    }
    guard let name = merged.arguments.first, let command = CommandTable.command(named: name) else {
      throw CommandFailure(.missingInput, ["the journals do not tell which command made them"])
    }
    var words = Array(merged.arguments.dropFirst())
    let own = arguments.options.map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" }
    words.insert(contentsOf: own, at: 0)
    if try !arguments[Options.quiet] {
      let files = merged.paths.count
      context.report(
        note: "\(merged.recordCount) replications in \(files) file\(files == 1 ? "" : "s") of"
          + " 'caseload \(merged.arguments.filter { $0 != "--" }.joined(separator: " "))'")
    }
    var context = context
    context.merged = merged
    context.arguments = [name] + words
    return try command.run(try ParsedArguments(words, of: command), context)
  }

  /// The files that are named, and those in folders that are named, in order.
  private static func files(_ paths: [String]) throws(CommandFailure) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw CommandFailure(.missingInput, ["there is no journal '\(path)'"])
      }
      guard isFolder.boolValue else {
        files.append(path)
        continue
      }
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        .filter { $0.hasSuffix(".journal") && $0.contains(".shard-") }
      guard !names.isEmpty else {
        throw CommandFailure(.missingInput, ["the folder '\(path)' holds no part of a study"])
      }
      files += names.map { path + "/" + $0 }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }
}
