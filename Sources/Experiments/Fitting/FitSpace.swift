import SimulationKernel

/// What emulators of all waves leave of the space of keys.
///
/// The implausibility of a point for a goal is the distance of the emulated figure from the target over the square
/// root of three variances: that of the observation (a third of the tolerance squared, so that without other
/// error exactly the points within the tolerance lie below 3), that of chance in simulation, and that of the
/// emulator. The implausibility of a point is its largest, over goals and waves.
///
/// Source: Craig, Goldstein, Seheult and Smith 1997, doi:10.1007/978-1-4612-2290-3_2; Vernon, Goldstein and
/// Bower 2010, doi:10.1214/10-BA524; the cutoff of 3 after Pukelsheim 1994, doi:10.1080/00031305.1994.10476079.
struct FitSpace: Sendable {
  /// The emulators of one wave, one per goal, with what chance adds.
  struct Wave: Sendable {
    let surfaces: [ResponseSurface]
    /// The standard error of the figures by chance.
    let noise: [Double]
  }

  /// The implausibility from which a point is ruled out.
  static let cutoff = 3.0

  let goals: [(value: Double, tolerance: Double)]
  let keyCount: Int
  /// The point that is preferred where the goals leave a choice.
  let start: [Double]
  var waves: [Wave] = []

  init(goals: [FitGoal], start: [Double]) {
    self.goals = goals.map { ($0.value, $0.tolerance) }
    self.start = start
    keyCount = start.count
  }

  /// The largest implausibility of a point over goals and waves.
  func implausibility(of point: [Double]) -> Double {
    var largest = 0.0
    for wave in waves {
      for (index, goal) in goals.enumerated() {
        let surface = wave.surfaces[index]
        let observation = goal.tolerance / FitSpace.cutoff
        let variance =
          observation * observation + wave.noise[index] * wave.noise[index]
          + surface.error * surface.error
        let distance = abs(surface.figure(at: point) - goal.value)
        largest = max(largest, distance / variance.squareRoot())
      }
    }
    return largest
  }

  /// The largest distance from a target in tolerances, as the last wave emulates it.
  func deviation(of point: [Double]) -> Double {
    guard let wave = waves.last else { return .infinity }
    var largest = 0.0
    for (index, goal) in goals.enumerated() {
      let distance = abs(wave.surfaces[index].figure(at: point) - goal.value)
      largest = max(largest, distance / goal.tolerance)
    }
    return largest
  }

  /// The part of the squared distance from the start, in ranges, that breaks ties between fits.
  static let pull = 0.1

  /// The squared distances of the last wave's figures from the targets in tolerances, and a pull to the start.
  func objective(_ point: [Double]) -> Double {
    guard let wave = waves.last else { return .infinity }
    var sum = FitSpace.pull * distanceFromStart(point)
    for (index, goal) in goals.enumerated() {
      let distance = (wave.surfaces[index].figure(at: point) - goal.value) / goal.tolerance
      sum += distance * distance
    }
    return sum
  }

  /// The squared distance from the start, in ranges.
  func distanceFromStart(_ point: [Double]) -> Double {
    zip(point, start).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// The point near one of the given ones at which a function is lowest: steps along each key that grow shorter.
  func lowest(_ function: ([Double]) -> Double, from starts: [[Double]]) -> [Double]? {
    var best: (point: [Double], value: Double)?
    for start in starts {
      var point = start
      var value = function(point)
      var step = 0.25
      while step > 1e-3 {
        var isBetter = false
        for key in 0..<keyCount {
          for sign in [-1.0, 1.0] {
            var next = point
            next[key] = min(1, max(0, point[key] + sign * step))
            let nextValue = function(next)
            if nextValue < value - 1e-9 {
              (point, value, isBetter) = (next, nextValue, true)
            }
          }
        }
        if !isBetter { step /= 2 }
      }
      if value < best?.value ?? .infinity { best = (point, value) }
    }
    return best?.point
  }

  /// Points of the region in which a test holds, from a walk through it.
  ///
  /// Hit and run: a random direction, and a random point of the line within the cube, taken when it lies in the
  /// region; else the line is shortened towards the present point. Source: Smith 1984,
  /// doi:10.1287/opre.32.6.1296; shrinking after Neal 2003, doi:10.1214/aos/1056562461.
  ///
  /// - Parameter starts: Points of the region, from which walks set out in turn.
  func walk(
    through region: ([Double]) -> Bool, from starts: [[Double]], count: Int, seed: UInt64,
    entity: Int
  ) -> [[Double]] {
    guard !starts.isEmpty else { return [] }
    var stream = DesignStream.fitWalk.stream(seed: seed, entity: entity)
    var visited: [[Double]] = []
    let walks = min(starts.count, FitSpace.mostWalks)
    for walk in 0..<walks {
      var point = starts[walk]
      for step in 0..<(count / walks + 1) * FitSpace.stepsBetween {
        let direction = (0..<keyCount).map { _ in
          Elementary.normalQuantile(min(1 - 1e-12, max(1e-12, stream.uniform())))
        }
        var (least, most) = (-Double.infinity, Double.infinity)
        for key in 0..<keyCount where direction[key] != 0 {
          let ends = (-point[key] / direction[key], (1 - point[key]) / direction[key])
          least = max(least, min(ends.0, ends.1))
          most = min(most, max(ends.0, ends.1))
        }
        for _ in 0..<FitSpace.mostTries {
          let length = least + stream.uniform() * (most - least)
          let next = (0..<keyCount).map { min(1, max(0, point[$0] + length * direction[$0])) }
          if region(next) {
            point = next
            break
          }
          if length < 0 { least = length } else { most = length }
        }
        if step % FitSpace.stepsBetween == FitSpace.stepsBetween - 1 { visited.append(point) }
      }
    }
    return visited
  }

  private static let mostWalks = 8
  private static let mostTries = 12
  /// Steps of a walk for one point that is kept.
  private static let stepsBetween = 6

  /// Picks points as far from each other, and from those taken before, as a greedy search finds.
  ///
  /// Source: Kennard and Stone 1969, doi:10.1080/00401706.1969.10490666.
  static func spread(_ count: Int, of points: [[Double]], from taken: [[Double]] = []) -> [Int] {
    guard !points.isEmpty else { return [] }
    func distance(_ a: [Double], _ b: [Double]) -> Double {
      var sum = 0.0
      for key in a.indices { sum += (a[key] - b[key]) * (a[key] - b[key]) }
      return sum
    }
    var nearest = points.map { point in taken.map { distance(point, $0) }.min() ?? .infinity }
    var chosen: [Int] = []
    while chosen.count < min(count, points.count) {
      var index = 0
      for candidate in points.indices where nearest[candidate] > nearest[index] {
        index = candidate
      }
      guard nearest[index] > 0 else { break }
      chosen.append(index)
      for other in points.indices {
        nearest[other] = min(nearest[other], distance(points[other], points[index]))
      }
    }
    return chosen
  }
}
