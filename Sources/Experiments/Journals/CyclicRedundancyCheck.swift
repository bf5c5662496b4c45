/// The cyclic redundancy check with 32 bits of IEEE 802.3, which finds torn and damaged records.
///
///     CyclicRedundancyCheck.value(of: Array("123456789".utf8))  // 0xCBF43926
///
/// Algorithm: Peterson and Brown 1961, doi:10.1109/JRPROC.1961.287814; eight tables after Kounavis and
/// Berry 2008, doi:10.1109/TC.2008.85.
package enum CyclicRedundancyCheck {
  /// The check value of some bytes, or of all when earlier ones had the value `earlier`.
  ///
  /// - Complexity: O(`bytes.count`), eight bytes at a time.
  package static func value(of bytes: [UInt8], after earlier: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { value(of: $0, after: earlier) }
  }

  /// The check value of some bytes, or of all when earlier ones had the value `earlier`.
  ///
  /// - Complexity: O(`bytes.count`), eight bytes at a time.
  package static func value(of bytes: UnsafeRawBufferPointer, after earlier: UInt32 = 0) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var value = ~earlier
      var position = 0
      while position + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        let mixed = word ^ UInt64(value)
        value = 0
        for byte in 0..<8 {
          value ^= tables[(7 - byte) * 256 + Int(mixed >> UInt64(8 * byte) & 0xFF)]
        }
        position += 8
      }
      while position < bytes.count {
        value = value >> 8 ^ tables[Int((value ^ UInt32(bytes[position])) & 0xFF)]
        position += 1
      }
      return ~value
    }
  }

  /// Eight tables of 256 entries; entry `256 * n + b` is the check of byte `b` followed by `n` zeros.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      tables[byte] = value
    }
    for index in 256..<tables.count {
      let before = tables[index - 256]
      tables[index] = before >> 8 ^ tables[Int(before & 0xFF)]
    }
    return tables
  }()
}
