@testable import ScenarioFormat

extension WordingCase {
  /// Files that cannot be had or are no scenario files, and chains of files.
  static let files: [WordingCase] = [
    WordingCase(
      code: .fileMissing, files: ["other.json": .text("{}")],
      lines: ["t.json: error: expected a scenario file, found no such file [file.missing]"]),
    WordingCase(
      code: .fileMissing, files: ["t.json": .text("{\"extends\": \"none.json\"}")],
      lines: [
        "t.json:1:13: error: extends: expected a scenario file, found no such file at \"none.json\""
          + " [file.missing]"
      ]),
    WordingCase(
      code: .fileDirectory, files: ["t.json": .folder],
      lines: ["t.json: error: expected a file, found a folder [file.directory]"]),
    WordingCase(
      code: .fileUnreadable,
      files: ["t.json": .text("{\"extends\": \"pipe\"}"), "pipe": .pipe],
      lines: [
        "t.json:1:13: error: extends: expected a regular file, found a device or pipe at \"pipe\""
          + " [file.unreadable]"
      ]),
    WordingCase(
      code: .fileTooLarge,
      files: ["t.json": .bytes([UInt8](repeating: 0x20, count: FileReading.sizeLimit + 1))],
      lines: [
        "t.json: error: expected a file of at most 8 MiB, found a larger one [file.too-large]"
      ]
    ),
    WordingCase(
      code: .fileEncoding, files: ["t.json": .bytes([0xFF, 0xFE, 0x7B, 0, 0x7D, 0])],
      lines: ["t.json:1:1: error: expected text in UTF-8, found UTF-16 [file.encoding]"]),
    WordingCase(
      code: .fileEncoding,
      files: [
        "t.json": .bytes(Array("{\"description\": \"caf".utf8) + [0xE9] + Array("\"}".utf8))
      ],
      lines: [
        "t.json:1:21: error: description: expected text in UTF-8, found the byte 0xE9; save the file as UTF-8"
          + " [file.encoding]"
      ]),
    WordingCase(
      code: .extendsCycle,
      files: [
        "t.json": .text("{\"extends\": \"b.json\"}"), "b.json": .text("{\"extends\": \"t.json\"}"),
      ],
      lines: [
        "b.json:1:13: error: extends: expected a file outside the chain, found \"t.json\", which"
          + " extends this one [extends.cycle]"
      ]),
    WordingCase(
      code: .extendsOutside, files: ["t.json": .text("{\"extends\": \"../b.json\"}")],
      lines: [
        "t.json:1:13: error: extends: expected a relative path to a file in the folder of the"
          + " scenario or below it, found \"../b.json\"; keep the scenario"
          + " beside or above what it extends [extends.outside]"
      ]),
    WordingCase(
      code: .extendsTooLong,
      files: Dictionary(
        uniqueKeysWithValues: (0..<17).map {
          ($0 == 0 ? "t.json" : "n\($0).json", .text("{\"extends\": \"n\($0 + 1).json\"}"))
        }),
      lines: [
        "n15.json:1:13: error: extends: expected at most 16 files, found one more [extends.too-long]"
      ]),
    WordingCase(
      code: .wrongType, files: ["t.json": .text("{\"extends\": \"\"}")],
      lines: [
        "t.json:1:13: error: extends: expected the path of a scenario file, found an empty text"
          + " [scenario.wrong-type]"
      ]),
    WordingCase(
      code: .textTooLong,
      files: ["t.json": .text("{\"extends\": \"" + repeated("a/", 513) + "\"}")],
      lines: [
        "t.json:1:13: error: extends: expected a path of at most 1024 characters, found 1026 characters"
          + " [scenario.text-too-long]"
      ]),
    WordingCase(
      code: .wrongType, files: ["t.json": .text("{\"extends\": [\"b.json\"]}")],
      lines: [
        "t.json:1:13: error: extends: expected a path as text, found an array [scenario.wrong-type]"
      ]),
  ]
}
