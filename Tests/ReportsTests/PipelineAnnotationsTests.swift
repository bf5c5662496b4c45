import Reports
import Testing

@Suite struct PipelineAnnotationsTests {
  @Test func nothingEndsACommandEarly() {
    let text = PipelineAnnotations([
      (file: "a,b:c%", title: "t\r\n::x", text: "100 % of\nall: \u{1B}[1m::warning::")
    ]).text
    #expect(
      text == "::error file=a%2Cb%3Ac%25,title=t%0D%0A%3A%3Ax::"
        + "100 %25 of%0Aall: ?[1m::warning::\n")
    #expect(PipelineAnnotations([]).text.isEmpty)
  }
}
