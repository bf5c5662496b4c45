import Testing

@testable import Reports

@Suite("Markup")
struct MarkupTests {
  @Test("Text of others stays text")
  func escaping() {
    #expect(
      Markup.text("<img onerror=x> & \"'\u{0}\u{FFFE}").html
        == "&lt;img onerror=x&gt; &amp; &quot;&#39;\u{FFFD}\u{FFFD}")
    #expect(
      Markup.element("p", ["title": "a\"b"], [.foreign("😀 \u{202E}x")]).html
        == "<p title=\"a&quot;b\"><bdi>😀 \u{FFFD}x</bdi></p>")
  }

  @Test("A name cannot turn the direction of what surrounds it, nor end its own isolate")
  func directions() {
    #expect(Markup.isolated("a\u{2069}\u{202E}b") == "\u{2068}a\u{FFFD}\u{FFFD}b\u{2069}")
    #expect(Markup.text("a\u{202E}b\u{202C}").html == "a\u{FFFD}b\u{FFFD}")
    #expect(Markup.isolated("שלום") == "\u{2068}שלום\u{2069}")
  }

  @Test("Names inside a sentence are kept apart, the first of them first")
  func sentences() {
    #expect(
      Markup.sentence("b & a, b", names: ["a", "b"]).html
        == "<bdi>b</bdi> &amp; <bdi>a</bdi>, <bdi>b</bdi>")
    #expect(Markup.sentence("nothing", names: ["", "x"]).html == "nothing")
  }

  @Test(
    "Bytes in base 64", arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foob", "Zm9vYg==")])
  func base64(text: String, expected: String) {
    #expect(HTMLPage.base64(Array(text.utf8)) == expected)
  }

  @Test(
    "A table names its columns and rows, and stands in a box that can be reached by keyboard")
  func tables() {
    let html = PageTable(
      "Caption", ["a", "b"], rows: [.section("S"), .cells(.text("r"), [.figure("1")])]
    ).markup(id: "t").html
    #expect(html.contains("<caption id=\"t\"><span>Caption</span></caption>"))
    #expect(html.contains("role=\"group\" aria-labelledby=\"t\" tabindex=\"0\""))
    #expect(html.contains("<th scope=\"col\" class=\"figure\">b</th>"))
    #expect(html.contains("<th scope=\"rowgroup\" colspan=\"2\">S</th>"))
    #expect(html.contains("<tr><th scope=\"row\">r</th><td class=\"figure\">1</td></tr>"))
  }

  @Test("A page allows its own style sheet by its hash and nothing else")
  func policy() {
    let page = HTMLPage(
      language: .nl, title: "a < b", footer: "x\"; } </style>", body: .paragraph("p")
    ).text
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
    #expect(page.contains("<title>a &lt; b</title>"))
    #expect(page.components(of: "</style>") == 1)
    #expect(!page.contains("<script") && !page.contains("style="))
    #expect(ReportPage.isOwn(page))
  }
}

extension String {
  /// How often a part stands in the text.
  func components(of part: String) -> Int { ranges(of: part).count }
}
