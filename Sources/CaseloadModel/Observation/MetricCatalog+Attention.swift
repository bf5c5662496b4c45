// Metrics of who gets how much contact, who begins it, and who waits.
extension MetricCatalog {
  /// Metrics of attention.
  static let attention: [MetricDefinition] = [
    MetricDefinition(
      .contactByWorkers, id: "contact.byWorkers.perClientYear",
      title: "Contacts begun by workers",
      dutchTitle: "Gesprekken op initiatief van de klantmanager",
      section: .contact, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.contactsBegunByWorkers),
      definition: """
        Two-way personal contacts that did not answer a request of the client (planned talks, \
        intakes, talks of a campaign and talks on the progress of a trajectory), per \
        client-year in stock.
        """),
    MetricDefinition(
      .contactByClients, id: "contact.byClients.perClientYear",
      title: "Contacts begun by clients",
      dutchTitle: "Gesprekken op initiatief van de klant",
      section: .contact, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.contactsBegunByClients),
      definition: """
        Two-way personal contacts in which a request of the client was answered, per \
        client-year in stock.
        """),
    MetricDefinition(
      .contactHours, id: "contact.hours.perClientYear",
      title: "Contact hours per client and year",
      dutchTitle: "Contacturen per klant per jaar",
      section: .contact, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.contactHours),
      definition: """
        Hours that workers, those of campaigns included, spend on contacts that take place, by \
        any channel, per client-year in stock. Preparation is included; missed appointments \
        and writing down what was said are left out.
        """),
    MetricDefinition(
      .contactHoursNone, id: "contact.hours.none.share",
      title: "No contact time in a year",
      dutchTitle: "Geen contacttijd in een jaar",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock(
        among: { $0.mark { $0.contactHours != .unknown } }, { $0.mark { $0.contactHours == .none } }
      ),
      definition: """
        Of the clients who at an observation have been in stock for 366 whole days or more, \
        the share with no contact time, preparation included, in the twelve months (of 30.4 \
        days) whose end is nearest to the observation, as far as they have passed; none are \
        known in the first 366 days of the run.
        """),
    MetricDefinition(
      .contactHoursUnder1, id: "contact.hours.under1.share",
      title: "Under an hour of contact in a year",
      dutchTitle: "Minder dan een uur contact per jaar",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock(
        among: { $0.mark { $0.contactHours != .unknown } },
        { $0.mark { $0.contactHours == .under1 } }),
      definition: """
        Of the clients who at an observation have been in stock for 366 whole days or more, \
        the share with more than none and less than an hour of contact, preparation included, \
        in the twelve months (of 30.4 days) whose end is nearest to the observation, as far as \
        they have passed; none are known in the first 366 days of the run.
        """),
    MetricDefinition(
      .contactHours1to4, id: "contact.hours.1to4.share",
      title: "One to four hours of contact in a year",
      dutchTitle: "Een tot vier uur contact per jaar",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock(
        among: { $0.mark { $0.contactHours != .unknown } },
        { $0.mark { $0.contactHours == .from1To4 } }),
      definition: """
        Of the clients who at an observation have been in stock for 366 whole days or more, \
        the share with one hour or more and less than four of contact, preparation included, \
        in the twelve months (of 30.4 days) whose end is nearest to the observation, as far as \
        they have passed; none are known in the first 366 days of the run.
        """),
    MetricDefinition(
      .contactHoursOver4, id: "contact.hours.over4.share",
      title: "Four hours of contact or more a year",
      dutchTitle: "Vier uur contact of meer per jaar",
      section: .contact, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock(
        among: { $0.mark { $0.contactHours != .unknown } },
        { $0.mark { $0.contactHours == .over4 } }),
      definition: """
        Of the clients who at an observation have been in stock for 366 whole days or more, \
        the share with four hours or more of contact, preparation included, in the twelve \
        months (of 30.4 days) whose end is nearest to the observation, as far as they have \
        passed; none are known in the first 366 days of the run.
        """),
    MetricDefinition(
      .waitingForWorker, id: "waiting.worker.days.mean",
      title: "Days until a worker takes the client",
      dutchTitle: "Dagen tot een klantmanager de klant heeft",
      section: .work, unit: .days, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .ratio(.daysWaitedForWorker, to: .workersGiven),
      definition: """
        Mean calendar days that clients have waited when they get a worker, of those who get \
        one in the window: all who come in, with no days when there is room at once, and those \
        for whom nobody had room when their worker left. Who passes from one worker to the \
        next without a wait does not count, nor does who leaves while waiting.
        """),
    MetricDefinition(
      .waitingForTrajectory, id: "waiting.trajectory.days.mean",
      title: "Days from proposal to trajectory",
      dutchTitle: "Dagen van voorstel tot start traject",
      section: .trajectories, unit: .days, decimals: 0, isHeadline: false,
      groups: .perGroup,
      accrual: .ratio(.daysWaitedForInstrument, to: .trajectoryStarts),
      definition: """
        Mean calendar days from the talk at which an instrument is proposed to its start \
        (assessment, request, its handling and the wait for a place), of the trajectories that \
        start in the window, whenever they were proposed.
        """),
  ]
}
