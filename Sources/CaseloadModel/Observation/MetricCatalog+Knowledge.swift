// Metrics of knowledge.
extension MetricCatalog {
  /// Metrics of knowledge.
  static let knowledge: [MetricDefinition] = [
    MetricDefinition(
      .knowledgeCurrency, id: "knowledge.currency.mean",
      title: "Currency of knowledge", dutchTitle: "Hoe actueel de klantkennis is (0–1)",
      section: .knowledge, unit: .index, decimals: 2, isHeadline: true,
      groups: .perGroup, accrual: .meanOfStock { $0.add { $0.level.currency } },
      definition: """
        Expected validity of what the organisation holds on a client, weighted over \
        attributes: the chance that a stored value was right when observed and that the \
        truth has not changed since, 0 where nothing is held; averaged over the stock.
        """),
    MetricDefinition(
      .knowledgeAccuracy, id: "knowledge.accuracy.mean",
      title: "Accuracy of knowledge", dutchTitle: "Hoeveel klantkennis echt klopt (0–1)",
      section: .knowledge, unit: .index, decimals: 2, isHeadline: false,
      groups: .perGroup, accrual: .meanOfStock { $0.add { $0.level.accuracy } },
      definition: """
        Share of the attributes, by weight, whose stored value equals the truth; averaged \
        over the stock. The organisation itself cannot know this; the engine can. In the mean \
        it is what knowledge.currency.mean expects, but for mistakes that keep themselves: where \
        norms differ by group, a client who is wrongly put in a group with long intervals is \
        seen again later, so wrong items last longer than right ones.
        """),
    MetricDefinition(
      .knowledgeNotInView, id: "knowledge.notInView.share",
      title: "Not in view", dutchTitle: "Niet in beeld (kennis verouderd)",
      section: .knowledge, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { !$0.isInView } },
      definition: """
        Share of the stock whose currency lies below the threshold \
        knowledge.inViewThreshold, or who have not been spoken to yet in this spell, \
        whatever a file from elsewhere says.
        """),
    MetricDefinition(
      .knowledgePrivateShare, id: "knowledge.private.share",
      title: "Known to the worker alone", dutchTitle: "Klantkennis buiten het systeem",
      section: .knowledge, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup,
      accrual: .ratioOfStock(
        { $0.add { $0.level.privateOnly } }, to: { $0.add { $0.level.currency } }),
      definition: """
        Part of the currency of the stock that only the worker's own notes and memory hold \
        and the register does not.
        """),
    MetricDefinition(
      .knowledgeLostAtHandover, id: "knowledge.lostAtHandover.perYear",
      title: "Knowledge lost at handover", dutchTitle: "Kennisverlies bij overdracht",
      section: .knowledge, unit: .perClientYear, decimals: 3, isHeadline: false,
      groups: .perGroup, accrual: .perClientYear(.currencyLost),
      definition: """
        Currency (0…1 per client) lost when clients change worker, per client-year in stock.
        """),
    MetricDefinition(
      .classificationCorrect, id: "knowledge.classificationCorrect.share",
      title: "Believed group is the true one", dutchTitle: "Klanten in de juiste groep",
      section: .knowledge, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.believedGroup == $0.trueGroup } },
      definition: """
        Share of the stock that the organisation believes to be in the group that the true \
        readiness puts them in.
        """),
    MetricDefinition(
      .potentialHidden, id: "potential.hidden.share",
      title: "Hidden potential", dutchTitle: "Dichter bij werk dan gedacht",
      section: .knowledge, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup,
      accrual: .shareOfStock { $0.mark { $0.isTrulyReadiest && $0.believedGroup < $0.trueGroup } },
      definition: """
        Share of the stock that truly belongs to the readiest group and is believed to \
        belong to a lower one.
        """),
  ]
}
