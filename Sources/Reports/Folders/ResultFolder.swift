import Foundation

/// The folder that holds the files of one result, replaced as a whole.
///
///     let folder = ResultFolder(parent: "results", scenarioName: "municipality-2014")
///     try folder.checkWritable()
///     try folder.write([ResultFile(name: "results.json", text: text)])
public struct ResultFolder: Sendable {
  /// What stands in the way of writing.
  public struct WriteError: Error, Sendable, Equatable {
    /// The path concerned.
    public let path: String
    /// The reason in words.
    public let reason: String

    /// Makes an error.
    public init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// The folder of all results.
  public let parent: String
  /// The name of the folder of this result, inside `parent`.
  public let name: String

  /// The path of the folder.
  public var path: String { parent + "/" + name }

  /// Makes the folder of a scenario's results; nothing is created yet.
  public init(parent: String, scenarioName: String) {
    self.parent = parent
    name = ResultFolder.folderName(for: scenarioName)
  }

  /// The name of a scenario as a single, harmless part of a path.
  ///
  /// Letters, digits, points, hyphens and underscores of ASCII are kept; every run of other characters
  /// becomes a hyphen. Leading points go, and the length is at most 100 characters.
  public static func folderName(for scenarioName: String) -> String {
    var name = ""
    for scalar in scenarioName.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_":
        if !(name.isEmpty && scalar == ".") { name.unicodeScalars.append(scalar) }
      default:
        if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
      }
      if name.utf8.count == 100 { break }
    }
    return name.isEmpty ? "scenario" : name
  }

  /// Checks that results can be written, by creating and removing a folder beside the result's place.
  ///
  /// - Throws: `WriteError` when the folder cannot be made, or when something that is not a result is
  ///   in its place.
  public func checkWritable() throws(WriteError) {
    try checkPlace()
    let temporary = try makeTemporaryFolder()
    try? FileManager.default.removeItem(atPath: temporary)
  }

  /// Writes all files, then puts the folder in its place, so that a reader never sees half a result.
  ///
  /// An older result is moved aside first and removed last. When anything fails the older result is
  /// still there.
  public func write(_ files: [ResultFile]) throws(WriteError) {
    try checkPlace()
    let temporary = try makeTemporaryFolder()
    do {
      for file in files { try file.write(in: temporary) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw WriteError(path: temporary, reason: ResultFolder.reason(error))
    }
    try replace(with: temporary)
  }

  private func replace(with temporary: String) throws(WriteError) {
    let older = temporary + ".older"
    var number: Int32 = 0
    for _ in 1...20 {
      let hadOlder = rename(path, older) == 0
      let isReplaced = rename(temporary, path) == 0
      number = errno
      // Another process may have put its result there in between; then this older one has had its day.
      if hadOlder, isReplaced || rename(older, path) != 0 {
        try? FileManager.default.removeItem(atPath: older)
      }
      if isReplaced { return }
      guard number == ENOTEMPTY || number == EEXIST else { break }
    }
    try? FileManager.default.removeItem(atPath: temporary)
    throw WriteError(path: path, reason: String(cString: strerror(number)))
  }

  /// Refuses to replace what is not a result folder.
  private func checkPlace() throws(WriteError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw WriteError(path: path, reason: "a file is in the way")
    }
    let content: [String]
    do {
      content = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw WriteError(path: path, reason: ResultFolder.reason(error))
    }
    guard content.isEmpty || content.contains("results.json") else {
      throw WriteError(
        path: path, reason: "the folder holds something else than a result, so it is not replaced")
    }
  }

  private func makeTemporaryFolder() throws(WriteError) -> String {
    let temporary = "\(parent)/.\(name).\(ProcessInfo.processInfo.processIdentifier).partial"
    do {
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw WriteError(path: parent, reason: ResultFolder.reason(error))
    }
    do {
      try? FileManager.default.removeItem(atPath: temporary)
      try FileManager.default.createDirectory(
        atPath: temporary, withIntermediateDirectories: false)
    } catch {
      throw WriteError(path: parent, reason: ResultFolder.reason(error))
    }
    return temporary
  }

  /// The reason of a file error without the wording that differs between platforms.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?, .fileReadNoPermission?: return "permission denied"
    case .fileWriteOutOfSpace?: return "no space left on the device"
    case .fileWriteFileExists?: return "a file is in the way"
    case .fileNoSuchFile?, .fileReadNoSuchFile?: return "no such file or folder"
    case .fileWriteVolumeReadOnly?: return "the file system is read-only"
    default: return "\(error.localizedDescription)"
    }
  }
}
