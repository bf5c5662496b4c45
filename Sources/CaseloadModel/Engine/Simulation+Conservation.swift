import SimulationKernel

// Laws that hold after every replication, checked in release builds too.
extension Simulation {
  /// Checks the laws that concern the whole organisation at the end of a run.
  mutating func checkConservation() {
    checkStock()
    checkWorkers()
    checkLists()
    checkPlaces()
    checkMoney()
  }

  /// The running sums of money agree with the people whom they stand for.
  mutating func checkMoney() {
    var benefits = 0.0
    for client in clients.state.indices where clients.state[client].inStock {
      benefits += benefit(of: client)
    }
    if abs(benefits - observer.benefits) > 1e-6 * max(1, abs(benefits)) {
      violated(.moneyMatchesPeople, entity: -1, expected: benefits, found: observer.benefits)
    }
    let costs = staff.costPerYear(interventions)
    for role in costs.indices
    where abs(costs[role] - staff.payroll.perYear[role]) > 1e-6 * max(1, costs[role]) {
      violated(
        .moneyMatchesPeople, entity: role, expected: costs[role],
        found: staff.payroll.perYear[role])
    }
  }

  /// Whoever waits for an appointment stands on one list, and nobody else does.
  private mutating func checkLists() {
    var entries = [Int](repeating: 0, count: clients.count)
    for list in staff.lists.indices {
      for entry in staff.lists[list] { entries[Int(entry.client)] += 1 }
    }
    for client in clients.state.indices {
      let isListed = clients.state[client].inStock && clients.service[client].stage == .listed
      if entries[client] != (isListed ? 1 : 0) {
        violated(
          .listedOnce, entity: client, expected: isListed ? 1 : 0, found: Double(entries[client]))
      }
    }
  }

  /// Nobody is on an instrument without a place.
  private mutating func checkPlaces() {
    var running = [Int](repeating: 0, count: trajectories.instruments.count)
    for client in clients.state.indices where clients.state[client].inStock {
      if clients.service[client].trajectoryStage == .running {
        running[Int(clients.service[client].instrument)] += 1
      }
    }
    for index in trajectories.instruments.indices
    where running[index] != trajectories.instruments[index].places.inService {
      violated(
        .placesMatchClients, entity: index,
        expected: Double(trajectories.instruments[index].places.inService),
        found: Double(running[index]))
    }
  }

  private mutating func checkStock() {
    var inStock = 0
    for client in clients.state.indices where clients.state[client].inStock { inStock += 1 }
    let expected = observer.initial + observer.entries - observer.exits
    if inStock != expected {
      violated(
        .clientsBalance, entity: -1, expected: Double(expected), found: Double(inStock))
    }
  }

  private mutating func checkWorkers() {
    var holders = [Int](repeating: 0, count: clients.count)
    for worker in staff.workers.indices {
      for client in staff.caseloads[worker] {
        holders[Int(client)] += 1
        if clients.service[Int(client)].worker != Int32(worker) {
          violated(
            .oneWorkerPerClient, entity: Int(client), expected: Double(worker),
            found: Double(clients.service[Int(client)].worker))
        }
      }
      let state = staff.workers[worker]
      if worker == staff.overlapping {
        violated(.oneThingAtATime, entity: worker, expected: 1, found: 2)
      }
      if state.minutesWorked > state.minutesPresent {
        violated(
          .workedWithinPresence, entity: worker, expected: Double(state.minutesPresent),
          found: Double(state.minutesWorked))
      }
    }
    for client in clients.state.indices {
      let expected =
        clients.state[client].inStock && clients.service[client].worker >= 0 ? 1 : 0
      if holders[client] != expected {
        violated(
          .oneWorkerPerClient, entity: client, expected: Double(expected),
          found: Double(holders[client]))
      }
    }
  }
}
