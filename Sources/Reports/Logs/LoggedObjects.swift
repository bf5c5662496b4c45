import CaseloadModel
import SimulationKernel

/// The objects of an object-centric log, gathered from its events.
struct LoggedObjects {
  /// The planned contact and the trajectory that an event concerns, numbered from 1; 0 for none.
  struct Related {
    var contact = 0
    var trajectory = 0
  }

  private struct Client {
    var firstMinute: Int32
    var segment: UInt8
    var contact: Int32 = 0
    var trajectory: Int32 = 0
  }

  /// A change of a client's group, with the group that holds from then on.
  private struct GroupChange {
    var client: Int32
    var minute: Int32
    var believed: UInt8
  }

  private struct Worker {
    var hired: Int32
    var role: UInt8
    var fte: Double
  }

  private var clients: [Client?] = []
  private var changes: [GroupChange] = []
  private var workers: [Worker?] = []
  /// The client of each contact, and the way in which it was held.
  private var contacts: [(client: Int32, mode: Int8)] = []
  private var trajectories: [(client: Int32, instrument: RecordedEvent)] = []
  private var vacancies: [(minute: Int32, stream: RecordedEvent)] = []

  private static let types: [(name: String, attributes: [(name: String, type: String)])] = [
    ("client", [("segment", "string"), ("groupBelieved", "string")]),
    ("worker", [("role", "string"), ("fte", "float")]),
    ("contact", [("channel", "string")]),
    ("trajectory", [("instrument", "string")]),
    ("vacancy", [("stream", "string")]),
    (
      "organisation",
      [
        ("scenario", "string"), ("sha256", "string"), ("seed", "string"),
        ("replication", "integer"),
      ]
    ),
  ]

  /// The types of objects, as JSON.
  static var typesText: String {
    types.map { "{\"name\":\"\($0.name)\",\"attributes\":\(ObjectLog.types($0.attributes))}" }
      .joined(separator: ",\n")
  }

  /// Takes note of the objects of an event.
  mutating func relate(_ event: RecordedEvent) -> Related {
    noteWorker(of: event)
    if event.activity == .vacancyOpened { vacancies.append((Int32(event.minute), event)) }
    guard event.client > 0 else { return Related() }
    noteClient(of: event)
    return Related(contact: contact(of: event), trajectory: trajectory(of: event))
  }

  private mutating func noteWorker(of event: RecordedEvent) {
    guard event.activity == .workerHired else { return }
    while workers.count < event.worker { workers.append(nil) }
    workers[event.worker - 1] = Worker(
      hired: Int32(event.minute), role: UInt8(event.subject), fte: event.amount)
  }

  private mutating func noteClient(of event: RecordedEvent) {
    while clients.count < event.client { clients.append(nil) }
    if clients[event.client - 1] == nil {
      clients[event.client - 1] = Client(
        firstMinute: Int32(event.minute), segment: UInt8(event.segment))
    } else if event.activity != .classified {
      return
    }
    changes.append(
      GroupChange(
        client: Int32(event.client), minute: Int32(event.minute),
        believed: UInt8(event.believedGroup)))
  }

  /// A planned contact begins when it comes on a list, and ends when it is held or given up.
  private mutating func contact(of event: RecordedEvent) -> Int {
    let place = event.client - 1
    let current = Int(clients[place]?.contact ?? 0)
    switch event.activity {
    case .contactListed where current == 0:
      contacts.append((Int32(event.client), -1))
      clients[place]?.contact = Int32(contacts.count)
      return contacts.count
    case .contactListed, .contactBooked, .appointmentLapsed, .appointmentMissed: return current
    case .intakeHeld, .contactHeld:
      if current > 0, let mode = event.mode { contacts[current - 1].mode = Int8(mode.rawValue) }
      clients[place]?.contact = 0
      return current
    case .contactGivenUp, .left:
      clients[place]?.contact = 0
      return current
    default: return 0
    }
  }

