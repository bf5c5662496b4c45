// Activities of knowledge, instruments, vacancies, workers and the organisation.
extension ActivityDefinition {
  /// Needs for support.
  static let ofNeeds: [ActivityDefinition] = [
    .init(
      .needArose, "need.arose", "Need for support arises", "Behoefte aan ondersteuning ontstaat",
      lifecycle: "unknown", subject: .attribute, "needs support with {subject} from now on",
      "heeft vanaf nu ondersteuning nodig bij {subject}"),
    .init(
      .needTold, "need.told", "Tells of a need", "Vertelt over een behoefte",
      lifecycle: "schedule", subject: .attribute, "tells of a need for support with {subject}",
      "vertelt over een behoefte aan ondersteuning bij {subject}"),
    .init(
      .needMet, "need.met", "Need for support is met", "Behoefte is vervuld", subject: .attribute,
      "does not need support with {subject} any more",
      "heeft geen ondersteuning meer nodig bij {subject}"),
  ]

  /// Belief, readiness and the course of life.
  static let ofKnowledge: [ActivityDefinition] = [
    .init(
      .classified, "client.classified", "Put in another group", "Anders ingedeeld",
      subject: .group, "is put in group {believed}, before in {subject}",
      "wordt ingedeeld bij {believed}, eerst bij {subject}"),
    .init(
      .expertiseBought, "expertise.bought", "Expertise bought", "Expertise ingekocht",
      lifecycle: "schedule", amount: .euro, "expertise is bought, {amount}",
      "expertise wordt ingekocht, {amount}"),
    .init(
      .expertiseReturned, "expertise.returned", "Expertise returns", "Advies ontvangen",
      "the result of the expertise is registered", "het advies staat in het register"),
    .init(
      .readinessMoved, "readiness.moved", "Readiness moves", "Afstand tot werk verandert",
      lifecycle: "unknown", amount: .steps, "readiness for work has moved: {amount}",
      "de afstand tot werk is veranderd: {amount}"),
    .init(
      .setback, "life.setback", "Shock in life", "Ingrijpende gebeurtenis", lifecycle: "unknown",
      subject: .shock, "meets with {subject}", "krijgt te maken met {subject}"),
    .init(
      .partTimeStarted, "life.partTimeStarted", "Works part time", "Gaat in deeltijd werken",
      lifecycle: "start", "begins to work part time beside the benefit",
      "gaat in deeltijd werken naast de uitkering"),
    .init(
      .partTimeEnded, "life.partTimeEnded", "Stops working part time", "Stopt met deeltijdwerk",
      "stops working part time", "stopt met deeltijdwerk"),
    .init(
      .segmentChanged, "client.segmentChanged", "Goes to another law", "Gaat naar een andere wet",
      subject: .segment, "goes on to {subject}", "gaat over naar {subject}"),
  ]

  /// Instruments and vacancies.
  static let ofInstruments: [ActivityDefinition] = [
    .init(
      .instrumentProposed, "instrument.proposed", "Instrument proposed", "Instrument voorgesteld",
      lifecycle: "schedule", subject: .instrument, "{worker} proposes {subject}",
      "{worker} stelt {subject} voor"),
    .init(
      .instrumentRequested, "instrument.requested", "Instrument requested",
      "Instrument aangevraagd", lifecycle: "assign", subject: .instrument,
      "the request for {subject} is written", "de aanvraag voor {subject} is geschreven"),
    .init(
      .instrumentRefused, "instrument.refused", "No money for the instrument",
      "Geen budget voor het instrument", lifecycle: "ate_abort", subject: .instrument,
      "there is no money left for {subject} this year",
      "er is dit jaar geen budget meer voor {subject}"),
    .init(
      .waitsForPlace, "instrument.waits", "Waits for a place", "Wacht op een plaats",
      lifecycle: "suspend", subject: .instrument, "waits in line for {subject}",
      "wacht op een plaats in {subject}"),
    .init(
      .trajectoryStarted, "trajectory.started", "Trajectory starts", "Traject begint",
      lifecycle: "start", subject: .instrument, amount: .euro, "{subject} begins, {amount}",
      "{subject} begint, {amount}"),
    .init(
      .trajectoryEnded, "trajectory.ended", "Trajectory ends", "Traject eindigt",
      subject: .instrument, "{subject} ends: {outcome}", "{subject} eindigt: {outcome}"),
    .init(
      .trajectoryAbandoned, "trajectory.abandoned", "Trajectory cut short", "Traject afgebroken",
      lifecycle: "pi_abort", subject: .instrument, "{subject} is cut short by the exit",
      "{subject} wordt afgebroken door de uitstroom"),
    .init(
      .vacancyOpened, "vacancy.opened", "Vacancy comes in", "Vacature komt binnen",
      about: .vacancy, lifecycle: "start", subject: .vacancies, "a vacancy of {subject} comes in",
      "een vacature van {subject} komt binnen"),
    .init(
      .putForward, "vacancy.considered", "Thought of for a vacancy", "In beeld voor een vacature",
      lifecycle: "schedule", subject: .vacancies, "is thought of for a vacancy of {subject}",
      "komt in beeld voor een vacature van {subject}"),
    .init(
      .matchDecided, "vacancy.decided", "Employer decides", "Werkgever beslist",
      subject: .vacancies, "is put forward for a vacancy of {subject}: {outcome}",
      "wordt voorgedragen voor een vacature van {subject}: {outcome}"),
    .init(
      .vacancyClosed, "vacancy.closed", "Vacancy closes", "Vacature sluit", about: .vacancy,
      "the vacancy closes: {outcome}", "de vacature sluit: {outcome}"),
  ]

