/// Finds what a writer probably meant by a word that does not exist.
package enum Suggestion {
  /// The hint "did you mean …?" for the nearest candidate, if one is near enough.
  ///
  /// Near enough is a third of the length of the word, and at least one edit; words that differ only in
  /// case, hyphens or underscores are always near.
  static func hint(for word: String, among candidates: [String]) -> String? {
    nearest(to: word, among: candidates).map { "did you mean \"\($0)\"?" }
  }

  /// The nearest candidate by edit distance, the first one at a tie; without one, the only candidate that
  /// differs in its last word, which is the unit: `durationYears` means `durationMonths`.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    guard word.utf8.count <= 200 else { return nil }
    let target = folded(word)
    let limit = max(1, target.count / 3)
    var best: (distance: Int, edits: Int, candidate: String)?
    for candidate in candidates {
      let other = folded(candidate)
      let edits = editDistance(target, other, limit: limit)
      // Of words that begin alike the one with the fewest edits is nearest.
      let distance = isCompletion(target, other) ? 1 : edits
      if distance <= limit, (distance, edits) < (best?.distance ?? .max, best?.edits ?? .max) {
        best = (distance, edits, candidate)
      }
    }
    if let best { return best.candidate }
    let stem = wordsBeforeUnit(word)
    let kin = candidates.filter { !stem.isEmpty && wordsBeforeUnit($0) == stem }
    return kin.count == 1 ? kin[0] : nil
  }

  /// A name in camel case without its last word; empty when it has one word.
  private static func wordsBeforeUnit(_ word: String) -> Substring {
    word[..<(word.lastIndex(where: \.isUppercase) ?? word.startIndex)]
  }

  /// Lower-case letters and digits only.
  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): nil
      default: byte
      }
    }
  }

  /// Whether the shorter word, of at least four letters, begins the longer one.
  private static func isCompletion(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let shorter = min(a.count, b.count)
    return shorter >= 4 && a.prefix(shorter).elementsEqual(b.prefix(shorter))
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words.
  ///
  /// Algorithm: optimal string alignment (Damerau 1964, doi:10.1145/363958.363994).
  /// - Complexity: O(`a.count` x `b.count`); words whose lengths differ by more than `limit` cost O(1).
  static func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int = Int.max - 1) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
