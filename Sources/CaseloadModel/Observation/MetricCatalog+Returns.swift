// Metrics of returns, by time and by the reason of the exit.
extension MetricCatalog {
  /// Metrics of returns.
  static let returns: [MetricDefinition] = [
    MetricDefinition(
      .relapse1m, id: "relapse.1m.share",
      title: "Return within one month",
      dutchTitle: "Terug binnen een maand",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exitsReturningIn1m, of: .exits),
      definition: """
        Of all exits in the window, for whatever reason, the share of persons who return \
        within 30 days; returns after the end of the window count too.
        """),
    MetricDefinition(
      .relapse24m, id: "relapse.24m.share",
      title: "Return within two years",
      dutchTitle: "Terug binnen twee jaar",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exitsReturningIn24m, of: .exits),
      definition: """
        Of all exits in the window, for whatever reason, the share of persons who return \
        within 730 days; returns after the end of the window count too.
        """),
    MetricDefinition(
      .relapse60m, id: "relapse.60m.share",
      title: "Return within five years",
      dutchTitle: "Terug binnen vijf jaar",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.exitsReturningIn60m, of: .exits),
      definition: """
        Of all exits in the window, for whatever reason, the share of persons who return \
        within 1,826 days; returns after the end of the window count too.
        """),
    MetricDefinition(
      .relapseAfterWork12m, id: "relapse.afterWork.12m.share",
      title: "Return in a year, after work",
      dutchTitle: "Terug binnen een jaar, na werk",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.workExitsReturningIn12m, of: .exitsToWork, .exitsToSubsidisedWork),
      definition: """
        Of the exits to regular or subsidised work in the window, the share of persons who \
        return within 365 days; returns after the end of the window count too.
        """),
    MetricDefinition(
      .relapseAfterOther12m, id: "relapse.afterOther.12m.share",
      title: "Return in a year, own reasons",
      dutchTitle: "Terug binnen een jaar, eigen redenen",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.ownExitsReturningIn12m, of: .ownExits),
      definition: """
        Of the exits that the client's own life brings (partner, income, moving; found at a \
        talk or not) in the window, the share of persons who return within 365 days; returns \
        after the end of the window count too.
        """),
    MetricDefinition(
      .relapseAfterSanction12m, id: "relapse.afterSanction.12m.share",
      title: "Return in a year, after a sanction",
      dutchTitle: "Terug binnen een jaar, na maatregel",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.sanctionExitsReturningIn12m, of: .sanctionExits),
      definition: """
        Of the benefits that are ended in the window after missed appointments, at a talk or \
        after a check, the share of persons who return within 365 days; returns after the \
        end of the window count too.
        """),
    MetricDefinition(
      .relapseAfterLimit12m, id: "relapse.afterLimit.12m.share",
      title: "Return in a year, after the limit",
      dutchTitle: "Terug binnen een jaar, na maximum",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .share(.limitExitsReturningIn12m, of: .limitExits),
      definition: """
        Of the exits at the longest time that a law allows in the window, the share of \
        persons who return within 365 days; returns after the end of the window count too.
        """),
  ]
}
