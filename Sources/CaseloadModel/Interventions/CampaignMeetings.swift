/// Whom each campaign has met in the present spell: seen, or given up after enough missed appointments.
///
/// A campaign calls nobody in twice in a spell, whatever other campaigns do in the meantime.
struct CampaignMeetings: ~Copyable {
  /// Campaigns of the run.
  private let campaignCount: Int
  /// The number of the spell in which a campaign met a client, plus one, by client and then campaign; 0 for never.
  private var spells = Column<UInt32>()

  /// Nobody is met yet.
  init(campaignCount: Int) { self.campaignCount = campaignCount }

  private func place(_ client: Int, _ campaign: Int) -> Int { client * campaignCount + campaign }

  /// A campaign has met a client in a spell.
  mutating func note(_ client: Int, campaign: Int, spell: UInt16) {
    while spells.count < (client + 1) * campaignCount { spells.append(0) }
    spells[place(client, campaign)] = UInt32(spell) + 1
  }

  /// Whether a campaign has met a client in a spell.
  func hold(_ client: Int, campaign: Int, spell: UInt16) -> Bool {
    let place = place(client, campaign)
    return place < spells.count && spells[place] == UInt32(spell) + 1
  }
}
