/// Emphasis for terminals; plain text everywhere else.
package struct TextStyle: Sendable, Equatable {
  /// Whether to write escape sequences.
  package let usesColour: Bool

  /// Text without escape sequences.
  package static let plain = TextStyle(usesColour: false)

  /// Makes a style.
  package init(usesColour: Bool) { self.usesColour = usesColour }

  /// The text in bold.
  package func bold(_ text: String) -> String { wrapped(text, code: "1") }

  /// The text in a faint tone.
  package func faint(_ text: String) -> String { wrapped(text, code: "2") }

  /// The text as an error.
  package func error(_ text: String) -> String { wrapped(text, code: "1;31") }

  private func wrapped(_ text: String, code: String) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
