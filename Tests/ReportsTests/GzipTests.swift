import Experiments
import Testing

@testable import Reports

@Suite("Compression")
struct GzipTests {
  private static func pack(_ bytes: [UInt8], pieces: Int) -> [UInt8] {
    var stream = GzipStream()
    var packed: [UInt8] = []
    for piece in 0..<pieces {
      let from = bytes.count * piece / pieces
      stream.add(Array(bytes[from..<(bytes.count * (piece + 1) / pieces)])) { packed += $0 }
    }
    stream.finish { packed += $0 }
    return packed
  }

  /// Texts that are hard in one way each.
  static let texts: [(name: String, bytes: [UInt8])] = {
    var state: UInt64 = 1
    func draw() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let noise = (0..<200_000).map { _ in draw() }
    // Weights as in Fibonacci's series make the longest code words.
    var steep: [UInt8] = []
    var (one, other) = (1, 1)
    for symbol in 0..<22 {
      steep += [UInt8](repeating: UInt8(symbol), count: one)
      (one, other) = (other, one + other)
    }
    let rows = (0..<9_000).flatMap {
      Array("\($0),worker-\($0 % 30),2012-03-\($0 % 28 + 1)\r\n".utf8)
    }
    return [
      ("nothing", []), ("one byte", [65]),
      ("one byte again and again", [UInt8](repeating: 65, count: 100_000)),
      ("noise", noise), ("steep", steep), ("rows", rows),
      ("all bytes", (0...255).map { UInt8($0) }),
    ]
  }()

  @Test("What is packed comes out as it went in", arguments: 0..<GzipTests.texts.count)
  func roundTrip(index: Int) throws {
    let (name, bytes) = GzipTests.texts[index]
    for pieces in [1, 7] {
      let packed = GzipTests.pack(bytes, pieces: pieces)
      let found = try #require(Inflater.unpack(packed), "\(name)")
      #expect(found.output == bytes, "\(name) in \(pieces) pieces")
      #expect(found.check == CyclicRedundancyCheck.value(of: bytes), "\(name)")
      #expect(found.size == UInt32(bytes.count), "\(name)")
      #expect(packed.count < bytes.count + bytes.count / 100 + 300, "\(name)")
    }
  }

  @Test("Pieces make no difference, and rows shrink to a quarter")
  func size() throws {
    let rows = try #require(GzipTests.texts.first { $0.name == "rows" }).bytes
    let packed = GzipTests.pack(rows, pieces: 1)
    #expect(packed == GzipTests.pack(rows, pieces: 13))
    #expect(packed.count * 4 < rows.count)
  }

  @Test("A check that goes on equals that of all bytes")
  func check() {
    let bytes = Array("123456789".utf8)
    #expect(CyclicRedundancyCheck.value(of: bytes) == 0xCBF4_3926)
    let first = CyclicRedundancyCheck.value(of: Array(bytes[..<4]))
    #expect(CyclicRedundancyCheck.value(of: Array(bytes[4...]), after: first) == 0xCBF4_3926)
  }
}
