import CaseloadTestSupport
import Foundation
import Testing

@testable import Reports

@Suite("Stored tables and values")
struct StoredTableTests {
  private func file(_ text: String, _ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(folder.write(text, to: "table.csv")) }
  }

  @Test("Fields in quotes hold commas, quotes and line breaks")
  func quotes() throws {
    try file("a,b\r\n\"x,\"\"y\"\"\r\nz\",1\r\nother,2\r\n") { path in
      let table = try #require(try StoredTable(readingFile: path))
      var rows: [[String]] = []
      try table.forEachRow(holding: "1", ["b", "a"]) { (row) throws(StoredResultError) in
        rows.append(row)
      }
      #expect(rows == [["1", "x,\"y\"\r\nz"]])
    }
  }

  @Test("A row of other length and a column that is missing are told")
  func damage() throws {
    try file("a,b\n1,2\n1\n") { path in
      let table = try #require(try StoredTable(readingFile: path))
      #expect(throws: StoredResultError(path: path, problem: "row 3: expected 2 fields, found 1")) {
        try table.forEachRow(holding: "1", ["a"]) { (_) throws(StoredResultError) in }
      }
      #expect(throws: StoredResultError(path: path, problem: "has no column 'c'")) {
        try table.forEachRow(holding: "1", ["c"]) { (_) throws(StoredResultError) in }
      }
    }
    #expect(try StoredTable(readingFile: "/nowhere/at/all") == nil)
  }

  @Test("A value that is missing or of another kind is told with its place")
  func values() throws {
    try file("{\"a\": {\"b\": [1, \"x\", 18446744073709551615, null, 0.5]}}") { path in
      let root = try StoredValue(readingFile: path)
      let list = try root.member("a").member("b").elements()
      #expect(try list[0].count() == 1)
      #expect(try list[1].string() == "x")
      #expect(try list[2].seed() == UInt64.max)
      #expect(try list[3].number().isNaN)
      #expect(try list[4].number() == 0.5)
      #expect(throws: StoredResultError(path: path, problem: "a.b[1]: expected a number or null")) {
        try list[1].number()
      }
      #expect(throws: StoredResultError(path: path, problem: "a.c is missing")) {
        try root.member("a").member("c")
      }
    }
    try file("{\"a\": ") { path in
      #expect(throws: StoredResultError.self) { try StoredValue(readingFile: path) }
    }
  }
}
