/// The outcome of checks as JUnit XML, which pipelines read.
public struct JUnitReport: Sendable {
  /// One check.
  public struct Case: Sendable {
    /// The name of the check.
    public let name: String
    /// Why it failed: a short message and details; `nil` when it passed.
    public let failure: (message: String, details: String)?

    /// Makes a check.
    public init(name: String, failure: (message: String, details: String)?) {
      self.name = name
      self.failure = failure
    }
  }

  private let cases: [Case]

  /// Makes a report.
  public init(_ cases: [Case]) { self.cases = cases }

  /// The report as text.
  public var xml: String {
    let failures = cases.count { $0.failure != nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<testsuite name=\"caseload check\" tests=\"\(cases.count)\" failures=\"\(failures)\">\n"
    for check in cases {
      text += "  <testcase classname=\"caseload.check\" name=\"\(JUnitReport.escaped(check.name))\""
      if let failure = check.failure {
        text += ">\n    <failure message=\"\(JUnitReport.escaped(failure.message))\">"
        text += JUnitReport.escaped(failure.details) + "</failure>\n  </testcase>\n"
      } else {
        text += "/>\n"
      }
    }
    return text + "</testsuite>\n"
  }

  /// The text with the characters of markup as entities and without those that XML 1.0 forbids.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
