import SimulationKernel

// What is seen of the stock and the staff at the end of a month.
extension Simulation {
  /// Observes the stock, closes the period and schedules the next observation.
  mutating func observe() {
    observeClients()
    observeWorkers()
    checkBalance()
    observer.closePeriod(
      at: now, staffCost: staffCost)
    let next = observer.nextObservation
    if next < observer.days.days.count {
      schedule(.observation, at: observer.days.days[next] * SimulationClock.minutesPerDay)
    }
  }

  private mutating func observeClients() {
    var sinceContact = DayCounts()
    var contactBand = ReadinessBands()
    for client in clients.state.indices where clients.state[client].inStock {
      advanceTruth(client)
      observeService(of: client, sinceContact: &sinceContact)
      observeKnowledge(of: client)
      contactBand.add(
        readiness: clients.state[client].readiness,
        minutes: Double(clients.service[client].contactMinutes))
      clients.service[client].contactMinutes = 0
    }
    // One value per observation, so that the window holds the mean over observations.
    observer.observeStock()
    observer.add(
      .caseloadWaiting, Double(unassigned.count), Double(max(1, observer.stock[0])))
    if sinceContact.count > 0 {
      observer.add(.contactSinceLastP50, Double(sinceContact.quantile(0.5)), 1)
      observer.add(.contactSinceLastP90, Double(sinceContact.quantile(0.9)), 1)
    }
    let (top, bottom) = contactBand.meanOfTopAndBottomQuintile()
    observer.add(.equityContactHours, top, bottom)
  }

  private mutating func observeService(of client: Int, sinceContact: inout DayCounts) {
    let state = clients.state[client]
    let service = clients.service[client]
    let group = cells(of: client)
    let day = SimulationClock.minutesPerDay
    let unseenDays = (now - Int(service.lastContact)) / day
    let anyDays = (now - Int(service.lastAnyContact)) / day
    let stockDays = (now - Int(state.spellStart)) / day
    sinceContact.add(unseenDays)
    observer.add(.unseen6m, group, unseenDays >= 182 ? 1 : 0, 1)
    observer.add(.unseen12m, group, unseenDays >= 365 ? 1 : 0, 1)
    observer.add(.unseen24m, group, unseenDays >= 730 ? 1 : 0, 1)
    if stockDays >= 182 {
      observer.add(.unseen6mExcludingNew, group, unseenDays >= 182 ? 1 : 0, 1)
    }
    observer.add(.unseen6mAnyChannel, group, anyDays >= 182 ? 1 : 0, 1)
    observer.add(.unseenNever, group, service.contactsAfterIntake == 0 ? 1 : 0, 1)
    observer.add(.agreementsNone, group, Int(service.agreementUntil) < now ? 1 : 0, 1)
    observer.add(.contactOverdue, group, Int(service.due) < now ? 1 : 0, 1)
    observer.add(.durationOver5y, group, stockDays >= 1_826 ? 1 : 0, 1)
    let waits = service.trajectoryStage == .waiting || service.trajectoryStage == .requested
    observer.add(.serviceUnmet, group, waits ? 1 : 0, 1)
    observer.add(.workPartTime, group, state.worksPartTime ? 1 : 0, 1)
    let believed = group.group
    let truth = Int(state.trueGroup)
    observer.add(.classificationCorrect, group, believed == truth ? 1 : 0, 1)
    let isHidden = truth == groups.count - 1 && believed < truth
    observer.add(.potentialHidden, group, isHidden ? 1 : 0, 1)
  }

  private mutating func observeKnowledge(of client: Int) {
    let group = cells(of: client)
    let level = knowledge.level(ofClient: client, at: now)
    if !(level.currency >= 0 && level.currency <= 1 + 1e-12) {
      violated(.knowledgeWithinUnit, entity: client, expected: 1, found: level.currency)
    }
    if !(level.accuracy >= 0 && level.accuracy <= 1 + 1e-12) {
      violated(.knowledgeWithinUnit, entity: client, expected: 1, found: level.accuracy)
    }
    observer.add(.knowledgeCurrency, group, level.currency, 1)
    observer.add(.knowledgeAccuracy, group, level.accuracy, 1)
    // Somebody who has not been spoken to cannot be judged, whatever a file from elsewhere says.
    let isOutOfView =
      level.currency < scenario.knowledge.inViewThreshold || !clients.service[client].intakeDone
    observer.add(.knowledgeNotInView, group, isOutOfView ? 1 : 0, 1)
    observer.add(.knowledgePrivateShare, group, level.privateOnly, level.currency)
  }

