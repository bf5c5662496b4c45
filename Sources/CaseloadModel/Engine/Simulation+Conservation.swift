import SimulationKernel

// Laws that hold after every replication, checked in release builds too.
extension Simulation {
  /// Checks the laws that concern the whole organisation at the end of a run.
  mutating func checkConservation() {
    checkStock()
    checkWorkers()
    checkLists()
    checkPlaces()
  }

  /// Whoever waits for an appointment stands on one list, and nobody else does.
  private mutating func checkLists() {
    var entries = [Int](repeating: 0, count: clients.count)
    for list in workers.due.indices {
      for entry in workers.due[list] { entries[Int(entry.client)] += 1 }
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
    var running = [Int](repeating: 0, count: instruments.count)
    for client in clients.state.indices where clients.state[client].inStock {
      let stage = clients.service[client].trajectoryStage
      if stage == .reserved || stage == .running {
        running[Int(clients.service[client].instrument)] += 1
      }
    }
    for index in instruments.indices where running[index] != instruments[index].places.inService {
      violated(
        .placesMatchClients, entity: index, expected: Double(instruments[index].places.inService),
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
    for worker in workers.state.indices {
      for client in workers.clients[worker] {
        holders[Int(client)] += 1
        if clients.service[Int(client)].worker != Int32(worker) {
          violated(
            .oneWorkerPerClient, entity: Int(client), expected: Double(worker),
            found: Double(clients.service[Int(client)].worker))
        }
      }
      let state = workers.state[worker]
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
