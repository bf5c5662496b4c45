import CaseloadModel
import Testing

@testable import ScenarioFormat

/// Policies that stand in each other's way are named before the run, with their key path.
@Suite("Contradictory policies")
struct ContradictionTests {
  /// A scenario text and the key path that a message must name, with the code of the message.
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var path: String
    var code: DiagnosticCode = .adviseContradiction
    var testDescription: String { path }
  }

  static let cases: [Case] = [
    Case(
      text: #"{"knowledge": {"swapLossShare": 0.5, "handoverLossShare": 0.2}}"#,
      path: "knowledge.swapLossShare"),
    Case(
      text: #"""
        {"knowledge": {"agreementsKeptAtSwapShare": 0.2, "agreementsKeptAtDepartureShare": 0.5}}
        """#, path: "knowledge.agreementsKeptAtSwapShare"),
    Case(
      text: #"""
        {"interventions": {"campaigns": [{"name": "c", "date": "2011-01-01", "refusalShare": 1}]}}
        """#, path: "interventions.campaigns.c.refusalShare"),
    Case(
      text: #"{"population": {"initialDurationYears": 4, "initialLongestYears": 10}}"#,
      path: "population.initialLongestYears"),
    Case(
      text: #"{"population": {"groups": [{"name": "care", "initialSeenLowerShare": 0.1}]}}"#,
      path: "population.groups.care.initialSeenLowerShare"),
    Case(
      text: #"{"population": {"groups": [{"name": "work", "initialSeenHigherShare": 0.1}]}}"#,
      path: "population.groups.work.initialSeenHigherShare"),
    Case(
      text: #"""
        {"population": {"groups": [{"name": "development", "initialSeenLowerShare": 0.6,
         "initialSeenHigherShare": 0.5}]}}
        """#, path: "population.groups.development", code: .sumOfShares),
    Case(
      text: #"{"time": {"office": {"hoursBeforeBreak": 3, "hoursAfterBreak": 4}}}"#,
      path: "staffing.contractHoursPerWeek", code: .impossible),
    Case(
      text: #"{"diagnosis": {"intakePhoneShare": 0.7, "intakeOnlineShare": 0.5}}"#,
      path: "diagnosis.intakeOnlineShare", code: .sumOfShares),
    Case(
      text: #"""
        {"interventions": {"campaigns": [{"name": "c", "date": "2011-01-01", "fromGroup": "work",
         "toGroup": "care"}]}}
        """#, path: "interventions.campaigns.c.fromGroup", code: .impossible),
    Case(
      text: #"""
        {"interventions": {"campaigns": [{"name": "c", "date": "2011-01-01",
         "segments": ["nowhere"]}]}}
        """#, path: "interventions.campaigns.c.segments", code: .unknownReference),
    Case(
      text: #"{"staffing": {"roles": [{"name": "caseworkers"}]}}"#,
      path: "staffing.roles.caseworkers.name", code: .reservedName),
    Case(
      text: #"{"staffing": {"roles": [{"name": "external"}]}}"#,
      path: "staffing.roles.external.name", code: .reservedName),
    Case(
      text: #"{"staffing": {"roles": [{"name": "care"}]}}"#,
      path: "staffing.roles.care.name", code: .reservedName),
    Case(
      text: #"""
        {"staffing": {"roles": [{"name": "desk"}]},
         "interventions": {"campaigns": [{"name": "desk", "date": "2013-01-01"}]}}
        """#, path: "interventions.campaigns.desk.name", code: .reservedName),
    Case(
      text: #"""
        {"outflow": {"rates": [{"group": "care", "contactEffectOnWork": -0.3}]}}
        """#, path: "outflow.rates.care.contactEffectOnWork"),
    Case(
      text: #"""
        {"outflow": {"attention": {"work": {"peak": 0.2}}, "rates": [
         {"group": "care", "contactEffectOnWork": 0}, {"group": "development", "contactEffectOnWork": 0},
         {"group": "work", "contactEffectOnWork": 0.4}]}}
        """#, path: "outflow.attention.work"),
    Case(
      text: #"""
        {"service": {"faceToFace": {"attention": 0}, "phone": {"attention": 0}, "video": {"attention": 0},
         "group": {"attention": 0}, "request": {"attention": 0}}}
        """#, path: "outflow.attention.work.height"),
    Case(
      text: #"""
        {"outflow": {"atContact": {"referralAcceptShare": 0}}}
        """#, path: "outflow.atContact.referralAcceptShare"),
    Case(
      text: #"{"service": {"norms": [{"group": "care", "intervalDays": 1000}]}}"#,
      path: "service.norms.care.intervalDays"),
    Case(
      text: #"""
        {"service": {"norms": [{"group": "care", "restShare": 0},
         {"group": "development", "restShare": 0}]}}
        """#, path: "service.restPolicy.enabled"),
    Case(
      text: #"""
        {"trajectories": {"instruments": [{"name": "job", "fromGroup": "care", "toGroup": "work",
         "registerOnly": true}]}}
        """#, path: "trajectories.instruments.job.registerOnly"),
    Case(
      text: #"""
        {"trajectories": {"instruments": [{"name": "job", "fromGroup": "care", "toGroup": "work",
         "places": 0}]}}
        """#, path: "trajectories.instruments.job.places"),
    Case(
      text: #"""
        {"trajectories": {"instruments": [{"name": "job", "fromGroup": "care", "toGroup": "work",
         "priceEuro": 900, "budgetPerYearEuro": 800}]}}
        """#, path: "trajectories.instruments.job.budgetPerYearEuro"),
    Case(
      text: #"""
        {"population": {"readinessChangeSpread": 0, "groups": [{"name": "care", "stockShare": 0.76,
         "inflowShare": 0.62}, {"name": "work", "stockShare": 0.24, "inflowShare": 0.38},
         {"name": "development", "stockShare": 0, "inflowShare": 0}]},
         "trajectories": {"instruments": [{"name": "job", "fromGroup": "development",
         "toGroup": "development"}]}}
        """#, path: "trajectories.instruments.job.fromGroup"),
    Case(
      text: #"""
        {"labourMarket": {"vacancies": [{"name": "desk", "perYear": 10, "fromGroup": "work",
         "toGroup": "work", "holdingDays": 2, "headStartDays": 3}]}}
        """#, path: "labourMarket.vacancies.desk.headStartDays"),
    Case(
      text: #"""
        {"interventions": {"migrations": [{"name": "late", "date": "2030-01-01"}]}}
        """#, path: "interventions.migrations.late.date"),
    Case(
      text: #"""
        {"interventions": {"changes": [{"name": "empty", "date": "2012-01-01"}]}}
        """#, path: "interventions.changes.empty.set"),
    Case(
      text: #"{"service": {"planning": "sweep", "sweepDays": 60}}"#, path: "service.sweepDays"),
    Case(
      text: #"{"caseload": {"specialisation": "segment"}}"#, path: "caseload.specialisation"),
    Case(
      text: #"""
        {"staffing": {"roles": [{"name": "support", "fte": 0, "registrationTaken": 0.5}]}}
        """#, path: "staffing.roles.support.fte", code: .impossible),
    Case(
      text: #"""
        {"staffing": {"roles": [{"name": "a", "emailsTaken": 0.6}, {"name": "b",
         "emailsTaken": 0.6}]}}
        """#, path: "staffing.roles", code: .sumOfShares),
    Case(
      text: #"""
        {"staffing": {"roles": [{"name": "a", "carriesCaseload": true, "segments": ["youth"]}]}}
        """#, path: "staffing.roles.a.segments", code: .unknownReference),
    Case(
      text: #"""
        {"population": {"segments": [{"name": "assistance", "stockShare": 0.5},
         {"name": "youth", "stockShare": 0.4}]}}
        """#, path: "population.segments", code: .sumOfShares),
    Case(
      text: #"""
        {"population": {"segments": [{"name": "assistance", "nextSegment": "pension",
         "nextShare": 0.5}]}}
        """#, path: "population.segments.assistance.nextSegment", code: .unknownReference),
    Case(
      text: #"""
        {"population": {"segments": [{"name": "assistance", "returnSegment": "youth"}]}}
        """#, path: "population.segments.assistance.returnSegment", code: .unknownReference),
    Case(
      text: #"""
        {"population": {"transfers": [{"name": "iva", "from": "wga", "perYear": 0.1}]}}
        """#, path: "population.transfers.iva.from", code: .unknownReference),
    Case(
      text: #"""
        {"population": {"transfers": [{"name": "iva", "from": "assistance", "to": "iva"}]}}
        """#, path: "population.transfers.iva.to", code: .unknownReference),
    Case(
      text: #"""
        {"population": {"transfers": [{"name": "round", "from": "assistance", "to": "assistance"}]}}
        """#, path: "population.transfers.round.to", code: .impossible),
    Case(
      text: #"""
        {"population": {"transfers": [{"name": "iva", "from": "assistance", "group": "wrk"}]}}
        """#, path: "population.transfers.iva.group", code: .unknownReference),
    Case(
      text: #"""
        {"population": {"exitHeterogeneity": 0, "heterogeneityCorrelation": 0.9}}
        """#, path: "population.heterogeneityCorrelation"),
    Case(
      text: #"""
        {"population": {"segments": [{"name": "assistance", "partTimeBenefitShare": 0.2}]},
         "outflow": {"partTimeStartsPerYear": 0}}
        """#, path: "population.segments.assistance.partTimeBenefitShare"),
    Case(
      text: #"""
        {"population": {"segments": [{"name": "assistance"},
         {"name": "youth", "stockShare": 0, "inflowShare": 0}],
         "transfers": [{"name": "up", "from": "youth", "to": "assistance", "perYear": 0.1}]}}
        """#, path: "population.transfers.up.from"),
    Case(
      text: #"""
        {"population": {"shocks": [{"name": "health", "barrier": "luck"}]}}
        """#, path: "population.shocks.health.barrier", code: .unknownReference),
    Case(
      text: #"""
        {"interventions": {"campaigns": [{"name": "c", "date": "2012-01-01", "toGroup": "wrk"}]}}
        """#, path: "interventions.campaigns.c.toGroup", code: .unknownReference),
    Case(
      text: #"""
        {"interventions": {"changes": [{"name": "cut", "date": "2012-01-01",
         "set": {"staffing.fte": -3}}]}}
        """#, path: "interventions.changes.cut.set.staffing.fte", code: .outOfRange),
    Case(
      text: #"""
        {"interventions": {"changes": [{"name": "cut", "date": "2012-01-01",
         "set": {"staffing.ftes": 3}}]}}
        """#, path: "interventions.changes.cut.set.staffing.ftes", code: .unknownKey),
    Case(
      text: #"""
        {"interventions": {"changes": [{"name": "busy", "date": "2012-01-01",
         "set": {"staffing.administrationShare": 0.85}}]}}
        """#, path: "interventions.changes.busy.set", code: .impossible),
  ]

  @Test("A contradiction is named with its key path", arguments: cases)
  func contradictionIsNamed(_ example: Case) {
    let found = read(example.text).diagnostics.filter { $0.code == example.code }
    #expect(found.map(\.keyPath).contains(example.path), "found at \(found.map(\.keyPath))")
  }

  @Test("The default scenario contradicts nothing")
  func defaultsAreSound() {
    #expect(read("{}").diagnostics.filter { $0.code == .adviseContradiction } == [])
  }

  @Test("Dated changes add up in order of date, whatever their order in the file")
  func changesAddUp() throws {
    let document = read(
      #"""
      {"interventions": {"changes": [
        {"name": "second", "date": "2013-01-01", "set": {"staffing.fte": 20}},
        {"name": "first", "date": "2012-01-01",
         "set": {"staffing.fte": 22, "service.restPolicy.enabled": false,
                 "service.norms.work.intervalDays": 30, "staffing.rule": "fte"}}]}}
      """#)
    let changes = try #require(document.scenario).interventions.changes
      .sorted { $0.date.dayNumber < $1.date.dayNumber }
    #expect(changes.map(\.name) == ["first", "second"])
    let first = try #require(changes[0].result.first)
    let second = try #require(changes[1].result.first)
    #expect(first.staffing.fte == 22)
    #expect(second.staffing.fte == 20)
    #expect(second.service.restPolicy.enabled == false)
    #expect(second.service.norms[2].intervalDays == 30)
    #expect(second.interventions.changes.isEmpty)
    // What is read back from the resolved text is the same, results of changes included.
    let scenario = try #require(document.scenario)
    #expect(read(ScenarioText.resolved(scenario)).scenario == scenario)
  }
}
