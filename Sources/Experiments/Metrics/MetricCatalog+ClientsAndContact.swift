import CaseloadModel

// Metrics of clients, caseloads and contact.
extension MetricCatalog {
  static func clients(_ metric: Metric) -> MetricDefinition {
    switch metric {
    case .stockClients:
      MetricDefinition(
        metric: metric, title: "Clients in stock",
        dutchTitle: "Cliënten in bestand", section: .clients, unit: .persons,
        decimals: 0, isHeadline: true, isPerGroup: true,
        definition: """
          Persons on benefit at the end of a month, averaged over the months of the window.
          """)
    case .inflowPerYear:
      MetricDefinition(
        metric: metric, title: "People coming in per year",
        dutchTitle: "Instroom per jaar", section: .clients, unit: .personsPerYear,
        decimals: 0, isHeadline: true, isPerGroup: true,
        definition: """
          Persons who enter the stock per year: new applicants who are granted a benefit and \
          people who return after an exit.
          """)
    case .inflowReturningShare:
      MetricDefinition(
        metric: metric, title: "Part of inflow that returns",
        dutchTitle: "Aandeel terugkeerders in instroom", section: .clients, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          Share of the persons who enter the stock that had a benefit before, within the run, \
          and come back.
          """)
    case .caseloadPerWorkerMean:
      MetricDefinition(
        metric: metric, title: "Clients per worker",
        dutchTitle: "Cliënten per medewerker", section: .clients, unit: .clientsPerWorker,
        decimals: 0, isHeadline: true, isPerGroup: false,
        definition: """
          Clients who have a worker divided by workers in service, at the end of each month, \
          averaged over the months. Workers who are ill or on leave count; unfilled vacancies \
          do not.
          """)
    case .caseloadPerWorkerP10:
      MetricDefinition(
        metric: metric, title: "Clients per worker, 10th percentile",
        dutchTitle: "Cliënten per medewerker, 10e percentiel", section: .clients,
        unit: .clientsPerWorker,
        decimals: 0, isHeadline: false, isPerGroup: false,
        definition: """
          The caseload that a tenth of the workers in service stay below, at the end of each \
          month, averaged over the months.
          """)
    case .caseloadPerWorkerP50:
      MetricDefinition(
        metric: metric, title: "Clients per worker, median",
        dutchTitle: "Cliënten per medewerker, mediaan", section: .clients, unit: .clientsPerWorker,
        decimals: 0, isHeadline: false, isPerGroup: false,
        definition: """
          The caseload that half of the workers in service stay below, at the end of each \
          month, averaged over the months.
          """)
    case .caseloadPerWorkerP90:
      MetricDefinition(
        metric: metric, title: "Clients per worker, 90th percentile",
        dutchTitle: "Cliënten per medewerker, 90e percentiel", section: .clients,
        unit: .clientsPerWorker,
        decimals: 0, isHeadline: false, isPerGroup: false,
        definition: """
          The caseload that nine in ten of the workers in service stay below, at the end of \
          each month, averaged over the months.
          """)
    case .caseloadPerFte:
      MetricDefinition(
        metric: metric, title: "Clients per fte",
        dutchTitle: "Cliënten per fte", section: .clients, unit: .clientsPerFte,
        decimals: 0, isHeadline: true, isPerGroup: false,
        definition: """
          Clients who have a worker divided by the full-time equivalents in service, at the \
          end of each month, averaged over the months.
          """)
    case .durationOver5y:
      MetricDefinition(
        metric: metric, title: "On benefit for over five years",
        dutchTitle: "Langer dan vijf jaar in de uitkering", section: .clients, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          Share of the stock whose current spell on benefit began at least 1,826 days ago.
          """)
    case .durationEndedUnder1y:
      MetricDefinition(
        metric: metric, title: "Ended spells of under a year",
        dutchTitle: "Beëindigd binnen een jaar", section: .clients, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: "Share of the spells that end in the window that lasted less than 365.25 days.")
    case .inflowDiverted:
      MetricDefinition(
        metric: metric, title: "Work in place of a benefit, per year",
        dutchTitle: "Werk in plaats van uitkering, per jaar", section: .clients,
        unit: .personsPerYear, decimals: 0, isHeadline: false, isPerGroup: false,
        definition: """
          Granted applicants in the highest group who get a contract in place of a benefit, per year, \
          whether the contract ends in work or not.
          """)
    case .caseloadWaiting:
      MetricDefinition(
        metric: metric, title: "Waiting for a worker",
        dutchTitle: "Wacht op een klantmanager", section: .clients, unit: .share, decimals: 1,
        isHeadline: false, isPerGroup: false,
        definition: """
          Share of clients in stock who have no worker, because every caseload is at its cap, at the \
          end of a month.
          """)
    default: preconditionFailure("\(metric.id) is not a metric of clients")
    }
  }

