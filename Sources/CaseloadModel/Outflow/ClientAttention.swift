/// The attention that a client has had in the present spell, and what it has not found yet.
///
/// The stock is that of a minute, and fades from there on; it is brought up to date when it is added to.
struct ClientAttention {
  /// Hours' worth of attention at `minute`.
  var stock: Float = 0
  /// The same, each talk weighted with the skill of the worker.
  var skilled: Float = 0
  /// The minute that the stock is of.
  var minute: Int32 = 0
  /// Two-way talks of the present spell.
  var talks: UInt16 = 0
  /// Times that the client has been called in, in the present spell.
  var invitations: UInt16 = 0
  /// Referrals that have been decided in the present spell.
  var referrals: UInt16 = 0
  /// Whether somebody who leaves before a talk does so for work.
  var leavesForWork = false
  /// Changed circumstances that nobody has found.
  var hidden = HiddenChange(from: 0)

  /// Adds what a talk yields to what is left of the stock.
  mutating func add(_ yield: Double, skill: Double, left: Double, at minute: Int) {
    stock = Float(Double(stock) * left + yield)
    skilled = Float(Double(skilled) * left + yield * skill)
    self.minute = Int32(minute)
  }

  /// Counts an invitation; the count stands still at its end.
  mutating func countInvitation() {
    if invitations < .max { invitations += 1 }
  }

  /// Counts a talk; the count stands still at its end.
  mutating func countTalk() {
    if talks < .max { talks += 1 }
  }
}
