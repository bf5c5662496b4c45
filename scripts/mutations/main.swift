import Dispatch
import Foundation
import ScenarioFormat

// Reads batches of damaged scenario files on all cores. Arguments: number of files, seed, and, to look
// for a crash, the one batch that is read with every file announced.
let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let batchSize = 1_000
let batches = Int(arguments.first ?? 100_000) / batchSize
let seed = arguments.count > 1 ? arguments[1] : 20_140_101
let traced = arguments.count > 2 ? Int(arguments[2]) : nil

/// Writes a line at once, so that a crash loses none.
@Sendable func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("check-mutations: \(message)\n".utf8))
  exit(1)
}

guard let file = FileManager.default.contents(atPath: "scenarios/municipality-2014.json") else {
  fail("run in the project's folder: scenarios/municipality-2014.json is not there")
}
let document = ScenarioDocument.read(Array(file), path: "municipality-2014.json")
guard let scenario = document.scenario, batches > 0 else { fail("nothing to read") }
var own = OwnFigures(preset: .municipality2014, name: "a")
own.clients = 500
own.fte = 4.5
own.exitsToWork = 40
let originals = [
  Array(file), Array(ScenarioText.resolved(scenario).utf8),
  Array(own.scenarioText.utf8),
]

struct Tally: Sendable {
  var files = 0
  var valid = 0
  var longest = Duration.zero
  var complaints: [String] = []
}

@Sendable func read(batch: Int) -> Tally {
  var tally = Tally()
  var mutator = ScenarioMutator(
    originals: originals, generator: SplitMix(state: seed &+ UInt64(batch) &* 0x9E37_79B9))
  let clock = ContinuousClock()
  for number in 0..<batchSize {
    let (kinds, bytes) = mutator.next()
    if traced != nil { say("batch \(batch) file \(number): \(bytes.count) bytes, \(kinds)") }
    var document: ScenarioDocument?
    let time = clock.measure { document = ScenarioDocument.read(bytes, path: "mutated.json") }
    guard let document else { continue }
    tally.files += 1
    tally.longest = max(tally.longest, time)
    if document.scenario != nil { tally.valid += 1 }
    if let complaint = MutationVerdict.complaint(about: document, rereads: number % 10 == 0) {
      tally.complaints.append("batch \(batch) file \(number), \(kinds): \(complaint)")
    }
  }
  return tally
}

let lock = NSLock()
nonisolated(unsafe) var total = Tally()
let range = traced.map { $0..<$0 + 1 } ?? 0..<batches
DispatchQueue.concurrentPerform(iterations: range.count) { index in
  // A crash leaves the last batches named in the log.
  let batch = range.lowerBound + index
  lock.withLock { say("batch \(batch) begins") }
  let tally = read(batch: batch)
  lock.withLock {
    total.files += tally.files
    total.valid += tally.valid
    total.longest = max(total.longest, tally.longest)
    total.complaints += tally.complaints
    say("batch \(batch) ends")
  }
}

var usage = rusage()
#if os(Linux)
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let megabytes = usage.ru_maxrss >> 10
#else
  getrusage(RUSAGE_SELF, &usage)
  let megabytes = usage.ru_maxrss >> 20
#endif
for complaint in total.complaints.sorted().prefix(20) { say(complaint) }
say(
  "check-mutations: \(total.files) files, \(total.valid) of them valid; the longest took"
    + " \(total.longest), the peak was \(megabytes) MiB")
guard total.files == range.count * batchSize else { fail("only \(total.files) files were read") }
guard total.complaints.isEmpty else { fail("\(total.complaints.count) complaints") }
guard megabytes < 256 else { fail("reading took \(megabytes) MiB, at most 256 were expected") }
guard traced != nil || (total.valid > total.files / 100 && total.valid < total.files / 2) else {
  fail("\(total.valid) valid files of \(total.files) prove little")
}
