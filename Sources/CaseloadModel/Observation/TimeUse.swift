/// What worked time goes to.
enum TimeUse: Int {
  /// Contact with clients, missed appointments and letters included.
  case contact
  /// Registration, steering and accountability.
  case administration
  /// Coordination, side tasks and requests for instruments.
  case other
}
