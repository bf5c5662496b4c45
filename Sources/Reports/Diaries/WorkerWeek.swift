import CaseloadModel
import ScenarioFormat
import SimulationKernel

/// One week of one worker: what was worked on, day by day, as text, as a time line and as JSON.
package final class WorkerWeek {
  /// A stretch of work.
  package struct Stretch: Sendable {
    /// Minute at which it began.
    package var start: Int
    /// Minute at which it ended.
    package var end: Int
    /// What its time goes to.
    package var use: TimeUse
    /// Whether the client did not come.
    package var isMissed: Bool
    /// The event that told of it.
    package var event: RecordedEvent
  }

  /// The worker.
  package let worker: Int
  /// The first minute of the week's Monday.
  package private(set) var from: Int
  /// Stretches of work, in order of time.
  package private(set) var stretches: [Stretch] = []
  /// What else happened, in order of time.
  package private(set) var events: [RecordedEvent] = []
  /// The role; -1 while the worker is unknown.
  package private(set) var role = -1
  private let isFound: Bool
  private let firstMonday: Int

  /// Gathers a week of a worker.
  ///
  /// - Parameters:
  ///   - from: The first minute of a Monday; if not given, the first week with work after the warm-up.
  package init(of worker: Int, from: Int?, windowStart: Int, start: CivilDate) {
    self.worker = worker
    isFound = from != nil
    let day = (windowStart + 1_439) / 1_440
    firstMonday = (day + (7 - start.adding(days: day).weekday) % 7) * 1_440
    self.from = from ?? .max
  }

  /// Whether there is a week: one was asked for, or the worker worked after the warm-up.
  package var isChosen: Bool { from != .max }

  /// Whether nothing happened in the week.
  package var isEmpty: Bool { stretches.isEmpty && events.isEmpty }

  /// Whether the worker ever worked here.
  package var knowsWorker: Bool { role >= 0 }

  /// Adds an event of the replication.
  package func add(_ event: RecordedEvent) {
    guard event.worker == worker || event.otherWorker == worker else { return }
    if event.activity == .workerHired { role = event.subject }
    if !isFound, from == .max, event.activity == .dayBegun, event.minute >= firstMonday {
      from = event.minute / 1_440 * 1_440
      from -= (from - firstMonday) % (7 * 1_440)
    }
    // What happens on the stroke of a midnight belongs to the day that begins, a stretch of work to that in which it began.
    let moment = event.activity == .worked ? event.start : event.minute
    guard isChosen, moment >= from, moment < from + 7 * 1_440 else { return }
    switch event.activity {
    case .worked:
      stretches.append(
        Stretch(
          start: event.start, end: event.minute, use: event.task?.use ?? .contact, isMissed: false,
          event: event))
    case .appointmentMissed:
      if let last = stretches.indices.last, stretches[last].event.client == event.client {
        stretches[last].isMissed = true
      }
    case .taskCreated, .contactListed, .registered: break
    default: events.append(event)
    }
  }
}

extension WorkerWeek {
  /// The days of the week on which something happened, as numbers from 0.
  private var days: [Int] {
    (0..<7).filter { day in
      stretches.contains { self.day(of: $0.start) == day }
        || events.contains { self.day(of: $0.minute) == day }
    }
  }

  private func day(of minute: Int) -> Int { (minute - from) / 1_440 }

  private func label(_ stretch: Stretch, _ words: DiaryWords) -> String {
    let event = stretch.event
    var text = event.task.map(words.task) ?? words.talk(by: event.mode ?? .faceToFace)
    if event.task == nil, stretch.isMissed {
      text = words.language == .en ? "waits for" : "wacht op"
    }
    if event.client > 0 { text += (stretch.isMissed ? " " : ", ") + words.client(event.client) }
    if stretch.isMissed {
      text += words.language == .en ? ", who does not come" : ", die niet komt"
    }
    return text
  }

  /// The week as lines of text.
  package func text(_ words: DiaryWords) -> String {
    var text = ""
    for day in days {
      let midnight = from + day * 1_440
      text += "\(words.weekday(midnight)) \(words.date(midnight))\n"
      let told = events.filter {
        self.day(of: $0.minute) == day && $0.activity != .contactHeld && $0.activity != .intakeHeld
          && $0.activity != .requestAnswered && $0.activity != .progressTalkHeld
          && $0.activity != .appointmentMissed
      }
      var lines = told.map { event in
        let client = event.client > 0 ? words.client(event.client) + ": " : ""
        return (
          event.minute, "\(words.time(event.minute))        \(client)\(words.sentence(event))"
        )
      }
      for stretch in stretches where self.day(of: stretch.start) == day {
        lines.append(
          (
            stretch.start,
            "\(words.time(stretch.start))–\(words.time(stretch.end))  \(label(stretch, words))"
          ))
      }
      for line in lines.enumerated().sorted(by: { ($0.1.0, $0.0) < ($1.1.0, $1.0) }) {
        text += "  " + line.1.1 + "\n"
      }
      text += "  " + summary(of: day, words) + "\n"
    }
    return text
  }

  private func summary(of day: Int, _ words: DiaryWords) -> String {
    let parts = TimeUse.allCases.map { use in
      let minutes = stretches.filter { self.day(of: $0.start) == day && $0.use == use }
        .reduce(0) { $0 + $1.event.minutes }
      return "\(name(of: use, words)) \(minutes) min"
    }
    return parts.joined(separator: ", ")
  }

