import CaseloadModel
import ScenarioFormat
import Testing

@testable import Experiments

/// Functions in place of the simulation, so that what a fit should find is known.
private struct KnownFit: Sendable {
  let targets: [(value: Double, tolerance: Double)]
  let function: @Sendable ([Double]) -> [Double]

  func match(start: [Double], seed: UInt64 = 1) -> HistoryMatch {
    let goals = targets.compactMap {
      FitGoal(
        FitTarget(name: "stock.clients", value: $0.value, tolerance: $0.tolerance), of: Scenario(),
        world: 0, other: nil)
    }
    var match = HistoryMatch(goals: goals, start: start, seed: seed)
    while let points = match.nextPoints() {
      match.add(
        points,
        points.map {
          FitFigures(figures: function($0), errors: goals.map { _ in 0.001 })
        })
    }
    return match
  }
}

@Suite("History matching")
struct HistoryMatchTests {
  /// Two figures of three keys: the first key is determined, the other two only by their sum.
  private static let ridge = KnownFit(
    targets: [(2, 0.05), (1, 0.05)],
    function: { [4 * $0[0] * $0[0] + $0[0], $0[1] + $0[2]] })

  @Test("The ensemble meets all targets, is large enough, and is the same for the same seed")
  func ensembleMeetsTargets() throws {
    let match = HistoryMatchTests.ridge.match(start: [0.5, 0.9, 0.9])
    let ensemble = match.ensemble
    #expect(ensemble.count == 30)
    for point in ensemble {
      #expect(match.worst(point) <= 1, "\(point.place)")
      #expect(abs(point.place[1] + point.place[2] - 1) <= 0.05)
      // 4 x² + x = 2 at x = (√33 − 1) / 8 = 0.593.
      #expect(abs(point.place[0] - 0.593) < 0.02)
    }
    #expect(match.conflicts == [])
    #expect(match.points.count < 250, "\(match.points.count) points")
    let again = HistoryMatchTests.ridge.match(start: [0.5, 0.9, 0.9])
    #expect(again.points == match.points)
    let other = HistoryMatchTests.ridge.match(start: [0.5, 0.9, 0.9], seed: 2)
    #expect(other.points != match.points)
  }

  @Test("What is identified and what trades off is told apart")
  func identification() throws {
    let match = HistoryMatchTests.ridge.match(start: [0.5, 0.5, 0.5])
    let ranges = try [
      "staffing.fte=10:20", "caseload.normPerFte=100:130", "costs.benefitPerYearEuro=100:120",
    ]
    .map { FreeKey(try VariedRange($0)) }
    let findings = FitKeyFinding.all(of: match, keys: ranges)
    #expect(findings[0].identification == .identified)
    #expect(findings[1].identification == .notIdentified)
    #expect(findings[1].partners.first?.key == ranges[2])
    #expect(try #require(findings[1].partners.first).correlation < -0.95)
    #expect(findings[0].partners.isEmpty)
    // What nothing determines reaches the ends by itself, which asks for no wider range; the best set is away from them.
    #expect(findings[1].pulledTo == nil && findings[0].pulledTo == nil, "\(findings)")
    // The ensemble spreads along the ridge.
    #expect(findings[1].low < 105 && findings[1].high > 125, "\(findings[1])")
  }

  @Test("A key that the end of its range stops is not said to be identified")
  func endOfTheRange() throws {
    // The figure is met from 0.97 on, and would be beyond the range too.
    let match = KnownFit(targets: [(1, 0.03)], function: { [$0[0]] }).match(start: [0.5])
    let key = FreeKey(try VariedRange("staffing.fte=10:20"))
    let finding = try #require(FitKeyFinding.all(of: match, keys: [key]).first)
    #expect(finding.high > 19.8, "\(finding)")
    #expect(finding.identification == .atEnd)
    #expect(finding.pulledTo == .high && finding.wider == "staffing.fte=10:28.3", "\(finding)")
    let inside = KnownFit(targets: [(0.5, 0.03)], function: { [$0[0]] }).match(start: [0.5])
    #expect(FitKeyFinding.all(of: inside, keys: [key]).first?.identification == .identified)
  }

  @Test("The best set lies where the pull to the start wants it on a ridge")
  func bestIsNearStart() throws {
    let match = HistoryMatchTests.ridge.match(start: [0.59, 0.2, 0.8])
    let best = try #require(match.best)
    #expect(abs(best.place[1] - 0.2) < 0.1, "\(best.place)")
  }

  @Test("A target outside everything ends the search early and is named")
  func unreachable() throws {
    let fit = KnownFit(targets: [(1, 0.1), (9, 0.1)], function: { [$0[0] + $0[1], $0[0] * 2] })
    let match = fit.match(start: [0.5, 0.5])
    #expect(match.ensemble.isEmpty)
    let conflict = try #require(match.conflicts.first)
    guard case .unreachable(let goal, let nearest) = conflict else {
      Issue.record("\(conflict)")
      return
    }
    #expect(goal == 1)
    #expect(nearest > 1.8 && nearest <= 2)
    #expect(match.points.count < 60, "it went on for \(match.points.count) points")
  }

