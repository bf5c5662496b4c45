/// What is counted as it happens, for all clients and for each cell of the stock.
///
/// A metric is a ratio of sums of tallies; several metrics may use one.
enum Tally: Int, CaseIterable {
  // Time, filled in when a period is closed.

  /// Years of the period.
  case years
  /// Years that clients were in stock.
  case clientYears

  // Observations of the stock.

  /// Observations.
  case observations
  /// Clients in stock, at each observation.
  case clientsObserved
  /// Clients without a worker, at each observation.
  case clientsWithoutWorker
  /// Minutes of contact with the readiest fifth of the stock.
  case contactMinutesOfReadiest
  /// Minutes of contact with the least ready fifth of the stock.
  case contactMinutesOfLeastReady
  /// Workers with clients, at each observation.
  case workersObserved
  /// Everybody on the staff, at each observation.
  case staffObserved
  /// Clients whom a campaign is for, at each observation.
  case clientsInScope
  /// Clients whom a campaign is for and who are unseen for as long as it asks, at each observation.
  case clientsInScopeUnseen

  // Clients who come, move and go.

  /// People who come into stock; in a group when the intake has found it.
  case entries
  /// People who come into stock and were in it before.
  case returns
  /// Applicants who get a contract in place of a benefit.
  case diversions
  /// People who leave.
  case exits
  /// People who leave for regular work.
  case exitsToWork
  /// People who leave for work with a subsidy.
  case exitsToSubsidisedWork
  /// People who go over to another law at a rate, those who leave by it included.
  case transfers
  /// People who leave for any other reason.
  case exitsForOtherReasons
  /// People who leave and return within 182 days.
  case exitsReturningIn6m
  /// People who leave and return within 365 days.
  case exitsReturningIn12m
  /// People who leave for work, subsidised or not, and do not return within 365 days.
  case workExitsLasting12m
  /// People who leave within a year of coming.
  case exitsUnder1y
  /// People who leave within half a year of coming.
  case exitsUnder6m
  /// People who leave between half a year and a year after coming.
  case exits6to12m
  /// People who leave in the second year after coming.
  case exits1to2y
  /// People who leave in the third to fifth year after coming.
  case exits2to5y
  /// People who leave after five years or more.
  case exitsOver5y
  /// Years in stock in the first half-year of a spell.
  case clientYearsUnder6m
  /// Years in stock in the second half-year of a spell.
  case clientYears6to12m
  /// Years in stock in the second year of a spell.
  case clientYears1to2y
  /// Years in stock in the third to fifth year of a spell.
  case clientYears2to5y
  /// Years in stock after five years of a spell.
  case clientYearsOver5y
  /// People who leave and return within 30 days.
  case exitsReturningIn1m
  /// People who leave and return within 730 days.
  case exitsReturningIn24m
  /// People who leave and return within 1,826 days.
  case exitsReturningIn60m
  /// People who leave for work, subsidised or not, and return within 365 days.
  case workExitsReturningIn12m
  /// People who leave for reasons of their own life, pension and death apart.
  case ownExits
  /// Those of them who return within 365 days.
  case ownExitsReturningIn12m
  /// People whose benefit is ended after missed appointments or a check.
  case sanctionExits
  /// Those of them who return within 365 days.
  case sanctionExitsReturningIn12m
  /// People who leave at the longest time under a law.
  case limitExits
  /// Those of them who return within 365 days.
  case limitExitsReturningIn12m

  // Newcomers of the window, when their first and their second year is over.

  /// Newcomers whose first year is over.
  case newcomersOfAYear
  /// Those of them who are off benefit at the end of it.
  case newcomersOffBenefit
  /// Those of them who are in work at the end of it.
  case newcomersAtWork
  /// Those of them who have left for work within it.
  case newcomersWhoLeftForWork
  /// Days on benefit within the first year.
  case benefitDaysOfAYear
  /// Days in work within the first year.
  case workDaysOfAYear
  /// Newcomers whose second year is over.
  case newcomersOfTwoYears
  /// Days on benefit within two years.
  case benefitDaysOfTwoYears
  /// Days in work within two years.
  case workDaysOfTwoYears

