import SimulationKernel
import Testing

@testable import CaseloadModel

/// What is typical of the exits of the initial stock, and the bounds of exit rates: numbers known by hand.
@Suite struct TypicalExitTests {
  /// The terms of a world of one client, and that client at a readiness of a half.
  private func terms(_ adjust: (inout Scenario) -> Void) -> (terms: Terms, client: ClientState) {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    adjust(&scenario)
    let world = Simulation(scenario, seed: 1, replication: 0)
    var client = world.clients.state[0]
    client.trueGroup = 0
    client.readiness = 0.5
    client.motivation = scenario.population.motivationMean
    client.exitFactor = 1
    client.otherFactor = 1
    client.spellStart = 0
    client.restDraw = 0.5
    return (world.terms, client)
  }

  // MARK: - What is typical

  @Test func whatHasBeenRunThroughIsTheIntegralOfTheRates() {
    var exits = TypicalExits()
    (exits.work, exits.subsidised, exits.other) = (0.3, 0.1, 0.2)
    (exits.gainOnWork, exits.gainOnOther) = (0.6, 0.4)
    (exits.halvingOnWork, exits.halvingOnOther) = (1, 3)
    (exits.lossOnWork, exits.lossOnOther) = (0.2, 0.1)
    (exits.workAtTalks, exits.otherAtTalks) = (0.03, 0.02)
    (exits.sanctions, exits.transfers) = (0.01, 0.04)
    let frailty = Frailty(work: 1.5, other: 0.7)
    for isFading in [true, false] {
      if !isFading { (exits.halvingOnWork, exits.halvingOnOther) = (0, 0) }
      for years in [0.2, 0.9, 4, 17] {
        let step = 1e-4
        let slope =
          (exits.hazard(frailty, through: years + step)
            - exits.hazard(frailty, through: years - step)) / (2 * step)
        let rates = exits.rates(frailty, after: years)
        let sum =
          rates.work + rates.subsidised + rates.other + exits.sanctions + exits.transfers
        #expect(abs(slope - sum) < 1e-6, "after \(years) years: \(slope), not \(sum)")
      }
    }
    #expect(exits.hazard(frailty, through: 0) == 0)
    // After the first half-year of no loss, with half of the gain on exits to work left after one year.
    exits.halvingOnWork = 1
    let rates = exits.rates(frailty, after: 1)
    #expect(abs(rates.work - (0.3 * 1.5 * (0.8 + 0.6 / 2) + 0.03)) < 1e-12)
    #expect(abs(rates.subsidised - 0.1 * 1.5) < 1e-12)
    #expect(abs(rates.other - (0.2 * 0.7 * (0.9 + 0.4) + 0.02)) < 1e-12)
  }

