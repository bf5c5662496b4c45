import Experiments

/// That there are too few replications to tell, in the one sentence that tables and pages share.
enum FewReplicationsText {
  /// The sentence about so many replications; `nil` when there are enough.
  static func sentence(_ count: Int, in language: PageLanguage) -> String? {
    guard FewReplications.isTooFew(count) else { return nil }
    return PageText.fewReplications.words.filled(
      in: language, "\(count)", "\(FewReplications.fewest)")
  }

  /// The sentence as lines below a table; empty when there are enough.
  static func lines(_ count: Int, _ layout: TableLayout) -> String {
    sentence(count, in: layout.language).map {
      WrappedText.lines($0, indent: 0, width: layout.width)
    } ?? ""
  }
}

extension PageContext {
  /// The sentence as advice at the head of a page; empty when there are enough.
  func advice(ofFew replications: Int) -> Markup {
    FewReplicationsText.sentence(replications, in: language).map {
      .element("p", ["class": "advice"], [.text($0)])
    } ?? Markup()
  }
}
