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
  /// What is made when it first comes up.
  private struct Known {
    var workers: [Piece?] = []
    /// By the group believed, the true group and the segment.
    var clients: [Piece?]
    /// By activity, then by subject.
    var subjects: [[Piece?]]
  }
  // Looked into at every event, so it is kept where no access needs to be checked.
  private let known: UnsafeMutablePointer<Known>

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
    known = .allocate(capacity: 1)
    known.initialize(
      to: Known(
        clients: Array(
          repeating: nil, count: words.groups.count * words.groups.count * words.segments.count),
        subjects: Array(repeating: [], count: words.activities.count)))
  }

  deinit {
    known.deinitialize(count: 1)
    known.deallocate()
  }

  /// The case of an event: whose history it belongs to.
  @inline(__always)
  func caseKind(of event: RecordedEvent) -> CaseKind {
    let about = words.abouts[Int(event.activity.rawValue)]
    return about == .worker && event.client > 0 ? .client : about
  }

  /// Takes note of what later events leave unsaid: the role of a worker.
  @inline(__always)
  func note(_ event: RecordedEvent) {
    if event.activity == .workerHired { noteRole(of: event.worker, event.subject) }
  }

  private func noteRole(of worker: Int, _ role: Int) {
    let name = words.roles.indices.contains(role) ? words.roles[role] : []
    keep(store.piece(form.worker(worker, name)), of: worker)
  }

  /// A worker with the role.
  @inline(__always)
  func worker(_ number: Int) -> Piece {
    if number < known.pointee.workers.count, let piece = known.pointee.workers[number] {
      return piece
    }
    return newWorker(number)
  }

  private func newWorker(_ number: Int) -> Piece {
    let piece = store.piece(form.worker(number, []))
    keep(piece, of: number)
    return piece
  }

  private func keep(_ piece: Piece, of worker: Int) {
    while known.pointee.workers.count <= worker { known.pointee.workers.append(nil) }
    known.pointee.workers[worker] = piece
  }

  /// The groups and the segment of the client of an event.
  @inline(__always)
  func client(of event: RecordedEvent) -> Piece {
    let groups = words.groups.count
    let place =
      (event.believedGroup * groups + event.trueGroup) * words.segments.count + event.segment
    if let piece = known.pointee.clients[place] { return piece }
    let piece = store.piece(
      form.client(
        words.groups[event.believedGroup], words.groups[event.trueGroup],
        words.segments[event.segment]))
    known.pointee.clients[place] = piece
    return piece
  }

  /// What an event is about beside client and worker.
  ///
  /// - Precondition: The event has a subject.
  func subject(of event: RecordedEvent) -> Piece {
    let activity = Int(event.activity.rawValue)
    if event.subject < known.pointee.subjects[activity].count,
      let piece = known.pointee.subjects[activity][event.subject]
    {
      return piece
    }
    let piece = store.piece(
      Array(form.subject.0.utf8), words.subject(of: event), Array(form.subject.1.utf8))
    while known.pointee.subjects[activity].count <= event.subject {
      known.pointee.subjects[activity].append(nil)
    }
    known.pointee.subjects[activity][event.subject] = piece
    return piece
  }
}
