import SimulationKernel
import Testing

/// Networks of stations with product-form answers, and the machine repair model.
@Suite struct NetworkProofTests {
  /// A network of single servers with exponential services and random routing.
  private struct Network {
    /// Arrivals from outside, per station.
    var arrivals: [Double]
    /// Service rates.
    var services: [Double]
    /// Chance to go from a station to another; the rest leaves.
    var routing: [[Double]]

    /// Mean number at each station over a time, after a warm-up; the same start for all.
    func meanNumbers(seed: UInt64, warmUp: Double, until end: Double) -> [Double] {
      let count = services.count
      var queue = EventQueue()
      var stations: [ServiceStation] = []
      var numbers: [TimeWeightedStatistics] = []
      var streams: [RandomStream] = []
      for station in 0..<count {
        stations.append(ServiceStation(capacity: 1))
        numbers.append(TimeWeightedStatistics(at: 0, value: 0))
        streams.append(
          RandomStream(seed: seed, replication: 0, purpose: 3, entity: UInt64(station)))
        if arrivals[station] > 0 {
          let gap = Exponential(rate: arrivals[station]).sample(using: &streams[station])
          queue.schedule(at: gap, kind: 0, entity: UInt32(station))
        }
      }
      // An item is a customer number; the station of a service is kept beside it.
      var place: [Int] = []
      var isWarm = false
      func enter(_ item: UInt32, _ station: Int, at time: Double) {
        place[Int(item)] = station
        numbers[station].change(to: numbers[station].value + 1, at: time)
        if stations[station].arrive(item, at: time) == .started { serve(item, station, at: time) }
      }
      func serve(_ item: UInt32, _ station: Int, at time: Double) {
        let need = Exponential(rate: services[station]).sample(using: &streams[station])
        queue.schedule(at: time + need, kind: 1, entity: item)
      }
      while let event = queue.next(), event.time < end {
        let time = event.time
        if !isWarm && time >= warmUp {
          isWarm = true
          for station in 0..<count { numbers[station].restart(at: time) }
        }
        if event.kind == 0 {
          let station = Int(event.entity)
          let gap = Exponential(rate: arrivals[station]).sample(using: &streams[station])
          queue.schedule(at: time + gap, kind: 0, entity: event.entity)
          place.append(station)
          enter(UInt32(place.count - 1), station, at: time)
        } else {
          let station = place[Int(event.entity)]
          numbers[station].change(to: numbers[station].value - 1, at: time)
          if let next = stations[station].finish(event.entity, at: time) {
            serve(next, station, at: time)
          }
          var draw = streams[station].uniform()
          for target in 0..<count {
            draw -= routing[station][target]
            if draw < 0 {
              enter(event.entity, target, at: time)
              break
            }
          }
        }
      }
      return numbers.map { $0.mean(to: end) }
    }
  }

