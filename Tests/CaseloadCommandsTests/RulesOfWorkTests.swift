import CaseloadModel
import CaseloadTestSupport
import Foundation
import ScenarioFormat
import SimulationKernel
import Testing

/// Holds the page that tells the rules of work against the program.
@Suite struct RulesOfWorkTests {
  private static func page() throws -> String {
    try PackageFiles.text("Sources/CaseloadModel/CaseloadModel.docc/RulesOfWork.md")
  }

  @Test func kindsOfWorkStandInTheirOrder() throws {
    let page = try RulesOfWorkTests.page()
    let start = try #require(page.range(of: "The kinds in order\n   are"))
    let end = try #require(page[start.upperBound...].range(of: "(`TaskKind`)"))
    let named = page[start.upperBound..<end.lowerBound].components(separatedBy: "`")
      .enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    #expect(named == TaskKind.allCases.map(\.id))
  }

  @Test func keysOnThePageExist() throws {
    let page = try RulesOfWorkTests.page()
    let keys = Set(
      page.components(separatedBy: "`").filter {
        $0.hasPrefix("service.") || $0.hasPrefix("time.")
      })
    #expect(keys.count >= 12)
    for key in keys { #expect(ParameterTable.parameter(at: key) != nil, "\(key)") }
  }

  @Test func hoursOnThePageAreThoseOfTheOffice() throws {
    let page = try RulesOfWorkTests.page()
    func time(_ minute: Int) -> String {
      String(format: "%02d:%02d", minute / 60, minute % 60)
    }
    let monday = OpeningHours.office.weekdays[0]
    let told = monday.map { "\(time($0.start)) to \(time($0.end))" }.joined(separator: " and ")
    #expect(page.contains(told), "\(told)")
    let minutes = monday.reduce(0) { $0 + $1.end - $1.start }
    #expect(page.contains("\(minutes) working minutes"))
    #expect(
      OpeningHours.office.weekdays == [[OpeningHours.Stretch]](repeating: monday, count: 5) + [
        [], [],
      ])
  }
}
