import CaseloadTestSupport
import Foundation
import Testing

@testable import ScenarioFormat

/// Texts that RFC 8259 allows, and what they hold where that matters.
private let valid: [String] = [
  "{}", "[]", "0", "-0", "1.5e+3", "1E5", "\"\"", "\"\\u00e9\\ud83d\\ude00\"", "\"\u{7f}\"", "true",
  "false", "null", " [ 1 , 2 ] \r\n\t", "[[[[[[]]]]]]", "{\"\": 0}", "[1.0, 0.1e1, -1e-9999]",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "\"é€😀\u{2028}\"",
  "[123456789012345678901234567890]",
  "{\"a\":{\"b\":[{},[],null]}}", "[\"\\uFFFF\"]", "[\"\u{FFFF}\"]", "\u{FEFF}{}",
]

/// Texts that it forbids, or that a scenario file must not have.
private let invalid: [String] = [
  "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1,,2]", "{\"a\"}",
  "{\"a\":}",
  "{\"a\":1,}", "{,}", "{1:1}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1}}",
  "[]]", "1 2", "01", "-01", "+1", ".5", "1.", "1.e1", "1e", "1e+", "-", "--1", "0x1", "1_000",
  "1,5",
  "NaN", "Infinity", "-Infinity", "nan", "True", "tru", "truee", "nul", "undefined", "'a'", "\"",
  "\"a", "\"\\", "\"\\\"", "\"\\x41\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\ud800\"", "\"\\udc00\"",
  "\"\\ud800\\u0041\"", "\"\\ud800\\ud800\"", "\"a\nb\"", "\"a\tb\"", "\"\u{0}\"", "// c\n{}",
  "{} // c",
  "/* c */ {}", "# c\n{}", "[1]#", "\u{FEFF}", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":1}",
  "[1e400]",
  "[-1e400]", "\u{2060}{}", "[\u{A0}1]", "{\"a\":/*c*/1}", "<a/>", "a: 1", "[true false]", "{]",
  "[}",
  "[\"a\" : 1]", "*", "{\"a\":\"b\"]", "é",
]

@Suite("The JSON reader")
struct JSONReaderTests {
  private func parse(_ text: String) -> JSONDocument { JSONReader.read(Array(text.utf8)) }

  @Test("Valid texts are read without problems")
  func validTexts() {
    for text in valid { #expect(parse(text).problems == [], "\(text)") }
  }

  @Test("Invalid texts give a problem at a place inside the text")
  func invalidTexts() {
    for text in invalid {
      let problems = parse(text).problems
      #expect(!problems.isEmpty, "\(text)")
      for problem in problems {
        #expect((0...text.utf8.count).contains(problem.offset), "\(text)")
        #expect(!problem.expected.isEmpty && !problem.found.isEmpty, "\(text)")
      }
    }
  }

  @Test("Bytes that are no UTF-8 give a problem")
  func invalidBytes() {
    let sequences: [[UInt8]] = [
      [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xFF], [0xFE], [0xF0, 0x9F, 0x98],
    ]
    for sequence in sequences {
      let problems = JSONReader.read([0x22] + sequence + [0x22]).problems
      #expect(problems.contains { $0.code == .fileEncoding }, "\(sequence)")
      #expect(!JSONReader.read([0x5B] + sequence + [0x5D]).problems.isEmpty, "\(sequence)")
    }
  }

  @Test("Several problems are told in one go")
  func severalProblems() {
    let text = "{\"a\": 01, 'b': 2, // c\n \"c\": tru, \"d\": \"\\q\" \"e\": [1 2,],}"
    #expect(
      parse(text).problems.map(\.code) == [
        .jsonNumber, .jsonString, .jsonComment, .jsonLiteral, .jsonString, .jsonMissingComma,
        .jsonMissingComma, .jsonTrailingComma, .jsonTrailingComma,
      ])
  }

  @Test("Deep nesting is refused without running out of stack")
  func deepNesting() {
    for opening in ["[", "{\"a\":"] {
      let document = parse(String(repeating: opening, count: 100_000))
      #expect(document.problems.map(\.code) == [.jsonDepth])
    }
    let limit = JSONReader.maximumDepth
    let allowed = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(parse(allowed).problems == [])
    #expect(parse("[" + allowed + "]").problems.first?.code == .jsonDepth)
  }

