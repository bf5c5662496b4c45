import CaseloadTestSupport
import Foundation
import Testing

@testable import ScenarioFormat

/// A scenario, overrides, and the lines that they have to give.
struct WordingCase: Sendable, CustomTestStringConvertible {
  /// A file beside the scenario, which is called `t.json`.
  enum Entry: Sendable {
    case text(String)
    case bytes([UInt8])
    case folder
    case pipe
  }

  var code: DiagnosticCode
  var text: String = ""
  /// Files to write; without any the text is read from memory.
  var files: [String: Entry] = [:]
  var overrides: [String] = []
  /// Whether figures, which follow from the model, are left out of the comparison.
  var masksFigures = false
  var lines: [String]

  var testDescription: String { code.rawValue }

  /// Every case of the table.
  static let all: [WordingCase] = files + json + keys + checks
}

/// A text several times over.
func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

extension WordingCase {
  /// What is said of the scenario, with paths relative to its folder.
  func diagnosticLines() throws -> (document: ScenarioDocument, lines: [String]) {
    if files.isEmpty {
      let document = ScenarioDocument.read(
        Array(text.utf8), path: "t.json", overrides: overrides)
      return (document, document.diagnostics.map(DiagnosticRenderer.line))
    }
    let folder = try TemporaryFolder()
    for (name, entry) in files.sorted(by: { $0.key < $1.key }) {
      switch entry {
      case .text(let text): try folder.write(text, to: name)
      case .bytes(let bytes): try folder.write(bytes, to: name)
      case .folder: mkdir(folder.path + "/" + name, 0o700)
      case .pipe: mkfifo(folder.path + "/" + name, 0o600)
      }
    }
    let path = folder.path + "/"
    let document = ScenarioDocument.load(path: path + "t.json", overrides: overrides)
    let lines = document.diagnostics.map {
      DiagnosticRenderer.line($0).replacingOccurrences(of: path, with: "")
    }
    return (document, lines)
  }

  /// The line with every number written as `#` when the case says so.
  func masked(_ line: String) -> String {
    masksFigures
      ? line.replacing(/[0-9]+(\.[0-9]+)?/, with: "#") : line
  }
}
