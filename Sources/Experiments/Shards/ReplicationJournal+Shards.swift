import Foundation

// The journal of one part of a study: the result of the part, and not a help against stops alone.
extension ReplicationJournal {
  /// What the name of a part ends in until the part is complete.
  package static let partialEnding = ".partial"

  /// The path of what is left when the journal is closed.
  package var keptPath: String {
    let isFinished = finalPath.map { FileManager.default.fileExists(atPath: $0) } ?? false
    return isFinished ? finalPath ?? path : path
  }

  /// The journal of one part of a study; what an earlier attempt at the part finished is found in it.
  ///
  /// It is written under a name that ends in `.partial`, and gets its own when the part is complete. A part
  /// that is complete already is opened again, so that damage to it is found and mended.
  ///
  /// - Throws: `Refusal` when the journal is in use or cannot be written.
  package static func part(
    _ shard: Shard, in folder: String, _ identity: JournalIdentity
  ) throws(Refusal) -> ReplicationJournal {
    let final = folder + "/" + identity.fileName(of: shard)
    let path = final + partialEnding
    if rename(final, path) != 0, errno != ENOENT {
      throw Refusal(path: final, reason: String(cString: strerror(errno)))
    }
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else {
        throw Refusal(path: path, reason: String(cString: strerror(errno)))
      }
      return ReplicationJournal(
        folder: folder, identity: identity, descriptor: -1, places: [:], path: path,
        finalPath: final)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      Foundation.close(descriptor)
      throw Refusal(path: path, reason: "another process is writing it")
    }
    // A part whose beginning is torn holds nothing, and is begun anew.
    let scan = JournalScan(descriptor: descriptor)
    let isSound = scan?.header == identity.header
    let length = isSound ? scan?.soundLength ?? 0 : 0
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, 0, SEEK_END) == off_t(length)
    else {
      Foundation.close(descriptor)
      throw Refusal(path: path, reason: String(cString: strerror(errno)))
    }
    return ReplicationJournal(
      folder: folder, identity: identity, descriptor: descriptor,
      places: isSound ? scan?.places ?? [:] : [:], path: path, finalPath: final,
      needsHeader: !isSound)
  }
}
