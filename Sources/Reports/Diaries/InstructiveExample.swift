import CaseloadModel

/// A kind of life that is worth reading, and how one is found.
package enum InstructiveExample: String, CaseIterable, Sendable {
  /// The longest time without two-way personal contact.
  case longestUnseen = "unseen"
  /// Unseen for six months and then seen again.
  case unseen6m = "unseen.6m"
  /// Unseen for twelve months and then seen again.
  case unseen12m = "unseen.12m"
  /// Unseen for two years and then seen again.
  case unseen24m = "unseen.24m"
  /// The most changes of worker.
  case handovers
  /// The question that waited longest, or in vain.
  case lostRequest = "request.lost"
  /// Left for work and soon back.
  case relapse
  /// Referred to a vacancy and hired, or, if nobody was, refused most often.
  case referral
  /// Told of a need for support that an instrument then met.
  case need
  /// A talk, or the call to it, ended the benefit.
  case talk
  /// Called in by a campaign, seen, and gone to work.
  case campaignBest = "campaign.best"
  /// Called in by a campaign and not reached.
  case campaignWorst = "campaign.worst"

  /// What is looked for, in plain words.
  package var words: Bilingual {
    switch self {
    case .longestUnseen:
      Bilingual("het langst niet gesproken", "the longest time without being spoken to")
    case .unseen6m:
      Bilingual(
        "zes maanden niet gesproken, daarna wel; de meeste wisselingen van klantmanager",
        "not spoken to for six months, then again; with the most changes of worker")
    case .unseen12m:
      Bilingual(
        "twaalf maanden niet gesproken, daarna wel; de meeste wisselingen van klantmanager",
        "not spoken to for twelve months, then again; with the most changes of worker")
    case .unseen24m:
      Bilingual(
        "twee jaar niet gesproken, daarna wel; de meeste wisselingen van klantmanager",
        "not spoken to for two years, then again; with the most changes of worker")
    case .handovers:
      Bilingual("de meeste wisselingen van klantmanager", "the most changes of worker")
    case .lostRequest:
      Bilingual(
        "de vraag die het langst op antwoord wachtte, of vergeefs",
        "the question that waited longest for an answer, or in vain")
    case .relapse:
      Bilingual("aan het werk en snel weer terug", "left for work and was soon back")
    case .referral:
      Bilingual(
        "naar een vacature doorverwezen: aangenomen, of het vaakst niet",
        "referred to a vacancy: taken, or else turned down most often")
    case .need:
      Bilingual(
        "vertelde over een behoefte aan ondersteuning en kreeg die",
        "told of a need for support and got it")
    case .talk:
      Bilingual(
        "een gesprek, of de oproep ervoor, beëindigde de uitkering",
        "a talk, or the call to it, ended the benefit")
    case .campaignBest:
      Bilingual(
        "opgeroepen door een campagne, gesproken en aan het werk",
        "called in by a campaign, spoken to, and gone to work")
    case .campaignWorst:
      Bilingual(
        "opgeroepen door een campagne en niet bereikt", "called in by a campaign and not reached")
    }
  }

  /// The spell that shows it best, of equals the earliest.
  ///
  /// - Returns: `nil` when nobody shows it.
  package func find(in spells: [SpellRecord]) -> SpellRecord? {
    var best: (spell: SpellRecord, score: Double)?
    var last: [Int: Int] = [:]
    for spell in spells { last[spell.client] = max(last[spell.client] ?? 0, spell.spell) }
    for spell in spells {
      let isBack = last[spell.client] ?? 0 > spell.spell
      guard let score = score(of: spell, isBack: isBack), score > best?.score ?? -.infinity else {
        continue
      }
      best = (spell, score)
    }
    return best?.spell
  }

  /// How well a spell shows it; `nil` when it does not.
  private func score(of spell: SpellRecord, isBack: Bool) -> Double? {
    let day = 1_440.0
    func unseen(_ days: Double) -> Double? {
      guard Double(spell.longestGap) >= days * day, spell.wasSeenAgain else { return nil }
      return Double(spell.handoversInGap) * 1e9 + Double(spell.longestGap)
    }
    switch self {
    case .longestUnseen: return spell.longestGap > 0 ? Double(spell.longestGap) : nil
    case .unseen6m: return unseen(182)
    case .unseen12m: return unseen(365)
    case .unseen24m: return unseen(730)
    case .handovers: return spell.handovers > 0 ? Double(spell.handovers) : nil
    case .lostRequest: return spell.longestRequest > 0 ? Double(spell.longestRequest) : nil
    case .relapse:
      let isWork = spell.outcome == .work || spell.outcome == .subsidised
      return isWork && isBack ? -spell.daysToReturn : nil
    case .referral:
      guard spell.referrals > 0 else { return nil }
      return (spell.isHiredByReferral ? 1e6 : 0) + Double(spell.referrals)
    case .need:
      guard spell.needsTold + spell.needsMet > 0 else { return nil }
      return Double(spell.needsMet) * 1e6 + Double(spell.needsTold)
    case .talk: return spell.isEndedByTalk ? Double(spell.contacts) : nil
    case .campaignBest:
      guard spell.campaign > 0, let seen = spell.seenAfterCall, let end = spell.end,
        spell.outcome == .work || spell.outcome == .subsidised
      else { return nil }
      return -Double(end - seen)
    case .campaignWorst:
      guard spell.campaign > 0, spell.seenAfterCall == nil else { return nil }
      return Double(spell.missedSinceCall) * 1e9
        + Double((spell.end ?? 1_000_000_000) - spell.calledIn)
    }
  }
}