  private func name(of use: TimeUse, _ words: DiaryWords) -> String {
    switch use {
    case .contact: "contact"
    case .administration: words.language == .en ? "administration" : "administratie"
    case .other: words.language == .en ? "other work" : "overig werk"
    }
  }

  /// The week as JSON.
  package func json(_ words: DiaryWords) -> JSONValue {
    .object([
      ("worker", .integer(Int64(worker))), ("role", .string(words.names.role(role))),
      ("from", isChosen ? .string(MomentText.text(from, start: words.start)) : .null),
      (
        "stretches",
        .array(
          stretches.map { stretch in
            .object([
              ("start", .string(MomentText.text(stretch.start, start: words.start))),
              ("end", .string(MomentText.text(stretch.end, start: words.start))),
              ("use", .string(stretch.use.id)), ("missed", .boolean(stretch.isMissed)),
              ("event", EventJSON.value(of: stretch.event, words)),
            ])
          })
      ),
      (
        "events",
        .array(
          events.map { event in
            .object([
              ("time", .string(MomentText.text(event.minute, start: words.start))),
              ("event", EventJSON.value(of: event, words)),
            ])
          })
      ),
    ])
  }
}

extension WorkerWeek {
  private static let hour = 70
  private static let left = 96
  private static let row = 38
  private static let top = 56

  /// The week as a time line: a picture in SVG 1.1, a row per day.
  package func svg(_ words: DiaryWords) -> String {
    let days = days
    let first = min(8, (stretches.map { ($0.start - from) % 1_440 / 60 }.min() ?? 8))
    let last = max(18, (stretches.map { (($0.end - from) % 1_440 + 59) / 60 }.max() ?? 18))
    let width = WorkerWeek.left + (last - first) * WorkerWeek.hour + 16
    let height = WorkerWeek.top + days.count * WorkerWeek.row + 40
    func x(_ minute: Int, day: Int) -> Double {
      let ofDay = Double(minute - from - day * 1_440) / 60
      return Double(WorkerWeek.left) + (ofDay - Double(first)) * Double(WorkerWeek.hour)
    }
    let title = "\(words.worker(worker)), \(words.date(from))"
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" role=\"img\" font-family=\"sans-serif\""
        + " font-size=\"12\">",
      "<title>\(escaped(title))</title>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
      "<text x=\"8\" y=\"22\" font-size=\"15\" fill=\"#222222\">\(escaped(title))</text>",
    ]
    let bottom = WorkerWeek.top + days.count * WorkerWeek.row
    for hour in first...last {
      let place = WorkerWeek.left + (hour - first) * WorkerWeek.hour
      lines.append(
        "<line x1=\"\(place)\" y1=\"\(WorkerWeek.top - 6)\" x2=\"\(place)\" y2=\"\(bottom)\""
          + " stroke=\"#dddddd\"/><text x=\"\(place)\" y=\"\(WorkerWeek.top - 12)\""
          + " text-anchor=\"middle\" fill=\"#555555\">\(hour):00</text>")
    }
    for (place, day) in days.enumerated() {
      let y = WorkerWeek.top + place * WorkerWeek.row
      let midnight = from + day * 1_440
      lines.append(
        "<text x=\"8\" y=\"\(y + 22)\" fill=\"#222222\">"
          + escaped("\(words.weekday(midnight)) \(words.date(midnight).suffix(5))") + "</text>")
      for stretch in stretches where self.day(of: stretch.start) == day {
        let start = x(stretch.start, day: day)
        let length = max(1, x(stretch.end, day: day) - start)
        lines.append(
          "<rect x=\"\(short(start))\" y=\"\(y + 4)\" width=\"\(short(length))\" height=\"28\""
            + " fill=\"\(WorkerWeek.colour(stretch))\" stroke=\"#ffffff\"><title>"
            + escaped(
              "\(words.time(stretch.start))–\(words.time(stretch.end)) \(label(stretch, words))")
            + "</title></rect>")
      }
      for event in events where event.activity == .absent && self.day(of: event.minute) == day {
        lines.append(
          "<text x=\"\(WorkerWeek.left + 6)\" y=\"\(y + 22)\" fill=\"#555555\">"
            + escaped(words.sentence(event)) + "</text>")
      }
    }
    var place = WorkerWeek.left
    let uses = TimeUse.allCases.map { (WorkerWeek.colour($0), name(of: $0, words)) }
    let missed = words.language == .en ? "client did not come" : "klant kwam niet"
    for (colour, name) in uses + [(WorkerWeek.missedColour, missed)] {
      lines.append(
        "<rect x=\"\(place)\" y=\"\(bottom + 12)\" width=\"12\" height=\"12\""
          + " fill=\"\(colour)\"/><text x=\"\(place + 18)\" y=\"\(bottom + 22)\""
          + " fill=\"#222222\">\(escaped(name))</text>")
      place += 40 + 8 * name.count
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private static func colour(_ use: TimeUse) -> String {
    switch use {
    case .contact: "#0072b2"
    case .administration: "#e69f00"
    case .other: "#999999"
    }
  }

  private static let missedColour = "#d55e00"

  private static func colour(_ stretch: Stretch) -> String {
    stretch.isMissed ? missedColour : colour(stretch.use)
  }

  private func short(_ value: Double) -> String {
    String(Int(value * 10) / 10) + "." + String(Int(value * 10) % 10)
  }

  private func escaped(_ text: String) -> String {
    String(decoding: LogEscape.xml(text), as: UTF8.self)
  }
}
