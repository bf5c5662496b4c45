import CaseloadModel

/// A named starting point for a new scenario.
public enum ScenarioPreset: String, CaseIterable, Sendable {
  case municipality2014 = "municipality-2014"
  case municipality2022 = "municipality-2022"

  /// What the preset stands for, in one sentence.
  public var meaning: String {
    switch self {
    case .municipality2014:
      "Average municipality under the social-assistance act of 2014, about 120 clients per fte."
    case .municipality2022:
      "Municipality under the Participation Act in 2022, about 80 clients per fte."
    }
  }

  /// Clients of the preset where the user gives none.
  var clients: Int { 3_000 }

  /// Clients per full-time equivalent (evidence E-056 for 2014, E-084 and E-097 for 2022).
  var clientsPerFte: Double {
    switch self {
    case .municipality2014: 120
    case .municipality2022: 80
    }
  }

  /// Applications a year per client in stock at which the stock keeps its size, against the default.
  ///
  /// In 2022 a smaller part of the stock left for other reasons than work (20.9 % a year in all, O-044), so
  /// that fewer applications kept it.
  var applicationsFactor: Double {
    switch self {
    case .municipality2014: 1
    case .municipality2022: 0.732
    }
  }

  /// What the preset sets of the population beside its size.
  var populationMembers: String {
    switch self {
    case .municipality2014: ""
    case .municipality2022: ", \"segments\": [{ \"name\": \"assistance\", \"otherFactor\": 0.5 }]"
    }
  }

  var sources: [String] {
    switch self {
    case .municipality2014: ["E-056", "E-086", "O-046"]
    case .municipality2022: ["E-084", "E-086", "E-097", "O-044"]
    }
  }

  var start: String {
    switch self {
    case .municipality2014: "2010-01-01"
    case .municipality2022: "2018-01-01"
    }
  }
}

extension ScenarioText {
  /// A small scenario file of at most 25 lines: only what is particular, the rest are defaults.
  ///
  /// Applications grow with the number of clients. What is left out is taken from the preset: 3,000
  /// clients, and full-time equivalents for its usual caseload.
  public static func new(
    preset: ScenarioPreset, clients: Int? = nil, fte: Double? = nil, name: String? = nil
  ) -> String {
    let defaults = Scenario()
    let count = clients ?? preset.clients
    let staff = fte ?? max(0.1, (Double(count) / preset.clientsPerFte * 10).rounded() / 10)
    let applications =
      (defaults.inflow.applicationsPerYear * preset.applicationsFactor * Double(count)
      / Double(defaults.population.clients)).rounded()
    let description =
      fte == nil
      ? preset.meaning
      : "Like the preset \(preset.rawValue), with \(count) clients and \(JSONText.number(staff)) fte."
    let sources = preset.sources.map(JSONText.quoted).joined(separator: ", ")
    return """
      {
        "$schema": \(JSONText.quoted(schemaReference)),
        "name": \(JSONText.quoted(name ?? preset.rawValue)),
        "description": \(JSONText.quoted(description)),
        "sources": [\(sources)],
        "time": {
          "start": \(JSONText.quoted(preset.start)),
          "warmUpMonths": 30,
          "durationMonths": 60
        },
        "replications": 30,
        "population": { "clients": \(count)\(preset.populationMembers) },
        "inflow": { "applicationsPerYear": \(JSONText.number(applications)) },
        "staffing": { "fte": \(JSONText.number(staff)) },
        "caseload": { "normPerFte": \(JSONText.number(preset.clientsPerFte)) }
      }

      """
  }
}
