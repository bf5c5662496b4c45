import CaseloadModel
import Foundation
import Testing

@testable import ScenarioFormat

/// Reads a scenario from a literal.
func read(_ text: String, overrides: [String] = []) -> ScenarioDocument {
  ScenarioDocument.read(Array(text.utf8), path: "test.json", overrides: overrides)
}

/// A folder of files that is removed at the end.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("caseload-format-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: FileReading.folder(of: file), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The root of the package.
let packageRoot = FileReading.folder(
  of: FileReading.folder(of: FileReading.folder(of: #filePath)))
