import Foundation
import ScenarioFormat
import SimulationKernel
import Testing

@testable import CaseloadModel
@testable import Reports

@Suite("Diaries")
struct DiaryTests {
  private static func snapshot(
    lastContact: Int, due: Int = 900_000_001, believed: Int = 0, currency: Double = 0.5
  ) -> ClientSnapshot {
    ClientSnapshot(
      isInStock: true, readiness: 0.4, trueGroup: 1, believedGroup: believed, currency: currency,
      accuracy: 0.25, privateOnly: 0, worker: 1, lastContact: lastContact, due: due,
      agreementUntil: -1, needs: [1, 2], knownNeeds: [2], unmetNeeds: [1, 2], attention: 0.8,
      aheadOnList: 3, isAtRest: false, worksPartTime: false)
  }

  /// Tells a book of an event and of how the client stands after it.
  private static func tell(
    _ recorder: Recorder, _ event: RecordedEvent, _ after: ClientSnapshot
  ) {
    recorder.onStep?(
      ClientStep(client: event.client, minute: event.minute, before: nil, after: after))
  }

  private static func event(
    _ activity: Activity, _ minute: Int, worker: Int = 1, other: Int = 0
  ) -> RecordedEvent {
    var event = RecordedEvent(activity, minute: minute)
    event.client = activity.definition.about == .client ? 7 : 0
    event.worker = worker
    event.otherWorker = other
    event.believedGroup = 0
    event.trueGroup = 1
    event.segment = 0
    return event
  }

  private func entry(
    _ activity: Activity, other: Int = 0, causes: [RecordedEvent] = []
  ) -> DiaryEntry {
    DiaryEntry(
      minute: 10, events: [DiaryTests.event(activity, 10, worker: 2, other: other)], causes: causes,
      before: nil, after: DiaryTests.snapshot(lastContact: 0))
  }

  @Test("What concerns the organisation tells no earlier figures, and hides no mark of time")
  func organisation() {
    let book = DiaryBook(of: [7], end: 300 * 1_440)
    let recorder = book.recorder()
    DiaryTests.tell(
      recorder, DiaryTests.event(.contactHeld, 600), DiaryTests.snapshot(lastContact: 600))
    for day in [20, 250] { recorder.receive(DiaryTests.event(.reorganised, day * 1_440)) }
    let told = book.entries(of: 7)
    #expect(told.map(\.minute) == [600, 20 * 1_440, 600 + 182 * 1_440, 250 * 1_440])
    #expect(told.map { $0.after != nil } == [true, false, false, false])
    #expect(told.map(\.mark) == [nil, nil, .unseen6m, nil])
  }

