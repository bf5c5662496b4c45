import CaseloadModel
import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite("Runs over an ensemble")
struct EnsembleCommandTests {
  /// Three sets of the applications, relative to 1,000, of a scenario with another hash.
  static func ensemble(
    _ sets: [Double] = [900, 1_000, 1_200], key: String = "inflow.applicationsPerYear"
  )
    -> String
  {
    let texts = sets.map { "{\"values\": {\"\(key)\": \($0)}}" }.joined(separator: ", ")
    return """
      {"format": "caseload-ensemble/1", "scenario": {"name": "other", "sha256": "0"}, "seed": 1,
       "replications": 2, "base": {"\(key)": 1000}, "sets": [\(texts)]}
      """
  }

  private func call(_ arguments: [String]) -> CommandCall {
    CommandCall(arguments, simulator: FitCommandTests.simulator)
  }

  @Test("run gives the total interval and its parts, with sets relative to the scenario")
  func run() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(extra: ", \"inflow\": {\"applicationsPerYear\": 500}")
    let file = try folder.write(EnsembleCommandTests.ensemble(), to: "ensemble.json")
    let out = folder.path + "/out"
    let result = call(["run", path, "--ensemble", file, "--output", out])
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.contains("3 sets of"), "\(result.output)")
    #expect(
      result.errors.contains("was fitted to 'other', not to this scenario"), "\(result.errors)")
    #expect(
      folder.names(in: "out/tiny-ensemble") == [
        "results.csv", "results.json", "run.json", "scenario.json", "sets.csv",
      ])
    let row = try folder.text("out/tiny-ensemble/results.csv").split(separator: "\r\n").first {
      $0.contains("stock.clients,all")
    }
    let fields = try #require(row).split(separator: ",", omittingEmptySubsequences: false).map(
      String.init)
    // The stock is twice the applications of 450, 500 and 600, with the mean chance of replications 0 to 3.
    let mean = try #require(Double(fields[4]))
    #expect(abs(mean / (2 * 1_550 / 3) - 1) < 0.01)
    let (chance, parameters) = (try #require(Double(fields[7])), try #require(Double(fields[8])))
    #expect(chance > 0 && parameters > 10 * chance)
    #expect(try #require(Double(fields[9])) < 910 && #require(Double(fields[10])) > 1_190)
  }

  @Test("compare tells in how many sets the sign holds")
  func compare() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let file = try folder.write(EnsembleCommandTests.ensemble(), to: "sets.json")
    let result = call([
      "compare", path, "--variant", "less norm: caseload.normPerFte=60", "--ensemble", file,
      "--metric",
      "unseen.6m.share", "--output", folder.path + "/out",
    ])
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.contains("higher in 3 of 3 sets, between"), "\(result.output)")
    #expect(folder.names(in: "out").contains("tiny-compare-ensemble"))
    let dutch = call([
      "compare", path, "--variant", "less norm: caseload.normPerFte=60", "--ensemble", file,
      "--metric",
      "unseen.6m.share", "--language", "nl",
    ])
    #expect(dutch.output.contains("hoger in 3 van de 3 sets, tussen"), "\(dutch.output)")
  }

  @Test(
    "Too few replications per set are named, on the terminal and in the file, in both languages")
  func fewReplications() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let file = try folder.write(EnsembleCommandTests.ensemble(), to: "sets.json")
    let few = call([
      "run", path, "--ensemble", file, "--replications", "2", "--output", folder.path + "/out",
    ])
    #expect(few.output.contains("Too few replications per set (2)"), "\(few.output)")
    let json = try folder.text("out/tiny-ensemble/results.json")
    #expect(json.contains("Too few replications per set (2)"), "\(json.prefix(600))")
    #expect(json.contains("\"chanceWithinSetsShare\""))
    let table = try folder.text("out/tiny-ensemble/results.csv")
    #expect(table.prefix { $0 != "\r\n" }.hasSuffix("chanceWithinSetsShare"))
    let dutch = call([
      "run", path, "--ensemble", file, "--replications", "2", "--language", "nl", "--output",
      folder.path + "/nl",
    ])
    #expect(dutch.output.contains("Te weinig herhalingen per set (2)"), "\(dutch.output)")
    let usual = call(["run", path, "--ensemble", file, "--output", folder.path + "/usual"])
    #expect(usual.output.contains("5 replications each"), "\(usual.output)")
    #expect(!usual.output.contains("Too few replications"), "\(usual.output)")
  }

  @Test(
    "A report tells both kinds of uncertainty, few replications and names that stay names, in both languages"
  )
  func report() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let file = try folder.write(EnsembleCommandTests.ensemble(), to: "sets.json")
    #expect(
      call([
        "compare", path, "--variant", "less <norm>: caseload.normPerFte=60", "--ensemble", file,
        "--replications", "3", "--output", folder.path + "/out",
      ]).code == .success)
    func page(_ name: String, _ language: String) throws -> String {
      let made = CommandCall([
        "report", folder.path + "/out/" + name, "--language", language, "-o",
        folder.path + "/page.html",
      ])
      #expect(made.code == .success, "\\(made.errors)")
      return try folder.text("page.html")
    }
    let en = try page("tiny-compare-ensemble", "en")
    for words in [
      "the difference lies between", "higher in 3 of 3 sets", "less &lt;norm&gt;",
      "Too few replications (3)", "Margin from parameters",
    ] { #expect(en.contains(words), "\\(words)") }
    let nl = try page("tiny-compare-ensemble", "nl")
    for words in ["het verschil ligt tussen", "hoger in 3 van 3 sets", "Te weinig herhalingen (3)"]
    {
      #expect(nl.contains(words), "\\(words)")
    }
    #expect(
      call(["run", path, "--ensemble", file, "--output", folder.path + "/out"]).code == .success)
    let run = try page("tiny-ensemble", "en")
    #expect(run.contains("95%, chance and parameters together"))
    #expect(!run.contains("Too few replications") && !run.contains("the difference lies"))
  }

  @Test(
    "A table shows the usual metrics, or those that are asked for, and says where the others are")
  func shownMetrics() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let file = try folder.write(EnsembleCommandTests.ensemble(), to: "sets.json")
    let usual = call([
      "compare", path, "--variant", "less norm: caseload.normPerFte=60", "--ensemble", file,
    ])
    #expect(usual.output.contains("; --metric METRIC shows others"), "\(usual.output)")
    #expect(usual.output.split(separator: "\n").count < 75, "\(usual.output)")
    let chosen = call([
      "run", path, "--ensemble", file, "--metric", "relapse.12m.share", "--output",
      folder.path + "/out",
    ])
    #expect(chosen.output.contains("Return within twelve months"), "\(chosen.output)")
    #expect(!chosen.output.contains("Clients in stock") && !chosen.output.contains("shows others"))
    #expect(call(["run", path, "--metric", "relapse.12m.share"]).code == .usage)
  }

  @Test("sweep gives each point over all sets")
  func sweep() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let file = try folder.write(EnsembleCommandTests.ensemble(), to: "sets.json")
    let result = call([
      "sweep", path, "caseload.normPerFte=60,120", "--ensemble", file, "--metric",
      "unseen.6m.share",
    ])
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.contains("caseload.normPerFte=60"), "\(result.output)")
    #expect(result.output.contains("caseload.normPerFte=120"))
  }

  @Test(
    "An ensemble of other keys, a damaged one and options without meaning are refused before work starts"
  )
  func refusals() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario()
    let foreign = try folder.write(
      EnsembleCommandTests.ensemble(key: "outflow.rates.nobody.workPerYear"), to: "foreign.json")
    let other = call(["run", path, "--ensemble", foreign])
    #expect(other.code == .badScenario)
    #expect(other.errors.contains("has no outflow.rates.nobody.workPerYear"), "\(other.errors)")
    let single = try folder.write(EnsembleCommandTests.ensemble([900]), to: "single.json")
    #expect(call(["run", path, "--ensemble", single]).errors.contains("at least two sets"))
    let damaged = try folder.write("{\"format\": \"caseload-ensemble/1\",", to: "damaged.json")
    #expect(call(["run", path, "--ensemble", damaged]).code == .badScenario)
    let wrong = try folder.write("{\"format\": \"x\"}", to: "wrong.json")
    #expect(
      call(["run", path, "--ensemble", wrong]).errors.contains("caseload fit writes ensembles"))
    #expect(call(["run", path, "--ensemble", folder.path + "/none"]).code == .missingInput)
    #expect(call(["run", path, "--ensemble", single, "--detect-warm-up"]).code == .usage)
  }

  @Test("A run says in one line that an ensemble stands beside the fitted scenario")
  func note() throws {
    let folder = try TemporaryFolder()
    let path = try folder.scenario(extra: ", \"inflow\": {\"applicationsPerYear\": 1000}")
    _ = try folder.write(EnsembleCommandTests.ensemble(), to: "ensemble.json")
    let result = call(["run", path, "--output", folder.path + "/out"])
    #expect(result.errors.contains("holds 3 sets that fit this scenario"), "\(result.errors)")
    let other = try folder.scenario(name: "other")
    let silent = call(["run", other, "--output", folder.path + "/out"])
    #expect(!silent.errors.contains("sets that fit"), "\(silent.errors)")
  }
}
