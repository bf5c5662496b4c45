import SimulationKernel

/// A point of a fit that was simulated.
package struct FitPoint: Sendable, Equatable {
  /// The place of each key, 0…1.
  package let place: [Double]
  /// What simulation found.
  package let found: FitFigures
  /// The wave in which it was simulated, from 1.
  package let wave: Int
  /// Whether it has all replications, so that it can be a set of the ensemble.
  package var isFull = true
}

/// A first look at chance: a point in several replications, and what one replication misses there.
package struct FitPilot: Sendable {
  /// What simulation found.
  package let found: FitFigures
  /// Its replications.
  package let replications: Int
  /// Replications that a set of the ensemble is to have.
  package let wanted: Int

  /// Makes a pilot.
  package init(found: FitFigures, replications: Int, wanted: Int) {
    self.found = found
    self.replications = replications
    self.wanted = wanted
  }

  /// The standard deviation of each figure from replication to replication.
  var deviations: [Double] { found.errors.map { $0 * Double(replications).squareRoot() } }
}

/// History matching: finds the sets of keys that reproduce targets, by simulating where that is plausible.
///
/// Waves of points are simulated. After each wave emulators are fitted to the points that were plausible so far,
/// and rule out where a target cannot be met; the next points are spread over what all waves leave. At the
/// end sets are simulated from where all targets are met, and those that meet them in simulation make the ensemble.
///
///     var match = HistoryMatch(goals: goals, start: start, seed: 1)
///     while let points = match.nextPoints() { match.add(points, simulate(points)) }
///     match.ensemble  // sets that meet all targets in simulation, spread over what is left
/// After a pilot the points of waves have one replication, the same for all, and only sets of the ensemble have more. What that one
/// replication misses is taken from the points that have both (common random numbers make it much the same at all of
/// them), and is added to the figures of the others.
///
/// The course is a pure function of goals, start, seed and figures.
package struct HistoryMatch: Sendable {
  /// How much is simulated.
  package struct Effort: Sendable, Equatable {
    /// Sets that the ensemble is to have.
    package var sets = 30
    /// Most waves before the ensemble.
    package var waves = 4
    /// Most batches of points for the ensemble.
    package var batches = 8

    /// The usual effort.
    package init() {}
  }

  /// What a match is doing.
  package enum Stage: Sendable, Equatable {
    /// Ruling out, in a wave.
    case wave(Int)
    /// Simulating sets for the ensemble, in a batch.
    case batch(Int)
    /// Over.
    case over
  }

  /// What is wanted.
  package let goals: [FitGoal]
  /// How much is simulated.
  package let effort: Effort
  /// All points so far, in order.
  package private(set) var points: [FitPoint] = []
  /// What is being done.
  package private(set) var stage = Stage.wave(1)
  /// Per wave, the mean width over keys of what was left after it, as a share of the range.
  package private(set) var widths: [Double] = []
  /// Points at which nothing could be simulated, because they are no scenario.
  package var refused: Int { refusedPlaces.count }
  private var refusedPlaces: [[Double]] = []
  var space: FitSpace
  private let seed: UInt64
  private let pilot: FitPilot?
  /// The points as they were simulated.
  private var raw: [FitPoint] = []
  private var candidates: [[Double]] = []

  /// Makes a match that starts from the present values of the keys.
  ///
  /// - Parameter pilot: A first look at chance in the present values; without one, all points have as many replications.
  package init(
    goals: [FitGoal], start: [Double], seed: UInt64, effort: Effort = Effort(),
    pilot: FitPilot? = nil
  ) {
    precondition(!goals.isEmpty && !start.isEmpty, "a fit needs targets and keys")
    self.goals = goals
    self.seed = seed
    self.effort = effort
    self.pilot = pilot
    space = FitSpace(goals: goals, start: start)
  }

  private var keyCount: Int { space.keyCount }

  // MARK: - Points

  /// Whether points of waves have one replication, and only sets of the ensemble all of them.
  package var hasSingleWaves: Bool { pilot != nil }

  /// Replications that the next points need; `nil` for as many as all points have.
  package var nextReplications: Int? {
    guard let pilot else { return nil }
    if case .batch = stage { return pilot.wanted }
    return 1
  }

  /// What the first replication misses of each figure, on average over the points that have more; the pilot counts as one.
  private var missed: [Double] {
    guard let pilot else { return goals.map { _ in 0 } }
    let full = raw.filter(\.isFull).map(\.found)
    // The first look lies far from the fit, so that it counts only as long as there is nothing nearer.
    let known = full.isEmpty ? [pilot.found] : full
    return goals.indices.map { goal in
      let gaps = known.map { $0.figures[goal] - $0.first[goal] }.filter(\.isFinite)
      return gaps.isEmpty ? 0 : gaps.reduce(0, +) / Double(gaps.count)
    }
  }

  /// Brings the figures of points with one replication up to those of all.
  private mutating func adjustPoints() {
    guard let pilot else {
      points = raw
      return
    }
    let missed = missed
    points = raw.map { point in
      guard !point.isFull else { return point }
      let figures = zip(point.found.figures, missed).map { $0 + $1 }
      return FitPoint(
        place: point.place,
        found: FitFigures(figures: figures, errors: pilot.deviations, first: point.found.figures),
        wave: point.wave, isFull: false)
    }
  }

  /// The points that are to be simulated next; `nil` when the match is over.
  package func nextPoints() -> [[Double]]? {
    switch stage {
    case .over: return nil
    case .wave(1):
      return [space.start]
        + LatinHypercube.points(max(40, 8 * keyCount), axes: keyCount, seed: seed)
    case .wave:
      let best = space.lowest(space.objective, from: bestPlaces(6)) ?? space.start
      let spread = FitSpace.spread(
        max(24, 4 * keyCount), of: candidates, from: points.map(\.place) + [best])
      return [best] + spread.map { candidates[$0] }
    case .batch:
      let wanted = effort.sets - accepted.count
      let rate = max(0.25, lastRate)
      let isFirst = pilot != nil && !raw.contains(where: \.isFull)
      // The first few sets with all replications tell what one replication misses where it matters.
      let count =
        isFirst
        ? HistoryMatch.firstBatch
        : min(2 * effort.sets, max(8, Int(Double(wanted) / rate) + 2))
      // Places that were refused count as taken: they look like the emptiest part of what is left.
      let spread = FitSpace.spread(
        count, of: candidates, from: accepted.map(\.place) + refusedPlaces)
      return spread.map { candidates[$0] }
    }
  }

  /// Points of the first batch after waves of one replication.
  private static let firstBatch = 8

  /// The points that meet all targets in simulation.
  package var accepted: [FitPoint] { points.filter { $0.isFull && worst($0) <= 1 } }

  /// The largest distance of a point from a target, in tolerances.
  package func worst(_ point: FitPoint) -> Double {
    zip(goals, point.found.figures).map { $0.deviation(of: $1) }.max() ?? .infinity
  }

  /// The squared distances of a point from the targets, in tolerances, and a pull to the start.
  package func misfit(_ point: FitPoint) -> Double {
    zip(goals, point.found.figures).reduce(FitSpace.pull * space.distanceFromStart(point.place)) {
      let deviation = $1.0.deviation(of: $1.1)
      return $0 + deviation * deviation
    }
  }

  /// The best point: among those that meet all targets if there are any, the one with the smallest misfit.
  package var best: FitPoint? {
    let accepted = accepted
    if !accepted.isEmpty { return accepted.min { misfit($0) < misfit($1) } }
    let full = points.filter(\.isFull)
    return (full.isEmpty ? points : full).min { worst($0) < worst($1) }
  }

  /// The sets of the ensemble: the best one, and others as far apart as can be.
  package var ensemble: [FitPoint] {
    let accepted = accepted
    guard let best, !accepted.isEmpty else { return [] }
    let others = accepted.filter { $0 != best }
    let chosen = FitSpace.spread(effort.sets - 1, of: others.map(\.place), from: [best.place])
    return [best] + chosen.map { others[$0] }
  }

  private func bestPlaces(_ count: Int) -> [[Double]] {
    points.sorted { (worst($0), misfit($0)) < (worst($1), misfit($1)) }.prefix(count).map(\.place)
  }

  private var lastRate = 1.0

  /// The errors of the last emulators, one per goal; `nil` before the first wave is over.
  package var emulatorErrors: [Double]? { space.waves.last?.surfaces.map(\.error) }

  // MARK: - Results

  /// Takes in what simulation found; `nil` for a point that is no scenario.
  package mutating func add(_ places: [[Double]], _ found: [FitFigures?]) {
    let number: Int
    switch stage {
    case .wave(let wave): number = wave
    case .batch(let batch): number = space.waves.count + batch
    case .over: return
    }
    let isFull = (nextReplications ?? pilot?.wanted) == pilot?.wanted
    var new: [FitPoint] = []
    for (place, figures) in zip(places, found) {
      guard let figures, figures.figures.allSatisfy(\.isFinite) else {
        refusedPlaces.append(place)
        continue
      }
      new.append(FitPoint(place: place, found: figures, wave: number, isFull: isFull))
    }
    raw += new
    let known = points.count
    adjustPoints()
    let earlier = Array(points[..<known])
    new = Array(points[known...])
    // The best guess of a wave lies where it is expected to meet the targets; it says nothing of the rest.
    let tested = number > 1 && new.count > 1 ? Array(new.dropFirst()) : new
    // What is refused was tried in vain like what misses a target.
    let tried = tested.count + places.count - new.count
    lastRate = new.isEmpty ? 0 : Double(tested.count { worst($0) <= 1 }) / Double(max(1, tried))
    switch stage {
    case .wave(let wave): concludeWave(wave, new, earlier)
    case .batch(let batch): concludeBatch(batch)
    case .over: break
    }
  }

  private mutating func concludeWave(_ wave: Int, _ new: [FitPoint], _ earlier: [FitPoint]) {
    guard !points.isEmpty else {
      stage = .over
      return
    }
    space.waves.append(emulators(training(new, earlier)))
    let region = { (space: FitSpace) in
      { (point: [Double]) in space.implausibility(of: point) <= FitSpace.cutoff }
    }(space)
    candidates = walk(region, size: 400, entity: wave)
    guard !candidates.isEmpty else {
      stage = .over
      return
    }
    let width = FitSpread(candidates).meanWidth
    let shrank = widths.last.map { width < 0.95 * $0 } ?? true
    widths.append(width)
    if isUnreachable {
      stage = .over
      return
    }
    let isSharp = zip(goals, space.waves[wave - 1].surfaces).allSatisfy {
      $1.error <= $0.tolerance / FitSpace.cutoff
    }
    if wave >= 2, isSharp || !shrank || lastRate >= 0.5 || wave == effort.waves {
      beginBatch(1)
    } else if wave == effort.waves {
      beginBatch(1)
    } else {
      stage = .wave(wave + 1)
    }
  }

  private mutating func concludeBatch(_ batch: Int) {
    guard accepted.count < effort.sets, batch < effort.batches else {
      stage = .over
      return
    }
    let all = points.filter { space.implausibility(of: $0.place) <= 2 * FitSpace.cutoff }
    let needed = 3 * keyCount + 10
    let near = points.sorted { worst($0) < worst($1) }.prefix(max(needed, all.count / 2))
    space.waves[space.waves.count - 1] = emulators(Array(near))
    beginBatch(batch + 1)
  }

  /// Finds where all targets are expected to be met; stricter first, so that chance rejects few.
  private mutating func beginBatch(_ batch: Int) {
    for limit in [0.85, 1, 1.25, 1.75] {
      let region = { (space: FitSpace) in
        { (point: [Double]) in
          space.deviation(of: point) <= limit
            && space.implausibility(of: point) <= FitSpace.cutoff
        }
      }(space)
      candidates = walk(region, size: 600, entity: 100 + batch)
      if !candidates.isEmpty {
        stage = .batch(batch)
        return
      }
    }
    stage = .over
  }

  /// Points that train the emulators of a wave: its own, and earlier ones that are plausible still; the nearest
  /// others when they are too few.
  private func training(_ new: [FitPoint], _ earlier: [FitPoint]) -> [FitPoint] {
    guard !space.waves.isEmpty else { return earlier + new }
    let rated = earlier.map { (point: $0, rating: space.implausibility(of: $0.place)) }
    let plausible = rated.filter { $0.rating <= FitSpace.cutoff }.map(\.point)
    let missing = 4 * keyCount + 10 - new.count - plausible.count
    let others = rated.filter { $0.rating > FitSpace.cutoff }.sorted { $0.rating < $1.rating }
    return plausible + others.prefix(max(0, missing)).map(\.point) + new
  }

  private func emulators(_ training: [FitPoint]) -> FitSpace.Wave {
    let places = training.map(\.place)
    return FitSpace.Wave(
      surfaces: goals.indices.map { goal in
        ResponseSurface(points: places, figures: training.map { $0.found.figures[goal] })
      },
      noise: goals.indices.map { goal in
        let errors = training.map { $0.found.errors[goal] }.filter(\.isFinite).sorted()
        return errors.isEmpty ? 0 : errors[errors.count / 2]
      })
  }

  /// Walks through a region from simulated points in it, or from the least implausible point.
  private func walk(
    _ region: ([Double]) -> Bool, size: Int, entity: Int
  ) -> [[Double]] {
    var starts = points.sorted { worst($0) < worst($1) }.map(\.place).filter(region)
    if starts.count < 4 {
      for function in [space.objective, space.deviation, space.implausibility] {
        guard let lowest = space.lowest(function, from: bestPlaces(4)), region(lowest) else {
          continue
        }
        starts.append(lowest)
      }
    }
    return space.walk(through: region, from: starts, count: size, seed: seed, entity: entity)
  }
}

/// How wide points lie along each key.
struct FitSpread {
  /// Per key, the lowest and highest place.
  let ends: [(low: Double, high: Double)]

  init(_ points: [[Double]]) {
    ends = (points.first ?? []).indices.map { key in
      let column = points.map { $0[key] }
      return (column.min() ?? 0, column.max() ?? 1)
    }
  }

  /// The mean over keys of the width.
  var meanWidth: Double {
    ends.isEmpty ? 0 : ends.reduce(0) { $0 + $1.high - $1.low } / Double(ends.count)
  }
}
