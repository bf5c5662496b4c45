import Testing

@testable import CaseloadCommands

@Suite struct UsageTests {
  /// Arguments and the message that they give; the exit code is 2 and nothing is printed.
  static let wrongUsage: [([String], String)] = [
    (["rum"], "unknown command 'rum'; did you mean 'run'?"),
    (["--verison"], "unknown option '--verison'; did you mean '--version'?"),
    (["zzzzz"], "unknown command 'zzzzz'\n"),
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
    (["run", "a.json", "--replications", "0"], "whole number from 1 to 1000000, found '0'"),
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
    (["new", "--fte", "3,5"], "found '3,5'; write 3.5, with a point"),
    (["new", "--clients", "6000000"], "a whole number from 1 to 5000000"),
    (["run", "a.json", "--max-replications", "9"], "has no meaning without '--precision'"),
    (["run", "a.json", "--output", ""], "option '--output' needs the name of a folder"),
    (["explain", "staffing.ft"], "there is no key, metric or message 'staffing.ft'; did you mean"),
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
      for option in command.options {
        #expect(own.output.contains("  \(option.name)"), "\(command.name) \(option.name)")
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
    #expect(first.values("--set") == ["x=1", "y=2"])
    let third = try ParsedArguments(["--", "--seed", "-"], of: run)
    #expect(third.positional == ["--seed", "-"])
  }

  @Test func versionIsPrinted() {
    let call = CommandCall(["--version"])
    #expect(call.output == "caseload \(ProgramVersion.current)\n")
    #expect(call.code == .success)
  }
}
