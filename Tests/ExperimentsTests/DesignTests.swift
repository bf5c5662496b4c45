import Testing

@testable import Experiments

@Suite struct DesignTests {
  @Test(arguments: [1, 2, 7, 100], [1 as UInt64, 2, 99])
  func everyStratumIsHitOnce(count: Int, seed: UInt64) {
    let points = LatinHypercube.points(count, axes: 4, seed: seed)
    #expect(points.count == count)
    for axis in 0..<4 {
      let strata = points.map { Int($0[axis] * Double(count)) }.sorted()
      #expect(strata == Array(0..<count), "seed \(seed), axis \(axis)")
    }
  }

  @Test func theSeedDecidesAndAxesStandAlone() {
    let points = LatinHypercube.points(50, axes: 3, seed: 5)
    #expect(points == LatinHypercube.points(50, axes: 3, seed: 5))
    #expect(points != LatinHypercube.points(50, axes: 3, seed: 6))
    let wider = LatinHypercube.points(50, axes: 4, seed: 5)
    #expect(points == wider.map { Array($0.prefix(3)) })
    #expect(points.map { $0[0] } != points.map { $0[1] })
  }

  /// The mean of a sum of monotone functions varies 1 / count² as much as with independent points.
  @Test func meansOverPointsAreUnbiasedAndVaryLittle() {
    var sum = 0.0
    var squares = 0.0
    for seed in 0..<300 as Range<UInt64> {
      let points = LatinHypercube.points(20, axes: 2, seed: seed)
      let mean = points.reduce(0) { $0 + $1[0] + $1[1] * $1[1] } / 20
      sum += mean - (0.5 + 1.0 / 3)
      squares += (mean - (0.5 + 1.0 / 3)) * (mean - (0.5 + 1.0 / 3))
    }
    // Independent points: variance (1/12 + 4/45) / 20 = 0.0086, standard deviation 0.093.
    let deviation = (squares / 300).squareRoot()
    #expect(deviation < 0.093 / 10, "deviation \(deviation)")
    #expect(abs(sum / 300) < 4 * deviation / 300.0.squareRoot(), "bias \(sum / 300)")
  }

  @Test func numbersAreSpreadOverTheirRange() throws {
    let range = try VariedRange("staffing.fte=20:30")
    #expect(range.kind == .number)
    #expect([0, 0.25, 1].map { range.text(atShare: $0) } == ["20", "22.5", "30"])
    #expect(range.text(atShare: 1.0 / 3) == "23.33333")
    let share = try VariedRange("staffing.administrationShare=0.1:0.2")
    for count in [10, 10_000] {
      let values = LatinHypercube.points(count, axes: 1, seed: 3).map {
        share.value(atShare: $0[0])
      }
      #expect(values.allSatisfy { $0 >= 0.1 && $0 <= 0.2 })
      // Rounding moves a value by at most half a millionth of the range.
      let strata = values.sorted().enumerated().map { index, value in
        (share.position(of: value) * Double(count) - Double(index))
      }
      #expect(strata.allSatisfy { $0 > -0.006 && $0 < 1.006 })
    }
  }

  /// Levels that fell together would be a step of nothing.
  @Test(arguments: ["a=0:1e-300", "a=1:1.0000000000000002", "a=-1e14:1e14", "a=7:7.0000001"])
  func levelsOfAnyRangeDiffer(text: String) throws {
    let range = try VariedRange(text)
    for (before, after) in [(0, 2.0 / 3), (1.0 / 3, 1)] {
      let (low, high) = (range.value(atPosition: before), range.value(atPosition: after))
      #expect(range.low <= low && low < high && high <= range.high)
    }
  }

  @Test func wholeNumbersStayWholeAndEquallyFrequent() throws {
    let range = try VariedRange("time.durationMonths=10:14")
    #expect(range.kind == .integer)
    let texts = LatinHypercube.points(50, axes: 1, seed: 8).map { range.text(atShare: $0[0]) }
    for number in 10...14 { #expect(texts.count { $0 == "\(number)" } == 10, "\(number)") }
    #expect(range.text(atShare: 1) == "14")
    #expect([0, 0.3, 0.5, 1].map { range.value(atPosition: $0) } == [10, 11, 12, 14])
    let flag = try VariedRange("service.restPolicy.enabled=false:true")
    #expect(
      [0, 0.49, 0.5, 1].map { flag.text(atShare: $0) } == ["false", "false", "true", "true"])
    let element = try VariedRange("service.norms.care.intervalDays=30:90")
    #expect(element.text(atShare: 0.5) == "60")
  }

  @Test(arguments: [
    ("a", "expected key=low:high, found 'a'"), ("=1:2", "expected key=low:high"),
    ("staffing.fte=1", "expected key=low:high"), ("staffing.fte=1:2:3", "expected key=low:high"),
    ("staffing.fte=30:20", "'staffing.fte': expected two numbers, the lower one first"),
    ("staffing.fte=20:20", "the lower one first, found '20:20'"),
    ("staffing.fte=a:b", "found 'a:b'"), ("staffing.fte=1:inf", "found '1:inf'"),
    ("staffing.fte=0:20", "'staffing.fte': expected ends above 0 and at most 100000, found '0'"),
    ("staffing.sicknessShare=0:1", "at least 0 and below 1, found '1'"),
    ("time.durationMonths=1.5:3", "found '1.5:3'"),
    ("service.restPolicy.enabled=0:1", "expected false:true, found '0:1'"),
    ("time.start=2012:2013", "'time.start' takes no number, so it has no range"),
    ("service.norms=1:2", "takes no number"),
  ])
  func wrongRangesAreExplained(text: String, message: String) {
    #expect {
      try VariedRange(text)
    } throws: { error in
      let found = (error as? VariedRange.ParseError)?.message
      return found?.contains(message) == true
    }
  }
}
