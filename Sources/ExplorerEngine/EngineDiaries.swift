import CaseloadModel
import Diaries

// Diaries of clients: a replication is run again with a recorder, and told in the sentences of `caseload trace`.

/// Runs a replication for somebody who looks on.
///
/// - Returns: 0, -1 when a law of conservation was broken, -2 without a scenario.
private func follow(
  _ scenario: Scenario, _ seedHigh: UInt32, _ seedLow: UInt32, _ replication: Int32,
  _ recorder: Recorder
) -> Int32 {
  let seed = UInt64(seedHigh) << 32 | UInt64(seedLow)
  do throws(InvariantViolation) {
    _ = try simulate(scenario, seed: seed, replication: Int(replication), recorder: recorder)
    return 0
  } catch {
    return -1
  }
}

/// Finds the clients of a replication who show something.
///
/// - Returns: The length of the text, or a number below 0 (`follow`): one line each, the id of what is shown and
///   the number of the client, 0 for nobody.
@c(caseload_find) public func find(
  _ place: Int32, _ seedHigh: UInt32, _ seedLow: UInt32, _ replication: Int32
) -> Int32 {
  guard let scenario = scenarios[place] else { return -2 }
  let window = RunWindow(scenario)
  let ledger = SpellLedger(windowStart: window.start)
  let failure = follow(scenario, seedHigh, seedLow, replication, Recorder { ledger.add($0) })
  guard failure == 0 else { return failure }
  ledger.close(at: window.end)
  var text = ""
  for example in InstructiveExample.allCases {
    text += "\(example.rawValue)\t\(example.find(in: ledger.spells)?.client ?? 0)\n"
  }
  return give(text)
}

/// The diary of a client of a replication.
///
/// - Parameter language: 0 for Dutch, 1 for English.
/// - Returns: The length of the text, or a number below 0 (`follow`). The first line is the highest number of a
///   client who came on benefit. Then one line for each moment: when, what happened, why, and what it moved between
///   units separators (U+001F), the parts of each between record separators (U+001E).
@c(caseload_diary) public func diary(
  _ place: Int32, _ seedHigh: UInt32, _ seedLow: UInt32, _ replication: Int32, _ client: Int32,
  _ language: Int32
) -> Int32 {
  guard let scenario = scenarios[place] else { return -2 }
  let number = Int(client)
  let book = DiaryBook(of: [number], end: RunWindow(scenario).end)
  var last = 0
  let recorder = book.recorder { last = max(last, $0.client) }
  let failure = follow(scenario, seedHigh, seedLow, replication, recorder)
  guard failure == 0 else { return failure }
  var text = "\(last)\n"
  guard book.knows(number) else { return give(text) }
  let words = DiaryWords(scenario, language == 0 ? .nl : .en)
  for row in ClientDiary(number, book.entries(of: number), words).rows {
    let parts = [[row.moment], row.happened, row.because, row.moved]
    text += parts.map { $0.joined(separator: "\u{1E}") }.joined(separator: "\u{1F}") + "\n"
  }
  return give(text)
}
