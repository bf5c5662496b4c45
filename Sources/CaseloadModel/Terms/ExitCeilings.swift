import SimulationKernel

/// The highest exit rates that the terms of the present allow, for thinning.
struct ExitCeilings {
  /// Work exits per minute of a client with personal factor, motivation factor and segment factor 1,
  /// who has not been on a trajectory.
  private(set) var work = 0.0
  /// The highest factor on work exits of a trajectory that went well.
  private(set) var help = 1.0
  /// Subsidised exits per minute of a client with personal factor 1.
  private(set) var subsidised = 0.0
  /// Other exits per minute of a client with segment factor 1.
  private(set) var other = 0.0

  /// `work` of a client of each group.
  private(set) var workOfGroup: [Double] = []
  /// `other` of a client of each group.
  private(set) var otherOfGroup: [Double] = []

  /// The highest factor of time on benefit on work exits.
  private(set) var timeOnWork: DurationCeilings
  /// The highest factor of time on benefit on other exits.
  private(set) var timeOnOther: DurationCeilings

  /// Starts of part-time work, as a factor on those of a client without attention.
  private(set) var partTimeStarts = 1.0

  /// Works the ceilings of a scenario out from the constants of its groups.
  init(_ scenario: Scenario, groups: [GroupConstants], attention: AttentionTerms) {
    let outflow = scenario.outflow
    let market = scenario.labourMarket
    timeOnWork = DurationCeilings(loss: outflow.durationEffectOnWork)
    timeOnOther = DurationCeilings(loss: outflow.durationEffectOnOther)
    for instrument in scenario.trajectories.instruments {
      help = max(help, instrument.workFactorAfter)
    }
    let factor =
      market.demandIndex * (1 + market.cycleAmplitude) * max(1, outflow.partTimeWorkFactor)
      * scenario.knowledge.barrierScale
    let skill = attention.skill.highest
    for group in groups {
      let gain = attention.settings.work.ceiling(own: group.contactEffectOnWork)
      workOfGroup.append(group.workRate * (1 + gain * skill) * factor)
      subsidised = max(subsidised, group.subsidisedRate)
      let otherGain = attention.settings.other.ceiling(own: group.contactEffectOnOther)
      otherOfGroup.append(group.otherRate * (1 + otherGain * skill))
    }
    for group in groups.indices {
      work = max(work, workOfGroup[group])
      other = max(other, otherOfGroup[group])
    }
    partTimeStarts = 1 + attention.settings.partTime.height * skill
  }
}

/// What is left at most of a rate of exits by the whole doublings of time on benefit.
struct DurationCeilings {
  /// What is left after a number of doublings.
  private let left: [Double]
  /// Doublings in the table; a time beyond them counts as they do.
  private static let doublings = 32

  /// What is left at even steps from one doubling to the next, both ends included.
  private let within: [Double]
  /// Steps from one doubling to the next; the loss in between is told within a hundred-thousandth.
  private static let steps = 64

  /// Works the table out for a loss at each doubling.
  init(loss: Double) {
    var left = [1.0]
    while left.count < DurationCeilings.doublings {
      left.append(left[left.count - 1] * max(0, min(1, 1 - loss)))
    }
    self.left = left
    within = (0...DurationCeilings.steps).map { step in
      // Just beyond the time without loss nothing is left when all is lost.
      loss >= 1
        ? 0
        : DurationLoss.factor(
          after: 1 + Double(step) / Double(DurationCeilings.steps), loss: loss)
    }
  }

  /// The factor after a time in multiples of the time without loss, as `DurationLoss.factor` gives it, without
  /// its logarithms: for sums over the whole stock.
  func factor(after times: Double) -> Double {
    guard times > 1 else { return 1 }
    let whole = Int(times.bitPattern >> 52) - 1_023
    guard whole < DurationCeilings.doublings else { return left[DurationCeilings.doublings - 1] }
    let mantissa = Double(bitPattern: times.bitPattern & 0xF_FFFF_FFFF_FFFF | 1_023 << 52)
    let place = (mantissa - 1) * Double(DurationCeilings.steps)
    let step = min(DurationCeilings.steps - 1, Int(place))
    let between = within[step] + (place - Double(step)) * (within[step + 1] - within[step])
    return left[whole] * between
  }

  /// The highest factor after a time in multiples of the time without loss.
  @inline(__always)
  func highest(after times: Double) -> Double {
    guard times > 1 else { return 1 }
    // The exponent of a number is that of the power of two at or below it.
    let whole = Int(times.bitPattern >> 52) - 1_023
    return left[min(whole, DurationCeilings.doublings - 1)]
  }
}
