import CaseloadModel
import CaseloadTestSupport
import Experiments
import ScenarioFormat
import Testing

@testable import Reports

@Suite("Words of pages")
struct WordsTests {
  /// Every phrase with its name.
  private static let phrases: [(name: String, words: Bilingual)] =
    PageText.allCases.map { ("PageText.\($0)", $0.words) }
    + RunText.allCases.map { ("RunText.\($0)", $0.words) }
    + ExplorerText.allCases.map { ("ExplorerText.\($0)", $0.words) }
    + FollowText.allCases.map { ("FollowText.\($0)", $0.words) }
    + SetsText.allCases.map { ("SetsText.\($0)", $0.words) }
    + ExplorerLever.Group.allCases.map { ("ExplorerLever.\($0)", $0.title) }
    + ExplorerLevers.all.map { ("ExplorerLevers.\($0.pattern)", $0.help) }
    + CompareText.allCases.map { ("CompareText.\($0)", $0.words) }
    + StudyText.allCases.map { ("StudyText.\($0)", $0.words) }
    + SectorText.allCases.map { ("SectorText.\($0)", $0.words) }
    + NewText.allCases.map { ("NewText.\($0)", $0.words) }
    + FitText.allCases.map { ("FitText.\($0)", $0.words) }
    + DiaryText.allCases.map { ("DiaryText.\($0)", $0.words) }

  /// Everything that a page says in Dutch.
  private static var dutch: [(name: String, text: String)] {
    phrases.map { ($0.name, $0.words.nl) }
      + Metric.allCases.flatMap { metric in
        [
          (metric.id, MetricCatalog[metric].dutchTitle),
          (metric.id, MetricWords.of(metric).explanation.nl),
        ]
      } + KeyWords.names.map { ($0.key, $0.value.nl) }
  }

  @Test("Every phrase is there in both languages, with the same places to fill")
  func phrasesAreComplete() {
    for (name, words) in WordsTests.phrases {
      #expect(!words.nl.isEmpty && !words.en.isEmpty, "\(name)")
      #expect(Bilingual.places(in: words.nl) == Bilingual.places(in: words.en), "\(name)")
      let places = Bilingual.places(in: words.nl)
      #expect(places == Array(0..<places.count), "\(name) skips a place")
    }
    #expect(WordsTests.phrases.count > 200)
  }

  @Test("No list of phrases is forgotten here")
  func listsAreComplete() throws {
    let named = Set(WordsTests.phrases.map { $0.name.prefix { $0 != "." } })
    var found = 0
    for path in PackageFiles.names(under: "Sources") where path.hasSuffix(".swift") {
      for line in try PackageFiles.text(path).split(separator: "\n")
      where line.contains(": String, PhraseList {") {
        let words = line.split(separator: " ")
        let place = try #require(words.firstIndex(of: "enum"), "\(line)")
        let name = words[place + 1].prefix { $0 != ":" }
        #expect(named.contains(name), "\(path): \(name)")
        found += 1
      }
    }
    #expect(found >= 7)
  }

  @Test("Every unit of a setting that is a number has a Dutch name")
  func unitsAreComplete() {
    var units: Set<String> = []
    func collect(_ parameters: [Parameter]) {
      for parameter in parameters {
        if case .number = parameter.shape { units.insert(parameter.unit) }
        if case .integer = parameter.shape { units.insert(parameter.unit) }
        collect(parameter.children)
      }
    }
    collect(ParameterTable.parameters)
    let plain = units.filter { $0.isEmpty || $0.hasPrefix("share of ") }
    let missing = units.subtracting(plain).filter { KeyWords.units[$0] == nil }
    #expect(missing.isEmpty, "\(missing.sorted())")
    #expect(units.count > 20)
  }

  @Test("Every metric is explained in both languages; add words to MetricWords for a new one")
  func metricsHaveWords() {
    for metric in Metric.allCases {
      let words = MetricWords.all[metric]
      #expect(words != nil, "\(metric.id) has no words in MetricWords")
      guard let words else { continue }
      #expect(!words.explanation.nl.isEmpty && !words.explanation.en.isEmpty, "\(metric.id)")
      #expect(words.explanation.nl != words.explanation.en, "\(metric.id)")
      #expect(words.explanation.nl.hasSuffix("."), "\(metric.id)")
      #expect(words.explanation.en.hasSuffix("."), "\(metric.id)")
    }
  }