  /// Staff.
  static let ofStaff: [ActivityDefinition] = [
    .init(
      .workerHired, "worker.hired", "Comes to work here", "Komt in dienst", about: .worker,
      lifecycle: "start", subject: .role, amount: .fte, "{worker} comes to work here, {amount}",
      "{worker} komt in dienst, {amount}"),
    .init(
      .workerLeft, "worker.left", "Leaves the staff", "Gaat uit dienst", about: .worker,
      subject: .role, amount: .fte, "{worker} leaves the staff", "{worker} gaat uit dienst"),
    .init(
      .swapped, "worker.swapped", "Exchanges clients", "Ruilt klanten", about: .worker,
      "{worker} exchanges clients with {other}", "{worker} ruilt klanten met {other}"),
    .init(
      .dayBegun, "day.begun", "Working day begins", "Werkdag begint", about: .worker,
      lifecycle: "start", "{worker} begins a working day of {minutes} minutes",
      "{worker} begint aan een werkdag van {minutes} minuten"),
    .init(
      .absent, "day.absent", "Absent", "Afwezig", about: .worker, lifecycle: "autoskip",
      "{worker} is absent: {outcome}", "{worker} is afwezig: {outcome}"),
    .init(
      .worked, "work.done", "Work", "Werk", about: .worker,
      "{worker} works: {task}, {minutes} minutes",
      "{worker} werkt: {task}, {minutes} minuten"),
  ]

  /// The organisation.
  static let ofOrganisation: [ActivityDefinition] = [
    .init(
      .termsChanged, "organisation.changed", "Dated change", "Wijziging", about: .organisation,
      subject: .change, "a change comes into force", "een wijziging gaat in"),
    .init(
      .campaignBegun, "campaign.begun", "Campaign begins", "Campagne begint",
      about: .organisation, lifecycle: "start", subject: .campaign, "campaign {subject} begins",
      "campagne {subject} begint"),
    .init(
      .campaignEnded, "campaign.ended", "Campaign ends", "Campagne eindigt", about: .organisation,
      subject: .campaign, "campaign {subject} ends", "campagne {subject} eindigt"),
    .init(
      .reorganised, "organisation.reorganised", "Reorganisation", "Reorganisatie",
      about: .organisation, subject: .reorganisation, "the organisation is reorganised",
      "de organisatie wordt gereorganiseerd"),
    .init(
      .registerMigrated, "register.migrated", "Register moves", "Register verhuist",
      about: .organisation, subject: .migration, "the register moves to another system",
      "het register verhuist naar een ander systeem"),
    .init(
      .stockClassified, "stock.classified", "Stock classified", "Bestand ingedeeld",
      about: .organisation, subject: .classification, "the stock is put in classes",
      "het bestand wordt ingedeeld"),
    .init(
      .registerAudited, "register.audited", "Register audited", "Register gecontroleerd",
      about: .organisation, "the register is audited", "het register wordt gecontroleerd"),
    .init(
      .staffReviewed, "staff.reviewed", "Staff adjusted", "Formatie aangepast",
      about: .organisation, "the staff is adjusted to the stock",
      "de formatie wordt aangepast aan het bestand"),
  ]
}
