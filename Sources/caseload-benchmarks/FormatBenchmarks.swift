import Foundation
import ScenarioFormat

/// Reading 50 MB of JSON into values: our reader beside Foundation's two on the same text.
///
/// All three give every number and text of the rows; ours also keeps the place of every value and finds
/// duplicate keys.
enum FormatBenchmarks {
  static let all: [Benchmark] = [
    Benchmark(name: "json-reader", unit: "byte") { reader() },
    Benchmark(name: "json-decoder", unit: "byte") { decoder() },
    Benchmark(name: "json-serial", unit: "byte") { serialization() },
  ]

  /// One element of the text.
  private struct Row: Codable {
    var name: String
    var readinessFrom: Double
    var stockShare: Double
    var intervalDays: Int
    var isPresent: Bool
    var sources: [String]
  }

  /// The text and what a reader has to find in it.
  private struct Sample {
    var bytes: [UInt8] = []
    var total = Total()
  }

  /// Sums over all rows.
  private struct Total: Equatable {
    var rows = 0
    var days = 0
    var characters = 0
    var present = 0
    /// Exact, because the shares are multiples of 1/1024.
    var shares = 0.0

    mutating func add(_ row: Row) {
      rows += 1
      days += row.intervalDays
      characters += row.name.utf8.count + row.sources.reduce(0) { $0 + $1.utf8.count }
      present += row.isPresent ? 1 : 0
      shares += row.readinessFrom + row.stockShare
    }
  }

  private static let sample: Sample = {
    var sample = Sample()
    sample.bytes.reserveCapacity(51_000_000)
    sample.bytes.append(UInt8(ascii: "["))
    var number = 0
    while sample.bytes.count < 50_000_000 {
      let row = Row(
        name: number % 10 == 0 ? "groep é \(number)" : "group-\(number)",
        readinessFrom: Double(number % 1_024) / 1_024, stockShare: Double(number % 512) / 1_024,
        intervalDays: number % 912, isPresent: number % 3 == 0, sources: ["E-056", "O-049a"])
      sample.total.add(row)
      let sources = row.sources.map(JSONText.quoted).joined(separator: ", ")
      sample.bytes += Array(
        """
        \(number == 0 ? "" : ",")
          {
            "name": \(JSONText.quoted(row.name)),
            "readinessFrom": \(row.readinessFrom),
            "stockShare": \(row.stockShare),
            "intervalDays": \(row.intervalDays),
            "isPresent": \(row.isPresent),
            "sources": [\(sources)]
          }
        """.utf8)
      number += 1
    }
    sample.bytes.append(UInt8(ascii: "]"))
    return sample
  }()

  private static func work(_ total: Total) -> Benchmark.Work {
    Benchmark.Work(
      count: sample.bytes.count, isRight: total == sample.total,
      outcome: "\(total.rows) rows, \(total.days) days")
  }

  private static func reader() -> Benchmark.Work {
    let document = JSONReader.read(sample.bytes)
    var total = Total()
    guard document.problems.isEmpty, let root = document.root else { return work(total) }
    for element in document.elements(of: root) {
      var row = Row(
        name: "", readinessFrom: 0, stockShare: 0, intervalDays: 0, isPresent: false, sources: [])
      for (key, value) in document.members(of: element) {
        switch document.string(key) {
        case "name": row.name = document.string(value)
        case "readinessFrom": row.readinessFrom = document.double(value)
        case "stockShare": row.stockShare = document.double(value)
        case "intervalDays": row.intervalDays = document.wholeNumber(value)?.asInt ?? 0
        case "isPresent": row.isPresent = document.nodes[value].kind == .true
        case "sources": row.sources = document.elements(of: value).map(document.string)
        default: break
        }
      }
      total.add(row)
    }
    return work(total)
  }

  private static func decoder() -> Benchmark.Work {
    var total = Total()
    let rows = try? JSONDecoder().decode([Row].self, from: Data(sample.bytes))
    for row in rows ?? [] { total.add(row) }
    return work(total)
  }

  private static func serialization() -> Benchmark.Work {
    var total = Total()
    let rows = try? JSONSerialization.jsonObject(with: Data(sample.bytes)) as? [[String: Any]]
    for row in rows ?? [] {
      total.add(
        Row(
          name: row["name"] as? String ?? "", readinessFrom: row["readinessFrom"] as? Double ?? 0,
          stockShare: row["stockShare"] as? Double ?? 0,
          intervalDays: row["intervalDays"] as? Int ?? 0,
          isPresent: row["isPresent"] as? Bool ?? false, sources: row["sources"] as? [String] ?? []
        ))
    }
    return work(total)
  }
}