  private func prove(_ name: String, _ network: Network, expected: [Double]) {
    var means = expected.map { _ in RunningStatistics() }
    var covered = expected.map { _ in 0 }
    // An experiment is five independent runs; 200 experiments.
    for experiment in 0..<200 as Range<UInt64> {
      var runs = expected.map { _ in RunningStatistics() }
      for run in 0..<5 as Range<UInt64> {
        let numbers = network.meanNumbers(seed: experiment * 5 + run + 1, warmUp: 30, until: 330)
        for station in expected.indices {
          runs[station].add(numbers[station])
          means[station].add(numbers[station])
        }
      }
      for station in expected.indices
      where ConfidenceInterval(runs[station]).contains(expected[station]) { covered[station] += 1 }
    }
    for station in expected.indices {
      let z = (means[station].mean - expected[station]) / means[station].standardError
      #expect(z.magnitude < 4, "\(name), station \(station): \(means[station].mean)")
      #expect(
        (180...198).contains(covered[station]), "\(name), station \(station): \(covered[station])")
    }
  }

  @Test func tandem() {
    // Burke: the departures of the first queue are the Poisson arrivals of the second.
    prove(
      "tandem",
      Network(arrivals: [0.4, 0], services: [1, 1.25], routing: [[0, 1], [0, 0]]),
      expected: [0.4 / 0.6, 0.32 / 0.68])
  }

  @Test func jacksonNetwork() {
    // Traffic: l0 = 0.3 + 0.2 l1, l1 = 0.1 + 0.5 l0, so l0 = 0.32 / 0.9, l1 = 0.1 + 0.5 l0.
    let first = 0.32 / 0.9
    let second = 0.1 + 0.5 * first
    let loads = [first / 0.8, second / 0.7]
    prove(
      "Jackson network",
      Network(
        arrivals: [0.3, 0.1], services: [0.8, 0.7], routing: [[0, 0.5], [0.2, 0]]),
      expected: loads.map { $0 / (1 - $0) })
  }

  @Test func machineRepair() {
    // Six machines that break at rate 0.2, one mechanic at rate 1: a finite source.
    let chances = ClosedForm.birthDeath(
      most: 6, birth: { 0.2 * Double(6 - $0) }, death: { _ in 1 })
    let expected = ClosedForm.mean(chances)
    var means = RunningStatistics()
    var covered = 0
    for experiment in 0..<200 as Range<UInt64> {
      var runs = RunningStatistics()
      for run in 0..<5 as Range<UInt64> { runs.add(meanDown(seed: experiment * 5 + run + 1)) }
      means.add(runs.mean)
      if ConfidenceInterval(runs).contains(expected) { covered += 1 }
    }
    let z = (means.mean - expected) / means.standardError
    #expect(z.magnitude < 4, "down \(means.mean), expected \(expected)")
    #expect((180...198).contains(covered), "machine repair: \(covered) of 200 intervals cover")
  }

  /// Mean number of broken machines over time, after a warm-up.
  private func meanDown(seed: UInt64) -> Double {
    var queue = EventQueue()
    var shop = ServiceStation(capacity: 1)
    var down = TimeWeightedStatistics(at: 0, value: 0)
    var stream = RandomStream(seed: seed, replication: 0, purpose: 4, entity: 0)
    let life = Exponential(rate: 0.2)
    let repair = Exponential(rate: 1)
    for machine in 0..<6 as Range<UInt32> {
      queue.schedule(at: life.sample(using: &stream), kind: 0, entity: machine)
    }
    var isWarm = false
    while let event = queue.next(), event.time < 250 {
      let time = event.time
      if !isWarm && time > 50 {
        isWarm = true
        down.restart(at: time)
      }
      if event.kind == 0 {
        down.change(to: down.value + 1, at: time)
        if shop.arrive(event.entity, at: time) == .started {
          queue.schedule(
            at: time + repair.sample(using: &stream), kind: 1, entity: event.entity)
        }
      } else {
        down.change(to: down.value - 1, at: time)
        queue.schedule(at: time + life.sample(using: &stream), kind: 0, entity: event.entity)
        if let next = shop.finish(event.entity, at: time) {
          queue.schedule(at: time + repair.sample(using: &stream), kind: 1, entity: next)
        }
      }
    }
    return down.mean(to: 250)
  }

  @Test func aTinyWorldByTheClock() {
    // Arrivals at 0, 1, 2 with needs 3, 2, 1; the third is urgent and interrupts the first.
    var station = ServiceStation(capacity: 1, isPreemptive: true)
    #expect(station.arrive(1, priority: 5, at: 0) == .started)
    #expect(station.arrive(2, priority: 5, at: 1) == .queued)
    #expect(station.arrive(3, priority: 1, at: 2) == .preempted(1))
    // 3 is done at 3; 1 goes on ahead of 2 with one unit left, until 4; 2 runs from 4 to 6.
    #expect(station.finish(3, at: 3) == 1)
    #expect(station.finish(1, at: 4) == 2)
    #expect(station.finish(2, at: 6) == nil)
    #expect(station.busy.mean(to: 6) == 1)
    // The line: from 1 to 2 one, from 2 to 3 two, from 3 to 4 one.
    #expect(station.line.length.integral(to: 6) == 4)
    #expect(station.line.waits.mean == 2)  // 1 waited 1, and 2 waited 3
  }

  @Test func capacityLimitAndReneging() {
    var station = ServiceStation(capacity: 0, lineLimit: 2)
    #expect(station.arrive(1, at: 0) == .queued)
    #expect(station.arrive(2, at: 0) == .queued)
    #expect(station.arrive(3, at: 0) == .refused)
    let first = station.renege(1, at: 1)
    let second = station.renege(1, at: 1)
    #expect(first && !second)
    #expect(station.arrive(4, priority: -1, at: 1) == .queued)
    #expect(station.setCapacity(1, at: 2) == [4])
    #expect(station.setCapacity(3, at: 3) == [2])
    #expect(station.inService == 2)
    #expect(station.setCapacity(1, at: 4) == [])
    #expect(station.arrive(5, at: 4) == .queued)
    #expect(station.finish(4, at: 5) == nil)
    #expect(station.finish(2, at: 6) == 5)
    #expect(station.refusedCount == 1)
    #expect(station.line.renegedCount == 1)
  }

  @Test func misuseStops() async {
    await #expect(processExitsWith: .failure) { _ = ServiceStation(capacity: -1) }
    await #expect(processExitsWith: .failure) {
      var station = ServiceStation(capacity: 1)
      _ = station.finish(3, at: 0)
    }
    await #expect(processExitsWith: .failure) {
      var length = TimeWeightedStatistics(at: 2, value: 0)
      length.change(to: 1, at: 1)
    }
  }
}
