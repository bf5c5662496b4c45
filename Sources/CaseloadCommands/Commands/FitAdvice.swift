import CaseloadModel
import Experiments
import Reports
import ScenarioFormat

/// What a fit tells people beside its figures, in both languages.
enum FitAdvice {
  /// Ratios of a figure to what the scenario gives that look like a mistaken unit, with the question to ask.
  private static let mistakes:
    [(ratio: ClosedRange<Double>, units: [MetricUnit], question: Bilingual)] = [
      (
        0.06...0.13, [.personsPerYear, .perYear, .euroPerYear, .perClientYear],
        Bilingual(
          "is het een cijfer van een maand, waar een jaar wordt gevraagd?",
          "is it a figure of a month, where one of a year is asked?")
      ),
      (
        8...16, [.personsPerYear, .perYear, .euroPerYear, .perClientYear],
        Bilingual("is het met twaalf vermenigvuldigd?", "was it multiplied by twelve?")
      ),
      (
        0.005...0.02, [.share, .perClientYear],
        Bilingual(
          "is een percentage twee keer door honderd gedeeld?",
          "is it a percentage divided by a hundred twice?")
      ),
      (
        50...200, [.share, .perClientYear, .ratio],
        Bilingual(
          "is het in procenten? 9 % wordt geschreven als 0.09",
          "is it in percent? 9 % is written 0.09")
      ),
      (
        500...2_000, [.euroPerYear, .persons, .personsPerYear],
        Bilingual("is het in duizenden?", "is it in thousands?")
      ),
      (
        0.0005...0.002, [.euroPerYear, .persons, .personsPerYear],
        Bilingual("is het in duizenden?", "is it in thousands?")
      ),
    ]

  /// Figures that differ from those of the scenario as a mistaken unit would make them.
  static func wrongScale(_ goals: [FitGoal], _ figures: [Double]) -> [Bilingual] {
    zip(goals, figures).compactMap { goal, present in
      guard goal.target.measure == .value, present > 0, goal.value > 0,
        goal.deviation(of: present) > 1
      else { return nil }
      let unit = MetricCatalog[goal.metric].unit
      let mistake = mistakes.first {
        $0.ratio.contains(goal.value / present) && $0.units.contains(unit)
      }
      return mistake.map {
        Bilingual(
          "\(goal.label(in: .nl)): het doel is \(goal.text(of: goal.value, in: .nl)) en het scenario geeft"
            + " \(goal.text(of: present, in: .nl)); \($0.question.nl)",
          "\(goal.label): the target is \(goal.text(of: goal.value, in: .en)), and the scenario gives"
            + " \(goal.text(of: present, in: .en)); \($0.question.en)")
      }
    }
  }

  /// What the scenario gives as it stands where that is not within the tolerance; `nil` when all targets are met.
  ///
  /// A stock or groups that the stated inflow and exits do not keep show here, with everything that
  /// the model takes into account.
  static func firstLook(_ goals: [FitGoal], _ figures: [Double]) -> Bilingual? {
    let misses = zip(goals, figures).filter { $0.0.deviation(of: $0.1) > 1 }
    guard !misses.isEmpty else { return nil }
    func words(_ language: PageLanguage, _ joint: String) -> String {
      misses.map { goal, present in
        "\(goal.label(in: language)) \(goal.text(of: present, in: language)) \(joint)"
          + " \(goal.text(of: goal.value, in: language))"
      }.joined(separator: "; ")
    }
    return Bilingual(
      "zoals het nu is, geeft het scenario " + words(.nl, "waar het doel is"),
      "as it stands, the scenario gives " + words(.en, "for"))
  }

