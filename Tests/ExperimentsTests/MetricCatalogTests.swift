import CaseloadModel
import Testing

@testable import Experiments

@Suite struct MetricCatalogTests {
  @Test func everyMetricIsDefinedOnceAndInOrder() {
    #expect(MetricCatalog.all.map(\.metric) == Metric.allCases)
    #expect(Set(MetricCatalog.all.map(\.title)).count == Metric.allCases.count)
    #expect(Set(MetricCatalog.all.map(\.dutchTitle)).count == Metric.allCases.count)
    #expect(Set(Metric.allCases.map(\.id)).count == Metric.allCases.count)
    for metric in Metric.allCases {
      #expect(Metric(id: metric.id) == metric)
      #expect(MetricCatalog[metric].metric == metric)
    }
    #expect(Metric(id: "unseen.6m") == nil)
  }

  @Test func definitionsAreSentencesAndTitlesFitInATable() {
    for definition in MetricCatalog.all {
      let id = definition.metric.id
      #expect(definition.definition.hasSuffix("."), "\(id)")
      #expect(definition.definition.count > 30, "\(id)")
      #expect(definition.title.count <= 38, "\(id)")
      #expect(!definition.title.hasSuffix("."), "\(id)")
      #expect((0...3).contains(definition.decimals), "\(id)")
    }
  }

  @Test func unitsAgreeWithTheIds() {
    for definition in MetricCatalog.all {
      let id = definition.metric.id
      if id.hasSuffix(".share") { #expect(definition.unit == .share, "\(id)") }
      if id.hasSuffix(".perClientYear") { #expect(definition.unit == .perClientYear, "\(id)") }
      if id.hasSuffix(".rate") { #expect(definition.unit == .perClientYear, "\(id)") }
    }
  }

  @Test(arguments: [
    (2984.6, 0, "2,985"), (0.5, 0, "1"), (-0.04, 1, "0.0"), (-1234.56, 1, "-1,234.6"),
    (1e6, 2, "1,000,000.00"), (0.996, 2, "1.00"), (12.3456, 3, "12.346"), (.nan, 1, "–"),
    (1e300, 0, "1e+300"),
  ])
  func numbersForPeople(value: Double, decimals: Int, expected: String) {
    #expect(DecimalText.fixed(value, decimals: decimals) == expected)
  }

  @Test func sharesAndExitRatesAreWrittenInPercent() {
    #expect(MetricCatalog[.unseen6m].formatted(0.2384) == "23.8 %")
    #expect(MetricCatalog[.outflowWork].formatted(0.0901) == "9.0 %")
    #expect(MetricCatalog[.outflowWork].displayUnit == "% per year")
    #expect(MetricCatalog[.contactPerClientYear].formatted(3.491) == "3.49")
    #expect(MetricCatalog[.stockClients].formatted(.nan) == "–")
  }
}
