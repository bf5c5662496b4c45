import Foundation

/// Making something in a folder that other processes make, and take away again when it is empty.
package enum SharedFolder {
  /// Makes a folder with all folders above it, then something inside it.
  ///
  /// Runs that are started together make the same folders, and each takes those away that it made for
  /// itself and left empty. Where that happens between the two steps, both are taken again.
  ///
  /// - Parameter make: Makes what is to stand in the folder; it may be called several times.
  /// - Returns: What `make` returns.
  /// - Throws: What stands in the way of the folder, or of what is to stand in it.
  package static func make<Value>(_ path: String, then make: () throws -> Value) throws -> Value {
    for _ in 1..<100 {
      do {
        return try makeOnce(path, then: make)
      } catch  where !isOfMissingFolder(error) {
        throw error
      } catch {}
    }
    return try makeOnce(path, then: make)
  }

  private static func makeOnce<Value>(
    _ path: String, then make: () throws -> Value
  ) throws -> Value {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return try make()
  }

  private static func isOfMissingFolder(_ error: any Error) -> Bool {
    if (error as? POSIXError)?.code == .ENOENT { return true }
    let code = (error as? CocoaError)?.code
    return code == .fileNoSuchFile || code == .fileReadNoSuchFile
  }
}
