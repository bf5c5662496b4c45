import SimulationKernel

/// The exit rates of a client of the initial stock, per year, by what is typical of group and segment.
///
/// What is here at the start is what is left of past inflow: whoever leaves soon is seldom among them,
/// and long spells are overrepresented in proportion to their length (length-biased sampling; Cox 1969,
/// "Some sampling problems in technology"). With a constant inflow the density of frailty z and time on
/// benefit d in the stock is that of z among newcomers times the chance to stay for d.
struct TypicalExits {
  /// Exits to regular work of a client of frailty 1 in the first half-year.
  var work = 0.0
  /// Exits to subsidised work of a client of frailty 1.
  var subsidised = 0.0
  /// Other exits of a client of frailty 1 in the first half-year.
  var other = 0.0
  /// What attention adds to exits to work at the start of a spell, as a share.
  var gainOnWork = 0.0
  /// What attention adds to other exits at the start of a spell, as a share.
  var gainOnOther = 0.0
  /// Years after which half of the gain on exits to work is left; 0 when it lasts.
  var halvingOnWork = 0.0
  /// Years after which half of the gain on other exits is left; 0 when it lasts.
  var halvingOnOther = 0.0
  /// Exits to work to which talks and invitations lead, whatever the frailty.
  var workAtTalks = 0.0
  /// Other exits to which talks and invitations lead, whatever the frailty.
  var otherAtTalks = 0.0
  /// Benefits that are ended at talks and checks.
  var sanctions = 0.0
  /// Transfers out of the segment.
  var transfers = 0.0
  /// Exits to pension and by death.
  var pension = 0.0
  /// Relative loss per doubling of time on benefit, of exits to work.
  var lossOnWork = 0.0
  /// Relative loss per doubling of time on benefit, of other exits.
  var lossOnOther = 0.0
  /// Years on benefit from which doublings count.
  var yearsWithoutLoss = 0.5

  /// Years that count in full of a time on benefit: less than the time itself beyond the first `free`
  /// years, because of the loss at each doubling.
  ///
  /// The integral of `Terms.durationFactor`, which is (t / free) to the power −a with
  /// a = −log₂(1 − loss).
  static func effectiveYears(_ years: Double, loss: Double, free: Double) -> Double {
    guard years > free, loss > 0 else { return years }
    guard loss < 1 else { return free }
    let logarithm = Elementary.log(years / free)
    let power = 1 + Elementary.log(1 - loss) * DurationLoss.doublingsPerE
    // Near 0 the integral of t to the power −1.
    if abs(power * logarithm) < 1e-9 { return free * (1 + logarithm) }
    return free * (1 + Elementary.expm1(power * logarithm) / power)
  }

  /// Years of a gain that halves again and again.
  private static func fadingYears(_ years: Double, halving: Double) -> Double {
    guard halving > 0 else { return years }
    let rate = AttentionTerms.ln2 / halving
    return -Elementary.expm1(-rate * years) / rate
  }

  /// The hazard of all reasons but pension and death that somebody runs through in a time on benefit.
  ///
  /// The gain from attention fades beside the loss with time on benefit, not under it: by then little is
  /// left of it.
  func hazard(_ frailty: Frailty, through years: Double) -> Double {
    let working =
      TypicalExits.effectiveYears(years, loss: lossOnWork, free: yearsWithoutLoss)
      + gainOnWork * TypicalExits.fadingYears(years, halving: halvingOnWork)
    let others =
      TypicalExits.effectiveYears(years, loss: lossOnOther, free: yearsWithoutLoss)
      + gainOnOther * TypicalExits.fadingYears(years, halving: halvingOnOther)
    return (work * working + subsidised * years) * frailty.work + other * frailty.other * others
      + (workAtTalks + otherAtTalks + sanctions + transfers) * years
  }

  /// Exits to work, subsidised work and for other reasons of a client after years on benefit, per year.
  func rates(_ frailty: Frailty, after years: Double) -> (
    work: Double, subsidised: Double, other: Double
  ) {
    let left = { (halving: Double) in
      halving > 0 ? Elementary.exp(-AttentionTerms.ln2 * years / halving) : 1
    }
    let factor = { (loss: Double) in
      DurationLoss.factor(after: years / yearsWithoutLoss, loss: loss)
    }
    return (
      work * frailty.work * (factor(lossOnWork) + gainOnWork * left(halvingOnWork)) + workAtTalks,
      subsidised * frailty.work,
      other * frailty.other * (factor(lossOnOther) + gainOnOther * left(halvingOnOther))
        + otherAtTalks
    )
  }
}

extension Terms {
  /// The number, within a spell, of a talk that is typical of the past: most are no longer the first.
  private static let typicalTalk = 5
  /// Talks after the first after which the chance to find a change moves no more, however small the share
  /// that one of them finds.
  private static let talksToSettle = 49.0

