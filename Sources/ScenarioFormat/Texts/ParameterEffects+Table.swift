// Made by scripts/measure-parameter-effects; do not edit.

extension ParameterEffects {
  /// How the figures were made.
  static let origin = "municipality-2014, 8 pairs of 24 months"

  /// One line for each key: the key, its lower and higher value, and metrics with their change in percent.
  static let table = """
    population.segments.workFactor -25% +25% outflow.work.rate +38.0 workload.pressureHigh.share -32.1 cost.perWorkExit -27.3 service.unmet.share -26.0 workload.backlog.days.mean -23.5
    population.segments.otherFactor -25% +25% workload.pressureHigh.share -45.5 outflow.other.rate +41.2 workload.backlog.days.mean -39.5 service.unmet.share -30.9 outflow.total.rate +28.4
    population.segments.intervalFactor -25% +25% workload.pressureHigh.share -103.5 contact.overdue.share -84.9 workload.backlog.days.mean -82.3 unseen.24m.share +79.5 service.unmet.share -55.6
    population.segments.onRequestOnly false true service.unmet.share -199.3 workload.pressureHigh.share -184.6 workload.backlog.days.mean -161.8 contact.overdue.share -159.7 unseen.24m.share +150.3
    population.segments.maximumMonths -25% +25% caseload.perWorker.p10 -200.0 cost.instruments.perYear -200.0 duration.stock.over5y.share -200.0 knowledge.lostAtHandover.perYear -200.0 service.unmet.share -200.0
    population.segments.registerShare -25% +25%
    population.segments.searchPeriod false true workload.pressureHigh.share -77.0 workload.backlog.days.mean -58.3 contact.overdue.share -46.1 service.unmet.share -30.2 inflow.perYear -29.4
    population.segments.benefitFactor -25% +25% cost.benefits.perYear +50.0
    population.initialDurationYears 3.375 5.625 duration.stock.over5y.share +17.6 service.unmet.share +2.1 unseen.6m.excludingNew.share -0.6 unseen.6m.share -0.5
    population.exitHeterogeneity 0.525 0.875 outflow.work.rate -10.2 cost.perWorkExit +8.4 workload.pressureHigh.share +7.3 workload.backlog.days.mean +5.4 potential.hidden.share +5.1
    population.exitFactorCut 3 5
    population.motivationMean 0.45 0.75
    population.motivationSpread 0.15 0.25
    population.readinessChangeSpread 0.075 0.125 progress.down.perClientYear +29.8 progress.up.perClientYear +28.1 potential.hidden.share +4.2 knowledge.classificationCorrect.share -1.2
    population.readinessDriftUnattended 0.0225 0.0375 progress.up.perClientYear -2.5
    population.readinessReversion 0.225 0.375 progress.down.perClientYear +4.0
    population.unattendedAfterDays 136.5 227.5 progress.up.perClientYear +1.5
    population.readinessGainPerContact 0.0045 0.0075 progress.up.perClientYear +14.1 potential.hidden.share +7.4 cost.perWorkExit -2.5 outflow.total.rate +1.5 contact.sinceLast.days.p50 -0.9
    population.olderShare 0.33 0.55
    population.reliabilitySpread 0.375 0.625 unseen.6m.share +1.5 unseen.6m.excludingNew.share +1.5 agreements.none.share +1.3 contact.sinceLast.days.p50 +1.2 contact.perClientYear -1.0
    population.shocks.perYear -25% +25% progress.down.perClientYear +12.1 work.partTime.share -1.4
    population.shocks.readinessLoss -25% +25% progress.down.perClientYear +12.3 contact.overdue.share -2.3 unseen.never.share -1.4 contact.sinceLast.days.p50 +0.9 contact.perClientYear -0.7
    population.shocks.requestShare -25% +25% unseen.24m.share -4.2 contact.perClientYear +0.7
    inflow.applicationsPerYear 787.5 1312.5 workload.pressureHigh.share +104.5 workload.backlog.days.mean +86.0 contact.overdue.share +66.3 inflow.perYear +43.4 knowledge.private.share +38.4
    inflow.grantedShare 0.50025 0.83375 workload.pressureHigh.share +108.0 workload.backlog.days.mean +87.4 contact.overdue.share +68.1 inflow.perYear +42.7 knowledge.private.share +38.7
    inflow.seasonalAmplitude 0 0.1
    inflow.searchPeriodDays 21 35
    inflow.searchPeriodDropShare 0.225 0.375
    inflow.workFirstShare 0 0.1 inflow.diverted.perYear +200.0 workload.pressureHigh.share -7.9 workload.backlog.days.mean -4.5 contact.overdue.share -3.5 inflow.perYear -1.8
    inflow.workFirstDays 68.25 113.75
    inflow.workFirstSuccessShare 0.375 0.625
    inflow.announcedShare 0 0.1 knowledge.private.share -4.0
    inflow.announcedMonths 2.25 3.75
    inflow.announcedKnowledgeShare 0.45 0.75
    inflow.announcedMinutesSaved 22.5 37.5
    diagnosis.toolShare 0.375 0.625 contact.overdue.share +4.2 workload.backlog.days.mean +3.9 knowledge.notInView.share -1.5 knowledge.classificationCorrect.share +0.7 knowledge.accuracy.mean +0.6
    knowledge.inViewThreshold 0.375 0.625 knowledge.notInView.share +116.6
    staffing.fte 18.75 31.25 workload.pressureHigh.share -139.0 workload.backlog.days.mean -128.6 contact.overdue.share -94.4 knowledge.private.share -66.5 knowledge.lostAtHandover.perYear -63.7
    staffing.sicknessShare 0.045 0.075 workload.pressureHigh.share +15.6 workload.backlog.days.mean +15.6 contact.overdue.share +12.5 knowledge.private.share +4.2 contact.sinceLast.days.p50 +3.3
    staffing.turnoverPerYear 0.075 0.125 knowledge.currency.mean -0.6
    staffing.administrationShare 0.27 0.45 workload.pressureHigh.share +115.3 workload.backlog.days.mean +91.4 contact.overdue.share +90.1 knowledge.private.share +53.1 knowledge.lostAtHandover.perYear +47.5
    caseload.normPerFte 90 150
    caseload.tooLargeFrom 56.25 93.75
    caseload.tooLargeSpread 7.5 12.5
    caseload.teamSize 1 2 knowledge.lostAtHandover.perYear +160.4 caseload.perWorker.p90 +19.1 caseload.perWorker.p10 -16.6 knowledge.private.share +13.6 workload.backlog.days.mean +12.9
    caseload.teamKnowledgeShare 0.375 0.625
    caseload.specialistYield 0.825 1.375
    service.norms.intervalDays -25% +25% workload.pressureHigh.share -94.7 contact.overdue.share -77.6 workload.backlog.days.mean -75.1 service.unmet.share -52.1 equity.contactHours.ratio -21.9
    service.norms.phoneShare -25% +25% unseen.24m.share -42.5 service.unmet.share +31.9 unseen.12m.share -20.1 contact.sinceLast.days.p90 -16.7 unseen.6m.share -16.2
    service.norms.videoShare -25% +25% unseen.24m.share -23.1 service.unmet.share +15.4 contact.overdue.share +11.5 unseen.12m.share -9.6 contact.sinceLast.days.p50 -8.0
    service.norms.groupShare -25% +25% workload.pressureHigh.share -10.7 workload.backlog.days.mean -6.1 contact.overdue.share -5.2 knowledge.private.share -3.3 knowledge.notInView.share -2.9
    service.norms.restShare -25% +25% unseen.24m.share +47.6 workload.pressureHigh.share -44.8 unseen.12m.share +42.2 contact.overdue.share -37.7 workload.backlog.days.mean -35.3
    service.norms.normHoursPerYear -25% +25%
    service.restPolicy.enabled false true unseen.24m.share +183.8 unseen.12m.share +131.5 knowledge.notInView.share +79.2 unseen.6m.anyChannel.share +69.0 contact.sinceLast.days.p90 +65.8
    service.restPolicy.intervalDays 684 1140 unseen.24m.share +98.7 unseen.12m.share +24.4 contact.sinceLast.days.p90 +22.7 knowledge.notInView.share +17.0 workload.pressureHigh.share -15.4
    service.restPolicy.restOlderClients false true service.unmet.share -88.3 workload.pressureHigh.share -86.7 contact.overdue.share -74.1 workload.backlog.days.mean -68.1 unseen.24m.share +49.8
    service.priorities.intake 3.75 6.25
    service.priorities.readiness 0.75 1.25 unseen.6m.anyChannel.share +2.4 unseen.6m.share +1.9 unseen.6m.excludingNew.share +1.8 agreements.none.share +1.0
    service.priorities.motivation 0.75 1.25 unseen.6m.anyChannel.share -1.9 unseen.6m.excludingNew.share -1.3 unseen.6m.share -1.3
    service.priorities.overduePerYear 0.75 1.25
    service.priorities.selfReported 0.75 1.25
    service.priorities.costPerHour 0.15 0.25
    service.priorities.campaign 1.5 2.5
    service.priorities.targetStrength 0.75 1.25
    service.priorities.ownSpread 0.3 0.5
    labourMarket.demandIndex 0.75 1.25 outflow.work.rate +38.0 workload.pressureHigh.share -32.1 cost.perWorkExit -27.3 service.unmet.share -26.0 workload.backlog.days.mean -23.5
    labourMarket.cycleAmplitude 0 0.1 workload.backlog.days.mean -4.4 inflow.returning.share +0.7
    labourMarket.cycleYears 6 10
    outflow.rates.workPerYear -25% +25% outflow.work.rate +38.0 workload.pressureHigh.share -32.1 cost.perWorkExit -27.3 service.unmet.share -26.0 workload.backlog.days.mean -23.5
    outflow.rates.subsidisedPerYear -25% +25% outflow.subsidised.rate +46.0 cost.perWorkExit -3.8 outflow.total.rate +1.9 caseload.perWorker.p50 -1.0 caseload.perWorker.p90 -1.0
    outflow.rates.otherPerYear -25% +25% workload.pressureHigh.share -45.5 outflow.other.rate +41.2 workload.backlog.days.mean -39.5 service.unmet.share -30.9 outflow.total.rate +28.4
    outflow.rates.contactEffectOnWork -25% +25% workload.backlog.days.mean -5.1 contact.overdue.share -4.2 caseload.perWorker.p10 -1.1 caseload.perWorker.p90 -1.1 caseload.perFte -1.1
    outflow.rates.contactEffectOnOther -25% +25% workload.pressureHigh.share -10.0 workload.backlog.days.mean -5.9 outflow.other.rate +4.8 contact.overdue.share -3.9 outflow.total.rate +3.7
    """
}
