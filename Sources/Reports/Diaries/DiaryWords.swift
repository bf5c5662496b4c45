import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// Puts recorded events into words, by the dictionary of activities.
package struct DiaryWords: Sendable {
  package let language: PageLanguage
  package let start: CivilDate
  package let names: RecordNames
  private let values: [(from: Int, values: [String: String])]

  /// Makes the words of a scenario in a language.
  package init(_ scenario: Scenario, _ language: PageLanguage) {
    self.language = language
    start = scenario.time.start
    names = RecordNames(scenario)
    var periods = [(from: Int.min, values: ScenarioDifferences.values(of: scenario))]
    for change in scenario.interventions.changes.sorted(by: { $0.date < $1.date }) {
      guard let result = change.result.first else { continue }
      let day = change.date.dayNumber - scenario.time.start.dayNumber
      periods.append((day * 1_440, ScenarioDifferences.values(of: result)))
    }
    values = periods
  }

  /// What a parameter is at a minute, as JSON; `nil` when the scenario has no such key.
  package func value(of key: String, at minute: Int) -> String? {
    values.last { $0.from <= minute }?.values[key]
  }

  /// What happened, in a sentence without its subject.
  package func sentence(_ event: RecordedEvent) -> String {
    let definition = event.activity.definition
    let template = language == .en ? definition.sentence : definition.dutchSentence
    return fill(template, event)
  }

  /// The name of an activity.
  package func title(_ activity: Activity) -> String {
    language == .en ? activity.definition.title : activity.definition.dutchTitle
  }

  /// A text whose words in braces stand for particulars of an event.
  func fill(_ template: String, _ event: RecordedEvent) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open] + word(String(rest[rest.index(after: open)..<close]), event)
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    while text.last == " " { text.removeLast() }
    return text
  }

  /// What stands for a word in braces.
  private func word(_ place: String, _ event: RecordedEvent) -> String {
    switch place {
    case "worker": worker(event.worker)
    case "other": worker(event.otherWorker)
    case "minutes": String(event.minutes)
    case "mode": event.mode.map(mode) ?? ""
    case "task": event.task.map(task) ?? event.mode.map(mode) ?? ""
    case "subject": names.subject(of: event)
    case "outcome": outcome(event.outcome)
    case "amount": amount(event)
    case "start": event.start > event.minute ? at(event.start) : ""
    case "spell": String(event.spell)
    case "believed": names.group(event.believedGroup)
    case "true": names.group(event.trueGroup)
    default: ""
    }
  }

  /// A worker in words.
  package func worker(_ number: Int) -> String {
    guard number > 0 else { return language == .en ? "nobody" : "niemand" }
    return (language == .en ? "worker " : "medewerker ") + String(number)
  }

  /// A client in words.
  package func client(_ number: Int) -> String {
    (language == .en ? "client " : "klant ") + String(number)
  }

  /// A moment as date and time.
  package func moment(_ minute: Int) -> String {
    "\(weekday(minute)) \(date(minute)) \(time(minute))"
  }

  /// The day of a minute as `YYYY-MM-DD`.
  package func date(_ minute: Int) -> String { day(minute).isoText }

  /// The time of day of a minute.
  package func time(_ minute: Int) -> String {
    let ofDay = ((minute % 1_440) + 1_440) % 1_440
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return two(ofDay / 60) + ":" + two(ofDay % 60)
  }

  /// The short name of the weekday of a minute.
  package func weekday(_ minute: Int) -> String {
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let dutch = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    return (language == .en ? english : dutch)[day(minute).weekday]
  }

  private func day(_ minute: Int) -> CivilDate {
    start.adding(days: minute >= 0 ? minute / 1_440 : -((1_439 - minute) / 1_440))
  }

  private func at(_ minute: Int) -> String {
    (language == .en ? "for " : "op ") + moment(minute)
  }

  /// A quantity with a decimal mark of the language.
  package func number(_ value: Double, decimals: Int) -> String {
    let text = DecimalText.fixed(value, decimals: decimals)
    guard language == .nl else { return text }
    return String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }

  /// A share as percent.
  package func percent(_ value: Double) -> String {
    number(value * 100, decimals: 0) + (language == .en ? "%" : " %")
  }

  private func amount(_ event: RecordedEvent) -> String {
    switch event.activity.definition.amount {
    case .none: return ""
    case .euro: return number(event.amount, decimals: 0) + " euro"
    case .steps:
      let up = language == .en ? "up" : "omhoog"
      let down = language == .en ? "down" : "omlaag"
      let step = language == .en ? "rung(s)" : "trede(n)"
      return "\(Int(abs(event.amount))) \(step) \(event.amount > 0 ? up : down)"
    case .fte: return number(event.amount, decimals: 2) + " fte"
    case .currency:
      let lost =
        language == .en
        ? "of what there is to know is lost" : "van wat er te weten is, gaat verloren"
      return "\(percent(event.amount)) \(lost)"
    case .known:
      let known = language == .en ? "of what there is to know" : "van wat er te weten is, is bekend"
      return "\(percent(event.amount)) \(known)"
    case .daysSinceContact, .daysToReturn, .days:
      let count = number(event.amount, decimals: 0)
      guard count != "1" else { return language == .en ? "1 day" : "1 dag" }
      return count + (language == .en ? " days" : " dagen")
    }
  }

  package func mode(_ mode: ContactModeKind) -> String {
    language == .en ? mode.words.way.english : mode.words.way.dutch
  }

  /// What a contact of a mode is called in an agenda.
  package func talk(by mode: ContactModeKind) -> String {
    language == .en ? mode.words.contact.english : mode.words.contact.dutch
  }

  /// A kind of task in words.
  package func task(_ task: TaskKind) -> String {
    language == .en ? task.words.english : task.words.dutch
  }

  /// What came of something, in words.
  package func outcome(_ outcome: RecordedOutcome) -> String {
    switch outcome {
    case .none: ""
    case .work: language == .en ? "regular work" : "regulier werk"
    case .subsidised: language == .en ? "subsidised work" : "gesubsidieerd werk"
    case .other:
      language == .en ? "partner, other income or moving" : "partner, ander inkomen of verhuizing"
    case .sanction: language == .en ? "the benefit is ended" : "de uitkering is beëindigd"
    case .pensionOrDeath: language == .en ? "pension or death" : "pensioen of overlijden"
    case .limit: language == .en ? "the longest time under the law" : "einde van de wettelijke duur"
    case .transfer: language == .en ? "a transfer to another law" : "overgang naar een andere wet"
    case .success: language == .en ? "as it was meant to" : "geslaagd"
    case .neutral: language == .en ? "without effect" : "zonder effect"
    case .dropOut: language == .en ? "given up" : "voortijdig gestopt"
    case .accepted: language == .en ? "the client is taken" : "de klant wordt aangenomen"
    case .refused: language == .en ? "nobody is taken" : "niemand wordt aangenomen"
    case .tooLate: language == .en ? "too late" : "te laat"
    case .warm: language == .en ? "with a talk between the workers" : "met een overdrachtsgesprek"
    case .cold:
      language == .en ? "without a talk between the workers" : "zonder overdrachtsgesprek"
    case .ill: language == .en ? "ill" : "ziek"
    case .leave: language == .en ? "on leave" : "verlof"
    case .fromStart: language == .en ? "from the start" : "vanaf het begin"
    }
  }
}
