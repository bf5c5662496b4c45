// Metrics of contact.
extension MetricCatalog {
  /// Metrics of contact.
  static let contact: [MetricDefinition] = [
    MetricDefinition(
      .unseen6m, id: "unseen.6m.share",
      title: "Unseen for six months", dutchTitle: "Zes maanden niet gesproken",
      section: .contact, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.daysUnseen >= 182 } },
      definition: """
        Share of the stock without two-way personal contact (face to face, by phone or by \
        video) in the last 182 days. Group sessions, letters and e-mails do not count. For \
        people without any contact the count runs from the start of their spell.
        """),
    MetricDefinition(
      .unseen12m, id: "unseen.12m.share",
      title: "Unseen for twelve months", dutchTitle: "Een jaar niet gesproken",
      section: .contact, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.daysUnseen >= 365 } },
      definition: """
        Share of the stock without two-way personal contact in the last 365 days, counted as \
        in unseen.6m.share.
        """),
    MetricDefinition(
      .unseen24m, id: "unseen.24m.share",
      title: "Unseen for two years", dutchTitle: "Twee jaar niet gesproken",
      section: .contact, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.daysUnseen >= 730 } },
      definition: """
        Share of the stock without two-way personal contact in the last 730 days, counted as \
        in unseen.6m.share.
        """),
    MetricDefinition(
      .unseen6mExcludingNew, id: "unseen.6m.excludingNew.share",
      title: "Unseen, without new clients",
      dutchTitle: "Zes maanden niet gesproken, zonder nieuwe klanten",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock(among: { $0.mark { $0.daysInStock >= 182 } }) {
        $0.mark { $0.daysInStock >= 182 && $0.daysUnseen >= 182 }
      },
      definition: """
        The same share as unseen.6m.share among clients who have been in stock for at least \
        182 days.
        """),
    MetricDefinition(
      .unseen6mAnyChannel, id: "unseen.6m.anyChannel.share",
      title: "No contact of any kind for six months", dutchTitle: "Zes maanden geen enkel contact",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.daysWithoutAnyContact >= 182 } },
      definition: """
        Share of the stock without contact through any channel, letters and e-mails \
        included, in the last 182 days.
        """),
    MetricDefinition(
      .unseenNever, id: "unseen.never.share",
      title: "Never seen since intake", dutchTitle: "Na de intake niet meer gesproken",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.contactsAfterIntake == 0 } },
      definition: """
        Share of the stock without two-way personal contact after the intake of the current \
        spell.
        """),
    MetricDefinition(
      .contactSinceLastP50, id: "contact.sinceLast.days.p50",
      title: "Days since last contact, median",
      dutchTitle: "Dagen sinds laatste gesprek, middelste klant",
      section: .contact, unit: .days, decimals: 0, isHeadline: true,
      groups: .allTogether, accrual: .meanOverStock { $0.daysUnseen(quantile: 0.5) },
      definition: """
        The number of days since the last two-way personal contact that half of the stock does \
        not exceed, at each observation, averaged over the observations.
        """),
    MetricDefinition(
      .contactSinceLastP90, id: "contact.sinceLast.days.p90",
      title: "Days since last contact, nine in ten",
      dutchTitle: "Dagen sinds laatste gesprek, negen op de tien",
      section: .contact, unit: .days, decimals: 0, isHeadline: false,
      groups: .allTogether, accrual: .meanOverStock { $0.daysUnseen(quantile: 0.9) },
      definition: """
        The number of days since the last two-way personal contact that nine in ten of the \
        stock do not exceed, at each observation, averaged over the observations.
        """),
    MetricDefinition(
      .contactPerClientYear, id: "contact.perClientYear",
      title: "Contacts per client and year", dutchTitle: "Gesprekken per klant per jaar",
      section: .contact, unit: .perClientYear, decimals: 2, isHeadline: true,
      groups: .perGroup, accrual: .perClientYear(.contacts),
      definition: """
        Completed two-way personal contacts per client-year in stock. Missed appointments, \
        letters and e-mails do not count.
        """),
    MetricDefinition(
      .agreementsNone, id: "agreements.none.share",
      title: "Without current agreements", dutchTitle: "Zonder lopend plan van aanpak",
      section: .contact, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { !$0.hasAgreements } },
      definition: """
        Share of the stock without a plan whose end date is still to come.
        """),
    MetricDefinition(
      .contactOverdue, id: "contact.overdue.share",
      title: "Contact overdue", dutchTitle: "Gesprek te laat",
      section: .contact, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.isOverdue } },
      definition: """
        Share of the stock whose next planned contact should have taken place already, by \
        the contact norm of the group or the interval of the rest policy.
        """),
    MetricDefinition(
      .equityContactHours, id: "equity.contactHours.ratio",
      title: "Contact time, readiest to least ready",
      dutchTitle: "Gesprekstijd: dichtst bij werk ÷ verst van werk",
      section: .contact, unit: .ratio, decimals: 2, isHeadline: false,
      groups: .allTogether,
      accrual: .ratio(.contactMinutesOfReadiest, to: .contactMinutesOfLeastReady),
      definition: """
        Contact minutes in the window of clients who at the contact are as ready for work as \
        the readiest fifth of the stock, divided by those of clients who are as far from it as \
        the least ready fifth; true readiness, with the fifths of the stock at the observation \
        that follows.
        """),
    MetricDefinition(
      .contactMissed, id: "contact.missed.share",
      title: "Appointments missed", dutchTitle: "Niet verschenen (no-show)",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .allTogether, accrual: .share(.appointmentsMissed, of: .appointments),
      definition: """
        Share of appointments for planned contacts that the client misses.
        """),
    MetricDefinition(
      .campaignAttendance, id: "campaign.attendance.share",
      title: "Attendance in campaigns", dutchTitle: "Opkomst bij de klant-in-beeldactie",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .allTogether, accrual: .share(.campaignAppointmentsKept, of: .campaignAppointments),
      definition: """
        Share of appointments of clients called in by a campaign that the client keeps.
        """),
    MetricDefinition(
      .campaignUnseen, id: "campaign.unseen.share",
      title: "Unseen among those of a campaign",
      dutchTitle: "Niet gezien binnen de doelgroep van een campagne",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perCampaign, accrual: .share(.clientsInScopeUnseen, of: .clientsInScope),
      definition: """
        Of the clients in stock whose segment and believed group a campaign is for and whose \
        intake is done, the share without two-way personal contact for as many days as the \
        campaign asks; at every observation, before, during and after it.
        """),
  ]
}
