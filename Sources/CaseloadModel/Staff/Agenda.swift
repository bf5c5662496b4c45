/// An appointment in a worker's agenda.
struct Appointment {
  /// Minute at which it starts.
  var start: Int32
  /// The client.
  var client: Int32
  /// `ClientService.dueTicket` when it was made; another value means that it has lapsed.
  var ticket: UInt32
  /// The mode in which the contact is planned.
  var mode: ContactModeKind
}

/// A client whose contact is due and who waits for an appointment.
struct DueEntry {
  /// Who goes first: the highest key.
  var key: Double
  /// The client.
  var client: Int32
}

/// Appointments of one worker in order of time: a queue that grows at the end.
struct Agenda {
  /// Those that were taken up, then those to come, in order of time.
  private var appointments: [Appointment] = []
  /// Number of appointments that were taken up.
  private var head = 0

  /// The next appointment.
  var first: Appointment? { head < appointments.count ? appointments[head] : nil }

  /// Adds an appointment that starts no earlier than any other.
  mutating func append(_ appointment: Appointment) {
    if head > 64 && head * 2 > appointments.count {
      appointments.removeFirst(head)
      head = 0
    }
    appointments.append(appointment)
  }

  /// Adds an appointment in its place in time, behind those that start with it.
  ///
  /// - Complexity: O(appointments).
  mutating func insert(_ appointment: Appointment) {
    var place = appointments.count
    while place > head && appointments[place - 1].start > appointment.start { place -= 1 }
    appointments.insert(appointment, at: place)
  }

  /// Takes the next appointment.
  mutating func removeFirst() { head += 1 }
}
