import CaseloadModel

// Words of metrics about what becomes of clients over time, and about how much attention they get.
extension MetricWords {
  static let newcomers: [Metric: MetricWords] = [
    .cohortOffBenefit12m: MetricWords(
      .higher, nl: "Van wie nieuw binnenkwam: het deel dat na een jaar geen uitkering heeft.",
      en: "Of those who came in new: the part that is off benefit after a year."),
    .cohortWork12m: MetricWords(
      .higher, nl: "Van wie nieuw binnenkwam: het deel dat na een jaar aan het werk is.",
      en: "Of those who came in new: the part that is in work after a year."),
    .cohortLeftForWork12m: MetricWords(
      .higher,
      nl: "Van wie nieuw binnenkwam: het deel dat binnen een jaar naar werk ging.",
      en: "Of those who came in new: the part that left for work in a year."),
    .cohortBenefitDays1y: MetricWords(
      .lower, nl: "Dagen met een uitkering in het eerste jaar na binnenkomst.",
      en: "Days on benefit in the first year after coming in."),
    .cohortBenefitDays2y: MetricWords(
      .lower, nl: "Dagen met een uitkering in de eerste twee jaar na binnenkomst.",
      en: "Days on benefit in the first two years after coming in."),
    .cohortWorkDays1y: MetricWords(
      .higher, nl: "Dagen uit de uitkering door werk, in het eerste jaar na binnenkomst.",
      en: "Days off benefit through work in the first year after coming in."),
    .cohortWorkDays2y: MetricWords(
      .higher, nl: "Dagen uit de uitkering door werk, in de eerste twee jaar na binnenkomst.",
      en: "Days off benefit through work in the first two years after coming in."),
  ]

  static let spells: [Metric: MetricWords] = [
    .durationEndedUnder6m: MetricWords(
      nl: "Het deel van wie weggaat dat korter dan een half jaar een uitkering had.",
      en: "The part of those who leave that was on benefit for under half a year."),
    .durationEnded6to12m: MetricWords(
      nl: "Het deel van wie weggaat dat een half tot heel jaar een uitkering had.",
      en: "The part of those who leave that was on benefit for half a year to a year."),
    .durationEnded1to2y: MetricWords(
      nl: "Het deel van wie weggaat dat een tot twee jaar een uitkering had.",
      en: "The part of those who leave that was on benefit for one to two years."),
    .durationEnded2to5y: MetricWords(
      nl: "Het deel van wie weggaat dat twee tot vijf jaar een uitkering had.",
      en: "The part of those who leave that was on benefit for two to five years."),
    .durationEndedOver5y: MetricWords(
      nl: "Het deel van wie weggaat dat vijf jaar of langer een uitkering had.",
      en: "The part of those who leave that was on benefit for five years or longer."),
    .durationUnder6m: MetricWords(
      nl: "Deel van het bestand dat nu korter dan een half jaar een uitkering heeft.",
      en: "Part of the stock that has been on benefit for under half a year."),
    .duration6to12m: MetricWords(
      nl: "Deel van het bestand dat nu een half tot heel jaar een uitkering heeft.",
      en: "Part of the stock that has been on benefit for half a year to a year."),
    .duration1to2y: MetricWords(
      nl: "Deel van het bestand dat nu een tot twee jaar een uitkering heeft.",
      en: "Part of the stock that has been on benefit for one to two years."),
    .duration2to5y: MetricWords(
      nl: "Deel van het bestand dat nu twee tot vijf jaar een uitkering heeft.",
      en: "Part of the stock that has been on benefit for two to five years."),
    .outflowUnder6m: MetricWords(
      nl: "Hoe snel klanten weggaan die korter dan een half jaar een uitkering hebben.",
      en: "How fast clients leave who have been on benefit for under half a year."),
    .outflow6to12m: MetricWords(
      nl: "Hoe snel klanten weggaan die een half tot heel jaar een uitkering hebben.",
      en: "How fast clients leave who have been on benefit for half a year to a year."),
    .outflow1to2y: MetricWords(
      nl: "Hoe snel klanten weggaan die een tot twee jaar een uitkering hebben.",
      en: "How fast clients leave who have been on benefit for one to two years."),
    .outflow2to5y: MetricWords(
      nl: "Hoe snel klanten weggaan die twee tot vijf jaar een uitkering hebben.",
      en: "How fast clients leave who have been on benefit for two to five years."),
    .outflowOver5y: MetricWords(
      nl: "Hoe snel klanten weggaan die vijf jaar of langer een uitkering hebben.",
      en: "How fast clients leave who have been on benefit for five years or longer."),
  ]

