import Experiments
import Foundation

/// The folder that holds the files of one result, replaced as a whole.
///
///     let folder = ResultFolder(parent: "results", scenarioName: "municipality-2014")
///     try folder.checkWritable()
///     let written = try folder.write([ResultFile(name: "results.json", text: text)], question)
///     written.path  // "results/municipality-2014"
package struct ResultFolder: Sendable {
  /// What stands in the way of writing.
  package struct WriteError: Error, Sendable, Equatable {
    /// The path concerned.
    package let path: String
    /// The reason in words.
    package let reason: String

    /// Makes an error.
    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// Where a result was written, and what became of an older one.
  package struct Written: Sendable, Equatable {
    /// The folder that holds the result.
    package let path: String
    /// The folder to which an older result was moved, because it answers another question.
    package let kept: String?
    /// The complete result that a partial one did not replace.
    package let spared: String?
  }

  /// The folder of all results.
  package let parent: String
  /// The name of the folder of this result, inside `parent`.
  package let name: String

  /// The path of the folder.
  package var path: String { parent + "/" + name }

  /// Makes the folder of a scenario's results; nothing is created yet.
  ///
  /// - Parameter overrides: Changes of the scenario as `key.path=value`; they become part of the name, so
  ///   that a changed scenario does not take the place of the scenario itself.
  package init(parent: String, scenarioName: String, overrides: [String] = []) {
    self.parent = parent
    name = ResultFolder.folderName(for: scenarioName) + ResultFolder.suffix(of: overrides)
  }

  private init(parent: String, name: String) {
    self.parent = parent
    self.name = name
  }

  /// Checks that results can be written, by creating and removing a folder beside the result's place.
  ///
  /// - Throws: `WriteError` when the folder cannot be made, or when something that is not a result is
  ///   in its place.
  package func checkWritable() throws(WriteError) {
    try checkPlace()
    let missing = missingFolders
    let temporary = try makeTemporaryFolder()
    try? FileManager.default.removeItem(atPath: temporary)
    // Folders that were made for this test only are of no use when the work does not get to its end.
    for folder in missing { _ = rmdir(folder) }
  }

  /// The folders above the result that do not exist yet, the innermost one first.
  private var missingFolders: [String] {
    var missing: [String] = []
    var place = URL(fileURLWithPath: parent).standardizedFileURL
    while place.path != "/", !FileManager.default.fileExists(atPath: place.path) {
      missing.append(place.path)
      place = place.deletingLastPathComponent().standardizedFileURL
    }
    return missing
  }

  /// Writes all files, then puts the folder in its place, so that a reader never sees half a result.
  ///
  /// A result of the same question is replaced. One of another question, or with more replications, is
  /// kept under a name with a number. A complete result is never replaced by a partial one, which goes
  /// beside it. When anything fails the older result is still there.
  @discardableResult
  package func write(
    _ files: [ResultFile], _ question: ResultQuestion
  ) throws(WriteError) -> Written {
    try checkPlace()
    if question.isPartial, holdsResult, ResultQuestion(in: path)?.isPartial != true {
      let beside = ResultFolder(parent: parent, name: name + ".partial")
      let written = try beside.write(files, question)
      return Written(path: written.path, kept: written.kept, spared: path)
    }
    let temporary = try makeTemporaryFolder()
    do {
      for file in files { try file.write(in: temporary) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw WriteError(path: temporary, reason: ResultFolder.reason(error))
    }
    let kept = try keepOlder(
      for: question, without: files.map(\.name), orRemove: temporary)
    try replace(with: temporary)
    if !question.isPartial { removePartial(of: question) }
    return Written(path: path, kept: kept, spared: nil)
  }

  /// The files of which every folder of results holds one.
  private static let marks = ["results.json", "fit.json"]

  /// How the names of files end that a run writes on request: tables per worker, client and month, and logs.
  private static let recordings = [".csv", ".csv.gz", ".xes", ".xes.gz", "events.json"]

  private var holdsResult: Bool {
    ResultFolder.marks.contains { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
  }

  /// Moves an older result of another question aside, and one with tables or a log that the new one lacks.
  ///
  /// - Returns: Its new place; `nil` when there is no older result, or it may be replaced.
  private func keepOlder(
    for question: ResultQuestion, without names: [String], orRemove temporary: String
  ) throws(WriteError) -> String? {
    guard holdsResult else { return nil }
    if let older = ResultQuestion(in: path), question.replaces(older), !holdsMore(than: names) {
      return nil
    }
    for number in 1...9_999 {
      let place = "\(path).\(number)"
      // `rename` would silently take the place of an empty folder, so what is there is left alone.
      guard !FileManager.default.fileExists(atPath: place) else { continue }
      if rename(path, place) == 0 { return place }
      break
    }
    let reason = String(cString: strerror(errno))
    try? FileManager.default.removeItem(atPath: temporary)
    throw WriteError(path: path, reason: "the older result cannot be kept: \(reason)")
  }

  /// Whether the older result has files with figures that a new one with some files does not have.
  private func holdsMore(than names: [String]) -> Bool {
    let older = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return older.contains { name in
      !names.contains(name) && ResultFolder.recordings.contains { name.hasSuffix($0) }
    }
  }

  /// Removes what an interrupted run of the same question left beside the complete result.
  private func removePartial(of question: ResultQuestion) {
    let partial = path + ".partial"
    guard let older = ResultQuestion(in: partial), older.isPartial, older.text == question.text
    else { return }
    try? FileManager.default.removeItem(atPath: partial)
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
    guard content.isEmpty || ResultFolder.marks.contains(where: content.contains) else {
      throw WriteError(
        path: path, reason: "the folder holds something else than a result, so it is not replaced")
    }
  }

  private func makeTemporaryFolder() throws(WriteError) -> String {
    let temporary = "\(parent)/.\(name).\(ProcessInfo.processInfo.processIdentifier).partial"
    do {
      try SharedFolder.make(parent) {
        removeLeftovers()
        try? FileManager.default.removeItem(atPath: temporary)
        try FileManager.default.createDirectory(
          atPath: temporary, withIntermediateDirectories: false)
      }
    } catch {
      throw WriteError(path: parent, reason: ResultFolder.reason(error))
    }
    return temporary
  }

  /// Makes a folder beside the result in which files are gathered while the work goes on.
  package func makeGatheringFolder() throws(WriteError) -> String {
    let folder = "\(parent)/.\(name).\(ProcessInfo.processInfo.processIdentifier).tables.partial"
    do {
      try SharedFolder.make(parent) {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      }
    } catch {
      throw WriteError(path: folder, reason: ResultFolder.reason(error))
    }
    return folder
  }

  /// Takes away what processes left that died while they wrote this very result.
  ///
  /// An older result that such a process had moved out of the way goes back to its place.
  private func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for leftover in names where leftover.hasPrefix(".\(name).") {
      let rest = leftover.dropFirst(name.count + 2)
      let isOlder = rest.hasSuffix(".partial.older")
      guard isOlder || rest.hasSuffix(".partial"),
        let process = Int32(rest.prefix { $0 != "." }), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      let place = parent + "/" + leftover
      if isOlder, rename(place, path) == 0 { continue }
      try? FileManager.default.removeItem(atPath: place)
    }
  }
}
