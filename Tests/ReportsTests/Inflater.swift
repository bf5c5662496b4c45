/// Unpacks gzip, for tests: written from RFC 1951 and RFC 1952 alone, without a thought of speed.
struct Inflater {
  private let bytes: [UInt8]
  private var place = 0
  private var bit = 0
  private(set) var output: [UInt8] = []

  /// What is packed in some bytes; `nil` when they are no gzip.
  static func unpack(_ bytes: [UInt8]) -> (output: [UInt8], check: UInt32, size: UInt32)? {
    guard bytes.count >= 18, bytes[0] == 0x1F, bytes[1] == 0x8B, bytes[2] == 8, bytes[3] == 0 else {
      return nil
    }
    var inflater = Inflater(bytes)
    inflater.place = 10
    while true {
      let isLast = inflater.take(1) == 1
      switch inflater.take(2) {
      case 0: inflater.copyStored()
      case 1: inflater.unpackBlock(Inflater.fixedLiterals, Inflater.fixedDistances)
      case 2:
        let (literals, distances) = inflater.readCodes()
        inflater.unpackBlock(literals, distances)
      default: return nil
      }
      if isLast { break }
    }
    if inflater.bit > 0 { inflater.place += 1 }
    guard inflater.place + 8 == bytes.count else { return nil }
    let number = { (from: Int) in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[from + $1]) << UInt32(8 * $1) }
    }
    return (inflater.output, number(inflater.place), number(inflater.place + 4))
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func take(_ count: Int) -> Int {
    var value = 0
    for index in 0..<count {
      value |= Int(bytes[place] >> UInt8(bit) & 1) << index
      bit += 1
      if bit == 8 { (bit, place) = (0, place + 1) }
    }
    return value
  }

  private mutating func copyStored() {
    if bit > 0 { (bit, place) = (0, place + 1) }
    let count = Int(bytes[place]) | Int(bytes[place + 1]) << 8
    output += bytes[(place + 4)..<(place + 4 + count)]
    place += 4 + count
  }

  /// A code: symbols by length and word.
  private typealias Code = [Int: Int]

  private static func code(_ lengths: [Int]) -> Code {
    var code: Code = [:]
    var word = 0
    for length in 1...15 {
      for symbol in lengths.indices where lengths[symbol] == length {
        code[length << 16 | word] = symbol
        word += 1
      }
      // A complete or an unfinished code, never one with too many words.
      precondition(word <= 1 << length, "too many words of length \(length)")
      word <<= 1
    }
    return code
  }

  private static let fixedLiterals = code(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = code([Int](repeating: 5, count: 30))

  private mutating func symbol(_ code: Code) -> Int {
    var word = 0
    for length in 1...15 {
      word = word << 1 | take(1)
      if let symbol = code[length << 16 | word] { return symbol }
    }
    preconditionFailure("no symbol has this word")
  }

  private mutating func readCodes() -> (Code, Code) {
    let literalCount = take(5) + 257
    let distanceCount = take(5) + 1
    let count = take(4) + 4
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<count { lengths[order[index]] = take(3) }
    let code = Inflater.code(lengths)
    var all: [Int] = []
    while all.count < literalCount + distanceCount {
      switch symbol(code) {
      case 16: all += [Int](repeating: all[all.count - 1], count: 3 + take(2))
      case 17: all += [Int](repeating: 0, count: 3 + take(3))
      case 18: all += [Int](repeating: 0, count: 11 + take(7))
      case let length: all.append(length)
      }
    }
    return (
      Inflater.code(Array(all[..<literalCount])), Inflater.code(Array(all[literalCount...]))
    )
  }

  private mutating func unpackBlock(_ literals: Code, _ distances: Code) {
    let lengthFirst = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
      163, 195, 227, 258,
    ]
    let lengthExtra = [
      0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    let distanceFirst = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
      2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ]
    let distanceExtra = [
      0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
      13,
    ]
    while true {
      let found = symbol(literals)
      if found == 256 { return }
      guard found > 256 else {
        output.append(UInt8(found))
        continue
      }
      let length = lengthFirst[found - 257] + take(lengthExtra[found - 257])
      let far = symbol(distances)
      let distance = distanceFirst[far] + take(distanceExtra[far])
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
