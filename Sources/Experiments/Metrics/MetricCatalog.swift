import CaseloadModel

/// The meaning of every metric: the one source of `explain`, tables and reports.
public enum MetricCatalog {
  /// All definitions, in the order of `Metric`.
  public static let all: [MetricDefinition] = Metric.allCases.map(definition)

  /// The definitions that the default table shows, in order.
  public static let headlines: [MetricDefinition] = all.filter(\.isHeadline)

  /// The definition of a metric.
  public static subscript(metric: Metric) -> MetricDefinition { all[metric.rawValue] }

  /// What holds for all metrics together.
  public static let conventions = """
    Values are taken over the observation window, after the warm-up. Shares of clients are of the \
    clients in stock at the end of each month, all months together. Rates count events in the window \
    and divide by the client-years in stock in the window. Groups are those that the organisation \
    believes clients to be in. Per metric, the mean over replications is reported with the 95 % \
    confidence interval of Student's t distribution; replications in which a metric is not defined \
    (nobody in the group, no exits to divide by) are left out.
    """

  private static func definition(of metric: Metric) -> MetricDefinition {
    switch metric {
    case .stockClients, .inflowPerYear, .inflowReturningShare, .caseloadPerWorkerMean,
      .caseloadPerWorkerP10, .caseloadPerWorkerP50, .caseloadPerWorkerP90, .caseloadPerFte,
      .durationOver5y, .durationEndedUnder1y, .inflowDiverted, .caseloadWaiting:
      clients(metric)
    case .unseen6m, .unseen12m, .unseen24m, .unseen6mExcludingNew, .unseen6mAnyChannel,
      .unseenNever, .contactSinceLastP50, .contactSinceLastP90, .contactPerClientYear,
      .agreementsNone, .contactOverdue, .equityContactHours, .contactMissed, .campaignAttendance:
      contact(metric)
    case .knowledgeCurrency, .knowledgeAccuracy, .knowledgeNotInView, .knowledgePrivateShare,
      .knowledgeLostAtHandover, .classificationCorrect, .potentialHidden:
      knowledge(metric)
    case .outflowTotal, .outflowWork, .outflowSubsidised, .outflowOther,
      .outflowWorkSustained12m, .relapse6m, .relapse12m, .progressUp, .progressDown, .workPartTime,
      .vacanciesFilled:
      outflow(metric)
    case .trajectoryStarts, .trajectorySuccess, .serviceUnmet, .trajectoryRunning,
      .trajectoryPlacements:
      trajectories(metric)
    case .workloadUtilisation, .workloadBacklogDays, .workloadTasksDone, .workloadPressureHigh,
      .workloadTooLarge, .timeAdministration, .timeContact, .timeOther,
      .workloadOverAWeek, .workloadPressureByCaseload, .workloadSwapped12m:
      work(metric)
    case .costStaff, .costInstruments, .costBenefits, .costPerWorkExit:
      money(metric)
    }
  }
}
