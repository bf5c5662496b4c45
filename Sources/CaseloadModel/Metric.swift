/// A quantity that every replication reports, over the whole stock and per group of clients.
public enum Metric: Int, CaseIterable, Sendable {
  case stockClients
  case inflowPerYear
  case inflowReturningShare
  case caseloadPerWorkerMean
  case caseloadPerWorkerP10
  case caseloadPerWorkerP50
  case caseloadPerWorkerP90
  case caseloadPerFte
  case unseen6m
  case unseen12m
  case unseen24m
  case unseen6mExcludingNew
  case unseen6mAnyChannel
  case unseenNever
  case contactSinceLastP50
  case contactSinceLastP90
  case contactPerClientYear
  case knowledgeCurrency
  case knowledgeAccuracy
  case knowledgeNotInView
  case knowledgePrivateShare
  case knowledgeLostAtHandover
  case classificationCorrect
  case potentialHidden
  case agreementsNone
  case contactOverdue
  case outflowTotal
  case outflowWork
  case outflowSubsidised
  case outflowOther
  case outflowWorkSustained12m
  case relapse6m
  case relapse12m
  case durationOver5y
  case durationEndedUnder1y
  case progressUp
  case progressDown
  case trajectoryStarts
  case trajectorySuccess
  case serviceUnmet
  case workloadUtilisation
  case workloadBacklogDays
  case workloadTasksDone
  case workloadPressureHigh
  case workloadTooLarge
  case timeAdministration
  case timeContact
  case timeOther
  case equityContactHours
  case costStaff
  case costInstruments
  case costBenefits
  case costPerWorkExit
  case inflowDiverted
  case caseloadWaiting
  case workPartTime
  case vacanciesFilled
  case workloadOverAWeek
  case workloadPressureByCaseload
  case workloadSwapped12m
  case contactMissed
  case campaignAttendance
  case trajectoryRunning
  case trajectoryPlacements

  /// The id in files and on the command line, for example `unseen.6m.share`.
  public var id: String {
    switch self {
    case .stockClients: "stock.clients"
    case .inflowPerYear: "inflow.perYear"
    case .inflowReturningShare: "inflow.returning.share"
    case .caseloadPerWorkerMean: "caseload.perWorker.mean"
    case .caseloadPerWorkerP10: "caseload.perWorker.p10"
    case .caseloadPerWorkerP50: "caseload.perWorker.p50"
    case .caseloadPerWorkerP90: "caseload.perWorker.p90"
    case .caseloadPerFte: "caseload.perFte"
    case .unseen6m: "unseen.6m.share"
    case .unseen12m: "unseen.12m.share"
    case .unseen24m: "unseen.24m.share"
    case .unseen6mExcludingNew: "unseen.6m.excludingNew.share"
    case .unseen6mAnyChannel: "unseen.6m.anyChannel.share"
    case .unseenNever: "unseen.never.share"
    case .contactSinceLastP50: "contact.sinceLast.days.p50"
    case .contactSinceLastP90: "contact.sinceLast.days.p90"
    case .contactPerClientYear: "contact.perClientYear"
    case .knowledgeCurrency: "knowledge.currency.mean"
    case .knowledgeAccuracy: "knowledge.accuracy.mean"
    case .knowledgeNotInView: "knowledge.notInView.share"
    case .knowledgePrivateShare: "knowledge.private.share"
    case .knowledgeLostAtHandover: "knowledge.lostAtHandover.perYear"
    case .classificationCorrect: "knowledge.classificationCorrect.share"
    case .potentialHidden: "potential.hidden.share"
    case .agreementsNone: "agreements.none.share"
    case .contactOverdue: "contact.overdue.share"
    case .outflowTotal: "outflow.total.rate"
    case .outflowWork: "outflow.work.rate"
    case .outflowSubsidised: "outflow.subsidised.rate"
    case .outflowOther: "outflow.other.rate"
    case .outflowWorkSustained12m: "outflow.work.sustained12m.share"
    case .relapse6m: "relapse.6m.share"
    case .relapse12m: "relapse.12m.share"
    case .durationOver5y: "duration.stock.over5y.share"
    case .durationEndedUnder1y: "duration.ended.under1y.share"
    case .progressUp: "progress.up.perClientYear"
    case .progressDown: "progress.down.perClientYear"
    case .trajectoryStarts: "trajectory.starts.perYear"
    case .trajectorySuccess: "trajectory.success.share"
    case .serviceUnmet: "service.unmet.share"
    case .workloadUtilisation: "workload.utilisation.mean"
    case .workloadBacklogDays: "workload.backlog.days.mean"
    case .workloadTasksDone: "workload.tasksDone.share"
    case .workloadPressureHigh: "workload.pressureHigh.share"
    case .workloadTooLarge: "workload.tooLarge.share"
    case .timeAdministration: "time.administration.share"
    case .timeContact: "time.contact.share"
    case .timeOther: "time.other.share"
    case .equityContactHours: "equity.contactHours.ratio"
    case .costStaff: "cost.staff.perYear"
    case .costInstruments: "cost.instruments.perYear"
    case .costBenefits: "cost.benefits.perYear"
    case .costPerWorkExit: "cost.perWorkExit"
    case .inflowDiverted: "inflow.diverted.perYear"
    case .caseloadWaiting: "caseload.waiting.share"
    case .workPartTime: "work.partTime.share"
    case .vacanciesFilled: "vacancies.filled.share"
    case .workloadOverAWeek: "workload.overAWeek.share"
    case .workloadPressureByCaseload: "workload.pressureByCaseload.correlation"
    case .workloadSwapped12m: "workload.swapped12m.share"
    case .contactMissed: "contact.missed.share"
    case .campaignAttendance: "campaign.attendance.share"
    case .trajectoryRunning: "trajectory.running.clients"
    case .trajectoryPlacements: "trajectory.placements.perYear"
    }
  }
}
