import CaseloadModel

// Metrics of trajectories, work and money.
extension MetricCatalog {
  static func trajectories(_ metric: Metric) -> MetricDefinition {
    switch metric {
    case .trajectoryStarts:
      MetricDefinition(
        metric: metric, title: "Trajectories started per year",
        dutchTitle: "Gestarte trajecten per jaar", section: .trajectories, unit: .perYear,
        decimals: 0, isHeadline: true, isPerGroup: true,
        definition: "Trajectories that start, per year.")
    case .trajectorySuccess:
      MetricDefinition(
        metric: metric, title: "Trajectories that succeed",
        dutchTitle: "Geslaagde trajecten", section: .trajectories, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Of the trajectories that end in the window, drop-outs included, the share that ends \
          in success. Success is gross: some would have succeeded without.
          """)
    case .serviceUnmet:
      MetricDefinition(
        metric: metric, title: "Waiting for a trajectory",
        dutchTitle: "Wachtend op een traject", section: .trajectories, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: true,
        definition: """
          Share of the stock for whom a trajectory has been asked for and has not started.
          """)
    case .trajectoryRunning:
      MetricDefinition(
        metric: metric, title: "Clients on a trajectory",
        dutchTitle: "Klanten in een traject", section: .trajectories, unit: .persons, decimals: 0,
        isHeadline: false, isPerGroup: true,
        definition: """
          Clients in stock whose trajectory runs, mean over observations.
          """)
    case .trajectoryPlacements:
      MetricDefinition(
        metric: metric, title: "Placements by trajectories, per year",
        dutchTitle: "Plaatsingen door trajecten, per jaar", section: .trajectories, unit: .perYear,
        decimals: 0,
        isHeadline: false, isPerGroup: false,
        definition: """
          Trajectories that end in a placement in regular or subsidised work, per year.
          """)
    default: preconditionFailure("\(metric.id) is not a metric of trajectories")
    }
  }

  static func work(_ metric: Metric) -> MetricDefinition {
    switch metric {
    case .workloadUtilisation:
      MetricDefinition(
        metric: metric, title: "Time in office that is worked",
        dutchTitle: "Benutting van aanwezige tijd", section: .work, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: false,
        definition: "Minutes worked divided by minutes present, overtime included in both.")
    case .workloadBacklogDays:
      MetricDefinition(
        metric: metric, title: "Backlog in working days",
        dutchTitle: "Werkvoorraad in werkdagen", section: .work, unit: .workingDays,
        decimals: 1, isHeadline: true, isPerGroup: false,
        definition: """
          Time that the work waiting for a worker takes, in the worker's own working days, at \
          the end of each month, averaged over workers and months.
          """)
    case .workloadTasksDone:
      MetricDefinition(
        metric: metric, title: "Tasks that get done",
        dutchTitle: "Taken die worden gedaan", section: .work, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: false,
        definition: """
          Tasks and planned contacts completed in the window divided by tasks created and \
          contacts that fell due in it; above 1 when a backlog is worked off.
          """)
    case .workloadPressureHigh:
      MetricDefinition(
        metric: metric, title: "Workers under high pressure",
        dutchTitle: "Medewerkers met hoge werkdruk", section: .work, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: false,
        definition: """
          Share of workers whose backlog reaches their own threshold for high pressure, at the \
          end of each month, averaged over the months.
          """)
    case .workloadTooLarge:
      MetricDefinition(
        metric: metric, title: "Workers with too large a caseload",
        dutchTitle: "Medewerkers met te grote caseload", section: .work, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: false,
        definition: """
          Share of workers whose caseload per full-time equivalent exceeds their own norm, at \
          the end of each month, averaged over the months.
          """)
    case .timeAdministration:
      MetricDefinition(
        metric: metric, title: "Time on administration",
        dutchTitle: "Tijd aan administratie", section: .work, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: false,
        definition:
          "Share of worked minutes that goes to registration, steering and accountability.")
    case .timeContact:
      MetricDefinition(
        metric: metric, title: "Time on contact",
        dutchTitle: "Tijd aan contact", section: .work, unit: .share,
        decimals: 1, isHeadline: true, isPerGroup: false,
        definition: """
          Share of worked minutes that goes to contact with clients, with preparation, missed \
          appointments, letters and e-mails.
          """)
    case .timeOther:
      MetricDefinition(
        metric: metric, title: "Time on other tasks",
        dutchTitle: "Tijd aan overige taken", section: .work, unit: .share,
        decimals: 1, isHeadline: false, isPerGroup: false,
        definition: """
          Share of worked minutes that goes to coordination, side tasks and requests for \
          trajectories.
          """)
    case .workloadOverAWeek:
      MetricDefinition(
        metric: metric, title: "Workers over a week behind",
        dutchTitle: "Medewerkers meer dan een week achter", section: .work, unit: .share,
        decimals: 1,
        isHeadline: false, isPerGroup: false,
        definition: """
          Share of workers with clients whose backlog of tasks and overdue contacts exceeds five \\
          working days.
          """)
    case .workloadPressureByCaseload:
      MetricDefinition(
        metric: metric, title: "Correlation of caseload and pressure",
        dutchTitle: "Samenhang caseload en werkdruk", section: .work, unit: .ratio, decimals: 2,
        isHeadline: false, isPerGroup: false,
        definition: """
          Correlation over workers, at an observation, of clients per fte with the backlog relative to \\
          what the worker bears; the mean over observations.
          """)
    case .workloadSwapped12m:
      MetricDefinition(
        metric: metric, title: "Workers who swapped clients",
        dutchTitle: "Medewerkers met caseloadwissel", section: .work, unit: .share, decimals: 1,
        isHeadline: false, isPerGroup: false,
        definition: """
          Share of workers with clients who exchanged part of the caseload with a colleague in the last \\
          year.
          """)
    default: preconditionFailure("\(metric.id) is not a metric of work")
    }
  }

  static func money(_ metric: Metric) -> MetricDefinition {
    switch metric {
    case .costStaff:
      MetricDefinition(
        metric: metric, title: "Staff, euro per year",
        dutchTitle: "Personeel, euro per jaar", section: .money, unit: .euroPerYear,
        decimals: 0, isHeadline: true, isPerGroup: false,
        definition: """
          Full-time equivalents of everybody employed on the day of an observation times their \
          price, per year; posts that are vacant cost nothing.
          """)
    case .costInstruments:
      MetricDefinition(
        metric: metric, title: "Trajectories, euro per year",
        dutchTitle: "Trajecten, euro per jaar", section: .money, unit: .euroPerYear,
        decimals: 0, isHeadline: true, isPerGroup: false,
        definition: "Prices of the trajectories that start and of purchased expertise, per year.")
    case .costBenefits:
      MetricDefinition(
        metric: metric, title: "Benefits, euro per year",
        dutchTitle: "Uitkeringen, euro per jaar", section: .money, unit: .euroPerYear,
        decimals: 0, isHeadline: true, isPerGroup: false,
        definition: """
          Client-years in stock times the price of a benefit of the segment, less what part-time \
          work saves, per year.
          """)
    case .costPerWorkExit:
      MetricDefinition(
        metric: metric, title: "Cost per exit to work, euro",
        dutchTitle: "Kosten per uitstroom naar werk, euro", section: .money, unit: .euro,
        decimals: 0, isHeadline: true, isPerGroup: false,
        definition: "Cost of staff and trajectories divided by exits to regular or subsidised work."
      )
    default: preconditionFailure("\(metric.id) is not a metric of money")
    }
  }
}
