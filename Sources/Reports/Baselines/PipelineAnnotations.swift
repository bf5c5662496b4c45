/// Failed checks as workflow commands, which pipelines show beside the file concerned.
///
///     ::error file=results/baselines/one/results.json,title=caseload check one::1 of 204 means moved
///
/// The form is that of GitHub Actions ("Workflow commands for GitHub Actions"); others read it too.
package struct PipelineAnnotations: Sendable {
  private let failures: [(file: String, title: String, text: String)]

  /// Makes annotations of failures: the file concerned, a title and the text.
  package init(_ failures: [(file: String, title: String, text: String)]) {
    self.failures = failures
  }

  /// One line per failure.
  package var text: String {
    failures.map { failure in
      "::error file=\(PipelineAnnotations.property(failure.file)),"
        + "title=\(PipelineAnnotations.property(failure.title))::"
        + PipelineAnnotations.message(failure.text) + "\n"
    }.joined()
  }

  /// Text without the characters that end a command; other control characters become question marks.
  private static func message(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      case "\t": result += "\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The value of a property, which also ends at a colon and a comma.
  private static func property(_ text: String) -> String {
    var result = ""
    for scalar in message(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
