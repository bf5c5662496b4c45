import Experiments

/// The outcome of checks as JUnit XML, which pipelines read.
package struct JUnitReport: Sendable {
  /// How a check came out.
  package enum Outcome: Sendable, Equatable {
    /// As it should.
    case passed
    /// Otherwise: a short message and details.
    case failed(message: String, details: String)
    /// It could not be done: a short message and details.
    case broken(message: String, details: String)
    /// It was not done, because of others.
    case skipped
  }

  /// One check.
  package struct Case: Sendable {
    /// The name of the check.
    package let name: String
    /// Seconds of computing.
    package let seconds: Double
    /// How it came out.
    package let outcome: Outcome

    /// Makes a check.
    package init(name: String, seconds: Double = 0, outcome: Outcome) {
      self.name = name
      self.seconds = seconds
      self.outcome = outcome
    }
  }

  private let cases: [Case]

  /// Makes a report.
  package init(_ cases: [Case]) { self.cases = cases }

  /// The report as text.
  package var xml: String {
    var counts = (failed: 0, broken: 0, skipped: 0)
    for check in cases {
      switch check.outcome {
      case .passed: break
      case .failed: counts.failed += 1
      case .broken: counts.broken += 1
      case .skipped: counts.skipped += 1
      }
    }
    let total = JUnitReport.seconds(cases.map(\.seconds).reduce(0, +))
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuite name=\"caseload check\" tests=\"\(cases.count)\""
    text += " failures=\"\(counts.failed)\" errors=\"\(counts.broken)\""
    text += " skipped=\"\(counts.skipped)\" time=\"\(total)\">\n"
    for check in cases { text += JUnitReport.element(of: check) }
    return text + "</testsuite>\n"
  }

  private static func element(of check: Case) -> String {
    let lead =
      "  <testcase classname=\"caseload.check\" name=\"\(escaped(check.name))\""
      + " time=\"\(seconds(check.seconds))\""
    switch check.outcome {
    case .passed: return lead + "/>\n"
    case .skipped: return lead + ">\n    <skipped/>\n  </testcase>\n"
    case .failed(let message, let details):
      return lead + ">\n" + problem("failure", message, details) + "  </testcase>\n"
    case .broken(let message, let details):
      return lead + ">\n" + problem("error", message, details) + "  </testcase>\n"
    }
  }

  private static func problem(_ element: String, _ message: String, _ details: String) -> String {
    "    <\(element) message=\"\(escaped(message))\">\(escaped(details))</\(element)>\n"
  }

  /// Seconds with three decimals and without marks between thousands.
  private static func seconds(_ value: Double) -> String {
    String(DecimalText.fixed(value, decimals: 3).filter { $0 != "," })
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
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
