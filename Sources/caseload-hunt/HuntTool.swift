import CaseloadModel
import Foundation

/// The hunt: gives cases to child processes, collects faults, and shrinks them.
///
///     caseload-hunt --count 3000 --seed 1 --seconds 110 --output DIR
enum HuntTool {
  static let usage = """
    usage: caseload-hunt [--count N] [--seed S] [--first N] [--seconds T] [--output DIR] [--jobs N]

    Draws N valid scenarios from the whole parameter table and runs each small, in child processes.
    Checked are the laws of the engine, time, and relations that hold bit for bit. Each fault is cut
    down to a small file, printed, and kept in DIR. Exit code 1 when there was a fault. After T seconds
    all ends, and what is not done is told; from the first fault on, two fifths of them are for cutting down.
    """

  /// Cases that one child process checks.
  private static let batch = 20
  /// The part of the time after which, when there is a fault, no other is looked for.
  private static let searchShare = 0.6

  static func run(_ arguments: [String]) -> Int32 {
    if arguments.first == "--child", arguments.count == 5, let seed = UInt64(arguments[1]),
      let from = Int(arguments[2]), let to = Int(arguments[3]), let seconds = Double(arguments[4])
    {
      return HuntChild.run(seed: seed, numbers: from..<to, seconds: seconds)
    }
    if arguments.first == "--try", arguments.count == 3,
      let check = HuntCheck(rawValue: arguments[2])
    {
      return HuntChild.attempt(file: arguments[1], check: check)
    }
    if arguments.first == "--show", arguments.count == 3, let seed = UInt64(arguments[1]),
      let number = Int(arguments[2])
    {
      print(HuntCase.valid(seed: seed, number: number)?.pretty() ?? "discarded")
      let drawn = ScenarioDraw.tree(seed: seed, number: number)
      let mended = HuntCase.mended(drawn)
      for error in mended.errors { print(error) }
      if let scenario = mended.tree.flatMap({ HuntCase.document($0).scenario }) {
        print("about \(Int(RunSize(scenario).events)) events as drawn")
      }
      return 0
    }
    var options = [
      "--count": "3000", "--seed": "1", "--seconds": "3600", "--first": "0", "--output": "",
      "--jobs": "2",
    ]
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard options[name] != nil, let value = rest.popFirst() else {
        FileHandle.standardError.write(Data((usage + "\n").utf8))
        return 2
      }
      options[name] = value
    }
    guard let count = Int(options["--count"] ?? ""), let seed = UInt64(options["--seed"] ?? ""),
      let seconds = Double(options["--seconds"] ?? ""), let first = Int(options["--first"] ?? ""),
      let jobs = Int(options["--jobs"] ?? ""), count > 0, jobs > 0, first >= 0
    else {
      FileHandle.standardError.write(Data((usage + "\n").utf8))
      return 2
    }
    return hunt(
      seed: seed, numbers: first..<(first + count), seconds: seconds, jobs: jobs,
      output: options["--output"] ?? "")
  }

  /// What the batches have told so far.
  private final class Tally: @unchecked Sendable {
    private let lock = NSLock()
    private var next: Int
    private(set) var checked = 0
    private(set) var discarded = 0
    private var found: [HuntedFault] = []
    var faults: [HuntedFault] { lock.withLock { found } }

    init(first: Int) { next = first }

    func take(below end: Int) -> Range<Int>? {
      lock.withLock {
        guard next < end else { return nil }
        let range = next..<min(end, next + HuntTool.batch)
        next = range.upperBound
        return range
      }
    }

    func add(checked count: Int, discarded other: Int, faults new: [HuntedFault]) {
      lock.withLock {
        checked += count
        discarded += other
        found += new
      }
    }
  }

  private static func hunt(
    seed: UInt64, numbers: Range<Int>, seconds: Double, jobs: Int, output: String
  ) -> Int32 {
    let start = ContinuousClock.now
    let end = start + .seconds(seconds)
    let searchEnd = start + .seconds(HuntTool.searchShare * seconds)
    let tally = Tally(first: numbers.lowerBound)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while ContinuousClock.now < (tally.faults.isEmpty ? end : searchEnd),
        let range = tally.take(below: numbers.upperBound)
      {
        check(range, seed: seed, tally, until: tally.faults.isEmpty ? end : searchEnd, end: end)
      }
    }
    let found = tally.faults.sorted { $0.number < $1.number }
    let known = distinct(found, output: output, end: end)
    print(
      "caseload-hunt: \(tally.checked) of \(numbers.count) scenarios of seed \(seed) in time, "
        + "\(tally.discarded) of them discarded, \(found.count) faulty, \(known.count) distinct faults"
    )
    // A draw that hardly ever fits would find nothing for the wrong reason.
    guard Double(tally.discarded) < 0.1 * Double(tally.checked) else {
      print("caseload-hunt: too many scenarios were discarded, or none was checked")
      return 1
    }
    return found.isEmpty ? 0 : 1
  }

  /// Checks a range in child processes, going on after the case at which one crashed.
  ///
  /// After `until` no case is begun, and at `end` the one that is under way is given up.
  private static func check(
    _ range: Range<Int>, seed: UInt64, _ tally: Tally, until: ContinuousClock.Instant,
    end: ContinuousClock.Instant
  ) {
    var rest = range
    while !rest.isEmpty, ContinuousClock.now < until {
      let seconds = (until - ContinuousClock.now) / .seconds(1)
      let ending = ChildProcess.run(
        ["--child", "\(seed)", "\(rest.lowerBound)", "\(rest.upperBound)", "\(seconds)"],
        end: end)
      let told = report(of: ending, numbers: rest) { HuntCase.valid(seed: seed, number: $0) }
      tally.add(checked: told.end - rest.lowerBound, discarded: told.discarded, faults: told.faults)
      guard told.end > rest.lowerBound, !told.isLeft else { return }
      rest = told.end..<rest.upperBound
    }
  }

  /// What a child that was given numbers has told: the faults, how many scenarios came to nothing, and the
  /// number from which on nothing was checked because the child crashed.
  static func report(
    of ending: ChildProcess.Ending, numbers: Range<Int>, tree: (Int) -> ScenarioTree?
  ) -> (faults: [HuntedFault], discarded: Int, end: Int, isLeft: Bool) {
    var number = numbers.lowerBound
    var current = HuntCheck.run
    var discarded = 0
    var faults: [HuntedFault] = []
    for line in ending.lines {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "case":
        number = Int(words[1]) ?? number
        current = .run
      case "check": current = HuntCheck(rawValue: words[1]) ?? current
      case "discarded": discarded += 1
      case "left": return (faults, discarded, Int(words[1]) ?? number, true)
      case "fault":
        if let fault = fault(line: line, number: number, tree: tree(number) ?? .object([])) {
          faults.append(fault)
        }
      default: break
      }
    }
    // What was under way when time was up has no verdict.
    if ending.isCut { return (faults, discarded, number, true) }
    // A child that stops before its last number without a signal has crashed in its own way.
    let isWhole = ending.code == 0 && ending.signal == 0
    guard let kind = ending.kindOfCrash ?? (isWhole ? nil : "exit code \(ending.code)") else {
      return (faults, discarded, numbers.upperBound, false)
    }
    faults.append(
      HuntedFault(
        number: number, check: current, kind: kind, detail: ending.message,
        tree: tree(number) ?? .object([])))
    return (faults, discarded, number + 1, false)
  }

  /// The fault that a child's end shows, if it shows one.
  static func fault(
    of ending: ChildProcess.Ending, number: Int, check: HuntCheck, tree: ScenarioTree
  ) -> HuntedFault? {
    if ending.isCut { return nil }
    if let kind = ending.kindOfCrash {
      return HuntedFault(
        number: number, check: check, kind: kind, detail: ending.message, tree: tree)
    }
    return ending.lines.lazy.compactMap { fault(line: $0, number: number, tree: tree) }.first
  }

  private static func fault(line: String, number: Int, tree: ScenarioTree) -> HuntedFault? {
    guard line.hasPrefix("fault ") else { return nil }
    let parts = line.dropFirst(6).split(separator: "|", maxSplits: 2).map(String.init)
    guard parts.count == 3, let check = HuntCheck(rawValue: parts[0]) else { return nil }
    return HuntedFault(number: number, check: check, kind: parts[1], detail: parts[2], tree: tree)
  }

  /// Shrinks the faults that are not those already known, prints and keeps them.
  private static func distinct(
    _ found: [HuntedFault], output: String, end: ContinuousClock.Instant
  ) -> [HuntedFault] {
    let folder = output.isEmpty ? NSTemporaryDirectory() + "caseload-hunt-\(getpid())" : output
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let shrinking = Shrinking.inChildren(folder: folder, end: end)
    var known: [HuntedFault] = []
    var counts: [(kind: String, faults: [HuntedFault])] = []
    for fault in found {
      if let index = counts.firstIndex(where: { $0.kind == fault.kind }) {
        counts[index].faults.append(fault)
      } else {
        counts.append((fault.kind, [fault]))
      }
    }
    for (kind, faults) in counts {
      print(
        "\(faults.count) x \(kind): cases \(faults.prefix(5).map { String($0.number) }.joined(separator: ", "))"
      )
    }
    fflush(nil)
    // Most of one kind are one fault; the smallest of each kind shrink fastest.
    let first = counts.flatMap { group in
      group.faults.sorted {
        ($0.tree.json.utf8.count, $0.number) < ($1.tree.json.utf8.count, $1.number)
      }
      .prefix(3)
    }
    for fault in first where !shrinking.isKnown(fault, among: known) {
      let isUnshrunk = ContinuousClock.now >= end
      // Without time to tell, one of each kind is enough.
      if isUnshrunk, known.contains(where: { $0.kind == fault.kind }) { continue }
      let small = shrinking.smallest(fault)
      known.append(small)
      if ContinuousClock.now >= end {
        print("time is up: case \(fault.number) is \(isUnshrunk ? "not" : "only partly") cut down")
      }
      let name = String(small.kind.map { $0.isLetter || $0.isNumber ? $0 : "-" })
      let file = "\(folder)/\(known.count < 10 ? "0" : "")\(known.count)-\(name).json"
      try? (small.tree.pretty() + "\n").write(toFile: file, atomically: true, encoding: .utf8)
      print("case \(small.number), check \(small.check.rawValue): \(small.kind) (\(small.detail))")
      print("  \(file)\n\(small.tree.pretty())")
      fflush(nil)
    }
    for fault in found {
      try? FileManager.default.removeItem(atPath: "\(folder)/tried-\(fault.number).json")
    }
    if known.isEmpty, output.isEmpty { try? FileManager.default.removeItem(atPath: folder) }
    return known
  }
}
