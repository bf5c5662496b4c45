import SimulationKernel

// People who left before the run and return in it.
extension Simulation {
  /// Streams of one client's likes, told apart by twelve bits.
  private static let streamsOfLikes: UInt64 = 4_096
  /// The mean number of people like one client who are away, up to which all are drawn, whatever the length
  /// of the run; far enough below the number of streams that no draw exceeds that.
  private static let mostAway = 2_000.0

  /// People like a client of the initial stock who have left before and will return: without them the
  /// inflow would grow for years until the first returns are as many as in the long run.
  ///
  /// Exits of the past went at the rate of those who are here, so that the number who are away and will
  /// return is Poisson with mean rate x chance x mean time away; what is left of a Weibull time that is
  /// under way is a uniform part of one drawn in proportion to its length.
  mutating func rememberPastLeavers(of client: Int) {
    let model = clients.state[client]
    let exits = terms.typicalExits(of: model)
    let outflow = scenario.outflow
    let frailty = Frailty(work: Double(model.exitFactor), other: Double(model.otherFactor))
    let now = exits.rates(
      frailty, after: -Double(model.spellStart) / SimulationClock.minutesPerYear)
    let unready = terms.unreadyFactor(readiness: model.readiness)
    let rates: [(ExitReason, Double, Double)] = [
      (.work, now.work, unready), (.subsidised, now.subsidised, unready), (.other, now.other, 1),
      (.sanction, exits.sanctions, 1),
    ]
    let form = 1 + 1 / outflow.relapseShape
    let meanEarly =
      outflow.relapseScaleDays * Elementary.exp(Elementary.logGamma(form))
      / SimulationClock.daysPerYear
    var (early, late) = (0.0, 0.0)
    var (earlyPerYear, latePerYear) = (0.0, 0.0)
    for (reason, rate, factor) in rates {
      let chances = terms.chancesOfReturn(after: reason, factor: factor)
      earlyPerYear += rate * chances.early
      latePerYear += rate * chances.late
      early += rate * chances.early * meanEarly
      late += rate * chances.late * outflow.relapseLateYears
    }
    var draws = stream(.pastLeaver, model.streamID)
    guard early + late <= Self.mostAway else {
      var number = UInt64(0)
      rememberReturns(
        like: model, perYear: earlyPerYear, after: terms.earlyReturn, number: &number,
        using: &draws)
      let lateReturn = Weibull(
        shape: 1, scale: outflow.relapseLateYears * SimulationClock.daysPerYear)
      rememberReturns(
        like: model, perYear: latePerYear, after: lateReturn, number: &number, using: &draws)
      return
    }
    let earlyCount = Poisson(mean: early).sample(using: &draws)
    let lateCount = Poisson(mean: late).sample(using: &draws)
    var number: UInt64 = 0
    for _ in 0..<earlyCount {
      let part = Gamma(shape: form, scale: 1).sample(using: &draws)
      let whole = outflow.relapseScaleDays * Elementary.pow(part, 1 / outflow.relapseShape)
      let left = draws.uniform() * whole
      addPastLeaver(like: model, number: number, daysAway: whole - left, daysLeft: left)
      number += 1
    }
    for _ in 0..<lateCount {
      let days = outflow.relapseLateYears * SimulationClock.daysPerYear
      let away = Exponential(mean: days).sample(using: &draws)
      addPastLeaver(
        like: model, number: number, daysAway: away,
        daysLeft: Exponential(mean: days).sample(using: &draws))
      number += 1
    }
  }

  /// Those of the past leavers who return within the run, in order of their return, where all who are away
  /// would be too many to draw.
  ///
  /// In the long run they return as often as such people leave; `time` is the days that they are away, and
  /// before the run lie the exits of those who are away for longer than until their return.
  private mutating func rememberReturns(
    like model: ClientState, perYear rate: Double, after time: Weibull, number: inout UInt64,
    using draws: inout RandomStream
  ) {
    let perDay = rate / SimulationClock.daysPerYear
    guard perDay > 0 else { return }
    let days = Double(clock.end) / Double(SimulationClock.minutesPerDay)
    let gap = Exponential(rate: perDay)
    var left = gap.sample(using: &draws)
    while left <= days, number < Self.streamsOfLikes {
      let hazard = Elementary.pow(left / time.scale, time.shape)
      if draws.uniform() < Elementary.exp(-hazard) {
        let more = Exponential(rate: 1).sample(using: &draws)
        let whole = time.scale * Elementary.pow(hazard + more, 1 / time.shape)
        addPastLeaver(like: model, number: number, daysAway: whole - left, daysLeft: left)
        number += 1
      }
      left += gap.sample(using: &draws)
    }
  }

  /// Somebody who left before the run and returns in it.
  private mutating func addPastLeaver(
    like model: ClientState, number: UInt64, daysAway: Double, daysLeft: Double
  ) {
    let day = Double(SimulationClock.minutesPerDay)
    let moment = SimulationClock.wholeMinutes(daysLeft * day)
    guard moment <= clock.end, number < Self.streamsOfLikes else { return }
    let streamID = Inflow.firstPastLeaver + model.streamID << 12 + number
    recorder?.meetPastLeaver(streamID)
    let client = addClient(streamID: streamID, isInitial: true)
    clients.state[client].segment = model.segment
    clients.state[client].trueGroup = model.trueGroup
    clients.state[client].readiness = model.readiness
    clients.state[client].readinessHome = model.readinessHome
    clients.state[client].motivation = model.motivation
    clients.state[client].restDraw = model.restDraw
    clients.state[client].exitFactor = model.exitFactor
    clients.state[client].otherFactor = model.otherFactor
    clients.state[client].spells = 1
    clients.service[client].spell = 1
    clients.service[client].believedGroup = model.trueGroup
    var draws = stream(.pastLeaver, clients.state[client].streamID)
    let left = -Int(min(SimulationClock.farthest, daysAway * day))
    rememberInitialKnowledge(client, observedAt: left, using: &draws)
    knowledge.loseNotes(client: client)
    schedule(.relapse, at: moment, entity: client)
  }
}
