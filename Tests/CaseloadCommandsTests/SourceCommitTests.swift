import CaseloadTestSupport
import Foundation
import Testing

@testable import CaseloadCommands

@Suite struct SourceCommitTests {
  private let commit = String(repeating: "0123456789", count: 4)
  private var newer: String { String(commit.reversed()) }

  /// A clone of the sources with an executable in its build folder.
  private func clone(in folder: TemporaryFolder, _ name: String = "clone") throws -> URL {
    for path in ["Sources/caseload", ".build/release", ".git/refs/heads"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/\(name)/" + path, withIntermediateDirectories: true)
    }
    for file in ["Package.swift", "Sources/caseload/main.swift", ".build/release/caseload"] {
      _ = try folder.write("", to: "\(name)/" + file)
    }
    return URL(fileURLWithPath: folder.path + "/\(name)/.build/release/caseload")
  }

  @Test func looseAndPackedReferencesAreRead() throws {
    let folder = try TemporaryFolder()
    let program = try clone(in: folder)
    #expect(SourceCommit.commit(ofProgramAt: program) == "unknown")
    _ = try folder.write("ref: refs/heads/main\n", to: "clone/.git/HEAD")
    #expect(SourceCommit.commit(ofProgramAt: program) == "unknown")
    _ = try folder.write(
      "# pack-refs\n\(commit) refs/heads/main\n", to: "clone/.git/packed-refs")
    #expect(SourceCommit.commit(ofProgramAt: program) == commit)
    _ = try folder.write(newer + "\n", to: "clone/.git/refs/heads/main")
    #expect(SourceCommit.commit(ofProgramAt: program) == newer)
    _ = try folder.write(commit + "\n", to: "clone/.git/HEAD")
    #expect(SourceCommit.commit(ofProgramAt: program) == commit)
  }

  @Test func furtherWorkingTreesAreFollowed() throws {
    let folder = try TemporaryFolder()
    let program = try clone(in: folder, "x")
    try FileManager.default.removeItem(atPath: folder.path + "/x/.git")
    for path in ["main/.git/worktrees/x", "main/.git/refs/heads"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + path, withIntermediateDirectories: true)
    }
    _ = try folder.write("gitdir: \(folder.path)/main/.git/worktrees/x\n", to: "x/.git")
    _ = try folder.write("ref: refs/heads/x\n", to: "main/.git/worktrees/x/HEAD")
    _ = try folder.write("../..\n", to: "main/.git/worktrees/x/commondir")
    _ = try folder.write(commit + "\n", to: "main/.git/refs/heads/x")
    #expect(SourceCommit.commit(ofProgramAt: program) == commit)
  }

  @Test func aCommitThatWasCheckedOutAfterTheBuildIsNotTakenForIt() throws {
    let folder = try TemporaryFolder()
    let program = try clone(in: folder)
    _ = try folder.write(newer + "\n", to: "clone/.git/HEAD")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/clone/.git/logs", withIntermediateDirectories: true)
    let made = Int(Date().timeIntervalSince1970)
    let zeros = String(repeating: "0", count: 40)
    _ = try folder.write(
      """
      \(zeros) \(commit) A B <a@b.c> \(made - 60) +0100\tcommit (initial): one
      \(commit) \(newer) A B <a@b.c> \(made + 3_600) +0100\tcommit: two

      """, to: "clone/.git/logs/HEAD")
    #expect(SourceCommit.commit(ofProgramAt: program) == commit)
  }

  @Test func anInstalledProgramHasItsCommitBesideItAndNotThatOfTheFolder() throws {
    let folder = try TemporaryFolder()
    _ = try clone(in: folder)
    _ = try folder.write(newer + "\n", to: "clone/.git/HEAD")
    let installed = try folder.write("", to: "clone/caseload")
    #expect(SourceCommit.commit(ofProgramAt: URL(fileURLWithPath: installed)) == "unknown")
    _ = try folder.write(commit + "\n", to: "clone/caseload.commit")
    #expect(SourceCommit.commit(ofProgramAt: URL(fileURLWithPath: installed)) == commit)
  }
}
