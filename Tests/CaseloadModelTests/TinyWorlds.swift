import SimulationKernel

@testable import CaseloadModel

/// Scenarios so small and so certain that everything in them can be computed by hand.
enum TinyWorld {
  /// One full-time worker from Monday 4 January 2010 on, nobody in stock, no inflow, no chance.
  ///
  /// No absence, turnover, exits, requests, no-shows, drift or decay; every contact is face to face,
  /// lasts exactly as long as planned and tells everything. Administration and side tasks are off.
  static func certain() -> Scenario {
    var scenario = Scenario()
    scenario.name = "tiny"
    scenario.time.start = CivilDate(year: 2010, month: 1, day: 4) ?? scenario.time.start
    scenario.time.warmUpMonths = 0
    scenario.time.durationMonths = 12
    scenario.population.clients = 0
    scenario.population.initialDurationYears = 4.5
    scenario.population.exitHeterogeneity = 0
    scenario.population.otherHeterogeneity = 0
    scenario.inflow.shortSpellShare = 0
    scenario.outflow.durationEffectOnOther = 0
    scenario.outflow.relapseLateShare = 0
    scenario.outflow.relapseUnreadyEffect = 0
    scenario.outflow.attention.saturation = 3
    scenario.outflow.attention.repeatFloor = 0.5
    scenario.population.motivationSpread = 0
    scenario.population.readinessChangeSpread = 0
    scenario.population.readinessDriftUnattended = 0
    scenario.population.readinessReversion = 0
    scenario.population.readinessGainPerContact = 0
    scenario.population.reliabilitySpread = 0
    scenario.population.shocks = []
    scenario.inflow.applicationsPerYear = 0
    scenario.diagnosis.toolShare = 0
    scenario.diagnosis.accuracyWithTool = 1
    scenario.diagnosis.accuracyWithoutTool = 1
    scenario.diagnosis.healthAccuracyFactor = 1
    scenario.knowledge.attributes = scenario.knowledge.attributes.map {
      var attribute = $0
      attribute.changesPerYear = 0
      return attribute
    }
    scenario.knowledge.privateFadingPerYear = 0
    scenario.knowledge.registrationCompleteness = 1
    scenario.knowledge.registrationSpread = 0
    scenario.knowledge.registrationPressureEffect = 0
    scenario.staffing.fte = 1
    scenario.staffing.contractHoursPerWeek = 36
    scenario.staffing.leaveDaysPerYear = 0
    scenario.staffing.sicknessShare = 0
    scenario.staffing.turnoverPerYear = 0
    scenario.staffing.swapsPerYear = 0
    scenario.staffing.administrationShare = 0
    scenario.staffing.sideTaskShare = 0
    scenario.staffing.skillSpread = 0
    scenario.staffing.triage.discretion = 0
    scenario.staffing.absenceTakeOverShare = 0
    scenario.staffing.absenceLapseShare = 0
    scenario.knowledge.agreementsKeptAtDepartureShare = 1
    scenario.knowledge.agreementsKeptAtSwapShare = 1
    scenario.caseload.tooLargeByWorkShare = 0
    scenario.staffing.skillSpreadExits = 0
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].faceToFaceShare = 1
      scenario.service.norms[index].phoneShare = 0
      scenario.service.norms[index].videoShare = 0
      scenario.service.norms[index].restShare = 0
    }
    scenario.service.faceToFace.information = 1
    scenario.service.faceToFace.minutes = 60
    scenario.service.preparationMinutes = 15
    scenario.service.lengthVariation = 0
    scenario.service.noShowShare = 0
    scenario.service.noShowShareUnseen = 0
    scenario.service.requestsPerYear = 0
    scenario.service.agreementShare = 1
    scenario.service.priorities.ownSpread = 0
    scenario.service.enforcement.checksPerYear = 0
    scenario.trajectories.instruments = []
    for index in scenario.outflow.rates.indices {
      scenario.outflow.rates[index].workPerYear = 0
      scenario.outflow.rates[index].subsidisedPerYear = 0
      scenario.outflow.rates[index].otherPerYear = 0
    }
    scenario.outflow.pensionAndDeathPerYear = 0
    scenario.outflow.atContact.changesPerYear = 0
    scenario.outflow.atContact.sanctionShare = 0
    scenario.outflow.atContact.referralShare = 0
    scenario.outflow.atInvitation.workShare = 0
    scenario.outflow.atInvitation.otherShare = 0
    scenario.labourMarket.rivalryShare = 0
    scenario.outflow.attention.work.height = 0
    scenario.outflow.attention.other.height = 0
    scenario.outflow.attention.partTime.height = 0
    scenario.outflow.relapseShare = 0
    scenario.outflow.partTimeStartsPerYear = 0
    return scenario
  }

  /// An organisation without chance in which contacts are far apart and nothing is agreed.
  static func calm(clients: Int, fte: Double) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.population.clients = clients
    scenario.staffing.fte = fte
    scenario.service.agreementShare = 0
    for index in scenario.service.norms.indices {
      scenario.service.norms[index].intervalDays = 3_650
    }
    return scenario
  }

  /// An organisation of the default kind that is small enough for many runs.
  static func small(clients: Int = 600, fte: Double = 5) -> Scenario {
    var scenario = Scenario()
    scenario.time.warmUpMonths = 6
    scenario.time.durationMonths = 18
    scenario.population.clients = clients
    scenario.inflow.applicationsPerYear = 0.35 * Double(clients)
    scenario.staffing.fte = fte
    for index in scenario.trajectories.instruments.indices {
      scenario.trajectories.instruments[index].places = clients / 15
    }
    return scenario
  }

  /// The minute of a time of day on a day of the run; day 0 is Monday 4 January 2010.
  static func minute(day: Int, _ hour: Int, _ minute: Int) -> Int {
    day * 1_440 + hour * 60 + minute
  }
}

extension Simulation {
  /// How often a clock has been set, over all clients.
  func rings(_ life: ClientClock) -> Int {
    var sum = 0
    for client in clients.state.indices { sum += Int(clients.state[client].numbers[life]) }
    return sum
  }

  /// Executes events up to and including a minute.
  mutating func run(through minute: Int) {
    while let next = clock.queue.nextMinute, next <= minute, step() {}
    clock.now = max(clock.now, minute)
  }

  /// A person with a fixed stream enters the stock clock.now.
  mutating func admit(streamID: UInt64) -> Int {
    let client = addClient(streamID: streamID, isInitial: false)
    enterStock(client)
    return client
  }
}

extension Column {
  /// The records as an array, to loop over.
  var all: [Element] {
    var elements: [Element] = []
    for index in indices { elements.append(self[index]) }
    return elements
  }
}

extension Simulation {
  /// The chance that what was learned at the first intake of all is right, where each item is with a chance
  /// of `full`: readiness, two of 8.5 by weight, is worth what the judgement says.
  func accuracyOfFirstIntake(_ client: Int, full: Double) -> Double {
    let shares = scenario.population.groupShares
    let judged = JudgedGroups(inflow: shares.inflow, stock: shares.stock)
    let readiness = judged.predictiveValue(
      of: Int(clients.service[client].believedGroup), accuracy: full, on: .intake)
    return (2 * readiness + 6.5 * full) / 8.5
  }
}
