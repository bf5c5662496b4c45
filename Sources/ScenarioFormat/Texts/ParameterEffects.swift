/// Which metrics a key moves most, as measured on a committed scenario.
enum ParameterEffects {
  /// The change of one metric.
  struct Effect: Sendable, Equatable {
    /// The id of the metric.
    var metric: String
    /// The change from the lower to the higher value, in percent of the middle of the two outcomes.
    var percent: Double
  }

  /// What setting a key lower and higher did.
  struct Measurement: Sendable {
    /// The lower value, or how far below the scenario's values it lies.
    var low: String
    /// The higher value.
    var high: String
    /// The metrics that moved clearly, largest change first.
    var effects: [Effect]
  }

  /// The measurements by key path.
  static let byPath: [String: Measurement] = {
    var result: [String: Measurement] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 3, words.count % 2 == 1 else { continue }
      let effects = stride(from: 3, to: words.count, by: 2).map { index in
        Effect(metric: words[index], percent: Double(words[index + 1]) ?? 0)
      }
      result[words[0]] = Measurement(low: words[1], high: words[2], effects: effects)
    }
    return result
  }()

  /// What a key moves, in a sentence; `nil` when it was not measured.
  static func sentence(for path: String) -> String? {
    guard let measurement = byPath[path] else { return nil }
    let change = "from \(measurement.low) to \(measurement.high) in \(origin)"
    guard !measurement.effects.isEmpty else { return "no metric clearly, \(change)" }
    let effects = measurement.effects.map { effect in
      "\(effect.metric) \(effect.percent > 0 ? "+" : "")\(JSONText.number(effect.percent)) %"
    }
    return effects.joined(separator: ", ") + ": \(change)"
  }
}
