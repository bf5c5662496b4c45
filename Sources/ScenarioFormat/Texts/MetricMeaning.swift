import CaseloadModel

extension Metric {
  /// The exact definition, in one or two sentences.
  ///
  /// Shares are of the clients in stock and averaged over the observations of the window, unless stated.
  public var meaning: String {
    switch self {
    case .stockClients: "Persons in stock, averaged over the observations."
    case .inflowPerYear: "Persons who enter a year, those who return included."
    case .inflowReturningShare: "Part of those who enter who had left before."
    case .caseloadPerWorkerMean: "Mean number of clients per worker at an observation."
    case .caseloadPerWorkerP10: "Tenth percentile of clients per worker at an observation."
    case .caseloadPerWorkerP50: "Median of clients per worker at an observation."
    case .caseloadPerWorkerP90: "Ninetieth percentile of clients per worker at an observation."
    case .caseloadPerFte: "Clients in stock over full-time equivalents of workers in service."
    case .unseen6m: "Clients without two-way personal contact in 182 days."
    case .unseen12m: "Clients without two-way personal contact in 365 days."
    case .unseen24m: "Clients without two-way personal contact in 730 days."
    case .unseen6mExcludingNew:
      "Clients without two-way personal contact in 182 days, of those in stock for at least 182 days."
    case .unseen6mAnyChannel: "Clients without contact by any channel in 182 days."
    case .unseenNever: "Clients without two-way personal contact since their intake."
    case .contactSinceLastP50: "Median time since the last two-way personal contact."
    case .contactSinceLastP90: "Ninetieth percentile of the time since the last two-way contact."
    case .contactPerClientYear: "Completed two-way personal contacts per client and year."
    case .knowledgeCurrency:
      "Expected validity of what the organisation holds of a client, weighted over attributes."
    case .knowledgeAccuracy:
      "True validity: weighted part of the attributes whose stored value equals the truth."
    case .knowledgeNotInView: "Clients whose currency is below knowledge.inViewThreshold."
    case .knowledgePrivateShare:
      "Part of the currency that only the worker's own notes and memory hold."
    case .knowledgeLostAtHandover: "Currency lost at changes of worker, per client and year."
    case .classificationCorrect: "Clients whose believed group equals the true one."
    case .potentialHidden: "Clients who truly are in the highest group and are believed not to be."
    case .agreementsNone: "Clients without current agreements."
    case .contactOverdue: "Clients past the contact norm that holds for them."
    case .outflowTotal: "Exits of all kinds per average stock and year."
    case .outflowWork: "Exits to regular work per average stock and year."
    case .outflowSubsidised: "Exits to subsidised work per average stock and year."
    case .outflowOther: "Exits for other reasons per average stock and year."
    case .outflowWorkSustained12m:
      "Part of those who left for work who did not return within twelve months."
    case .relapse6m: "Part of all who left who returned within six months."
    case .relapse12m: "Part of all who left who returned within twelve months."
    case .durationOver5y: "Clients who have been on benefit for more than five years."
    case .durationEndedUnder1y: "Part of ended benefits that lasted less than one year."
    case .progressUp: "Steps to a higher true group, per client and year."
    case .progressDown: "Steps to a lower true group, per client and year."
    case .trajectoryStarts: "Trajectories that start a year."
    case .trajectorySuccess: "Part of ended trajectories that ended in success."
    case .serviceUnmet: "Clients for whom support was proposed that they do not get."
    case .workloadUtilisation: "Minutes worked over minutes present, averaged over workers."
    case .workloadBacklogDays: "Waiting work in working days, averaged over workers."
    case .workloadTasksDone: "Part of the tasks that fell due that were done."
    case .workloadPressureHigh: "Workers whose backlog exceeds what they call high pressure."
    case .workloadTooLarge: "Workers whose caseload exceeds what they call too large."
    case .timeAdministration: "Worked hours that go to administration, registration included."
    case .timeContact: "Worked hours that go to contacts."
    case .timeOther: "Worked hours that go to anything else."
    case .equityContactHours:
      "Contact hours per client in the fifth of clients with the highest readiness, over those in the lowest fifth."
    case .costStaff: "Price of workers a year."
    case .costInstruments: "Price of started trajectories a year."
    case .costBenefits: "Benefits paid a year."
    case .costPerWorkExit: "Price of workers and trajectories over exits to regular work."
    case .inflowDiverted: "Applicants who get a contract in place of a benefit."
    case .caseloadWaiting: "Clients in stock who wait for a worker."
    case .workPartTime: "Clients in stock who work part time beside the benefit."
    case .vacanciesFilled: "Vacancies that a client fills, of those that come in."
    }
  }

  /// The unit of the value.
  public var unit: String {
    switch self {
    case .stockClients: "persons"
    case .inflowPerYear, .inflowDiverted: "persons per year"
    case .caseloadPerWorkerMean, .caseloadPerWorkerP10, .caseloadPerWorkerP50,
      .caseloadPerWorkerP90:
      "clients per worker"
    case .caseloadPerFte: "clients per fte"
    case .contactSinceLastP50, .contactSinceLastP90: "days"
    case .contactPerClientYear: "contacts per client and year"
    case .knowledgeCurrency, .knowledgeAccuracy: "0 to 1"
    case .knowledgeLostAtHandover: "currency per client and year"
    case .outflowTotal, .outflowWork, .outflowSubsidised, .outflowOther: "exits per client and year"
    case .progressUp, .progressDown: "steps per client and year"
    case .trajectoryStarts: "starts per year"
    case .workloadUtilisation: "share of time present"
    case .workloadBacklogDays: "working days"
    case .equityContactHours: "ratio"
    case .costStaff, .costInstruments, .costBenefits: "euro per year"
    case .costPerWorkExit: "euro per exit"
    case .inflowReturningShare, .unseen6m, .unseen12m, .unseen24m, .unseen6mExcludingNew,
      .unseen6mAnyChannel, .unseenNever, .knowledgeNotInView, .knowledgePrivateShare,
      .classificationCorrect, .potentialHidden, .agreementsNone, .contactOverdue,
      .outflowWorkSustained12m, .relapse6m, .relapse12m, .durationOver5y, .durationEndedUnder1y,
      .trajectorySuccess, .serviceUnmet, .workloadTasksDone, .workloadPressureHigh,
      .workloadTooLarge, .timeAdministration, .timeContact, .timeOther, .caseloadWaiting,
      .workPartTime, .vacanciesFilled:
      "share"
    }
  }
}
