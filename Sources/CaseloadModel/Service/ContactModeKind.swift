/// The ways in which a worker and a client are in contact.
enum ContactModeKind: UInt8 {
  /// A talk in one room.
  case faceToFace
  /// A phone call.
  case phone
  /// A video call.
  case video
  /// A letter or e-mail; no two-way contact.
  case email

  /// Whether the contact counts as two-way personal contact.
  var isTwoWay: Bool { self != .email }
}
