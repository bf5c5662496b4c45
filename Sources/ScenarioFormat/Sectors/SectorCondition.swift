/// A condition on one quantity, for example `clientsPerFte > 120`.
public struct SectorCondition: Sendable, Equatable {
  /// How the quantity lies to the limit.
  public enum Relation: String, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  /// The draw, the key, clientsPerFte or the id of a metric.
  public let quantity: String
  /// How it lies to the limit.
  public let relation: Relation
  /// The limit; true is 1 and false is 0.
  public let limit: Double

  /// Reads `quantity > limit`; `nil` when it is no condition.
  public init?(_ text: String) {
    // The longer signs come first, because the shorter ones begin them.
    for relation in Relation.allCases {
      let parts = SectorCondition.parts(of: text, around: relation.rawValue)
      guard parts.count == 2 else { continue }
      let words = parts.map { $0.split(separator: " ") }
      guard words[0].count == 1, words[1].count == 1 else { return nil }
      let word = String(words[1][0])
      guard let limit = ["true": 1, "false": 0][word] ?? Double(word), limit.isFinite else {
        return nil
      }
      quantity = String(words[0][0])
      self.relation = relation
      self.limit = limit
      return
    }
    return nil
  }

  /// The condition in words.
  public var text: String { "\(quantity) \(relation.rawValue) \(JSONText.number(limit))" }

  /// Whether a value meets the condition; one that does not exist never does.
  public func holds(_ value: Double) -> Bool {
    switch relation {
    case .atLeast: value >= limit
    case .atMost: value <= limit
    case .above: value > limit
    case .below: value < limit
    case .equal: value == limit
    }
  }

  // Splitting at more than one character is not in Embedded Swift, which the explorer needs.
  private static func parts(of text: String, around sign: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var place = start
    while place < text.endIndex {
      if text[place...].hasPrefix(sign) {
        parts.append(text[start..<place])
        place = text.index(place, offsetBy: sign.count)
        start = place
      } else {
        place = text.index(after: place)
      }
    }
    return parts + [text[start...]]
  }
}
