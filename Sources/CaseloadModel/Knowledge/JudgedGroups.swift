/// On what occasion somebody judges which group a client belongs to.
enum JudgementOccasion: Int, CaseIterable {
  /// When a client is new: the intake, and expertise that was bought at it.
  case intake
  /// At a later contact.
  case contact
  /// When the stock is put in classes.
  case classification
}

/// Which groups were judged so far, and what a judgement is worth by that.
///
/// The chance that a judgement is right depends on what it says: "ready for work" is right less often where
/// few are. Because what is said also decides how soon a client is seen again, a judgement that is worth less
/// may stand longer, and the expected validity of what is held would be too high with one chance for all. So
/// each gets its predictive value, by Bayes' theorem from the groups that were judged on the same occasion.
///
/// Source: the predictive value of a test, which depends on prevalence (Vecchio 1966,
/// doi:10.1056/NEJM196605262742104).
struct JudgedGroups: ~Copyable {
  /// Weight of what the scenario says of the groups, in judgements.
  private static let initialWeight = 100.0
  /// Judgements after which all that came before counts half, so that the shares follow changes.
  private static let memory = 2_000.0

  /// Number of groups.
  private let groupCount: Int
  /// Judgements by occasion and true group, older ones with less weight.
  private var weights: Column<Double>
  /// Their sum by occasion.
  private var totals: Column<Double>

  /// Makes a table that knows the shares of the groups among applicants and in the initial stock.
  init(inflow: [Double], stock: [Double]) {
    groupCount = stock.count
    weights = Column(repeating: 0, count: JudgementOccasion.allCases.count * groupCount)
    totals = Column(repeating: 0, count: JudgementOccasion.allCases.count)
    for occasion in JudgementOccasion.allCases {
      for (group, share) in (occasion == .intake ? inflow : stock).enumerated() {
        weights[occasion.rawValue * groupCount + group] = share * JudgedGroups.initialWeight
        totals[occasion.rawValue] += share * JudgedGroups.initialWeight
      }
    }
  }

  /// The group that a mistaken judgement names: a neighbour of the true one, the only one at either end.
  ///
  /// - Precondition: there are two groups at least.
  func mistake(about truth: Int, goesUp: Bool) -> Int {
    if truth == 0 { return 1 }
    if truth == groupCount - 1 { return truth - 1 }
    return goesUp ? truth + 1 : truth - 1
  }

  /// Chance that a mistaken judgement about somebody of one group names another.
  private func chance(ofMistaking truth: Int, for believed: Int) -> Double {
    guard abs(truth - believed) == 1 else { return 0 }
    return truth == 0 || truth == groupCount - 1 ? 1 : 0.5
  }

  /// The chance that a judgement is right, given what it says.
  ///
  /// - Parameter accuracy: the chance for whoever is judged, 0…1.
  func predictiveValue(
    of believed: Int, accuracy: Double, on occasion: JudgementOccasion
  ) -> Double {
    let base = occasion.rawValue * groupCount
    let right = weights[base + believed] * accuracy
    var wrong = 0.0
    for neighbour in [believed - 1, believed + 1] where neighbour >= 0 && neighbour < groupCount {
      wrong +=
        weights[base + neighbour] * (1 - accuracy) * chance(ofMistaking: neighbour, for: believed)
    }
    return right + wrong > 0 ? right / (right + wrong) : accuracy
  }

  /// Somebody of a group has been judged.
  mutating func note(_ truth: Int, on occasion: JudgementOccasion) {
    let base = occasion.rawValue * groupCount
    weights[base + truth] += 1
    totals[occasion.rawValue] += 1
    guard totals[occasion.rawValue] >= JudgedGroups.memory else { return }
    for group in 0..<groupCount { weights[base + group] /= 2 }
    totals[occasion.rawValue] /= 2
  }
}
