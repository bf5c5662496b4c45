import CaseloadModel
import Testing

@testable import ScenarioFormat

@Suite("Targets")
struct TargetTests {
  @Test("Targets are written by name or as a list, and mean the same")
  func bothForms() throws {
    let named = try #require(
      read(
        #"{"targets": {"outflow.work.perYear": {"value": 300, "tolerance": 30}, "care": {"metric": "stock.clients", "group": "care", "value": 900, "tolerance": 50, "year": 2}}}"#
      ).scenario)
    let listed = try #require(
      read(
        #"{"targets": [{"name": "outflow.work.perYear", "value": 300, "tolerance": 30}, {"name": "care", "metric": "stock.clients", "group": "care", "value": 900, "tolerance": 50, "year": 2}]}"#
      ).scenario)
    #expect(named.targets == listed.targets)
    #expect(named.targets.count == 2)
    #expect(named.targets[0].metricID == "outflow.work.perYear")
    #expect(named.targets[1].metricID == "stock.clients")
    #expect(named.targets[1].year == 2)
    let again = try #require(read(ScenarioText.resolved(named)).scenario)
    #expect(again.targets == named.targets)
  }

  @Test("Targets change nothing in a run, so the hash leaves them out")
  func hashLeavesThemOut() {
    let with = read(#"{"targets": {"stock.clients": {"value": 300, "tolerance": 30}}}"#)
    #expect(with.sha256 == read("{}").sha256)
    #expect(!with.sha256.isEmpty)
  }

  @Test(
    "What is wrong with a target is told with its place",
    arguments: [
      (
        #""outflow.wrk.perYear": {"value": 1, "tolerance": 1}"#, DiagnosticCode.unknownReference,
        "targets.outflow.wrk.perYear"
      ),
      (
        #""a": {"metric": "stock", "value": 1, "tolerance": 1}"#, .unknownReference,
        "targets.a.metric"
      ),
      (#""stock.clients": {"value": 1}"#, .missingReference, "targets.stock.clients.tolerance"),
      (
        #""stock.clients": {"value": 1, "tolerance": 1, "group": "nobody"}"#, .unknownReference,
        "targets.stock.clients.group"
      ),
      (
        #""caseload.perFte": {"value": 1, "tolerance": 1, "group": "care"}"#, .impossible,
        "targets.caseload.perFte.group"
      ),
      (
        #""stock.clients": {"value": 1, "tolerance": 1, "year": 6}"#, .impossible,
        "targets.stock.clients.year"
      ),
      (
        #""stock.clients": {"value": 1, "tolerance": 1, "date": "2009-01-01"}"#, .impossible,
        "targets.stock.clients.date"
      ),
      (
        #""stock.clients": {"value": 1, "tolerance": 1, "date": "soon"}"#, .badDate,
        "targets.stock.clients.date"
      ),
      (
        #""unseen.6m.share": {"value": 25, "tolerance": 1}"#, .outOfRange,
        "targets.unseen.6m.share.value"
      ),
      (
        #""unseen.6m.share": {"value": 1, "tolerance": 1, "measure": "ratio"}"#, .missingReference,
        "targets.unseen.6m.share.against"
      ),
      (
        #""unseen.6m.share": {"value": 1, "tolerance": 1, "against": "x.json"}"#, .missingReference,
        "targets.unseen.6m.share.measure"
      ),
      (
        #""stock.clients": {"value": 1, "tolerance": 1, "name": "x"}"#, .unknownKey,
        "targets.stock.clients.name"
      ),
      (#""stock clients": {"value": 1, "tolerance": 1}"#, .badName, "targets.stock clients"),
      (#""stock.clients": 5"#, .wrongType, "targets.stock.clients"),
      (#""stock.clients": {"remove": true}"#, .unknownElement, "targets.stock.clients"),
    ])
  func problems(members: String, code: DiagnosticCode, path: String) throws {
    let document = read("{\"targets\": {\(members)}}")
    let errors = document.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code], "\(errors)")
    #expect(errors.first?.keyPath == path)
    #expect(errors.first?.line == 1)
  }

  @Test(
    "A stock that stated inflow and exits cannot keep gets the arithmetic, and one that they keep gets none"
  )
  func balance() throws {
    func advice(inflow: Int, work: Int, groups: String = "") -> [Diagnostic] {
      read(
        """
        {"population": {"clients": 4200}, "time": {"warmUpMonths": 30, "durationMonths": 60},
         "targets": {"stock.clients": {"value": 4200, "tolerance": 85},
         "inflow.perYear": {"value": \(inflow), "tolerance": 35},
         "outflow.work.perYear": {"value": \(work), "tolerance": 20},
         "outflow.subsidised.perYear": {"value": 100, "tolerance": 20},
         "outflow.other.perYear": {"value": 750, "tolerance": 40}\(groups)}}
        """
      ).diagnostics.filter { $0.code == .adviseBalance }
    }
    #expect(advice(inflow: 1_150, work: 300) == [])
    let found = advice(inflow: 1_400, work: 300)
    #expect(found.count == 1)
    let text = try #require(found.first)
    #expect(text.keyPath == "targets.inflow.perYear")
    // 1,400 - (300 + 100 + 750) = 250 a year, so 1,250 in five years.
    #expect(text.found.contains("250 a year more"))
    #expect(text.found.contains("tend to 5450 in 5 years"))
    let groups = ["care": 1_000, "development": 1_000, "work": 1_000].map {
      #", "\#($0)": {"metric": "stock.clients", "group": "\#($0)", "value": \#($1), "tolerance": 50}"#
    }.joined()
    #expect(
      advice(inflow: 1_150, work: 300, groups: groups).map(\.keyPath) == ["targets.stock.clients"])
  }

  @Test("An inflow that cannot keep the stock is told, save where a stock that moves is wanted")
  func inflow() throws {
    func advice(_ sections: String) -> [Diagnostic] {
      read("{\"time\": {\"warmUpMonths\": 30}, \(sections)}").diagnostics.filter {
        $0.code == .adviseBalance
      }
    }
    let few = advice(#""population": {"clients": 400}"#)
    #expect(few.map(\.keyPath) == ["inflow.applicationsPerYear"])
    // 808 applications keep the 3000 clients of the defaults, so that 400 ask for about 108.
    let hint = try #require(few.first?.hint)
    let needed = try #require(hint.split(separator: " ").compactMap { Double($0) }.first)
    #expect(needed > 80 && needed < 140, "\(hint)")
    #expect(few.first?.found.contains("tend to about") == true)
    let kept = #""population": {"clients": 400}, "inflow": {"applicationsPerYear": 108}"#
    #expect(advice(kept) == [])
    #expect(advice(#""population": {"clients": 3000}"#) == [])
    #expect(advice(#""population": {"clients": 20000}"#).count == 1)
    // A stock that is to move: nobody comes, it is stated, or the inflow changes on a date.
    for wanted in [
      #""inflow": {"applicationsPerYear": 0}"#,
      #""targets": {"stock.clients": {"value": 400, "tolerance": 40, "year": 1}}"#,
      #""interventions": {"changes": [{"name": "rise", "date": "2013-01-01","#
        + #" "set": {"inflow.applicationsPerYear": 900}}]}"#,
    ] {
      #expect(advice(#""population": {"clients": 400}, "# + wanted) == [], "\(wanted)")
    }
  }

  @Test("A stock under targets does not hide an inflow that cannot keep it: both are told")
  func stockTargetAndInflow() throws {
    let found = read(
      #"{"time": {"warmUpMonths": 30}, "population": {"clients": 400},"#
        + #" "targets": {"stock.clients": {"value": 200, "tolerance": 10}}}"#
    ).diagnostics.filter { $0.code == .adviseBalance }
    #expect(
      found.map(\.keyPath).sorted() == ["inflow.applicationsPerYear", "population.clients"])
    let inflow = try #require(found.first { $0.keyPath == "inflow.applicationsPerYear" })
    #expect(inflow.expected.contains("200 clients of targets.stock.clients"), "\(inflow)")
    #expect(inflow.hint?.contains("caseload fit") == true)
  }

  @Test(
    "Inflow below the exits that are stated is told, though other exits are not stated or are rates"
  )
  func partialExits() throws {
    func advice(_ targets: String) -> [Diagnostic] {
      read(
        """
        {"population": {"clients": 4200}, "time": {"warmUpMonths": 30, "durationMonths": 60},
         "targets": {"stock.clients": {"value": 4200, "tolerance": 85}, \(targets)}}
        """
      ).diagnostics.filter { $0.code == .adviseBalance && $0.keyPath == "targets.inflow.perYear" }
    }
    let inflow = #""inflow.perYear": {"value": 200, "tolerance": 28}, "#
    let found = advice(inflow + #""outflow.work.perYear": {"value": 300, "tolerance": 35}"#)
    #expect(found.first?.found.contains("100 a year less") == true, "\(found)")
    #expect(found.first?.expected.contains("300 and more") == true, "\(found)")
    #expect(found.first?.expected.contains("targets.stock.clients") == true, "\(found)")
    let rate = advice(inflow + #""outflow.total.rate": {"value": 0.2, "tolerance": 0.02}"#)
    #expect(rate.first?.expected.contains("0.2 × 4200") == true, "\(rate)")
    #expect(advice(inflow + #""outflow.work.perYear": {"value": 150, "tolerance": 20}"#) == [])
  }

  @Test(
    "Figures that no scenario has together are refused, with both names and the arithmetic",
    arguments: [
      (
        #""unseen.6m.share": {"value": 0.2, "tolerance": 0.01}, "unseen.12m.share": {"value": 0.3, "tolerance": 0.01}"#,
        "targets.unseen.12m.share.value", "targets.unseen.6m.share (0.2)", "at least 0.29"
      ),
      (
        #""short": {"metric": "relapse.1m.share", "value": 0.3, "tolerance": 0.01}, "long": {"metric": "relapse.60m.share", "value": 0.2, "tolerance": 0.01}"#,
        "targets.short.value", "targets.long (0.2)", "at most 0.21"
      ),
      (
        #""outflow.total.perYear": {"value": 300, "tolerance": 10}, "outflow.work.perYear": {"value": 200, "tolerance": 10}, "outflow.other.perYear": {"value": 200, "tolerance": 10}"#,
        "targets.outflow.total.perYear.value",
        "outflow.work.perYear 200 + outflow.other.perYear 200 = 400", "300"
      ),
      (
        #""time.contact.share": {"value": 0.7, "tolerance": 0.05}, "time.other.share": {"value": 0.6, "tolerance": 0.05}"#,
        "targets.time.other.share.value", "at most 1", "= 1.3"
      ),
    ])
  func impossibleTogether(members: String, path: String, expected: String, found: String) throws {
    let errors = read("{\"targets\": {\(members)}}").diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.impossible], "\(errors)")
    #expect(errors.first?.keyPath == path)
    #expect(errors.first?.expected.contains(expected) == true, "\(errors)")
    #expect(errors.first?.found.contains(found) == true, "\(errors)")
  }

  @Test("Figures of other groups or years bind nothing, and within tolerances it is advice")
  func relationsOfOneTime() {
    func found(_ members: String) -> [Diagnostic] {
      read("{\"targets\": {\(members)}}").diagnostics.filter {
        $0.severity == .error || $0.code == .adviseContradiction
      }
    }
    #expect(
      found(
        #""a": {"metric": "unseen.6m.share", "year": 1, "value": 0.2, "tolerance": 0.01}, "b": {"metric": "unseen.12m.share", "year": 2, "value": 0.3, "tolerance": 0.01}"#
      ) == [])
    #expect(
      found(
        #""a": {"metric": "unseen.6m.share", "group": "work", "value": 0.2, "tolerance": 0.01}, "unseen.12m.share": {"value": 0.3, "tolerance": 0.01}"#
      ) == [])
    let near = found(
      #""unseen.6m.share": {"value": 0.2, "tolerance": 0.05}, "unseen.12m.share": {"value": 0.22, "tolerance": 0.05}"#
    )
    #expect(near.map(\.code) == [.adviseContradiction], "\(near)")
    #expect(
      found(
        #""unseen.6m.share": {"value": 0.3, "tolerance": 0.01}, "unseen.12m.share": {"value": 0.2, "tolerance": 0.01}, "unseen.24m.share": {"value": 0.1, "tolerance": 0.01}"#
      ) == [])
  }

  @Test("A share for a number, a percentage for a rate and percentages of groups are asked about")
  func units() {
    func advice(_ members: String) -> [Diagnostic] {
      read("{\"targets\": {\(members)}}").diagnostics.filter { $0.code == .adviseContradiction }
    }
    let count = advice(#""outflow.work.perYear": {"value": 0.09, "tolerance": 0.01}"#)
    #expect(count.first?.hint == "a rate per client and year is a target of outflow.work.rate")
    let rate = advice(#""outflow.work.rate": {"value": 9, "tolerance": 1}"#)
    #expect(rate.first?.hint?.contains("9 percent is written 0.09") == true, "\(rate)")
    #expect(rate.first?.hint?.contains("outflow.work.perYear") == true, "\(rate)")
    let groups = ["care": 40, "development": 36, "work": 24].map {
      #""\#($0)": {"metric": "stock.clients", "group": "\#($0)", "value": \#($1), "tolerance": 2}"#
    }.joined(separator: ", ")
    #expect(advice(groups).first?.hint?.contains("percentages") == true, "\(advice(groups))")
    #expect(advice(#""outflow.work.rate": {"value": 0.09, "tolerance": 0.01}"#) == [])
  }

  @Test("Every metric of a relation exists, and stands in a relation once")
  func relationsExist() {
    let ids = Set(MetricCatalog.all.map { $0.metric.id })
    for id in MetricRelations.ladders.joined() { #expect(ids.contains(id), "\(id)") }
    for sum in MetricRelations.sums {
      for id in sum.parts + [sum.whole].compactMap({ $0 }) { #expect(ids.contains(id), "\(id)") }
      #expect(Set(sum.parts).count == sum.parts.count)
    }
    // Shares by length or time that a table forgot would go unchecked.
    for prefix in ["relapse.", "duration.ended.", "duration.stock.", "contact.hours."] {
      let known = Set(MetricRelations.ladders.joined()).union(
        MetricRelations.sums.flatMap { $0.parts + [$0.whole].compactMap { $0 } })
      let left = ids.filter {
        $0.hasPrefix(prefix) && $0.hasSuffix(".share") && !$0.contains("after")
          && !known.contains($0)
      }
      #expect(left == [], "\(left)")
    }
  }

  @Test("A near metric and a percentage are recognised")
  func hints() throws {
    let near = read(#"{"targets": {"outflow.work.perYaer": {"value": 1, "tolerance": 1}}}"#)
    #expect(near.diagnostics.first?.hint?.contains("outflow.work.perYear") == true)
    let percent = read(#"{"targets": {"unseen.6m.share": {"value": 25, "tolerance": 1}}}"#)
    #expect(percent.diagnostics.first?.hint == "write 25 percent as 0.25")
  }

  @Test("Values of a scenario are found by key path, and small scenarios set them")
  func valuesByPath() throws {
    var scenario = Scenario()
    scenario.staffing.fte = 12.5
    #expect(ScenarioText.value(at: "staffing.fte", in: scenario) == "12.5")
    #expect(ScenarioText.value(at: "outflow.rates.nobody.workPerYear", in: scenario) == nil)
    #expect(
      ScenarioText.paths(of: "outflow.rates.*.workPerYear", in: scenario)
        == scenario.outflow.rates.map { "outflow.rates.\($0.group).workPerYear" })
    let text = ScenarioText.changed(
      name: "x", description: "d", extends: "y.json",
      values: [
        ("outflow.rates.care.workPerYear", "0.02"), ("staffing.fte", "9"),
        ("outflow.rates.work.workPerYear", "0.3"), ("outflow.rates.care.otherPerYear", "0.2"),
      ])
    let own = text.replacing("  \"extends\": \"y.json\",\n", with: "")
    let read = try #require(read(own).scenario)
    let usual = Scenario().outflow.rates[1].workPerYear
    #expect(read.outflow.rates.map(\.workPerYear) == [0.02, usual, 0.3])
    #expect(read.outflow.rates[0].otherPerYear == 0.2)
    #expect(read.staffing.fte == 9)
  }
}
