import CaseloadModel
import Experiments
import SimulationKernel
import Testing

@testable import Reports

@Suite("Numbers of pages")
struct PageNumbersTests {
  private let nl = PageNumbers(.nl)
  private let en = PageNumbers(.en)
  private let share = MetricCatalog[.unseen6m]
  private let costs = MetricCatalog[.costStaff]

  @Test("Euros have three figures, and no line ends between the sign, the figure and the unit")
  func euros() {
    let values: [(Double, String, String)] = [
      (0, "€\u{A0}0", "€0"), (456.4, "€\u{A0}456", "€456"), (12_258, "€\u{A0}12.300", "€12,300"),
      (999_499, "€\u{A0}999.000", "€999,000"),
      (999_500, "€\u{A0}1,00\u{A0}miljoen", "€1.00\u{A0}million"),
      (41_648_532, "€\u{A0}41,6\u{A0}miljoen", "€41.6\u{A0}million"),
      (416_485_320, "€\u{A0}416\u{A0}miljoen", "€416\u{A0}million"),
      (2.5e9, "€\u{A0}2,50\u{A0}miljard", "€2.50\u{A0}billion"),
      (-1_234, "\u{2212}€\u{A0}1.230", "\u{2212}€1,230"),
    ]
    for (value, dutch, english) in values {
      #expect(nl.euro(value) == dutch)
      #expect(en.euro(value) == english)
      #expect(!nl.euro(value).contains(" ") && !en.euro(value).contains(" "))
    }
    #expect(nl.euro(.nan) == "–")
  }

  @Test("Percentages: one decimal in tables, whole ones in headlines from ten on")
  func percentages() {
    #expect(nl.value(0.2493, share) == "24,9%")
    #expect(en.value(0.2493, share) == "24.9%")
    #expect(nl.headline(0.2493, share) == "25%")
    #expect(nl.headline(0.0912, share) == "9,1%")
    #expect(nl.headline(0.0996, share) == "10%")
    #expect(nl.range(0.248, 0.251, share) == "24,8–\u{2060}25,1%")
    #expect(nl.words(0.248, 0.251, share) == "24,8 tot 25,1\u{A0}procent")
    #expect(en.words(0.248, 0.251, share) == "24.8 to 25.1\u{A0}percent")
    #expect(nl.size(-0.105, share) == "10,5\u{A0}procentpunt")
    #expect(nl.signed(-0.105, share) == "\u{2212}10,5")
    #expect(nl.signed(0.105, share) == "+10,5")
    #expect(nl.signed(0.0001, share) == "0,0")
  }

  @Test("A unit behind the figure 1 is of one")
  func unitsOfOne() {
    let stock = MetricCatalog[.stockClients]
    #expect(PageNumbers(.nl).size(1, stock) == "1\u{A0}persoon")
    #expect(PageNumbers(.en).size(2, stock) == "2\u{A0}persons")
    #expect(UnitWords.ofOne("klanten per fte") == "klant per fte")
    #expect(UnitWords.ofOne("werkdagen") == "werkdag" && UnitWords.ofOne("fte") == "fte")
  }

  @Test("A range of euros has its sign and unit once")
  func rangesOfEuros() {
    #expect(nl.range(3_810_000, 3_890_000, costs) == "€\u{A0}3,81–\u{2060}3,89\u{A0}mln")
    #expect(en.range(3_810_000, 3_890_000, costs) == "€3.81–\u{2060}3.89\u{A0}m")
    #expect(nl.range(900_000, 1_100_000, costs) == "€\u{A0}900.000 – €\u{A0}1,10\u{A0}mln")
    #expect(nl.range(10_000, 11_000, costs) == "€\u{A0}10.000 – €\u{A0}11.000")
    #expect(nl.range(.nan, 1, costs) == "–")
  }

  @Test("Other figures have the decimals of their metric")
  func others() {
    #expect(nl.value(3_007.4, MetricCatalog[.stockClients]) == "3.007")
    #expect(nl.size(3.04, MetricCatalog[.workloadBacklogDays]) == "3,04\u{A0}werkdagen")
    #expect(nl.plain(0.36) == "0,36")
    #expect(nl.plain(25) == "25")
    #expect(nl.plain(-1.5) == "\u{2212}1,5")
  }

  @Test("Dates are written as each language does")
  func dates() throws {
    let date = try #require(CivilDate(year: 2012, month: 3, day: 1))
    #expect(nl.date(date) == "1\u{A0}maart\u{A0}2012")
    #expect(en.date(date) == "1\u{A0}March\u{A0}2012")
  }

  @Test("A verdict follows from the interval and what matters")
  func verdicts() {
    let cases: [(Double, Double, Verdict)] = [
      (0.02, 0.03, .clear(isHigher: true)), (-0.03, -0.01, .clear(isHigher: false)),
      (0.005, 0.02, .perhapsSmall(isHigher: true)), (-0.02, -0.005, .perhapsSmall(isHigher: false)),
      (0.002, 0.01, .small(isHigher: true)), (-0.01, 0.01, .same), (-0.02, 0.001, .notShown),
      (0, 0, .same),
    ]
    for (low, high, verdict) in cases {
      #expect(Verdict(low: low, high: high, matters: 0.01) == verdict, "\(low) to \(high)")
    }
    #expect(Verdict(low: .nan, high: 1, matters: 1) == nil)
  }

  @Test("No difference shown tells how many more replications would do")
  func moreReplications() {
    // Half the interval is 2 points and 1 point matters, so that four times as many are needed.
    let difference = StoredDifference(
      base: 0.2, variant: 0.2, mean: 0, low: -0.02, high: 0.02, count: 30)
    let judged = JudgedDifference(difference, MetricCatalog[.unseen6m], better: .lower)
    #expect(judged.verdict == .notShown)
    #expect(judged.moreReplications == 90)
    let context = PageContext(language: .nl, metric: .unseen6m, prefix: "")
    #expect(
      judged.words(context) == "geen verschil aangetoond; ongeveer 90 herhalingen meer nodig")
  }
}
