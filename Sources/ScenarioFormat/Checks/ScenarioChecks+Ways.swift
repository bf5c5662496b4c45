import CaseloadModel

// Ways in which work is done: whom campaigns call in, how intakes are held, how clients change hands.
extension ScenarioChecks {
  /// The groups and segments of a campaign exist and are in order.
  mutating func checkScope(of campaign: Campaign) {
    let path = "interventions.campaigns.\(campaign.name)"
    func place(_ name: String, _ key: String) -> Int? {
      name.isEmpty ? nil : reference(name, "\(path).\(key)")
    }
    let from = place(campaign.fromGroup, "fromGroup")
    let to = place(campaign.toGroup, "toGroup")
    if let from, let to, from > to {
      add(
        .impossible, "\(path).fromGroup", expected: "a group not above \"\(campaign.toGroup)\"",
        found: "\"\(campaign.fromGroup)\"")
    }
    if isSound("population.segments") {
      checkSegmentNames(campaign.segments, "\(path).segments")
    }
  }

  /// Intakes by phone and online are parts of all intakes.
  mutating func checkIntakes() {
    guard isSound("diagnosis") else { return }
    let sum = scenario.diagnosis.intakePhoneShare + scenario.diagnosis.intakeOnlineShare
    guard sum > 1 + 1e-9 else { return }
    add(
      .sumOfShares, "diagnosis.intakeOnlineShare",
      expected: "at most 1 together with intakePhoneShare", found: ScenarioChecks.rounded(sum))
  }

  /// Warns when a swap between colleagues costs more than the departure of one, and when nobody comes.
  mutating func adviseOnWays() {
    let knowledge = scenario.knowledge
    if knowledge.swapLossShare > knowledge.handoverLossShare {
      contradiction(
        "knowledge.swapLossShare",
        "no more than at a departure (handoverLossShare "
          + "\(JSONText.number(knowledge.handoverLossShare)))",
        JSONText.number(knowledge.swapLossShare))
    }
    if knowledge.agreementsKeptAtSwapShare < knowledge.agreementsKeptAtDepartureShare {
      contradiction(
        "knowledge.agreementsKeptAtSwapShare",
        "no less than at a departure (agreementsKeptAtDepartureShare "
          + "\(JSONText.number(knowledge.agreementsKeptAtDepartureShare)))",
        JSONText.number(knowledge.agreementsKeptAtSwapShare))
    }
    for campaign in scenario.interventions.campaigns where campaign.refusalShare == 1 {
      contradiction(
        "interventions.campaigns.\(campaign.name).refusalShare", "somebody who comes", "1")
    }
  }
}
