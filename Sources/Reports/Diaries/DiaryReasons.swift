import CaseloadModel

/// Why something happened: in words where the moment tells, and as the parameter that the rule reads.
package struct DiaryReason: Sendable, Equatable {
  /// The reason in words; empty when the parameter says it all.
  package var words: String
  /// The key path of the parameter; empty when none governs it.
  package var key: String
  /// What the parameter is at that moment, as JSON; `nil` when there is none.
  package var value: String?
}

extension DiaryEntry {
  /// Why the events of the entry happened.
  package func reasons(_ words: DiaryWords) -> [DiaryReason] {
    var reasons: [DiaryReason] = []
    for event in events {
      let text = DiaryReasons.words(event, in: self, words)
      let key = DiaryReasons.key(of: event, in: self, words)
      let value = key.isEmpty ? nil : words.value(of: key, at: minute)
      let reason = DiaryReason(words: text, key: value == nil ? "" : key, value: value)
      if !(reason.words.isEmpty && reason.key.isEmpty), !reasons.contains(reason) {
        reasons.append(reason)
      }
    }
    return reasons
  }
}

/// The rules behind activities.
enum DiaryReasons {
  /// What the moment tells of the reason.
  static func words(_ event: RecordedEvent, in entry: DiaryEntry, _ words: DiaryWords) -> String {
    let isEnglish = words.language == .en
    switch event.activity {
    case .left:
      guard let cause = exitCause(of: event, in: entry), cause.activity == .matchDecided else {
        return ""
      }
      return isEnglish ? "an employer takes the client" : "een werkgever neemt de klant aan"
    case .setback where entry.events.contains { $0.activity == .requestMade }:
      return isEnglish
        ? "such a shock makes some clients ask for contact"
        : "zo'n gebeurtenis laat sommige klanten om contact vragen"
    case .needTold:
      return isEnglish
        ? "who asks for contact may tell of needs"
        : "wie om contact vraagt, vertelt soms over behoeften"
    case .needMet:
      return isEnglish
        ? "the instrument did what it was meant to" : "het instrument deed wat het moest doen"
    case .handedOver:
      guard let cause = cause(of: event, in: entry) else {
        return isEnglish
          ? "the client now belongs to the caseloads of other workers"
          : "de klant hoort nu bij de caseloads van andere medewerkers"
      }
      switch cause.activity {
      case .reorganised: return isEnglish ? "a reorganisation" : "een reorganisatie"
      case .workerHired:
        return words.worker(cause.worker)
          + (isEnglish ? " is new and takes over a fair share" : " is nieuw en neemt een deel over")
      default: return words.sentence(cause)
      }
    case .contactListed:
      guard let ahead = entry.after?.aheadOnList, ahead >= 0 else { return "" }
      guard ahead != 1 else {
        return isEnglish ? "1 client on the list goes before" : "1 klant op de lijst gaat voor"
      }
      return isEnglish
        ? "\(ahead) clients on the list go before" : "\(ahead) klanten op de lijst gaan voor"
    default: return ""
    }
  }

  private static func cause(of event: RecordedEvent, in entry: DiaryEntry) -> RecordedEvent? {
    entry.causes.last {
      switch $0.activity {
      case .workerLeft: $0.worker == event.otherWorker
      case .workerHired: $0.worker == event.worker
      case .swapped:
        [$0.worker, $0.otherWorker].contains(event.otherWorker)
          && [$0.worker, $0.otherWorker].contains(event.worker)
      case .reorganised, .termsChanged: true
      default: false
      }
    }
  }

  /// What put a client on the list other than that a contact fell due; `nil` when nothing else did.
  private static func listingCause(in entry: DiaryEntry) -> RecordedEvent? {
    entry.events.last {
      switch $0.activity {
      case .entered, .returned, .calledIn, .appointmentMissed, .trajectoryEnded, .handedOver,
        .passedWithinTeam, .appointmentLapsed:
        true
      default: false
      }
    }
  }

  /// What made a client leave, when it was not the client's own course.
  private static func exitCause(of event: RecordedEvent, in entry: DiaryEntry) -> RecordedEvent? {
    entry.events.last {
      switch $0.activity {
      case .leftBeforeTalk, .changeFound, .sanctionedAtTalk: true
      case .referralDecided, .matchDecided: $0.outcome == .accepted
      case .trajectoryEnded: $0.outcome == .success && event.outcome != .other
      default: false
      }
    }
  }

