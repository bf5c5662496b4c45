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
}
