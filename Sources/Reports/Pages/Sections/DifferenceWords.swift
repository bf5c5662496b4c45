import CaseloadModel
import Experiments

/// One difference with the words that belong to it.
struct JudgedDifference {
  let difference: StoredDifference
  let definition: MetricDefinition
  let better: MetricWords.Better?
  /// The smallest difference that matters.
  let matters: Double

  init(
    _ difference: StoredDifference, _ definition: MetricDefinition, better: MetricWords.Better?
  ) {
    self.difference = difference
    self.definition = definition
    self.better = better
    matters = SmallestDifference.of(definition, base: difference.base)
  }

  /// The verdict; `nil` when there is no interval.
  var verdict: Verdict? {
    guard difference.hasInterval else { return nil }
    return Verdict(low: difference.low, high: difference.high, matters: matters)
  }

  /// Whether it clearly gets worse.
  var isClearlyWorse: Bool {
    guard let better, case .clear(let isHigher)? = verdict else { return false }
    return isHigher == (better == .lower)
  }

  /// Whether it gets worse, but perhaps too little to notice.
  var isPerhapsWorse: Bool {
    guard let better, case .perhapsSmall(let isHigher)? = verdict else { return false }
    return isHigher == (better == .lower)
  }

  /// Whether nothing is shown, and it may get worse by as much as matters.
  var mayGetWorse: Bool {
    guard let better else { return false }
    guard difference.hasInterval else { return difference.mean.isFinite }
    return verdict == .notShown
      && (better == .lower ? difference.high > matters : difference.low < -matters)
  }

  /// The size in multiples of what matters.
  var weight: Double { matters > 0 ? difference.mean.magnitude / matters : 0 }

  /// The verdict in words.
  func shortWords(_ context: PageContext) -> String {
    verdict?.words[context.language] ?? context.text(CompareText.unknown)
  }

  /// The verdict in words, with how many replications would be needed where nothing is shown.
  func words(_ context: PageContext) -> String {
    guard let verdict else { return context.text(CompareText.unknown) }
    var words = verdict.words[context.language]
    if verdict == .notShown, let more = moreReplications {
      words += context.text(CompareText.moreNeeded, context.numbers.count(more))
    }
    return words
  }

  /// Replications that would bring half the interval down to what matters, beyond those there are.
  var moreReplications: Int? {
    let half = (difference.high - difference.low) / 2
    guard matters > 0, half > matters else { return nil }
    let needed = Double(difference.count) * (half / matters) * (half / matters)
    guard needed < 1e6 else { return nil }
    let more = needed - Double(difference.count)
    // Two figures are as many as such an estimate is worth.
    var scale = 1.0
    while more / scale >= 100 { scale *= 10 }
    return max(1, Int((more / scale).rounded(.up) * scale))
  }

  /// Lower or higher.
  func direction(_ context: PageContext) -> String {
    context.text(difference.mean < 0 ? PageText.lower : .higher)
  }

  /// The columns of a table of differences: the metric, and those of `cells`.
  static func columns(_ context: PageContext) -> [(title: Markup, isFigure: Bool)] {
    [
      (.text(context.text(PageText.metric)), false),
      (.text(context.text(CompareText.base)), true),
      (.text(context.text(CompareText.variant)), true),
      (.text(context.text(CompareText.difference)), true),
      (.text(context.text(CompareText.interval)), true),
    ]
  }

  /// The base, the variant, the difference and its interval.
  func cells(_ context: PageContext) -> [PageTable.Cell] {
    let numbers = context.numbers
    let ends = [difference.low, difference.high].map { numbers.signed($0, definition) }
    return [
      .figure(numbers.value(difference.base, definition)),
      .figure(numbers.value(difference.variant, definition)),
      .figure(numbers.signed(difference.mean, definition)),
      .figure(
        difference.hasInterval
          ? ends.joined(separator: " " + context.text(PageText.to) + " ") : PageNumbers.none),
    ]
  }
}
