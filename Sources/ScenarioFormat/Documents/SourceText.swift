/// A JSON text with what messages need to point into it.
struct SourceText: Sendable {
  /// The file that overrides on the command line seem to come from.
  static let commandLine = "<command line>"

  /// The path of the file, as the user would write it.
  let path: String
  /// The tree.
  let document: JSONDocument
  /// For an override: its number, from 1, and the whole of it.
  var override: (number: Int, text: String, valueColumn: Int)?

  /// Line, column and text of the line for a byte of the document.
  func place(of offset: Int) -> (line: Int, column: Int, excerpt: String) {
    if let override {
      let column = document.position(of: offset).column + override.valueColumn - 1
      return (override.number, column, override.text)
    }
    let (line, column) = document.position(of: offset)
    return (line, column, document.lineText(at: offset))
  }
}

/// A place in one of the texts that a scenario is made of.
struct SourcePlace: Sendable {
  var source: Int
  var offset: Int
}

extension JSONDocument {
  /// A value in a few words, for messages.
  func describe(_ node: Int) -> String {
    switch nodes[node].kind {
    case .object: "an object"
    case .array: "an array"
    case .string: "\"\(JSONReader.shortened(string(node)))\""
    case .number, .true, .false, .null, .invalid: JSONReader.shortened(source(node))
    }
  }
}
