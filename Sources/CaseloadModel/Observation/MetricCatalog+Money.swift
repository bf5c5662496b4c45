// Metrics of money.
extension MetricCatalog {
  /// Metrics of money.
  static let money: [MetricDefinition] = [
    MetricDefinition(
      .costStaff, id: "cost.staff.perYear",
      title: "Staff, euro per year", dutchTitle: "Personeelskosten, euro per jaar",
      section: .money, unit: .euroPerYear, decimals: 0, isHeadline: true,
      groups: .perRole, accrual: .perYear(.staffEuro),
      definition: """
        Full-time equivalents of everybody employed times their price, from day to day, per \
        year; posts that are vacant cost nothing.
        """),
    MetricDefinition(
      .staffFte, id: "staff.fte.mean",
      title: "Staff employed, fte", dutchTitle: "Personeel in dienst, fte",
      section: .money, unit: .fte, decimals: 1, isHeadline: false,
      groups: .perRole, accrual: .perYear(.fteYears),
      definition: """
        Full-time equivalents of everybody employed, on the average of all days; posts that \
        are vacant are not in it.
        """),
    MetricDefinition(
      .staffHours, id: "staff.hours.perYear",
      title: "Hours in office, per year", dutchTitle: "Uren aan het werk, per jaar",
      section: .money, unit: .hoursPerYear, decimals: 0, isHeadline: false,
      groups: .perRole, accrual: .perYear(.hoursPresent),
      definition: """
        Hours in office of everybody employed, overtime included, leave and sickness not, \
        per year.
        """),
    MetricDefinition(
      .costInstruments, id: "cost.instruments.perYear",
      title: "Trajectories, expertise, euro per year",
      dutchTitle: "Trajecten en expertise, euro per jaar",
      section: .money, unit: .euroPerYear, decimals: 0, isHeadline: true,
      groups: .allTogether, accrual: .perYear(.purchasesEuro),
      definition: """
        Prices of the trajectories that start and of purchased expertise, per year.
        """),
    MetricDefinition(
      .costBenefits, id: "cost.benefits.perYear",
      title: "Benefits, euro per year", dutchTitle: "Uitkeringslasten, euro per jaar",
      section: .money, unit: .euroPerYear, decimals: 0, isHeadline: true,
      groups: .allTogether, accrual: .perYear(.benefitsEuro),
      definition: """
        Client-years in stock times the price of a benefit of the segment, less what part- \
        time work saves, per year.
        """),
    MetricDefinition(
      .costPerWorkExit, id: "cost.perWorkExit",
      title: "Cost per exit to work, euro",
      dutchTitle: "Gemiddelde kosten per klant die naar werk gaat, euro",
      section: .money, unit: .euro, decimals: 0, isHeadline: true,
      groups: .allTogether,
      accrual: .ratio(.purchasesEuro, .staffEuro, to: .exitsToWork, .exitsToSubsidisedWork),
      definition: """
        Cost of staff, trajectories and purchased expertise divided by exits to regular or \
        subsidised work.
        """),
  ]
}
