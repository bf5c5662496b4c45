import CaseloadTestSupport
import Foundation
import SimulationKernel
import Testing

@testable import CaseloadModel

@Suite("What a recorder is told")
struct RecordingTests {
  /// A world in which everything that can be recorded happens.
  private static func eventful() throws -> Scenario {
    var scenario = TinyWorld.small(clients: 300, fte: 3)
    let start = scenario.time.start
    scenario.staffing.turnoverPerYear = 0.6
    scenario.staffing.swapsPerYear = 1
    scenario.inflow.workFirstShare = 0.2
    scenario.outflow.atContact.referralShare = 0.3
    scenario.outflow.atContact.referralAcceptShare = 0.5
    scenario.outflow.atContact.sanctionShare = 0.01
    scenario.outflow.atContact.changesPerYear = 0.1
    scenario.outflow.atContact.detectionShare = 0.9
    scenario.outflow.atInvitation.workShare = 0.01
    scenario.outflow.atInvitation.otherShare = 0.01
    scenario.knowledge.toldAtRequestShare = 0.5
    scenario.inflow.announcedShare = 0.3
    scenario.diagnosis.purchasedShare = 0.3
    scenario.knowledge.auditsPerYear = 2
    scenario.service.noShowShare = 0.2
    for index in scenario.trajectories.instruments.indices {
      scenario.trajectories.instruments[index].followUpDays = 30
    }
    scenario.labourMarket.vacancies = [
      VacancyStream(
        name: "desk", perYear: 60, fromGroup: scenario.population.groups[0].name,
        toGroup: scenario.population.groups[2].name)
    ]
    scenario.interventions.campaigns = [Campaign(name: "call", date: start.adding(days: 300))]
    return scenario
  }