  @Test("The tree holds values, keys and places")
  func tree() throws {
    let document = parse("{\"a\": [1, {\"b\": \"x\\ny\"}, []],\n  \"é\": -2.5}")
    let root = try #require(document.root)
    let members = document.members(of: root)
    #expect(members.map { document.string($0.key) } == ["a", "é"])
    let elements = document.elements(of: members[0].value)
    #expect(elements.map { document.nodes[$0].kind } == [.number, .object, .array])
    let inner = try #require(document.member("b", of: elements[1]))
    #expect(document.string(inner) == "x\ny")
    #expect(document.double(members[1].value) == -2.5)
    #expect(document.source(members[1].value) == "-2.5")
    let offset = Int(document.nodes[members[1].value].start)
    let place = document.place(of: offset, from: document.start)
    #expect(place.line == 2 && place.column == 8)
    let excerpt = document.excerpt(around: place)
    #expect(excerpt == ("  \"é\": -2.5}", 1))
  }

  @Test("Lines end with a line feed, a carriage return, or both")
  func lineEnds() {
    let document = parse("[1,\r\n2,\r3,\n4]")
    let lines = document.elements(of: 0).map {
      document.place(of: Int(document.nodes[$0].start), from: document.start).line
    }
    #expect(lines == [1, 2, 3, 4])
  }

  @Test("Duplicate keys are found in small and large objects alike")
  func duplicateKeys() {
    for count in [2, 5, 13, 500] {
      let keys = (0..<count).map { "\"k\($0)\": 0" }
      #expect(parse("{" + keys.joined(separator: ",") + "}").problems == [])
      let text = "{" + (keys + ["\"k\(count / 2)\": 1", "\"k0\": 2"]).joined(separator: ",") + "}"
      #expect(
        parse(text).problems.map(\.found).sorted()
          == ["\"k0\" again", "\"k\(count / 2)\" again"].sorted(), "\(count)")
    }
    #expect(parse("[{\"a\": 1}, {\"a\": {\"a\": 1}}]").problems == [])
  }

  // MARK: - Numbers

  @Test("Whole numbers of 64 bits are exact")
  func wholeNumbers() {
    func whole(_ text: String) -> JSONNumbers.Whole? { parse(text).wholeNumber(0) }
    #expect(whole("18446744073709551615")?.asUInt64 == .max)
    #expect(whole("18446744073709551616") == nil)
    #expect(whole("9007199254740993")?.asUInt64 == 9_007_199_254_740_993)
    #expect(whole("-9223372036854775808")?.asInt == .min)
    #expect(whole("-9223372036854775809")?.asInt == nil)
    #expect(whole("9223372036854775808")?.asInt == nil)
    #expect(whole("1e3")?.asInt == 1_000)
    #expect(whole("1.50e1")?.asInt == 15)
    #expect(whole("5.0")?.asInt == 5)
    #expect(whole("1200e-2")?.asInt == 12)
    #expect(whole("1.5") == nil)
    #expect(whole("1e-1") == nil)
    #expect(whole("1e20") == nil)
    #expect(whole("0e999999999999999999999")?.asInt == 0)
    #expect(whole("1e999999999999999999999") == nil)
    #expect(whole("-0")?.asInt == 0)
    #expect(whole("-0")?.asUInt64 == 0)
    #expect(whole("-1")?.asUInt64 == nil)
  }

  @Test("Doubles are the nearest ones, as the C library reads them")
  func doubles() {
    var generator = SplitMix(state: 20_140_101)
    let hard = [
      "2.2250738585072011e-308", "2.2250738585072012e-308", "4.9e-324", "2.4703282292062328e-324",
      "1.7976931348623157e308", "9007199254740993", "9007199254740992.5", "0.1",
      "123456789012345e22",
      "123456789012345e-22", "1e23", "8.41e21", "5e-324", "0.000000000000000000000000001",
      "179769313486231580793e288", "6929495644600919.5", "-0", "-0.0e5",
    ]
    for text in hard {
      #expect(parse(text).double(0).bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
    for _ in 0..<20_000 {
      let digits = String(generator.next() >> (generator.next() % 64))
      let point = Int(generator.next() % UInt64(digits.count)) + 1
      let exponent = Int(generator.next() % 80) - 40
      var text = String(digits.prefix(point))
      if point < digits.count { text += "." + digits.dropFirst(point) }
      text += "e\(exponent)"
      guard parse(text).problems.isEmpty else { continue }
      #expect(parse(text).double(0).bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test("Numbers are written as the shortest text that reads back the same")
  func writtenNumbers() {
    #expect(JSONText.number(0.1) == "0.1")
    #expect(JSONText.number(3_000) == "3000")
    #expect(JSONText.number(1e300) == "1e+300")
    var generator = SplitMix(state: 7)
    for _ in 0..<5_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = JSONText.number(value)
      #expect(parse(text).double(0).bitPattern == value.bitPattern, "\(text)")
    }
  }
}

@Suite("The hash of a scenario")
struct SHA256Tests {
  @Test("Published examples are reproduced")
  func publishedExamples() {
    let cases = [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ]
    for (text, hash) in cases { #expect(SHA256.hexadecimal(Array(text.utf8)) == hash) }
  }
}
