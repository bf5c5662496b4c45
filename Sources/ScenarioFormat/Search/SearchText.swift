/// Takes text apart into words that can be compared: small letters, no accents, no plurals, numbers in figures.
enum SearchText {
  /// The words of a text or of a key path, those without meaning of their own included.
  ///
  ///     SearchText.words(in: "service.restPolicy, unseen for six months")
  ///     // ["service", "rest", "policy", "unseen", "for", "6", "month"]
  ///
  /// - Complexity: O(length of the text)
  static func words(in text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    // A capital after a small letter or a digit begins a word of a key path.
    var mayBreak = false
    func finish() {
      if !word.isEmpty { words.append(normal(word)) }
      word = []
    }
    for scalar in text.unicodeScalars {
      guard let letter = folded(scalar) else {
        finish()
        mayBreak = false
        continue
      }
      let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
      if isCapital, mayBreak { finish() }
      word.append(letter)
      mayBreak = !isCapital
    }
    finish()
    return words
  }

  /// The words of a question that carry meaning; all of them when none does.
  static func meaningfulWords(in question: String) -> [String] {
    let words = Synonym.joined(words(in: question))
    let kept = words.filter { !emptyWords.contains($0) }
    return kept.isEmpty ? words : kept
  }

  /// An ASCII capital as a small letter; any other byte as it is.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// English and Dutch words that nearly every text holds.
  private static let emptyWords: [String] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "how", "in", "is", "it", "of", "on", "or",
    "per", "s", "the", "to", "what", "which", "who", "with", "de", "een", "en", "het", "met", "op",
    "te", "uit", "van", "voor", "wat",
  ]

  private static let numbers: [String] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  /// Dutch numbers from two on; "een" is the article too.
  private static let dutchFromTwo: [String] = [
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
  ]

  /// A letter or digit in small ASCII; `nil` for everything that separates words.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: UInt8(scalar.value)
    case 0x41...0x5A: UInt8(scalar.value) | 0x20
    case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
    case 0xC7, 0xE7: UInt8(ascii: "c")
    case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
    case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
    case 0xD2...0xD6, 0xF2...0xF6: UInt8(ascii: "o")
    case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
    default: nil
    }
  }

  /// A word in the singular, and a number word in figures.
  private static func normal(_ letters: [UInt8]) -> String {
    var letters = letters
    let s = UInt8(ascii: "s")
    if letters.count > 4, letters.suffix(3).elementsEqual("ies".utf8) {
      letters.removeLast(3)
      letters.append(UInt8(ascii: "y"))
    } else if letters.count > 3, letters[letters.count - 1] == s, letters[letters.count - 2] != s {
      letters.removeLast()
    }
    let word = String(decoding: letters, as: UTF8.self)
    let number = numbers.firstIndex(of: word) ?? dutchFromTwo.firstIndex(of: word).map { $0 + 2 }
    return number.map { String($0) } ?? word
  }
}