  @Test("A recorded run finds the same to the bit", arguments: [1, 2, 3] as [UInt64])
  func neutrality(seed: UInt64) throws {
    let scenario = try RecordingTests.eventful()
    let plain = try #require(try simulate(scenario, seed: seed, replication: 4))
    var count = 0
    let recorder = Recorder { _ in count += 1 }
    recorder.followed = Array(1...40)
    recorder.onStep = { _ in count += 1 }
    recorder.onClientReading = { _ in count += 1 }
    recorder.onWorkerReading = { _ in count += 1 }
    recorder.onPeriod = { _ in count += 1 }
    let recorded = try #require(
      try simulate(scenario, seed: seed, replication: 4, recorder: recorder))
    #expect(count > 10_000)
    #expect(plain.events == recorded.events)
    #expect(plain.values.map(\.bitPattern) == recorded.values.map(\.bitPattern), "seed \(seed)")
    #expect(plain.series.map(\.bitPattern) == recorded.series.map(\.bitPattern), "seed \(seed)")
    #expect(plain.weights == recorded.weights)
  }

  /// Sums of the tallies of all clients after the warm-up, by name.
  private final class Sums {
    var tallies: [String: Double] = [:]
    var events: [Activity: Double] = [:]
    var stretches: [TimeUse: Double] = [:]
    var steps = (up: 0.0, down: 0.0)
    var lost = 0.0
    var euro = 0.0
    var hired = 0.0
  }

  @Test("Events add up to the tallies behind the metrics")
  func agreement() throws {
    let scenario = try RecordingTests.eventful()
    let sums = Sums()
    let from = ObservationDays(scenario.time).warmUpEnd * SimulationClock.minutesPerDay
    let recorder = Recorder { event in
      // At the minute of an observation events come first, so they belong to the period that it closes.
      guard event.minute > from else { return }
      sums.events[event.activity, default: 0] += 1
      if event.activity == .contactHeld || event.activity == .intakeHeld,
        let mode = event.mode, mode == .email || mode == .group
      {
        sums.events[event.activity, default: 0] -= 1
      }
      if event.activity == .worked {
        let use = event.task?.use ?? .contact
        sums.stretches[use, default: 0] += Double(event.minutes)
      }
      if event.activity == .readinessMoved {
        sums.steps.up += max(0, event.amount)
        sums.steps.down += max(0, -event.amount)
      }
      if event.activity == .referralDecided, event.outcome == .accepted { sums.hired += 1 }
      if event.activity.definition.amount == .euro { sums.euro += event.amount }
      if event.activity.definition.amount == .currency { sums.lost += event.amount }
    }
    recorder.onPeriod = { period in
      guard period.cell == 0 else { return }
      for (name, sum) in zip(PeriodReading.names, period.sums) {
        sums.tallies[name, default: 0] += sum
      }
    }
    _ = try #require(try simulate(scenario, seed: 7, replication: 0, recorder: recorder))
    func events(_ activities: Activity...) -> Double {
      activities.map { sums.events[$0] ?? 0 }.reduce(0, +)
    }
    let pairs: [(String, Double)] = [
      ("contacts", events(.contactHeld, .intakeHeld, .requestAnswered, .progressTalkHeld)),
      ("appointments", events(.contactHeld, .intakeHeld, .appointmentMissed)),
      ("appointmentsMissed", events(.appointmentMissed)),
      ("entries", events(.entered, .returned)), ("returns", events(.returned)),
      ("diversions", events(.divertedToWork)), ("exits", events(.left)),
      ("trajectoryStarts", events(.trajectoryStarted)),
      ("trajectoryEnds", events(.trajectoryEnded, .trajectoryAbandoned)),
      ("vacanciesEnded", events(.vacancyClosed)),
      ("exitsFound", events(.changeFound)), ("exitsBeforeTalk", events(.leftBeforeTalk)),
      ("referrals", events(.referred)), ("referralsHired", sums.hired),
      ("stepsUp", sums.steps.up), ("stepsDown", sums.steps.down),
      ("minutesOfContact", sums.stretches[.contact] ?? 0),
      ("minutesOfAdministration", sums.stretches[.administration] ?? 0),
      ("minutesOfOtherWork", sums.stretches[.other] ?? 0),
    ]
    for (name, found) in pairs {
      let tally = try #require(sums.tallies[name])
      #expect(tally > 0, "nothing happens that is a \(name)")
      #expect(found == tally, "\(name)")
    }
    #expect(abs(sums.lost - (sums.tallies["currencyLost"] ?? 0)) < 1e-9)
    #expect(abs(sums.euro - (sums.tallies["purchasesEuro"] ?? 0)) < 1e-6)
  }

  @Test("Readings of clients add up to the metrics of the window")
  func readings() throws {
    let scenario = try RecordingTests.eventful()
    var unseen = 0.0
    var stock = 0.0
    var waiting = 0.0
    let recorder = Recorder { _ in }
    recorder.onClientReading = {
      stock += 1
      unseen += $0.daysUnseen >= 182 ? 1 : 0
      waiting += $0.waitsForTrajectory ? 1 : 0
      #expect($0.client > 0 && $0.spell > 0)
    }
    let outcome = try #require(
      try simulate(scenario, seed: 3, replication: 1, recorder: recorder))
    #expect(stock > 0)
    #expect(outcome[.unseen6m, 0] == unseen / stock)
    #expect(outcome[.trajectoryWaiting, 0] == waiting / stock)
  }

  @Test("One client's first month, by hand")
  func byHand() throws {
    var scenario = TinyWorld.certain()
    scenario.population.clients = 1
    scenario.population.initialDurationYears = 0
    var told: [RecordedEvent] = []
    var steps: [ClientStep] = []
    let recorder = Recorder { told.append($0) }
    recorder.followed = [1]
    recorder.onStep = { steps.append($0) }
    let outcome = try #require(
      try simulate(scenario, seed: 1, replication: 0, recorder: recorder))
    let client = told.filter { $0.client == 1 }
    #expect(client.prefix(2).map(\.activity) == [.inStockAtStart, .assigned])
    let contact = try #require(client.first { $0.activity == .contactHeld })
    let booked = try #require(
      client.last { $0.activity == .contactBooked && $0.minute < contact.minute })
    // 15 minutes of preparation and 60 of talk, from the moment that was agreed on.
    #expect(contact.minutes == 75)
    #expect(contact.minute == booked.start + 75)
    #expect(contact.worker == 1)
    #expect(contact.mode == .faceToFace)
    let step = try #require(steps.first { $0.minute == contact.minute })
    #expect(step.after.lastContact == contact.minute)
    #expect(step.after.currency == 1 && step.after.accuracy == 1)
    #expect(step.before?.lastContact ?? 0 <= 0)
    let held = client.filter { $0.activity == .contactHeld }.count
    #expect(Double(held) / outcome.clientYears == outcome[.contactPerClientYear, 0])
  }

  @Test("Every activity happens, is told in order of time, and names what its record says")
  func records() throws {
    var scenario = try RecordingTests.eventful()
    scenario.caseload.capPerFte = 90
    var seen: Set<UInt8> = []
    var last = 0
    let recorder = Recorder { event in
      #expect(event.minute >= last)
      last = event.minute
      seen.insert(event.activity.rawValue)
      let record = event.activity.definition
      #expect((record.about == .client) == (event.client > 0) || event.activity == .worked)
      #expect(record.subject == .none || event.subject >= 0, "\(record.id)")
      #expect(record.amount != .none || event.amount == 0, "\(record.id)")
    }
    _ = try simulate(scenario, seed: 5, replication: 0, recorder: recorder)
    let missing = Activity.allCases.filter { !seen.contains($0.rawValue) }.map(\.definition.id)
    let rare = [
      "client.passedInTeam", "client.segmentChanged", "life.setback", "organisation.changed",
      "organisation.reorganised", "register.migrated", "stock.classified", "staff.reviewed",
      "check.dropped", "file.reviewed", "task.lapsed", "instrument.refused", "instrument.waits",
      "trajectory.abandoned", "need.arose",
    ]
    #expect(missing.filter { !rare.contains($0) } == [])
  }

  @Test("The dictionary is whole: names are unique, and sentences fill in what they can")
  func dictionary() {
    let all = ActivityDefinition.all
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map(\.title)).count == all.count)
    #expect(Set(all.map(\.dutchTitle)).count == all.count)
    let words: Set<String> = [
      "worker", "other", "mode", "minutes", "start", "task", "subject", "outcome", "amount",
      "spell", "believed",
    ]
    for record in all {
      let english = RecordingTests.braces(in: record.sentence)
      #expect(english == RecordingTests.braces(in: record.dutchSentence), "\(record.id)")
      #expect(english.isSubset(of: words), "\(record.id)")
      #expect(!english.contains("subject") || record.subject != .none, "\(record.id)")
      #expect(!english.contains("amount") || record.amount != .none, "\(record.id)")
    }
  }

  @Test("The page of the dictionary holds every activity, as it is named")
  func page() throws {
    let page = try PackageFiles.text("Sources/CaseloadModel/CaseloadModel.docc/FollowingARun.md")
    let rows = page.components(separatedBy: "\n").filter { $0.hasPrefix("| `") && $0.contains(".") }
    let expected = ActivityDefinition.all.map { "| `\($0.id)` | \($0.title) | \($0.dutchTitle) |" }
    #expect(rows.filter(expected.contains) == expected)
    #expect(
      rows.filter { $0.components(separatedBy: " | ").count == 3 && !$0.contains("`.") }
        == expected)
  }

  private static func braces(in text: String) -> Set<String> {
    Set(
      text.split(separator: "{").dropFirst().compactMap {
        $0.split(separator: "}").first.map(String.init)
      })
  }

  @Test("People have numbers without gaps")
  func numbers() throws {
    var scenario = try RecordingTests.eventful()
    scenario.outflow.relapseShare = 0.5
    var seen: Set<Int> = []
    let recorder = Recorder { event in
      if event.client > 0 { seen.insert(event.client) }
    }
    _ = try #require(try simulate(scenario, seed: 2, replication: 0, recorder: recorder))
    #expect(seen.min() == 1)
    // Some who left before the run return after its end, and nothing is ever told of them.
    let highest = try #require(seen.max())
    #expect(highest > 300)
    #expect(highest < 2 * seen.count, "\(highest) of \(seen.count)")
  }
}
