import CaseloadModel
import ScenarioFormat

/// Texts of a log that are the same for many events, escaped for its form.
struct LogWords {
  private let names: RecordNames
  private let escape: (String) -> [UInt8]
  let groups: [[UInt8]]
  let segments: [[UInt8]]
  let roles: [[UInt8]]
  let activities: [[UInt8]]
  let lifecycles: [[UInt8]]
  let modes: [[UInt8]]
  let tasks: [[UInt8]]
  let outcomes: [[UInt8]]
  /// Whose history each activity belongs to.
  let abouts: [CaseKind]

  init(_ scenario: Scenario, escape: @escaping (String) -> [UInt8]) {
    let names = RecordNames(scenario)
    self.names = names
    self.escape = escape
    groups = names.groups.map(escape)
    segments = names.segments.map(escape)
    roles = names.roles.map(escape)
    activities = ActivityDefinition.all.map { escape($0.title) }
    lifecycles = ActivityDefinition.all.map { escape($0.lifecycle) }
    modes = ContactModeKind.allCases.map { escape($0.id) }
    tasks = TaskKind.allCases.map { escape($0.id) }
    outcomes = RecordedOutcome.allCases.map { escape($0.id) }
    abouts = ActivityDefinition.all.map(\.about)
  }

  /// The name of what an event is about.
  func subject(of event: RecordedEvent) -> [UInt8] { escape(names.subject(of: event)) }
}

/// The pieces of which the records of a log are put together, each with what stands around it in its form.
///
/// What depends on one small number stands ready; what depends on workers, groups and subjects is made when
/// it first comes up.
final class RecordPieces {
  /// How pieces look in one form.
  struct Form {
    /// What stands around the way of a contact, the kind of a task, what came of it, and the subject.
    var mode: (String, String)
    var task: (String, String)
    var outcome: (String, String)
    var subject: (String, String)
    /// The worker with the role, already escaped.
    var worker: (_ number: Int, _ role: [UInt8]) -> [UInt8]
    /// The groups and the segment of a client.
    var client: (_ believed: [UInt8], _ truth: [UInt8], _ segment: [UInt8]) -> [UInt8]
  }

  let words: LogWords
  let store = PieceStore()
  private let form: Form
  let modes: [Piece]
  let tasks: [Piece]
  let outcomes: [Piece]
  private var workers: [Piece?] = []
  private var clients: [Piece?]
  private var subjects: [Int: Piece] = [:]

  init(_ words: LogWords, _ form: Form) {
    self.words = words
    self.form = form
    let store = store
    func pieces(_ texts: [[UInt8]], _ around: (String, String)) -> [Piece] {
      texts.map { store.piece(Array(around.0.utf8), $0, Array(around.1.utf8)) }
    }
    modes = pieces(words.modes, form.mode)
    tasks = pieces(words.tasks, form.task)
    outcomes = pieces(words.outcomes, form.outcome)
    clients = Array(
      repeating: nil, count: words.groups.count * words.groups.count * words.segments.count)
  }

  /// The case of an event: whose history it belongs to.
  @inline(__always)
  func caseKind(of event: RecordedEvent) -> CaseKind {
    let about = words.abouts[Int(event.activity.rawValue)]
    return about == .worker && event.client > 0 ? .client : about
  }

  /// Takes note of what later events leave unsaid: the role of a worker.
  func note(_ event: RecordedEvent) {
    guard event.activity == .workerHired else { return }
    while workers.count <= event.worker { workers.append(nil) }
    let role = words.roles.indices.contains(event.subject) ? words.roles[event.subject] : []
    workers[event.worker] = store.piece(form.worker(event.worker, role))
  }

  /// A worker with the role.
  @inline(__always)
  func worker(_ number: Int) -> Piece {
    if workers.indices.contains(number), let known = workers[number] { return known }
    return newWorker(number)
  }

  private func newWorker(_ number: Int) -> Piece {
    while workers.count <= number { workers.append(nil) }
    let piece = store.piece(form.worker(number, []))
    workers[number] = piece
    return piece
  }

  /// The groups and the segment of the client of an event.
  @inline(__always)
  func client(of event: RecordedEvent) -> Piece {
    let groups = words.groups.count
    let place =
      (event.believedGroup * groups + event.trueGroup) * words.segments.count + event.segment
    if let known = clients[place] { return known }
    let piece = store.piece(
      form.client(
        words.groups[event.believedGroup], words.groups[event.trueGroup],
        words.segments[event.segment]))
    clients[place] = piece
    return piece
  }

  /// What an event is about beside client and worker.
  ///
  /// - Precondition: The event has a subject.
  func subject(of event: RecordedEvent) -> Piece {
    let key = Int(event.activity.rawValue) << 32 | event.subject
    if let known = subjects[key] { return known }
    let piece = store.piece(
      Array(form.subject.0.utf8), words.subject(of: event), Array(form.subject.1.utf8))
    subjects[key] = piece
    return piece
  }
}
