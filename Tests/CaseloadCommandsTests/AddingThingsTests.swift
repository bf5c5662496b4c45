import CaseloadTestSupport
import Foundation
import Testing

/// Walks the page that says which places one more metric, key, event, clock, mode, task, intervention, term or command touches.
@Suite struct AddingThingsTests {
  private struct Section {
    /// The heading.
    let title: String
    /// The word that stands at all places.
    let example: String
    /// Files, and folders that end in a stroke, from the root of the package.
    let places: [String]
  }

  /// The sections of the page that give an example.
  private static func sections() throws -> [Section] {
    let page = try PackageFiles.text("Sources/CaseloadModel/CaseloadModel.docc/AddingThings.md")
    return page.components(separatedBy: "\n## ").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n")
      guard let line = lines.first(where: { $0.hasPrefix("Example: `") }) else { return nil }
      return Section(
        title: lines[0], example: line.components(separatedBy: "`")[1],
        places: lines.filter { $0.hasPrefix("| `") }.map { $0.components(separatedBy: "`")[1] })
    }
  }

  /// Swift files of the package that hold a word, from its root.
  private static func files(with word: String) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: PackageFiles.root + "/Sources")
    let pattern = try NSRegularExpression(pattern: "\\b\(word)\\b")
    return try (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { "Sources/" + $0 }
      .filter { path in
        let content = try PackageFiles.text(path)
        return pattern.firstMatch(in: content, range: NSRange(content.startIndex..., in: content))
          != nil
      }
  }

  @Test func thePageNamesEveryPlaceAndNoOther() throws {
    let sections = try Self.sections()
    #expect(sections.count == 10)
    for section in sections {
      let files = try Self.files(with: section.example)
      #expect(section.places.count >= 2, "\(section.title)")
      for place in section.places {
        let holds =
          place.hasSuffix("/") ? files.contains { $0.hasPrefix(place) } : files.contains(place)
        #expect(holds, "\(section.title): \(place) does not hold \(section.example)")
      }
      for file in files {
        let isNamed = section.places.contains {
          $0.hasSuffix("/") ? file.hasPrefix($0) : file == $0
        }
        #expect(isNamed, "\(section.title): \(section.example) stands in \(file) too")
      }
    }
  }

  @Test func testsThatThePageNamesExist() throws {
    let page = try PackageFiles.text("Sources/CaseloadModel/CaseloadModel.docc/AddingThings.md")
    let tests = FileManager.default.enumerator(atPath: PackageFiles.root + "/Tests")
    let names = (tests?.compactMap { $0 as? String } ?? []).map {
      ($0 as NSString).lastPathComponent.replacingOccurrences(of: ".swift", with: "")
    }
    let named = Set(page.components(separatedBy: "`").filter { $0.hasSuffix("Tests") })
    #expect(named.count >= 4)
    for name in named { #expect(names.contains(name), "\(name)") }
  }
}
