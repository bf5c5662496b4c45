import CaseloadModel
import Experiments
import Reports
import Testing

@Suite struct SummaryTableTests {
  @Test func columnsAreAligned() {
    let lines = SummaryTable(SyntheticResults.result(), width: 120).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "synthetic")
    #expect(
      lines[1] == "3 replications, seed 18446744073709551615, 2 observations up to 2012-03-01")
    let rows = lines.filter { $0.hasPrefix("  ") && $0.hasSuffix("%") }
    #expect(rows.count > 5)
    #expect(Set(rows.map(\.count)).count <= 2, "percent signs stand below each other")
    #expect(lines[3].contains("95 % interval") && lines[3].contains("development"))
    #expect(!lines.contains { $0.hasSuffix(" ") })
  }

  @Test func everyHeadlineIsShownOnce() {
    let text = SummaryTable(SyntheticResults.result(), width: 120).text
    for definition in MetricCatalog.headlines {
      #expect(text.contains("  " + definition.title), "\(definition.metric.id)")
    }
    #expect(!text.contains(MetricCatalog[.knowledgeAccuracy].title))
  }

  @Test func groupsThatDoNotFitAreNamed() {
    let narrow = SummaryTable(SyntheticResults.result(), width: 70).text
    #expect(narrow.contains("Not shown for lack of width: "))
    #expect(narrow.contains("work; --format csv has them."))
    let lines = narrow.split(separator: "\n").dropFirst(2)
    #expect(lines.dropLast().allSatisfy { $0.count <= 80 })
  }

  @Test func colourIsUsedOnlyWhenAsked() {
    let result = SyntheticResults.result()
    #expect(!SummaryTable(result).text.contains("\u{1B}"))
    #expect(SummaryTable(result, style: TextStyle(usesColour: true)).text.contains("\u{1B}[1m"))
  }

  @Test func undefinedValuesAreDashes() {
    let text = SummaryTable(SyntheticResults.result(undefined: .unseen6m), width: 120).text
    let line = text.split(separator: "\n").first { $0.contains("Unseen for six months") } ?? ""
    #expect(line.split(separator: " ").suffix(5).allSatisfy { $0 == "–" })
  }

  @Test func namesCannotSteerATerminal() {
    let text = SummaryTable(SyntheticResults.result(name: "\u{1B}[31mred")).text
    #expect(!text.contains("\u{1B}"))
  }

  @Test func idsStandBesideTitlesWhenAskedFor() {
    let layout = TableLayout(width: 200, showsIDs: true)
    let result = SyntheticResults.result()
    let lines = SummaryTable(result, title: "t", layout: layout).text.split(separator: "\n")
    #expect(
      lines.contains { $0.contains("Unseen for six months") && $0.contains("unseen.6m.share") })
    #expect(!SummaryTable(result).text.contains("unseen.6m.share"))
  }
}
