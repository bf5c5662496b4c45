/// A variant without a file: a name and changes of the base.
///
///     try VariantDefinition("more staff: staffing.fte=30, staffing.sicknessShare=0.05", option: "--variant")
struct VariantDefinition: Sendable, Equatable {
  /// The name by which the variant is told apart.
  let name: String
  /// The changes, as `key.path=value`.
  let overrides: [String]

  /// Reads `name: key=value, key=value`; without a name, the changes are the name.
  ///
  /// A comma sets changes apart only where a key and an equals sign follow, so that values may hold commas.
  init(_ text: String, option: String) throws(CommandFailure) {
    let equals = text.firstIndex(of: "=") ?? text.endIndex
    let colon = text[..<equals].firstIndex(of: ":")
    let changes = text[(colon.map { text.index(after: $0) } ?? text.startIndex)...]
    overrides = VariantDefinition.split(changes)
    let label = VariantDefinition.trimmed(text[..<(colon ?? text.startIndex)])
    name = colon == nil ? overrides.joined(separator: ", ") : label
    guard !name.isEmpty, !overrides.isEmpty, overrides.allSatisfy({ $0.contains("=") }) else {
      throw .usage(
        "option '\(option)' expects 'name: key=value, key=value', found '\(text)'",
        hint: "for example 'more staff: staffing.fte=30'")
    }
  }

  private static func split(_ text: Substring) -> [String] {
    var changes: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let key = trimmed(part.prefix { $0 != "=" })
      let isChange =
        part.contains("=") && key.first?.isLetter == true
        && key.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
      if isChange || changes.isEmpty {
        changes.append(trimmed(part))
      } else {
        changes[changes.count - 1] += "," + part
      }
    }
    return changes.map { trimmed($0[...]) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
