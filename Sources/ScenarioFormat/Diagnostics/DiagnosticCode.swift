/// The closed list of problems that a scenario file can have; the raw values are stable.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Files
  case fileMissing = "file.missing"
  case fileDirectory = "file.directory"
  case fileUnreadable = "file.unreadable"
  case fileEmpty = "file.empty"
  case fileTooLarge = "file.too-large"
  case fileEncoding = "file.encoding"

  // JSON
  case jsonSyntax = "json.syntax"
  case jsonTruncated = "json.truncated"
  case jsonComment = "json.comment"
  case jsonTrailingComma = "json.trailing-comma"
  case jsonMissingComma = "json.missing-comma"
  case jsonLiteral = "json.literal"
  case jsonNumber = "json.number"
  case jsonString = "json.string"
  case jsonDepth = "json.depth"
  case jsonDuplicateKey = "json.duplicate-key"
  case jsonTooManyProblems = "json.too-many-problems"

  // Inheritance and overrides
  case extendsCycle = "extends.cycle"
  case extendsOutside = "extends.outside"
  case extendsTooLong = "extends.too-long"
  case overrideSyntax = "override.syntax"

  // Keys and values
  case unknownKey = "scenario.unknown-key"
  case wrongType = "scenario.wrong-type"
  case outOfRange = "scenario.out-of-range"
  case notAWholeNumber = "scenario.not-whole"
  case badDate = "scenario.bad-date"
  case badName = "scenario.bad-name"
  case unnamedElement = "scenario.unnamed-element"
  case duplicateName = "scenario.duplicate-name"
  case unknownElement = "scenario.unknown-element"
  case textTooLong = "scenario.text-too-long"

  // Combinations
  case sumOfShares = "check.sum-of-shares"
  case groupOrder = "check.group-order"
  case tooManyElements = "check.too-many-elements"
  case reservedName = "check.reserved-name"
  case unknownReference = "check.unknown-reference"
  case missingReference = "check.missing-reference"
  case impossible = "check.impossible"
  case weights = "check.weights"
  case notChangeable = "check.not-changeable"

  // Advice
  case adviseWarmUp = "advice.warm-up"
  case adviseReplications = "advice.replications"
  case adviseIntakes = "advice.intakes"
  case adviseNorms = "advice.norms"
  case adviseNobodyServes = "advice.unserved-group"
  case adviseContradiction = "advice.contradiction"
  case adviseName = "advice.name"
  case adviseBalance = "advice.balance"
  case adviseEmptySet = "advice.empty-set"

  /// How bad a problem of this kind is.
  public var severity: Diagnostic.Severity {
    switch self {
    case .adviseWarmUp, .adviseReplications, .adviseIntakes, .adviseNorms, .adviseNobodyServes,
      .adviseContradiction, .adviseName, .adviseBalance, .adviseEmptySet:
      .warning
    default: .error
    }
  }

  /// Whether the problem is that the input as a whole cannot be had (exit code 66 rather than 65).
  public var isMissingInput: Bool {
    switch self {
    case .fileMissing, .fileDirectory, .fileUnreadable: true
    default: false
    }
  }
}
