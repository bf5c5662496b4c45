import CaseloadModel
import ScenarioFormat
import Testing

@testable import Experiments

/// A history match exactly at the borders of its rules.
@Suite("Borders of a history match")
struct HistoryMatchBorderTests {
  /// A match after its first wave, the only one.
  private func match(
    target: Double, tolerance: Double, error: Double, _ function: ([Double]) -> Double
  ) throws -> HistoryMatch {
    let goal = try #require(
      FitGoal(
        FitTarget(name: "stock.clients", value: target, tolerance: tolerance), of: Scenario(),
        world: 0, other: nil))
    var effort = HistoryMatch.Effort()
    effort.waves = 1
    var match = HistoryMatch(goals: [goal], start: [0.5, 0.5], seed: 1, effort: effort)
    let points = try #require(match.nextPoints())
    match.add(points, points.map { FitFigures(figures: [function($0)], errors: [error]) })
    return match
  }

  @Test("Sets are sought up to 1.75 tolerances from the targets, and no farther")
  func widestLimit() throws {
    // Whatever the keys, the figure is 0; chance of one tolerance leaves it plausible.
    for (target, stage) in [(1.75, HistoryMatch.Stage.batch(1)), (1.750_001, .over)] {
      let match = try match(target: target, tolerance: 1, error: 1) { _ in 0 }
      #expect(match.stage == stage, "target \(target)")
    }
  }

  @Test("A figure exactly one tolerance from a target meets it")
  func metAtTheBorder() throws {
    let match = try match(target: 1, tolerance: 1, error: 1) { _ in 0 }
    #expect(match.accepted.count == match.points.count)
    #expect(match.conflicts.isEmpty)
    let beyond = try self.match(target: 1.000_001, tolerance: 1, error: 1) { _ in 0 }
    #expect(beyond.accepted.isEmpty)
  }

  @Test("A target that the first emulator reaches exactly is not out of reach")
  func reachedExactly() throws {
    // No polynomial of the third degree, so that the emulator has an error.
    let function = { (x: [Double]) in 1 / (0.3 + x[0]) + x[1] * x[1] * x[1] * x[1] }
    let target = 9.0
    let first = try match(target: target, tolerance: 1, error: 0.001, function)
    let surface = first.space.waves[0].surfaces[0]
    let distance = { (point: [Double]) in
      abs(surface.figure(at: point) - target) - FitSpace.cutoff * surface.error
    }
    let starts = first.points.sorted {
      abs($0.found.figures[0] - target) < abs($1.found.figures[0] - target)
    }.prefix(5).map(\.place)
    // A tolerance as wide as the emulator still misses: no point comes as near, but it might.
    let tolerance = distance(try #require(first.space.lowest(distance, from: starts)))
    let within = try match(target: target, tolerance: tolerance, error: 0.001, function)
    #expect(within.accepted.isEmpty)
    let reach = { (point: [Double]) in distance(point) / tolerance }
    #expect(reach(try #require(within.space.lowest(reach, from: starts))) == 1)
    #expect(within.conflicts == [.oneTooMany(goal: 0)])
    let beyond = try match(target: target, tolerance: 0.999 * tolerance, error: 0.001, function)
    guard case .unreachable(goal: 0, let nearest)? = beyond.conflicts.first else {
      Issue.record("\(beyond.conflicts)")
      return
    }
    #expect(nearest == beyond.points.map(\.found.figures[0]).max())
  }
}
