import CaseloadModel
import SimulationKernel

/// The value of one parameter, or of a section or list of them, apart from its Swift type.
///
/// The members of an object stand in the order of the parameter table, so they need no names.
public enum Setting: Sendable, Equatable {
  case number(Double)
  case integer(Int)
  case seed(UInt64)
  case flag(Bool)
  case text(String)
  case texts([String])
  case date(CivilDate)
  case changes([ParameterValue])
  case object([Setting])
  case list([Setting])

  /// The members of an object, the elements of a list, and nothing of anything else.
  public var children: [Setting] {
    switch self {
    case .object(let children), .list(let children): children
    default: []
    }
  }

  /// The value as JSON text on one line; `nil` for objects and lists.
  public var leafText: String? {
    switch self {
    case .number(let value): JSONText.number(value)
    case .integer(let value): String(value)
    case .seed(let value): String(value)
    case .flag(let value): value ? "true" : "false"
    case .text(let value): JSONText.quoted(value)
    case .texts(let values): "[" + values.map(JSONText.quoted).joined(separator: ", ") + "]"
    case .date(let value): JSONText.quoted(value.isoText)
    case .changes(let values):
      "{"
        + values.map { "\(JSONText.quoted($0.path)): \($0.json)" }.joined(separator: ", ") + "}"
    case .object, .list: nil
    }
  }
}

extension CivilDate {
  /// The date as `YYYY-MM-DD`.
  package var isoText: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads `YYYY-MM-DD`; `nil` when the form is another or the day does not exist.
  package init?(isoText: String) {
    let bytes = Array(isoText.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    var parts = [0, 0, 0]
    for (part, range) in [0..<4, 5..<7, 8..<10].enumerated() {
      for byte in bytes[range] {
        guard byte &- 0x30 < 10 else { return nil }
        parts[part] = parts[part] * 10 + Int(byte - 0x30)
      }
    }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