  @Test func talksOfThePastAddWhatTheyBringAndLeadTo() {
    let (terms, client) = terms {
      for index in $0.outflow.rates.indices {
        $0.outflow.rates[index].workPerYear = 0.2
        $0.outflow.rates[index].subsidisedPerYear = 0.1
        $0.outflow.rates[index].otherPerYear = 0.05
        $0.outflow.rates[index].contactEffectOnWork = -1
        $0.outflow.rates[index].contactEffectOnOther = 0.3
      }
      $0.outflow.pensionAndDeathPerYear = 0.03
      $0.outflow.durationEffectOnWork = 0.15
      $0.outflow.durationEffectOnOther = 0.07
      $0.outflow.durationEffectFromMonths = 3
      $0.labourMarket.demandIndex = 1.5
      $0.population.segments[0].workFactor = 0.5
      $0.population.segments[0].otherFactor = 2
      $0.population.initialTalksPerYear = 4
      $0.population.initialRestTalksPerYear = 1
      $0.population.initialRestShare = 0.4
      // Attention fades by a factor e in a year; of the fifth talk a half is left.
      $0.outflow.contactHalfLifeDays = SimulationClock.daysPerYear * AttentionTerms.ln2
      $0.outflow.attention.repeatFactor = 0
      $0.outflow.attention.repeatFloor = 0.5
      $0.outflow.attention.saturation = 3
      $0.outflow.attention.work = AttentionEffect(
        height: 0.8, peak: 0.5, widthBelow: 0.1, widthAbove: 0.1, halvingYears: 3)
      $0.outflow.attention.other = AttentionEffect(
        height: 0.4, peak: 0.5, widthBelow: 0.1, widthAbove: 0.1, halvingYears: 2)
      $0.outflow.atContact.referralShare = 0.1
      $0.outflow.atContact.referralAcceptShare = 0.5
      $0.outflow.atContact.sanctionShare = 0.02
      $0.knowledge.inViewThreshold = 0.6
      $0.outflow.atInvitation.workShare = 0.04
      $0.outflow.atInvitation.otherShare = 0.06
    }
    var typical = client
    for (draw, talks) in [(0.5, 4.0), (0.375, 1)] {
      typical.restDraw = Float(draw)
      let exits = terms.typicalExits(of: typical)
      let close = { (found: Double, expected: Double) in abs(found - expected) < 1e-9 }
      #expect(close(exits.work, 0.2 * 0.5 * 1.5))
      #expect(close(exits.subsidised, 0.1) && close(exits.other, 0.05 * 2))
      #expect(close(exits.pension, 0.03) && exits.transfers == 0)
      #expect(exits.lossOnWork == 0.15 && exits.lossOnOther == 0.07)
      #expect(exits.yearsWithoutLoss == 0.25)
      // A stock of half an hour per talk, against 3 at which half of the gain is reached.
      let reach = 0.5 * talks / (0.5 * talks + 3)
      #expect(close(exits.gainOnWork, 0.8 * reach), "\(talks) talks")
      #expect(close(exits.gainOnOther, 0.3 * reach), "\(talks) talks")
      #expect(exits.halvingOnWork == 3 && exits.halvingOnOther == 2)
      #expect(close(exits.sanctions, 0.02 * talks))
      let market = 0.5 * 1.5
      #expect(close(exits.workAtTalks, talks * market * (0.1 * 0.5 * 0.6 + 0.04 * 0.5)))
      #expect(close(exits.otherAtTalks, talks * 0.06 * 0.5 * 2))
    }
    // The share itself is no longer among those who were left alone.
    typical.restDraw = 0.25
    var exact = terms.scenario
    exact.population.initialRestShare = 0.25
    #expect(abs(Terms(exact).typicalExits(of: typical).sanctions - 0.08) < 1e-9)
  }

  @Test func motivationMovesWhatIsTypicalOfOnePersonAndNotOfLikes() {
    var (terms, client) = terms {
      for index in $0.outflow.rates.indices { $0.outflow.rates[index].workPerYear = 0.2 }
      $0.outflow.motivationEffectOnWork = 2
    }
    client.motivation += 0.25
    #expect(abs(terms.typicalExits(of: client).work - 0.3) < 1e-9)
    #expect(abs(terms.typicalExits(ofLikesOf: client).work - 0.2) < 1e-9)
  }

  @Test func withoutTalksNothingIsAdded() {
    let (terms, client) = terms {
      $0.population.initialTalksPerYear = 0
      $0.outflow.attention.work.height = 1
      $0.outflow.attention.other.height = 1
      $0.outflow.atContact.sanctionShare = 1
    }
    let exits = terms.typicalExits(of: client)
    #expect(exits.gainOnWork == 0 && exits.gainOnOther == 0 && exits.sanctions == 0)
    #expect(exits.workAtTalks == 0 && exits.otherAtTalks == 0)
  }

  @Test func inTheLongRunTalksFindTheChangesThatCome() {
    // Every talk finds all: what comes between two of them is found at the second.
    let (terms, client) = terms {
      $0.population.initialTalksPerYear = 2
      $0.population.initialRestShare = 0
      $0.outflow.atContact.changesPerYear = 0.1
      $0.outflow.atContact.detectionShare = 1
    }
    let found = terms.typicalExits(of: client).otherAtTalks
    #expect(abs(found - 2 * (1 - Elementary.exp(-0.05))) < 1e-6)
    var blind = terms.scenario
    blind.outflow.atContact.detectionShare = 0
    #expect(Terms(blind).typicalExits(of: client).otherAtTalks == 0)
  }

  @Test func partTimeWorkIsAsFrequentAsItsStartsAndEndsSay() {
    let (terms, client) = terms {
      $0.outflow.partTimeStartsPerYear = 2
      $0.outflow.partTimeEndsPerYear = 3
      $0.population.segments[0].partTimeFromReadiness = 0.5
    }
    // Starts of 2 x 0.5 a year against ends of 3.
    #expect(terms.partTimeShare(of: client) == 0.25)
    var lower = client
    lower.readiness = 0.499
    #expect(terms.partTimeShare(of: lower) == 0)
    var never = terms.scenario
    never.outflow.partTimeStartsPerYear = 0
    never.outflow.partTimeEndsPerYear = 0
    #expect(Terms(never).partTimeShare(of: client) == 0)
  }