  /// The key path of the parameter that governs an event; empty when none does.
  static func key(of event: RecordedEvent, in entry: DiaryEntry, _ words: DiaryWords) -> String {
    if event.activity == .handedOver {
      switch cause(of: event, in: entry)?.activity {
      case .workerLeft?: return "staffing.turnoverPerYear"
      case .swapped?: return "staffing.swapsPerYear"
      case .workerHired?: return "staffing.hiringDelayDays"
      default: return "knowledge.handoverLossShare"
      }
    }
    if event.activity == .left, let cause = exitCause(of: event, in: entry) {
      return cause.activity == .trajectoryEnded
        ? "trajectories.instruments.\(words.names.subject(of: cause)).placementShare" : ""
    }
    if event.activity == .contactListed {
      // Whatever else happened at that minute put the client on the list; by itself a contact falls due.
      if let cause = listingCause(in: entry) { return key(of: cause, in: entry, words) }
      if entry.after?.isAtRest == true { return "service.restPolicy.intervalDays" }
    }
    return words.fill(template(event), event)
  }

  /// The key path with places for names in braces.
  static func template(_ event: RecordedEvent) -> String {
    switch event.activity {
    case .entered: "inflow.applicationsPerYear"
    case .returned: "outflow.relapseShare"
    case .fileReceived: "inflow.announcedKnowledgeShare"
    case .divertedToWork: "inflow.workFirstShare"
    case .left: exit(event.outcome)
    case .waitsForWorker: "caseload.capPerFte"
    case .passedWithinTeam: "caseload.teamKnowledgeShare"
    case .contactListed:
      "service.norms.{believed}.intervalDays"
    case .contactBooked: "service.leadDays"
    case .intakeHeld: "diagnosis.intakeMinutes"
    case .appointmentMissed: "service.noShowShare"
    case .contactGivenUp: "service.noShowAttempts"
    case .calledIn: "interventions.campaigns.{subject}.unseenDays"
    case .leftBeforeTalk:
      event.outcome == .work ? "outflow.atInvitation.workShare" : "outflow.atInvitation.otherShare"
    case .changeFound: "outflow.atContact.detectionShare"
    case .sanctionedAtTalk: "outflow.atContact.sanctionShare"
    case .referred: "outflow.atContact.referralShare"
    case .referralDecided: "outflow.atContact.referralAcceptShare"
    case .needArose: "knowledge.attributes.{subject}.supportShare"
    case .needTold: "knowledge.toldAtRequestShare"
    case .requestMade: "service.requestsPerYear"
    case .registered: "knowledge.registrationCompleteness"
    case .checkDropped: "service.enforcementBacklogDays"
    case .checkMade: "service.enforcement.checksPerYear"
    case .fileReviewed: "service.fileReview.perYear"
    case .classified: "diagnosis.accuracyWithoutTool"
    case .expertiseBought: "diagnosis.purchasedShare"
    case .expertiseReturned: "diagnosis.purchasedDelayDays"
    case .setback: "population.shocks.{subject}.perYear"
    case .partTimeStarted: "outflow.partTimeStartsPerYear"
    case .partTimeEnded: "outflow.partTimeEndsPerYear"
    case .instrumentProposed: "trajectories.instruments.{subject}.proposalShare"
    case .instrumentRequested: "trajectories.instruments.{subject}.waitingDays"
    case .instrumentRefused: "trajectories.instruments.{subject}.budgetPerYearEuro"
    case .waitsForPlace: "trajectories.instruments.{subject}.places"
    case .trajectoryStarted: "trajectories.instruments.{subject}.durationDays"
    case .trajectoryEnded: end(event.outcome)
    case .putForward: "labourMarket.vacancies.{subject}.candidates"
    case .matchDecided: "labourMarket.vacancies.{subject}.acceptShare"
    case .workerLeft: "staffing.turnoverPerYear"
    case .swapped: "staffing.swapsPerYear"
    case .absent: event.outcome == .ill ? "staffing.sicknessShare" : "staffing.leaveDaysPerYear"
    case .inStockAtStart, .assigned, .handedOver, .appointmentLapsed, .contactHeld,
      .requestAnswered, .progressTalkHeld, .taskCreated, .taskLapsed, .readinessMoved,
      .segmentChanged, .needMet, .trajectoryAbandoned, .vacancyOpened, .vacancyClosed, .workerHired,
      .dayBegun, .worked, .termsChanged, .campaignBegun, .campaignEnded, .reorganised,
      .registerMigrated, .stockClassified, .registerAudited, .staffReviewed:
      ""
    }
  }

  private static func exit(_ outcome: RecordedOutcome) -> String {
    switch outcome {
    case .work: "outflow.rates.{true}.workPerYear"
    case .subsidised: "outflow.rates.{true}.subsidisedPerYear"
    case .other: "outflow.rates.{true}.otherPerYear"
    case .pensionOrDeath: "outflow.pensionAndDeathPerYear"
    case .sanction: "service.noShowSanctionShare"
    default: ""
    }
  }

  private static func end(_ outcome: RecordedOutcome) -> String {
    switch outcome {
    case .success: "trajectories.instruments.{subject}.successShare"
    case .dropOut: "trajectories.instruments.{subject}.dropOutShare"
    default: ""
    }
  }
}
