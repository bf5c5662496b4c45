// Made by scripts/measure-parameter-effects; do not edit.

extension ParameterEffects {
  /// How the figures were made.
  static let origin = "municipality-2014, 8 pairs of 24 months"

  /// One line for each key: the key, its lower and higher value, and metrics with their change in percent.
  static let table = """
    population.segments.workFactor -25% +25% outflow.work.rate +40.6 workload.overAWeek.share -33.1 cost.perWorkExit -30.0 service.unmet.share -21.1 workload.backlog.days.mean -21.1
    population.segments.otherFactor -25% +25% workload.overAWeek.share -49.5 outflow.other.rate +40.7 workload.backlog.days.mean -31.3 workload.pressureHigh.share -28.4 outflow.total.rate +27.7
    population.segments.intervalFactor -25% +25% workload.overAWeek.share -122.4 contact.overdue.share -85.2 workload.backlog.days.mean -82.3 unseen.24m.share +77.4 workload.pressureHigh.share -73.5
    population.segments.onRequestOnly false true service.unmet.share -199.3 workload.overAWeek.share -187.0 workload.pressureHigh.share -177.1 workload.backlog.days.mean -164.6 contact.overdue.share -163.4
    population.segments.registerShare -25% +25%
    population.segments.searchPeriod false true workload.overAWeek.share -84.2 workload.pressureHigh.share -57.4 workload.backlog.days.mean -56.3 contact.overdue.share -45.5 inflow.perYear -28.9
    population.segments.benefitFactor -25% +25% cost.benefits.perYear +50.0
    population.initialDurationYears 3.375 5.625 duration.stock.over5y.share +17.5
    population.exitHeterogeneity 0.525 0.875 workload.overAWeek.share +12.9 outflow.work.rate -10.6 cost.perWorkExit +8.7 workload.backlog.days.mean +7.2 workload.pressureHigh.share +6.5
    population.exitFactorCut 3 5
    population.motivationMean 0.45 0.75
    population.motivationSpread 0.15 0.25 unseen.6m.anyChannel.share -1.7
    population.readinessChangeSpread 0.075 0.125 progress.down.perClientYear +29.9 progress.up.perClientYear +26.2 potential.hidden.share +4.6 knowledge.classificationCorrect.share -1.5
    population.readinessDriftUnattended 0.0225 0.0375
    population.readinessReversion 0.225 0.375 progress.down.perClientYear +4.0 progress.up.perClientYear +3.2
    population.unattendedAfterDays 136.5 227.5
    population.readinessGainPerContact 0.0045 0.0075 progress.up.perClientYear +14.2 potential.hidden.share +6.5 progress.down.perClientYear +3.2 outflow.total.rate +1.5 contact.sinceLast.days.p50 -1.3
    population.olderShare 0.33 0.55
    population.reliabilitySpread 0.375 0.625 contact.missed.share +10.5 contact.overdue.share +1.9 unseen.12m.share +1.5 contact.sinceLast.days.p90 +1.5 contact.sinceLast.days.p50 +1.3
    population.shocks.perYear -25% +25% progress.down.perClientYear +11.3 potential.hidden.share -2.9 contact.sinceLast.days.p90 -0.9
    population.shocks.readinessLoss -25% +25% progress.down.perClientYear +11.5 service.unmet.share -3.3 contact.overdue.share -2.7 cost.perWorkExit +1.5 unseen.never.share -1.0
    population.shocks.requestShare -25% +25% unseen.24m.share -4.5 contact.sinceLast.days.p90 -2.1 contact.perClientYear +0.7
    inflow.applicationsPerYear 708 1180 workload.overAWeek.share +119.8 workload.backlog.days.mean +82.4 workload.pressureHigh.share +71.4 contact.overdue.share +63.7 inflow.perYear +42.5
    inflow.grantedShare 0.50025 0.83375 workload.overAWeek.share +118.0 workload.backlog.days.mean +82.8 workload.pressureHigh.share +73.7 contact.overdue.share +64.5 inflow.perYear +42.9
    inflow.seasonalAmplitude 0 0.1
    inflow.searchPeriodDays 21 35
    inflow.searchPeriodDropShare 0.225 0.375
    inflow.workFirstShare 0 0.1 inflow.diverted.perYear +200.0 contact.overdue.share -4.2 inflow.perYear -1.8 caseload.perFte -1.0 caseload.perWorker.mean -1.0
    inflow.workFirstDays 68.25 113.75
    inflow.workFirstSuccessShare 0.375 0.625
    inflow.announcedShare 0 0.1
    inflow.announcedMonths 2.25 3.75
    inflow.announcedKnowledgeShare 0.45 0.75
    inflow.announcedMinutesSaved 22.5 37.5
    diagnosis.toolShare 0.375 0.625 workload.backlog.days.mean +4.7 workload.pressureHigh.share +4.4 contact.overdue.share +3.8 knowledge.currency.mean +0.5
    diagnosis.accuracyWithTool 0.69 1 knowledge.notInView.share -9.6 potential.hidden.share -6.2 knowledge.currency.mean +3.5 knowledge.accuracy.mean +3.4 knowledge.classificationCorrect.share +2.7
    diagnosis.accuracyWithoutTool 0.6 1 potential.hidden.share -144.2 knowledge.notInView.share -126.0 workload.overAWeek.share +67.5 knowledge.lostAtHandover.perYear +60.8 equity.contactHours.ratio +57.1
    diagnosis.healthAccuracyFactor 0.6 1 knowledge.notInView.share -6.7 knowledge.accuracy.mean +2.8 knowledge.currency.mean +2.4
    diagnosis.intakeMinutes 67.5 112.5 workload.overAWeek.share +22.0 workload.backlog.days.mean +14.5 workload.pressureHigh.share +13.2 contact.overdue.share +12.6 knowledge.private.share +6.4
    diagnosis.toolMinutes 33.75 56.25 workload.backlog.days.mean +4.2 contact.overdue.share +3.1 unseen.12m.share +1.1 contact.sinceLast.days.p50 +0.9 unseen.6m.excludingNew.share +0.9
    diagnosis.purchasedShare 0 0.1 knowledge.private.share -4.4 cost.instruments.perYear +4.0
    diagnosis.purchasedPriceEuro 450 750
    diagnosis.purchasedDelayDays 31.5 52.5
    diagnosis.purchasedAccuracy 0.7125 1
    diagnosis.reclassifyAtContacts false true workload.overAWeek.share -47.5 contact.overdue.share -29.6 potential.hidden.share +29.3 workload.backlog.days.mean -29.1 service.unmet.share -25.2
    knowledge.attributes.weight -25% +25%
    knowledge.attributes.changesPerYear -25% +25% knowledge.notInView.share +37.6 progress.down.perClientYear +34.8 progress.up.perClientYear +27.2 knowledge.private.share +19.3 knowledge.currency.mean -9.1
    knowledge.attributes.barrierShare -25% +25% knowledge.accuracy.mean -0.5 knowledge.currency.mean -0.5
    knowledge.attributes.isHealth false true knowledge.notInView.share +12.3 knowledge.accuracy.mean -4.8 knowledge.currency.mean -4.4
    knowledge.attributes.workFactor -25% +25%
    knowledge.inViewThreshold 0.432 0.72 knowledge.notInView.share +125.3 trajectory.placements.perYear -12.0 trajectory.success.share -11.3
    knowledge.registrationCompleteness 0.60225 1 knowledge.lostAtHandover.perYear -75.5 knowledge.private.share -74.6 knowledge.notInView.share -6.0 knowledge.currency.mean +1.7 knowledge.accuracy.mean +1.7
    knowledge.registrationSpread 0.1125 0.1875 knowledge.private.share +4.8
    knowledge.registrationPressureEffect 0.225 0.375 knowledge.lostAtHandover.perYear +16.3 knowledge.private.share +15.8 knowledge.notInView.share +1.1
    knowledge.privateFadingPerYear 0.11925 0.19875 knowledge.lostAtHandover.perYear -3.4 knowledge.private.share -3.1 knowledge.notInView.share +1.9
    knowledge.handoverLossShare 0.135 0.225 knowledge.lostAtHandover.perYear +47.9 knowledge.notInView.share +1.0 knowledge.private.share -1.0
    knowledge.warmHandoverShare 0 0.1
    knowledge.warmHandoverLossShare 0.0375 0.0625
    knowledge.warmHandoverMinutes 15 25
    knowledge.systemUsability 0.75 1 knowledge.lostAtHandover.perYear -40.0 knowledge.private.share -39.7 knowledge.notInView.share -3.5 knowledge.currency.mean +0.9 knowledge.accuracy.mean +0.8
    knowledge.memoryCaseload 75 125 knowledge.lostAtHandover.perYear +1.8 knowledge.private.share +1.5 knowledge.notInView.share -1.0
    knowledge.memoryCaseloadExponent 0.375 0.625
    knowledge.auditEffect 0.375 0.625
    knowledge.auditDays 67.5 112.5
    staffing.fte 18.75 31.25 workload.overAWeek.share -159.4 workload.backlog.days.mean -127.6 workload.pressureHigh.share -99.7 contact.overdue.share -94.0 knowledge.private.share -66.9
    staffing.budgetPerYearEuro 1.78125e+06 2.96875e+06
    staffing.leaveDaysPerYear 33.75 56.25 workload.overAWeek.share +45.5 workload.backlog.days.mean +27.4 workload.pressureHigh.share +25.4 contact.overdue.share +25.0 knowledge.lostAtHandover.perYear +14.4
    staffing.sicknessShare 0.045 0.075 workload.overAWeek.share +19.2 workload.backlog.days.mean +15.0 contact.overdue.share +12.0 knowledge.private.share +4.2 knowledge.notInView.share +3.1
    staffing.sicknessSpellsPerYear 0.975 1.625
    staffing.sicknessLengthVariation 1.125 1.875
    staffing.turnoverPerYear 0.075 0.125 knowledge.notInView.share +2.1 knowledge.accuracy.mean -0.6 knowledge.currency.mean -0.5
    staffing.hiringDelayDays 45 75 workload.overAWeek.share +10.2 workload.backlog.days.mean +3.7 contact.overdue.share +3.0 caseload.perWorker.p10 +1.1 caseload.perWorker.p90 +1.1
    staffing.learningMonths 4.5 7.5
    staffing.learningStartSpeed 0.525 0.875 workload.backlog.days.mean -6.6 contact.overdue.share -3.2 time.other.share -0.8 contact.perClientYear +0.6
    staffing.swapsPerYear 0.2625 0.4375 workload.swapped12m.share +36.3
    staffing.swapShare 0.15 0.25 knowledge.lostAtHandover.perYear +15.6 workload.overAWeek.share +5.6
    staffing.administrationShare 0.27 0.45 workload.overAWeek.share +132.0 workload.backlog.days.mean +91.9 contact.overdue.share +89.8 workload.pressureHigh.share +86.0 knowledge.private.share +53.4
    staffing.sideTaskShare 0.15 0.25 workload.overAWeek.share +86.8 contact.overdue.share +56.4 workload.backlog.days.mean +55.7 workload.pressureHigh.share +54.4 time.other.share +35.4
    staffing.skillSpread 0.075 0.125 knowledge.notInView.share +2.4
    staffing.pressureHighFromDays 1.8975 3.1625 workload.pressureHigh.share -28.6
    staffing.pressureHighVariation 0.45 0.75
    caseload.normPerFte 90 150
    caseload.tooLargeFrom 56.25 93.75
    caseload.tooLargeSpread 7.5 12.5
    caseload.teamSize 1 2 knowledge.lostAtHandover.perYear +159.8 workload.overAWeek.share +19.0 caseload.perWorker.p90 +16.6 caseload.perWorker.p10 -15.2 knowledge.private.share +11.3
    caseload.teamKnowledgeShare 0.375 0.625
    caseload.specialistYield 0.825 1.375
    service.norms.intervalDays -25% +25% workload.overAWeek.share -110.3 contact.overdue.share -76.8 workload.backlog.days.mean -74.3 workload.pressureHigh.share -69.0 service.unmet.share -46.3
    service.norms.phoneShare -25% +25% unseen.24m.share -41.7 service.unmet.share +28.5 unseen.12m.share -19.4 contact.sinceLast.days.p90 -16.2 contact.sinceLast.days.p50 -15.3
    service.norms.videoShare -25% +25% unseen.24m.share -22.7 service.unmet.share +15.1 workload.overAWeek.share +14.6 contact.overdue.share +10.8 unseen.12m.share -8.9
    service.norms.groupShare -25% +25% workload.pressureHigh.share -6.9 contact.overdue.share -6.0 workload.backlog.days.mean -5.7 contact.sinceLast.days.p50 -1.5 unseen.never.share -1.3
    service.norms.restShare -25% +25% workload.overAWeek.share -65.4 unseen.24m.share +48.0 unseen.12m.share +42.5 contact.overdue.share -41.6 workload.backlog.days.mean -39.7
    service.norms.normHoursPerYear -25% +25%
    service.restPolicy.enabled false true unseen.24m.share +184.9 unseen.12m.share +133.1 workload.overAWeek.share -82.7 contact.sinceLast.days.p90 +70.0 unseen.6m.anyChannel.share +70.0
    service.restPolicy.intervalDays 684 1140 unseen.24m.share +97.2 unseen.12m.share +24.4 contact.sinceLast.days.p90 +24.1 workload.overAWeek.share -17.9 contact.overdue.share -12.7
    service.restPolicy.restOlderClients false true workload.overAWeek.share -95.7 service.unmet.share -76.5 contact.overdue.share -74.8 workload.pressureHigh.share -70.8 workload.backlog.days.mean -67.4
    service.priorities.intake 3.75 6.25
    service.priorities.readiness 0.75 1.25 equity.contactHours.ratio +3.6 unseen.6m.anyChannel.share +2.2 unseen.6m.share +1.7 unseen.6m.excludingNew.share +1.7 knowledge.notInView.share +1.2
    service.priorities.motivation 0.75 1.25
    service.priorities.overduePerYear 0.75 1.25
    service.priorities.selfReported 0.75 1.25
    service.priorities.costPerHour 0.15 0.25
    service.priorities.campaign 1.5 2.5
    service.priorities.targetStrength 0.75 1.25
    service.priorities.ownSpread 0.3 0.5
    service.faceToFace.minutes 56.25 93.75 workload.overAWeek.share +54.7 workload.backlog.days.mean +45.6 workload.pressureHigh.share +40.6 contact.overdue.share +23.9 knowledge.private.share +16.0
    service.faceToFace.information 0.675 1 knowledge.notInView.share -9.1 knowledge.currency.mean +2.4 unseen.24m.share +2.3 knowledge.accuracy.mean +2.2 unseen.12m.share +1.6
    service.phone.minutes 22.5 37.5 workload.overAWeek.share +39.0 contact.overdue.share +21.0 workload.backlog.days.mean +20.8 workload.pressureHigh.share +19.0 knowledge.private.share +9.5
    service.phone.information 0.375 0.625 knowledge.notInView.share -12.5 knowledge.currency.mean +2.8 knowledge.accuracy.mean +2.7 unseen.6m.anyChannel.share +0.7
    service.video.minutes 33.75 56.25
    service.video.information 0.5625 0.9375
    service.email.minutes 9 15
    service.email.information 0.09 0.15
    service.group.minutes 90 150
    service.group.information 0.1125 0.1875
    service.groupSize 7.5 12.5
    service.lengthVariation 0.225 0.375
    service.preparationMinutes 18.75 31.25 workload.overAWeek.share +64.8 workload.backlog.days.mean +39.9 workload.pressureHigh.share +36.2 contact.overdue.share +32.3 knowledge.private.share +16.5
    service.registrationMinutes 15 25 workload.overAWeek.share +10.8 workload.backlog.days.mean +7.9 workload.pressureHigh.share +7.2 contact.overdue.share +4.0 knowledge.notInView.share +1.7
    service.leadDays 7 13 workload.overAWeek.share -14.1 contact.overdue.share +7.2 workload.backlog.days.mean -6.0 unseen.never.share +3.9 agreements.none.share +1.3
    service.noShowShare 0.075 0.125 contact.missed.share +28.5 contact.overdue.share +8.3 contact.sinceLast.days.p50 +2.5 knowledge.notInView.share +2.3 contact.perClientYear -2.1
    service.noShowShareUnseen 0.2625 0.4375 contact.missed.share +22.1 unseen.24m.share +8.2 contact.overdue.share +5.4 unseen.12m.share +3.8 contact.sinceLast.days.p90 +3.3
    service.noShowMinutes 11.25 18.75 time.contact.share +0.7
    service.noShowAttempts 2 4 unseen.24m.share -9.3 contact.overdue.share +4.5 unseen.12m.share -2.9 contact.sinceLast.days.p90 -2.7 unseen.6m.anyChannel.share -1.7
    service.noShowSanctionShare 0.015 0.025
    service.requestsPerYear 0.6 1 unseen.24m.share -13.6 unseen.12m.share -12.9 contact.perClientYear +11.4 contact.sinceLast.days.p90 -10.3 unseen.6m.share -8.9
    service.requestHeterogeneity 1.125 1.875 unseen.24m.share +33.9 unseen.12m.share +17.6 contact.sinceLast.days.p90 +16.2 unseen.never.share +9.6 unseen.6m.share +8.2
    service.request.minutes 11.25 18.75 workload.backlog.days.mean +7.3 workload.pressureHigh.share +6.7 contact.overdue.share +6.3 knowledge.notInView.share +2.6 unseen.6m.anyChannel.share +1.8
    service.request.information 0.15 0.25 knowledge.notInView.share -5.4 knowledge.private.share +5.0 knowledge.accuracy.mean +1.1 knowledge.currency.mean +1.0
    service.agreementMonths 4.5 7.5 agreements.none.share -29.0
    service.agreementShare 0.6375 1 agreements.none.share -35.6
    service.substitutionBacklogDays 3.75 6.25 workload.overAWeek.share +38.8 contact.overdue.share +20.2 workload.pressureHigh.share +19.6 workload.backlog.days.mean +19.4 knowledge.private.share +9.6
    service.enforcementBacklogDays 2.25 3.75
    service.sweepDays 68 114
    service.workItemExpiry false true unseen.12m.share -64.6 unseen.24m.share -59.0 workload.overAWeek.share +58.4 contact.sinceLast.days.p90 -50.3 unseen.6m.anyChannel.share -39.3
    service.catchUpDays 15 25 contact.overdue.share -9.2 workload.pressureHigh.share -4.2 contact.sinceLast.days.p50 -2.0 unseen.6m.anyChannel.share -1.7 agreements.none.share -1.7
    service.presenceShare 0.6375 1 contact.overdue.share -3.0 unseen.6m.anyChannel.share -0.8
    service.administrationPieceMinutes 11.25 18.75
    service.enforcement.checksPerYear 0.0375 0.0625
    service.enforcement.minutes 45 75
    service.enforcement.exitShare 0.0375 0.0625
    service.fileReview.minutes 22.5 37.5
    service.fileReview.talkShare 0.15 0.25
    service.reminderShare 0 0.1 contact.missed.share -6.5
    service.reminderFactor 0.3 0.5
    service.reminderMinutes 3.75 6.25
    trajectories.instruments.proposalShare -25% +25% service.unmet.share +110.0 workload.overAWeek.share +20.1 trajectory.running.clients +18.4 trajectory.starts.perYear +17.8 workload.backlog.days.mean +10.3
    trajectories.instruments.places -25% +25% service.unmet.share -96.0 trajectory.placements.perYear +54.1 cost.instruments.perYear +39.4 trajectory.running.clients +32.0 trajectory.starts.perYear +31.5
    trajectories.instruments.requestMinutes -25% +25% workload.overAWeek.share +29.3 workload.backlog.days.mean +14.5 knowledge.lostAtHandover.perYear +12.6 workload.pressureHigh.share +12.0 knowledge.private.share +9.9
    trajectories.instruments.priceEuro -25% +25% cost.instruments.perYear +50.0 cost.perWorkExit +18.3
    trajectories.instruments.waitingDays -25% +25% service.unmet.share +7.0 cost.instruments.perYear -5.5 trajectory.starts.perYear -5.0 trajectory.running.clients -5.0 cost.perWorkExit -2.2
    trajectories.instruments.durationDays -25% +25% service.unmet.share +58.5 trajectory.placements.perYear -49.4 cost.instruments.perYear -29.2 trajectory.running.clients +23.6 trajectory.starts.perYear -22.4
    trajectories.instruments.dropOutShare -25% +25% cost.instruments.perYear +4.5 trajectory.running.clients -4.2
    trajectories.instruments.successShare -25% +25% trajectory.placements.perYear +50.8 trajectory.success.share +42.9 outflow.work.rate +6.1 progress.up.perClientYear +5.0 cost.perWorkExit -4.7
    trajectories.instruments.knowledgeFit -25% +25%
    trajectories.instruments.readinessGain -25% +25% progress.up.perClientYear +4.4
    trajectories.instruments.lockInFactor -25% +25% caseload.perWorker.p90 -0.5 caseload.perWorker.p10 -0.5 caseload.perFte -0.5 caseload.perWorker.mean -0.5 stock.clients -0.5
    trajectories.instruments.placementShare -25% +25% trajectory.placements.perYear +68.9 outflow.work.rate +6.8 cost.perWorkExit -5.2 workload.backlog.days.mean -3.3 contact.overdue.share -2.4
    trajectories.instruments.isSubsidised false true outflow.subsidised.rate +54.5 outflow.work.rate -9.6
    trajectories.instruments.registerOnly false true cost.instruments.perYear -200.0 service.unmet.share -200.0 trajectory.placements.perYear -200.0 trajectory.running.clients -200.0 trajectory.starts.perYear -200.0
    trajectories.instruments.followUpMinutes -25% +25%
    trajectories.instruments.workFactorAfter -25% +25%
    trajectories.instruments.relapseFactor -25% +25%
    trajectories.lengthVariation 0.225 0.375
    labourMarket.demandIndex 0.75 1.25 outflow.work.rate +40.6 workload.overAWeek.share -33.1 cost.perWorkExit -30.0 service.unmet.share -21.1 workload.backlog.days.mean -21.1
    labourMarket.cycleAmplitude 0 0.1 potential.hidden.share -3.9 caseload.perWorker.p10 -0.8 caseload.perFte -0.8 caseload.perWorker.mean -0.8 caseload.perWorker.p50 -0.8
    labourMarket.cycleYears 6 10
    outflow.rates.workPerYear -25% +25% outflow.work.rate +40.6 workload.overAWeek.share -33.1 cost.perWorkExit -30.0 service.unmet.share -21.1 workload.backlog.days.mean -21.1
    outflow.rates.subsidisedPerYear -25% +25% outflow.subsidised.rate +50.3 cost.perWorkExit -5.0 outflow.total.rate +2.0 caseload.perWorker.p10 -0.9 caseload.perWorker.p50 -0.9
    outflow.rates.otherPerYear -25% +25% workload.overAWeek.share -49.5 outflow.other.rate +40.7 workload.backlog.days.mean -31.3 workload.pressureHigh.share -28.4 outflow.total.rate +27.7
    outflow.rates.contactEffectOnWork -25% +25% outflow.work.rate +7.1 cost.perWorkExit -5.5 workload.backlog.days.mean -3.7
    outflow.rates.contactEffectOnOther -25% +25% workload.pressureHigh.share -5.4 workload.backlog.days.mean -4.4 outflow.other.rate +4.0 outflow.total.rate +2.3 caseload.perWorker.p50 -1.3
    outflow.pensionAndDeathPerYear 0.02625 0.04375 workload.overAWeek.share -16.7 workload.backlog.days.mean -11.8 workload.pressureHigh.share -10.6 outflow.other.rate +9.5 contact.overdue.share -7.4
    outflow.contactHalfLifeDays 45 75 workload.backlog.days.mean -4.4 contact.overdue.share -3.5 workload.pressureHigh.share -3.2 outflow.other.rate +2.2 outflow.total.rate +1.9
    outflow.motivationEffectOnWork 0.75 1.25
    outflow.durationEffectOnWork 0.09 0.15 outflow.work.rate -9.2 cost.perWorkExit +6.2 workload.backlog.days.mean +5.2 contact.overdue.share +4.0 outflow.total.rate -2.7
    outflow.relapseShare 0.26775 0.44625 relapse.12m.share +49.4 relapse.6m.share +49.3 workload.overAWeek.share +45.2 inflow.returning.share +41.9 workload.backlog.days.mean +30.7
    outflow.relapseShape 0.525 0.875 inflow.returning.share +7.6 relapse.6m.share -6.5 relapse.12m.share +6.2 workload.backlog.days.mean +5.6 contact.overdue.share +4.8
    outflow.relapseScaleDays 185.25 308.75 relapse.6m.share -22.1 relapse.12m.share -17.7 workload.pressureHigh.share -7.7 workload.backlog.days.mean -7.2 inflow.returning.share -7.1
    outflow.relapseFactorWork 0.675 1.125 workload.overAWeek.share +23.0 relapse.6m.share +18.7 relapse.12m.share +18.5 outflow.work.sustained12m.share -15.9 inflow.returning.share +15.5
    outflow.relapseFactorSanction 1.2 2
    outflow.partTimeStartsPerYear 0.1125 0.1875 work.partTime.share +46.0 cost.benefits.perYear -1.3
    outflow.partTimeEndsPerYear 0.75 1.25 work.partTime.share -31.1 cost.benefits.perYear +0.8
    outflow.partTimeWorkFactor 1.125 1.875 work.partTime.share -6.2
    outflow.partTimeBenefitShare 0.375 0.625 cost.benefits.perYear +1.3
    outflow.aftercareShare 0 0.1
    outflow.aftercareMinutes 45 75
    outflow.aftercareRelapseFactor 0.675 1.125
    costs.ftePerYearEuro 71250 118750 cost.staff.perYear +50.0 cost.perWorkExit +31.7
    costs.benefitPerYearEuro 10650 17750 cost.benefits.perYear +50.0
    """
}
