// Metrics of trajectories.
extension MetricCatalog {
  /// Metrics of trajectories and needs.
  static let trajectories: [MetricDefinition] = [
    MetricDefinition(
      .trajectoryStarts, id: "trajectory.starts.perYear",
      title: "Trajectories started per year", dutchTitle: "Gestarte trajecten per jaar",
      section: .trajectories, unit: .perYear, decimals: 0, isHeadline: true,
      groups: .perGroup, accrual: .perYear(.trajectoryStarts),
      definition: """
        Trajectories that start, per year.
        """),
    MetricDefinition(
      .trajectorySuccess, id: "trajectory.success.share",
      title: "Trajectories that succeed", dutchTitle: "Geslaagde trajecten (bruto)",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .share(.trajectorySuccesses, of: .trajectoryEnds),
      definition: """
        Of the trajectories that end in the window, drop-outs and those that an exit cuts short \
        included, the share that ends as it was meant to. An exit to work on the way is no \
        success; it has a share of its own. Success is gross: some would have succeeded without.
        """),
    MetricDefinition(
      .trajectoryLeftForWork, id: "trajectory.leftForWork.share",
      title: "Trajectories cut short by work", dutchTitle: "Trajecten afgebroken door werk",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .share(.trajectoriesLeftForWork, of: .trajectoryEnds),
      definition: """
        Of the trajectories that end in the window, the share in which the client left for \
        regular or subsidised work before the end.
        """),
    MetricDefinition(
      .serviceUnmet, id: "service.unmet.share",
      title: "Clients without support that they need",
      dutchTitle: "Klanten zonder nodige ondersteuning",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: true,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.supportGap != .none } },
      definition: """
        Share of the stock with a need for support that is not met. Needs arise and end with \
        barriers (knowledge.attributes.supportShare); a need is met while an instrument runs that \
        serves it, and ends with its success. An instrument that takes no barrier in particular \
        away serves all. The parts by cause (service.unmet.….share) add up to this share.
        """),
    MetricDefinition(
      .unmetUnknown, id: "service.unmet.unknown.share",
      title: "Clients whose needs nobody knows", dutchTitle: "Klanten met onbekende behoefte",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.supportGap == .unknown } },
      definition: """
        Share of the stock with a need for support that is not met, where the organisation does \
        not know of any of the needs that are not met.
        """),
    MetricDefinition(
      .unmetNotOffered, id: "service.unmet.notOffered.share",
      title: "Clients with a known need and no offer",
      dutchTitle: "Klanten met bekende behoefte zonder aanbod",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.supportGap == .notOffered } },
      definition: """
        Share of the stock with a need for support that is not met, where the organisation knows \
        of a need that is not met, and has offered nothing for it.
        """),
    MetricDefinition(
      .unmetNoPlace, id: "service.unmet.noPlace.share",
      title: "Clients with an offer and no place",
      dutchTitle: "Klanten met aanbod zonder plaats of geld",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.supportGap == .noPlace } },
      definition: """
        Share of the stock with a need for support that is not met, where an instrument was \
        offered, and there is no place or no money for it.
        """),
    MetricDefinition(
      .unmetWaiting, id: "service.unmet.waiting.share",
      title: "Clients whose request is on its way", dutchTitle: "Klanten met lopende aanvraag",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup, accrual: .shareOfStock { $0.mark { $0.supportGap == .waiting } },
      definition: """
        Share of the stock with a need for support that is not met, where an instrument was \
        offered, and the request is to be written or is being dealt with.
        """),
    MetricDefinition(
      .trajectoryWaiting, id: "trajectory.waiting.share",
      title: "Waiting for a trajectory", dutchTitle: "Wacht op een traject",
      section: .trajectories, unit: .share, decimals: 1, isHeadline: false,
      groups: .perGroup,
      accrual: .shareOfStock {
        $0.mark { $0.waitsForTrajectory }
      },
      definition: """
        Share of the stock for whom a trajectory has been asked for and has not started: the \
        request is to be written, is being dealt with, or waits for a place.
        """),
    MetricDefinition(
      .trajectoryRunning, id: "trajectory.running.clients",
      title: "Clients on a trajectory", dutchTitle: "Klanten in een traject",
      section: .trajectories, unit: .persons, decimals: 0, isHeadline: false,
      groups: .perGroup, accrual: .countOfStock { $0.mark { $0.trajectoryStage == .running } },
      definition: """
        Clients in stock whose trajectory runs, mean over observations.
        """),
    MetricDefinition(
      .trajectoryPlacements, id: "trajectory.placements.perYear",
      title: "Placements by trajectories, per year",
      dutchTitle: "Plaatsingen na een traject, per jaar",
      section: .trajectories, unit: .perYear, decimals: 0, isHeadline: false,
      groups: .allTogether, accrual: .perYear(.placements),
      definition: """
        Trajectories that end in a placement in regular or subsidised work, per year.
        """),
  ]
}
