import CaseloadModel
import Foundation
import Testing

@testable import ScenarioFormat

/// One table of all keys whose new value takes hold on its date: what a dated change of each does.
@Suite("What a dated change of every key does")
struct DatedValueTests {
  /// A key that takes hold at once, with what a change sets.
  struct Key: Sendable, CustomTestStringConvertible {
    let path: String
    let parameter: Parameter
    var testDescription: String { path }

    var set: [(String, String)] { DatedWorld.values(for: path, parameter) }
    var overrides: [String] { DatedWorld.overrides[path] ?? [] }
  }

  static let keys: [Key] = DatedKeyTests.paths.filter { $0.parameter.change == .anyTime }
    .map { Key(path: $0.path, parameter: $0.parameter) }

  /// Keys whose change on the first day draws anew, or hires, what a run that has the value from the start
  /// drew or hired before its first day: the same in the mean, not to the bit.
  static let drawnAnew: Set<String> = [
    "staffing.fte", "staffing.rule", "staffing.budgetPerYearEuro", "staffing.roles.support.fte",
    "staffing.turnoverPerYear", "staffing.pressureEffectOnTurnover",
  ]

  @Test("Nearly all keys are here")
  func nearlyAllKeys() {
    #expect(DatedValueTests.keys.count > 150)
    #expect(DatedValueTests.drawnAnew.isSubset(of: Set(DatedValueTests.keys.map(\.path))))
  }

  @Test(
    "From its date on a run with the change is the run that has the value from the start",
    arguments: keys)
  func fromTheDateOn(_ key: Key) throws {
    let values = key.set.map { path, json in
      "\(path)=\(json.hasPrefix("\"") ? String(json.dropFirst().dropLast()) : json)"
    }
    let short = key.overrides + ["time.durationMonths=6"]
    let changed = DatedWorld.read(set: key.set, on: DatedWorld.start, overrides: short)
    let plain = DatedWorld.read(set: [], overrides: short + values)
    let found = try DatedWorld.series(changed, startsEmpty: true)
    let expected = try DatedWorld.series(plain, startsEmpty: true)
    #expect(!expected.isEmpty, "\(plain.diagnostics)")
    #expect(
      (found == expected) != DatedValueTests.drawnAnew.contains(key.path), "\(key.path) \(values)")
  }

  @Test("A change of every key to the value that holds changes no bit")
  func neutral() throws {
    let plain = DatedWorld.read(set: [])
    let scenario = try #require(plain.scenario)
    let present = DatedValueTests.keys.compactMap { key in
      DatedWorld.json(at: key.path, of: scenario).map { (key.path, $0) }
    }
    #expect(present.count > 150)
    let expected = try DatedWorld.series(plain)
    // A change sets at most as many values as a list holds.
    for first in stride(from: 0, to: present.count, by: 60) {
      let set = Array(present[first..<min(first + 60, present.count)])
      let same = DatedWorld.read(set: set)
      guard try DatedWorld.series(same) != expected else { continue }
      let guilty = try set.filter { try DatedWorld.series(DatedWorld.read(set: [$0])) != expected }
      Issue.record("not neutral: \(guilty), \(same.diagnostics)")
    }
  }

  /// The worlds without a change, by what the keys need beside the world.
  private static let plain: [[String]: ScenarioDocument] = {
    let needed = Set(DatedWorld.overrides.values).union([[]])
    return Dictionary(
      uniqueKeysWithValues: needed.map { ($0, DatedWorld.read(set: [], overrides: $0)) })
  }()

  /// The first months of those worlds.
  private static let firstMonths = plain.compactMapValues {
    try? DatedWorld.series($0, months: DatedWorld.monthsBefore + 2)
  }

  @Test("A change in the middle of a run does something, from its date on", arguments: keys)
  func somethingFollows(_ key: Key) throws {
    let plain = try #require(DatedValueTests.plain[key.overrides])
    let changed = DatedWorld.read(set: key.set, overrides: key.overrides)
    // Most keys are felt at once; what is rare may not happen in one run of a few months.
    var attempts: [(seed: UInt64, months: Int)] = [(3, DatedWorld.monthsBefore + 2)]
    attempts += (3...10 as ClosedRange<UInt64>).map { ($0, DatedWorld.months) }
    for (seed, months) in attempts {
      let before =
        try months < DatedWorld.months
        ? try #require(DatedValueTests.firstMonths[key.overrides])
        : DatedWorld.series(plain, seed: seed, months: months)
      let after = try DatedWorld.series(changed, seed: seed, months: months)
      guard let place = zip(before, after).enumerated().first(where: { $1.0 != $1.1 })?.offset
      else { continue }
      let row = place / (before.count / months)
      #expect(row >= DatedWorld.monthsBefore, "\(key.path)")
      return
    }
    Issue.record("\(key.path): nothing follows from \(key.set), \(changed.diagnostics)")
  }
}
