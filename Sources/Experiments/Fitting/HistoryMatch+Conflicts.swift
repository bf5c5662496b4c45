/// Why targets cannot all be met.
package enum FitConflict: Sendable, Equatable {
  /// No value of the keys brings the figure within the tolerance; with the nearest figure that was found.
  case unreachable(goal: Int, nearest: Double)
  /// With the first within its tolerance, the second comes no nearer than the figure.
  case pair(first: Int, second: Int, nearest: Double)
  /// Each pair can be met, but not all together; without this one the others can.
  case oneTooMany(goal: Int)
}

extension HistoryMatch {
  /// Whether some target lies so far outside everything that more points are of no use.
  var isUnreachable: Bool {
    goals.indices.contains { goal in
      isOutOfReach(goal) && nearestDeviation(of: goal) > HistoryMatch.hopeless
    }
  }

  /// The distance from a target, in tolerances, beyond which no more points are tried.
  private static let hopeless = 3.0

  /// The nearest that simulation came to a target, in tolerances.
  private func nearestDeviation(of goal: Int) -> Double {
    points.map { goals[goal].deviation(of: $0.found.figures[goal]) }.min() ?? .infinity
  }

  /// Whether neither simulation nor the first emulator, which knows the whole space, comes near a target.
  private func isOutOfReach(_ goal: Int) -> Bool {
    guard nearestDeviation(of: goal) > 1, let first = space.waves.first else { return false }
    let surface = first.surfaces[goal]
    let reach = { (point: [Double]) in
      (abs(surface.figure(at: point) - goals[goal].value) - FitSpace.cutoff * surface.error)
        / goals[goal].tolerance
    }
    guard let point = space.lowest(reach, from: nearest(to: goal)) else { return true }
    return reach(point) > 1
  }

  private func nearest(to goal: Int) -> [[Double]] {
    points.sorted {
      goals[goal].deviation(of: $0.found.figures[goal])
        < goals[goal].deviation(of: $1.found.figures[goal])
    }.prefix(5).map(\.place)
  }

  /// Why no point meets all targets; empty when some do.
  ///
  /// - Complexity: O(goals²) searches on the emulators.
  package var conflicts: [FitConflict] {
    guard accepted.isEmpty, !points.isEmpty else { return [] }
    var conflicts: [FitConflict] = []
    var lone: Set<Int> = []
    for goal in goals.indices where isOutOfReach(goal) {
      lone.insert(goal)
      let nearest = points.min {
        goals[goal].deviation(of: $0.found.figures[goal])
          < goals[goal].deviation(of: $1.found.figures[goal])
      }
      conflicts.append(
        .unreachable(goal: goal, nearest: nearest?.found.figures[goal] ?? .nan))
    }
    let rest = goals.indices.filter { !lone.contains($0) }
    for (position, first) in rest.enumerated() {
      for second in rest[(position + 1)...] {
        guard let nearest = nearest(of: second, with: first) else { continue }
        conflicts.append(.pair(first: first, second: second, nearest: nearest))
      }
    }
    guard conflicts.isEmpty else { return conflicts }
    for goal in goals.indices {
      let others = goals.indices.filter { $0 != goal }
      if points.contains(where: { point in
        others.allSatisfy { goals[$0].deviation(of: point.found.figures[$0]) <= 1 }
      }) {
        conflicts.append(.oneTooMany(goal: goal))
      }
    }
    return conflicts
  }

  /// The figure of a goal that comes nearest to its target while another is met; `nil` when both can be met.
  private func nearest(of second: Int, with first: Int) -> Double? {
    func worst(_ point: FitPoint) -> Double {
      max(
        goals[first].deviation(of: point.found.figures[first]),
        goals[second].deviation(of: point.found.figures[second]))
    }
    if points.contains(where: { worst($0) <= 1 }) { return nil }
    guard let wave = space.waves.first else { return nil }
    let emulated = { (point: [Double]) -> Double in
      [first, second].map { goal in
        let surface = wave.surfaces[goal]
        return (abs(surface.figure(at: point) - goals[goal].value) - 2 * surface.error)
          / goals[goal].tolerance
      }.max() ?? .infinity
    }
    let starts = points.sorted { worst($0) < worst($1) }.prefix(5).map(\.place)
    if let point = space.lowest(emulated, from: starts), emulated(point) <= 1 { return nil }
    let met = points.filter { goals[first].deviation(of: $0.found.figures[first]) <= 1 }
    return met.min {
      goals[second].deviation(of: $0.found.figures[second])
        < goals[second].deviation(of: $1.found.figures[second])
    }?.found.figures[second]
  }
}
