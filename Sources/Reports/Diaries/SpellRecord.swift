import CaseloadModel

/// What one spell on benefit of one client came to, gathered from events.
package struct SpellRecord: Sendable {
  /// The client.
  package var client: Int
  /// Which spell of the client, from 1.
  package var spell: Int
  /// Minute at which the spell began; before the run for clients of the initial stock.
  package var start: Int
  /// Minute at which the spell ended; `nil` when it lasts at the end of the run.
  package var end: Int?
  /// Why it ended.
  package var outcome = RecordedOutcome.none
  /// Days until the client comes back; 0 for never, or when the spell lasts.
  package var daysToReturn = 0.0
  /// The segment at last.
  package var segment: Int
  /// The group that the organisation believed the client to be in at last.
  package var believedGroup: Int
  /// The group that the client was in at last.
  package var trueGroup: Int
  /// The worker at last; 0 for nobody.
  package var worker = 0
  /// Two-way personal contacts in the run.
  package var contacts = 0
  /// Two-way personal contacts after the warm-up.
  package var contactsInWindow = 0
  /// Letters, e-mails and group sessions.
  package var otherContacts = 0
  /// Appointments missed.
  package var missed = 0
  /// Times that the client asked for contact.
  package var requests = 0
  /// Times that a question was answered.
  package var answers = 0
  /// Tasks for the client that were given up.
  package var lapsedTasks = 0
  /// Changes of worker.
  package var handovers = 0
  /// Currency lost at them.
  package var currencyLost = 0.0
  /// Trajectories begun, in the run.
  package var trajectoryStarts = 0
  /// Trajectories that ended as they were meant to.
  package var trajectorySuccesses = 0
  /// Referrals to vacancies from outside the streams of vacancies.
  package var referrals = 0
  /// Whether one of them brought work.
  package var isHiredByReferral = false
  /// Whether a talk, or the call to it, ended the spell.
  package var isEndedByTalk = false
  /// Needs for support of which the client told, and those that an instrument met.
  package var needsTold = 0
  package var needsMet = 0
  /// Minutes of work for the client.
  package var minutes = 0
  /// Euro: work for the client, and what was bought.
  package var cost = 0.0
  /// Minute of the last two-way personal contact, or of the start of the spell.
  package var lastContact: Int
  /// Longest time without two-way personal contact, in minutes.
  package var longestGap = 0
  /// Minute at which that began.
  package var longestGapStart: Int
  /// Changes of worker in that time.
  package var handoversInGap = 0
  /// Whether a contact ended that time.
  package var wasSeenAgain = false
  /// Longest time that a question waited for an answer, or waited in vain, in minutes.
  package var longestRequest = 0
  /// The campaign that last called the client in, from 1; 0 for none.
  package var campaign = 0
  /// Minute at which it did.
  package var calledIn = 0
  /// Appointments missed since.
  package var missedSinceCall = 0
  /// Minute of the first contact after it.
  package var seenAfterCall: Int?
  private var openRequest: Int?
  private var handoversSinceContact = 0

  init(_ event: RecordedEvent) {
    client = event.client
    spell = event.spell
    start = event.start
    segment = event.segment
    believedGroup = event.believedGroup
    trueGroup = event.trueGroup
    let sinceContact = event.activity == .inStockAtStart ? Int((event.amount * 1_440).rounded()) : 0
    lastContact = event.minute - sinceContact
    longestGapStart = lastContact
  }

  /// Whether an event is two-way personal contact.
  static func isTwoWay(_ event: RecordedEvent) -> Bool {
    switch event.activity {
    case .requestAnswered, .progressTalkHeld: true
    case .intakeHeld, .contactHeld: event.mode.map { $0 != .email && $0 != .group } ?? false
    default: false
    }
  }

  mutating func add(_ event: RecordedEvent, windowStart: Int) {
    segment = event.segment
    believedGroup = event.believedGroup
    trueGroup = event.trueGroup
    switch event.activity {
    case .assigned: worker = event.worker
    case .handedOver, .passedWithinTeam:
      worker = event.worker
      handovers += 1
      handoversSinceContact += 1
      currencyLost += event.amount
    case .appointmentMissed:
      missed += 1
      missedSinceCall += 1
    case .requestMade:
      requests += 1
      if openRequest == nil { openRequest = event.minute }
    case .taskLapsed: lapsedTasks += 1
    case .referred: referrals += 1
    case .referralDecided: isHiredByReferral = event.outcome == .accepted
    case .leftBeforeTalk, .changeFound, .sanctionedAtTalk: isEndedByTalk = true
    case .needTold: needsTold += 1
    case .needMet: needsMet += 1
    case .trajectoryStarted:
      trajectoryStarts += 1
      cost += event.cost
    case .expertiseBought: cost += event.cost
    case .trajectoryEnded: if event.outcome == .success { trajectorySuccesses += 1 }
    case .worked:
      minutes += event.minutes
      cost += event.cost
    case .calledIn:
      campaign = event.subject + 1
      calledIn = event.minute
      missedSinceCall = 0
      seenAfterCall = nil
    case .intakeHeld, .contactHeld, .requestAnswered, .progressTalkHeld:
      addContact(event, windowStart: windowStart)
    default: break
    }
  }

  private mutating func addContact(_ event: RecordedEvent, windowStart: Int) {
    guard SpellRecord.isTwoWay(event) else {
      otherContacts += 1
      return
    }
    contacts += 1
    if event.minute > windowStart { contactsInWindow += 1 }
    if event.activity == .requestAnswered { answers += 1 }
    if campaign > 0, seenAfterCall == nil { seenAfterCall = event.minute }
    closeRequest(at: event.minute)
    closeGap(at: event.minute, isSeen: true)
    lastContact = event.minute
    handoversSinceContact = 0
  }

  private mutating func closeGap(at minute: Int, isSeen: Bool) {
    guard minute - lastContact > longestGap else { return }
    longestGap = minute - lastContact
    longestGapStart = lastContact
    handoversInGap = handoversSinceContact
    wasSeenAgain = isSeen
  }

  private mutating func closeRequest(at minute: Int) {
    if let open = openRequest { longestRequest = max(longestRequest, minute - open) }
    openRequest = nil
  }

  /// The spell or the run ends.
  mutating func close(at minute: Int, with event: RecordedEvent? = nil) {
    closeGap(at: minute, isSeen: false)
    closeRequest(at: minute)
    guard let event else { return }
    end = minute
    outcome = event.outcome
    daysToReturn = event.amount
  }
}

/// All spells of a replication, gathered from its events; a few hundred bytes per spell.
package final class SpellLedger {
  /// The spells, in the order in which they began.
  package private(set) var spells: [SpellRecord] = []
  private var current: [Int: Int] = [:]
  private let windowStart: Int

  /// Makes a ledger of a run whose warm-up ends at a minute.
  package init(windowStart: Int) { self.windowStart = windowStart }

  /// Adds an event.
  package func add(_ event: RecordedEvent) {
    guard event.client > 0 else { return }
    switch event.activity {
    case .inStockAtStart, .entered, .returned:
      current[event.client] = spells.count
      spells.append(SpellRecord(event))
    case .left:
      guard let place = current.removeValue(forKey: event.client) else { return }
      spells[place].add(event, windowStart: windowStart)
      spells[place].close(at: event.minute, with: event)
    default:
      guard let place = current[event.client] else { return }
      spells[place].add(event, windowStart: windowStart)
    }
  }

  /// The run ends at a minute.
  package func close(at minute: Int) {
    for place in spells.indices where spells[place].end == nil { spells[place].close(at: minute) }
    current.removeAll()
  }
}
