import SimulationKernel

// The factors of exit rates that follow from the terms and a few numbers alone.
extension Terms {
  /// Rate per minute of exits to pension and by death.
  var pensionRate: Double {
    scenario.outflow.pensionAndDeathPerYear / SimulationClock.minutesPerYear
  }

  /// Factor of motivation on exits to work.
  func motivationFactor(_ motivation: Double) -> Double {
    max(
      0,
      1 + scenario.outflow.motivationEffectOnWork
        * (motivation - scenario.population.motivationMean))
  }

  /// An upper bound of a client's total exit rate, per minute, whatever happens to the client while
  /// these terms hold.
  ///
  /// Rounded up to a power of two, so that a small change of a rate leaves the candidate moments where
  /// they are.
  func exitBound(of client: ClientState, at minute: Int) -> Double {
    let segment = segments[Int(client.segment)]
    // What helps already was promised under earlier terms.
    let help =
      minute < Int(client.helpUntil)
      ? max(ceilings.help, Double(client.helpFactor)) : ceilings.help
    let bound =
      (ceilings.work * motivationFactor(client.motivation) * help * segment.workCeiling
        + ceilings.subsidised) * Double(client.exitFactor)
      + ceilings.other * segment.otherCeiling * Double(client.otherFactor) + pensionRate
    let wide = bound * Terms.widened
    guard wide > 0 else { return 0 }
    // Up to the next power of two, unless it is one.
    let fraction = wide.bitPattern & 0xF_FFFF_FFFF_FFFF
    return fraction == 0 ? wide : Double(bitPattern: (wide.bitPattern ^ fraction) + 1 << 52)
  }

  /// Where a candidate moment lies between 0 and its bound, by a draw of 0…1.
  ///
  /// Candidates stand on whole minutes, one at most in each, so that a minute has one with chance
  /// 1 − exp(−bound): at a high bound fewer than the rate says. The position is exponential, cut at the
  /// bound, so that an exit at any rate comes as often as in continuous time.
  @inline(__always)
  static func position(of draw: Double, bound: Double) -> Double {
    // The first terms of the series; the next is below 1e-9 of the bound.
    guard bound > 1e-4 else { return draw * bound * (1 - (1 - draw) * bound / 2) }
    return -Elementary.log1p(draw * Elementary.expm1(-bound))
  }

  /// A little more than a sum, whatever way its parts are rounded.
  private static let widened = 1 + 0x1p-40

  /// An upper bound of a client's total exit rate at present, per minute, whatever attention and barriers
  /// come to.
  ///
  /// The bound that holds for the whole spell is far above the rate of nearly everybody, and this one,
  /// which costs a few products, tells most candidates apart from exits.
  @inline(__always)
  func presentExitBound(of client: ClientState, at minute: Int) -> Double {
    let segment = segments[Int(client.segment)]
    let group = Int(client.trueGroup)
    let help = minute < Int(client.helpUntil) ? max(1, Double(client.helpFactor)) : 1
    let times = timesWithoutLoss(minutes: minute - Int(client.spellStart))
    let work =
      ceilings.workOfGroup[group] * motivationFactor(client.motivation) * help * segment.workFactor
      * ceilings.timeOnWork.highest(after: times)
    let other =
      ceilings.otherOfGroup[group] * segment.otherFactor * Double(client.otherFactor)
      * ceilings.timeOnOther.highest(after: times)
    let bound = (work + ceilings.subsidised) * Double(client.exitFactor) + other + pensionRate
    return bound * Terms.widened
  }

  /// Factor of the business cycle on demand for labour.
  func cycleFactor(at moment: Double) -> Double {
    guard scenario.labourMarket.cycleAmplitude > 0 else { return 1 }
    let phase =
      moment / (scenario.labourMarket.cycleYears * SimulationClock.minutesPerYear)
    return 1 + scenario.labourMarket.cycleAmplitude
      * Elementary.sin(2 * Double.pi * (phase - phase.rounded(.down)))
  }

  /// Factor of time on benefit on exits: 1 at first, lower by a share `loss` at each doubling after that.
  func durationFactor(minutes: Int, loss: Double) -> Double {
    DurationLoss.factor(after: timesWithoutLoss(minutes: minutes), loss: loss)
  }

  /// Factor of time on benefit on exits to work, quick enough for the whole stock (`DurationCeilings.factor`).
  func quickDurationFactorOnWork(minutes: Int) -> Double {
    ceilings.timeOnWork.factor(after: timesWithoutLoss(minutes: minutes))
  }

  /// A time on benefit in multiples of the time without loss.
  @inline(__always)
  private func timesWithoutLoss(minutes: Int) -> Double {
    let free = scenario.outflow.durationEffectFromMonths * SimulationClock.minutesPerYear / 12
    return Double(minutes) / free
  }
}

/// The loss of the rate of exits at each doubling of time on benefit.
enum DurationLoss {
  /// Doublings in a growth by a factor e.
  static let doublingsPerE = 1.442_695_040_888_963_4

  /// What is left of a rate after a time in multiples of the time without loss: 1 up to 1, lower by a share
  /// `loss` at each doubling after that.
  static func factor(after times: Double, loss: Double) -> Double {
    guard times > 1, loss > 0 else { return 1 }
    guard loss < 1 else { return 0 }
    return Elementary.exp(Elementary.log(1 - loss) * (Elementary.log(times) * doublingsPerE))
  }
}
