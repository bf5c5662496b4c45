import CaseloadModel

/// What a page says of a metric beside its name: one plain sentence, and which way is better.
package struct MetricWords: Sendable {
  /// Which way is better, where everybody would agree.
  package enum Better: Sendable {
    case lower
    case higher
  }

  /// What it means, in a sentence for people who are new to it.
  package let explanation: Bilingual
  /// Which way is better; `nil` where that depends.
  package let better: Better?

  init(_ better: Better? = nil, nl: String, en: String) {
    explanation = Bilingual(nl, en)
    self.better = better
  }

  /// The words of a metric; its exact definition stands in for those that are missing.
  package static func of(_ metric: Metric) -> MetricWords {
    if let words = all[metric] { return words }
    let definition = MetricCatalog[metric].definition
    return MetricWords(nl: definition, en: definition)
  }

  /// All words.
  package static let all: [Metric: MetricWords] = [
    clients, contact, knowledge, outflow, staff, newcomers, spells, returns, attention,
    support,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  private static let clients: [Metric: MetricWords] = [
    .stockClients: MetricWords(
      nl: "Hoeveel mensen er gemiddeld een uitkering hebben.",
      en: "How many people are on benefit on average."),
    .inflowPerYear: MetricWords(
      nl: "Hoeveel mensen er per jaar bij komen, ook wie terugkomt.",
      en: "How many people come in per year, those who return included."),
    .inflowReturningShare: MetricWords(
      nl: "Deel van de instroom dat al eerder een uitkering had.",
      en: "Part of the people coming in who were on benefit before."),
    .inflowDiverted: MetricWords(
      nl: "Aanvragers die meteen een contract krijgen.",
      en: "Applicants who get a contract at once."),
    .caseloadPerWorkerMean: MetricWords(
      nl: "Hoeveel klanten een klantmanager gemiddeld heeft.",
      en: "How many clients a worker has on average."),
    .caseloadPerWorkerP10: MetricWords(
      nl: "Een op de tien klantmanagers heeft er minder.", en: "One worker in ten has fewer."),
    .caseloadPerWorkerP50: MetricWords(
      nl: "De helft heeft er minder, de helft meer.", en: "Half have fewer, half have more."),
    .caseloadPerWorkerP90: MetricWords(
      nl: "Een op de tien klantmanagers heeft er meer.", en: "One worker in ten has more."),
    .caseloadPerFte: MetricWords(
      nl: "Klanten per volledige baan.", en: "Clients per full-time job."),
    .caseloadWaiting: MetricWords(
      .lower, nl: "Deel van de klanten dat wacht omdat elke caseload vol is.",
      en: "Part of the clients who wait because every caseload is full."),
    .durationOver5y: MetricWords(
      nl: "Deel van het bestand dat nu al vijf jaar aan één stuk een uitkering heeft.",
      en: "Part of the stock that has been on benefit for five years without a break."),
    .durationEndedUnder1y: MetricWords(
      nl: "Van wie weggaat: het deel dat korter dan een jaar een uitkering had.",
      en: "Of those who leave: the part that was on benefit for less than a year."),
  ]

  private static let contact: [Metric: MetricWords] = [
    .unseen6m: MetricWords(
      .lower,
      nl:
        "Deel van de klanten met wie een half jaar geen gesprek was, ook niet per telefoon of beeld.",
      en: "Part of the clients without a talk for half a year, by phone or video either."),
    .unseen12m: MetricWords(
      .lower, nl: "Hetzelfde, maar dan een jaar.", en: "The same, for a year."),
    .unseen24m: MetricWords(
      .lower, nl: "Hetzelfde, maar dan twee jaar.", en: "The same, for two years."),
    .unseen6mExcludingNew: MetricWords(
      .lower, nl: "Alleen onder klanten die al een half jaar in het bestand zitten.",
      en: "Only among clients who have been in stock for half a year."),
    .unseen6mAnyChannel: MetricWords(
      .lower, nl: "Ook geen brief of e-mail in een half jaar.",
      en: "No letter or e-mail either in half a year."),
    .unseenNever: MetricWords(
      .lower, nl: "Deel van de klanten met wie na het eerste gesprek geen gesprek meer was.",
      en: "Part of the clients with whom there was no talk after the first one."),
    .contactSinceLastP50: MetricWords(
      .lower, nl: "De helft van de klanten is korter geleden gesproken.",
      en: "Half of the clients were spoken to more recently."),
    .contactSinceLastP90: MetricWords(
      .lower, nl: "Negen van de tien klanten zijn korter geleden gesproken.",
      en: "Nine in ten clients were spoken to more recently."),
    .contactPerClientYear: MetricWords(
      nl: "Gesprekken die echt plaatsvonden.", en: "Talks that did take place."),
    .agreementsNone: MetricWords(
      .lower, nl: "Deel van de klanten zonder plan waarvan de einddatum nog moet komen.",
      en: "Part of the clients without a plan whose end date is still to come."),
    .contactOverdue: MetricWords(
      .lower,
      nl: "Deel van de klanten dat volgens de eigen contactnorm al gesproken had moeten zijn.",
      en: "Part of the clients who should have been spoken to already by the contact norm."),
    .equityContactHours: MetricWords(
      nl: "Hoeveel keer zoveel tijd gaat naar wie het dichtst bij werk staat; 1 is gelijk.",
      en: "How many times as much time goes to those closest to work; 1 is equal."),
    .contactMissed: MetricWords(
      .lower, nl: "Deel van de geplande gesprekken waar de klant niet komt.",
      en: "Part of the planned talks to which the client does not come."),
    .campaignAttendance: MetricWords(
      .higher, nl: "Deel van de oproepen voor de actie waarop de klant komt.",
      en: "Part of the calls of the campaign to which the client comes."),
  ]

  private static let knowledge: [Metric: MetricWords] = [
    .knowledgeCurrency: MetricWords(
      .higher, nl: "Hoeveel van wat u moet weten bekend is en naar verwachting nog klopt.",
      en: "How much of what you need to know is known and expected still to be right."),
    .knowledgeAccuracy: MetricWords(
      .higher, nl: "Hoeveel er in werkelijkheid klopt; dat weet alleen het model.",
      en: "How much is right in truth, which only the model knows."),
    .knowledgeNotInView: MetricWords(
      .lower, nl: "Deel van de klanten over wie de kennis te oud is om op te bouwen.",
      en: "Part of the clients of whom what is known is too old to build on."),
    .knowledgePrivateShare: MetricWords(
      nl: "Deel van de kennis dat alleen in het hoofd of de notities van de klantmanager zit.",
      en: "Part of the knowledge that is in the worker's head or notes alone."),
    .knowledgeLostAtHandover: MetricWords(
      .lower, nl: "Kennis die verdwijnt als een klant een andere klantmanager krijgt.",
      en: "Knowledge that goes when a client gets another worker."),
    .classificationCorrect: MetricWords(
      .higher,
      nl: "Deel van de klanten dat in de groep zit die past bij de werkelijke afstand tot werk.",
      en: "Part of the clients in the group that fits their true distance to work."),
    .potentialHidden: MetricWords(
      .lower, nl: "Deel van de klanten dat aan werk toe is, maar lager is ingedeeld.",
      en: "Part of the clients who are ready for work but are placed lower."),
  ]

  private static let outflow: [Metric: MetricWords] = [
    .outflowTotal: MetricWords(
      nl: "Hoeveel van de 100 klanten er in een jaar weggaan.",
      en: "How many of 100 clients leave in a year."),
    .outflowWork: MetricWords(
      .higher, nl: "Weg uit de uitkering door gewoon betaald werk.",
      en: "Off benefit through ordinary paid work."),
    .outflowSubsidised: MetricWords(
      nl: "Weg door werk met subsidie voor de werkgever.",
      en: "Off benefit through work for which the employer gets a subsidy."),
    .outflowOther: MetricWords(
      nl: "Verhuizing, partner, ander inkomen, pensioen, niet verschijnen, overlijden.",
      en: "Moving, partner, other income, pension, not turning up, death."),
    .outflowWorkSustained12m: MetricWords(
      .higher, nl: "Van wie naar werk ging: het deel dat binnen een jaar niet terugkomt.",
      en: "Of those who left for work: the part that does not come back within a year."),
    .relapse6m: MetricWords(
      .lower, nl: "Van wie wegging: het deel dat binnen een half jaar terug is in de uitkering.",
      en: "Of those who left: the part that is back on benefit within half a year."),
    .relapse12m: MetricWords(
      .lower, nl: "Van wie wegging: het deel dat binnen een jaar terug is in de uitkering.",
      en: "Of those who left: the part that is back on benefit within a year."),
    .progressUp: MetricWords(
      .higher, nl: "Hoe vaak een klant een stap dichter bij werk komt.",
      en: "How often a client comes a step closer to work."),
    .progressDown: MetricWords(
      .lower, nl: "Hoe vaak een klant een stap verder van werk raakt.",
      en: "How often a client moves a step away from work."),
    .workPartTime: MetricWords(
      nl: "Deel van het bestand dat erbij werkt.", en: "Part of the stock that works beside it."),
    .vacanciesFilled: MetricWords(
      .higher, nl: "Deel van de vacatures dat een eigen klant krijgt.",
      en: "Part of the vacancies that a client of one's own gets."),
    .trajectoryStarts: MetricWords(
      nl: "Hoeveel trajecten er per jaar beginnen.", en: "How many trajectories begin per year."),
    .trajectorySuccess: MetricWords(
      .higher,
      nl: "Deel van de trajecten dat goed afloopt; een deel was ook zonder gelukt.",
      en: "Part of the trajectories that end well; some would have without."),
    .trajectoryLeftForWork: MetricWords(
      nl: "Deel van de trajecten dat eerder stopt omdat de klant werk vindt.",
      en: "Part of the trajectories that stop early because the client finds work."),
    .serviceUnmet: MetricWords(
      .lower, nl: "Wie ondersteuning nodig heeft en die niet krijgt, om welke reden ook.",
      en: "Who needs support and does not get it, for whatever reason."),
    .trajectoryRunning: MetricWords(
      nl: "Hoeveel klanten er gemiddeld in een traject zitten.",
      en: "How many clients are on a trajectory on average."),
    .trajectoryPlacements: MetricWords(
      nl: "Trajecten die meteen in werk eindigen.", en: "Trajectories that end in work at once."),
  ]

  private static let staff: [Metric: MetricWords] = [
    .workloadUtilisation: MetricWords(
      nl: "Deel van de aanwezige uren waarin echt gewerkt wordt.",
      en: "Part of the hours in office in which there is work in hand."),
    .workloadBacklogDays: MetricWords(
      .lower, nl: "Hoeveel dagen werk er ligt te wachten.",
      en: "How many days of work are waiting."),
    .workloadTasksDone: MetricWords(
      .higher, nl: "Deel van het nodige werk dat klaar komt.",
      en: "Part of the work that is needed that gets done."),
    .workloadPressureHigh: MetricWords(
      .lower, nl: "Deel dat de werkdruk zelf hoog zou noemen.",
      en: "Part who would call the pressure high themselves."),
    .workloadTooLarge: MetricWords(
      .lower, nl: "Deel met meer klanten per fte dan zij zelf goed vinden.",
      en: "Part with more clients per fte than they find right."),
    .workloadOverAWeek: MetricWords(
      .lower, nl: "Deel met meer dan vijf werkdagen werk dat ligt te wachten.",
      en: "Part with over five working days of work waiting."),
    .workloadPressureByCaseload: MetricWords(
      nl: "Van −1 tot 1; 0 is geen verband.", en: "From −1 to 1; 0 is no relation."),
    .workloadSwapped12m: MetricWords(
      nl: "Met een collega, in het laatste jaar.", en: "With a colleague, in the last year."),
    .timeAdministration: MetricWords(
      nl: "Deel van de gewerkte tijd voor vastleggen en verantwoording.",
      en: "Part of worked time for recording and accounting."),
    .timeContact: MetricWords(
      nl: "Met voorbereiding, brieven en gesprekken waarop niemand verscheen.",
      en: "With preparation, letters and talks to which nobody came."),
    .timeOther: MetricWords(
      nl: "Overleg, neventaken en het aanvragen van trajecten.",
      en: "Meetings, side tasks and asking for trajectories."),
    .costStaff: MetricWords(
      nl: "Wat iedereen in dienst kost.", en: "What everybody employed costs."),
    .staffFte: MetricWords(
      nl: "Iedereen in dienst, gemiddeld over alle dagen, zonder vacatures.",
      en: "Everybody employed, on the average of all days, without vacant posts."),
    .staffHours: MetricWords(
      nl: "Gewerkte dagen met overwerk, zonder verlof en ziekte.",
      en: "Days at work with overtime, without leave and sickness."),
    .costInstruments: MetricWords(
      nl: "Wat de gestarte trajecten en ingekochte adviezen kosten.",
      en: "What trajectories that began and expertise that was bought cost."),
    .costBenefits: MetricWords(
      nl: "Wat de uitkeringen samen kosten.", en: "What the benefits cost together."),
    .costPerWorkExit: MetricWords(
      nl: "Personeel en trajecten, gedeeld door iedereen die naar werk ging.",
      en: "Staff and trajectories, divided by everybody who left for work."),
  ]
}