  // Progress of readiness.

  /// Rungs up the ladder of six that clients' true readiness moves.
  case stepsUp
  /// Rungs down the ladder of six that clients' true readiness moves.
  case stepsDown

  // Service and work.

  /// Two-way personal contacts held.
  case contacts
  /// Two-way personal contacts that the organisation began.
  case contactsBegunByWorkers
  /// Two-way personal contacts that the client began.
  case contactsBegunByClients
  /// Hours of contact, preparation included.
  case contactHours
  /// Clients who get a worker after coming in or after a wait.
  case workersGiven
  /// Days that they have waited for one.
  case daysWaitedForWorker
  /// Appointments for planned contacts, kept or missed.
  case appointments
  /// Appointments for planned contacts that the client misses.
  case appointmentsMissed
  /// Appointments of clients called in by a campaign.
  case campaignAppointments
  /// Appointments of clients called in by a campaign that the client keeps.
  case campaignAppointmentsKept
  /// Currency that changes of worker cost.
  case currencyLost
  /// Tasks that come into a queue and contacts that fall due.
  case tasksCreated
  /// Tasks and planned contacts that are done.
  case tasksDone
  /// Minutes in office.
  case minutesPresent
  /// Hours in office, by role.
  case hoursPresent
  /// Minutes of contact.
  case minutesOfContact
  /// Minutes of administration.
  case minutesOfAdministration
  /// Minutes of all other work.
  case minutesOfOtherWork

  // What talks and invitations lead to.

  /// People who leave because a talk found that the right to the benefit had ended.
  case exitsFound
  /// People who leave between an invitation and its talk because of it.
  case exitsBeforeTalk
  /// Talks that lead to a referral to a vacancy.
  case referrals
  /// People who leave for work by a referral.
  case referralsHired

  // Trajectories, vacancies and money.

  /// Trajectories that start.
  case trajectoryStarts
  /// Days from the proposal of an instrument to its start.
  case daysWaitedForInstrument
  /// Trajectories that end.
  case trajectoryEnds
  /// Trajectories that end in success.
  case trajectorySuccesses
  /// Trajectories that an exit to work cuts short.
  case trajectoriesLeftForWork
  /// Trajectories that end in a placement.
  case placements
  /// Vacancies that are filled, withdrawn or taken by others.
  case vacanciesEnded
  /// Vacancies that a client fills.
  case vacanciesFilled
  /// Euro spent on trajectories and expertise.
  case purchasesEuro
  /// Euro spent on staff.
  case staffEuro
  /// Full-time equivalents employed, times years.
  case fteYears
  /// Euro spent on benefits.
  case benefitsEuro

