import SimulationKernel
import Testing

@testable import CaseloadModel

/// Rooms of the model by themselves, without the organisation around them.
@Suite struct RoomTests {
  /// A clock of a run of a year from Monday 4 January 2010 on.
  private func clock(_ scenario: Scenario) -> Clock { Clock(scenario, seed: 1, replication: 0) }

  private func person(_ number: Int) -> ClientState {
    ClientState(
      streamID: UInt64(number), readiness: 0.5, motivation: 0.5, exitFactor: 1, spellStart: 0,
      readinessHome: 0.5, requestFactor: 1, restDraw: 0)
  }

  @Test func recordsAreAsSmallAsTheirCommentsSay() {
    #expect(MemoryLayout<ClientState>.stride == 128)
    #expect(UInt64.bitWidth == Scenario.mostElements && Scenario.mostElements < Int(UInt8.max))
    #expect(MemoryLayout<ClientService>.stride == 64)
    #expect(MemoryLayout<AttributeRecord>.stride == 32)
    #expect(ClientClock.allCases.count == ClientClock.count)
    #expect(MemoryLayout<ClockNumbers>.size == 4 * ClientClock.count)
  }

  @Test func everyClockHasANumberOfItsOwn() {
    var numbers = ClockNumbers()
    for life in ClientClock.allCases { numbers[life] = life.rawValue + 7 }
    for life in ClientClock.allCases { #expect(numbers[life] == life.rawValue + 7) }
  }

  @Test func whatIsKnownGoesOutOfDateWithoutStaff() {
    var scenario = TinyWorld.certain()
    scenario.knowledge.attributes = [
      KnowledgeAttribute(name: "readiness", weight: 1, changesPerYear: 0),
      KnowledgeAttribute(name: "debt", weight: 1, changesPerYear: 0.6),
    ]
    var clock = clock(scenario)
    var knowledge = Knowledge(scenario.knowledge)
    let count = 20_000
    for client in 0..<count {
      knowledge.addClient()
      knowledge.begin(client, streamID: UInt64(client), on: clock)
      for attribute in 0..<2 {
        knowledge.record(
          client: client, attribute: attribute, at: 0, accuracy: 1, isCorrect: true)
      }
    }
    clock.now = 365 * 1_440
    var accuracy = 0.0
    var currency = 0.0
    for client in 0..<count {
      while knowledge.isBehind(client, attribute: 1, on: clock) {
        _ = knowledge.takeChange(client, attribute: 1, streamID: UInt64(client), on: clock)
      }
      let level = knowledge.level(ofClient: client, at: clock.now)
      accuracy += level.accuracy
      currency += level.currency
    }
    // One attribute of two is right for ever, the other with chance exp(-0.6 x 365 / 365.25).
    let expected = 0.5 + 0.5 * 0.549_037
    #expect(abs(currency / Double(count) - expected) < 1e-5)
    // Standard error 0.0018.
    #expect(abs(accuracy / Double(count) - expected) < 0.007)
  }

  @Test func vacanciesArriveWithoutClientsOrStaff() {
    var scenario = TinyWorld.certain()
    scenario.labourMarket.vacancies = [
      VacancyStream(
        name: "desk", perYear: 900, fromGroup: "care", toGroup: "work", competitionPerDay: 0)
    ]
    let terms = Terms(scenario)
    var clock = clock(scenario)
    var market = LabourMarket()
    market.start(under: terms, on: &clock)
    var count = 0
    while let event = clock.queue.next(), event.minute <= clock.end {
      clock.now = event.minute
      guard market.ring(stream: 0, under: terms, on: &clock) else { break }
      let arrival = market.receive(stream: 0, under: terms, on: clock)
      count += 1
      // Nobody fits: closed without being filled, and the place is used again.
      #expect(market.closeIfDone(arrival.vacancy) == false)
    }
    #expect(market.vacancies.count == 1)
    // 365 days: 899.4 expected, with a standard deviation of 30.
    #expect(abs(count - 899) < 120)
  }

  @Test func aClientsClocksKeepTheirRatesWithoutAnOrganisation() {
    var scenario = TinyWorld.certain()
    scenario.service.requestsPerYear = 4
    scenario.service.enforcement.checksPerYear = 2
    let terms = Terms(scenario)
    var clock = clock(scenario)
    var clients = Clients(minimumCapacity: 16, on: clock)
    for client in 0..<500 {
      clients.state.append(person(client))
      clients.service.append(ClientService())
      clients.state[client].inStock = true
      clients.startClocks(of: client, under: terms, on: &clock)
    }
    var rings = [Int](repeating: 0, count: ClientClock.count)
    while let event = clock.queue.next(), event.minute <= clock.end {
      clock.now = event.minute
      let client = Int(event.entity)
      guard let life = ClientClock(rawValue: event.kind & 0xFF - ClientClock.firstEvent) else {
        Issue.record("an event of no clock")
        break
      }
      guard clients.ring(life, of: client, stamp: event.stamp) != nil else { continue }
      rings[Int(life.rawValue)] += 1
      clients.set(life, of: client, under: terms, on: &clock)
    }
    // 365 days: 1,999 requests and 999 checks expected, standard deviations 45 and 32.
    #expect(abs(rings[Int(ClientClock.request.rawValue)] - 1_999) < 180)
    #expect(abs(rings[Int(ClientClock.check.rawValue)] - 999) < 128)
    #expect(rings[Int(ClientClock.exit.rawValue)] == 0)
  }

  @Test func aClockThatWasStoppedOrSetAnewDoesNotRing() {
    var scenario = TinyWorld.certain()
    scenario.service.requestsPerYear = 50
    var faster = scenario
    faster.service.requestsPerYear = 100
    let (terms, changed) = (Terms(scenario), Terms(faster))
    var clock = clock(scenario)
    var clients = Clients(minimumCapacity: 16, on: clock)
    for client in 0..<3 {
      clients.state.append(person(client))
      clients.service.append(ClientService())
      clients.state[client].inStock = true
      clients.startClocks(of: client, under: terms, on: &clock)
    }
    clients.stopClocks(of: 0)
    clients.state[0].inStock = false
    clients.adopt(terms, before: terms, on: &clock)
    #expect(clients.state[1].numbers[.request] == 0)
    clients.state[2].inStock = false
    clients.adopt(changed, before: terms, on: &clock)
    var rung: [UInt32] = []
    while let event = clock.queue.next() {
      if clients.ring(.request, of: Int(event.entity), stamp: event.stamp) != nil {
        rung.append(event.entity)
      }
    }
    // Client 0 was stopped; of client 1 only the second setting rings; client 2 kept the first.
    #expect(rung.sorted() == [1, 2])
    #expect(clients.state[0].pendingEvents == 1)
    #expect(clients.state[1].pendingEvents == 2)
  }
}
