import CaseloadModel

// Words for needs for support, for what happens at talks, and for work that is not got to.
extension MetricWords {
  static let support: [Metric: MetricWords] = [
    .workloadNotAllTasks: MetricWords(
      .lower,
      nl: "Deel van het personeel dat tussen twee waarnemingen aan een soort werk niet toekwam.",
      en: "Part of the staff who between two observations did not get to some kind of work."),
    .campaignUnseen: MetricWords(
      .lower, nl: "Van de klanten voor wie de campagne is: het deel dat lang niet gesproken is.",
      en: "Of the clients whom the campaign is for: the part that has not been spoken to for long."),
    .trajectoryWaiting: MetricWords(
      .lower, nl: "Deel van de klanten dat op een aangevraagd traject wacht.",
      en: "Part of the clients who wait for a trajectory that was asked for."),
    .unmetUnknown: MetricWords(
      .lower, nl: "Deel van de klanten met een behoefte die niemand bij de organisatie kent.",
      en: "Part of the clients with a need that nobody in the organisation knows of."),
    .unmetNotOffered: MetricWords(
      .lower, nl: "Deel van de klanten met een bekende behoefte, zonder dat er iets is aangeboden.",
      en: "Part of the clients with a known need for which nothing was offered."),
    .unmetNoPlace: MetricWords(
      .lower, nl: "Deel van de klanten met een aanbod waarvoor geen plaats of geld is.",
      en: "Part of the clients with an offer for which there is no place or money."),
    .unmetWaiting: MetricWords(
      .lower, nl: "Deel van de klanten met een aanbod waarvan de aanvraag nog loopt.",
      en: "Part of the clients with an offer whose request is on its way."),
    .transfersPerYear: MetricWords(
      nl: "Hoeveel klanten per jaar naar een andere wet gaan, anders dan door het maximum.",
      en: "How many clients go on to another law per year, other than at the longest time."),
    .attentionStock: MetricWords(
      .higher, nl: "Hoeveel uur aandacht van recente gesprekken bij klanten nog doorwerkt.",
      en: "How many hours of attention from recent talks still work on clients."),
    .outflowFound: MetricWords(
      nl: "Hoe vaak bij een contact blijkt dat het recht op de uitkering is vervallen.",
      en: "How often a contact shows that the right to the benefit has ended."),
    .outflowBeforeTalk: MetricWords(
      nl: "Hoe vaak klanten na de uitnodiging en nog voor het gesprek weggaan.",
      en: "How often clients leave after the invitation and before the talk."),
    .referrals: MetricWords(
      .higher, nl: "Hoe vaak een klantmanager een klant naar een vacature verwijst.",
      en: "How often a worker refers a client to a vacancy."),
    .referralsHired: MetricWords(
      .higher, nl: "Deel van de verwijzingen waarna de werkgever de klant aanneemt.",
      en: "Part of the referrals after which the employer takes the client."),
    .outflowTotalPerYear: MetricWords(
      .higher, nl: "Hoeveel klanten per jaar uit de uitkering gaan.",
      en: "How many clients leave the benefit per year."),
    .outflowWorkPerYear: MetricWords(
      .higher, nl: "Hoeveel klanten per jaar naar gewoon werk gaan.",
      en: "How many clients leave for regular work per year."),
    .outflowSubsidisedPerYear: MetricWords(
      .higher, nl: "Hoeveel klanten per jaar naar werk met subsidie gaan.",
      en: "How many clients leave for subsidised work per year."),
    .outflowOtherPerYear: MetricWords(
      nl: "Hoeveel klanten per jaar om andere redenen uit de uitkering gaan.",
      en: "How many clients leave for other reasons per year."),
  ]
}