  /// A trajectory begins when it is proposed.
  private mutating func trajectory(of event: RecordedEvent) -> Int {
    let place = event.client - 1
    let current = Int(clients[place]?.trajectory ?? 0)
    switch event.activity {
    case .instrumentProposed:
      trajectories.append((Int32(event.client), event))
      clients[place]?.trajectory = Int32(trajectories.count)
      return trajectories.count
    case .instrumentRequested, .waitsForPlace, .trajectoryStarted, .progressTalkHeld: return current
    case .instrumentRefused, .trajectoryEnded, .trajectoryAbandoned:
      clients[place]?.trajectory = 0
      return current
    case .left:
      // What was asked for and had not begun ends too; what had begun tells its own end.
      return 0
    default: return 0
    }
  }

  // MARK: - Text

  /// Writes all objects but the organisation, each with a comma before it.
  mutating func write(
    _ words: LogWords, _ moments: inout MomentText, to text: ByteText,
    _ flush: (ByteText) -> Void
  ) {
    writeClients(words, &moments, to: text, flush)
    for (place, worker) in workers.enumerated() {
      guard let worker else { continue }
      text.add(",\n{\"id\":\"")
      text.add(.worker, place + 1)
      text.add("\",\"type\":\"worker\",\"attributes\":[")
      add("role", words.roles[Int(worker.role)], at: worker.hired, &moments, to: text)
      let fte = ByteText(capacity: 24)
      fte.add(worker.fte)
      text.add(",")
      add("fte", fte.bytes, at: worker.hired, &moments, to: text)
      text.add("],\"relationships\":[]}")
      flush(text)
    }
    for (place, contact) in contacts.enumerated() {
      begin("contact-", place + 1, "contact", to: text)
      if contact.mode >= 0 {
        add("channel", words.modes[Int(contact.mode)], at: 0, &moments, to: text)
      }
      end(ofClient: contact.client, to: text)
      flush(text)
    }
    for (place, trajectory) in trajectories.enumerated() {
      begin("trajectory-", place + 1, "trajectory", to: text)
      let name = words.subject(of: trajectory.instrument)
      add("instrument", name, at: Int32(trajectory.instrument.minute), &moments, to: text)
      end(ofClient: trajectory.client, to: text)
      flush(text)
    }
    for (place, vacancy) in vacancies.enumerated() {
      begin("vacancy-", place + 1, "vacancy", to: text)
      add("stream", words.subject(of: vacancy.stream), at: vacancy.minute, &moments, to: text)
      text.add("],\"relationships\":[]}")
      flush(text)
    }
  }

  private mutating func writeClients(
    _ words: LogWords, _ moments: inout MomentText, to text: ByteText,
    _ flush: (ByteText) -> Void
  ) {
    changes.sort { ($0.client, $0.minute) < ($1.client, $1.minute) }
    var change = 0
    for (place, client) in clients.enumerated() {
      guard let client else { continue }
      text.add(",\n{\"id\":\"")
      text.add(.client, place + 1)
      text.add("\",\"type\":\"client\",\"attributes\":[")
      add(
        "segment", words.segments[Int(client.segment)], at: client.firstMinute, &moments, to: text)
      while change < changes.count, Int(changes[change].client) == place + 1 {
        text.add(",")
        add(
          "groupBelieved", words.groups[Int(changes[change].believed)], at: changes[change].minute,
          &moments, to: text)
        change += 1
      }
      text.add("],\"relationships\":[]}")
      flush(text)
    }
  }

  private func begin(
    _ prefix: StaticString, _ number: Int, _ type: StaticString, to text: ByteText
  ) {
    text.add(",\n{\"id\":\"")
    text.add(prefix)
    text.add(number)
    text.add("\",\"type\":\"")
    text.add(type)
    text.add("\",\"attributes\":[")
  }

  private func end(ofClient client: Int32, to text: ByteText) {
    text.add("],\"relationships\":[{\"objectId\":\"")
    text.add(.client, Int(client))
    text.add("\",\"qualifier\":\"client\"}]}")
  }

  private func add(
    _ name: StaticString, _ value: [UInt8], at minute: Int32, _ moments: inout MomentText,
    to text: ByteText
  ) {
    text.add("{\"name\":\"")
    text.add(name)
    text.add("\",\"time\":\"")
    moments.add(Int(minute), to: text)
    text.add("\",\"value\":")
    text.add(value)
    text.add("}")
  }
}
