import CaseloadModel
import ScenarioFormat

/// The settings that the explorer offers, in the order in which the page shows them.
enum ExplorerLevers {
  private static let percent = Bilingual("%", "%")
  private static let fte = Bilingual("fte", "fte")
  private static let weeks = Bilingual("weken", "weeks")
  private static let days = Bilingual("dagen", "days")
  private static let euro = Bilingual("euro per jaar", "euro per year")

  static let all: [ExplorerLever] = often + staffing + contact + organisation + others

  private static let often = [
    ExplorerLever(
      pattern: "staffing.fte", group: .often, slider: (10, 50, 0.5), unit: fte,
      help: Bilingual("Volledige banen van 36 uur.", "Full-time jobs of 36 hours.")),
    ExplorerLever(
      pattern: "staffing.administrationShare", group: .often, slider: (10, 60, 1), scale: 100,
      unit: percent,
      help: Bilingual(
        "Deel van de werktijd voor registratie en verantwoording.",
        "Part of working time for registration and accounts.")),
    ExplorerLever(
      pattern: "service.restPolicy.enabled", group: .often,
      help: Bilingual(
        "Een deel wordt bewust bijna niet opgeroepen.",
        "Part of the clients is deliberately hardly called in.")),
    ExplorerLever(
      pattern: "service.norms.development.intervalDays", group: .often, slider: (2, 52, 1),
      scale: 1.0 / 7, unit: weeks, help: interval),
  ]

  private static let interval = Bilingual(
    "Hoe lang er tussen twee gesprekken met een klant mag zitten.",
    "How long there may be between two talks with a client.")

  private static let staffing = [
    ExplorerLever(
      pattern: "staffing.rule", group: .staffing,
      help: Bilingual(
        "Waaruit volgt hoeveel klantmanagers er zijn; de andere drie doen dan niets.",
        "What the number of caseworkers follows from; the other three then do nothing.")),
    ExplorerLever(
      pattern: "caseload.normPerFte", group: .staffing, slider: (40, 300, 5),
      unit: Bilingual("klanten per fte", "clients per fte"),
      help: Bilingual(
        "Hoeveel klanten een volledige baan hoort te hebben. Werkt alleen als de formatie eruit volgt.",
        "How many clients a full-time job is to have. Works only when staffing follows from it.")),
    ExplorerLever(
      pattern: "staffing.budgetPerYearEuro", group: .staffing, slider: (1e6, 5e6, 50_000),
      unit: euro,
      help: Bilingual(
        "Geld per jaar. Werkt alleen als de formatie eruit volgt.",
        "Money per year. Works only when staffing follows from it.")),
    ExplorerLever(
      pattern: "caseload.capPerFte", group: .staffing, slider: (0, 300, 10),
      unit: Bilingual("klanten per fte", "clients per fte"),
      help: Bilingual(
        "Boven dit aantal komt er niemand bij; 0 is geen maximum.",
        "Above this number nobody is added; 0 is no cap."),
      zero: Bilingual("geen maximum", "no cap")),
    ExplorerLever(
      pattern: "staffing.sicknessShare", group: .staffing, slider: (0, 15, 0.5), scale: 100,
      unit: percent,
      help: Bilingual(
        "Deel van de werkdagen dat klantmanagers ziek zijn.",
        "Part of the working days on which workers are ill.")),
    ExplorerLever(
      pattern: "staffing.turnoverPerYear", group: .staffing, slider: (0, 40, 1), scale: 100,
      unit: Bilingual("% per jaar", "% per year"),
      help: Bilingual(
        "Deel van de klantmanagers dat per jaar vertrekt.",
        "Part of the workers who leave in a year.")),
    ExplorerLever(
      pattern: "staffing.hiringDelayDays", group: .staffing, slider: (0, 180, 10), unit: days,
      help: Bilingual(
        "Hoe lang het duurt tot er een opvolger is.",
        "How long it takes until there is a successor."
      )),
  ]

  private static let contact = [
    ExplorerLever(
      pattern: "service.norms.*.intervalDays", group: .contact, slider: (1, 104, 1),
      scale: 1.0 / 7, unit: weeks, help: interval),
    ExplorerLever(
      pattern: "service.norms.*.restShare", group: .contact, slider: (0, 100, 5), scale: 100,
      unit: percent,
      help: Bilingual(
        "Hoeveel van de 100 klanten in deze groep; niets als niemand met rust gelaten wordt.",
        "How many of 100 clients in this group; none when nobody is left alone.")),
    ExplorerLever(
      pattern: "service.restPolicy.intervalDays", group: .contact, slider: (180, 1_460, 30),
      unit: days,
      help: Bilingual(
        "Hoeveel dagen er tussen hun gesprekken zit.",
        "How many days there are between their talks.")),
    ExplorerLever(
      pattern: "service.restPolicy.restOlderClients", group: .contact,
      help: Bilingual(
        "Behalve klanten in de hoogste groep.", "Except clients in the highest group.")),
  ]

