// Metrics of newcomers, who are followed from their first day on benefit.
extension MetricCatalog {
  /// Metrics of newcomers who are followed.
  static let newcomers: [MetricDefinition] = [
    MetricDefinition(
      .cohortOffBenefit12m, id: "cohort.offBenefit.12m.share",
      title: "Newcomers off benefit after a year",
      dutchTitle: "Nieuwkomers na een jaar uit de uitkering",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .byGroupAtIntake,
      accrual: .share(.newcomersOffBenefit, of: .newcomersOfAYear),
      definition: """
        Share of newcomers who are not on benefit 365 days after they came in. Newcomers are \
        persons who come on benefit for the first time within the window; each is followed \
        whatever happens, returns included, and counts at the first observation at which 365 \
        days are over, so that those who come less than 365 days before the end of the run are \
        left out. A group counts those whom the first intake places in it; somebody without an \
        intake is in none. A segment counts those who come in in it.
        """),
    MetricDefinition(
      .cohortWork12m, id: "cohort.work.12m.share",
      title: "Newcomers in work after a year",
      dutchTitle: "Nieuwkomers na een jaar aan het werk",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .byGroupAtIntake,
      accrual: .share(.newcomersAtWork, of: .newcomersOfAYear),
      definition: """
        Share of newcomers who 365 days after they came in are off benefit and last left it \
        for work, subsidised or not. Newcomers are persons who come on benefit for the first \
        time within the window; each is followed whatever happens, returns included, and \
        counts at the first observation at which 365 days are over, so that those who come \
        less than 365 days before the end of the run are left out. A group counts those whom \
        the first intake places in it; somebody without an intake is in none. A segment counts \
        those who come in in it.
        """),
    MetricDefinition(
      .cohortLeftForWork12m, id: "cohort.leftForWork.12m.share",
      title: "Newcomers who left for work in a year",
      dutchTitle: "Nieuwkomers binnen een jaar naar werk",
      section: .outflow, unit: .share, decimals: 1, isHeadline: false,
      groups: .byGroupAtIntake,
      accrual: .share(.newcomersWhoLeftForWork, of: .newcomersOfAYear),
      definition: """
        Share of newcomers who leave for work, subsidised or not, within 365 days, whether \
        they return or not. Newcomers are persons who come on benefit for the first time \
        within the window; each is followed whatever happens, returns included, and counts at \
        the first observation at which 365 days are over, so that those who come less than 365 \
        days before the end of the run are left out. A group counts those whom the first \
        intake places in it; somebody without an intake is in none. A segment counts those who \
        come in in it.
        """),
    MetricDefinition(
      .cohortBenefitDays1y, id: "cohort.benefitDays.1y.mean",
      title: "Benefit days of newcomers, first year",
      dutchTitle: "Uitkeringsdagen van nieuwkomers, jaar 1",
      section: .outflow, unit: .days, decimals: 0, isHeadline: false,
      groups: .byGroupAtIntake,
      accrual: .ratio(.benefitDaysOfAYear, to: .newcomersOfAYear),
      definition: """
        Mean calendar days on benefit within 365 days after coming in. Newcomers are persons \
        who come on benefit for the first time within the window; each is followed whatever \
        happens, returns included, and counts at the first observation at which 365 days are \
        over, so that those who come less than 365 days before the end of the run are left \
        out. A group counts those whom the first intake places in it; somebody without an \
        intake is in none. A segment counts those who come in in it.
        """),
    MetricDefinition(
      .cohortBenefitDays2y, id: "cohort.benefitDays.2y.mean",
      title: "Benefit days of newcomers, two years",
      dutchTitle: "Uitkeringsdagen van nieuwkomers, 2 jaar",
      section: .outflow, unit: .days, decimals: 0, isHeadline: false,
      groups: .byGroupAtIntake,
      accrual: .ratio(.benefitDaysOfTwoYears, to: .newcomersOfTwoYears),
      definition: """
        Mean calendar days on benefit within 730 days after coming in. Newcomers are persons \
        who come on benefit for the first time within the window; each is followed whatever \
        happens, returns included, and counts at the first observation at which 730 days are \
        over, so that those who come less than 730 days before the end of the run are left \
        out. A group counts those whom the first intake places in it; somebody without an \
        intake is in none. A segment counts those who come in in it.
        """),
    MetricDefinition(
      .cohortWorkDays1y, id: "cohort.workDays.1y.mean",
      title: "Days in work of newcomers, first year",
      dutchTitle: "Dagen in werk van nieuwkomers, jaar 1",
      section: .outflow, unit: .days, decimals: 0, isHeadline: false,
      groups: .byGroupAtIntake,
      accrual: .ratio(.workDaysOfAYear, to: .newcomersOfAYear),
      definition: """
        Mean calendar days, weekends included, within 365 days after coming in, that are spent \
        off benefit after an exit to work, subsidised or not; work beside the benefit does not \
        count. Newcomers are persons who come on benefit for the first time within the window; \
        each is followed whatever happens, returns included, and counts at the first \
        observation at which 365 days are over, so that those who come less than 365 days \
        before the end of the run are left out. A group counts those whom the first intake \
        places in it; somebody without an intake is in none. A segment counts those who come \
        in in it.
        """),
    MetricDefinition(
      .cohortWorkDays2y, id: "cohort.workDays.2y.mean",
      title: "Days in work of newcomers, two years",
      dutchTitle: "Dagen in werk van nieuwkomers, 2 jaar",
      section: .outflow, unit: .days, decimals: 0, isHeadline: false,
      groups: .byGroupAtIntake,
      accrual: .ratio(.workDaysOfTwoYears, to: .newcomersOfTwoYears),
      definition: """
        Mean calendar days, weekends included, within 730 days after coming in, that are spent \
        off benefit after an exit to work, subsidised or not; work beside the benefit does not \
        count. Newcomers are persons who come on benefit for the first time within the window; \
        each is followed whatever happens, returns included, and counts at the first \
        observation at which 730 days are over, so that those who come less than 730 days \
        before the end of the run are left out. A group counts those whom the first intake \
        places in it; somebody without an intake is in none. A segment counts those who come \
        in in it.
        """),
  ]
}
