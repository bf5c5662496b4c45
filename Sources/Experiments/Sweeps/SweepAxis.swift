import ScenarioFormat

/// A key of the scenario and the values that it takes in a sweep.
public struct SweepAxis: Sendable, Equatable {
  /// What is wrong with the text of an axis.
  public struct ParseError: Error, Sendable, Equatable {
    /// The problem in words.
    public let message: String

    /// Makes an error.
    public init(message: String) { self.message = message }
  }

  /// Most values on one axis.
  public static let mostValues = 10_000

  /// The key path, for example `staffing.fte`.
  public let key: String
  /// The values as a scenario override writes them.
  public let values: [String]

  /// Reads `key=a,b,c` or `key=from:to:step`.
  ///
  ///     try SweepAxis("staffing.fte=20:30:2.5").values  // ["20", "22.5", "25", "27.5", "30"]
  ///
  /// Steps are counted in decimals, so `0:1:0.1` has eleven values and none reads 0.30000000000000004.
  public init(_ text: String) throws(ParseError) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ParseError(message: "expected key=a,b,c or key=from:to:step, found '\(text)'")
    }
    key = String(text[..<equals])
    let list = String(text[text.index(after: equals)...])
    let parts = list.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3 {
      values = try SweepAxis.steps(parts)
    } else if parts.count > 1, parts.allSatisfy({ Double($0) != nil }) {
      throw ParseError(message: "expected \(key)=from:to:step or \(key)=a,b,c, found '\(text)'")
    } else {
      values = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let cure = SweepAxis.decimalComma(in: values) {
        throw ParseError(message: "'\(text)' looks like a number with a decimal comma; \(cure)")
      }
    }
    if values.contains("") { throw ParseError(message: "'\(key)' has an empty value") }
    if values.count > SweepAxis.mostValues {
      throw ParseError(message: "'\(key)' has more than \(SweepAxis.mostValues) values")
    }
  }

  /// What to write in place of two values that look like one number with a decimal comma; `nil` when they do
  /// not.
  ///
  ///     SweepAxis.decimalComma(in: ["38", "5"])   // "write 38.5 for one number, 38.0,5.0 for two"
  ///     SweepAxis.decimalComma(in: ["20", "30"])  // nil
  ///
  /// Lists of values rise as a rule, so two whole numbers of which the second is lower, or has a zero in front,
  /// are taken for whole and fraction.
  static func decimalComma(in values: [String]) -> String? {
    guard values.count == 2,
      values.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let first = Int(values[0]), let second = Int(values[1])
    else { return nil }
    let hasZero = values[1].count > 1 && values[1].hasPrefix("0")
    guard hasZero || second < first || (first == 0 && values[1].count > 1) else { return nil }
    return "write \(first).\(values[1]) for one number, \(first).0,\(second).0 for two"
  }

  /// A remark on two values that might be meant as one number with a decimal comma; `nil` when they are not.
  ///
  ///     try SweepAxis("staffing.fte=2,5").remark  // "'staffing.fte=2,5' are the values 2 and 5; …"
  public var remark: String? {
    guard values.count == 2, values[1].count == 1,
      values.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      case .number? = ParameterTable.parameter(at: key)?.shape
    else { return nil }
    return
      "'\(key)=\(values[0]),\(values[1])' are the values \(values[0]) and \(values[1]); the number"
      + " between is written \(values[0]).\(values[1])"
  }

  /// A value that stands more than once, which only a paired list has a use for.
  public var repeatedValue: String? {
    var seen: Set<String> = []
    return values.first { !seen.insert($0).inserted }
  }

  private static func steps(_ parts: [String]) throws(ParseError) -> [String] {
    let places = parts.map { part in
      part.firstIndex(of: ".").map { part.distance(from: $0, to: part.endIndex) - 1 } ?? 0
    }.max()
    let numbers = parts.compactMap { Double($0) }.filter { $0.isFinite && abs($0) < 1e9 }
    guard numbers.count == 3, let places, places <= 6,
      !parts.contains(where: { $0.contains("e") || $0.contains("x") || $0.contains("p") })
    else {
      throw ParseError(
        message: "expected from:to:step in plain decimals, found '\(parts.joined(separator: ":"))'")
    }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let units = numbers.map { Int(($0 * scale).rounded()) }
    guard units[2] > 0, units[1] >= units[0] else {
      throw ParseError(
        message: "expected a rising range with a step above 0, found"
          + " '\(parts.joined(separator: ":"))'")
    }
    guard (units[1] - units[0]) / units[2] < mostValues else {
      throw ParseError(
        message: "'\(parts.joined(separator: ":"))' has more than \(mostValues) values")
    }
    return stride(from: units[0], through: units[1], by: units[2]).map {
      text(units: $0, scale: scale)
    }
  }

  private static func text(units: Int, scale: Double) -> String {
    let value = "\(Double(units) / scale)"
    return value.hasSuffix(".0") ? String(value.dropLast(2)) : value
  }
}

/// The points of a sweep.
public enum SweepPlan {
  /// All combinations of the values of several axes, the last axis fastest.
  public static func grid(_ axes: [SweepAxis]) -> [[String]] {
    axes.reduce([[]]) { points, axis in
      points.flatMap { point in axis.values.map { point + [$0] } }
    }
  }

  /// The first values of all axes, the second values, and so on; `nil` when lengths differ.
  public static func paired(_ axes: [SweepAxis]) -> [[String]]? {
    guard let count = axes.first?.values.count, axes.allSatisfy({ $0.values.count == count })
    else { return nil }
    return (0..<count).map { index in axes.map { $0.values[index] } }
  }

  /// Number of points of the grid; `nil` when it does not fit in an Int.
  public static func gridSize(_ axes: [SweepAxis]) -> Int? {
    var size = 1
    for axis in axes {
      let (product, overflows) = size.multipliedReportingOverflow(by: axis.values.count)
      if overflows { return nil }
      size = product
    }
    return size
  }
}
