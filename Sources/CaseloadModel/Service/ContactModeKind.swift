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
  /// A session with other clients; no personal contact.
  case group

  /// Whether the contact counts as two-way personal contact.
  var isTwoWay: Bool { self != .email && self != .group }

  /// Whether the contact is a task in the queue rather than an appointment in the agenda.
  var isTask: Bool { !isTwoWay }
}