  // MARK: - Bounds

  @Test func helpThatWasPromisedUnderEarlierTermsIsWithinTheBound() {
    for (ceiling, promised, factor) in [(1.0, 4.0, 4.0), (4, 2, 4), (4, 16, 16), (1, 0.5, 1)] {
      let (terms, client) = terms {
        for index in $0.outflow.rates.indices { $0.outflow.rates[index].workPerYear = 0.3 }
        if ceiling > 1 {
          $0.trajectories.instruments = [
            Instrument(
              name: "help", fromGroup: "care", toGroup: "work", workFactorAfter: ceiling)
          ]
        }
      }
      #expect(terms.ceilings.help == ceiling)
      var helped = client
      helped.helpUntil = 100
      helped.helpFactor = Float(promised)
      // Powers of two go through the rounding of the bound unchanged.
      let bound = terms.exitBound(of: client, at: 0) / ceiling
      #expect(bound > 0)
      #expect(terms.exitBound(of: helped, at: 99) == factor * bound, "\(promised) promised")
      #expect(terms.exitBound(of: helped, at: 100) == ceiling * bound)
      let present = terms.presentExitBound(of: client, at: 0)
      #expect(terms.presentExitBound(of: helped, at: 99) == max(1, promised) * present)
      #expect(terms.presentExitBound(of: helped, at: 100) == present)
    }
  }

  @Test func aBoundIsTheNextPowerOfTwo() {
    let (terms, client) = terms {
      for index in $0.outflow.rates.indices {
        $0.outflow.rates[index].workPerYear = 0.2
        $0.outflow.rates[index].subsidisedPerYear = 0.1
        $0.outflow.rates[index].otherPerYear = 0.1
        $0.outflow.rates[index].contactEffectOnWork = 0
        $0.outflow.rates[index].contactEffectOnOther = 0
      }
      for index in $0.knowledge.attributes.indices { $0.knowledge.attributes[index].workFactor = 1 }
      $0.outflow.pensionAndDeathPerYear = 0.1
    }
    let minutes = SimulationClock.minutesPerYear
    let sum = (0.2 * max(1, terms.scenario.outflow.partTimeWorkFactor) + 0.3) / minutes
    let bound = terms.exitBound(of: client, at: 0)
    #expect(bound.significand == 1)
    #expect(bound >= sum && bound < 2 * sum)
    // Frailty moves exits to work of either kind, and the other one other exits.
    let present = terms.presentExitBound(of: client, at: 0)
    var frail = client
    frail.exitFactor = 3
    let ofWork = terms.presentExitBound(of: frail, at: 0) - present
    #expect(abs(ofWork * minutes - 2 * (minutes * present - 0.2)) < 1e-6)
    frail = client
    frail.otherFactor = 3
    #expect(abs((terms.presentExitBound(of: frail, at: 0) - present) * minutes - 0.2) < 1e-6)
    var nobody = terms.scenario
    for index in nobody.outflow.rates.indices {
      nobody.outflow.rates[index].workPerYear = 0
      nobody.outflow.rates[index].subsidisedPerYear = 0
      nobody.outflow.rates[index].otherPerYear = 0
    }
    nobody.outflow.pensionAndDeathPerYear = 0
    #expect(Terms(nobody).exitBound(of: client, at: 0) == 0)
  }

