import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct SourceCommitTests {
  private let commit = String(repeating: "0123456789", count: 4)

  @Test func looseAndPackedReferencesAreRead() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder.path + "/.git/refs/heads", withIntermediateDirectories: true)
    try files.createDirectory(atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    #expect(SourceCommit.current(from: folder.path) == "unknown")
    _ = try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    #expect(SourceCommit.current(from: folder.path) == "unknown")
    _ = try folder.write("# pack-refs\n\(commit) refs/heads/main\n", to: ".git/packed-refs")
    #expect(SourceCommit.current(from: folder.path + "/a/b") == commit)
    let newer = String(commit.reversed())
    _ = try folder.write(newer + "\n", to: ".git/refs/heads/main")
    #expect(SourceCommit.current(from: folder.path) == newer)
    _ = try folder.write(commit + "\n", to: ".git/HEAD")
    #expect(SourceCommit.current(from: folder.path) == commit)
  }

  @Test func furtherWorkingTreesAreFollowed() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    for path in ["main/.git/worktrees/x", "main/.git/refs/heads", "x"] {
      try files.createDirectory(
        atPath: folder.path + "/" + path, withIntermediateDirectories: true)
    }
    _ = try folder.write("gitdir: \(folder.path)/main/.git/worktrees/x\n", to: "x/.git")
    _ = try folder.write("ref: refs/heads/x\n", to: "main/.git/worktrees/x/HEAD")
    _ = try folder.write("../..\n", to: "main/.git/worktrees/x/commondir")
    _ = try folder.write(commit + "\n", to: "main/.git/refs/heads/x")
    #expect(SourceCommit.current(from: folder.path + "/x") == commit)
  }
}
