/// The caseloads of the workers of one pool, with the smallest and the largest at hand.
///
/// Two tournament trees over the workers: finding the winner costs nothing, a change of one caseload
/// O(log n). Among equals the worker who came first wins.
struct LoadIndex {
  /// Workers by slot.
  private(set) var workers: [Int32] = []
  /// Clients of the pool.
  private(set) var clientCount = 0
  /// Full-time equivalents of the pool.
  private(set) var fte = 0.0
  /// Full-time equivalents, by slot.
  private var fteOfSlot: [Double] = []
  /// Clients, by slot.
  private var sizeOfSlot: [Int] = []
  /// Slots that the trees have room for, a power of two.
  private var capacity = 1
  /// Slots that win each match, root at 1; -1 stands for nobody.
  private var least: [Int32] = [-1, -1]
  /// The same for the largest caseload.
  private var most: [Int32] = [-1, -1]

  /// The employed worker with the smallest caseload per full-time equivalent; -1 when there is none.
  var leastLoaded: Int { least[1] < 0 ? -1 : Int(workers[Int(least[1])]) }

  /// The employed worker with the largest caseload per full-time equivalent; -1 when there is none.
  var mostLoaded: Int { most[1] < 0 ? -1 : Int(workers[Int(most[1])]) }

  /// Clients per full-time equivalent of the pool.
  var meanLoad: Double { fte > 0 ? Double(clientCount) / fte : 0 }

  /// Whether nobody of the pool is employed.
  var isEmpty: Bool { least[1] < 0 }

  /// The employed workers other than that of a slot, in the order in which they came.
  ///
  /// - Complexity: O(workers), over a few bytes for each.
  func colleagues(ofSlot slot: Int) -> [Int32] {
    var found: [Int32] = []
    for other in workers.indices where other != slot && least[capacity + other] >= 0 {
      found.append(workers[other])
    }
    return found
  }

  /// Adds a worker without clients and returns the slot.
  mutating func add(worker: Int, fte newFte: Double) -> Int {
    workers.append(Int32(worker))
    fteOfSlot.append(newFte)
    sizeOfSlot.append(0)
    fte += newFte
    if workers.count > capacity { grow() }
    let slot = workers.count - 1
    place(slot, isEmployed: true)
    return slot
  }

  /// Sets the number of clients of a slot.
  mutating func setSize(_ size: Int, slot: Int) {
    clientCount += size - sizeOfSlot[slot]
    sizeOfSlot[slot] = size
    replay(slot)
  }

  /// Takes a worker without clients out.
  mutating func remove(slot: Int) {
    fte -= fteOfSlot[slot]
    clientCount -= sizeOfSlot[slot]
    sizeOfSlot[slot] = 0
    place(slot, isEmployed: false)
  }

  private mutating func grow() {
    let employed = (0..<capacity).map { least[capacity + $0] >= 0 }
    capacity *= 2
    least = Array(repeating: -1, count: 2 * capacity)
    most = least
    for slot in employed.indices where employed[slot] { place(slot, isEmployed: true) }
  }

  private mutating func place(_ slot: Int, isEmployed: Bool) {
    least[capacity + slot] = isEmployed ? Int32(slot) : -1
    most[capacity + slot] = isEmployed ? Int32(slot) : -1
    replay(slot)
  }

  private func load(_ slot: Int32) -> Double {
    Double(sizeOfSlot[Int(slot)]) / fteOfSlot[Int(slot)]
  }

  /// Plays the matches of a slot again, up to the root.
  private mutating func replay(_ slot: Int) {
    var node = (capacity + slot) / 2
    while node >= 1 {
      let (left, right) = (least[2 * node], least[2 * node + 1])
      least[node] =
        right < 0 || (left >= 0 && load(left) <= load(right)) ? left : right
      let (first, second) = (most[2 * node], most[2 * node + 1])
      most[node] =
        second < 0 || (first >= 0 && load(first) >= load(second)) ? first : second
      node /= 2
    }
  }
}
