import ScenarioFormat

/// A whole page in one file that asks for nothing from outside, and runs no script but its own.
struct HTMLPage {
  let language: PageLanguage
  let title: String
  /// What stands at the foot of every sheet of paper.
  let footer: String
  let body: Markup
  /// Style rules beside those of all pages.
  var moreRules = ""
  /// The one script that the page may run, at its end; none if not given.
  var script: String?

  /// Stands near the beginning of every page, so that the program knows its own.
  static let mark = "<meta name=\"generator\" content=\"caseload\">"

  /// The page as text.
  ///
  /// The policy allows one style sheet and one script, those inside, by their hashes, and nothing else. A page
  /// with a script may also compile WebAssembly and start a worker from what it holds.
  var text: String {
    let rules = "\n" + StyleSheet.rules(footer: HTMLPage.quoted(footer)) + moreRules
    var policy =
      "default-src 'none'; style-src '\(HTMLPage.source(rules))'; base-uri 'none'; form-action 'none'"
    if let script {
      policy += "; script-src '\(HTMLPage.source(script))' 'wasm-unsafe-eval'; worker-src blob:"
    }
    let head = Markup.element(
      "head",
      [
        .empty("meta", ["charset": "utf-8"]),
        .empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        .empty("meta", ["name": "generator", "content": "caseload"]),
        .empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .empty("meta", ["name": "referrer", "content": "no-referrer"]),
        .element("title", [.text(title)]),
        .style(rules),
      ])
    let html = Markup.element(
      "html", ["lang": language.rawValue],
      [head, .element("body", [body] + (script.map { [.script($0)] } ?? []))])
    return "<!DOCTYPE html>\n" + html.html + "\n"
  }

  /// Text as a string of a style sheet; everything but letters and digits is written by its number.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-": result.unicodeScalars.append(scalar)
      case Markup.directionOverrides: result += "\\fffd "
      default: result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }

  /// How a policy names the text of a style sheet or a script.
  private static func source(_ text: String) -> String {
    "sha256-" + base64(SHA256.hash(of: Array(text.utf8)))
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)

  /// Bytes in base 64 (RFC 4648, doi:10.17487/RFC4648).
  static func base64(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        if place <= group.count {
          text.unicodeScalars.append(digits[Int(bits >> UInt32(18 - 6 * place) & 63)])
        } else {
          text += "="
        }
      }
    }
    return text
  }
}
