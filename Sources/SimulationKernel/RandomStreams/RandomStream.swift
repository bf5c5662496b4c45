/// A stream of random numbers that is keyed by what it is for, not by who asks first.
///
/// ```swift
/// var stream = RandomStream(seed: 1, replication: 0, purpose: 7, entity: 42)
/// let u = stream.uniform()  // strictly between 0 and 1
/// ```
///
/// The generator is the counter-based Philox4x64-10. The key is (seed, replication); the counter is
/// (block, entity, purpose, continuation). For a fixed key the cipher is a bijection of counters, so
/// two streams of one replication that differ in block, entity or purpose never share an output
/// block: they do not overlap, by construction and for any length up to 2^66 numbers. Streams of
/// different seeds or replications come from different bijections. Nothing is hashed.
///
/// `block` numbers the draws of one entity and purpose: a stream that needs more than four words
/// continues in the fourth counter word and never runs into the next block.
///
/// - Complexity: O(1) per number; a fresh stream costs nothing until its first number.
///
/// Algorithm: Salmon, Moraes, Dror and Shaw 2011, doi:10.1145/2063384.2063405.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let seed: UInt64
  @usableFromInline let replication: UInt64
  @usableFromInline let purpose: UInt64
  @usableFromInline let entity: UInt64
  @usableFromInline let block: UInt64
  @usableFromInline var continuation: UInt64 = 0
  @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  @usableFromInline var used: UInt8 = 4

  /// Makes the stream of an entity for a purpose; `block` numbers independent draws of the two.
  @inlinable
  public init(
    seed: UInt64, replication: UInt64, purpose: UInt64, entity: UInt64, block: UInt64 = 0
  ) {
    self.seed = seed
    self.replication = replication
    self.purpose = purpose
    self.entity = entity
    self.block = block
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    if used == 4 {
      words = Philox4x64.encrypt(
        counter: (block, entity, purpose, continuation), key: (seed, replication))
      continuation &+= 1
      used = 0
    }
    let index = used
    used &+= 1
    switch index {
    case 0: return words.0
    case 1: return words.1
    case 2: return words.2
    default: return words.3
    }
  }

  /// A number strictly between 0 and 1, from 2^52 equally likely values.
  @inlinable
  public mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// Three numbers strictly between 0 and 1 from one word, each from 2^21 equally likely values.
  ///
  /// For many yes-or-no draws of which none needs more than six decimal places.
  @inlinable
  public mutating func threeUniforms() -> (Double, Double, Double) {
    let word = next()
    return (
      (Double(word >> 43) + 0.5) * 0x1p-21, (Double((word >> 22) & 0x1F_FFFF) + 0.5) * 0x1p-21,
      (Double((word >> 1) & 0x1F_FFFF) + 0.5) * 0x1p-21
    )
  }

  /// A number strictly between two bounds (rounding may reach them).
  ///
  /// - Precondition: `low <= high`, both finite.
  @inlinable
  public mutating func uniform(from low: Double, to high: Double) -> Double {
    precondition(low <= high, "uniform(from:to:) needs low <= high, not \(low) and \(high)")
    return low + (high - low) * uniform()
  }

  /// A whole number from 0 up to but not including `bound`, without bias.
  ///
  /// Algorithm: Lemire 2019, doi:10.1145/3230636.
  ///
  /// - Precondition: `bound > 0`.
  @inlinable
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "integer(below:) needs a positive bound, not \(bound)")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold {
        product = next().multipliedFullWidth(by: range)
      }
    }
    return Int(product.high)
  }

  /// Whether something with probability `p` happens; never for 0 and always for 1.
  @inlinable
  public mutating func bernoulli(_ p: Double) -> Bool { uniform() < p }
}

/// The Philox4x64-10 bijection.
public enum Philox4x64 {
  /// Encrypts a counter of four words under a key of two.
  ///
  /// - Complexity: ten rounds of two multiplications.
  @inlinable
  public static func encrypt(
    counter: (UInt64, UInt64, UInt64, UInt64), key: (UInt64, UInt64)
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let first = c0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let second = c2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      c0 = second.high ^ c1 ^ k0
      c1 = second.low
      c2 = first.high ^ c3 ^ k1
      c3 = first.low
      k0 = k0 &+ 0x9E37_79B9_7F4A_7C15
      k1 = k1 &+ 0xBB67_AE85_84CA_A73B
    }
    return (c0, c1, c2, c3)
  }
}
