/// The secure hash algorithm with 256 bits (FIPS 180-4, doi:10.6028/NIST.FIPS.180-4).
package enum SHA256 {
  /// The hash in hexadecimal digits.
  ///
  /// - Complexity: O(`bytes.count`)
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    hash(bytes).map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The hash as 32 bytes.
  ///
  /// - Complexity: O(`bytes.count`)
  package static func hash(of bytes: [UInt8]) -> [UInt8] {
    hash(bytes).flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) }
    }
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt32] {
    var message = bytes
    message.append(0x80)
    while message.count % 64 != 56 { message.append(0) }
    let bitCount = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    var state = initialState
    var words = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: message.count, by: 64) {
      for index in 0..<16 {
        let start = block + 4 * index
        words[index] =
          UInt32(message[start]) << 24 | UInt32(message[start + 1]) << 16
          | UInt32(message[start + 2]) << 8 | UInt32(message[start + 3])
      }
      compress(&words, into: &state)
    }
    return state
  }

  /// Takes in a block, which is the first 16 of the words; the rest are worked out here.
  private static func compress(_ words: inout [UInt32], into state: inout [UInt32]) {
    for index in 16..<64 {
      let a = words[index - 15]
      let b = words[index - 2]
      let low = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
      let high = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
      words[index] = words[index - 16] &+ low &+ words[index - 7] &+ high
    }
    let constants = constants
    // The working variables a to h of the standard, in a tuple, which needs no memory of its own.
    var s = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (s.4 & s.5) ^ (~s.4 & s.6)
      let high = rotated(s.4, 6) ^ rotated(s.4, 11) ^ rotated(s.4, 25)
      let first = s.7 &+ high &+ choice &+ constants[index] &+ words[index]
      let majority = (s.0 & s.1) ^ (s.0 & s.2) ^ (s.1 & s.2)
      let low = rotated(s.0, 2) ^ rotated(s.0, 13) ^ rotated(s.0, 22)
      s = (first &+ low &+ majority, s.0, s.1, s.2, s.3 &+ first, s.4, s.5, s.6)
    }
    let added = [s.0, s.1, s.2, s.3, s.4, s.5, s.6, s.7]
    for index in 0..<8 { state[index] = state[index] &+ added[index] }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let primes: [UInt64] = {
    var result: [UInt64] = []
    var candidate: UInt64 = 2
    while result.count < 64 {
      if result.allSatisfy({ candidate % $0 != 0 }) { result.append(candidate) }
      candidate += 1
    }
    return result
  }()

  /// The first 32 bits of the fractions of the square roots of the first eight primes.
  private static let initialState = primes.prefix(8).map { UInt32(truncatingIfNeeded: root($0, 2)) }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants = primes.map { UInt32(truncatingIfNeeded: root($0, 3)) }

  /// The whole part of the root of a prime, scaled by 2^32, found bit by bit in exact arithmetic.
  private static func root(_ prime: UInt64, _ degree: Int) -> UInt64 {
    let target = UInt128(prime) << UInt128(32 * degree)
    var result: UInt128 = 0
    for bit in stride(from: 36, through: 0, by: -1) {
      let candidate = result | (1 << UInt128(bit))
      let power = degree == 2 ? candidate * candidate : candidate * candidate * candidate
      if power <= target { result = candidate }
    }
    return UInt64(result)
  }
}
