import CaseloadModel
import ScenarioFormat
import SimulationKernel

// The interface of the WebAssembly module: bytes in, bytes and numbers out. Texts and numbers given to the
// page stay where they are until the next call of any function but those that tell their address.

/// Scenarios that were read, by the place that the page gives them: the base and its variants.
nonisolated(unsafe) var scenarios: [Int32: Scenario] = [:]
nonisolated(unsafe) private var output: UnsafeMutableBufferPointer<UInt8>?
nonisolated(unsafe) private var numbers: UnsafeMutableBufferPointer<Double>?
nonisolated(unsafe) private var digest = ""

func give(_ text: String) -> Int32 {
  output?.deallocate()
  let bytes = Array(text.utf8)
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
  _ = buffer.initialize(from: bytes)
  output = buffer
  return Int32(bytes.count)
}

private func bytes(_ start: UnsafePointer<UInt8>, _ count: Int32) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: Int(count)))
}

/// Room for bytes that the page writes.
@c(caseload_allocate) public func allocate(_ count: Int32) -> UnsafeMutableRawPointer {
  UnsafeMutableRawPointer.allocate(byteCount: max(1, Int(count)), alignment: 16)
}

/// Gives room back.
@c(caseload_release) public func release(_ pointer: UnsafeMutableRawPointer) {
  pointer.deallocate()
}

/// Where the text of the last answer lies.
@c(caseload_text) public func text() -> UnsafeMutablePointer<UInt8>? { output?.baseAddress }

/// Where the numbers of the last answer lie.
@c(caseload_numbers) public func numbersAddress() -> UnsafeMutablePointer<Double>? {
  numbers?.baseAddress
}

/// Keeps a file under a path below `/`, so that scenarios can extend it.
@c(caseload_keepFile) public func keepFile(
  _ path: UnsafePointer<UInt8>, _ pathCount: Int32, _ content: UnsafePointer<UInt8>,
  _ contentCount: Int32
) {
  FileReading.files[String(decoding: bytes(path, pathCount), as: UTF8.self)] =
    bytes(content, contentCount)
}

/// Forgets the files that were kept.
@c(caseload_forgetFiles) public func forgetFiles() { FileReading.files = [:] }

/// Reads the file at a path with overrides, one per line, into a place.
///
/// - Returns: The length of the text of all diagnostics: one line each, of severity, code, key path and the message
///   as `validate` prints it, between tabs.
@c(caseload_read) public func read(
  _ place: Int32, _ path: UnsafePointer<UInt8>, _ pathCount: Int32,
  _ overrides: UnsafePointer<UInt8>, _ overridesCount: Int32
) -> Int32 {
  let lines = bytes(overrides, overridesCount).split(separator: 0x0A)
    .map { String(decoding: $0, as: UTF8.self) }
  let path = String(decoding: bytes(path, pathCount), as: UTF8.self)
  let document = ScenarioFiles(path: path, root: "/").document(overrides: lines)
  var isSector = false
  if document.sector != nil { isSector = true }
  scenarios[place] = isSector ? nil : document.scenario
  digest = document.sha256
  var text = ""
  for one in document.diagnostics {
    var told = one
    told.file = String(one.file.drop { $0 == "/" })
    text += one.severity == .error ? "error" : "warning"
    for part in [one.code.rawValue, one.keyPath, DiagnosticRenderer.line(told)] {
      text += "\t" + String(part.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
    text += "\n"
  }
  if isSector { text += "error\tsector\torganisations\t\n" }
  return give(text)
}

/// Whether there is a scenario in a place.
@c(caseload_hasScenario) public func hasScenario(_ place: Int32) -> Int32 {
  scenarios[place] == nil ? 0 : 1
}

/// What a scenario is about: its hash, its seed, its number of replications, clients and months, the names of
/// its groups between tabs, and the ids of all metrics, one a line.
@c(caseload_describe) public func describe(_ place: Int32) -> Int32 {
  guard let scenario = scenarios[place] else { return give("") }
  var text =
    digest + "\n\(scenario.seed)\n\(scenario.replications)\n\(scenario.population.clients)\n"
  text += "\(scenario.time.warmUpMonths + scenario.time.durationMonths)\n"
  text += (["all"] + scenario.metricGroupNames).joined(separator: "\t") + "\n"
  for metric in Metric.allCases { text += metric.id + "\n" }
  return give(text)
}

/// The scenario of a place as JSON with every key, which the command line runs to the same numbers.
@c(caseload_resolved) public func resolved(_ place: Int32) -> Int32 {
  guard let scenario = scenarios[place] else { return give("") }
  return give(ScenarioText.resolved(scenario))
}

/// Runs a replication of the scenario of a place.
///
/// - Returns: The number of values per observation, -1 when a law of conservation was broken, -2 without a
///   scenario, -3 without an outcome. At `caseload_numbers` lie the number of observations, events and
///   client-years, the day numbers of the observations, the values over the window, their denominators, the
///   series and its denominators.
@c(caseload_run) public func run(
  _ place: Int32, _ seedHigh: UInt32, _ seedLow: UInt32, _ replication: Int32
) -> Int32 {
  guard let scenario = scenarios[place] else { return -2 }
  let seed = UInt64(seedHigh) << 32 | UInt64(seedLow)
  do throws(InvariantViolation) {
    guard let outcome = try simulate(scenario, seed: seed, replication: Int(replication)) else {
      return -3
    }
    numbers?.deallocate()
    let all =
      [Double(outcome.observationCount), Double(outcome.events), outcome.clientYears]
      + outcome.observationDays.map { Double($0) } + outcome.values + outcome.weights
      + outcome.series
      + outcome.seriesWeights
    let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: all.count)
    _ = buffer.initialize(from: all)
    numbers = buffer
    return Int32(outcome.values.count)
  } catch {
    return -1
  }
}

/// The value below which Student's t lies with a chance of 97.5 %.
@c(caseload_quantile) public func quantile(_ freedom: Double) -> Double {
  Elementary.studentTQuantile(0.975, degreesOfFreedom: freedom)
}
