/// Running text in lines of a given width.
package enum WrappedText {
  /// The text in lines of at most `width` columns, each indented and ended by a line break.
  ///
  /// A word that does not fit in a line has one of its own.
  package static func lines(
    _ text: String, indent: Int, hanging: Int = 0, width: Int
  ) -> String {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var margin = indent
    for word in text.split(separator: " ") {
      if line.count > margin, line.count + 1 + word.count > width {
        lines.append(line)
        margin = indent + hanging
        line = String(repeating: " ", count: margin)
      }
      line += (line.count > margin ? " " : "") + word
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
