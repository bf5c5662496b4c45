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

  var start: String {
    switch self {
    case .municipality2014: "2010-01-01"
    case .municipality2022: "2018-01-01"
    }
  }
}
