import SimulationKernel

/// Where what is learned about a client goes.
enum KnowledgeStore {
  /// To the notes and memory of the client's worker.
  case notes
  /// To the register, each item with a chance.
  case register(share: Double)
}

/// How well somebody observes a client.
struct Observation {
  /// Chance that an attribute is learned.
  var chance: Double
  /// Chance that what is learned is right.
  var accuracy: Double
  /// Factor on that chance for health attributes of clients who have a health barrier.
  var healthFactor: Double
  /// Rate per minute at which the memory of it fades.
  var fading: Double
  /// Where it goes.
  var store: KnowledgeStore
}

/// What was learned of a client's readiness, for a judgement of the group.
struct Judgement {
  /// Whether it is right.
  var isCorrect: Bool
  /// The draw that decided it, 0…1.
  var draw: Double
  /// The chance that it would be right, 0…1.
  var accuracy: Double
}

extension Knowledge {
  /// Somebody learns about a client, attribute by attribute; the truth must be up to `minute`.
  ///
  /// - Returns: What was learned of readiness, if anything was.
  mutating func learn(
    _ client: Int, by observation: Observation, at minute: Int, using draws: inout RandomStream
  ) -> Judgement? {
    var judgement: Judgement?
    for attribute in 0..<attributeCount {
      // Every attribute takes its three numbers, learned or not, so that a change of mode or skill
      // leaves the numbers of the others in place. Steps of 2^-21 are fine enough for shares, and one
      // word for three numbers spares two thirds of the cipher.
      let (learnedDraw, correctDraw, forgettingDraw) = draws.threeUniforms()
      guard learnedDraw < observation.chance else { continue }
      let chance = accuracy(
        of: attribute, client, full: observation.accuracy, healthFactor: observation.healthFactor)
      let isCorrect = correctDraw < chance
      switch observation.store {
      case .notes:
        observe(
          client: client, attribute: attribute, at: minute, accuracy: chance,
          isCorrect: isCorrect, fading: observation.fading, forgetting: forgettingDraw)
      case .register(let share):
        guard forgettingDraw < share else { continue }
        record(
          client: client, attribute: attribute, at: minute, accuracy: chance,
          isCorrect: isCorrect)
      }
      if attribute == 0 {
        judgement = Judgement(isCorrect: isCorrect, draw: correctDraw, accuracy: chance)
      }
    }
    return judgement
  }

  /// Chance that an observation of an attribute is right: health is harder to judge where it is a
  /// barrier.
  private func accuracy(of attribute: Int, _ client: Int, full: Double, healthFactor: Double)
    -> Double
  {
    let isHard =
      isHealth[attribute] && records[client * attributeCount + attribute].isBarrier
    return isHard ? full * healthFactor : full
  }

  /// Chance that somebody of a skill learns an attribute, where the mean skill learns it with chance
  /// `information`.
  ///
  /// Skill spreads evenly around 1, and the chance around the mean, as far as chances reach: so the
  /// mean over workers is `information`, whatever the spread.
  static func chance(ofLearning information: Double, skill: Double) -> Double {
    let mean = min(1, max(0, information))
    return mean + min(1, max(-1, skill - 1)) * min(mean, 1 - mean)
  }

  /// A file on a client reaches the register: each attribute that it tells of, with its accuracy.
  mutating func receiveFile(
    _ client: Int, knownShare: Double, accuracy: Double, at minute: Int,
    using draws: inout RandomStream
  ) {
    for attribute in 0..<attributeCount {
      let isKnown = draws.uniform() < knownShare
      let isCorrect = draws.uniform() < accuracy
      guard isKnown else { continue }
      record(
        client: client, attribute: attribute, at: minute, accuracy: accuracy, isCorrect: isCorrect)
    }
  }
}
