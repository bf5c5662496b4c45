import CaseloadModel

@testable import ScenarioFormat

/// A small organisation in which every key of the table matters, for changes on a date.
enum DatedWorld {
  /// Months of observation, and those before the change.
  static let months = 13
  static let monthsBefore = 4

  /// What some keys need beside the world to matter, by key path.
  static let overrides: [String: [String]] = [
    "staffing.budgetPerYearEuro": ["staffing.rule=budget"],
    "caseload.normPerFte": ["staffing.rule=caseloadNorm"],
    "service.norms.work.normHoursPerYear": ["staffing.rule=normHours"],
    "caseload.teamKnowledgeShare": ["caseload.teamSize=3"],
    "caseload.specialistYield": ["caseload.specialisation=segment"],
    "service.sweepDays": ["service.planning=sweep", "service.sweepDays=28"],
    "population.olderShare": ["service.restPolicy.restOlderClients=true"],
    "population.segments.youth.olderShare": ["service.restPolicy.restOlderClients=true"],
    "caseload.capPerFte": ["caseload.capPerFte=40"],
    // Who goes first matters where there is more work than time.
    "service.priorities.intake": ["staffing.fte=1"],
    "service.priorities.overduePerYear": ["staffing.fte=1"],
    "service.priorities.selfReported": ["staffing.fte=1", "service.requestsPerYear=20"],
    "service.priorities.costPerHour": ["staffing.fte=1"],
    "service.priorities.campaign": [
      "staffing.fte=1", "interventions.campaigns.call.externalFte=0",
    ],
    "service.catchUpFromDays": ["staffing.fte=1"],
    "service.catchUpDays": ["staffing.fte=1"],
    "service.presenceShare": ["staffing.fte=1"],
    "diagnosis.intakePhone.minutes": ["diagnosis.intakePhoneShare=0.5"],
    "diagnosis.intakePhone.information": ["diagnosis.intakePhoneShare=0.5"],
    "diagnosis.intakeOnline.minutes": ["diagnosis.intakeOnlineShare=0.5"],
    "diagnosis.intakeOnline.information": ["diagnosis.intakeOnlineShare=0.5"],
    // Nobody is at rest without the policy, so that no role may carry those at rest alone.
    "service.restPolicy.enabled": ["staffing.roles.rest.restOnly=false"],
    // What is rare or small in the world has to be frequent or large to be seen in it.
    "staffing.absenceLapseShare": ["staffing.sicknessShare=0.4", "service.leadDays=20"],
    "staffing.lateness.share": ["staffing.fte=1"],
    "service.noShowSanctionShare": [
      "service.noShowShare=0.5", "service.noShowShareUnseen=0.8", "service.noShowAttempts=1",
    ],
    "trajectories.instruments.second.limitPerSpell": [
      "trajectories.instruments.second.places=50",
      "trajectories.instruments.second.durationDays=10",
      "trajectories.instruments.second.proposalShare=1",
    ],
    "outflow.rates.work.contactEffectOnOther": ["outflow.rates.work.otherPerYear=0.5"],
    "outflow.attention.other.height": otherExits,
    "outflow.attention.other.peak": otherExits + [otherHeight],
    "outflow.attention.other.widthBelow": otherExits + [
      otherHeight, "outflow.attention.other.peak=0.9",
    ],
    "outflow.attention.other.widthAbove": otherExits + [otherHeight],
    "outflow.attention.other.halvingYears": otherExits + [otherHeight],
    "outflow.attention.partTime.widthBelow": ["outflow.attention.partTime.height=8"],
  ]
  private static let otherExits = ["outflow.rates.care.otherPerYear=1"]
  private static let otherHeight = "outflow.attention.other.height=8"

  /// Changes that take more than one value, or another than the rule in `values(for:_:)` finds.
  private static let sets: [String: [(String, String)]] = large.merging(several) { $1 }

  /// Values that are far enough from the world's to be felt soon.
  private static let large: [String: [(String, String)]] = Dictionary(
    uniqueKeysWithValues: [
      ("outflow.rates.work.contactEffectOnWork", "5"),
      ("outflow.rates.work.contactEffectOnOther", "5"),
      ("outflow.attention.other.height", "8"),
      ("outflow.attention.other.peak", "0.9"),
      ("outflow.attention.other.widthBelow", "0.01"),
      ("outflow.attention.other.widthAbove", "0.01"),
      ("outflow.attention.other.halvingYears", "0.1"),
      ("outflow.attention.partTime.widthBelow", "0.01"),
      ("staffing.lateness.share", "0.9"),
      ("trajectories.instruments.second.limitPerSpell", "1"),
      ("service.noShowSanctionShare", "1"),
      ("service.priorities.campaign", "500"),
      ("service.priorities.selfReported", "500"),
      ("staffing.absenceLapseShare", "1"),
    ].map { ($0.0, [$0]) })

