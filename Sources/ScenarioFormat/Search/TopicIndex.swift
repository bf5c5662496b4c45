/// Something that `explain` can tell of, as a search in words sees it.
public struct SearchTopic: Sendable {
  /// The word by which it is explained: a key path, the id of a metric or of evidence.
  public let id: String
  /// What it is, in one line.
  public let title: String
  /// The same in another language; empty when there is none.
  public let otherTitle: String
  /// More words to search in.
  public let detail: String

  /// Makes a topic.
  public init(id: String, title: String, otherTitle: String = "", detail: String = "") {
    self.id = id
    self.title = title
    self.otherTitle = otherTitle
    self.detail = detail
  }
}

/// Finds topics by words and ranks them.
struct TopicIndex {
  /// A topic with its words.
  struct IndexedTopic {
    /// The topic.
    let topic: SearchTopic
    /// The words of the id.
    let path: [String]
    /// The words of the title in both languages.
    let titles: [[String]]
    /// The words of everything else.
    let details: [String]
  }

  /// One word of a question with what it may stand for.
  private struct Term {
    let word: String
    let meanings: [[String]]
  }

  /// The topics, in the order given.
  let topics: [IndexedTopic]

  /// Takes all topics apart into words.
  ///
  /// - Complexity: O(length of all texts)
  init(_ topics: [SearchTopic]) {
    self.topics = topics.map { topic in
      IndexedTopic(
        topic: topic, path: SearchText.words(in: topic.id),
        titles: [SearchText.words(in: topic.title), SearchText.words(in: topic.otherTitle)],
        details: SearchText.words(in: topic.detail))
    }
  }

  /// The topics that hold all words of a question, best first, in the order given at a tie.
  ///
  /// When none holds all of them, those that hold most of the words, if that is at least half. A question
  /// without letters or digits finds nothing.
  /// - Complexity: O(number of words of all topics x words of the question)
  func results(for question: String) -> [SearchTopic] { matches(for: question).topics }

  /// The same, with whether they hold all words of the question.
  func matches(for question: String) -> (topics: [SearchTopic], holdAll: Bool) {
    let whole = SearchText.words(in: question)
    let terms: [Term] = SearchText.meaningfulWords(in: question).map { word in
      Term(word: word, meanings: Synonym.meanings(of: word))
    }
    var found: [(place: Int, count: Int, score: Int)] = []
    for (place, topic) in topics.enumerated() {
      let rank = TopicIndex.rank(topic, for: terms, whole: whole)
      if rank.count * 2 >= terms.count, rank.count > 0 {
        found.append((place: place, count: rank.count, score: rank.score))
      }
    }
    let most = found.reduce(0) { max($0, $1.count) }
    found = found.filter { $0.count == most }
    found.sort { $0.score == $1.score ? $0.place < $1.place : $0.score > $1.score }
    return (found.map { topics[$0.place].topic }, most == terms.count)
  }

  /// How many words of a question a topic holds, and how well.
  private static func rank(
    _ topic: IndexedTopic, for terms: [Term], whole: [String]
  ) -> (count: Int, score: Int) {
    var (count, score) = (0, 0)
    for term in terms {
      let path = points(term, topic.path)
      let title = max(points(term, topic.titles[0]), points(term, topic.titles[1]))
      // A short path stands for the subject as a whole.
      let bonus = path > 0 && topic.path.count <= 3 ? 1 : 0
      let best = max(6 * path + bonus, 4 * title, points(term, topic.details))
      if best > 0 { count += 1 }
      score += best
    }
    if topic.titles.contains(whole) || topic.path == whole { score += 1_000 }
    return (count, score)
  }

  /// Three for the word itself, two for what it stands for, one for its beginning; nothing for none of it.
  private static func points(_ term: Term, _ words: [String]) -> Int {
    if words.contains(term.word) { return 3 }
    for meaning in term.meanings where meaning.allSatisfy({ words.contains($0) }) { return 2 }
    let beginning = term.word.utf8
    guard beginning.count >= 4 else { return 0 }
    return words.contains { $0.utf8.starts(with: beginning) } ? 1 : 0
  }
}
