import CaseloadTestSupport
import Foundation
import Testing

/// The page of numbers that stand in code lists them all, with the values that they have.
@Suite struct ConstantsTests {
  /// Named numbers of the model, as the page writes them: `name` | `file` | `value`.
  private static func constants() throws -> [String] {
    let pattern = try Regex(
      #"static let (\w+)(?:: [\w.<>]+)? = ([(]?[-]?[0-9][^\n]*)"#,
      as: (Substring, Substring, Substring).self)
    let folder = "Sources/CaseloadModel/"
    return try PackageFiles.names(under: "Sources/CaseloadModel")
      .filter { $0.hasSuffix(".swift") }
      .flatMap { path in
        try PackageFiles.text(path).matches(of: pattern).map {
          "| `\($0.output.1)` | `\(path.dropFirst(folder.count))` | `\($0.output.2)` |"
        }
      }
  }

  @Test func thePageListsEveryNumberOnceAndNoOther() throws {
    let page = try PackageFiles.text("Sources/CaseloadModel/CaseloadModel.docc/Constants.md")
    let rows = page.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }
      .map { $0.components(separatedBy: " | ").prefix(3).joined(separator: " | ") + " |" }
    let constants = try Self.constants()
    #expect(constants.count > 40)
    #expect(Set(rows).count == rows.count)
    #expect(Set(constants).subtracting(rows).sorted() == [], "not on the page")
    #expect(Set(rows).subtracting(constants).sorted() == [], "no longer in the sources")
  }

  @Test func theLimitOfNamesStandsOnce() throws {
    for path in PackageFiles.names(under: "Sources/ScenarioFormat/Parameters") {
      let text = try PackageFiles.text(path)
      #expect(!text.contains("limit: 64"), "\(path)")
    }
  }
}