  @Test func ceilingsHoldTheHighestOfMarketCycleAndPartTimeWork() {
    for (partTime, factor) in [(1.5, 1.5), (0.5, 1)] {
      let (terms, _) = terms {
        for index in $0.outflow.rates.indices {
          $0.outflow.rates[index].workPerYear = [0.1, 0.3, 0.2][index]
          $0.outflow.rates[index].subsidisedPerYear = [0.05, 0.02, 0.04][index]
          $0.outflow.rates[index].otherPerYear = [0.02, 0.01, 0.03][index]
          $0.outflow.rates[index].contactEffectOnWork = 0.5
          $0.outflow.rates[index].contactEffectOnOther = 1
        }
        for index in $0.knowledge.attributes.indices {
          $0.knowledge.attributes[index].barrierShare = index == 1 ? 0.5 : 0
          $0.knowledge.attributes[index].workFactor = 0.2
        }
        $0.labourMarket.demandIndex = 1.1
        $0.labourMarket.cycleAmplitude = 0.2
        $0.outflow.partTimeWorkFactor = partTime
        $0.outflow.attention.partTime.height = 0.3
      }
      let year = SimulationClock.minutesPerYear
      let ceilings = terms.ceilings
      // Barriers leave 0.5 + 0.5 x 0.2 = 0.6 of exits to work, which the rate makes good.
      let work = 1.5 * 1.1 * 1.2 * factor / 0.6
      for (group, rate) in [0.1, 0.3, 0.2].enumerated() {
        #expect(abs(ceilings.workOfGroup[group] * year - rate * work) < 1e-9)
      }
      #expect(abs(ceilings.work * year - 0.3 * work) < 1e-9)
      #expect(abs(ceilings.subsidised * year - 0.05) < 1e-9)
      #expect(abs(ceilings.other * year - 0.06) < 1e-9)
      #expect(abs(ceilings.partTimeStarts - 1.3) < 1e-12)
    }
  }

  @Test func barriersThatLeaveNobodyAreMadeGoodUpToAHundred() {
    var knowledge = TinyWorld.certain().knowledge
    for index in knowledge.attributes.indices {
      knowledge.attributes[index].barrierShare = index == 1 ? 1 : 0
      knowledge.attributes[index].workFactor = 0
    }
    #expect(knowledge.barrierScale == 100)
    knowledge.attributes[1].workFactor = 0.25
    #expect(knowledge.barrierScale == 4)
  }

  @Test func lossesStandAtTheirEnds() {
    #expect(DurationLoss.factor(after: 1, loss: 0.5) == 1)
    #expect(abs(DurationLoss.factor(after: 2, loss: 0.5) - 0.5) < 1e-12)
    #expect(abs(DurationLoss.factor(after: 8, loss: 0.1) - 0.729) < 1e-12)
    #expect(DurationLoss.factor(after: 1.1, loss: 1) == 0)
    #expect(DurationLoss.factor(after: 99, loss: 0) == 1)
    #expect(DurationCeilings(loss: 0.5).highest(after: 2) == 0.5)
    #expect(DurationCeilings(loss: 0.5).highest(after: 1.999) == 1)
    #expect(DurationCeilings(loss: 0.5).highest(after: 4) == 0.25)
    #expect(TypicalExits.effectiveYears(0.5, loss: 0.3, free: 0.5) == 0.5)
    #expect(TypicalExits.effectiveYears(9, loss: 1, free: 0.5) == 0.5)
    #expect(TypicalExits.effectiveYears(9, loss: 0, free: 0.5) == 9)
    // A loss of one half a doubling is a rate of free / t: half a year, and half a year for each factor e.
    let halved = TypicalExits.effectiveYears(4, loss: 0.5, free: 0.5)
    #expect(abs(halved - 0.5 * (1 + 2.079_441_541_7)) < 1e-9)
  }

  @Test func motivationAndTheCycleMoveExitsToWork() {
    let (terms, _) = terms {
      $0.outflow.motivationEffectOnWork = 2
      $0.population.motivationMean = 0.5
      $0.labourMarket.cycleAmplitude = 0.25
      $0.labourMarket.cycleYears = 8
    }
    #expect(terms.motivationFactor(0.5) == 1 && terms.motivationFactor(0.75) == 1.5)
    #expect(terms.motivationFactor(0) == 0 && terms.motivationFactor(-1) == 0)
    for (years, factor) in [(0.0, 1.0), (2, 1.25), (4, 1), (6, 0.75), (10, 1.25)] {
      let found = terms.cycleFactor(at: years * SimulationClock.minutesPerYear)
      #expect(abs(found - factor) < 1e-12, "after \(years) years")
    }
  }

  @Test func candidatesLieBelowTheirBoundAsInContinuousTime() {
    for bound in [1e-5, 0.01, 2] {
      for draw in [0.0, 0.25, 0.5, 1] {
        // An exponential number of rate 1, cut at the bound.
        let expected = -Elementary.log1p(-draw * (1 - Elementary.exp(-bound)))
        #expect(abs(Terms.position(of: draw, bound: bound) - expected) <= 2e-9 * bound)
      }
    }
  }
}
