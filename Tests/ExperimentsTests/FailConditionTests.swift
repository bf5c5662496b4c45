import CaseloadModel
import Testing

@testable import Experiments

@Suite struct FailConditionTests {
  @Test(arguments: [
    ("unseen.6m.share > base + 0.02", 0.20, 0.23, true),
    ("unseen.6m.share > base + 0.02", 0.20, 0.21, false),
    ("unseen.6m.share>base", 0.20, 0.20, false),
    ("unseen.6m.share >= base", 0.20, 0.20, true),
    ("unseen.6m.share < base - 0.05", 0.20, 0.14, true),
    ("unseen.6m.share < base * 0.5", 0.20, 0.11, false),
    ("  unseen.6m.share  <=  0.1  ", 0.20, 0.1, true),
    ("unseen.6m.share > 1e-1", 0.20, 0.1, false),
  ])
  func conditionsAreJudged(text: String, base: Double, variant: Double, expected: Bool) throws {
    let condition = try FailCondition(text)
    #expect(condition.metric == .unseen6m)
    #expect(condition.holds(base: base, variant: variant) == expected)
  }

  @Test func undefinedValuesCannotBeJudged() throws {
    let condition = try FailCondition("unseen.6m.share > base")
    #expect(condition.holds(base: .nan, variant: 1) == nil)
    #expect(condition.holds(base: 1, variant: .nan) == nil)
    #expect(try FailCondition("unseen.6m.share > 0.5").holds(base: .nan, variant: 1) == true)
  }

  @Test(arguments: [
    ("", "expected METRIC > LIMIT, or >=, < or <= between them, found ''"),
    ("unseen.6m.share = 3", "expected METRIC > LIMIT"),
    ("unseen > 3", "unknown metric 'unseen'"), ("> 3", "unknown metric ''"),
    (
      "unseen.6m.share > ",
      "expected a number, 'base', or 'base' with +, - or * and a number after '>', found ''"
    ),
    ("unseen.6m.share > base 3", "found 'base 3'"), ("unseen.6m.share > nan", "found 'nan'"),
    ("unseen.6m.share >> 3", "found '> 3'"), ("unseen.6m.share > base / 2", "found 'base / 2'"),
  ])
  func wrongConditionsAreExplained(text: String, message: String) {
    #expect {
      try FailCondition(text)
    } throws: {
      ($0 as? FailCondition.ParseError)?.message.contains(message) == true
    }
  }
}
