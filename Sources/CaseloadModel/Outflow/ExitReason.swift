/// Why a client left.
enum ExitReason: Int {
  /// Regular paid work.
  case work
  /// Work with a subsidy.
  case subsidised
  /// The client's own life: partner, other income, moving.
  case other
  /// The benefit was ended after missed appointments.
  case sanction
  /// Pension or death; nobody returns from it.
  case pensionOrDeath
  /// The longest time under a law.
  case limit
  /// A transfer to a law that another organisation carries out; nobody returns from it.
  case transfer

  /// Whether the exit counts as work, subsidised or not.
  var isWork: Bool { self == .work || self == .subsidised }
}