  /// The longest time on benefit of the initial stock, in years: a working life.
  var longestYears: Double { scenario.population.initialLongestYears }

  /// What is typical of the exits of a client in a group and segment.
  ///
  /// By the exit rates alone: what the run tries in service, staff or enforcement must not change who was
  /// here before it, or two runs would not compare the same people.
  func typicalExits(of client: ClientState) -> TypicalExits {
    var exits = typicalExits(ofLikesOf: client)
    exits.work *= motivationFactor(client.motivation)
    return exits
  }

  /// What is typical of the exits of clients in a group and segment, of average motivation.
  func typicalExits(ofLikesOf client: ClientState) -> TypicalExits {
    let group = groups[Int(client.trueGroup)]
    let segment = segments[Int(client.segment)]
    let perYear = SimulationClock.minutesPerYear
    var exits = TypicalExits()
    exits.work =
      group.workRate * segment.workFactor * perYear * scenario.labourMarket.demandIndex
    exits.subsidised = group.subsidisedRate * perYear
    exits.other = group.otherRate * segment.otherFactor * perYear
    for transfer in transfers
    where transfer.from == Int(client.segment)
      && (transfer.group < 0 || transfer.group == Int(client.trueGroup))
    {
      exits.transfers += transfer.rate * perYear
    }
    exits.pension = pensionRate * perYear
    exits.lossOnWork = scenario.outflow.durationEffectOnWork
    exits.lossOnOther = scenario.outflow.durationEffectOnOther
    exits.yearsWithoutLoss = scenario.outflow.durationEffectFromMonths / 12
    addContact(of: client, to: &exits)
    return exits
  }

  /// Talks a year that a client is taken to have had in the past: fewer when they are among the first whom a
  /// rest policy leaves alone.
  ///
  /// The share is one of its own, because that policy is what a run may try.
  private func pastTalksPerYear(of client: ClientState) -> Double {
    let population = scenario.population
    return Double(client.restDraw) < population.initialRestShare
      ? population.initialRestTalksPerYear : population.initialTalksPerYear
  }

  /// What talks add: attention at its usual level, and what they bring to light and lead to; talks of an
  /// hour in one room, of which most are no longer the first.
  private func addContact(of client: ClientState, to exits: inout TypicalExits) {
    let talks = pastTalksPerYear(of: client)
    guard talks > 0 else { return }
    let group = groups[Int(client.trueGroup)]
    let segment = segments[Int(client.segment)]
    let settings = attention.settings
    let repetition = attention.repetition(Terms.typicalTalk)
    let stock = talks * repetition / (attention.fading * SimulationClock.minutesPerYear)
    let reach = stock / (stock + settings.saturation)
    let readiness = client.readiness
    exits.gainOnWork =
      reach
      * settings.work.gain(readiness: readiness, years: 0, own: group.contactEffectOnWork)
    exits.gainOnOther =
      reach
      * settings.other.gain(readiness: readiness, years: 0, own: group.contactEffectOnOther)
    exits.halvingOnWork = settings.work.halvingYears
    exits.halvingOnOther = settings.other.halvingYears
    let events = scenario.outflow.atContact
    let invitation = scenario.outflow.atInvitation
    let market =
      segment.workFactor * scenario.labourMarket.demandIndex
      * settings.work.shape(readiness: readiness)
    exits.workAtTalks =
      talks * market
      * (events.referralShare * events.referralAcceptShare * scenario.knowledge.inViewThreshold
        + invitation.workShare * repetition)
    exits.otherAtTalks = talks * invitation.otherShare * repetition * segment.otherFactor
    exits.sanctions = talks * events.sanctionShare
    exits.otherAtTalks +=
      talks
      * chanceOfFinding(
        rate: events.changesPerYear * segment.otherFactor / SimulationClock.minutesPerYear,
        interval: SimulationClock.minutesPerYear / talks)
  }

  /// The chance that a talk finds changed circumstances, after so many that it no longer moves.
  private func chanceOfFinding(rate: Double, interval: Double) -> Double {
    let found = scenario.outflow.atContact.detectionShare
    guard rate > 0, found > 0 else { return 0 }
    var hidden = HiddenChange(from: 0)
    hidden.pass(
      firstAfter: interval, later: Terms.talksToSettle, interval: interval, rate: rate,
      found: found, last: 0)
    return hidden.chance(
      at: Int(min(SimulationClock.farthest, interval)), rate: rate, found: found)
  }

  /// The share of clients like this one who work part time beside the benefit, in the long run.
  func partTimeShare(of client: ClientState) -> Double {
    let outflow = scenario.outflow
    guard client.readiness >= segments[Int(client.segment)].partTimeFromReadiness else { return 0 }
    let starts = outflow.partTimeStartsPerYear * client.readiness
    let sum = starts + outflow.partTimeEndsPerYear
    return sum > 0 ? starts / sum : 0
  }
}
