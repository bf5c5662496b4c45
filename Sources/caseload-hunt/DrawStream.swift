/// The random numbers of one drawn scenario: SplitMix64 (Steele and others 2014,
/// doi:10.1145/2660193.2660195), so that a case follows from its seed alone.
struct DrawStream {
  private var state: UInt64

  /// A stream for one case of a hunt.
  init(seed: UInt64, number: Int) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ UInt64(number)
    _ = next()
    state ^= UInt64(number) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 to `count` - 1.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  /// A number in 0…1, without 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Whether something of this chance happens.
  mutating func happens(_ chance: Double) -> Bool { uniform() < chance }

  /// One of several.
  mutating func choice<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