  static let returns: [Metric: MetricWords] = [
    .relapse1m: MetricWords(
      .lower, nl: "Van wie wegging: het deel dat binnen een maand terug is in de uitkering.",
      en: "Of those who left: the part that is back on benefit within a month."),
    .relapse24m: MetricWords(
      .lower, nl: "Van wie wegging: het deel dat binnen twee jaar terug is in de uitkering.",
      en: "Of those who left: the part that is back on benefit within two years."),
    .relapse60m: MetricWords(
      .lower, nl: "Van wie wegging: het deel dat binnen vijf jaar terug is in de uitkering.",
      en: "Of those who left: the part that is back on benefit within five years."),
    .relapseAfterWork12m: MetricWords(
      .lower, nl: "Van wie naar werk ging: het deel dat binnen een jaar terug is.",
      en: "Of those who left for work: the part that is back within a year."),
    .relapseAfterOther12m: MetricWords(
      .lower, nl: "Van wie wegging door partner, inkomen of verhuizing: het deel dat terug is.",
      en: "Of those who left for a partner, income or a move: the part that is back."),
    .relapseAfterSanction12m: MetricWords(
      nl: "Van wie de uitkering verloor na wegblijven of een controle: het deel dat terug is.",
      en: "Of those who lost the benefit after staying away or a check: the part that is back."),
    .relapseAfterLimit12m: MetricWords(
      nl: "Van wie aan het maximum van een wet kwam: het deel dat binnen een jaar terug is.",
      en: "Of those who reached the longest time of a law: the part that is back within a year."),
  ]

  static let attention: [Metric: MetricWords] = [
    .contactByWorkers: MetricWords(
      nl: "Gesprekken waar de klant niet zelf om vroeg.",
      en: "Talks that the client did not ask for."),
    .contactByClients: MetricWords(
      nl: "Gesprekken waarin een vraag van de klant werd beantwoord.",
      en: "Talks in which a client's request was answered."),
    .contactHours: MetricWords(
      nl: "Uren voor contact dat echt plaatsvond, met voorbereiding.",
      en: "Hours for contact that took place, preparation included."),
    .contactHoursNone: MetricWords(
      .lower, nl: "Deel van wie een jaar in het bestand is, zonder enige contacttijd in dat jaar.",
      en: "Part of those a year in stock who had no contact time in that year."),
    .contactHoursUnder1: MetricWords(
      nl: "Deel van wie een jaar in het bestand is, met minder dan een uur in dat jaar.",
      en: "Part of those a year in stock who had under an hour in that year."),
    .contactHours1to4: MetricWords(
      nl: "Deel van wie een jaar in het bestand is, met een tot vier uur in dat jaar.",
      en: "Part of those a year in stock who had one to four hours in that year."),
    .contactHoursOver4: MetricWords(
      nl: "Deel van wie een jaar in het bestand is, met vier uur of meer in dat jaar.",
      en: "Part of those a year in stock who had four hours or more in that year."),
    .waitingForWorker: MetricWords(
      .lower,
      nl: "Hoe lang een klant wacht tot er een klantmanager is; wie niet wacht telt mee met 0.",
      en: "How long a client waits until there is a worker; who does not wait counts with 0."),
    .waitingForTrajectory: MetricWords(
      .lower, nl: "Hoe lang het duurt van het voorstel tot de start van een traject.",
      en: "How long it takes from the proposal of a trajectory to its start."),
  ]
}
