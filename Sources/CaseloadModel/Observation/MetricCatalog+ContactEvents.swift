// Metrics of what talks and invitations lead to.
extension MetricCatalog {
  /// Metrics of what happens at contacts.
  static let contactEvents: [MetricDefinition] = [
    MetricDefinition(
      .attentionStock, id: "contact.attention.mean",
      title: "Attention that clients have had", dutchTitle: "Aandacht die klanten hebben gehad",
      section: .contact, unit: .hours, decimals: 2, isHeadline: false,
      groups: .perGroup,
      accrual: .meanOfStock { $0.add { $0.attention } },
      definition: """
        Mean over the clients in stock, at each observation, of what is left of the attention \
        that contacts of the present spell have given, in hours of a first talk in one room \
        with somebody who knows all about the client; 0 where attention has no effect in the \
        scenario.
        """),
    MetricDefinition(
      .outflowFound, id: "outflow.found.rate",
      title: "Right to benefit found ended at a talk",
      dutchTitle: "Bij een gesprek gebleken dat het recht is vervallen",
      section: .outflow, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.exitsFound),
      definition: """
        Exits because a contact, by any channel that has a yield, brought changed \
        circumstances to light, per client-year in stock; part of the exits for other reasons.
        """),
    MetricDefinition(
      .outflowBeforeTalk, id: "outflow.beforeTalk.rate",
      title: "Left between invitation and talk",
      dutchTitle: "Vertrokken tussen oproep en gesprek",
      section: .outflow, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.exitsBeforeTalk),
      definition: """
        Exits of clients who were called in and left because of it, before the talk, per client-year \
        in stock; part of the exits to work and for other reasons.
        """),
    MetricDefinition(
      .referrals, id: "referral.perClientYear",
      title: "Referrals to a vacancy", dutchTitle: "Voordrachten voor een vacature",
      section: .outflow, unit: .perClientYear, decimals: 2, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.referrals),
      definition: """
        Planned two-way talks that lead to a referral to a vacancy from outside the streams of \
        vacancies, per client-year in stock.
        """),
    MetricDefinition(
      .referralsHired, id: "referral.hired.share",
      title: "Referrals that end in work", dutchTitle: "Voordrachten die tot werk leiden",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .ratio(.referralsHired, to: .referrals),
      bounds: 0...Double.infinity,
      definition: """
        Exits to work by a referral that is decided in the window, per referral made in the \
        window. A referral is decided some days after the talk, so that over a short time the \
        value may exceed 1; who leaves before the decision is not hired.
        """),
  ]
}