  private static let several: [String: [(String, String)]] = [
    "population.groups.work.inflowShare": [
      ("population.groups.work.inflowShare", "0.9"),
      ("population.groups.development.inflowShare", "0.05"),
      ("population.groups.care.inflowShare", "0.05"),
    ],
    "population.segments.youth.inflowShare": [
      ("population.segments.youth.inflowShare", "0.9"),
      ("population.segments.assistance.inflowShare", "0.1"),
    ],
    "population.segments.youth.groups.work.inflowShare": [
      ("population.segments.youth.groups.work.inflowShare", "0.1"),
      ("population.segments.youth.groups.care.inflowShare", "0.9"),
    ],
    "outflow.durationEffectOnWork": [("outflow.durationEffectOnWork", "0.9")],
    "outflow.durationEffectOnOther": [("outflow.durationEffectOnOther", "0.9")],
    "outflow.relapseUnreadyEffect": [("outflow.relapseUnreadyEffect", "20")],
    "population.segments.youth.returnSegment": [
      ("population.segments.youth.returnSegment", "\"assistance\"")
    ],
    "population.segments.youth.partTimeBenefitShare": [
      ("population.segments.youth.partTimeBenefitShare", "0.1")
    ],
    "inflow.workFirstFrom": [("inflow.workFirstFrom", "\"care\"")],
    "staffing.roles.support.segments": [("staffing.roles.support.segments", "\"youth\"")],
    "staffing.roles.support.groups": [("staffing.roles.support.groups", "\"work\"")],
    "trajectories.instruments.second.segments": [
      ("trajectories.instruments.second.segments", "\"youth\"")
    ],
    "trajectories.instruments.second.removesBarrier": [
      ("trajectories.instruments.second.removesBarrier", "\"debt\"")
    ],
  ]

  /// What a dated change sets to try a key: the key with another value, and others that it needs.
  static func values(for path: String, _ parameter: Parameter) -> [(String, String)] {
    if let set = sets[path] { return set }
    let present = value(at: path)
    let json: String
    switch (parameter.shape, present) {
    case (.number(let bounds), .number(let value)):
      let tries = [value / 4, value * 4 + 0.5, bounds.lowest, (bounds.lowest + bounds.highest) / 2]
      json = JSONText.number(tries.first { bounds.contains($0) && $0 != value } ?? value)
    case (.integer(let range), .integer(let value)):
      json = String(range.contains(value / 4) ? value / 4 : value * 4 + 1)
    case (.flag, .flag(let value)): json = value ? "false" : "true"
    case (.choice(let words), .text(let value)):
      json = JSONText.quoted(words.first { $0 != value } ?? value)
    case (.groupName, .text(let value)):
      json = JSONText.quoted(value == "development" ? "work" : "development")
    default: json = present.leafText ?? "0"
    }
    return [(path, json.hasPrefix("[") ? "\"x\"" : json)]
  }

  /// The settings of the world.
  static let settings: Setting = Binding.snapshot(
    read(set: []).scenario ?? Scenario(), ParameterTable.bindings)

  private static func value(at path: String) -> Setting { value(at: path, of: settings) }

  /// The value of a key as a dated change writes it; `nil` of a list that no change can name.
  static func json(at path: String, of scenario: Scenario) -> String? {
    switch value(at: path, of: Binding.snapshot(scenario, ParameterTable.bindings)) {
    case .texts(let texts): texts.count == 1 ? JSONText.quoted(texts[0]) : nil
    case let setting: setting.leafText
    }
  }

  private static func value(at path: String, of settings: Setting) -> Setting {
    var setting = settings
    var parameters = ParameterTable.parameters
    for key in path.split(separator: ".") {
      if case .list(let elements) = setting {
        setting = elements.first { Setting.elementName($0) == key } ?? setting
      } else if let index = parameters.firstIndex(where: { $0.key == key }) {
        setting = setting.children[index]
        parameters = parameters[index].children
      }
    }
    return setting
  }

  /// The second day of the fifth month.
  static let middle = "2012-11-02"
  /// The first day of the run.
  static let start = "2012-07-01"

  /// The world with a change of these values on a date.
  static func read(
    set: [(String, String)], on date: String = middle, overrides: [String] = []
  ) -> ScenarioDocument {
    let members = set.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
    let text = world.replacing("SET", with: members).replacing("DATE", with: date)
    return ScenarioDocument.read(Array(text.utf8), path: "world.json", overrides: overrides)
  }

  /// The bits of the whole series of one replication; with an empty stock at the start if asked for.
  static func series(
    _ document: ScenarioDocument, startsEmpty: Bool = false, seed: UInt64 = 3,
    months: Int? = nil
  ) throws -> [UInt64] {
    guard var scenario = document.scenario else { return [] }
    if let months {
      scenario.time.durationMonths = months
      for index in scenario.interventions.changes.indices {
        for place in scenario.interventions.changes[index].result.indices {
          scenario.interventions.changes[index].result[place].time.durationMonths = months
        }
      }
    }
    if startsEmpty {
      scenario.population.clients = 0
      for index in scenario.interventions.changes.indices {
        for place in scenario.interventions.changes[index].result.indices {
          scenario.interventions.changes[index].result[place].population.clients = 0
        }
      }
    }
    guard let outcome = try simulate(scenario, seed: seed, replication: 0) else { return [] }
    return outcome.series.map(\.bitPattern)
  }