  static func contact(_ metric: Metric) -> MetricDefinition {
    switch metric {
    case .unseen6m:
      MetricDefinition(
        metric: metric, title: "Unseen for six months",
        dutchTitle: "Zes maanden niet gezien", section: .contact, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock without two-way personal contact (face to face, by phone or by \
          video) in the last 182 days. Group sessions, letters and e-mails do not count. For \
          people without any contact the count runs from the start of their spell.
          """)
    case .unseen12m:
      MetricDefinition(
        metric: metric, title: "Unseen for twelve months",
        dutchTitle: "Twaalf maanden niet gezien", section: .contact, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock without two-way personal contact in the last 365 days, counted as \
          in unseen.6m.share.
          """)
    case .unseen24m:
      MetricDefinition(
        metric: metric, title: "Unseen for two years",
        dutchTitle: "Twee jaar niet gezien", section: .contact, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock without two-way personal contact in the last 730 days, counted as \
          in unseen.6m.share.
          """)
    case .unseen6mExcludingNew:
      MetricDefinition(
        metric: metric, title: "Unseen, without new clients",
        dutchTitle: "Niet gezien, zonder nieuwe cliënten", section: .contact, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          The same share as unseen.6m.share among clients who have been in stock for at least \
          182 days.
          """)
    case .unseen6mAnyChannel:
      MetricDefinition(
        metric: metric, title: "No contact of any kind for six months",
        dutchTitle: "Zes maanden geen enkel contact", section: .contact, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          Share of the stock without contact through any channel, letters and e-mails \
          included, in the last 182 days.
          """)
    case .unseenNever:
      MetricDefinition(
        metric: metric, title: "Never seen since intake",
        dutchTitle: "Nooit gezien na de intake", section: .contact, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          Share of the stock without two-way personal contact after the intake of the current \
          spell.
          """)
    case .contactSinceLastP50:
      MetricDefinition(
        metric: metric, title: "Days since last contact, median",
        dutchTitle: "Dagen sinds contact, mediaan", section: .contact, unit: .days,
        decimals: 0, isHeadline: true, isPerGroup: false,
        definition: """
          The number of days since the last two-way personal contact that half of the stock \
          does not exceed, at the end of each month, averaged over the months.
          """)
    case .contactSinceLastP90:
      MetricDefinition(
        metric: metric, title: "Days since last contact, nine in ten",
        dutchTitle: "Dagen sinds contact, negen op de tien", section: .contact, unit: .days,
        decimals: 0, isHeadline: false, isPerGroup: false,
        definition: """
          The number of days since the last two-way personal contact that nine in ten of the \
          stock do not exceed, at the end of each month, averaged over the months.
          """)
    case .contactPerClientYear:
      MetricDefinition(
        metric: metric, title: "Contacts per client and year",
        dutchTitle: "Contacten per cliënt per jaar", section: .contact, unit: .perClientYear,
        decimals: 2, isHeadline: true, isPerGroup: true,
        definition: """
          Completed two-way personal contacts per client-year in stock. Missed appointments, \
          letters and e-mails do not count.
          """)
    case .agreementsNone:
      MetricDefinition(
        metric: metric, title: "Without current agreements",
        dutchTitle: "Zonder lopende afspraken", section: .contact, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: "Share of the stock without a plan whose end date is still to come.")
    case .contactOverdue:
      MetricDefinition(
        metric: metric, title: "Contact overdue",
        dutchTitle: "Contact over tijd", section: .contact, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock whose next planned contact should have taken place already, by \
          the contact norm of the group or the interval of the rest policy.
          """)
    case .equityContactHours:
      MetricDefinition(
        metric: metric, title: "Contact time, readiest to least ready",
        dutchTitle: "Contacttijd, dichtstbij t.o.v. verst", section: .contact, unit: .ratio,
        decimals: 2, isHeadline: false, isPerGroup: false,
        definition: """
          Contact minutes per client in the fifth of the stock that is truly readiest for \
          work, divided by those in the fifth that is least ready; minutes of clients who left \
          in the month are not counted.
          """)
    case .contactMissed:
      MetricDefinition(
        metric: metric, title: "Appointments missed",
        dutchTitle: "Gemiste afspraken", section: .contact, unit: .share, decimals: 1,
        isHeadline: false, isPerGroup: false,
        definition: """
          Share of appointments for planned contacts that the client misses.
          """)
    case .campaignAttendance:
      MetricDefinition(
        metric: metric, title: "Attendance in campaigns",
        dutchTitle: "Opkomst bij campagnes", section: .contact, unit: .share, decimals: 1,
        isHeadline: false, isPerGroup: false,
        definition: """
          Share of appointments of clients called in by a campaign that the client keeps.
          """)
    default: preconditionFailure("\(metric.id) is not a metric of contact")
    }
  }
}
