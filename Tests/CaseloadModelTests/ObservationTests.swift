import SimulationKernel
import Testing

@testable import CaseloadModel

/// Observation alone: what it is told goes in, metrics come out, and nothing else exists.
@Suite struct ObservationTests {
  /// A year of months from 1 January 2010 without a warm-up.
  private var days: ObservationDays {
    var scenario = Scenario()
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 1) ?? scenario.time.start
    scenario.time.warmUpMonths = 0
    scenario.time.durationMonths = 12
    return ObservationDays(scenario.time)
  }

  private func observer(segments: Int = 1, roles: Int = 1) -> Observer {
    Observer(groupCount: 3, segmentCount: segments, roleCount: roles, days: days)
  }

  /// A client who was seen today and of whom everything is known.
  private func client(group: Int = 0) -> ObservedClient {
    ObservedClient(
      believedGroup: group, trueGroup: group, segment: 0, daysInStock: 0, contactHours: .unknown,
      daysUnseen: 0,
      daysWithoutAnyContact: 0, contactsAfterIntake: 1, hasAgreements: true, isOverdue: false,
      worksPartTime: false, isTrulyReadiest: false, isInView: true, trajectoryStage: .none,
      level: KnowledgeLevel(currency: 1, accuracy: 1, privateOnly: 0), readiness: 0.5,
      attention: 0)
  }

  /// The metrics of four clients in group 0, one of whom is different.
  private func shares(_ change: (inout ObservedClient) -> Void) -> [Metric: Double] {
    var stock = ObservedStock(groupCount: 3, segmentCount: 1)
    var other = client()
    change(&other)
    stock.add(other)
    for _ in 0..<3 { stock.add(client()) }
    stock.closeBatch()
    var observer = observer()
    observer.add(stock, withoutWorker: 0)
    observer.closePeriod(at: 31 * 1_440, payroll: [])
    var found: [Metric: Double] = [:]
    for metric in Metric.allCases { found[metric] = value(metric, of: observer) }
    return found
  }

  @Test func everyShareOfTheStockCountsWhoItSaysAndNobodyElse() {
    let none = shares { _ in }
    let cases: [(Metric, Double, (inout ObservedClient) -> Void)] = [
      (.unseen6m, 0.25, { $0.daysUnseen = 182 }), (.unseen6m, 0, { $0.daysUnseen = 181 }),
      (.unseen12m, 0.25, { $0.daysUnseen = 365 }), (.unseen12m, 0, { $0.daysUnseen = 364 }),
      (.unseen24m, 0.25, { $0.daysUnseen = 730 }), (.unseen24m, 0, { $0.daysUnseen = 729 }),
      (.unseen6mAnyChannel, 0.25, { $0.daysWithoutAnyContact = 182 }),
      (.unseen6mAnyChannel, 0, { $0.daysWithoutAnyContact = 181 }),
      (.unseenNever, 0.25, { $0.contactsAfterIntake = 0 }),
      (.agreementsNone, 0.25, { $0.hasAgreements = false }),
      (.contactOverdue, 0.25, { $0.isOverdue = true }),
      (.durationOver5y, 0.25, { $0.daysInStock = 1_826 }),
      (.durationOver5y, 0, { $0.daysInStock = 1_825 }),
      (.trajectoryWaiting, 0.25, { $0.trajectoryStage = .requested }),
      (.trajectoryWaiting, 0.25, { $0.trajectoryStage = .waiting }),
      (.trajectoryWaiting, 0, { $0.trajectoryStage = .running }),
      (.serviceUnmet, 0.25, { $0.supportGap = .unknown }),
      (.unmetUnknown, 0.25, { $0.supportGap = .unknown }),
      (.unmetNotOffered, 0.25, { $0.supportGap = .notOffered }),
      (.unmetNoPlace, 0.25, { $0.supportGap = .noPlace }),
      (.unmetWaiting, 0.25, { $0.supportGap = .waiting }),
      (.unmetWaiting, 0, { $0.supportGap = .noPlace }),
      (.trajectoryRunning, 1, { $0.trajectoryStage = .running }),
      (.classificationCorrect, 0.75, { $0.trueGroup = 1 }),
      (
        .potentialHidden, 0.25,
        {
          $0.trueGroup = 2; $0.isTrulyReadiest = true
        }
      ),
      (.potentialHidden, 0, { $0.trueGroup = 1 }),
      (.workPartTime, 0.25, { $0.worksPartTime = true }),
      (.knowledgeNotInView, 0.25, { $0.isInView = false }),
      (.knowledgeCurrency, 0.875, { $0.level.currency = 0.5 }),
      (.knowledgeAccuracy, 0.75, { $0.level.accuracy = 0 }),
      (.knowledgePrivateShare, 0.25, { $0.level.privateOnly = 1 }),
    ]
    for (metric, expected, change) in cases {
      let found = shares(change)
      #expect(found[metric] == expected, "\(metric.id)")
      // What a client is in one respect moves no metric of another.
      let moved = Metric.allCases.filter { metric in
        (found[metric] ?? 0).bitPattern != (none[metric] ?? 0).bitPattern
      }
      #expect(moved.count <= 5, "\(metric.id): \(moved.map { $0.id })")
    }
    // Two who are settled, of whom one is unseen.
    var stock = ObservedStock(groupCount: 3, segmentCount: 1)
    for (inStock, unseen) in [(182, 182), (182, 181), (181, 181), (181, 182)] {
      var other = client()
      other.daysInStock = inStock
      other.daysUnseen = unseen
      stock.add(other)
    }
    stock.closeBatch()
    var observer = observer()
    observer.add(stock, withoutWorker: 3)
    observer.closePeriod(at: 31 * 1_440, payroll: [])
    #expect(value(.unseen6mExcludingNew, of: observer) == 0.5)
    #expect(value(.caseloadWaiting, of: observer) == 0.75)
    // Of 181, 181, 182 and 182 days, half do not exceed 181 and nine in ten do not exceed 182.
    #expect(value(.contactSinceLastP50, of: observer) == 181)
    #expect(value(.contactSinceLastP90, of: observer) == 182)
  }

  @Test func groupsAndSegmentsDivideTheStockWhateverTheSizeOfTheBatch() {
    var stock = ObservedStock(groupCount: 3, segmentCount: 2)
    for index in 0..<1_000 {
      var other = client(group: index % 3)
      other.segment = index % 2
      if index % 5 == 0 { other.daysUnseen = 400 }
      other.level.currency = index % 3 == 0 ? 0.25 : 0.75
      stock.add(other)
    }
    stock.closeBatch()
    var observer = observer(segments: 2)
    observer.add(stock, withoutWorker: 0)
    observer.closePeriod(at: 31 * 1_440, payroll: [])
    #expect(value(.stockClients, of: observer) == 1_000)
    // 0, 3, …, 999 are in group 0; of those every fifth is unseen: 0, 15, …, 990.
    #expect(value(.stockClients, 1, of: observer) == 334)
    #expect(value(.unseen12m, 1, of: observer) == 67.0 / 334)
    #expect(value(.unseen12m, of: observer) == 0.2)
    #expect(value(.stockClients, 4, of: observer) == 500)
    #expect(value(.unseen12m, 4, of: observer) == 0.2)
    #expect(value(.knowledgeCurrency, 1, of: observer) == 0.25)
    #expect(value(.knowledgeCurrency, 2, of: observer) == 0.75)
    #expect(value(.caseloadWaiting, 1, of: observer).isNaN)
  }

  @Test func workersAreCountedAndQuantilesLieOnAStraightLine() {
    var staff = ObservedStaff()
    var observer = observer()
    for (clients, backlog) in [(40, 6.0), (10, 5.0), (20, 0.0)] {
      let worker = ObservedWorker(
        clients: clients, fte: 0.5, load: Double(clients) * 2, backlogDays: backlog,
        attemptedDays: backlog, pressureFactor: 1, isUnderHighPressure: backlog > 0,
        hasTooLargeCaseload: clients > 30,
        hasSwappedWithinAYear: clients == 10)
      staff.add(worker)
      observer.add(worker)
    }
    staff.sort()
    observer.add(staff)
    observer.closePeriod(at: 31 * 1_440, payroll: [])
    #expect(abs(value(.caseloadPerWorkerMean, of: observer) - 70.0 / 3) < 1e-12)
    #expect(abs(value(.caseloadPerFte, of: observer) - 70 / 1.5) < 1e-12)
    // Between 10, 20 and 40 at 0, 0.5 and 1: a fifth of the way from 10 to 20; 20; four fifths to 40.
    #expect(abs(value(.caseloadPerWorkerP10, of: observer) - 12) < 1e-12)
    #expect(value(.caseloadPerWorkerP50, of: observer) == 20)
    #expect(abs(value(.caseloadPerWorkerP90, of: observer) - 36) < 1e-12)
    #expect(abs(value(.workloadBacklogDays, of: observer) - 11.0 / 3) < 1e-12)
    #expect(abs(value(.workloadOverAWeek, of: observer) - 1.0 / 3) < 1e-12)
    #expect(abs(value(.workloadPressureHigh, of: observer) - 2.0 / 3) < 1e-12)
    #expect(abs(value(.workloadTooLarge, of: observer) - 1.0 / 3) < 1e-12)
    #expect(abs(value(.workloadSwapped12m, of: observer) - 1.0 / 3) < 1e-12)
    // Loads 80, 20, 40 and backlogs 6, 5, 0: covariance sum 380 - 140/3 * 11/3 * 3 = -53.33... / ...
    let x = [80.0, 20, 40], y = [6.0, 5, 0]
    let mx = 140.0 / 3, my = 11.0 / 3
    let sxy = zip(x, y).map { ($0 - mx) * ($1 - my) }.reduce(0, +)
    let sxx = x.map { ($0 - mx) * ($0 - mx) }.reduce(0, +)
    let syy = y.map { ($0 - my) * ($0 - my) }.reduce(0, +)
    let expected = sxy / (sxx * syy).squareRoot()
    #expect(abs(value(.workloadPressureByCaseload, of: observer) - expected) < 1e-9)
  }

  @Test func exitsAreCountedByReasonAndReturn() {
    var observer = observer()
    let cells = MetricCells(group: 1, segment: 0)
    let year = Int(SimulationClock.minutesPerYear)
    observer.meet(0)
    for _ in 0..<5 { observer.enterInitial(cells) }
    observer.leave(0, cells, reason: .work, spellMinutes: year - 1, daysToReturn: 182, at: 0)
    observer.leave(0, cells, reason: .work, spellMinutes: year + 1, daysToReturn: 183, at: 0)
    observer.leave(0, cells, reason: .subsidised, spellMinutes: 2 * year, daysToReturn: 366, at: 0)
    observer.leave(0, cells, reason: .pensionOrDeath, spellMinutes: 0, daysToReturn: nil, at: 0)
    observer.closePeriod(at: year, payroll: [Payroll.Period(fteYears: 2, cost: 300)])
    observer.closePeriod(at: 2 * year, payroll: [Payroll.Period(fteYears: 2, cost: 300)])
    // One client for two years.
    #expect(value(.outflowTotal, of: observer) == 2)
    #expect(value(.outflowWork, of: observer) == 1)
    #expect(value(.outflowSubsidised, of: observer) == 0.5)
    #expect(value(.outflowOther, 2, of: observer) == 0.5)
    #expect(value(.outflowOther, 1, of: observer).isNaN)
    #expect(value(.relapse6m, of: observer) == 0.25)
    #expect(value(.relapse12m, of: observer) == 0.5)
    #expect(abs(value(.outflowWorkSustained12m, of: observer) - 1.0 / 3) < 1e-15)
    #expect(value(.durationEndedUnder1y, of: observer) == 0.5)
    #expect(value(.costStaff, of: observer) == 300)
    #expect(value(.staffFte, of: observer) == 2)
    #expect(value(.costPerWorkExit, of: observer) == 200)
  }

  @Test func staffIsCountedTogetherAndPerRole() {
    var observer = observer(roles: 2)
    let year = Int(SimulationClock.minutesPerYear)
    observer.present(minutes: 600, role: 0)
    observer.present(minutes: 120, role: 1)
    observer.present(minutes: 60, role: 1)
    var payroll = Payroll(roleCount: 2)
    payroll.change(role: 0, fte: 2, price: 100, at: 0)
    payroll.change(role: 1, fte: 1, price: 50, at: year / 2)
    observer.closePeriod(at: year, payroll: payroll.takePeriod(at: year))
    // All together, then care, development and work, then the roles.
    let first = observer.cellCount - 2
    for (metric, all, roles) in [
      (Metric.staffHours, 13.0, [10.0, 3.0]), (.staffFte, 2.5, [2, 0.5]),
      (.costStaff, 225, [200, 25]),
    ] {
      #expect(abs(value(metric, of: observer) - all) < 1e-4)
      for (role, expected) in roles.enumerated() {
        #expect(abs(value(metric, first + role, of: observer) - expected) < 1e-4, "\(metric)")
      }
    }
  }

  @Test func inflowByGroupIsThatOfTheIntake() {
    var observer = observer(segments: 2)
    let before = MetricCells(group: 0, segment: 1)
    for index in 0..<4 {
      observer.meet(index)
      observer.enter(index, before, isReturn: index == 0, at: 0)
    }
    // One of the four never has an intake.
    observer.intake(0, MetricCells(group: 2, segment: 1), isReturn: true)
    observer.intake(1, MetricCells(group: 2, segment: 1), isReturn: false)
    observer.intake(2, MetricCells(group: 1, segment: 1), isReturn: false)
    observer.closePeriod(at: Int(SimulationClock.minutesPerYear), payroll: [])
    #expect(value(.inflowPerYear, of: observer) == 4)
    #expect((1...3).map { value(.inflowPerYear, $0, of: observer) } == [0, 1, 2])
    #expect(value(.inflowPerYear, 5, of: observer) == 4)
    #expect(value(.inflowReturningShare, of: observer) == 0.25)
    #expect(value(.inflowReturningShare, 3, of: observer) == 0.5)
  }

  /// Ten clients at readiness 0.1 and 0.9; 30 minutes below, 120 above.
  ///
  /// A fifth is two of the five at
  /// each end: 12 and 48 minutes.
  @Test func contactTimeIsThatOfFifthsOfTheStock() {
    var clients = ReadinessBands()
    var minutes = ReadinessBands()
    for _ in 0..<5 {
      clients.add(1, at: 0.1)
      clients.add(1, at: 0.9)
    }
    minutes.add(30, at: 0.1)
    minutes.add(120, at: 0.9)
    let found = minutes.inTopAndBottomFifth(of: clients)
    #expect(abs(found.top - 48) < 1e-12 && abs(found.bottom - 12) < 1e-12)
    // Contact with somebody who was readier than all who are left counts above.
    minutes.add(10, at: 0.95)
    #expect(abs(minutes.inTopAndBottomFifth(of: clients).top - 58) < 1e-12)
    let nobody = minutes.inTopAndBottomFifth(of: ReadinessBands())
    #expect(nobody.top == 0 && nobody.bottom == 0)
  }

  @Test func contactTimeDoesNotDependOnHowOftenTheStockIsObserved() throws {
    var ratios: [Double] = []
    for months in [1, 3, 6] {
      var scenario = TinyWorld.small(clients: 500, fte: 5)
      scenario.time.durationMonths = 36
      scenario.time.observationMonths = months
      let outcome = try #require(try simulate(scenario, seed: 1, replication: 0))
      ratios.append(outcome[.equityContactHours, 0])
    }
    // The same talks; only the borders of the fifths move with the days on which they are drawn.
    for ratio in ratios { #expect(abs(ratio / ratios[0] - 1) < 0.06, "\(ratios)") }
  }

  @Test func timeUsesAddUpToWhatIsWorked() {
    var observer = observer()
    observer.present(minutes: 400, role: 0)
    observer.worked(.contact, minutes: 100)
    observer.worked(.administration, minutes: 60)
    observer.worked(.other, minutes: 40)
    observer.closePeriod(at: 31 * 1_440, payroll: [])
    #expect(value(.workloadUtilisation, of: observer) == 0.5)
    #expect(value(.timeContact, of: observer) == 0.5)
    #expect(value(.timeAdministration, of: observer) == 0.3)
    #expect(value(.timeOther, of: observer) == 0.2)
  }

  /// The texts of the shares of time name the work of every kind of task.
  @Test func sharesOfTimeListWhatIsInThem() {
    let words: [(TaskKind, String)] = [
      (.request, "questions"), (.registration, "registration"), (.administration, "steering"),
      (.matching, "vacancies"), (.trajectoryRequest, "requests for trajectories"),
      (.assessment, "assessments"), (.handover, "handovers"), (.sideTask, "side tasks"),
      (.email, "e-mails"), (.groupSession, "group sessions"), (.followUp, "progress"),
      (.aftercare, "aftercare"), (.enforcement, "checks"), (.fileReview, "reviews of files"),
    ]
    let kinds = (0...UInt8.max).compactMap { TaskKind(rawValue: $0) }
    #expect(words.count == kinds.count)
    for (kind, word) in words {
      let metric: Metric =
        switch kind.rules.use {
        case .contact: .timeContact
        case .administration: .timeAdministration
        case .other: .timeOther
        }
      #expect(MetricCatalog[metric].definition.contains(word), "\(word) in \(metric.id)")
    }
  }

  @Test func appointmentsTrajectoriesAndVacanciesAreSharesOfWhatEnded() {
    var observer = observer()
    let cells = MetricCells(group: 0, segment: 0)
    for isMissed in [true, false, false, false] {
      observer.appointment(isMissed: isMissed, ofCampaign: false)
    }
    for isMissed in [true, false] { observer.appointment(isMissed: isMissed, ofCampaign: true) }
    observer.meet(0)
    observer.instrumentProposed(0, at: 1_440)
    observer.trajectoryStart(0, cells, price: 500, at: 4 * 1_440)
    observer.purchase(price: 250)
    for isSuccess in [true, false, false, false] {
      observer.trajectoryEnd(cells, isSuccess: isSuccess)
    }
    observer.trajectoryPlacement()
    observer.vacancyEnded(isFilled: true)
    observer.vacancyEnded(isFilled: false)
    observer.contactFellDue()
    observer.taskCreated()
    observer.contactDone()
    observer.taskDone()
    observer.taskDone()
    observer.divertedToWork()
    observer.changeBenefits(by: 1_000, at: 0)
    observer.closePeriod(at: Int(SimulationClock.minutesPerYear), payroll: [])
    #expect(abs(value(.contactMissed, of: observer) - 2.0 / 6) < 1e-15)
    #expect(value(.campaignAttendance, of: observer) == 0.5)
    #expect(value(.trajectoryStarts, 1, of: observer) == 1)
    #expect(value(.trajectorySuccess, of: observer) == 0.25)
    #expect(value(.trajectoryPlacements, of: observer) == 1)
    #expect(value(.vacanciesFilled, of: observer) == 0.5)
    #expect(value(.workloadTasksDone, of: observer) == 1.5)
    #expect(value(.costInstruments, of: observer) == 750)
    #expect(value(.costBenefits, of: observer) == 1_000)
    #expect(value(.inflowDiverted, of: observer) == 1)
    #expect(value(.costPerWorkExit, of: observer).isNaN)
  }
}
