import SimulationKernel

/// What follows from the settings of attention, worked out once for the event loop.
struct AttentionTerms {
  /// The settings.
  let settings: AttentionSettings
  /// Rate per minute at which the stock fades.
  let fading: Double
  /// Whether attention does anything at all, now or after a dated change.
  let isFelt: Bool
  /// How skill carries over to exits, steps and attention.
  let skill: SkillScale
  /// What the n-th two-way talk adds against the first, by number; beyond them it is worked out.
  private let repetitions: [Double]
  /// Numbers of talks in the table.
  private static let tabulated = 64

  /// Works out the terms of a scenario.
  init(_ scenario: Scenario) {
    settings = scenario.outflow.attention
    skill = SkillScale(scenario.staffing)
    let felt = settings
    repetitions = (0..<AttentionTerms.tabulated).map {
      AttentionTerms.repetition($0, under: felt)
    }
    let days = scenario.outflow.contactHalfLifeDays
    fading = AttentionTerms.ln2 / (days * Double(SimulationClock.minutesPerDay))
    // Attention of before a dated change counts after it.
    var outflows = [scenario.outflow]
    for change in scenario.interventions.changes { outflows += change.result.map { $0.outflow } }
    isFelt = outflows.contains { $0.feelsAttention }
  }

  /// The natural logarithm of 2.
  static let ln2 = 0.693_147_180_559_945_3

  /// What the n-th two-way talk of a spell adds against the first, from n = 1.
  @inline(__always)
  func repetition(_ number: Int) -> Double {
    number < AttentionTerms.tabulated
      ? repetitions[number] : AttentionTerms.repetition(number, under: settings)
  }

  private static func repetition(_ number: Int, under settings: AttentionSettings) -> Double {
    guard number > 1 else { return 1 }
    let factor = settings.repeatFactor
    let left = factor > 0 ? Elementary.exp(Elementary.log(factor) * Double(number - 1)) : 0
    return settings.repeatFloor + (1 - settings.repeatFloor) * left
  }

  /// What the length of a talk adds: hours to the power of the exponent.
  func length(minutes: Double) -> Double {
    guard minutes > 0 else { return 0 }
    return Elementary.pow(minutes / 60, settings.lengthExponent)
  }

  /// What is known of a client, 0…1, as a factor on what a talk adds.
  func knowledge(_ currency: Double) -> Double {
    1 - settings.knowledgeWeight * (1 - min(1, max(0, currency)))
  }

  /// The part of the stock that is left after minutes.
  func left(after minutes: Int) -> Double {
    minutes > 0 ? Elementary.exp(-fading * Double(minutes)) : 1
  }

  /// What attention comes to now, 0…`skill.highest`: the stock with falling returns, times the mean
  /// skill of those who gave it.
  func reach(of attention: ClientAttention, at minute: Int) -> Double {
    guard attention.stock > 0 else { return 0 }
    return reach(of: attention, left: left(after: minute - Int(attention.minute)))
  }

  /// The same, when a part `left` of the stock is left.
  @inline(__always)
  func reach(of attention: ClientAttention, left: Double) -> Double {
    let stock = Double(attention.stock) * left
    let meanSkill = min(skill.highest, Double(attention.skilled) / Double(attention.stock))
    return stock / (stock + settings.saturation) * meanSkill
  }
}

extension OutflowSettings {
  /// Whether attention moves any rate.
  fileprivate var feelsAttention: Bool {
    var highest = max(attention.work.height, attention.other.height, attention.partTime.height)
    for rates in rates {
      highest = max(highest, rates.contactEffectOnWork, rates.contactEffectOnOther)
    }
    return highest > 0
  }
}

extension AttentionEffect {
  /// The gain for a client of a readiness after years on benefit, when attention is full.
  ///
  /// `own` is what a group's rates put in the place of height and shape; below 0 for nothing.
  func gain(readiness: Double, years: Double, own: Double) -> Double {
    ceiling(own: own) * Elementary.exp(-loss(readiness: readiness, years: years, own: own))
  }

  /// Minus the logarithm of what is left of the highest gain.
  @inline(__always)
  func loss(readiness: Double, years: Double, own: Double) -> Double {
    let fading = halvingYears > 0 ? AttentionTerms.ln2 * max(0, years) / halvingYears : 0
    return own < 0 ? fading + distance(readiness) : fading
  }

  /// How a readiness lies to the peak: 1 at the peak, less to either side.
  func shape(readiness: Double) -> Double { Elementary.exp(-distance(readiness)) }

  /// Half the squared distance from the peak, in widths.
  @inline(__always)
  private func distance(_ readiness: Double) -> Double {
    let distance = readiness - peak
    let widths = distance / (distance < 0 ? widthBelow : widthAbove)
    return 0.5 * widths * widths
  }

  /// The highest gain over readiness and time on benefit.
  func ceiling(own: Double) -> Double { own < 0 ? height : own }
}

/// How a worker's skill carries over to what talks yield in exits and steps: log-normal, with mean 1
/// over workers.
///
/// Skill is cut to either side, because an exit rate needs a bound.
struct SkillScale {
  /// Standard deviation of the logarithm.
  private let spread: Double
  /// The factor that keeps the mean over workers at 1.
  private let scale: Double
  /// The highest factor.
  let highest: Double

  /// Works out the scale of a scenario.
  init(_ staffing: StaffingSettings) {
    spread = staffing.skillSpreadExits
    scale = 1 / SkillScale.mean(spread: spread, cut: staffing.skillCut)
    highest = Elementary.exp(spread * (staffing.skillCut + staffing.skillShift)) * scale
  }

  /// The factor of a worker whose skill lies `deviation` standard deviations above the mean.
  @inline(__always)
  func factor(_ deviation: Double) -> Double {
    guard spread > 0 else { return 1 }
    return min(highest, Elementary.exp(spread * deviation) * scale)
  }

  /// The mean of exp(s z) for a standard normal z that is cut at `cut` to both sides.
  static func mean(spread s: Double, cut: Double) -> Double {
    let beyond = Elementary.normalCumulative(-cut)
    let inside =
      Elementary.normalCumulative(cut - s) - Elementary.normalCumulative(-cut - s)
    return Elementary.exp(s * s / 2) * inside
      + (Elementary.exp(s * cut) + Elementary.exp(-s * cut)) * beyond
  }
}
