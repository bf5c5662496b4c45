import CaseloadTestSupport
import Experiments
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct SectorCommandTests {
  private static let sector = """
    {
      "name": "towns", "replications": 2,
      "time": {"warmUpMonths": 1, "durationMonths": 2},
      "inflow": {"applicationsPerYear": 40},
      "organisations": {
        "members": [{"name": "town", "count": 5, "drawn": true}, {"name": "own", "extends": "own.json"}],
        "draws": [
          {"name": "size", "key": "population.clients", "distribution": "uniform", "low": 60, "high": 160},
          {"name": "staff", "key": "staffing.fte", "value": 0.01, "times": ["population.clients"]}
        ],
        "subsets": [{"name": "large", "rankedBy": "clients", "rankFrom": 0.5}],
        "adjustments": [{"name": "more", "subset": "large", "key": "staffing.fte", "value": 1,
          "times": ["staffing.fte"]}],
        "shares": [{"name": "many", "condition": "unseen.6m.share > 0.2"}]
      }
    }
    """

  private func write(in folder: TemporaryFolder) throws -> String {
    _ = try folder.write(
      """
      {"name": "own", "time": {"warmUpMonths": 1, "durationMonths": 2}, "population": {"clients": 90},
       "inflow": {"applicationsPerYear": 30}, "staffing": {"fte": 1}}
      """, to: "own.json")
    return try folder.write(SectorCommandTests.sector, to: "towns.json")
  }

  private func call(_ arguments: [String]) -> CommandCall {
    CommandCall(arguments, simulator: ReplicationRunner.engine)
  }

  @Test func theLogAndTablesOfASectorAreRefused() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    for words in [["--log", folder.path + "/log.csv"], ["--tables", "workers"]] {
      let ran = call(["run", path, "--output", folder.path + "/out"] + words)
      #expect(ran.code == .usage)
      #expect(ran.errors.contains("'towns' is a sector"), "\(ran.errors)")
      #expect(!folder.names().contains("log.csv"))
    }
  }

  @Test func aSectorIsRunAndItsFilesGiveItAgain() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    let out = folder.path + "/out"
    let one = call(["run", path, "--output", out, "--threads", "1"])
    #expect(one.code == .success, "\(one.errors)")
    #expect(one.output.contains("Between 6 organisations"))
    #expect(one.output.contains("of the organisations: unseen.6m.share > 0.2"))
    let names = folder.names(in: "out/towns")
    #expect(
      names == [
        "datapackage.json", "member-own.json", "organisation-quantities.csv", "organisations.csv",
        "replications.csv", "results.json", "run.json", "scenario.json", "sector.json",
        "series.csv",
      ])
    let package = try folder.text("out/towns/datapackage.json")
    #expect(package.contains("\"organisations.csv\""))
    #expect(package.contains("\"organisation-quantities.csv\""))
    let again = call(
      ["run", out + "/towns/scenario.json", "--output", folder.path + "/again", "--threads", "3"])
    #expect(again.code == .success, "\(again.errors)")
    for name in names where name != "run.json" {
      let isEqual = try folder.text("out/towns/" + name) == folder.text("again/towns/" + name)
      #expect(isEqual, "\(name)")
    }
    // The sector's parts join to the same bytes.
    for number in 1...3 {
      let part = call(
        ["run", path, "--shard", "\(number)/3", "--journal", folder.path + "/parts"])
      #expect(part.code == .success, "\(part.errors)")
    }
    let merged = call(["merge", folder.path + "/parts", "--output", folder.path + "/merged"])
    #expect(merged.code == .success, "\(merged.errors)")
    #expect(merged.output == one.output)
    for name in names where name != "run.json" {
      let isEqual = try folder.text("out/towns/" + name) == folder.text("merged/towns/" + name)
      #expect(isEqual, "\(name)")
    }
  }

  @Test func aReportTellsOfTheOrganisations() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    #expect(call(["run", path, "--output", folder.path + "/out"]).code == .success)
    for (language, words) in [
      (
        "en",
        [
          "6 organisations with", "Between the organisations", "unseen.6m.share &gt; 0.2",
          "In the middle 80 of 100 organisations", "How do organisations differ?", "town-5",
        ]
      ),
      (
        "nl",
        [
          "6 organisaties met samen", "Tussen de organisaties", "deel van de organisaties",
          "In de middelste 80 van de 100 organisaties is ", "Hoe verschillen de organisaties?",
        ]
      ),
    ] {
      let report = call([
        "report", folder.path + "/out/towns", "--language", language, "-o",
        folder.path + "/\(language).html",
      ])
      #expect(report.code == .success, "\(report.errors)")
      let page = try folder.text("\(language).html")
      for word in words { #expect(page.contains(word), "\(word)") }
    }
  }

  @Test func oneOrganisationIsTraced() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    let whole = call(["trace", path, "--client", "1"])
    #expect(
      whole.code == .usage && whole.errors.contains("--organisation 'town-1'"), "\(whole.errors)")
    let one = call(["trace", path, "--client", "1", "--organisation", "town-3"])
    #expect(one.code == .success, "\(one.errors)")
    let text = call(["resolve", path, "--organisation", "town-3"])
    let own = try folder.write(text.output, to: "town-3.json")
    let alone = call(["trace", own, "--client", "1"])
    // Below the heading, which names another scenario, the same things happen.
    let events = { (text: String) in text.split(separator: "\n").dropFirst(3).map(String.init) }
    #expect(events(one.output) == events(alone.output) && events(alone.output).count > 1)
    #expect(call(["trace", own, "--client", "1", "--organisation", "a"]).code == .usage)
  }

  @Test func anEnsembleHoldsForAllOrganisations() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    let ensemble = { (key: String) in
      """
      {"format": "caseload-ensemble/1", "scenario": {"name": "other", "sha256": "0"}, "seed": 1,
       "replications": 2, "base": {"\(key)": 0.01},
       "sets": [{"values": {"\(key)": 0.01}}, {"values": {"\(key)": 0.02}}]}
      """
    }
    // Staff is drawn per organisation: a set of twice the fitted value doubles what each has.
    let file = try folder.write(ensemble("staffing.fte"), to: "sets.json")
    let run = call([
      "run", path, "--ensemble", file, "--replications", "2", "--output", folder.path + "/out",
    ])
    #expect(run.code == .success, "\(run.errors)")
    let rows = try folder.text("out/towns-ensemble/sets.csv").split(separator: "\r\n")
      .filter { $0.contains("caseload.perFte,all") }
    #expect(rows.count == 2, "\(rows)")
    let values = rows.compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    #expect(values.count == 2 && values[1] < 0.7 * values[0], "\(rows)")
    let size = try folder.write(ensemble("population.clients"), to: "size.json")
    let refused = call(["run", path, "--ensemble", size])
    #expect(refused.code == .badScenario && refused.errors.contains("would undo the draw"))
  }

  @Test func anOrganisationByItselfGivesWhatTheSectorHas() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    #expect(call(["run", path, "--output", folder.path + "/out"]).code == .success)
    let text = call(["resolve", path, "--organisation", "town-3"])
    #expect(text.code == .success, "\(text.errors)")
    let own = try folder.write(text.output, to: "town-3.json")
    let alone = call(["run", own, "--format", "csv", "--output", folder.path + "/alone"])
    #expect(alone.code == .success, "\(alone.errors)")
    func fields(_ text: String, _ prefix: String) -> [String] {
      text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix(prefix) }.map(String.init)
    }
    let sectorRow = fields(
      try folder.text("out/towns/organisations.csv"), "town-3,unseen.6m.share,")
    let aloneRow = fields(alone.output, "town-3,unseen.6m.share,all,")
    #expect(sectorRow.count == 1 && aloneRow.count == 1, "\(alone.output.prefix(300))")
    // n, mean, sd, low and high stand behind the unit in both.
    #expect(
      Array(sectorRow[0].split(separator: ",")[3..<8])
        == Array(aloneRow[0].split(separator: ",")[4..<9]))
    #expect(
      call(["resolve", path, "--organisation", "town-9"]).errors.contains("did you mean 'town-"))
  }

  @Test func membersArePrintedWithoutARun() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    let members = call(["resolve", path, "--members"])
    #expect(members.code == .success, "\(members.errors)")
    #expect(call(["run", path, "--output", folder.path + "/out"]).code == .success)
    #expect(members.output == (try folder.text("out/towns/organisation-quantities.csv")))
    #expect(call(["resolve", path, "--members", "--organisation", "own"]).code == .usage)
    let single = call(["resolve", folder.path + "/own.json", "--members"])
    #expect(single.code == .usage && single.errors.contains("takes a sector"), "\(single.errors)")
  }

  @Test func studiesOfSectorsRunAllOrganisations() throws {
    let folder = try TemporaryFolder()
    let path = try write(in: folder)
    let compared = call([
      "compare", path, "--variant", "more: organisations.adjustments.more.value=1.5", "--format",
      "json", "--output", folder.path + "/out",
    ])
    #expect(compared.code == .success, "\(compared.errors)")
    #expect(
      folder.names(in: "out").contains("towns-compare"), "\(folder.names(in: "out"))")
    let report = call([
      "report", folder.path + "/out/towns-compare", "--language", "nl", "-o",
      folder.path + "/page.html",
    ])
    #expect(report.code == .success, "\(report.errors)")
    let page = try folder.text("page.html")
    for words in [
      "Bij welke organisaties werkt het?", "kwart 4 naar klanten per fte (1: de laagste)",
      ">large<",
    ] { #expect(page.contains(words), "\(words)") }
    let swept = call([
      "sweep", path, "--vary", "staffing.contractHoursPerWeek=28,32", "--format", "csv",
    ])
    #expect(swept.code == .success, "\(swept.errors)")
    let validated = call(["validate", path])
    #expect(validated.output.contains("valid; 6 organisations of "), "\(validated.output)")
    let warmUp = call(["run", path, "--detect-warm-up", "--output", folder.path + "/w"])
    #expect(warmUp.code == .usage && warmUp.errors.contains("is a sector"))
  }
}
