/// The one table of all evidence: `explain`, the JSON Schema and the page of evidence come from it.
public enum EvidenceTable {
  /// All evidence, by id.
  public static let all: [Evidence] = {
    var rows: [Evidence] = contact
    rows += knowledge
    rows += groups
    rows += caseloads
    rows += steering
    rows += clients
    rows += instruments
    rows += otherStudies
    return rows.sorted { $0.id < $1.id }
  }()

  /// The evidence of an id, in capitals or not; `nil` when there is none.
  ///
  /// - Complexity: O(number of rows)
  public static func evidence(id: String) -> Evidence? {
    all.first { isSame($0.id, id) }
  }

  /// Whether a word has the form of an id, as `E-086` and `o-049a` have.
  public static func isID(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count >= 3, bytes[1] == UInt8(ascii: "-") else { return false }
    let letter = SearchText.lowercased(bytes[0])
    return (letter == UInt8(ascii: "e") || letter == UInt8(ascii: "o"))
      && bytes[2] >= UInt8(ascii: "0") && bytes[2] <= UInt8(ascii: "9")
  }

  /// The key paths whose defaults rest on an id, in the order of the parameter table.
  public static func keys(restingOn id: String) -> [String] {
    ParameterTable.entries.filter { $0.parameter.evidence.contains(id) }.map { $0.path }
  }

  /// Whether two ids differ in nothing but the case of ASCII letters.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count
      && zip(a.utf8, b.utf8).allSatisfy { SearchText.lowercased($0) == SearchText.lowercased($1) }
  }
}
