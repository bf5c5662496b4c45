// Metrics of clients and caseloads.
extension MetricCatalog {
  /// Metrics of clients and caseloads.
  static let clients: [MetricDefinition] = [
    MetricDefinition(
      .stockClients, id: "stock.clients",
      title: "Clients in stock", dutchTitle: "Klanten in het bestand",
      section: .clients, unit: .persons, decimals: 0, isHeadline: true,
      groups: .perGroup, accrual: .stock,
      definition: """
        Persons on benefit at each observation of the window, averaged over the observations.
        """),
    MetricDefinition(
      .inflowPerYear, id: "inflow.perYear",
      title: "People coming in per year", dutchTitle: "Instroom per jaar",
      section: .clients, unit: .personsPerYear, decimals: 0, isHeadline: true,
      groups: .byGroupAtIntake, accrual: .perYear(.entries),
      definition: """
        Persons who enter the stock per year: new applicants who are granted a benefit and \
        people who return after an exit. A group counts those whom the intake places in it, \
        at the moment of the intake; who leaves before that is in no group.
        """),
    MetricDefinition(
      .inflowReturningShare, id: "inflow.returning.share",
      title: "Part of inflow that returns", dutchTitle: "Terugkeerders in de instroom",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .byGroupAtIntake, accrual: .share(.returns, of: .entries),
      definition: """
        Share of the persons who enter the stock that had a benefit before, in the run or \
        before its start, and come back. A group counts those whom the intake places in it.
        """),
    MetricDefinition(
      .caseloadPerWorkerMean, id: "caseload.perWorker.mean",
      title: "Clients per worker", dutchTitle: "Caseload per klantmanager",
      section: .clients, unit: .clientsPerWorker, decimals: 0, isHeadline: true,
      groups: .allTogether, accrual: .meanOverStaff { $0.meanCaseload },
      definition: """
        Clients who have a worker divided by the workers who carry a caseload, at each \
        observation, averaged over the observations. Workers who are ill or on leave count; \
        vacant posts and workers of roles without clients do not.
        """),
    MetricDefinition(
      .caseloadPerWorkerP10, id: "caseload.perWorker.p10",
      title: "Clients per worker, 10th percentile", dutchTitle: "Caseload, laagste tiende",
      section: .clients, unit: .clientsPerWorker, decimals: 0, isHeadline: false,
      groups: .allTogether, accrual: .meanOverStaff { $0.caseload(quantile: 0.1) },
      definition: """
        The caseload with a tenth of the workers who carry one below it, on a straight line \
        between the two nearest of them (definition 7 of Hyndman and Fan), at each \
        observation, averaged over the observations.
        """),
    MetricDefinition(
      .caseloadPerWorkerP50, id: "caseload.perWorker.p50",
      title: "Clients per worker, median", dutchTitle: "Caseload, middelste klantmanager",
      section: .clients, unit: .clientsPerWorker, decimals: 0, isHeadline: false,
      groups: .allTogether, accrual: .meanOverStaff { $0.caseload(quantile: 0.5) },
      definition: """
        The caseload with half of the workers who carry one below it, on a straight line \
        between the two nearest of them (definition 7 of Hyndman and Fan), at each \
        observation, averaged over the observations.
        """),
    MetricDefinition(
      .caseloadPerWorkerP90, id: "caseload.perWorker.p90",
      title: "Clients per worker, 90th percentile", dutchTitle: "Caseload, hoogste tiende",
      section: .clients, unit: .clientsPerWorker, decimals: 0, isHeadline: false,
      groups: .allTogether, accrual: .meanOverStaff { $0.caseload(quantile: 0.9) },
      definition: """
        The caseload with nine tenths of the workers who carry one below it, on a straight \
        line between the two nearest of them (definition 7 of Hyndman and Fan), at each \
        observation, averaged over the observations.
        """),
    MetricDefinition(
      .caseloadPerFte, id: "caseload.perFte",
      title: "Clients per fte", dutchTitle: "Caseload per fte",
      section: .clients, unit: .clientsPerFte, decimals: 0, isHeadline: true,
      groups: .allTogether, accrual: .meanOverStaff { $0.clientsPerFte },
      definition: """
        Clients who have a worker divided by the full-time equivalents of the workers who \
        carry a caseload, at each observation, averaged over the observations.
        """),
    MetricDefinition(
      .durationOver5y, id: "duration.stock.over5y.share",
      title: "On benefit for over five years", dutchTitle: "Langer dan vijf jaar een uitkering",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.daysInStock >= 1_826 } },
      definition: """
        Share of the stock whose current spell on benefit began at least 1,826 days ago.
        """),
    MetricDefinition(
      .durationEndedUnder1y, id: "duration.ended.under1y.share",
      title: "Ended spells of under a year", dutchTitle: "Uitstroom na minder dan een jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .share(.exitsUnder1y, of: .exits),
      definition: """
        Share of the spells that end in the window that lasted less than 365.25 days.
        """),
    MetricDefinition(
      .inflowDiverted, id: "inflow.diverted.perYear",
      title: "Work in place of a benefit, per year",
      dutchTitle: "Meteen werk in plaats van uitkering, per jaar",
      section: .clients, unit: .personsPerYear, decimals: 0, isHeadline: false,
      groups: .allTogether, accrual: .perYear(.diversions),
      definition: """
        Granted applicants in inflow.workFirstFrom or a higher group (the highest alone when \
        that is empty) who get a contract in place of a benefit, per year, whether the \
        contract ends in work or not.
        """),
    MetricDefinition(
      .caseloadWaiting, id: "caseload.waiting.share",
      title: "Waiting for a worker", dutchTitle: "Nog zonder klantmanager",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .allTogether, accrual: .share(.clientsWithoutWorker, of: .clientsObserved),
      definition: """
        Share of clients in stock who have no worker at an observation, because every caseload \
        that they could join is at its cap or nobody carries one.
        """),
  ]
}
