/// What worked time goes to.
public enum TimeUse: Int, CaseIterable, Sendable {
  /// Contact with clients, missed appointments and letters included.
  case contact
  /// Registration, steering and accountability.
  case administration
  /// Coordination, side tasks and requests for instruments.
  case other

  /// The name in files.
  public var id: String {
    switch self {
    case .contact: "contact"
    case .administration: "administration"
    case .other: "other"
    }
  }
}
