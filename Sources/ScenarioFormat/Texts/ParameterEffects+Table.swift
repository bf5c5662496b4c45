// Made by scripts/measure-parameter-effects; do not edit.

extension ParameterEffects {
  /// How the figures were made.
  static let origin = "municipality-2014, 8 pairs of 24 months"

  /// One line for each key: the key, its lower and higher value, and metrics with their change in percent.
  static let table = """
    population.segments.workFactor -25% +25% outflow.work.rate +38.8 workload.overAWeek.share -32.5 cost.perWorkExit -28.8 workload.backlog.days.mean -21.1 workload.pressureHigh.share -19.9
    population.segments.otherFactor -25% +25% workload.overAWeek.share -54.9 outflow.other.rate +40.6 workload.backlog.days.mean -34.1 workload.pressureHigh.share -32.0 outflow.total.rate +27.1
    population.segments.intervalFactor -25% +25% workload.overAWeek.share -121.7 contact.overdue.share -84.6 workload.backlog.days.mean -81.8 unseen.24m.share +79.2 workload.pressureHigh.share -74.2
    population.segments.onRequestOnly false true service.unmet.share -199.4 workload.overAWeek.share -189.7 workload.pressureHigh.share -178.4 workload.backlog.days.mean -166.8 contact.overdue.share -164.8
    population.segments.registerShare -25% +25%
    population.segments.searchPeriod false true workload.overAWeek.share -84.5 workload.pressureHigh.share -60.5 workload.backlog.days.mean -57.6 contact.overdue.share -46.0 inflow.perYear -28.9
    population.segments.benefitFactor -25% +25% cost.benefits.perYear +50.0
    population.initialDurationYears 3.375 5.625 duration.stock.over5y.share +17.5
    population.exitHeterogeneity 0.525 0.875 workload.overAWeek.share +12.9 outflow.work.rate -9.9 cost.perWorkExit +8.7 knowledge.lostAtHandover.perYear +7.9 workload.pressureHigh.share +7.9
    population.exitFactorCut 3 5
    population.motivationMean 0.45 0.75
    population.motivationSpread 0.15 0.25
    population.readinessChangeSpread 0.075 0.125 progress.down.perClientYear +29.2 progress.up.perClientYear +25.0 knowledge.classificationCorrect.share -1.5
    population.readinessDriftUnattended 0.0225 0.0375
    population.readinessReversion 0.225 0.375 progress.down.perClientYear +3.8 progress.up.perClientYear +3.2 potential.hidden.share -2.4
    population.unattendedAfterDays 136.5 227.5 potential.hidden.share +2.2 progress.down.perClientYear -2.0
    population.readinessGainPerContact 0.0045 0.0075 progress.up.perClientYear +13.8 potential.hidden.share +6.8 cost.perWorkExit -3.2 outflow.total.rate +1.6 contact.sinceLast.days.p50 -1.5
    population.olderShare 0.33 0.55
    population.reliabilitySpread 0.375 0.625 contact.missed.share +9.6 contact.overdue.share +2.9 contact.sinceLast.days.p50 +1.2 agreements.none.share +1.2 workload.tasksDone.share -0.6
    population.shocks.perYear -25% +25% progress.down.perClientYear +11.2 unseen.24m.share -3.9 unseen.never.share -1.5 agreements.none.share +0.8
    population.shocks.readinessLoss -25% +25% progress.down.perClientYear +11.8 contact.overdue.share -2.2 outflow.total.rate -1.1
    population.shocks.requestShare -25% +25% unseen.24m.share -3.8 unseen.12m.share -2.0 contact.sinceLast.days.p90 -2.0 contact.sinceLast.days.p50 -0.7 contact.perClientYear +0.7
    inflow.applicationsPerYear 708.75 1181.25 workload.overAWeek.share +118.8 workload.backlog.days.mean +82.5 workload.pressureHigh.share +72.4 contact.overdue.share +62.9 inflow.perYear +42.6
    inflow.grantedShare 0.50025 0.83375 workload.overAWeek.share +116.5 workload.backlog.days.mean +82.2 workload.pressureHigh.share +72.5 contact.overdue.share +63.4 inflow.perYear +43.1
    inflow.seasonalAmplitude 0 0.1
    inflow.searchPeriodDays 21 35
    inflow.searchPeriodDropShare 0.225 0.375
    inflow.workFirstShare 0 0.1 inflow.diverted.perYear +200.0 workload.backlog.days.mean -4.3 contact.overdue.share -3.8 inflow.perYear -1.6 duration.stock.over5y.share +0.9
    inflow.workFirstDays 68.25 113.75
    inflow.workFirstSuccessShare 0.375 0.625
    inflow.announcedShare 0 0.1 knowledge.private.share -3.1
    inflow.announcedMonths 2.25 3.75
    inflow.announcedKnowledgeShare 0.45 0.75
    inflow.announcedMinutesSaved 22.5 37.5
    diagnosis.toolShare 0.375 0.625 workload.backlog.days.mean +3.6 contact.overdue.share +2.8 contact.sinceLast.days.p50 +0.6 contact.perClientYear -0.6
    diagnosis.accuracyWithTool 0.69 1 knowledge.notInView.share -9.7 potential.hidden.share -4.7 equity.contactHours.ratio +3.5 knowledge.currency.mean +3.4 knowledge.accuracy.mean +3.3
    diagnosis.accuracyWithoutTool 0.6 1 potential.hidden.share -144.3 knowledge.notInView.share -126.8 workload.overAWeek.share +69.2 knowledge.lostAtHandover.perYear +57.5 equity.contactHours.ratio +56.8
    diagnosis.healthAccuracyFactor 0.6 1 knowledge.notInView.share -7.1 knowledge.accuracy.mean +2.7 knowledge.currency.mean +2.4
    diagnosis.intakeMinutes 67.5 112.5 workload.overAWeek.share +23.6 workload.backlog.days.mean +15.0 contact.overdue.share +13.8 workload.pressureHigh.share +13.5 knowledge.private.share +6.6
    diagnosis.toolMinutes 33.75 56.25 workload.overAWeek.share +8.0 workload.backlog.days.mean +4.6 contact.overdue.share +3.6
    diagnosis.purchasedShare 0 0.1 knowledge.private.share -4.2 cost.instruments.perYear +3.8
    diagnosis.purchasedPriceEuro 450 750
    diagnosis.purchasedDelayDays 31.5 52.5
    diagnosis.purchasedAccuracy 0.7125 1
    diagnosis.reclassifyAtContacts false true workload.overAWeek.share -46.4 contact.overdue.share -28.6 potential.hidden.share +28.0 workload.backlog.days.mean -27.7 service.unmet.share -23.3
    knowledge.attributes.weight -25% +25%
    knowledge.attributes.changesPerYear -25% +25% knowledge.notInView.share +38.5 progress.down.perClientYear +34.7 progress.up.perClientYear +26.2 knowledge.private.share +19.4 knowledge.currency.mean -9.1
    knowledge.attributes.barrierShare -25% +25% knowledge.currency.mean -0.6
    knowledge.attributes.isHealth false true knowledge.notInView.share +12.4 knowledge.lostAtHandover.perYear -7.4 knowledge.accuracy.mean -4.8 knowledge.currency.mean -4.4
    knowledge.attributes.workFactor -25% +25%
    knowledge.inViewThreshold 0.43275 0.72125 knowledge.notInView.share +126.0 trajectory.success.share -9.8
    knowledge.registrationCompleteness 0.60075 1 knowledge.private.share -74.7 knowledge.lostAtHandover.perYear -73.5 knowledge.notInView.share -6.0 knowledge.currency.mean +1.6 knowledge.accuracy.mean +1.6
    knowledge.registrationSpread 0.1125 0.1875 knowledge.private.share +4.6
    knowledge.registrationPressureEffect 0.225 0.375 knowledge.lostAtHandover.perYear +16.6 knowledge.private.share +15.9 knowledge.notInView.share +1.1
    knowledge.privateFadingPerYear 0.11775 0.19625 knowledge.lostAtHandover.perYear -4.0 knowledge.private.share -2.9 knowledge.notInView.share +1.9
    knowledge.handoverLossShare 0.135 0.225 knowledge.lostAtHandover.perYear +48.8 knowledge.private.share -0.9 knowledge.notInView.share +0.9
    knowledge.warmHandoverShare 0 0.1
    knowledge.warmHandoverLossShare 0.0375 0.0625
    knowledge.warmHandoverMinutes 15 25
    knowledge.systemUsability 0.75 1 knowledge.private.share -40.1 knowledge.lostAtHandover.perYear -39.3 knowledge.notInView.share -3.5 knowledge.currency.mean +0.9 knowledge.accuracy.mean +0.9
    knowledge.memoryCaseload 75 125 knowledge.lostAtHandover.perYear +1.8 knowledge.private.share +1.5 knowledge.notInView.share -1.0
    knowledge.memoryCaseloadExponent 0.375 0.625
    knowledge.auditEffect 0.375 0.625
    knowledge.auditDays 67.5 112.5
    staffing.fte 18.75 31.25 workload.overAWeek.share -158.2 workload.backlog.days.mean -128.0 workload.pressureHigh.share -99.9 contact.overdue.share -93.6 knowledge.private.share -67.3
    staffing.budgetPerYearEuro 1.78125e+06 2.96875e+06
    staffing.leaveDaysPerYear 33.75 56.25 workload.overAWeek.share +44.2 workload.backlog.days.mean +27.0 workload.pressureHigh.share +26.8 contact.overdue.share +24.9 knowledge.private.share +14.0
    staffing.sicknessShare 0.045 0.075 workload.overAWeek.share +19.2 workload.backlog.days.mean +13.8 contact.overdue.share +11.4 service.unmet.share -5.7 knowledge.notInView.share +3.4
    staffing.sicknessSpellsPerYear 0.975 1.625 outflow.work.sustained12m.share -0.6
    staffing.sicknessLengthVariation 1.125 1.875 workload.backlog.days.mean +4.4 contact.overdue.share +2.9
    staffing.turnoverPerYear 0.075 0.125 knowledge.notInView.share +3.0 knowledge.accuracy.mean -0.6 knowledge.currency.mean -0.6
    staffing.hiringDelayDays 45 75 knowledge.private.share +1.9 caseload.perWorker.p10 +1.1 caseload.perWorker.p50 +1.1 caseload.perFte +1.1 caseload.perWorker.mean +1.1
    staffing.learningMonths 4.5 7.5 workload.backlog.days.mean +2.2 contact.overdue.share +1.5
    staffing.learningStartSpeed 0.525 0.875 workload.overAWeek.share -10.4 knowledge.private.share -2.1 time.other.share -0.8 contact.perClientYear +0.7
    staffing.swapsPerYear 0.2625 0.4375 workload.swapped12m.share +36.3 knowledge.lostAtHandover.perYear +13.9
    staffing.swapShare 0.15 0.25
    staffing.administrationShare 0.27 0.45 workload.overAWeek.share +131.8 workload.backlog.days.mean +92.6 contact.overdue.share +90.2 workload.pressureHigh.share +86.8 knowledge.private.share +53.9
    staffing.sideTaskShare 0.15 0.25 workload.overAWeek.share +87.7 workload.backlog.days.mean +55.6 contact.overdue.share +55.2 workload.pressureHigh.share +55.0 time.other.share +35.7
    staffing.skillSpread 0.075 0.125 knowledge.accuracy.mean -0.6
    staffing.pressureHighFromDays 1.9275 3.2125 workload.pressureHigh.share -28.9
    staffing.pressureHighVariation 0.45 0.75
    caseload.normPerFte 90 150
    caseload.tooLargeFrom 56.25 93.75
    caseload.tooLargeSpread 7.5 12.5
    caseload.teamSize 1 2 knowledge.lostAtHandover.perYear +160.5 caseload.perWorker.p90 +17.8 workload.overAWeek.share +16.2 caseload.perWorker.p10 -16.1 knowledge.private.share +11.9
    caseload.teamKnowledgeShare 0.375 0.625
    caseload.specialistYield 0.825 1.375
    service.norms.intervalDays -25% +25% workload.overAWeek.share -112.2 contact.overdue.share -76.4 workload.backlog.days.mean -74.1 workload.pressureHigh.share -70.2 service.unmet.share -47.0
    service.norms.phoneShare -25% +25% unseen.24m.share -41.3 service.unmet.share +30.2 unseen.12m.share -20.0 contact.sinceLast.days.p90 -16.5 unseen.6m.share -15.5
    service.norms.videoShare -25% +25% unseen.24m.share -22.4 service.unmet.share +14.1 workload.overAWeek.share +13.4 contact.overdue.share +11.3 unseen.12m.share -9.2
    service.norms.groupShare -25% +25% workload.overAWeek.share -10.2 workload.pressureHigh.share -7.3 workload.backlog.days.mean -5.9 contact.overdue.share -5.7 knowledge.notInView.share -1.8
    service.norms.restShare -25% +25% workload.overAWeek.share -62.2 unseen.24m.share +46.9 unseen.12m.share +41.6 contact.overdue.share -40.5 workload.backlog.days.mean -38.1
    service.norms.normHoursPerYear -25% +25%
    service.restPolicy.enabled false true unseen.24m.share +184.2 unseen.12m.share +132.2 workload.overAWeek.share -80.0 contact.sinceLast.days.p90 +68.7 unseen.6m.anyChannel.share +67.9
    service.restPolicy.intervalDays 684 1140 unseen.24m.share +95.6 unseen.12m.share +24.0 contact.sinceLast.days.p90 +23.7 workload.overAWeek.share -17.7 workload.backlog.days.mean -11.8
    service.restPolicy.restOlderClients false true workload.overAWeek.share -93.1 service.unmet.share -76.8 contact.overdue.share -74.5 workload.pressureHigh.share -72.5 workload.backlog.days.mean -67.9
    service.priorities.intake 3.75 6.25
    service.priorities.readiness 0.75 1.25 unseen.6m.anyChannel.share +2.2 unseen.6m.share +1.5 unseen.6m.excludingNew.share +1.5
    service.priorities.motivation 0.75 1.25 equity.contactHours.ratio -1.9 unseen.6m.anyChannel.share -1.7 unseen.6m.excludingNew.share -1.4 unseen.6m.share -1.4
    service.priorities.overduePerYear 0.75 1.25
    service.priorities.selfReported 0.75 1.25
    service.priorities.costPerHour 0.15 0.25
    service.priorities.campaign 1.5 2.5
    service.priorities.targetStrength 0.75 1.25
    service.priorities.ownSpread 0.3 0.5
    service.faceToFace.minutes 56.25 93.75 workload.overAWeek.share +62.0 workload.backlog.days.mean +46.5 workload.pressureHigh.share +42.3 contact.overdue.share +23.3 knowledge.private.share +17.3
    service.faceToFace.information 0.675 1 knowledge.notInView.share -8.8 contact.overdue.share -2.6 knowledge.currency.mean +2.3 knowledge.accuracy.mean +2.3
    service.phone.minutes 22.5 37.5 workload.overAWeek.share +40.8 contact.overdue.share +20.5 workload.backlog.days.mean +20.4 workload.pressureHigh.share +18.0 knowledge.private.share +10.0
    service.phone.information 0.375 0.625 knowledge.notInView.share -13.1 knowledge.accuracy.mean +2.8 knowledge.currency.mean +2.8
    service.video.minutes 33.75 56.25
    service.video.information 0.5625 0.9375
    service.email.minutes 9 15
    service.email.information 0.09 0.15
    service.group.minutes 90 150
    service.group.information 0.1125 0.1875
    service.groupSize 7.5 12.5
    service.lengthVariation 0.225 0.375
    service.preparationMinutes 18.75 31.25 workload.overAWeek.share +65.2 workload.backlog.days.mean +40.3 workload.pressureHigh.share +35.6 contact.overdue.share +31.8 knowledge.lostAtHandover.perYear +18.0
    service.registrationMinutes 15 25 workload.overAWeek.share +11.8 workload.pressureHigh.share +6.2 workload.backlog.days.mean +5.0 knowledge.notInView.share +1.0 time.contact.share -0.7
    service.leadDays 7 13 workload.overAWeek.share -13.8 contact.overdue.share +7.1 workload.backlog.days.mean -5.8 unseen.never.share +3.3 knowledge.notInView.share +1.8
    service.noShowShare 0.075 0.125 contact.missed.share +28.0 contact.overdue.share +7.5 knowledge.notInView.share +2.0 unseen.never.share +2.0 agreements.none.share +2.0
    service.noShowShareUnseen 0.2625 0.4375 contact.missed.share +22.7 unseen.24m.share +8.6 contact.overdue.share +5.7 unseen.12m.share +3.8 contact.sinceLast.days.p90 +3.4
    service.noShowMinutes 11.25 18.75 workload.overAWeek.share +5.6 time.contact.share +0.8 time.other.share -0.6
    service.noShowAttempts 2 4 unseen.24m.share -10.2 workload.pressureHigh.share +7.0 contact.overdue.share +5.6 workload.backlog.days.mean +5.3 unseen.12m.share -3.7
    service.noShowSanctionShare 0.015 0.025
    service.requestsPerYear 0.6 1 unseen.24m.share -14.0 unseen.12m.share -13.2 contact.perClientYear +10.9 contact.sinceLast.days.p90 -10.6 unseen.6m.share -9.1
    service.requestHeterogeneity 1.125 1.875 unseen.24m.share +33.5 unseen.12m.share +17.3 contact.sinceLast.days.p90 +16.0 unseen.never.share +8.8 unseen.6m.anyChannel.share +7.8
    service.request.minutes 11.25 18.75 workload.backlog.days.mean +6.0 equity.contactHours.ratio -4.9 contact.overdue.share +4.7 knowledge.private.share +3.3 unseen.6m.anyChannel.share +1.5
    service.request.information 0.15 0.25 knowledge.notInView.share -5.1 knowledge.private.share +3.5 knowledge.accuracy.mean +1.2 knowledge.currency.mean +1.0
    service.agreementMonths 4.5 7.5 agreements.none.share -29.7
    service.agreementShare 0.6375 1 agreements.none.share -36.2
    service.substitutionBacklogDays 3.75 6.25 workload.overAWeek.share +37.8 workload.pressureHigh.share +20.6 workload.backlog.days.mean +20.0 contact.overdue.share +19.6 knowledge.private.share +10.2
    service.enforcementBacklogDays 2.25 3.75
    service.sweepDays 68 114
    service.workItemExpiry false true unseen.12m.share -63.2 unseen.24m.share -59.3 workload.overAWeek.share +54.5 contact.sinceLast.days.p90 -48.8 unseen.6m.anyChannel.share -38.3
    service.catchUpDays 15 25 contact.overdue.share -7.2 unseen.6m.anyChannel.share -1.8 unseen.6m.excludingNew.share -1.7 unseen.6m.share -1.7 knowledge.notInView.share -1.5
    service.presenceShare 0.6375 1 contact.overdue.share -3.3 unseen.6m.excludingNew.share -1.0 unseen.6m.share -1.0 agreements.none.share -0.9 contact.sinceLast.days.p50 -0.8
    service.administrationPieceMinutes 11.25 18.75
    service.enforcement.checksPerYear 0.0375 0.0625
    service.enforcement.minutes 45 75 trajectory.success.share -4.0
    service.enforcement.exitShare 0.0375 0.0625
    service.fileReview.minutes 22.5 37.5
    service.fileReview.talkShare 0.15 0.25
    service.reminderShare 0 0.1 contact.missed.share -5.3
    service.reminderFactor 0.3 0.5
    service.reminderMinutes 3.75 6.25
    trajectories.instruments.proposalShare -25% +25% service.unmet.share +110.5 trajectory.running.clients +18.2 trajectory.starts.perYear +17.7 workload.overAWeek.share +15.4 cost.instruments.perYear +10.2
    trajectories.instruments.places -25% +25% service.unmet.share -96.5 trajectory.placements.perYear +59.3 cost.instruments.perYear +40.0 trajectory.running.clients +32.6 trajectory.starts.perYear +32.3
    trajectories.instruments.requestMinutes -25% +25% workload.overAWeek.share +26.3 workload.backlog.days.mean +14.7 workload.pressureHigh.share +12.3 knowledge.private.share +9.7 time.other.share +7.5
    trajectories.instruments.priceEuro -25% +25% cost.instruments.perYear +50.0 cost.perWorkExit +18.3
    trajectories.instruments.waitingDays -25% +25% trajectory.placements.perYear -10.3 service.unmet.share +5.6 cost.instruments.perYear -5.2 trajectory.running.clients -4.4 trajectory.starts.perYear -4.2
    trajectories.instruments.durationDays -25% +25% service.unmet.share +60.7 trajectory.placements.perYear -51.3 cost.instruments.perYear -29.7 trajectory.running.clients +23.5 trajectory.starts.perYear -22.9
    trajectories.instruments.dropOutShare -25% +25% service.unmet.share -6.8 cost.instruments.perYear +4.5 trajectory.starts.perYear +3.6
    trajectories.instruments.successShare -25% +25% trajectory.placements.perYear +49.1 trajectory.success.share +43.3 progress.up.perClientYear +5.8 outflow.work.rate +5.5 outflow.total.rate +1.9
    trajectories.instruments.knowledgeFit -25% +25%
    trajectories.instruments.readinessGain -25% +25% progress.up.perClientYear +5.9 progress.down.perClientYear +1.7
    trajectories.instruments.lockInFactor -25% +25% potential.hidden.share -1.4 caseload.perWorker.p90 -0.5 caseload.perWorker.p50 -0.5
    trajectories.instruments.placementShare -25% +25% trajectory.placements.perYear +68.5 workload.overAWeek.share -7.9 outflow.work.rate +5.9 cost.perWorkExit -4.0 workload.backlog.days.mean -3.3
    trajectories.instruments.isSubsidised false true outflow.subsidised.rate +53.6 outflow.work.rate -9.8
    trajectories.instruments.registerOnly false true cost.instruments.perYear -200.0 service.unmet.share -200.0 trajectory.placements.perYear -200.0 trajectory.running.clients -200.0 trajectory.starts.perYear -200.0
    trajectories.instruments.followUpMinutes -25% +25%
    trajectories.instruments.workFactorAfter -25% +25%
    trajectories.instruments.relapseFactor -25% +25%
    trajectories.lengthVariation 0.225 0.375
    labourMarket.demandIndex 0.75 1.25 outflow.work.rate +38.8 workload.overAWeek.share -32.5 cost.perWorkExit -28.8 workload.backlog.days.mean -21.1 workload.pressureHigh.share -19.9
    labourMarket.cycleAmplitude 0 0.1 caseload.perWorker.p50 -0.8 stock.clients -0.7 caseload.perFte -0.7 caseload.perWorker.mean -0.7 cost.benefits.perYear -0.7
    labourMarket.cycleYears 6 10
    outflow.rates.workPerYear -25% +25% outflow.work.rate +38.8 workload.overAWeek.share -32.5 cost.perWorkExit -28.8 workload.backlog.days.mean -21.1 workload.pressureHigh.share -19.9
    outflow.rates.subsidisedPerYear -25% +25% outflow.subsidised.rate +40.7 cost.perWorkExit -4.1 outflow.total.rate +2.0 caseload.perWorker.p50 -1.2 caseload.perFte -1.1
    outflow.rates.otherPerYear -25% +25% workload.overAWeek.share -54.9 outflow.other.rate +40.6 workload.backlog.days.mean -34.1 workload.pressureHigh.share -32.0 outflow.total.rate +27.1
    outflow.rates.contactEffectOnWork -25% +25% outflow.work.rate +6.3 cost.perWorkExit -4.5
    outflow.rates.contactEffectOnOther -25% +25% workload.overAWeek.share -8.2 workload.backlog.days.mean -4.8 outflow.other.rate +4.0 outflow.total.rate +2.6 caseload.perWorker.p10 -1.5
    outflow.pensionAndDeathPerYear 0.02625 0.04375 workload.overAWeek.share -22.7 workload.backlog.days.mean -12.5 workload.pressureHigh.share -11.8 outflow.other.rate +10.3 contact.overdue.share -7.9
    outflow.contactHalfLifeDays 45 75 workload.backlog.days.mean -3.0 contact.overdue.share -2.3 outflow.total.rate +2.0 caseload.perFte -1.0 caseload.perWorker.mean -1.0
    outflow.motivationEffectOnWork 0.75 1.25
    outflow.durationEffectOnWork 0.09 0.15 workload.overAWeek.share +8.8 outflow.work.rate -7.8 workload.backlog.days.mean +5.9 cost.perWorkExit +5.1 workload.pressureHigh.share +4.7
    outflow.relapseShare 0.267 0.445 relapse.6m.share +50.3 relapse.12m.share +49.5 workload.overAWeek.share +44.4 inflow.returning.share +41.9 workload.backlog.days.mean +27.1
    outflow.relapseShape 0.525 0.875 inflow.returning.share +8.2 relapse.12m.share +6.7 relapse.6m.share -6.3 workload.backlog.days.mean +6.0 workload.pressureHigh.share +4.4
    outflow.relapseScaleDays 183.75 306.25 relapse.6m.share -22.0 relapse.12m.share -17.3 workload.pressureHigh.share -7.3 workload.backlog.days.mean -6.4 inflow.returning.share -6.1
    outflow.relapseFactorWork 0.675 1.125 workload.overAWeek.share +21.2 relapse.6m.share +19.3 relapse.12m.share +18.3 inflow.returning.share +15.8 outflow.work.sustained12m.share -15.2
    outflow.relapseFactorSanction 1.2 2
    outflow.partTimeStartsPerYear 0.1125 0.1875 work.partTime.share +45.3 cost.benefits.perYear -1.4
    outflow.partTimeEndsPerYear 0.75 1.25 work.partTime.share -32.5 cost.benefits.perYear +0.9
    outflow.partTimeWorkFactor 1.125 1.875 work.partTime.share -5.8
    outflow.partTimeBenefitShare 0.375 0.625 cost.benefits.perYear +1.2
    outflow.aftercareShare 0 0.1
    outflow.aftercareMinutes 45 75
    outflow.aftercareRelapseFactor 0.675 1.125
    costs.ftePerYearEuro 71250 118750 cost.staff.perYear +50.0 cost.perWorkExit +31.7
    costs.benefitPerYearEuro 10650 17750 cost.benefits.perYear +50.0
    """
}
