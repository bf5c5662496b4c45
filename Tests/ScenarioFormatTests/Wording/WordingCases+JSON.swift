@testable import ScenarioFormat

extension WordingCase {
  /// Texts that are no JSON.
  static let json: [WordingCase] = [
    WordingCase(
      code: .fileEmpty, text: "",
      lines: ["t.json:1:1: error: expected a JSON object, found nothing [file.empty]"]),
    WordingCase(
      code: .fileEmpty, text: " \n ",
      lines: ["t.json:2:2: error: expected a JSON object, found only white space [file.empty]"]),
    WordingCase(
      code: .jsonSyntax, text: "{\"seed\" 1, ;}",
      lines: [
        "t.json:1:9: error: seed: expected ':' after the key, found 1 [json.syntax]",
        "t.json:1:12: error: expected a key in double quotes, found ';' [json.syntax]",
      ]),
    WordingCase(
      code: .jsonSyntax, text: "{} x",
      lines: ["t.json:1:4: error: expected the end of the file, found x [json.syntax]"]),
    WordingCase(
      code: .jsonTruncated, text: "{\"staffing\": {\"fte\": 3",
      lines: [
        "t.json:1:23: error: expected '}', found the end of the file [json.truncated]"
      ]),
    WordingCase(
      code: .jsonTruncated, text: "{\"name\": \"a",
      lines: [
        "t.json:1:10: error: expected a text that ends with '\"', found one that is open at the end of"
          + " the file [json.truncated]"
      ]),
    WordingCase(
      code: .jsonComment, text: "{ /* why */ }",
      lines: ["t.json:1:3: error: expected no comments, found a comment [json.comment]"]),
    WordingCase(
      code: .jsonTrailingComma, text: "{\"seed\": 1,}",
      lines: [
        "t.json:1:11: error: expected '}' after the last member, found ','; remove the comma"
          + " [json.trailing-comma]"
      ]),
    WordingCase(
      code: .jsonMissingComma, text: "{\"seed\": 1 \"replications\": 20}",
      lines: [
        "t.json:1:12: error: replications: expected ',' between the members, found"
          + " \"replications\" [json.missing-comma]"
      ]),
    WordingCase(
      code: .jsonLiteral, text: "{\"seed\": True}",
      lines: ["t.json:1:10: error: seed: expected a value, found True; write true [json.literal]"]),
    WordingCase(
      code: .jsonNumber, text: "{\"seed\": 007, \"replications\": 1e999}",
      lines: [
        "t.json:1:10: error: seed: expected a number such as 12, -0.5 or 1e6, found 007 [json.number]",
        "t.json:1:31: error: replications: expected a number below 1.8e308, found 1e999"
          + " [json.number]",
      ]),
    WordingCase(
      code: .jsonNumber, text: "{\"staffing\": {\"fte\": 3,5, \"clients\": 4}}",
      lines: [
        "t.json:1:22: error: staffing.fte: expected a number such as 12, -0.5 or 1e6, found 3,5;"
          + " write 3.5, with a point [json.number]",
        "t.json:1:27: error: staffing.clients: expected a key of staffing, found \"clients\"; there is"
          + " population.clients [scenario.unknown-key]",
      ]),
    WordingCase(
      code: .jsonSyntax, text: "{\u{201C}seed\u{201D}: 1}",
      lines: [
        "t.json:1:2: error: expected a key in double quotes, found '\u{201C}'; write straight quotes: \""
          + " [json.syntax]"
      ]),
    WordingCase(
      code: .jsonString, text: "{\"name\": \"a\\q\\ud800\t\"}",
      lines: [
        "t.json:1:12: error: name: expected an escape such as \\n, \\\" or \\u00e9, found \\q; write \\\\ for"
          + " a backslash [json.string]",
        "t.json:1:14: error: name: expected surrogates in pairs, found \\ud800 alone [json.string]",
        "t.json:1:20: error: name: expected control characters written as escapes, found one as it"
          + " is; write \\u0009 [json.string]",
        "t.json:1:10: error: name: expected a name of 1 to 64 letters, digits, hyphens, dots and"
          + " underscores, found \"aq\u{FFFD}\\u{9}\" [scenario.bad-name]",
      ]),
    WordingCase(
      code: .jsonDepth, text: repeated("[", 513),
      lines: [
        "t.json:1:513: error: expected at most 512 levels of nesting, found one more [json.depth]",
        "t.json:1:1: error: expected an object, found an array [scenario.wrong-type]",
      ]),
    WordingCase(
      code: .jsonTooManyProblems, text: "[" + repeated("01,", 300) + "1]",
      lines: (0..<100).map {
        "t.json:1:\(2 + 3 * $0): error: [\($0)]: expected a number such as 12, -0.5 or 1e6, found 01"
          + " [json.number]"
      } + [
        "t.json:1:299: error: expected fewer than 100 problems, found more [json.too-many-problems]",
        "t.json:1:1: error: expected an object, found an array [scenario.wrong-type]",
      ]),
    WordingCase(
      code: .jsonDuplicateKey, text: "{\"seed\": 1, \"s\\u0065ed\": 2}",
      lines: [
        "t.json:1:13: error: seed: expected each key once, found \"seed\" again [json.duplicate-key]"
      ]),
  ]
}