  /// That chance moves a figure by much for its tolerance.
  ///
  /// - Parameters:
  ///   - spread: How much the figure differs from replication to replication.
  ///   - replications: As many as would make chance small beside the tolerance.
  static func chance(_ goal: FitGoal, spread: Double, replications: Int) -> Bilingual {
    func text(_ value: Double, _ language: PageLanguage) -> String {
      goal.text(of: value, in: language)
    }
    return Bilingual(
      "\(goal.label(in: .nl)): alleen al door toeval verschilt het cijfer ongeveer \(text(spread, .nl)) van herhaling"
        + " tot herhaling, veel voor een tolerantie van \(text(goal.tolerance, .nl)); --replications"
        + " \(replications) zou genoeg zijn",
      "\(goal.label): chance alone moves the figure by about \(text(spread, .en)) from replication to replication,"
        + " much for a tolerance of \(text(goal.tolerance, .en)); --replications \(replications) would do"
    )
  }

  /// What the fit took.
  static func effort(points: Int, replications: Int, seconds: Double) -> Bilingual {
    let time = DecimalText.fixed(seconds, decimals: 1)
    return Bilingual(
      "\(points) punten en \(replications) herhalingen in \(TableLayout(language: .nl).number(time)) s",
      "\(points) points and \(replications) replications in \(time) s")
  }

  /// Ratios of a number of persons to what can be reached that counting households would make.
  private static let households = 0.6...0.92

  /// Advice about the outcome.
  static func lines(_ match: HistoryMatch, _ question: FitQuestion) -> [Bilingual] {
    guard let best = match.best else { return [] }
    var lines: [Bilingual] = []
    if match.accepted.isEmpty {
      lines += wrongScale(match.goals, best.found.figures)
      for (goal, reached) in zip(match.goals, best.found.figures)
      where goal.deviation(of: reached) > 1 && goal.target.measure == .value {
        guard [.persons, .personsPerYear].contains(MetricCatalog[goal.metric].unit),
          households.contains(goal.value / reached)
        else { continue }
        lines.append(
          Bilingual(
            "\(goal.label(in: .nl)): telt dit huishoudens? Het model telt personen.",
            "\(goal.label): does it count households? The model counts persons."))
      }
      return lines + ofEnds(FitKeyFinding.all(of: match, keys: question.keys))
    }
    let count = match.ensemble.count
    if count < match.effort.sets {
      lines.append(
        Bilingual(
          "maar \(count) van \(match.effort.sets) sets halen alle doelen; een ruimer bereik of ruimere toleranties laten"
            + " er meer over",
          "only \(count) of \(match.effort.sets) sets meet all targets; wider ranges or tolerances leave more"
        ))
    }
    let findings = FitKeyFinding.all(of: match, keys: question.keys)
    lines += ofEnds(findings)
    let free = findings.filter { $0.identification == .notIdentified }
    if !free.isEmpty {
      let keys = free.map(\.key.label).joined(separator: ", ")
      lines.append(
        Bilingual(
          "de doelen leggen \(keys) niet vast; antwoorden die daarvan afhangen zijn het best over alle sets te geven",
          "the targets do not determine \(keys); answers that depend on them are best given over the ensemble"
        ))
    }
    return lines
  }

  /// Keys that the end of what was tried stops, with the range to try next.
  private static func ofEnds(_ findings: [FitKeyFinding]) -> [Bilingual] {
    findings.compactMap { finding in
      guard let wider = finding.wider, let ends = finding.pulledTo else { return nil }
      let range = finding.key.range
      let (low, high) = (range.text(of: range.low), range.text(of: range.high))
      let end =
        switch ends {
        case .low: Bilingual("de onderkant (\(low))", "the low end (\(low))")
        case .high: Bilingual("de bovenkant (\(high))", "the high end (\(high))")
        case .both: Bilingual("beide kanten (\(low) en \(high))", "both ends (\(low) and \(high))")
        }
      let what =
        finding.isBestAtEnd
        ? Bilingual("de beste set ligt", "the best set lies")
        : Bilingual("wat overblijft ligt", "what is left lies")
      return Bilingual(
        "\(finding.key.label): \(what.nl) aan \(end.nl) van wat is geprobeerd (\(low) tot \(high)), zodat waarden"
          + " daarbuiten even goed of beter kunnen passen; probeer --vary \(wider)",
        "\(finding.key.label): \(what.en) at \(end.en) of what was tried (\(low) to \(high)), so that values beyond"
          + " it may fit as well or better; try --vary \(wider)")
    }
  }
}