  @Test("Two targets that contradict each other are named with what is nearest")
  func pairContradicts() throws {
    let fit = KnownFit(
      targets: [(0.2, 0.02), (0.9, 0.02), (0.5, 0.1)],
      function: { [$0[0], $0[0] + 0.01 * $0[1], $0[1]] })
    let match = fit.match(start: [0.5, 0.5])
    #expect(match.ensemble.isEmpty)
    let pairs = match.conflicts.compactMap { conflict -> (Int, Int, Double)? in
      if case .pair(let first, let second, let nearest) = conflict {
        (first, second, nearest)
      } else {
        nil
      }
    }
    let pair = try #require(pairs.first)
    #expect(pairs.count == 1)
    #expect((pair.0, pair.1) == (0, 1))
    #expect(pair.2 > 0.15 && pair.2 < 0.25, "\(pair.2)")
  }

  /// One replication misses 0.15 at all points alike, three tolerances, and its own part at each.
  @Test(
    "After a pilot, waves have one replication and the ensemble meets the targets in all of them")
  func singleWaves() throws {
    let goal = try #require(
      FitGoal(
        FitTarget(name: "stock.clients", value: 1, tolerance: 0.05), of: Scenario(), world: 0,
        other: nil))
    let function = { (x: [Double]) in x[0] + x[1] }
    func figures(_ place: [Double], _ replications: Int) -> FitFigures {
      let first = function(place) - 0.15 + 0.01 * place[0]
      return FitFigures(
        figures: [replications == 1 ? first : function(place)],
        errors: [replications == 1 ? .nan : 0.02], first: [first])
    }
    let pilot = FitPilot(found: figures([0.2, 0.2], 4), replications: 4, wanted: 3)
    var match = HistoryMatch(goals: [goal], start: [0.2, 0.2], seed: 1, pilot: pilot)
    var simulated = 0
    while let points = match.nextPoints() {
      let replications = try #require(match.nextReplications)
      simulated += points.count * replications
      match.add(points, points.map { figures($0, replications) })
    }
    #expect(match.ensemble.count == 30)
    for point in match.ensemble {
      #expect(point.isFull && abs(function(point.place) - 1) <= 0.05, "\(point.place)")
    }
    #expect(simulated < 3 * match.points.count - 100, "\(simulated)")
    // What one replication misses has been added to the others.
    for point in match.points where !point.isFull {
      #expect(abs(point.found.figures[0] - function(point.place)) < 0.011, "\(point)")
    }
  }

  @Test("Points that are no scenario are left out and counted")
  func refusedPoints() throws {
    let goal = try #require(
      FitGoal(
        FitTarget(name: "stock.clients", value: 0.5, tolerance: 0.1), of: Scenario(), world: 0,
        other: nil))
    var match = HistoryMatch(goals: [goal], start: [0.5, 0.5], seed: 3)
    while let points = match.nextPoints() {
      match.add(
        points,
        points.map {
          $0[1] > 0.8 ? nil : FitFigures(figures: [$0[0]], errors: [0])
        })
    }
    #expect(match.refused > 0)
    #expect(match.ensemble.count == 30, "\(match.refused) refused")
    #expect(match.ensemble.allSatisfy { $0.place[1] <= 0.8 })
  }
}

@Suite("Response surfaces")
struct ResponseSurfaceTests {
  private static func points(_ count: Int, keys: Int) -> [[Double]] {
    LatinHypercube.points(count, axes: keys, seed: 5)
  }

  @Test("A polynomial of the second degree is found to the last digits")
  func exactQuadratic() {
    let points = ResponseSurfaceTests.points(40, keys: 3)
    let function = { (x: [Double]) in 1 + 2 * x[0] - 3 * x[1] * x[2] + 0.5 * x[2] * x[2] }
    let surface = ResponseSurface(points: points, figures: points.map(function))
    for point in ResponseSurfaceTests.points(25, keys: 3) {
      #expect(abs(surface.figure(at: point) - function(point)) < 1e-9)
    }
    #expect(surface.error < 1e-9)
  }

  @Test("The error at left-out points tells the error at new ones")
  func errorIsHonest() {
    let function = { (x: [Double]) in 1 / (0.3 + x[0]) + x[1] * x[1] * x[1] * x[0] }
    let points = ResponseSurfaceTests.points(50, keys: 2)
    let surface = ResponseSurface(points: points, figures: points.map(function))
    let fresh = LatinHypercube.points(200, axes: 2, seed: 77)
    let squares = fresh.reduce(0) {
      $0 + (surface.figure(at: $1) - function($1)) * (surface.figure(at: $1) - function($1))
    }
    let actual = (squares / 200).squareRoot()
    #expect(
      surface.error > 0.5 * actual && surface.error < 3 * actual, "\(surface.error) \(actual)")
  }

  @Test("Figures that do not depend on the keys give a constant")
  func constant() {
    let points = ResponseSurfaceTests.points(20, keys: 4)
    let surface = ResponseSurface(points: points, figures: points.map { _ in 7 })
    #expect(abs(surface.figure(at: [0.1, 0.2, 0.3, 0.4]) - 7) < 1e-12)
    #expect(surface.termCount == 1)
  }
}
