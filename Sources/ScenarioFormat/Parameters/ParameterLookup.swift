extension ParameterTable {
  /// The parameter that a key path of an override leads to; `nil` when there is none.
  ///
  ///     ParameterTable.parameter(at: "service.norms.care.intervalDays")?.unit  // "calendar days"
  ///
  /// In a list the part after the list's key names an element, and any name is accepted.
  public static func parameter(at keyPath: String) -> Parameter? {
    var keys = keyPath.split(separator: ".", omittingEmptySubsequences: false)[...]
    var parameters = parameters
    while let key = keys.popFirst() {
      guard let parameter = parameters.first(where: { $0.key == key }) else { return nil }
      if keys.isEmpty { return parameter }
      if case .list = parameter.shape {
        _ = keys.popFirst()
        if keys.isEmpty { return nil }
      }
      parameters = parameter.children
    }
    return nil
  }

  /// A key that may change on a date.
  public struct DatedKey: Sendable {
    /// The key path, with `*` for the name of a list element.
    public let path: String
    /// The parameter.
    public let parameter: Parameter
  }

  /// All keys that a dated change may set, in the order of the file format.
  public static let datedKeys: [DatedKey] = datedKeys(in: parameters, path: "")

  private static func datedKeys(in parameters: [Parameter], path: String) -> [DatedKey] {
    parameters.flatMap { parameter -> [DatedKey] in
      let full = path.isEmpty ? parameter.key : path + "." + parameter.key
      switch parameter.shape {
      case .section(let children): return datedKeys(in: children, path: full)
      case .list(let children, _): return datedKeys(in: children, path: full + ".*")
      default:
        guard let change = parameter.change, change != .fixed else { return [] }
        return [DatedKey(path: full, parameter: parameter)]
      }
    }
  }
}