  private mutating func observeWorkers() {
    var sizes: [Int] = []
    var fte = 0.0
    for worker in workers.state.indices
    where workers.state[worker].activity != .gone && carriesCaseload(worker) {
      let state = workers.state[worker]
      sizes.append(workers.clients[worker].count)
      fte += state.fte
      let backlog = backlogDays(of: worker)
      observer.add(.workloadBacklogDays, backlog, 1)
      observer.add(.workloadPressureHigh, backlog >= state.pressureThreshold ? 1 : 0, 1)
      observer.add(.workloadTooLarge, load(of: worker) > state.ownNorm ? 1 : 0, 1)
    }
    guard !sizes.isEmpty else { return }
    sizes.sort()
    let held = sizes.reduce(0, +)
    observer.add(.caseloadPerWorkerMean, Double(held) / Double(sizes.count), 1)
    observer.add(.caseloadPerFte, Double(held) / fte, 1)
    let rank = { (share: Double) in
      Double(sizes[min(sizes.count - 1, Int(share * Double(sizes.count)))])
    }
    observer.add(.caseloadPerWorkerP10, rank(0.1), 1)
    observer.add(.caseloadPerWorkerP50, rank(0.5), 1)
    observer.add(.caseloadPerWorkerP90, rank(0.9), 1)
  }

  /// Initial stock plus inflow minus outflow is the stock.
  private mutating func checkBalance() {
    let expected = observer.initial + observer.entries - observer.exits
    if observer.stock[0] != expected {
      violated(
        .clientsBalance, entity: -1, expected: Double(expected), found: Double(observer.stock[0]))
    }
  }
}

/// Counts of whole days, for quantiles that are exact to the day.
struct DayCounts {
  private var counts: [Int] = []
  /// Number of values.
  private(set) var count = 0

  /// Adds a value; values beyond a century count as a century.
  mutating func add(_ days: Int) {
    let value = min(36_525, max(0, days))
    if value >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: value + 1 - counts.count))
    }
    counts[value] += 1
    count += 1
  }

  /// The smallest value that at least the given share of values does not exceed.
  func quantile(_ share: Double) -> Int {
    let needed = max(1, Int((share * Double(count)).rounded(.up)))
    var seen = 0
    for value in counts.indices {
      seen += counts[value]
      if seen >= needed { return value }
    }
    return counts.count - 1
  }
}

/// Contact time by readiness in fine bands, from which quintiles of the stock are formed.
struct ReadinessBands {
  private static let bandCount = 1_000
  private var clients = [Double](repeating: 0, count: ReadinessBands.bandCount)
  private var minutes = [Double](repeating: 0, count: ReadinessBands.bandCount)
  private var count = 0.0

  /// Adds a client.
  mutating func add(readiness: Double, minutes contact: Double) {
    let band = min(
      ReadinessBands.bandCount - 1, Int(readiness * Double(ReadinessBands.bandCount)))
    clients[band] += 1
    minutes[band] += contact
    count += 1
  }

  /// Mean minutes per client in the readiest fifth and in the least ready fifth of the stock.
  ///
  /// A band on the border counts for the part that falls in the fifth.
  func meanOfTopAndBottomQuintile() -> (top: Double, bottom: Double) {
    let size = count / 5
    guard size > 0 else { return (0, 0) }
    let bands = ReadinessBands.bandCount
    return (
      sum(of: size, inOrder: (0..<bands).reversed()) / size,
      sum(of: size, inOrder: 0..<bands) / size
    )
  }

  private func sum(of size: Double, inOrder bands: some Sequence<Int>) -> Double {
    var left = size
    var total = 0.0
    for band in bands where clients[band] > 0 {
      let part = min(left, clients[band])
      total += minutes[band] * part / clients[band]
      left -= part
      if left <= 0 { break }
    }
    return total
  }
}
