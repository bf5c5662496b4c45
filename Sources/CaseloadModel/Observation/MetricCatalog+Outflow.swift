// Metrics of outflow and progress.
extension MetricCatalog {
  /// Metrics of outflow.
  static let outflow: [MetricDefinition] = [
    MetricDefinition(
      .outflowTotal, id: "outflow.total.rate",
      title: "Outflow, total", dutchTitle: "Uitstroom, totaal",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .perClientYear(.exits),
      definition: """
        Exits from the stock for any reason per client-year in stock.
        """),
    MetricDefinition(
      .outflowWork, id: "outflow.work.rate",
      title: "Outflow to regular work", dutchTitle: "Uitstroom naar regulier werk",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .perClientYear(.exitsToWork),
      definition: """
        Exits to regular paid work per client-year in stock.
        """),
    MetricDefinition(
      .outflowSubsidised, id: "outflow.subsidised.rate",
      title: "Outflow to subsidised work", dutchTitle: "Uitstroom naar gesubsidieerd werk",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.exitsToSubsidisedWork),
      definition: """
        Exits to work with a subsidy per client-year in stock.
        """),
    MetricDefinition(
      .outflowOther, id: "outflow.other.rate",
      title: "Outflow for other reasons", dutchTitle: "Uitstroom om andere redenen",
      section: .outflow, unit: .perClientYear, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.exitsForOtherReasons),
      definition: """
        Exits for all other reasons (partner, income, moving, an ended right that a talk \
        finds, a benefit that is ended after missed appointments, at a talk or after a \
        check, pension, death, the longest time that the law allows, another law that the \
        scenario does not hold) per client-year in stock.
        """),
    MetricDefinition(
      .outflowWorkSustained12m, id: "outflow.work.sustained12m.share",
      title: "Work that lasts twelve months", dutchTitle: "Na werk een jaar niet terug",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.workExitsLasting12m, of: .exitsToWork, .exitsToSubsidisedWork),
      definition: """
        Of the exits to regular or subsidised work in the window, the share of persons who \
        do not return within 365 days; returns after the end of the window count too.
        """),
    MetricDefinition(
      .relapse6m, id: "relapse.6m.share",
      title: "Return within six months", dutchTitle: "Terug binnen een half jaar",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .share(.exitsReturningIn6m, of: .exits),
      definition: """
        Of all exits in the window, for whatever reason, the share of persons who return \
        within 182 days; returns after the end of the window count too.
        """),
    MetricDefinition(
      .relapse12m, id: "relapse.12m.share",
      title: "Return within twelve months", dutchTitle: "Terug binnen een jaar",
      section: .outflow, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .share(.exitsReturningIn12m, of: .exits),
      definition: """
        Of all exits in the window, for whatever reason, the share of persons who return \
        within 365 days; returns after the end of the window count too.
        """),
    MetricDefinition(
      .progressUp, id: "progress.up.perClientYear",
      title: "Steps up per client and year",
      dutchTitle: "Stappen dichter bij werk, per klant per jaar",
      section: .outflow, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.stepsUp),
      definition: """
        Steps up in true readiness, on a ladder of six equal rungs, per client-year in \
        stock.
        """),
    MetricDefinition(
      .progressDown, id: "progress.down.perClientYear",
      title: "Steps down per client and year",
      dutchTitle: "Stappen verder van werk, per klant per jaar",
      section: .outflow, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.stepsDown),
      definition: """
        Steps down in true readiness, on a ladder of six equal rungs, per client-year in \
        stock.
        """),
    MetricDefinition(
      .workPartTime, id: "work.partTime.share",
      title: "Works part time beside the benefit", dutchTitle: "Deeltijdwerk naast de uitkering",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.worksPartTime } },
      definition: """
        Share of clients in stock who work part time beside the benefit.
        """),
    MetricDefinition(
      .vacanciesFilled, id: "vacancies.filled.share",
      title: "Vacancies filled", dutchTitle: "Vacatures vervuld door klanten",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .allTogether, accrual: .share(.vacanciesFilled, of: .vacanciesEnded),
      definition: """
        Share of vacancies that a client of the organisation fills, of those that are \
        filled, withdrawn or taken by others.
        """),
    MetricDefinition(
      .outflowTotalPerYear, id: "outflow.total.perYear",
      title: "People leaving per year", dutchTitle: "Uitstroom per jaar",
      section: .outflow, unit: .personsPerYear, decimals: 0, isHeadline: false,
      groups: .perGroup, accrual: .perYear(.exits),
      definition: """
        Exits from the stock for any reason per year.
        """),
    MetricDefinition(
      .outflowWorkPerYear, id: "outflow.work.perYear",
      title: "Exits to regular work per year",
      dutchTitle: "Uitstroom naar regulier werk, personen per jaar",
      section: .outflow, unit: .personsPerYear, decimals: 0, isHeadline: false,
      groups: .perGroup, accrual: .perYear(.exitsToWork),
      definition: """
        Exits to regular paid work per year.
        """),
    MetricDefinition(
      .outflowSubsidisedPerYear, id: "outflow.subsidised.perYear",
      title: "Exits to subsidised work per year",
      dutchTitle: "Uitstroom naar gesubsidieerd werk, personen per jaar",
      section: .outflow, unit: .personsPerYear, decimals: 0, isHeadline: false,
      groups: .perGroup, accrual: .perYear(.exitsToSubsidisedWork),
      definition: """
        Exits to work with a subsidy per year.
        """),
    MetricDefinition(
      .outflowOtherPerYear, id: "outflow.other.perYear",
      title: "Exits for other reasons per year",
      dutchTitle: "Uitstroom om andere redenen, personen per jaar",
      section: .outflow, unit: .personsPerYear, decimals: 0, isHeadline: false,
      groups: .perGroup, accrual: .perYear(.exitsForOtherReasons),
      definition: """
        Exits per year for all reasons other than work; outflow.other.rate lists them.
        """),
  ]
}