  private static let organisation = [
    ExplorerLever(
      pattern: "caseload.teamSize", group: .organisation, slider: (1, 10, 1),
      unit: Bilingual("klantmanagers", "workers"),
      help: Bilingual(
        "Zoveel klantmanagers delen samen hun klanten; 1 is ieder voor zich.",
        "So many workers share their clients; 1 is each for oneself.")),
    ExplorerLever(
      pattern: "caseload.specialisation", group: .organisation,
      help: Bilingual(
        "Heeft elke klantmanager alle soorten klanten, of één soort?",
        "Does each worker have all kinds of clients, or one kind?")),
    ExplorerLever(
      pattern: "knowledge.warmHandoverShare", group: .organisation, slider: (0, 100, 10),
      scale: 100,
      unit: percent,
      help: Bilingual(
        "Hoe vaak de oude klantmanager de nieuwe bijpraat.",
        "How often the old worker briefs the new one.")),
    ExplorerLever(
      pattern: "knowledge.registrationCompleteness", group: .registration, slider: (30, 100, 5),
      scale: 100, unit: percent,
      help: Bilingual(
        "Deel van wat u hoort dat in het systeem komt.",
        "Part of what is heard that gets into the register.")),
    ExplorerLever(
      pattern: "knowledge.systemUsability", group: .registration, slider: (50, 100, 5), scale: 100,
      unit: percent,
      help: Bilingual(
        "Een lastig systeem wordt minder volledig gevuld.",
        "A difficult system is filled less completely.")),
    ExplorerLever(
      pattern: "knowledge.auditsPerYear", group: .registration, slider: (0, 4, 1),
      unit: Bilingual("per jaar", "per year"),
      help: Bilingual(
        "Hoe vaak iemand nakijkt of alles is vastgelegd.",
        "How often somebody checks whether all is noted.")),
  ]

  private static let others = [
    ExplorerLever(
      pattern: "trajectories.instruments.*.budgetPerYearEuro", group: .trajectories,
      slider: (0, 5e6, 50_000), unit: euro,
      help: Bilingual(
        "Geld per jaar; is het op, dan wacht de klant. 0 is geen grens.",
        "Money per year; when it is gone the client waits. 0 is no limit."),
      zero: Bilingual("geen grens", "no limit")),
    ExplorerLever(
      pattern: "trajectories.instruments.*.places", group: .trajectories, slider: (0, 500, 10),
      unit: Bilingual("plaatsen", "places"),
      help: Bilingual(
        "Hoeveel klanten tegelijk mee kunnen doen.", "How many clients can take part at a time.")),
    ExplorerLever(
      pattern: "inflow.applicationsPerYear", group: .surroundings, slider: (100, 4_000, 10),
      unit: Bilingual("per jaar", "per year"),
      help: Bilingual(
        "Nieuwe aanvragen, voor de beoordeling.", "New applications, before they are assessed.")),
    ExplorerLever(
      pattern: "labourMarket.demandIndex", group: .surroundings, slider: (0.6, 1.4, 0.1),
      help: Bilingual(
        "Boven 1 is er meer werk dan in de jaren waarop het model is ingesteld.",
        "Above 1 there is more work than in the years that the model was set by.")),
  ]

  /// What comes first when a worker chooses whom to invite, as values of several settings.
  static let priorities: [(id: String, title: Bilingual, settings: [(String, Double)])] = [
    (
      "longest", Bilingual("langst niet gesproken", "not spoken to for longest"),
      priority(0.1, 0.1, 20, 0.1, 0, 0) + [("service.priorities.ownSpread", 0)]
    ),
    (
      "chance", Bilingual("meeste kans op werk", "best chance of work"),
      priority(4, 3, 0.2, 0.5, 0.2, 2)
    ),
    (
      "squeak", Bilingual("wie zichzelf meldt (piepsysteem)", "who asks (squeak)"),
      priority(0.5, 2, 0.1, 10, 0.2, 1)
    ),
    (
      "need", Bilingual("kans op werk telt niet mee", "chance of work does not count"),
      priority(0, 0, 2, 1, 0, 0)
    ),
  ]

  private static func priority(
    _ readiness: Double, _ motivation: Double, _ overdue: Double, _ selfReported: Double,
    _ cost: Double, _ target: Double
  ) -> [(String, Double)] {
    [
      ("readiness", readiness), ("motivation", motivation), ("overduePerYear", overdue),
      ("selfReported", selfReported), ("costPerHour", cost), ("targetStrength", target),
    ].map { ("service.priorities." + $0.0, $0.1) }
  }
}
