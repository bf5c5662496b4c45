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

  @Test func theSmallPhiloxReproducesThePublishedVectors() {
    // The known answers for philox2x64-7 of the Random123 distribution.
    let zero = Philox2x64.encrypt(counter: (0, 0), key: 0)
    #expect(zero.0 == 0xb41d_a69f_bfef_c666)
    #expect(zero.1 == 0x511e_9ce1_a553_4056)
    let ones = UInt64.max
    let full = Philox2x64.encrypt(counter: (ones, ones), key: ones)
    #expect(full.0 == 0xa469_6cc0_4462_015d)
    #expect(full.1 == 0x7247_82da_e171_69e9)
    let pi = Philox2x64.encrypt(
      counter: (0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344), key: 0xa409_3822_299f_31d0)
    #expect(pi.0 == 0x98ed_1534_392b_f372)
    #expect(pi.1 == 0x6752_8b15_6888_2fd5)
  }

  @Test func aStreamIsItsBlocksInOrder() {
    var stream = RandomStream(seed: 5, replication: 6, purpose: 7, entity: 8, block: 9)
    let key = Philox4x64.encrypt(counter: (0, 0, 0, 0), key: (5, 6)).0
    for place in 0..<3 as Range<UInt64> {
      let block = Philox2x64.encrypt(counter: (7 << 56 | 8, 9 << 24 | place), key: key)
      let words = [stream.next(), stream.next()]
      #expect(words == [block.0, block.1])
    }
  }

  @Test func aStreamThatRunsOutOfItsBlockGoesOnUnderAnotherKey() {
    var stream = RandomStream(seed: 5, replication: 6, purpose: 7, entity: 8, block: 9)
    var next = RandomStream(seed: 5, replication: 6, purpose: 7, entity: 8, block: 10)
    let first = stream.next()
    // As if all but the last two of its 2^25 numbers had been drawn.
    stream.place = 9 << 24 | 0xFF_FFFF
    stream.hasSpare = false
    let key = stream.key
    let last = Philox2x64.encrypt(counter: (7 << 56 | 8, 9 << 24 | 0xFF_FFFF), key: key.word)
    #expect([stream.next(), stream.next()] == [last.0, last.1])
    #expect(stream.key != key)
    #expect(stream.place == 9 << 24)
    let beyond = stream.next()
    #expect(beyond != first)
    #expect(beyond != next.next())
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
