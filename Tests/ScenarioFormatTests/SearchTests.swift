import Testing

@testable import ScenarioFormat

@Suite("Search in words")
struct SearchTests {
  private static let shipped = TopicIndex(ScenarioText.keyTopics + ScenarioText.evidenceTopics)

  /// The ids that a question finds among all keys and facts, best first.
  private func found(_ question: String) -> [String] {
    SearchTests.shipped.results(for: question).map(\.id)
  }

  /// The ids that a question finds among some topics, best first.
  private func found(_ question: String, among topics: [SearchTopic]) -> [String] {
    TopicIndex(topics).results(for: question).map(\.id)
  }

  @Test("Texts and key paths come apart into plain words")
  func words() {
    let cases: [(String, [String])] = [
      (
        "service.restPolicy.restOlderClients",
        ["service", "rest", "policy", "rest", "older", "client"]
      ),
      ("Unseen for six months", ["unseen", "for", "6", "month"]),
      ("unseen.6m.share", ["unseen", "6m", "share"]), ("Cliënten, één", ["clienten", "een"]),
      ("vacancies less status", ["vacancy", "less", "statu"]), ("E-086", ["e", "086"]),
      ("worker's fte", ["worker", "s", "fte"]), ("…", []), ("", []),
    ]
    for (text, expected) in cases { #expect(SearchText.words(in: text) == expected, "\(text)") }
    #expect(SearchText.meaningfulWords(in: "niet in het beeld") == ["niet", "beeld"])
    #expect(SearchText.meaningfulWords(in: "what for") == ["what", "for"])
    let joined = SearchText.meaningfulWords(in: "Half jaar niet gesproken, een half")
    #expect(joined == ["halfjaar", "niet", "gesproken", "half"])
  }

  @Test("Everyday words, Dutch ones too, lead to the keys and facts that are meant")
  func everydayWords() {
    let cases: [(question: String, ids: [String])] = [
      ("rust", ["service.restPolicy", "service.restPolicy.enabled", "E-039"]),
      ("overhead", ["staffing.administrationShare", "staffing.sideTaskShare", "E-086"]),
      ("klantmanager", ["staffing.fte", "E-056"]),
      ("KLANTMANAGERS", ["staffing.fte"]),
      ("uitstroom", ["outflow", "E-100"]),
      ("ziekteverzuim", ["staffing.sicknessShare", "O-150"]),
      ("no-show", ["O-159", "E-262"]),
      ("overdracht", ["E-079"]),
      ("vacature", ["labourMarket.vacancies", "E-212"]),
      ("contact in six months", ["E-027"]),
      ("caseload", ["caseload.normPerFte", "E-056"]), ("caseloadnorm", ["caseload.normPerFte"]),
      ("nieuwe uitkeringen", ["inflow.applicationsPerYear"]),
    ]
    for (question, ids) in cases {
      let results = found(question)
      for id in ids { #expect(results.contains(id), "\(question) finds \(results)") }
    }
    #expect(found("rust").first?.hasPrefix("service.restPolicy") == true)
  }

  @Test("A topic whose title is the question comes first, in either language")
  func exactTitleComesFirst() {
    let metrics = [
      SearchTopic(id: "a", title: "Unseen for six months, without new clients"),
      SearchTopic(
        id: "b", title: "Unseen for six months", otherTitle: "Zes maanden niet gezien"),
    ]
    #expect(found("unseen for 6 months", among: metrics).first == "b")
    #expect(found("zes maanden niet gezien", among: metrics).first == "b")
  }

  @Test("The word itself outranks what it stands for, and that outranks its beginning")
  func ranking() {
    let topics = [
      SearchTopic(id: "p", title: "leavers"), SearchTopic(id: "q", title: "the leave of staff"),
      SearchTopic(id: "r", title: "vakantie"), SearchTopic(id: "s", title: "x", detail: "leave"),
    ]
    #expect(found("vakantie", among: topics) == ["r", "q", "s"])
    #expect(found("leave", among: topics) == ["q", "p", "s"])
  }

  @Test("All words count; without a topic that holds all, most of them do")
  func allWords() {
    let topics = [
      SearchTopic(id: "p", title: "red blue"), SearchTopic(id: "q", title: "red green blue"),
      SearchTopic(id: "r", title: "white"),
    ]
    #expect(found("green red", among: topics) == ["q"])
    #expect(found("red blue black", among: topics) == ["p", "q"])
    #expect(found("white black brown", among: topics).isEmpty)
    #expect(found("", among: topics).isEmpty)
    #expect(found("…", among: topics).isEmpty)
  }

  @Test("Every synonym leads somewhere, by each of its meanings")
  func synonymsLeadSomewhere() {
    for synonym in Synonym.all {
      #expect(!found(synonym.word).isEmpty, "\(synonym.word)")
      for meaning in synonym.meanings {
        let words = SearchText.words(in: meaning)
        #expect(
          SearchTests.shipped.topics.contains { topic in
            words.allSatisfy {
              topic.path.contains($0) || topic.titles[0].contains($0) || topic.details.contains($0)
            }
          }, "\(synonym.word): \(meaning) stands nowhere")
      }
    }
    let words = Synonym.all.map(\.word)
    #expect(words == words.sorted() && words.count == Set(words).count)
    #expect(words.count > 100)
  }

  @Test("The list names the question and its results, keeps its width and tells what it leaves out")
  func list() throws {
    let text = try #require(ScenarioText.search("klantmanager", among: []))
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasSuffix(" found for \"klantmanager\""))
    #expect(lines.contains { $0.hasPrefix("  and ") && $0.contains(" more") })
    #expect(lines.count == 1 + 20 + 2)
    for line in lines { #expect(line.count <= 100, "\(line)") }
    #expect(ScenarioText.search("zzqx", among: []) == nil)
    #expect(ScenarioText.suggestion(for: "klantmanger") == "klantmanager")
  }
}
