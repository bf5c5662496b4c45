/// One block of DEFLATE with Huffman codes of its own (RFC 1951, section 3.2.7).
struct DeflateBlock {
  /// Literals 0…255, or matches: the highest bit, the length from bit 16 on, the distance below.
  let tokens: [UInt32]
  /// Whether it is the last block.
  let isLast: Bool

  private static let endOfBlock = 256
  /// The longest match in bits: two code words of 15, and 5 and 13 bits that say where in their range.
  private static let mostBitsOfToken = 48
  private static let lengthCodes: [(first: Int, extra: Int)] =
    codes(
      extra: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5],
      from: 3) + [(258, 0)]
  private static let distanceCodes: [(first: Int, extra: Int)] = codes(
    extra: [
      0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
      13,
    ], from: 1)
  /// The order in which the lengths of the code of code lengths are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private static func codes(extra: [Int], from first: Int) -> [(first: Int, extra: Int)] {
    var next = first
    return extra.map { bits in
      defer { next += 1 << bits }
      return (next, bits)
    }
  }

  /// The number of the length code of each length up to 258.
  private static let lengthCode: [UInt8] = (0...258).map { length in
    length == 258
      ? 28 : UInt8(max(0, (lengthCodes.dropLast().lastIndex { $0.first <= length } ?? 0)))
  }

  /// The number of the distance code of a distance.
  private static func distanceCode(_ distance: Int) -> Int {
    if distance <= 4 { return distance - 1 }
    let high = (distance - 1).bitWidth - 1 - (distance - 1).leadingZeroBitCount
    return 2 * high + ((distance - 1) >> (high - 1) & 1)
  }

  /// Writes the block.
  func write(to bits: inout BitWriter) {
    // The tables, which are looked into at every token, are fetched once.
    let (lengthCode, lengthCodes) = (DeflateBlock.lengthCode, DeflateBlock.lengthCodes)
    let distanceCodes = DeflateBlock.distanceCodes
    var literals = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: 30)
    for token in tokens {
      if token & 0x8000_0000 == 0 {
        literals[Int(token)] += 1
      } else {
        literals[257 + Int(lengthCode[Int(token >> 16 & 0x1FF)])] += 1
        distances[DeflateBlock.distanceCode(Int(token & 0xFFFF))] += 1
      }
    }
    literals[DeflateBlock.endOfBlock] = 1
    if tokens.isEmpty { literals[0] = 1 }
    // A code of one symbol is written with two, which every reader takes.
    if distances.filter({ $0 > 0 }).count < 2 {
      distances[0] = max(1, distances[0])
      distances[1] = max(1, distances[1])
    }
    let literalCode = HuffmanCode(counts: literals, longest: 15)
    let distanceCode = HuffmanCode(counts: distances, longest: 15)
    bits.add(isLast ? 1 : 0, 1)
    bits.add(2, 2)
    DeflateBlock.write(literalCode, distanceCode, to: &bits)
    bits.write(atMost: (tokens.count + 1) * DeflateBlock.mostBitsOfToken) { bits in
      for token in tokens {
        if token & 0x8000_0000 == 0 {
          literalCode.write(Int(token), to: &bits)
          continue
        }
        let length = Int(token >> 16 & 0x1FF)
        let code = Int(lengthCode[length])
        literalCode.write(257 + code, to: &bits)
        bits.add(UInt32(length - lengthCodes[code].first), lengthCodes[code].extra)
        let distance = Int(token & 0xFFFF)
        let far = DeflateBlock.distanceCode(distance)
        distanceCode.write(far, to: &bits)
        bits.add(UInt32(distance - distanceCodes[far].first), distanceCodes[far].extra)
      }
      literalCode.write(DeflateBlock.endOfBlock, to: &bits)
    }
  }

  /// Writes the lengths of both codes.
  private static func write(
    _ literals: HuffmanCode, _ distances: HuffmanCode, to bits: inout BitWriter
  ) {
    let literalCount = max(257, (literals.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = max(1, (distances.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let runs = lengthRuns(
      Array(literals.lengths[..<literalCount] + distances.lengths[..<distanceCount]))
    var counts = [Int](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    if counts.filter({ $0 > 0 }).count < 2 { counts[counts[0] > 0 ? 1 : 0] += 1 }
    let code = HuffmanCode(counts: counts, longest: 7)
    let orderCount = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    bits.add(UInt32(literalCount - 257), 5)
    bits.add(UInt32(distanceCount - 1), 5)
    bits.add(UInt32(orderCount - 4), 4)
    for symbol in order[..<orderCount] { bits.add(UInt32(code.lengths[symbol]), 3) }
    for run in runs {
      code.write(run.symbol, to: &bits)
      bits.add(UInt32(run.extra), run.bits)
    }
  }

  /// Code lengths as symbols: runs of zeros and repeats take one symbol each.
  private static func lengthRuns(_ lengths: [Int]) -> [(symbol: Int, extra: Int, bits: Int)] {
    var runs: [(symbol: Int, extra: Int, bits: Int)] = []
    var place = 0
    while place < lengths.count {
      let value = lengths[place]
      var count = 1
      while place + count < lengths.count, lengths[place + count] == value { count += 1 }
      if value == 0, count >= 3 {
        count = min(count, 138)
        runs.append(count <= 10 ? (17, count - 3, 3) : (18, count - 11, 7))
      } else if value > 0, count >= 4 {
        count = min(count, 7)
        runs.append((value, 0, 0))
        runs.append((16, count - 4, 2))
      } else {
        count = 1
        runs.append((value, 0, 0))
      }
      place += count
    }
    return runs
  }
}

/// A Huffman code of limited length, in the canonical form of DEFLATE.
struct HuffmanCode {
  /// The length of each symbol's code word; 0 for symbols that do not occur.
  let lengths: [Int]
  /// The code words, with their bits reversed.
  private let words: [UInt32]

  /// Makes the code of symbols by how often they occur.
  ///
  /// Algorithm: Huffman 1952, doi:10.1109/JRPROC.1952.273898; too long words are shortened until the
  /// inequality of Kraft holds again.
  init(counts: [Int], longest: Int) {
    lengths = HuffmanCode.lengths(counts, longest: longest)
    var words = [UInt32](repeating: 0, count: counts.count)
    var word: UInt32 = 0
    for length in 1...longest {
      for symbol in lengths.indices where lengths[symbol] == length {
        var reversed: UInt32 = 0
        for bit in 0..<length where word >> UInt32(bit) & 1 == 1 {
          reversed |= 1 << UInt32(length - 1 - bit)
        }
        words[symbol] = reversed
        word += 1
      }
      word <<= 1
    }
    self.words = words
  }

  /// Writes the code word of a symbol.
  func write(_ symbol: Int, to bits: inout BitWriter) { bits.add(words[symbol], lengths[symbol]) }

  /// Writes the code word of a symbol where there is room for it.
  @inline(__always)
  func write(_ symbol: Int, to bits: inout BitCursor) { bits.add(words[symbol], lengths[symbol]) }

  private static func lengths(_ counts: [Int], longest: Int) -> [Int] {
    let symbols = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$0], $0) < (counts[$1], $1)
    }
    var depths = depths(ofLeaves: symbols.map { counts[$0] }).map { min($0, longest) }
    // Kraft's sum in units of the longest word; leaves are in order of frequency, the rarest first.
    var sum = depths.reduce(0) { $0 + 1 << (longest - $1) }
    var place = 0
    while sum > 1 << longest {
      if depths[place] < longest {
        sum -= 1 << (longest - depths[place] - 1)
        depths[place] += 1
      } else {
        place += 1
      }
    }
    // What was shortened too far is given back, to the most frequent first: a code must be complete.
    for place in depths.indices.reversed() {
      while depths[place] > 1, sum + 1 << (longest - depths[place]) <= 1 << longest {
        sum += 1 << (longest - depths[place])
        depths[place] -= 1
      }
    }
    var lengths = [Int](repeating: 0, count: counts.count)
    for (symbol, depth) in zip(symbols, depths) { lengths[symbol] = depth }
    return lengths
  }

  /// Depths in Huffman's tree of at least two leaves in ascending order of weight, by two queues.
  private static func depths(ofLeaves weights: [Int]) -> [Int] {
    let count = weights.count
    precondition(count >= 2, "a code needs two symbols")
    var weight = weights
    var parent = [Int](repeating: 0, count: 2 * count - 1)
    var leaf = 0
    var inner = count
    for node in count..<(2 * count - 1) {
      var sum = 0
      for _ in 0..<2 {
        let takesLeaf = leaf < count && (inner >= node || weight[leaf] <= weight[inner])
        let child = takesLeaf ? leaf : inner
        if takesLeaf { leaf += 1 } else { inner += 1 }
        sum += weight[child]
        parent[child] = node
      }
      weight.append(sum)
    }
    var depth = [Int](repeating: 0, count: 2 * count - 1)
    for node in stride(from: 2 * count - 3, through: 0, by: -1) {
      depth[node] = depth[parent[node]] + 1
    }
    return Array(depth[..<count])
  }
}
