import Testing

@testable import Experiments

@Suite struct SweepTests {
  @Test(arguments: [
    ("a.b=1,2,30", ["1", "2", "30"]), ("a=x", ["x"]),
    ("a=0:1:0.25", ["0", "0.25", "0.5", "0.75", "1"]),
    ("a=20:30:4", ["20", "24", "28"]), ("a=-1:1:1", ["-1", "0", "1"]), ("a=5:5:1", ["5"]),
    ("a=0.1:0.5:0.1", ["0.1", "0.2", "0.3", "0.4", "0.5"]), ("a=b=c,d", ["b=c", "d"]),
  ])
  func axesAreRead(text: String, values: [String]) throws {
    #expect(try SweepAxis(text).values == values)
  }

  @Test(arguments: [
    ("a", "expected key=a,b,c or key=from:to:step, found 'a'"), ("=1", "found '=1'"),
    ("a=", "'a' has an empty value"), ("a=1,,2", "'a' has an empty value"),
    ("a=1:2", "expected a=from:to:step or a=a,b,c, found 'a=1:2'"), ("a=1:2:3:4", "a=from:to:step"),
    ("a=1:0:1", "a rising range"),
    ("a=0:1:0", "a step above 0"), ("a=0:1:x", "plain decimals"), ("a=0:1e3:1", "plain decimals"),
    ("a=0:1:0.00001", "more than 10000 values"), ("a=0:1e300:1", "plain decimals"),
  ])
  func wrongAxesAreExplained(text: String, message: String) {
    #expect {
      try SweepAxis(text)
    } throws: {
      ($0 as? SweepAxis.ParseError)?.message.contains(message) == true
    }
  }

  @Test func repeatedValuesAreFound() throws {
    #expect(try SweepAxis("a=1,2,1").repeatedValue == "1")
    #expect(try SweepAxis("a=1:3:1").repeatedValue == nil)
    #expect(try SweepAxis("a=x:y").values == ["x:y"])
  }

  @Test func gridsAndPairs() throws {
    let axes = [try SweepAxis("a=1,2"), try SweepAxis("b=x,y")]
    #expect(SweepPlan.grid(axes) == [["1", "x"], ["1", "y"], ["2", "x"], ["2", "y"]])
    #expect(SweepPlan.gridSize(axes) == 4)
    #expect(SweepPlan.paired(axes) == [["1", "x"], ["2", "y"]])
    #expect(SweepPlan.paired(axes + [try SweepAxis("c=1")]) == nil)
    let wide = try SweepAxis("c=1:10000:1")
    #expect(SweepPlan.gridSize(Array(repeating: wide, count: 5)) == nil)
  }
}
