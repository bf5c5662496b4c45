import SimulationKernel

// What happens to a client in service. Each door changes at once what changes together.
extension Clients {
  // MARK: - The next contact

  /// The next contact is due at a moment, in minutes.
  @inline(__always)
  mutating func setDue(_ client: Int, at moment: Double) {
    service[client].due = Int32(min(SimulationClock.farthest, moment))
  }

  /// The next contact is due at a minute at the latest.
  mutating func bringForward(_ client: Int, to minute: Int) {
    service[client].due = min(service[client].due, Int32(minute))
  }

  /// What was planned for a client is stale: another plan takes its place.
  @inline(__always)
  mutating func planAnew(_ client: Int) { service[client].dueTicket &+= 1 }

  /// A client goes on a list: that of `visitor`, or of the own worker when that is -1.
  ///
  /// - Returns: Whether a contact falls due by that; one that is put back on a list counts once.
  mutating func list(_ client: Int, visitor: Int) -> Bool {
    service[client].stage = .listed
    service[client].visitor = Int32(visitor)
    guard !service[client].isCaseOpen else { return false }
    service[client].isCaseOpen = true
    return true
  }

  /// Nothing of the next contact is under way any more.
  @inline(__always)
  mutating func clearContact(_ client: Int) {
    service[client].stage = .none
    service[client].visitor = -1
  }

  /// A client gets an appointment, or a letter is to be written.
  mutating func book(_ client: Int) {
    service[client].stage = .booked
    planAnew(client)
  }

  /// The next contact of a client is at a stage, whoever has the client.
  mutating func setStage(of client: Int, _ stage: ContactStage) {
    service[client].stage = stage
  }

  /// Somebody else than the client's own worker has the client on the list or in the agenda.
  mutating func visit(_ client: Int, by worker: Int) { service[client].visitor = Int32(worker) }

  /// The contact that had fallen due needs no more work.
  ///
  /// - Returns: Whether there was one.
  mutating func closeCase(_ client: Int) -> Bool {
    let wasOpen = service[client].isCaseOpen
    service[client].isCaseOpen = false
    return wasOpen
  }

  // MARK: - Contacts

  /// The number of the contact that is held or tried now, which keys its draws.
  @inline(__always)
  mutating func takeContactNumber(of client: Int) -> UInt32 {
    let number = service[client].contactDraws
    service[client].contactDraws = number + 1
    return number
  }

  /// There is contact with a client, planned or not.
  @inline(__always)
  mutating func meet(_ client: Int, isTwoWay: Bool, at minute: Int) {
    service[client].lastAnyContact = Int32(minute)
    guard isTwoWay else { return }
    service[client].lastContact = Int32(minute)
    service[client].contactsAfterIntake &+= 1
  }

  /// A planned contact has been held: the intake, when there was none yet.
  mutating func completeContact(_ client: Int) {
    service[client].intakeDone = true
    service[client].missed = 0
    service[client].asked = false
    service[client].visitor = -1
  }

  /// A client does not come to an appointment.
  ///
  /// - Returns: How many in a row that are. Before the intake nobody counts on, so that the byte may go round.
  mutating func missAppointment(_ client: Int) -> Int {
    service[client].missed &+= 1
    service[client].stage = .none
    return Int(service[client].missed)
  }

  /// After enough missed appointments the count begins anew.
  mutating func restAfterMissing(_ client: Int) { service[client].missed = 0 }

  /// The intake has been held: talks after it count from here.
  mutating func beginCountingContacts(_ client: Int) { service[client].contactsAfterIntake = 0 }

  /// A client has asked for contact, or has been answered.
  mutating func setAsked(_ client: Int, _ hasAsked: Bool) { service[client].asked = hasAsked }

  /// What is agreed with a client holds until a minute.
  mutating func agree(with client: Int, until minute: Int32) {
    service[client].agreementUntil = minute
  }

  // MARK: - What the organisation believes

  /// The organisation takes a client for one of a group.
  mutating func believe(_ client: Int, isOf group: Int) {
    service[client].believedGroup = UInt8(group)
  }

  /// The rest policy leaves a client alone, or no longer does.
  mutating func setRest(_ client: Int, _ rests: Bool) { service[client].atRest = rests }

  // MARK: - Numbers that key the draws of what is decided about a client

  /// A number that keys draws, which goes on by one.
  @inline(__always)
  private static func take(_ number: inout UInt16) -> UInt16 {
    defer { number &+= 1 }
    return number
  }

  /// The number of the change of worker that takes place now.
  mutating func takeHandoverNumber(of client: Int) -> UInt16 {
    Clients.take(&service[client].handoverDraws)
  }

  /// The number of the check whose outcome is drawn now.
  mutating func takeCheckNumber(of client: Int) -> UInt16 {
    Clients.take(&service[client].checkOutcomes)
  }

  /// The number of the file review whose outcome is drawn now.
  mutating func takeReviewNumber(of client: Int) -> UInt16 {
    Clients.take(&service[client].reviewOutcomes)
  }

  /// The number of the match with a vacancy that is tried now.
  mutating func takeMatchNumber(of client: Int) -> UInt16 {
    Clients.take(&service[client].matches)
  }

  // MARK: - Workers and campaigns

  /// A client is one of a worker's, at a position of the worker's list of clients.
  mutating func give(_ client: Int, to worker: Int, position: Int) {
    service[client].worker = Int32(worker)
    service[client].position = Int32(position)
  }

