import Testing

@testable import SimulationKernel

@Suite struct RandomStreamTests {
  @Test func philoxReproducesThePublishedVectors() {
    // The known answers for philox4x64-10 of the Random123 distribution.
    let zero = Philox4x64.encrypt(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(zero.0 == 0x1655_4d9e_ca36_314c)
    #expect(zero.1 == 0xdb20_fe9d_672d_0fdc)
    #expect(zero.2 == 0xd7e7_72ce_e186_176b)
    #expect(zero.3 == 0x7e68_b68a_ec7b_a23b)
    let ones = UInt64.max
    let full = Philox4x64.encrypt(counter: (ones, ones, ones, ones), key: (ones, ones))
    #expect(full.0 == 0x87b0_92c3_013f_e90b)
    #expect(full.1 == 0x438c_3c67_be8d_0224)
    #expect(full.2 == 0x9cc7_d7c6_9cd7_77b6)
    #expect(full.3 == 0xa09c_aebf_594f_0ba0)
  }

  @Test func aStreamIsItsBlocksInOrder() {
    var stream = RandomStream(seed: 5, replication: 6, purpose: 7, entity: 8, block: 9)
    for continuation in 0..<3 as Range<UInt64> {
      let block = Philox4x64.encrypt(counter: (9, 8, 7, continuation), key: (5, 6))
      let words = [stream.next(), stream.next(), stream.next(), stream.next()]
      #expect(words == [block.0, block.1, block.2, block.3])
    }
  }

  @Test func streamsThatDifferInOneKeyShareNoWord() {
    var seen: Set<UInt64> = []
    var count = 0
    for (seed, replication, purpose, entity, block) in [
      (1, 0, 0, 0, 0), (2, 0, 0, 0, 0), (1, 1, 0, 0, 0), (1, 0, 1, 0, 0), (1, 0, 0, 1, 0),
      (1, 0, 0, 0, 1), (0, 1, 0, 0, 0),
    ] as [(UInt64, UInt64, UInt64, UInt64, UInt64)] {
      var stream = RandomStream(
        seed: seed, replication: replication, purpose: purpose, entity: entity, block: block)
      for _ in 0..<2_000 {
        seen.insert(stream.next())
        count += 1
      }
    }
    #expect(seen.count == count)
  }

  @Test func bitsAreBalanced() {
    var stream = RandomStream(seed: 3, replication: 0, purpose: 0, entity: 0)
    var ones = [Int](repeating: 0, count: 64)
    let count = 20_000
    for _ in 0..<count {
      let word = stream.next()
      for bit in 0..<64 where word & (1 << UInt64(bit)) != 0 { ones[bit] += 1 }
    }
    // Standard deviation 71; five of them for 64 bits.
    for bit in 0..<64 { #expect((ones[bit] - count / 2).magnitude < 354, "bit \(bit)") }
  }

  @Test func neighbouringStreamsAreNotCorrelated() {
    for offset in 1...8 as ClosedRange<UInt64> {
      var sum = 0.0
      let count = 10_000
      for entity in 0..<UInt64(count) {
        var first = RandomStream(seed: 1, replication: 0, purpose: 2, entity: entity)
        var second = RandomStream(seed: 1, replication: 0, purpose: 2, entity: entity + offset)
        sum += (first.uniform() - 0.5) * (second.uniform() - 0.5)
      }
      // The mean of the product has standard deviation 1 / (12 sqrt(n)).
      #expect((sum / Double(count) * 12 * Double(count).squareRoot()).magnitude < 4)
    }
  }

  @Test func uniformLiesStrictlyBetweenZeroAndOne() {
    #expect((Double(UInt64.min >> 12) + 0.5) * 0x1p-52 > 0)
    #expect((Double(UInt64.max >> 12) + 0.5) * 0x1p-52 < 1)
  }

  @Test func wholeNumbersAreUnbiased() {
    var stream = RandomStream(seed: 2, replication: 0, purpose: 0, entity: 0)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<35_000 { counts[stream.integer(below: 7)] += 1 }
    var statistic = 0.0
    for count in counts { statistic += Double((count - 5_000) * (count - 5_000)) / 5_000 }
    // Chi-square with 6 degrees of freedom: 22.5 is the 0.1 % point.
    #expect(statistic < 22.5)
  }
}
