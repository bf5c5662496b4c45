import Foundation

/// Runs benchmarks and prints what they measured.
enum BenchmarkTable {
  /// Runs those that the arguments name, or all; `--json` prints JSON in place of a table.
  ///
  /// - Returns: 0 when every check of an outcome held, 1 when one failed, 2 for an unknown name.
  static func run(_ benchmarks: [Benchmark], arguments: [String]) -> Int32 {
    let isJSON = arguments.contains("--json")
    let names = arguments.filter { $0 != "--json" }
    for name in names where !benchmarks.contains(where: { $0.name == name }) {
      let known = benchmarks.map(\.name).joined(separator: ", ")
      FileHandle.standardError.write(Data("unknown benchmark '\(name)'; there are \(known)\n".utf8))
      return 2
    }
    var rows: [Benchmark.Row] = []
    var isRight = true
    if !isJSON {
      print(line(["benchmark", "millions/s", "ns each", "unit", "outcome"]))
    }
    for benchmark in benchmarks where names.isEmpty || names.contains(benchmark.name) {
      guard let row = benchmark.measure() else {
        isRight = false
        continue
      }
      rows.append(row)
      if !isJSON {
        let speed = String(format: "%.2f", row.millionPerSecond)
        let each = String(format: "%.1f", 1_000 / row.millionPerSecond)
        print(line([row.name, speed, each, row.unit, row.outcome]))
      }
    }
    if isJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      if let data = try? encoder.encode(rows) { print(String(decoding: data, as: UTF8.self)) }
    }
    return isRight ? 0 : 1
  }

  private static func line(_ fields: [String]) -> String {
    let widths = [16, 11, 9]
    var text = fields[0].padding(toLength: widths[0], withPad: " ", startingAt: 0)
    for index in 1...2 {
      text +=
        String(repeating: " ", count: max(0, widths[index] - fields[index].count)) + fields[index]
    }
    return text + "  " + fields[3].padding(toLength: 18, withPad: " ", startingAt: 0) + fields[4]
  }
}