  /// The worker's list of clients has closed up: a client stands at another position of it.
  mutating func move(_ client: Int, toPosition position: Int) {
    service[client].position = Int32(position)
  }

  /// A client has no worker any more.
  mutating func takeFromWorker(_ client: Int) {
    service[client].worker = -1
    service[client].position = -1
  }

  /// A campaign calls a client in for a moment, in minutes, unless a contact is due before.
  mutating func callIn(_ client: Int, campaign index: Int, at moment: Double) {
    service[client].campaign = UInt8(index + 1)
    setDue(client, at: min(Double(service[client].due), moment))
  }

  /// The campaign that called a client in is over.
  mutating func dropCall(_ client: Int) { service[client].campaign = 0 }

  /// A campaign has met a client: its follow-up holds from now on.
  mutating func closeCall(_ client: Int) {
    service[client].followUpCampaign = service[client].campaign
    service[client].campaign = 0
  }
}

// The course of a trajectory, stage by stage; `trajectoryNumber` is another after each step.
extension Clients {
  /// The number of a proposal, which keys its draws and those of the trajectory that comes of it.
  mutating func takeProposalNumber(of client: Int) -> UInt16 {
    let number = state[client].trajectoryDraws
    state[client].trajectoryDraws = number &+ 1
    return number
  }

  /// There is no money for an instrument that fits.
  mutating func deny(_ instrument: Int, to client: Int) {
    state[client].deniedInstrument = UInt8(instrument)
    service[client].trajectoryStage = .none
  }

  /// An instrument is proposed; the worker has to ask for it.
  mutating func propose(_ instrument: Int, to client: Int) {
    state[client].deniedInstrument = ClientState.noInstrument
    service[client].trajectoryStage = .requested
    service[client].instrument = UInt8(instrument)
  }

  /// The request is on its way; `budgetYear` is the calendar year that pays, as years since that of the start.
  mutating func request(_ client: Int, budgetYear: Int) {
    state[client].budgetYear = UInt8(budgetYear)
    service[client].trajectoryStage = .pending
  }

  /// The request has been dealt with: the client stands in line for a place.
  mutating func awaitPlace(_ client: Int) { service[client].trajectoryStage = .waiting }

  /// The trajectory begins; how it will end is settled.
  mutating func startTrajectory(_ client: Int, endingIn end: TrajectoryEnd) {
    service[client].trajectoryEnd = end
    service[client].trajectoryStage = .running
    service[client].trajectoryStarts &+= 1
  }

  /// The trajectory is over, or given up at whatever stage.
  mutating func endTrajectory(_ client: Int) { service[client].trajectoryStage = .none }

  /// A trajectory that went well changes exits to work by a factor until a minute.
  mutating func help(_ client: Int, factor: Double, until minute: Int) {
    state[client].helpFactor = Float(factor)
    state[client].helpUntil = Int32(minute)
  }

  // MARK: - What stands

  /// Whether the appointment or letter with a number is still what a client waits for.
  func isBooked(_ client: Int, ticket: UInt32) -> Bool {
    service[client].stage == .booked && service[client].dueTicket == ticket
  }

  /// Whether the client of a task is still in the spell in which it was made.
  func isCurrent(_ task: WorkTask) -> Bool {
    let client = Int(task.client)
    return state[client].inStock && service[client].spell == task.spell
  }

  /// Whether a task is for a client who is still in the spell for which it was made.
  func isForCurrentSpell(_ task: WorkTask) -> Bool {
    task.client >= 0 && service[Int(task.client)].spell == task.spell
  }

  /// Whether a worker serves a client: as the client's own worker, or as the external of a campaign.
  func isServed(_ client: Int, by worker: Int) -> Bool {
    let service = self.service[client]
    return service.visitor >= 0
      ? service.visitor == Int32(worker) : service.worker == Int32(worker)
  }

  /// Whether a contact that is due is put off for too long.
  func isContactLate(of client: Int, under terms: Terms, at minute: Int) -> Bool {
    let limit = terms.scenario.staffing.lateness.contactDays * Double(SimulationClock.minutesPerDay)
    return Double(minute - Int(service[client].due)) > limit
  }

  /// The first sweep through the caseload at or after a moment; workers take turns over the days.
  func nextSweep(of client: Int, from moment: Int, under terms: Terms) -> Int {
    let period = terms.scenario.service.sweepDays
    let day = (moment + SimulationClock.minutesPerDay - 1) / SimulationClock.minutesPerDay
    let offset = max(0, Int(service[client].worker)) % period
    let rest = (day - offset) % period
    let wait = rest <= 0 ? -rest : period - rest
    return (day + wait) * SimulationClock.minutesPerDay
  }

  /// Whether the client gets a call the day before.
  func getsReminder(
    _ client: Int, under terms: Terms, on clock: borrowing Clock
  ) -> Bool {
    guard terms.scenario.service.reminderShare > 0 else { return false }
    var draws = clock.stream(
      .reminder, state[client].streamID,
      draw: UInt64(service[client].contactDraws))
    return draws.uniform() < terms.scenario.service.reminderShare
  }

  /// Whether the intake of the present spell is done with a diagnostic instrument.
  func usesTool(
    _ client: Int, under terms: Terms, on clock: borrowing Clock
  ) -> Bool {
    var draws = clock.stream(
      .clientTraits, state[client].streamID, draw: 1 + UInt64(state[client].spells))
    return draws.uniform() < terms.scenario.diagnosis.toolShare
  }
}
