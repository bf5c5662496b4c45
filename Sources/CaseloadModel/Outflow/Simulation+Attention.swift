import SimulationKernel

/// A talk as far as its yield goes.
struct Talk {
  /// Yield of the mode, against a talk in one room.
  var yield: Double
  /// Length of the talk itself, in minutes.
  var minutes: Double
  /// Whether it is two-way personal contact, which counts among the talks of the spell.
  var isTwoWay = true
  /// Whether the client asked for it.
  var isByClient = false
  /// Whether the worker's own notes are at hand, beside the register.
  var hasNotes = true
  /// Whether it comes back to an agreement made before.
  var checksAgreement = false
}

// What talks add to the stock of attention.
extension Simulation {
  /// A talk adds to the attention that a client has had.
  ///
  /// - Returns: What the talk yields against a first talk by an average worker, for steps up: the
  ///   worker's skill times what is left of the effect of a first talk.
  @discardableResult
  mutating func attend(to client: Int, _ talk: Talk, by worker: Int) -> Double {
    let number = Int(clients.attention[client].talks) + 1
    if talk.isTwoWay { clients.attention[client].countTalk() }
    let skill = exitSkill(of: worker)
    let repetition = terms.attention.repetition(number)
    guard terms.attention.isFelt, talk.yield > 0, talk.minutes > 0 else {
      return skill * repetition
    }
    var yield = talk.yield * terms.attention.length(minutes: talk.minutes) * repetition
    if talk.isByClient { yield *= terms.attention.settings.clientInitiative }
    if talk.checksAgreement { yield *= 1 + terms.attention.settings.agreementBonus }
    if terms.attention.settings.knowledgeWeight > 0 {
      advanceTruth(client)
      yield *= terms.attention.knowledge(
        knowledge.currency(ofClient: client, at: clock.now, withNotes: talk.hasNotes))
    }
    let age = clock.now - Int(clients.attention[client].minute)
    clients.attention[client].add(
      yield, skill: skill, left: terms.attention.left(after: age), at: clock.now)
    return skill * repetition
  }

  /// Factor of a worker's skill and experience on what talks yield in exits and steps.
  mutating func exitSkill(of worker: Int) -> Double {
    guard worker >= 0 else { return 1 }
    return terms.attention.skill.factor(staff.workers[worker].skillDeviation)
      * staff.experience(of: worker, under: terms, at: clock.now)
  }

  /// What attention comes to now for a client, 0 without any.
  mutating func attentionReach(_ client: Int) -> Double {
    terms.attention.reach(of: clients.attention[client], at: clock.now)
  }

  /// What fades or gathers unseen at a rate that is another from now on is brought up to now at the old one.
  mutating func adoptAttention(before: Terms) {
    let fadesOtherwise = before.attention.fading != terms.attention.fading
    for client in clients.state.indices where clients.state[client].inStock {
      if fadesOtherwise {
        let age = clock.now - Int(clients.attention[client].minute)
        clients.attention[client].add(
          0, skill: 1, left: before.attention.left(after: age), at: clock.now)
      }
      let rate = before.changeRate(of: clients.state[client])
      if rate != terms.changeRate(of: clients.state[client]) {
        clients.attention[client].hidden.gather(until: clock.now, rate: rate)
      }
    }
  }

  /// The attention of a client of the initial stock: what is left of regular talks in the past, the last
  /// of them `sinceContact` minutes ago, `interval` minutes apart, over `time` minutes on benefit.
  mutating func rememberInitialAttention(
    _ client: Int, sinceContact: Int, interval: Double, time: Double
  ) {
    let attention = terms.attention
    guard attention.isFelt, Double(sinceContact) < time else { return }
    let talks = 1 + ((time - Double(sinceContact)) / max(1, interval)).rounded(.down)
    clients.attention[client].talks = UInt16(min(Double(UInt16.max), talks))
    let group = groups[Int(clients.service[client].believedGroup)]
    let currency = knowledge.currency(ofClient: client, at: clock.now)
    let yield =
      group.usualYield * attention.repetition(Int(clients.attention[client].talks))
      * attention.knowledge(currency)
    // A geometric series of talks, each a step further back.
    let perStep = Elementary.exp(-attention.fading * interval)
    let sum =
      perStep < 1
      ? (1 - Elementary.exp(-attention.fading * interval * talks)) / (1 - perStep) : talks
    clients.attention[client].add(
      yield * sum * attention.left(after: sinceContact), skill: 1, left: 0, at: clock.now)
  }
}
