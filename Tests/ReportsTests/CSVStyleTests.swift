import CaseloadModel
import Experiments
import Testing

@testable import Reports

@Suite("Styles of tables of separated values")
struct CSVStyleTests {
  @Test("Dutch Excel gets a mark, semicolons and decimal commas, and no formulas")
  func excel() {
    let rows = [["a;b", "-0.25", "1e-05"], ["=1+1", "-x", "1.2.3"], ["a,b", "\"q\"", ""]]
    #expect(
      DataTable(["x", "y", "z"], rows: rows).csv(.excelNL)
        == "\u{FEFF}x;y;z\r\n\"a;b\";-0,25;1e-05\r\n'=1+1;'-x;1.2.3\r\na,b;\"\"\"q\"\"\";\r\n")
    #expect(
      DataTable(["x", "y", "z"], rows: rows).csv(.tidy)
        == "x,y,z\r\na;b,-0.25,1e-05\r\n=1+1,-x,1.2.3\r\n\"a,b\",\"\"\"q\"\"\",\r\n")
  }

  @Test("The sheet of a run has months down and metrics across")
  func wideSheet() throws {
    let result = SyntheticResults.result()
    let sheet = try #require(SpreadsheetFile.of(result, .excelNL).first)
    let lines = sheet.text.split(separator: "\r\n")
    #expect(lines.count == 1 + result.observationDays.count)
    let head = lines[0].split(separator: ";", omittingEmptySubsequences: false)
    let first = lines[1].split(separator: ";", omittingEmptySubsequences: false)
    #expect(head.count == Metric.allCases.count + 1 && first.count == head.count)
    #expect(head[0] == "\u{FEFF}datum")
    let column = try #require(head.firstIndex { $0.hasSuffix("[unseen.6m.share]") })
    let mean = result.estimate(.unseen6m, observation: 0).mean
    #expect(first[column] == CSVText.field(mean).replacing(".", with: ","))
    #expect(first[0] == "2012-02-02")
    #expect(SpreadsheetFile.of(result, .tidy).isEmpty)
  }
}
