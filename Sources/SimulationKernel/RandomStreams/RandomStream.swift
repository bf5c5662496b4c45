/// A stream of random numbers that is keyed by what it is for, not by who asks first.
///
/// ```swift
/// var stream = RandomStream(seed: 1, replication: 0, purpose: 7, entity: 42)
/// let u = stream.uniform()  // strictly between 0 and 1
/// ```
///
/// The generator is the counter-based Philox2x64-7. Its counter is (purpose and entity, block and place
/// in the block), written side by side and not hashed, and for one key the cipher is a bijection of
/// counters: two streams of one replication that differ in purpose, entity or block never share an
/// output block, for up to 2^25 numbers each. A stream that is longer goes on under a key of its own.
/// The keys of different seeds and replications are words of Philox4x64-10 (``Key``): the chance that
/// any two of a million are equal is 3 in 10^8.
///
/// `block` numbers the draws of one entity and purpose.
///
/// - Complexity: O(1) per number; a fresh stream costs nothing until its first number.
///
/// Algorithm: Salmon, Moraes, Dror and Shaw 2011, doi:10.1145/2063384.2063405, who found six rounds of
/// Philox2x64 enough for every test of TestU01's BigCrush.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  /// What the streams of one seed and replication have in common.
  @frozen
  public struct Key: Sendable, Equatable {
    /// The word of the cipher.
    @usableFromInline let word: UInt64

    /// Makes the key of a replication.
    ///
    /// - Complexity: about that of five random numbers.
    @inlinable
    public init(seed: UInt64, replication: UInt64) {
      word = Philox4x64.encrypt(counter: (0, 0, 0, 0), key: (seed, replication)).0
    }

    @inlinable
    init(word: UInt64) { self.word = word }
  }

  /// Purposes lie below this number.
  public static let purposeCount: UInt64 = 1 << 8
  /// Entities lie below this number.
  public static let entityCount: UInt64 = 1 << 56
  /// Blocks lie below this number.
  public static let blockCount: UInt64 = 1 << 40

  /// The key of the replication, or that of the rest of a long stream.
  @usableFromInline var key: Key
  /// Purpose and entity, side by side.
  @usableFromInline let subject: UInt64
  /// Block and place in the block of the next output.
  @usableFromInline var place: UInt64
  /// The second word of the last output.
  @usableFromInline var spare: UInt64 = 0
  /// Whether `spare` has not been given yet.
  @usableFromInline var hasSpare = false

  /// Makes the stream of an entity for a purpose; `block` numbers independent draws of the two.
  ///
  /// - Precondition: purpose, entity and block lie below ``purposeCount``, ``entityCount`` and
  ///   ``blockCount``.
  @inlinable
  public init(key: Key, purpose: UInt64, entity: UInt64, block: UInt64 = 0) {
    precondition(
      purpose < RandomStream.purposeCount && entity < RandomStream.entityCount
        && block < RandomStream.blockCount,
      "a stream needs a purpose below 2^8, an entity below 2^56 and a block below 2^40")
    self.key = key
    subject = purpose << 56 | entity
    place = block << 24
  }

  /// Makes the stream of an entity for a purpose in a replication.
  ///
  /// Who makes many streams of one replication keeps its ``Key``.
  @inlinable
  public init(
    seed: UInt64, replication: UInt64, purpose: UInt64, entity: UInt64, block: UInt64 = 0
  ) {
    self.init(
      key: Key(seed: seed, replication: replication), purpose: purpose, entity: entity,
      block: block)
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let words = Philox2x64.encrypt(counter: (subject, place), key: key.word)
    place &+= 1
    if place & 0xFF_FFFF == 0 { goOn() }
    spare = words.1
    hasSpare = true
    return words.0
  }

  /// Goes on after 2^25 numbers: the same counters under another key.
  @usableFromInline
  mutating func goOn() {
    place &-= 1 << 24
    key = Key(
      word: Philox4x64.encrypt(counter: (1, subject, place, 0), key: (key.word, 0)).0)
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
  /// - Precondition: `low <= high`, both finite and at a finite distance.
  @inlinable
  public mutating func uniform(from low: Double, to high: Double) -> Double {
    precondition(
      low <= high && high - low < .infinity,
      "uniform(from:to:) needs finite low <= high, not \(low) and \(high)")
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

/// The Philox2x64-7 bijection, which makes the random numbers.
public enum Philox2x64 {
  /// Encrypts a counter of two words under a key of one.
  ///
  /// - Complexity: seven rounds of one multiplication.
  @inlinable
  public static func encrypt(counter: (UInt64, UInt64), key: UInt64) -> (UInt64, UInt64) {
    var (c0, c1) = counter
    var roundKey = key
    for _ in 0..<7 {
      let product = c0.multipliedFullWidth(by: 0xD2B7_4407_B1CE_6E93)
      c0 = product.high ^ roundKey ^ c1
      c1 = product.low
      roundKey = roundKey &+ 0x9E37_79B9_7F4A_7C15
    }
    return (c0, c1)
  }
}

/// The Philox4x64-10 bijection, which makes the keys.
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