  /// The name in tables.
  var name: String {
    switch self {
    case .years: "years"
    case .clientYears: "clientYears"
    case .observations: "observations"
    case .clientsObserved: "clientsObserved"
    case .clientsWithoutWorker: "clientsWithoutWorker"
    case .contactMinutesOfReadiest: "contactMinutesOfReadiest"
    case .contactMinutesOfLeastReady: "contactMinutesOfLeastReady"
    case .workersObserved: "workersObserved"
    case .staffObserved: "staffObserved"
    case .clientsInScope: "clientsInScope"
    case .clientsInScopeUnseen: "clientsInScopeUnseen"
    case .entries: "entries"
    case .returns: "returns"
    case .diversions: "diversions"
    case .exits: "exits"
    case .exitsToWork: "exitsToWork"
    case .exitsToSubsidisedWork: "exitsToSubsidisedWork"
    case .transfers: "transfers"
    case .exitsForOtherReasons: "exitsForOtherReasons"
    case .exitsReturningIn6m: "exitsReturningIn6m"
    case .exitsReturningIn12m: "exitsReturningIn12m"
    case .workExitsLasting12m: "workExitsLasting12m"
    case .exitsUnder1y: "exitsUnder1y"
    case .exitsUnder6m: "exitsUnder6m"
    case .exits6to12m: "exits6to12m"
    case .exits1to2y: "exits1to2y"
    case .exits2to5y: "exits2to5y"
    case .exitsOver5y: "exitsOver5y"
    case .clientYearsUnder6m: "clientYearsUnder6m"
    case .clientYears6to12m: "clientYears6to12m"
    case .clientYears1to2y: "clientYears1to2y"
    case .clientYears2to5y: "clientYears2to5y"
    case .clientYearsOver5y: "clientYearsOver5y"
    case .exitsReturningIn1m: "exitsReturningIn1m"
    case .exitsReturningIn24m: "exitsReturningIn24m"
    case .exitsReturningIn60m: "exitsReturningIn60m"
    case .workExitsReturningIn12m: "workExitsReturningIn12m"
    case .ownExits: "ownExits"
    case .ownExitsReturningIn12m: "ownExitsReturningIn12m"
    case .sanctionExits: "sanctionExits"
    case .sanctionExitsReturningIn12m: "sanctionExitsReturningIn12m"
    case .limitExits: "limitExits"
    case .limitExitsReturningIn12m: "limitExitsReturningIn12m"
    case .newcomersOfAYear: "newcomersOfAYear"
    case .newcomersOffBenefit: "newcomersOffBenefit"
    case .newcomersAtWork: "newcomersAtWork"
    case .newcomersWhoLeftForWork: "newcomersWhoLeftForWork"
    case .benefitDaysOfAYear: "benefitDaysOfAYear"
    case .workDaysOfAYear: "workDaysOfAYear"
    case .newcomersOfTwoYears: "newcomersOfTwoYears"
    case .benefitDaysOfTwoYears: "benefitDaysOfTwoYears"
    case .workDaysOfTwoYears: "workDaysOfTwoYears"
    case .stepsUp: "stepsUp"
    case .stepsDown: "stepsDown"
    case .contacts: "contacts"
    case .contactsBegunByWorkers: "contactsBegunByWorkers"
    case .contactsBegunByClients: "contactsBegunByClients"
    case .contactHours: "contactHours"
    case .workersGiven: "workersGiven"
    case .daysWaitedForWorker: "daysWaitedForWorker"
    case .appointments: "appointments"
    case .appointmentsMissed: "appointmentsMissed"
    case .campaignAppointments: "campaignAppointments"
    case .campaignAppointmentsKept: "campaignAppointmentsKept"
    case .currencyLost: "currencyLost"
    case .tasksCreated: "tasksCreated"
    case .tasksDone: "tasksDone"
    case .minutesPresent: "minutesPresent"
    case .hoursPresent: "hoursPresent"
    case .minutesOfContact: "minutesOfContact"
    case .minutesOfAdministration: "minutesOfAdministration"
    case .minutesOfOtherWork: "minutesOfOtherWork"
    case .exitsFound: "exitsFound"
    case .exitsBeforeTalk: "exitsBeforeTalk"
    case .referrals: "referrals"
    case .referralsHired: "referralsHired"
    case .trajectoryStarts: "trajectoryStarts"
    case .daysWaitedForInstrument: "daysWaitedForInstrument"
    case .trajectoryEnds: "trajectoryEnds"
    case .trajectorySuccesses: "trajectorySuccesses"
    case .trajectoriesLeftForWork: "trajectoriesLeftForWork"
    case .placements: "placements"
    case .vacanciesEnded: "vacanciesEnded"
    case .vacanciesFilled: "vacanciesFilled"
    case .purchasesEuro: "purchasesEuro"
    case .staffEuro: "staffEuro"
    case .fteYears: "fteYears"
    case .benefitsEuro: "benefitsEuro"
    }
  }
}
