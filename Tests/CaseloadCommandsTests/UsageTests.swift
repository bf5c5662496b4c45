import CaseloadTestSupport
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct UsageTests {
  /// Arguments and the message that they give; the exit code is 2 and nothing is printed.
  static let wrongUsage: [([String], String)] = [
    (["rum"], "unknown command 'rum'; did you mean 'run'?"),
    (["--verison"], "unknown option '--verison'; did you mean '--version'?"),
    (["zzzzz"], "unknown command 'zzzzz'\n"),
    (["help", "swep"], "unknown command 'swep'; did you mean 'sweep'?"),
    (["help", "run", "--man"], "the manual page is one for all commands"),
    (["completion", "bsh"], "expects bash, zsh, fish, found 'bsh'; did you mean 'bash'?"),
    (["completion"], "'caseload completion' needs SHELL"),
    (["run"], "'caseload run' needs SCENARIO..."),
    (["resolve", "a.json", "b.json"], "unexpected argument 'b.json' of 'caseload resolve'"),
    (
      ["run", "a.json", "--sed", "1"],
      "unknown option '--sed' of 'caseload run'; did you mean '--se"
    ),
    (["run", "a.json", "--seed"], "option '--seed' needs a value: --seed S"),
    (["run", "a.json", "--seed", "--quiet"], "option '--seed' needs a value: --seed S"),
    (["run", "a.json", "--seed", "-1"], "expects a whole number from 0 to 18446744073709551615"),
    (["run", "a.json", "--seed", "1", "--seed=2"], "option '--seed' is given more than once"),
    (["run", "a.json", "--quiet=yes"], "option '--quiet' takes no value"),
    (["run", "a.json", "--replications", "0"], "whole number from 1 to 100000, found '0'"),
    (["run", "a.json", "--threads", "two"], "whole number from 1 to 1024, found 'two'"),
    (
      ["run", "a.json", "--format", "jso"],
      "expects table, json, csv, found 'jso'; did you mean 'json'?"
    ),
    (["run", "a.json", "--precision", "0.1"], "expects METRIC=REL, found '0.1'"),
    (
      ["run", "a.json", "--precision", "unseen.6m.shar=0.1"],
      "unknown metric 'unseen.6m.shar'; did you mean 'unseen.6m.share'?"
    ),
    (["run", "a.json", "--precision", "unseen.6m.share=0"], "a number between 0 and 1 after '='"),
    (
      ["run", "a.json", "--precision", "unseen.6m.share=nan"], "a number between 0 and 1 after '='"
    ),
    (["run", "a.json", "--precision", "unseen.6m.share=2%"], "write 2 percent as 0.02"),
    (["run", "a.json", "--precision", "unseen.6m.share=0,02"], "write 0.02, with a point"),
    (["run", "a.json", "--precision", "zzz=0.02"], "'zzz'; 'caseload explain' lists all"),
    (
      [
        "run", "a.json", "--precision", "unseen.6m.share=0.1", "--replications", "50",
        "--max-replications", "10",
      ], "--replications 50 is more than --max-replications 10"
    ),
    (
      ["compare", "a", "b", "--fail-if", "unseen.6m.share > base + 2 %"],
      "found 'base + 2 %'; write 2 percent as 0.02"
    ),
    (["sweep", "a.json", "seed=1,2"], "'seed' cannot be varied"),
    (
      ["sweep", "a.json", "staffing.fte=38,5"],
      "looks like a number with a decimal comma; write 38.5 for one number, 38.0,5.0 for two"
    ),
    (["sweep", "a.json", "staffing.fte=0,05"], "write 0.05 for one number, 0.0,5.0 for two"),
    (
      ["sweep", "a.json", "staffing.fte=38,5,40,5"],
      "has the value '5' twice; numbers with decimals are written with a point"
    ),
    (
      ["sensitivity", "a.json", "staffing.fte=20,5:30", "--metric", "unseen.6m.share"],
      "found '20,5:30'; write 20.5, with a point"
    ),
    (
      ["compare", "a.json"],
      "needs BASE VARIANT...; or BASE --variant 'more staff: staffing.fte=30'"
    ),
    (
      ["compare", "a.json", "--variant", "more staff"],
      "expects 'name: key=value, key=value', found"
    ),
    (
      ["compare", "a.json", "--variant", "x: a=1", "--variant", "x: a=2"],
      "there are two variants 'x'"
    ),
    (["check", "--standard-errors", "0"], "expects a number above 0, found '0'"),
    (["check", "--standard-errors", "2", "--update"], "exclude each other"),
    (["run", "a.json", "--language", "de"], "expects nl, en, found 'de'"),
    (["run", "a.json", "--ids", "--format", "csv"], "'--ids' has no meaning with '--format csv'"),
    (["run", "a.json", "--decimals", "10"], "whole number from 0 to 9, found '10'"),
    (["sweep", "a.json", "staffing.fte=20:30"], "expected staffing.fte=from:to:step or"),
    (["sweep", "a.json", "staffing.fte=3,3"], "'staffing.fte' has the value '3' twice"),
    (
      ["sweep", "a.json", "--paired", "staffing.fte=3,3,4", "time.durationMonths=1,1,2"],
      "staffing.fte=3, time.durationMonths=1 is given twice"
    ),
    (
      ["sweep", "a.json", "--paired", "staffing.fte=3,4", "time.durationMonths=1"],
      "the same number of values: staffing.fte has 2, time.durationMonths has 1"
    ),
    (
      [
        "sensitivity", "a.json", "replications=3:4", "--metric", "unseen.6m.share",
      ], "'replications' cannot be varied"
    ),
    (
      [
        "optimise", "a.json", "staffing.fte=3,4", "--minimise", "staffing.fte", "--limit",
        "unseen.6m.share <= 25",
      ], "lies between 0 and 1; write 25 percent as 0.25"
    ),
    (
      [
        "optimise", "a.json", "staffing.fte=3,4", "--minimise", "staffing.fte", "--limit",
        "unseen.6m.share <= 0.25", "--confidence", "95",
      ], "found '95'; write 95 percent as 0.95"
    ),
    (["check", "--tolerance", "5"], "a share below 1, found '5'; write 5 percent as 0.05"),
    (["validate", "a.json", "--staffing", "--format", "json"], "'--staffing' prints a table"),
    (["explain", "STAFFING.FTE"], "did you mean 'staffing.fte'?"),
    (["explain", "service.norms[].intervalDays"], "did you mean 'service.norms.intervalDays'?"),
    (["new", "--clients", "4.200"], "found '4.200'; write 4200 without a separator"),
    (["new", "--clients", "4,200"], "found '4,200'; write 4200 without a separator"),
    (["new", "--clients", "1 234 567"], "found '1 234 567'; write 1234567 without a separator"),
    (["new", "--clients", "38,5"], "whole number from 1 to 5000000, found '38,5'\n"),
    (["new", "--clients", "40.0"], "found '40.0'; write 40"),
    (["new", "--fte", "1,250"], "write 1250 without a separator, or 1.25 with a point"),
    (["new", "--fte", "3,5"], "found '3,5'; write 3.5, with a point"),
    (["new", "--clients", "6000000"], "a whole number from 1 to 5000000"),
    (["run", "a.json", "--max-replications", "9"], "has no meaning without '--precision'"),
    (["run", "a.json", "--output", ""], "option '--output' needs the name of a folder"),
    (
      ["explain", "staffing.ft"],
      "there is no key, metric, message or fact 'staffing.ft'; did you mean"
    ),
    (["new", "--clients", "-5"], "option '--clients' expects a whole number from 1"),
    (["new", "--fte", "inf"], "option '--fte' expects a number above 0, found 'inf'"),
    (["new", "--preset", "municipality-2015"], "did you mean 'municipality-2014'?"),
  ]

  @Test(arguments: wrongUsage) func wrongUsageIsExplained(arguments: [String], message: String) {
    let call = CommandCall(arguments)
    #expect(call.code == .usage)
    #expect(call.errors.hasPrefix("caseload: error: "))
    #expect(call.errors.contains(message), "\(call.errors)")
    #expect(call.errors.contains("--help'.\n"))
    #expect(call.output.isEmpty)
  }

  @Test func withoutArgumentsHelpIsAnError() {
    let call = CommandCall([])
    #expect(call.code == .usage)
    #expect(call.errors.contains("Usage: caseload COMMAND"))
    #expect(call.output.isEmpty)
  }

  @Test func helpNamesEveryCommandAndOption() {
    let help = CommandCall(["--help"])
    #expect(help.code == .success)
    for command in CommandTable.all {
      #expect(help.output.contains("  \(command.name) "), "\(command.name)")
      let own = CommandCall([command.name, "--help"])
      #expect(own.code == .success)
      #expect(own.output.hasPrefix("Usage: caseload \(command.name) "))
      #expect(CommandCall(["help", command.name]).output == own.output)
      for option in command.options {
        #expect(own.output.contains("  \(option.usage)"), "\(command.name) \(option.name)")
        #expect(option.name.hasPrefix("--"))
        #expect(option.summary.hasSuffix("."), "\(option.name)")
      }
    }
    for code in ExitCode.allCases {
      #expect(help.output.contains("  \(code.rawValue) "), "\(code)")
    }
  }

  @Test func helpFitsInItsWidth() {
    let texts = CommandTable.all.map(HelpText.command) + [HelpText.program]
    for line in texts.joined().split(separator: "\n") {
      #expect(line.count <= HelpText.width, "\(line)")
    }
  }

  @Test func helpWinsOverOtherErrors() {
    #expect(CommandCall(["run", "--help"]).code == .success)
    #expect(CommandCall(["resolve", "-h", "a", "b"]).code == .success)
  }

  @Test func optionsMayStandAnywhere() throws {
    let run = RunCommand.definition
    let first = try ParsedArguments(["a", "--seed=3", "b", "--set", "x=1", "--set=y=2"], of: run)
    let second = try ParsedArguments(
      ["--seed", "3", "--set", "x=1", "--set", "y=2", "a", "b"], of: run)
    #expect(first == second)
    #expect(try first[Options.set] == ["x=1", "y=2"])
    let third = try ParsedArguments(["--", "--seed", "-"], of: run)
    #expect(third.positional == ["--seed", "-"])
  }

  @Test func versionIsPrinted() {
    let version = CommandCall(["version"])
    #expect(version.output.hasPrefix("caseload \(ProgramVersion.current)\n"))
    #expect(version.code == .success)
    let call = CommandCall(["--version"])
    #expect(call.output == "caseload \(ProgramVersion.current)\n")
    #expect(call.code == .success)
  }

  @Test func helpIsACommand() {
    let call = CommandCall(["help"])
    #expect(call.code == .success)
    #expect(call.output == CommandCall(["--help"]).output)
  }

  /// What bash proposes for the last of some words, by the script itself.
  private func proposals(_ words: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    let script = try folder.write(CommandCall(["completion", "bash"]).output, to: "caseload.bash")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments =
      [
        "-c",
        "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($#-1)); _caseload; printf '%s\\n' \"${COMPREPLY[@]}\"",
        script,
      ] + words
    process.standardOutput = output
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").map(String.init)
  }

  @Test func bashCompletesCommandsOptionsAndValues() throws {
    #expect(try proposals(["caseload", "sw"]) == ["sweep"])
    #expect(try proposals(["caseload", "check", "--jun"]) == ["--junit"])
    #expect(try proposals(["caseload", "sweep", "--format", "c"]) == ["csv"])
    #expect(
      try proposals(["caseload", "sweep", "a.json", "--metric", "unseen.12"])
        == ["unseen.12m.share"])
    #expect(try proposals(["caseload", "run", "--set", "staffing.ft"]) == ["staffing.fte="])
    #expect(try proposals(["caseload", "run", "./"]) == ["./caseload.bash"])
    #expect(try proposals(["caseload", "help", "ver"]) == ["version"])
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func scriptsHoldEveryOption(shell: String) {
    let call = CommandCall(["completion", shell])
    #expect(call.code == .success)
    for command in CommandTable.all {
      #expect(call.output.contains(command.name))
      for option in command.options {
        let name = shell == "fish" ? "-l " + option.name.dropFirst(2) : option.name
        #expect(call.output.contains(name), "\(shell): \(command.name) \(option.name)")
      }
    }
  }

  @Test func theManualPageHoldsEveryOptionAndNoStrayRequest() {
    let page = CommandCall(["help", "--man"])
    #expect(page.code == .success)
    let requests = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I"]
    for line in page.output.split(separator: "\n") where line.hasPrefix(".") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    for option in CommandTable.all.flatMap(\.options) {
      #expect(
        page.output.contains(option.usage.replacing("-", with: "\\-")), "\(option.usage)")
    }
  }
}
