import Testing

@testable import ScenarioFormat

@Suite("Words that were probably meant")
struct SuggestionTests {
  @Test("Insertions, deletions, replacements and swaps of neighbours are counted")
  func distances() {
    let cases = [
      ("", "abc", 3), ("kitten", "sitting", 3), ("run", "run", 0), ("ab", "ba", 1),
      ("abc", "ca", 3),
    ]
    for (a, b, expected) in cases {
      let distance = Suggestion.editDistance(Array(a.utf8), Array(b.utf8))
      #expect(distance == expected, "\(a) and \(b)")
    }
  }

  @Test("The nearest word is found, and none when all are far")
  func nearestWord() {
    let words = ["staffing", "service", "seed", "--seed", "--threads"]
    let cases: [(String, String?)] = [
      ("stafing", "staffing"), ("Staffing", "staffing"), ("--sed", "seed"),
      ("--theads", "--threads"),
      ("serv", "service"), ("zzzz", nil), (String(repeating: "s", count: 65), nil),
    ]
    for (word, expected) in cases {
      #expect(Suggestion.nearest(to: word, among: words) == expected, "\(word)")
    }
  }

  @Test("A name in another unit is found, unless it could mean several")
  func otherUnits() {
    let words = ["start", "warmUpMonths", "durationMonths", "costEuro", "costShare"]
    let cases: [(String, String?)] = [
      ("durationYears", "durationMonths"), ("warmUpInDays", nil), ("costPercentage", nil),
      ("Years", nil), ("lengthMonths", nil),
    ]
    for (word, expected) in cases {
      #expect(Suggestion.nearest(to: word, among: words) == expected, "\(word)")
    }
  }
}
