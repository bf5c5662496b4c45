// Metrics of how long spells on benefit last, and of exits by time on benefit.
extension MetricCatalog {
  /// Metrics of time on benefit.
  static let spells: [MetricDefinition] = [
    MetricDefinition(
      .transfersPerYear, id: "transfers.perYear",
      title: "Transfers to another law, per year",
      dutchTitle: "Overgang naar andere wet, per jaar",
      section: .outflow, unit: .personsPerYear, decimals: 0, isHeadline: false,
      groups: .perGroup,
      accrual: .perYear(.transfers),
      definition: """
        Clients who go over to another law at a rate (population.transfers), per year; they \
        count in the group and in the segment that they leave. Those who leave the \
        organisation by it are among the exits for other reasons too; those who come to a \
        limit are not counted here.
        """),
    MetricDefinition(
      .durationEndedUnder6m, id: "duration.ended.under6m.share",
      title: "Ended spells, under six months",
      dutchTitle: "Van wie weggaat: korter dan een half jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exitsUnder6m, of: .exits),
      definition: """
        Share of the spells that end in the window that lasted less than 182.625 days.
        """),
    MetricDefinition(
      .durationEnded6to12m, id: "duration.ended.6to12m.share",
      title: "Ended spells, six to twelve months",
      dutchTitle: "Van wie weggaat: half tot heel jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exits6to12m, of: .exits),
      definition: """
        Share of the spells that end in the window that lasted 182.625 days or more and less \
        than 365.25.
        """),
    MetricDefinition(
      .durationEnded1to2y, id: "duration.ended.1to2y.share",
      title: "Ended spells, one to two years",
      dutchTitle: "Van wie weggaat: een tot twee jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exits1to2y, of: .exits),
      definition: """
        Share of the spells that end in the window that lasted 365.25 days or more and less \
        than 730.5.
        """),
    MetricDefinition(
      .durationEnded2to5y, id: "duration.ended.2to5y.share",
      title: "Ended spells, two to five years",
      dutchTitle: "Van wie weggaat: twee tot vijf jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exits2to5y, of: .exits),
      definition: """
        Share of the spells that end in the window that lasted 730.5 days or more and less \
        than 1,826.
        """),
    MetricDefinition(
      .durationEndedOver5y, id: "duration.ended.over5y.share",
      title: "Ended spells, over five years",
      dutchTitle: "Van wie weggaat: vijf jaar en langer",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exitsOver5y, of: .exits),
      definition: """
        Share of the spells that end in the window that lasted 1,826 days or more.
        """),
    MetricDefinition(
      .durationUnder6m, id: "duration.stock.under6m.share",
      title: "On benefit, under six months",
      dutchTitle: "In de uitkering, korter dan een half jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock { $0.mark { $0.spellLength == .under6Months } },
      definition: """
        Share of the stock whose current spell on benefit began less than 183 whole days \
        ago.
        """),
    MetricDefinition(
      .duration6to12m, id: "duration.stock.6to12m.share",
      title: "On benefit, six to twelve months",
      dutchTitle: "In de uitkering, half tot heel jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock { $0.mark { $0.spellLength == .from6To12Months } },
      definition: """
        Share of the stock whose current spell on benefit began 183 to 365 whole days ago.
        """),
    MetricDefinition(
      .duration1to2y, id: "duration.stock.1to2y.share",
      title: "On benefit, one to two years",
      dutchTitle: "In de uitkering, een tot twee jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock { $0.mark { $0.spellLength == .from1To2Years } },
      definition: """
        Share of the stock whose current spell on benefit began 366 to 730 whole days ago.
        """),
    MetricDefinition(
      .duration2to5y, id: "duration.stock.2to5y.share",
      title: "On benefit, two to five years",
      dutchTitle: "In de uitkering, twee tot vijf jaar",
      section: .clients, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock { $0.mark { $0.spellLength == .from2To5Years } },
      definition: """
        Share of the stock whose current spell on benefit began 731 to 1,825 whole days ago.
        """),
    MetricDefinition(
      .outflowUnder6m, id: "outflow.under6m.rate",
      title: "Outflow, under six months",
      dutchTitle: "Uitstroom, korter dan een half jaar",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.exitsUnder6m, in: .clientYearsUnder6m),
      definition: """
        Exits for any reason after less than 182.625 days on benefit, per client-year in stock \
        of that length: the exit hazard by time on benefit. Of a group or segment, the time \
        since the last observation counts for the one that the client is in at the next \
        observation or at the exit.
        """),
    MetricDefinition(
      .outflow6to12m, id: "outflow.6to12m.rate",
      title: "Outflow, six to twelve months",
      dutchTitle: "Uitstroom, half tot heel jaar",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.exits6to12m, in: .clientYears6to12m),
      definition: """
        Exits for any reason after 182.625 days or more and less than 365.25 on benefit, per \
        client-year in stock of that length: the exit hazard by time on benefit. Time and exits of a \
        group or segment are those in it at the moment.
        """),
    MetricDefinition(
      .outflow1to2y, id: "outflow.1to2y.rate",
      title: "Outflow, one to two years",
      dutchTitle: "Uitstroom, een tot twee jaar",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.exits1to2y, in: .clientYears1to2y),
      definition: """
        Exits for any reason after 365.25 days or more and less than 730.5 on benefit, per \
        client-year in stock of that length: the exit hazard by time on benefit. Time and exits of a \
        group or segment are those in it at the moment.
        """),
    MetricDefinition(
      .outflow2to5y, id: "outflow.2to5y.rate",
      title: "Outflow, two to five years",
      dutchTitle: "Uitstroom, twee tot vijf jaar",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.exits2to5y, in: .clientYears2to5y),
      definition: """
        Exits for any reason after 730.5 days or more and less than 1,826 on benefit, per \
        client-year in stock of that length: the exit hazard by time on benefit. Time and exits of a \
        group or segment are those in it at the moment.
        """),
    MetricDefinition(
      .outflowOver5y, id: "outflow.over5y.rate",
      title: "Outflow, over five years",
      dutchTitle: "Uitstroom, vijf jaar en langer",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .perClientYear(.exitsOver5y, in: .clientYearsOver5y),
      definition: """
        Exits for any reason after 1,826 days or more on benefit, per client-year in stock of \
        that length: the exit hazard by time on benefit. Time and exits of a \
        group or segment are those in it at the moment.
        """),
  ]
}