  @Test("Dutch texts keep to the words of the field")
  func dutchWords() {
    let forbidden = ["rustbeleid", "uit beeld", "significant", "medewerker", "achterstand"]
    for (name, text) in WordsTests.dutch {
      for word in forbidden {
        #expect(!text.lowercased().contains(word), "\(name): '\(text)' holds '\(word)'")
      }
      // One line tells that other organisations say it otherwise.
      if name != "PageText.colophon" {
        #expect(!text.lowercased().contains("cliënt"), "\(name): '\(text)'")
      }
    }
  }

  @Test("No margin is written with a bare plus-minus sign, in either language")
  func noBarePlusMinus() {
    for (name, words) in WordsTests.phrases {
      #expect(!words.nl.contains("±") && !words.en.contains("±"), "\(name)")
    }
  }

  @Test("Every named setting exists", arguments: KeyWords.names.keys.sorted())
  func settingsExist(key: String) {
    let path = key.replacing("*", with: "any")
    #expect(ParameterTable.parameter(at: path) != nil)
    #expect(KeyWords.pattern(of: path) == key)
  }

  @Test(
    "A mode of contact has plain words wherever modes are named",
    arguments: ContactModeKind.allCases)
  func modesHaveWords(mode: ContactModeKind) {
    if mode != .email { #expect(KeyWords.names["service.norms.*.\(mode.id)Share"] != nil) }
    // What counts as spoken to: each mode of two-way contact by name, and no other.
    let definition = MetricCatalog[.unseen6m].definition
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let (counts, rest) = (
      definition.prefix { $0 != ")" }, definition.drop { $0 != ")" }.lowercased()
    )
    let words: [ContactModeKind: (name: String, plain: String)] = [
      .faceToFace: ("face to face", "talk"), .phone: ("by phone", "phone"),
      .video: ("by video", "video"), .email: ("letters and e-mails", "letter"),
      .group: ("group sessions", "group session"),
    ]
    guard let word = words[mode] else {
      Issue.record("unseen.6m.share does not say whether \(mode.id) counts")
      return
    }
    #expect(counts.contains(word.name) == mode.isTwoWay)
    #expect(rest.contains(word.name) == !mode.isTwoWay)
    if mode.isTwoWay { #expect(MetricWords.of(.unseen6m).explanation.en.contains(word.plain)) }
  }

  @Test("Every unit that has a Dutch name is one of a setting")
  func unitsExist() {
    var units: Set<String> = []
    func collect(_ parameters: [Parameter]) {
      for parameter in parameters {
        units.insert(parameter.unit)
        collect(parameter.children)
      }
    }
    collect(ParameterTable.parameters)
    for unit in KeyWords.units.keys { #expect(units.contains(unit), "\(unit)") }
  }

  @Test("What is filled in is never searched for places itself")
  func fillingIsNotNested() {
    #expect(Bilingual("{0}, {1}", "{0}; {1}").filled(in: .en, "{1}", "b") == "{1}; b")
  }

  @Test("Settings are written as people read them")
  func settingValues() {
    let nl = PageNumbers(.nl)
    let en = PageNumbers(.en)
    #expect(nl.setting("staffing.administrationShare", "0.365") == "36,5%")
    #expect(en.setting("staffing.administrationShare", "0.365") == "36.5%")
    #expect(nl.setting("staffing.fte", "25") == "25\u{A0}fte")
    #expect(nl.setting("service.restPolicy.enabled", "false") == "uit")
    #expect(nl.setting("caseload.capPerFte", "0") == "geen")
    #expect(en.setting("name", "\"a\"") == "a")
    #expect(nl.setting("service.norms.care.intervalDays", "182") == "182\u{A0}dagen")
    let context = PageContext(language: .nl, metric: .unseen6m, prefix: "")
    #expect(
      context.settingText("service.norms.care.intervalDays") == "Tijd tussen gesprekken (zorg)")
    #expect(context.settingText("service.norms.anders.intervalDays").hasSuffix("(anders)"))
    #expect(context.settingText("time.nonsense") == "time.nonsense")
  }
}
