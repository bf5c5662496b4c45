// Metrics of work and time.
extension MetricCatalog {
  /// Metrics of work and time of the staff.
  static let work: [MetricDefinition] = [
    MetricDefinition(
      .workloadUtilisation, id: "workload.utilisation.mean",
      title: "Time in office that is worked", dutchTitle: "Gevulde werktijd",
      section: .work, unit: .share, decimals: 1, isHeadline: true,
      groups: .allTogether,
      accrual: .ratio(
        .minutesOfContact, .minutesOfAdministration, .minutesOfOtherWork, to: .minutesPresent),
      definition: """
        Minutes worked divided by minutes present, overtime included in both.
        """),
    MetricDefinition(
      .workloadBacklogDays, id: "workload.backlog.days.mean",
      title: "Backlog in working days", dutchTitle: "Werkvoorraad per klantmanager, in werkdagen",
      section: .work, unit: .workingDays, decimals: 1, isHeadline: true,
      groups: .perRole, accrual: .meanOfWorkers { $0.backlogDays },
      definition: """
        Time that the tasks in a worker's queue and the overdue contacts on the worker's list \
        take, in the worker's own working days, averaged over the workers who carry a caseload \
        at all observations together; per role over all who are in it. Overdue contacts of a \
        team count in equal parts.
        """),
    MetricDefinition(
      .workloadTasksDone, id: "workload.tasksDone.share",
      title: "Tasks that get done", dutchTitle: "Werk dat afkomt",
      section: .work, unit: .share, decimals: 1, isHeadline: true,
      groups: .allTogether, accrual: .ratio(.tasksDone, to: .tasksCreated),
      bounds: 0...Double.infinity,
      definition: """
        Tasks and planned contacts completed in the window divided by tasks created and \
        contacts that fell due in it; above 1 when a backlog is worked off.
        """),
    MetricDefinition(
      .workloadPressureHigh, id: "workload.pressureHigh.share",
      title: "Workers under high pressure", dutchTitle: "Klantmanagers met hoge werkdruk",
      section: .work, unit: .share, decimals: 1, isHeadline: true,
      groups: .perRole, accrual: .shareOfWorkers { $0.isUnderHighPressure },
      definition: """
        Share of the workers who carry a caseload for whom the part of the backlog that they \
        mean to get to reaches their own threshold for high pressure, at all observations \
        together; per role of all who are in it.
        """),
    MetricDefinition(
      .workloadTooLarge, id: "workload.tooLarge.share",
      title: "Workers with too large a caseload",
      dutchTitle: "Klantmanagers die hun caseload te groot vinden",
      section: .work, unit: .share, decimals: 1, isHeadline: true,
      groups: .allTogether, accrual: .shareOfWorkers { $0.hasTooLargeCaseload },
      definition: """
        Share of the workers who carry a caseload whose clients per full-time equivalent, \
        weighted with the work that the policy asks for them, exceed their own norm, at all \
        observations together. Weights are 1 on average in the initial stock.
        """),
    MetricDefinition(
      .timeAdministration, id: "time.administration.share",
      title: "Time on administration", dutchTitle: "Tijd voor administratie en registratie",
      section: .work, unit: .share, decimals: 1, isHeadline: false,
      groups: .allTogether,
      accrual: .share(
        .minutesOfAdministration, of: .minutesOfContact, .minutesOfAdministration,
        .minutesOfOtherWork),
      definition: """
        Share of worked minutes that goes to registration, steering and accountability.
        """),
    MetricDefinition(
      .timeContact, id: "time.contact.share",
      title: "Time on contact", dutchTitle: "Tijd voor klantcontact",
      section: .work, unit: .share, decimals: 1, isHeadline: true,
      groups: .allTogether,
      accrual: .share(
        .minutesOfContact, of: .minutesOfContact, .minutesOfAdministration, .minutesOfOtherWork),
      definition: """
        Share of worked minutes that goes to contact with clients: talks with preparation, \
        missed appointments, letters, e-mails, group sessions, questions that clients ask, \
        talks on the progress of trajectories, and aftercare.
        """),
    MetricDefinition(
      .timeOther, id: "time.other.share",
      title: "Time on other tasks", dutchTitle: "Tijd voor overige taken",
      section: .work, unit: .share, decimals: 1, isHeadline: false,
      groups: .allTogether,
      accrual: .share(
        .minutesOfOtherWork, of: .minutesOfContact, .minutesOfAdministration, .minutesOfOtherWork),
      definition: """
        Share of worked minutes that goes to all other work: side tasks, requests for \
        trajectories, assessments, matching with vacancies, handovers, checks of the right \
        to the benefit, and reviews of files.
        """),
    MetricDefinition(
      .workloadOverAWeek, id: "workload.overAWeek.share",
      title: "Workers over a week behind",
      dutchTitle: "Klantmanagers die meer dan een week achterlopen",
      section: .work, unit: .share, decimals: 1, isHeadline: false,
      groups: .perRole,
      accrual: .shareOfWorkers { $0.backlogDays > SimulationClock.workingDaysPerWeek },
      definition: """
        Share of the workers who carry a caseload whose backlog of tasks and overdue contacts \
        exceeds five working days, at all observations together; per role of all who are in \
        it.
        """),
    MetricDefinition(
      .workloadPressureByCaseload, id: "workload.pressureByCaseload.correlation",
      title: "Correlation of caseload and pressure", dutchTitle: "Samenhang caseload en werkdruk",
      section: .work, unit: .ratio, decimals: 2, isHeadline: false,
      groups: .allTogether, accrual: .meanOverStaff { $0.loadAndPressure.correlation },
      bounds: -1...1,
      definition: """
        Correlation over the workers who carry a caseload of clients per full-time equivalent \
        with the backlog that the worker means to get to, relative to what the worker bears, \
        at each observation, averaged over the observations at which there are three such \
        workers and a spread in both.
        """),
    MetricDefinition(
      .workloadSwapped12m, id: "workload.swapped12m.share",
      title: "Workers who swapped clients", dutchTitle: "Klantmanagers die klanten ruilden",
      section: .work, unit: .share, decimals: 1, isHeadline: false,
      groups: .allTogether, accrual: .shareOfWorkers { $0.hasSwappedWithinAYear },
      definition: """
        Share of the workers who carry a caseload who exchanged part of it with a colleague in \
        the last year, at all observations together.
        """),
    MetricDefinition(
      .workloadNotAllTasks, id: "workload.notAllTasks.share",
      title: "Workers who do not get to all tasks",
      dutchTitle: "Wie niet aan alle taken toekomt",
      section: .work, unit: .share, decimals: 1, isHeadline: true,
      groups: .perRole, accrual: .shareOfStaff { $0.fallsShort },
      definition: """
        Share of the staff, with clients or without, who between one observation and the next \
        did not get to some kind of task: more than a stated share (staffing.lateness) of the \
        work of that kind that came up was dropped, done late or still lies there too long. \
        Planned contacts, each kind of task and the duties of the day are kinds; a contact is \
        not late because the client did not come.
        """),
  ]
}
