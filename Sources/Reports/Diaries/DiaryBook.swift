import CaseloadModel
import SimulationKernel

/// One moment of a client's diary: what happened, why, and how it changed what is true and known.
package struct DiaryEntry: Sendable {
  /// The minute.
  package var minute: Int
  /// What happened to the client, in order.
  package var events: [RecordedEvent]
  /// What happened to the organisation at that moment, which may be the reason.
  package var causes: [RecordedEvent]
  /// How the client stood just before.
  package var before: ClientSnapshot?
  /// How the client stood then; `nil` when nothing of it was looked at.
  package var after: ClientSnapshot?
  /// What time alone brought about.
  package var mark: TimeMark?
}

/// What comes about by time alone, and moves a metric.
package enum TimeMark: String, CaseIterable, Sendable {
  case unseen6m = "unseen.6m.share"
  case unseen12m = "unseen.12m.share"
  case unseen24m = "unseen.24m.share"
  case overdue = "contact.overdue.share"
  case agreementsEnd = "agreements.none.share"

  /// The minute at which it comes about for a client who stands as told, if nothing happens before.
  func minute(for client: ClientSnapshot) -> Int {
    let day = 1_440
    // What never comes due may stand for the largest number there is.
    let never = 900_000_000
    switch self {
    case .unseen6m: return client.lastContact + 182 * day
    case .unseen12m: return client.lastContact + 365 * day
    case .unseen24m: return client.lastContact + 730 * day
    case .overdue: return min(client.due, never) + 1
    case .agreementsEnd: return min(client.agreementUntil, never) + 1
    }
  }
}

/// The diaries of some clients of one replication.
///
///     let book = DiaryBook(of: [17, 42], end: end)
///     _ = try simulate(scenario, seed: 1, replication: 0, recorder: book.recorder())
///     book.entries(of: 17)
package final class DiaryBook {
  private let end: Int
  private var entries: [Int: [DiaryEntry]] = [:]
  private var pending: [Int: [RecordedEvent]] = [:]
  private var causes: [RecordedEvent] = []

  /// Makes empty diaries of clients by their numbers; the run ends at minute `end`.
  package init(of clients: [Int], end: Int) {
    self.end = end
    for client in clients { entries[client] = [] }
  }

  /// A recorder that fills the diaries; for one replication.
  ///
  /// - Parameter look: Is told everything as well.
  package func recorder(_ look: @escaping (RecordedEvent) -> Void = { _ in }) -> Recorder {
    let recorder = Recorder {
      look($0)
      self.add($0)
    }
    recorder.followed = entries.keys.sorted()
    recorder.onStep = { self.add($0) }
    return recorder
  }

  /// Whether anything happened to a client.
  package func knows(_ client: Int) -> Bool { !(entries[client] ?? []).isEmpty }

  private func add(_ event: RecordedEvent) {
    if let last = causes.last, last.minute != event.minute { causes.removeAll() }
    if entries[event.client] != nil {
      pending[event.client, default: []].append(event)
      return
    }
    switch event.activity {
    case .workerLeft, .workerHired, .swapped: causes.append(event)
    case .termsChanged, .campaignBegun, .campaignEnded, .reorganised, .registerMigrated,
      .stockClassified, .registerAudited:
      causes.append(event)
      for client in entries.keys
      where entries[client]?.last(where: { $0.after != nil })?.after?.isInStock == true {
        // Nobody looks at the client then, so that what was found earlier is not told as of now.
        append(DiaryEntry(minute: event.minute, events: [event], causes: []), client)
      }
    default: break
    }
  }

  private func add(_ step: ClientStep) {
    let events = pending[step.client] ?? []
    append(
      DiaryEntry(
        minute: events.first?.minute ?? step.minute, events: events, causes: causes,
        before: step.before, after: step.after), step.client)
    pending[step.client] = []
  }

  private func append(_ entry: DiaryEntry, _ client: Int) {
    entries[client]?.append(entry)
  }

  /// The diary of a client in order of time, with what time alone brought about.
  package func entries(of client: Int) -> [DiaryEntry] {
    let own = entries[client] ?? []
    var all: [DiaryEntry] = []
    for (place, entry) in own.enumerated() {
      all.append(entry)
      guard let after = entry.after, after.isInStock else { continue }
      let next = own[(place + 1)...].first { $0.after != nil }?.minute ?? end + 1
      let marks = TimeMark.allCases.filter {
        let minute = $0.minute(for: after)
        return minute > entry.minute && minute < next && minute > 0 && minute <= end
      }
      for mark in marks.sorted(by: { $0.minute(for: after) < $1.minute(for: after) }) {
        all.append(
          DiaryEntry(
            minute: mark.minute(for: after), events: [], causes: [], after: nil, mark: mark))
      }
    }
    // Between two looks at the client stands what concerned the organisation, among the marks of time.
    let ordered = all.enumerated().sorted {
      ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset)
    }
    return ordered.map(\.element)
  }
}
