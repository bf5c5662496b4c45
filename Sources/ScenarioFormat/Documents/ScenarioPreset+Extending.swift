// What a scenario extends by the name of a preset; the files of those names in scenarios hold the same.
extension ScenarioPreset {
  /// The preset as a scenario file.
  var text: String {
    switch self {
    case .municipality2014:
      """
      {
        "$schema": "caseload-scenario.schema.json",
        "name": "municipality-2014",
        "description": "An average Dutch municipality of 2014: 3,000 persons on social assistance in care, development and work groups, and 25 fte of caseworkers with about 120 clients each.",
        "sources": ["E-056", "E-027", "E-039", "E-069", "E-078", "E-079", "E-086", "E-149", "O-046", "O-049a"],
        "time": { "start": "2009-07-01", "warmUpMonths": 30, "durationMonths": 60 },
        "replications": 30,
        "population": { "clients": 3000 },
        "staffing": { "fte": 25 },
        "caseload": { "normPerFte": 120 }
      }

      """
    case .municipality2022:
      """
      {
        "$schema": "caseload-scenario.schema.json",
        "name": "municipality-2022",
        "description": "A Dutch municipality under the Participation Act in 2022: 3,060 persons and 36 fte. Caseloads follow the distribution that 79 caseworkers reported (below 50: 18 %, 50-74: 30 %, 75-99: 28 %, 100-150: 16 %, above 150: 8 %; mean about 84): one segment per band, each with its own workers, all with the same mix of clients, since the survey gives sizes and not composition. Workers per band are rounded to whole people. There are places on instruments for one in three clients.",
        "sources": ["E-084", "E-086", "E-097", "E-099", "E-113", "O-044"],
        "time": { "start": "2018-07-01", "warmUpMonths": 30, "durationMonths": 36 },
        "population": {
          "clients": 3060,
          "segments": [
            { "name": "assistance", "remove": true },
            { "name": "below50", "stockShare": 0.078, "inflowShare": 0.078, "otherFactor": 0.5 },
            { "name": "from50", "stockShare": 0.223, "inflowShare": 0.223, "otherFactor": 0.5 },
            { "name": "from75", "stockShare": 0.284, "inflowShare": 0.284, "otherFactor": 0.5 },
            { "name": "from100", "stockShare": 0.239, "inflowShare": 0.239, "otherFactor": 0.5 },
            { "name": "above150", "stockShare": 0.176, "inflowShare": 0.176, "otherFactor": 0.5 }
          ]
        },
        "inflow": { "applicationsPerYear": 620 },
        "staffing": {
          "fte": 10, "administrationShare": 0.31,
          "roles": [
            {
              "name": "caseworkersBelow50", "fte": 6, "carriesCaseload": true, "segments": ["below50"],
              "ftePerYearEuro": 95000, "administrationShare": 0.31, "sideTaskShare": 0.2
            },
            {
              "name": "caseworkersFrom50", "fte": 11, "carriesCaseload": true, "segments": ["from50"],
              "ftePerYearEuro": 95000, "administrationShare": 0.31, "sideTaskShare": 0.2
            },
            {
              "name": "caseworkersFrom100", "fte": 6, "carriesCaseload": true, "segments": ["from100"],
              "ftePerYearEuro": 95000, "administrationShare": 0.31, "sideTaskShare": 0.2
            },
            {
              "name": "caseworkersAbove150", "fte": 3, "carriesCaseload": true, "segments": ["above150"],
              "ftePerYearEuro": 95000, "administrationShare": 0.31, "sideTaskShare": 0.2
            }
          ]
        },
        "trajectories": {
          "instruments": [
            { "name": "reintegrationTrajectory", "places": 510 },
            { "name": "socialActivation", "places": 510 }
          ]
        }
      }

      """
    }
  }

  /// The preset that stands behind `preset:`; `nil` when a text does not begin so, or names none.
  init?(extendedAs name: String) {
    guard name.hasPrefix(ScenarioPreset.scheme) else { return nil }
    self.init(rawValue: String(name.dropFirst(ScenarioPreset.scheme.count)))
  }

  /// What stands before the name of a preset after `extends`.
  static let scheme = "preset:"
}
