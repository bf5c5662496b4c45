import Foundation

/// The commit from which the program was built.
///
/// An installed program has it in a file beside it, `caseload.commit`. A program in the build folder of a
/// clone has it from the files of git: the commit that was checked out when the executable was made.
enum SourceCommit {
  /// What is reported when nothing tells the commit.
  static let unknown = "unknown"

  /// The commit of this program.
  static let ofProgram: String =
    Bundle.main.executableURL.map { commit(ofProgramAt: $0.resolvingSymlinksInPath()) } ?? unknown

  /// The commit of a program by the place of its executable.
  static func commit(ofProgramAt executable: URL) -> String {
    let folder = executable.deletingLastPathComponent()
    if let text = text(of: folder.appendingPathComponent("caseload.commit")) {
      return digits(text) ?? unknown
    }
    guard let made = madeAt(executable), executable.pathComponents.contains(".build") else {
      return unknown
    }
    var place = folder.standardizedFileURL
    while place.path != "/" {
      if isClone(place), let repository = repository(at: place.appendingPathComponent(".git")) {
        return commit(in: repository, at: made) ?? unknown
      }
      place = place.deletingLastPathComponent().standardizedFileURL
    }
    return unknown
  }

  /// Whether a folder holds the sources of this program.
  private static func isClone(_ folder: URL) -> Bool {
    ["Package.swift", "Sources/caseload/main.swift"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
  }

  /// The moment at which a file was made, in seconds since 1970.
  private static func madeAt(_ file: URL) -> Double? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970
  }

  /// The commit that was checked out at a moment: by the log of HEAD, or without one the present one.
  private static func commit(in repository: URL, at moment: Double) -> String? {
    let log = text(of: repository.appendingPathComponent("logs/HEAD")) ?? ""
    let entries = log.split(separator: "\n").compactMap { line -> (commit: String, time: Double)? in
      // Old and new commit, who, seconds since 1970 and zone, then a tab and what was done.
      let fields = (line.split(separator: "\t").first ?? "").split(separator: " ")
      guard fields.count >= 4, let time = Double(fields[fields.count - 2]),
        let commit = digits(String(fields[1]))
      else { return nil }
      return (commit, time)
    }
    return entries.last { $0.time <= moment }?.commit ?? commit(in: repository)
  }

  /// The folder of a repository, which a `.git` file of a further working tree names.
  private static func repository(at path: URL) -> URL? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder) else {
      return nil
    }
    if isFolder.boolValue { return path }
    guard let target = text(of: path)?.dropPrefix("gitdir: ") else { return nil }
    return URL(fileURLWithPath: target, relativeTo: path.deletingLastPathComponent())
  }

  private static func commit(in repository: URL) -> String? {
    guard let head = text(of: repository.appendingPathComponent("HEAD")) else { return nil }
    guard let reference = head.dropPrefix("ref: ") else { return digits(head) }
    var folders = [repository]
    if let common = text(of: repository.appendingPathComponent("commondir")) {
      folders.append(URL(fileURLWithPath: common, relativeTo: repository))
    }
    for folder in folders {
      if let value = text(of: folder.appendingPathComponent(reference)) { return digits(value) }
      for line in (text(of: folder.appendingPathComponent("packed-refs")) ?? "").split(
        separator: "\n") where line.hasSuffix(" " + reference)
      {
        return digits(String(line.prefix { $0 != " " }))
      }
    }
    return nil
  }

  private static func digits(_ text: String) -> String? {
    text.count >= 40 && text.allSatisfy(\.isHexDigit) ? text : nil
  }

  private static func text(of path: URL) -> String? {
    guard let data = try? Data(contentsOf: path) else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension String {
  /// The rest of the string after a prefix; `nil` when it does not begin with it.
  fileprivate func dropPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