  /// Everything that can be switched on, in an organisation of 120 clients.
  private static let world = """
    { "name": "world", "replications": 10,
      "time": { "start": "\(start)", "warmUpMonths": 0, "durationMonths": \(months),
        "closedDays": [ { "name": "carnival", "date": "2013-02-11" } ] },
      "caseload": { "tooLargeFrom": 30 },
      "population": { "clients": 120,
        "segments": [
          { "name": "assistance", "stockShare": 0.6, "inflowShare": 0.6, "maximumMonths": 12,
            "nextSegment": "youth", "nextShare": 0.5, "registerShare": 0.5 },
          { "name": "youth", "stockShare": 0.4, "inflowShare": 0.4, "registerShare": 0.5,
            "searchPeriod": true, "maximumMonths": 14, "nextSegment": "assistance", "nextShare": 0.5,
            "groups": [
              { "group": "care", "stockShare": 0.5, "inflowShare": 0.5 },
              { "group": "work", "stockShare": 0.5, "inflowShare": 0.5 } ] } ],
        "transfers": [{ "name": "over", "from": "assistance", "to": "youth", "perYear": 0.5 }] },
      "inflow": { "applicationsPerYear": 150, "seasonalAmplitude": 0.5, "workFirstShare": 0.3,
        "announcedShare": 0.3 },
      "diagnosis": { "purchasedShare": 0.3 },
      "knowledge": { "warmHandoverShare": 0.5, "auditsPerYear": 4 },
      "staffing": { "fte": 4, "turnoverPerYear": 0.5, "swapsPerYear": 2, "hiringDelayDays": 20,
        "roles": [
          { "name": "rest", "fte": 1, "carriesCaseload": true, "restOnly": true, "clientShare": 0.5 },
          { "name": "support", "fte": 2, "carriesCaseload": true, "clientShare": 0.3,
            "administrationTaken": 0.2, "registrationTaken": 0.2, "requestsTaken": 0.2,
            "emailsTaken": 0.2, "trajectoryRequestsTaken": 0.2, "assessmentsTaken": 0.2,
            "matchingTaken": 0.2, "enforcementTaken": 0.2 } ] },
      "service": { "enforcement": { "checksPerYear": 2, "exitShare": 0.2 },
        "fileReview": { "perYear": 2, "talkShare": 0.5 }, "reminderShare": 0.5,
        "substitutionBacklogDays": 2,
        "norms": [
          { "group": "care", "faceToFaceShare": 0.3, "phoneShare": 0.2, "videoShare": 0.1,
            "groupShare": 0.2 },
          { "group": "development", "faceToFaceShare": 0.3, "phoneShare": 0.2, "videoShare": 0.1,
            "groupShare": 0.2 },
          { "group": "work", "restShare": 0.3, "faceToFaceShare": 0.3, "phoneShare": 0.2, "videoShare": 0.1,
            "groupShare": 0.2 } ] },
      "trajectories": { "instruments": [
          { "name": "first", "fromGroup": "care", "toGroup": "work", "proposalShare": 0.1, "places": 10 },
          { "name": "second", "fromGroup": "care", "toGroup": "work", "proposalShare": 0.3, "places": 8,
            "waitingDays": 10, "durationDays": 40, "dropOutShare": 0.2, "successShare": 0.5,
            "placementShare": 0.3, "knowledgeFit": 1, "readinessGain": 0.2, "lockInFactor": 0.5,
            "budgetPerYearEuro": 200000, "priceEuro": 2000, "assessmentMinutes": 60, "followUpDays": 10,
            "followUpMinutes": 30, "limitPerSpell": 3, "workFactorAfter": 3, "segments": ["assistance"] } ] },
      "labourMarket": { "cycleAmplitude": 0.3, "cycleYears": 2, "vacancies": [
          { "name": "jobs", "perYear": 100, "fromGroup": "development", "toGroup": "work",
            "candidates": 3, "competitionPerDay": 0.05 } ] },
      "outflow": { "rates": [ { "group": "work", "workPerYear": 1 } ],
        "aftercareShare": 0.5, "partTimeStartsPerYear": 1 },
      "interventions": {
        "changes": [ { "name": "change", "date": "DATE", "set": { SET } } ],
        "campaigns": [ { "name": "call", "date": "2012-10-01", "externalFte": 1, "durationDays": 200 } ],
        "reorganisations": [ { "name": "teams", "date": "2013-02-01" } ],
        "migrations": [ { "name": "system", "date": "2013-02-01" } ],
        "classifications": [ { "name": "classes", "date": "2013-03-01", "share": 0.1 } ] },
      "targets": { "size": { "metric": "stock.clients", "value": 120, "tolerance": 10 } } }
    """
}
