import Foundation

/// The commit of the sources around a folder, read from the files of git.
enum SourceCommit {
  /// What is reported when there is no repository, or its files are not understood.
  static let unknown = "unknown"

  /// The commit that is checked out in the repository that holds `folder`.
  static func current(from folder: String) -> String {
    var place = URL(fileURLWithPath: folder).standardizedFileURL
    while true {
      if let repository = repository(at: place.appendingPathComponent(".git")) {
        return commit(in: repository) ?? unknown
      }
      let parent = place.deletingLastPathComponent().standardizedFileURL
      guard parent.path != place.path, place.path != "/" else { return unknown }
      place = parent
    }
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
