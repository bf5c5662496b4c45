// Paths as texts, without a look at any file.
extension FileReading {
  /// The folder part of a path; `.` when there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path` relative to `folder`, with `.` and `..` worked out; keeps leading `..`.
  static func joined(_ folder: String, _ path: String) -> String {
    var parts: [Substring] = []
    let isAbsolute = folder.hasPrefix("/")
    for part in (folder + "/" + path).split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether a relative path stays below the folder it starts in, going by its text alone.
  static func descends(from depth: Int, _ path: String) -> Bool {
    var level = depth
    for part in path.split(separator: "/") where part != "." {
      level += part == ".." ? -1 : 1
      if level < 0 { return false }
    }
    return true
  }

  /// Whether a real path lies in a real folder or below it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }
}