  @Test("Time alone makes a client unseen, on the day that the metric counts from")
  func marks() {
    let book = DiaryBook(of: [7], end: 800 * 1_440)
    let recorder = book.recorder()
    DiaryTests.tell(
      recorder, DiaryTests.event(.contactHeld, 600),
      DiaryTests.snapshot(lastContact: 600, due: 100 * 1_440))
    let marks = book.entries(of: 7).compactMap { entry in entry.mark.map { ($0, entry.minute) } }
    #expect(marks.map(\.0) == [.overdue, .unseen6m, .unseen12m, .unseen24m])
    #expect(
      marks.map(\.1) == [100 * 1_440 + 1, 600 + 182 * 1_440, 600 + 365 * 1_440, 600 + 730 * 1_440])
  }

  @Test("A contact before the day comes keeps it from coming")
  func noMark() {
    let book = DiaryBook(of: [7], end: 300 * 1_440)
    let recorder = book.recorder()
    for day in [0, 100, 200] {
      DiaryTests.tell(
        recorder, DiaryTests.event(.contactHeld, day * 1_440),
        DiaryTests.snapshot(lastContact: day * 1_440))
    }
    #expect(book.entries(of: 7).count == 3)
    #expect(!book.knows(8))
  }

  @Test("A change of hands tells why")
  func causes() {
    let words = DiaryWords(Scenario(), .en)
    let left = DiaryTests.event(.workerLeft, 10, worker: 1)
    let reasons = entry(.handedOver, other: 1, causes: [left]).reasons(words)
    #expect(
      reasons == [
        DiaryReason(
          words: "worker 1 leaves the staff", key: "staffing.turnoverPerYear",
          value: words.value(of: "staffing.turnoverPerYear", at: 10))
      ])
    #expect(reasons[0].value != nil)
    let swapped = DiaryTests.event(.swapped, 10, worker: 2, other: 1)
    #expect(
      entry(.handedOver, other: 1, causes: [swapped]).reasons(words).map(\.key)
        == ["staffing.swapsPerYear"])
    // Somebody else's departure is no reason.
    let stranger = DiaryTests.event(.workerLeft, 10, worker: 9)
    #expect(
      entry(.handedOver, other: 1, causes: [stranger]).reasons(words).map(\.words)
        == ["the client now belongs to the caseloads of other workers"])
  }

  @Test(
    "An exit is laid to the talk, referral or instrument that made it, and else to the own course")
  func exits() {
    let words = DiaryWords(Scenario(), .en)
    func reasons(of exit: RecordedOutcome, after cause: RecordedEvent?) -> [String] {
      var told = entry(.left)
      told.events[0].outcome = exit
      told.events.insert(contentsOf: cause.map { [$0] } ?? [], at: 0)
      return told.reasons(words).map(\.key)
    }
    let own = "outflow.rates.\(Scenario().population.groups[1].name).otherPerYear"
    #expect(reasons(of: .other, after: nil) == [own])
    #expect(
      reasons(of: .other, after: DiaryTests.event(.changeFound, 10))
        == ["outflow.atContact.detectionShare"])
    var referral = DiaryTests.event(.referralDecided, 10)
    referral.outcome = .accepted
    referral.amount = 0.5
    #expect(reasons(of: .work, after: referral) == ["outflow.atContact.referralAcceptShare"])
    #expect(words.sentence(referral).contains("told 50% of what there is to know"))
    var trajectory = DiaryTests.event(.trajectoryEnded, 10)
    trajectory.outcome = .success
    trajectory.subject = 0
    let instrument = Scenario().trajectories.instruments[0].name
    #expect(
      reasons(of: .work, after: trajectory).last
        == "trajectories.instruments.\(instrument).placementShare")
  }

  @Test("Needs and attention stand among the figures, by name")
  func needs() {
    let attributes = Scenario().knowledge.attributes.map(\.name)
    let diary = ClientDiary(7, [entry(.contactHeld)], DiaryWords(Scenario(), .en))
    #expect(
      diary.rows[0].moved.suffix(5).contains(
        "needs support with \(attributes[1]), \(attributes[2])"))
    #expect(diary.rows[0].moved.contains("of which is known \(attributes[2])"))
    #expect(diary.rows[0].moved.contains("attention of talks that still works 0.8 hours"))
  }

  @Test("Whoever is on a list is told how many go before, and by which norm")
  func queue() {
    let reasons = entry(.contactListed).reasons(DiaryWords(Scenario(), .en))
    let group = Scenario().population.groups[0].name
    #expect(reasons.map(\.words) == ["3 clients on the list go before"])
    #expect(reasons.map(\.key) == ["service.norms.\(group).intervalDays"])
  }

  @Test("A parameter is told as it is at the moment, after a dated change too")
  func datedValues() throws {
    var scenario = Scenario()
    var later = scenario
    later.staffing.turnoverPerYear = 0.75
    var change = DatedChange(
      name: "more leave", date: scenario.time.start.adding(days: 10))
    change.result = [later]
    scenario.interventions.changes = [change]
    let words = DiaryWords(scenario, .en)
    let key = "staffing.turnoverPerYear"
    #expect(words.value(of: key, at: 10 * 1_440 - 1) != "0.75")
    #expect(words.value(of: key, at: 10 * 1_440) == "0.75")
  }

  @Test("Every rule that is named is a key of the scenario")
  func keys() {
    var scenario = Scenario()
    scenario.population.shocks = [
      LifeShock(name: "illness", perYear: 0.1, readinessLoss: 0.1, barrier: "", requestShare: 0.5)
    ]
    scenario.interventions.campaigns = [Campaign(name: "call")]
    scenario.labourMarket.vacancies = [VacancyStream(name: "desk")]
    let words = DiaryWords(scenario, .en)
    for activity in Activity.allCases {
      for outcome in RecordedOutcome.allCases {
        var event = DiaryTests.event(activity, 10)
        event.subject = 0
        event.outcome = outcome
        var told = entry(activity)
        told.events = [event]
        let key = DiaryReasons.key(of: event, in: told, words)
        #expect(
          key.isEmpty || words.value(of: key, at: 0) != nil, "\(activity): \(key)")
      }
    }
  }

  @Test("Every activity and outcome has words in both languages", arguments: PageLanguage.allCases)
  func sentences(language: PageLanguage) {
    let words = DiaryWords(EventLogTests.scenario(), language)
    for activity in Activity.allCases {
      var event = DiaryTests.event(activity, 1_000, worker: 2, other: 3)
      event.start = 2_000
      event.mode = .phone
      event.task = activity == .worked ? .registration : .request
      event.minutes = 30
      event.amount = 1
      event.subject = 0
      event.outcome = .work
      let sentence = words.sentence(event)
      #expect(
        !sentence.isEmpty && !sentence.contains("{") && !sentence.contains("  "), "\(sentence)")
    }
    for outcome in RecordedOutcome.allCases where outcome != .none {
      #expect(!words.outcome(outcome).isEmpty)
    }
    #expect(Set(TaskKind.allCases.map(words.task)).count == TaskKind.count)
  }

  @Test("A diary of the engine tells a spell from its start, in words and as JSON")
  func engine() throws {
    let scenario = EventLogTests.scenario()
    let window = RunWindow(scenario)
    let ledger = SpellLedger(windowStart: window.start)
    _ = try simulate(scenario, seed: 5, replication: 2, recorder: Recorder { ledger.add($0) })
    ledger.close(at: window.end)
    let entered = try #require(ledger.spells.first { $0.start > 0 && $0.contacts > 0 })
    let book = DiaryBook(of: [entered.client], end: window.end)
    _ = try simulate(scenario, seed: 5, replication: 2, recorder: book.recorder())
    let diary = ClientDiary(
      entered.client, book.entries(of: entered.client), DiaryWords(scenario, .en))
    let first = try #require(diary.rows.first)
    #expect(first.happened.first == "comes on benefit for the first time")
    #expect(diary.text.contains("held to be known"))
    let held = diary.rows.flatMap(\.happened).filter {
      $0.contains("holds the intake") || $0.contains("has contact face to face")
        || $0.contains("has contact by phone") || $0.contains("has contact by video")
        || $0.contains("answers the question") || $0.contains("talks about the trajectory")
    }
    let contacts = ledger.spells.filter { $0.client == entered.client }.map(\.contacts)
    #expect(held.count == contacts.reduce(0, +))
    let json = try JSONSerialization.jsonObject(with: Data(diary.json.text().utf8))
    let entries = try #require((json as? [String: Any])?["entries"] as? [[String: Any]])
    #expect(entries.count == book.entries(of: entered.client).count)
  }

  @Test("Examples are found among spells: the longest unseen, the soonest back, the most changes")
  func examples() throws {
    func spell(_ client: Int, _ number: Int = 1) -> SpellRecord {
      var event = DiaryTests.event(.entered, 0)
      event.client = client
      event.spell = number
      return SpellRecord(event)
    }
    var unseen = spell(1)
    unseen.longestGap = 800 * 1_440
    var seenAgain = spell(2)
    seenAgain.longestGap = 750 * 1_440
    seenAgain.wasSeenAgain = true
    var relapsed = spell(3)
    relapsed.outcome = .work
    relapsed.daysToReturn = 40
    var later = spell(4)
    later.outcome = .work
    later.daysToReturn = 30
    later.handovers = 3
    var referred = spell(5)
    referred.referrals = 3
    var hired = spell(6)
    hired.referrals = 1
    hired.isHiredByReferral = true
    var supported = spell(8)
    supported.needsTold = 1
    supported.needsMet = 1
    var found = spell(9)
    found.isEndedByTalk = true
    // Only client 3 is back within the run.
    let spells = [
      unseen, seenAgain, relapsed, later, spell(3, 2), referred, hired, supported, found,
    ]
    #expect(InstructiveExample.referral.find(in: spells)?.client == 6)
    #expect(InstructiveExample.need.find(in: spells)?.client == 8)
    #expect(InstructiveExample.talk.find(in: spells)?.client == 9)
    #expect(InstructiveExample.longestUnseen.find(in: spells)?.client == 1)
    #expect(InstructiveExample.unseen24m.find(in: spells)?.client == 2)
    #expect(InstructiveExample.relapse.find(in: spells)?.client == 3)
    #expect(InstructiveExample.handovers.find(in: spells)?.client == 4)
    #expect(InstructiveExample.campaignBest.find(in: spells) == nil)
  }

  @Test("A worker's week shows every stretch once, as text and as a time line")
  func week() throws {
    let scenario = EventLogTests.scenario()
    let window = RunWindow(scenario)
    let week = WorkerWeek(of: 1, from: nil, windowStart: window.start, start: scenario.time.start)
    var minutes = 0
    var all: [RecordedEvent] = []
    _ = try simulate(
      scenario, seed: 5, replication: 2,
      recorder: Recorder {
        week.add($0)
        all.append($0)
      })
    #expect(week.knowsWorker && week.from >= window.start)
    #expect((scenario.time.start.adding(days: week.from / 1_440)).weekday == 0)
    for event in all where event.activity == .worked && event.worker == 1 {
      if event.minute > week.from && event.minute <= week.from + 7 * 1_440 {
        minutes += event.minutes
      }
    }
    #expect(minutes > 0)
    #expect(week.stretches.reduce(0) { $0 + $1.event.minutes } == minutes)
    for (one, next) in zip(week.stretches, week.stretches.dropFirst()) {
      #expect(one.end <= next.start)
    }
    let words = DiaryWords(scenario, .nl)
    #expect(week.text(words).contains("–"))
    let svg = week.svg(words)
    let drawn = svg.components(separatedBy: "stroke=\"#ffffff\"").count - 1
    #expect(drawn == week.stretches.count)
  }
}
