import Foundation

extension ResultFolder {
  /// The name of a scenario as a single, harmless part of a path.
  ///
  /// Letters, digits, points, hyphens and underscores of ASCII are kept; every run of other characters
  /// becomes a hyphen. Leading points go, and the length is at most 100 characters.
  package static func folderName(for scenarioName: String) -> String {
    var name = ""
    for scalar in scenarioName.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_":
        if !(name.isEmpty && scalar == ".") { name.unicodeScalars.append(scalar) }
      default:
        if !name.isEmpty && !name.hasSuffix("-") { name += "-" }
      }
      if name.utf8.count == 100 { break }
    }
    return name.isEmpty ? "scenario" : name
  }

  /// Overrides as the end of a folder's name, for example `+staffing.fte=30`; empty without any.
  ///
  /// They stand in the order of their keys, the last one of a key only. A long one ends in a number that
  /// stands for the whole of it.
  static func suffix(of overrides: [String]) -> String {
    let named = meaningful(overrides)
    let text = named.map { "+" + $0 }.joined()
    var suffix = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", "=", "+":
        suffix.unicodeScalars.append(scalar)
      default:
        if !suffix.hasSuffix("-") { suffix += "-" }
      }
    }
    guard suffix != text || suffix.utf8.count > longestSuffix else { return suffix }
    // Algorithm: FNV-1a with 64 bits (Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return suffix.prefix(longestSuffix) + "~" + String(hash, radix: 16).prefix(8)
  }

  /// Most characters of the overrides in a name.
  private static let longestSuffix = 80

  /// The overrides that make another scenario: the last one of each key, in the order of the keys, without
  /// what names and describes it or says how often it is run.
  package static func meaningful(_ overrides: [String]) -> [String] {
    var values: [String: String] = [:]
    for text in overrides {
      let key = String(text.prefix { $0 != "=" })
      guard !["name", "description", "sources", "seed", "replications"].contains(key) else {
        continue
      }
      values[key] = text
    }
    return values.keys.sorted().compactMap { values[$0] }
  }

  /// The reason of a file error without the wording that differs between platforms.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?, .fileReadNoPermission?: return "permission denied"
    case .fileWriteOutOfSpace?: return "no space left on the device"
    case .fileWriteFileExists?: return "a file is in the way"
    case .fileNoSuchFile?, .fileReadNoSuchFile?: return "no such file or folder"
    case .fileWriteVolumeReadOnly?: return "the file system is read-only"
    default: return "\(error.localizedDescription)"
    }
  }
}
