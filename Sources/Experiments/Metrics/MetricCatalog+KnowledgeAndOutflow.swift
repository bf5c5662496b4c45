import CaseloadModel

// Metrics of knowledge, outflow and progress.
extension MetricCatalog {
  static func knowledge(_ metric: Metric) -> MetricDefinition {
    switch metric {
    case .knowledgeCurrency:
      MetricDefinition(
        metric: metric, title: "Currency of knowledge",
        dutchTitle: "Actualiteit van kennis", section: .knowledge, unit: .index,
        decimals: 2, isHeadline: true, isPerGroup: true,
        definition: """
          Expected validity of what the organisation holds on a client, weighted over \
          attributes: the chance that a stored value was right when observed and that the \
          truth has not changed since, 0 where nothing is held; averaged over the stock.
          """)
    case .knowledgeAccuracy:
      MetricDefinition(
        metric: metric, title: "Accuracy of knowledge",
        dutchTitle: "Juistheid van kennis", section: .knowledge, unit: .index,
        decimals: 2, isHeadline: false, isPerGroup: true,
        definition: """
          Share of the attributes, by weight, whose stored value equals the truth; averaged \
          over the stock. The organisation itself cannot know this; the engine can.
          """)
    case .knowledgeNotInView:
      MetricDefinition(
        metric: metric, title: "Not in view",
        dutchTitle: "Niet in beeld", section: .knowledge, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock whose currency lies below the threshold \
          knowledge.inViewThreshold.
          """)
    case .knowledgePrivateShare:
      MetricDefinition(
        metric: metric, title: "Known to the worker alone",
        dutchTitle: "Alleen bij de medewerker bekend", section: .knowledge, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Part of the currency of the stock that only the worker's own notes and memory hold \
          and the register does not.
          """)
    case .knowledgeLostAtHandover:
      MetricDefinition(
        metric: metric, title: "Knowledge lost at handover",
        dutchTitle: "Kennisverlies bij overdracht", section: .knowledge, unit: .perClientYear,
        decimals: 3, isHeadline: false, isPerGroup: true,
        definition: """
          Currency (0…1 per client) lost when clients change worker, per client-year in stock.
          """)
    case .classificationCorrect:
      MetricDefinition(
        metric: metric, title: "Believed group is the true one",
        dutchTitle: "Indeling klopt", section: .knowledge, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock that the organisation believes to be in the group that the true \
          readiness puts them in.
          """)
    case .potentialHidden:
      MetricDefinition(
        metric: metric, title: "Hidden potential",
        dutchTitle: "Verborgen potentieel", section: .knowledge, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock that truly belongs to the readiest group and is believed to \
          belong to a lower one.
          """)
    default: preconditionFailure("\(metric.id) is not a metric of knowledge")
    }
  }

  static func outflow(_ metric: Metric) -> MetricDefinition {
    switch metric {
    case .outflowTotal:
      MetricDefinition(
        metric: metric, title: "Outflow, total",
        dutchTitle: "Uitstroom, totaal", section: .outflow, unit: .perClientYear,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: "Exits from the stock for any reason per client-year in stock.")
    case .outflowWork:
      MetricDefinition(
        metric: metric, title: "Outflow to regular work",
        dutchTitle: "Uitstroom naar regulier werk", section: .outflow, unit: .perClientYear,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: "Exits to regular paid work per client-year in stock.")
    case .outflowSubsidised:
      MetricDefinition(
        metric: metric, title: "Outflow to subsidised work",
        dutchTitle: "Uitstroom naar gesubsidieerd werk", section: .outflow, unit: .perClientYear,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: "Exits to work with a subsidy per client-year in stock.")
    case .outflowOther:
      MetricDefinition(
        metric: metric, title: "Outflow for other reasons",
        dutchTitle: "Uitstroom om andere redenen", section: .outflow, unit: .perClientYear,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          Exits for all other reasons (partner, income, moving, missed appointments, pension, \
          death) per client-year in stock.
          """)
    case .outflowWorkSustained12m:
      MetricDefinition(
        metric: metric, title: "Work that lasts twelve months",
        dutchTitle: "Twaalf maanden duurzaam aan het werk", section: .outflow, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          Of the exits to regular or subsidised work in the window, the share of persons who \
          do not return within 365 days; returns after the end of the window count too.
          """)
    case .relapse6m:
      MetricDefinition(
        metric: metric, title: "Return within six months",
        dutchTitle: "Terugkeer binnen zes maanden", section: .outflow, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: """
          Of all exits in the window, the share of persons who return within 182 days; returns \
          after the end of the window count too.
          """)
    case .relapse12m:
      MetricDefinition(
        metric: metric, title: "Return within twelve months",
        dutchTitle: "Terugkeer binnen twaalf maanden", section: .outflow, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Of all exits in the window, the share of persons who return within 365 days; returns \
          after the end of the window count too.
          """)
    case .progressUp:
      MetricDefinition(
        metric: metric, title: "Steps up per client and year",
        dutchTitle: "Treden omhoog per cliënt per jaar", section: .outflow, unit: .perClientYear,
        decimals: 2, isHeadline: false, isPerGroup: true,
        definition: """
          Steps up in true readiness, on a ladder of six equal rungs, per client-year in \
          stock.
          """)
    case .progressDown:
      MetricDefinition(
        metric: metric, title: "Steps down per client and year",
        dutchTitle: "Treden omlaag per cliënt per jaar", section: .outflow, unit: .perClientYear,
        decimals: 2, isHeadline: false, isPerGroup: true,
        definition: """
          Steps down in true readiness, on a ladder of six equal rungs, per client-year in \
          stock.
          """)
    case .workPartTime:
      MetricDefinition(
        metric: metric, title: "Works part time beside the benefit",
        dutchTitle: "Werkt in deeltijd naast de uitkering", section: .outflow, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: true,
        definition: "Share of clients in stock who work part time beside the benefit.")
    case .vacanciesFilled:
      MetricDefinition(
        metric: metric, title: "Vacancies filled",
        dutchTitle: "Vervulde vacatures", section: .outflow, unit: .share, decimals: 1,
        isHeadline: false, isPerGroup: false,
        definition: """
          Share of vacancies that a client of the organisation fills, of those that are filled, \
          withdrawn or taken by others.
          """)
    default: preconditionFailure("\(metric.id) is not a metric of outflow")
    }
  }
}
