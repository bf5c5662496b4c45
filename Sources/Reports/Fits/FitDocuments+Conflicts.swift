import CaseloadModel
import Experiments

// What stands in the way of a fit, in words of both languages.
extension FitDocuments {
  /// What stands in the way, in words.
  var conflictWords: [Bilingual] {
    let words = match.conflicts.map { conflict in
      switch conflict {
      case .unreachable(let index, let nearest):
        let goal = match.goals[index]
        return Bilingual(
          "\(goal.label(in: .nl)): niets dat is geprobeerd komt dichter bij \(goal.wanted(in: .nl)) dan"
            + " \(goal.text(of: nearest, in: .nl))",
          "\(goal.label): nothing tried comes nearer to \(goal.wanted(in: .en)) than"
            + " \(goal.text(of: nearest, in: .en))")
      case .pair(let first, let second, let nearest):
        let (a, b) = (match.goals[first], match.goals[second])
        return Bilingual(
          "\(a.label(in: .nl)) en \(b.label(in: .nl)) spreken elkaar tegen: met de eerste op"
            + " \(a.wanted(in: .nl)) komt de tweede niet dichter bij \(b.wanted(in: .nl)) dan"
            + " \(b.text(of: nearest, in: .nl))",
          "\(a.label) and \(b.label) contradict each other: with the first at"
            + " \(a.wanted(in: .en)), the second comes no nearer to \(b.wanted(in: .en)) than"
            + " \(b.text(of: nearest, in: .en))")
      case .oneTooMany(let index):
        let goal = match.goals[index]
        return Bilingual(
          "alle doelen behalve \(goal.label(in: .nl)) kunnen samen worden gehaald",
          "all targets but \(goal.label) can be met together")
      }
    }
    guard words.isEmpty else { return words }
    return [
      Bilingual(
        "elk paar doelen kan worden gehaald, maar niets dat is geprobeerd haalt ze alle",
        "each pair of targets can be met, but nothing that was tried meets all of them")
    ]
  }
}

extension FitGoal {
  /// The target in words, in a language; names of metrics and groups are what they are.
  package func label(in language: PageLanguage) -> String {
    guard language == .nl else { return label }
    var parts = [metric.id]
    if !target.group.isEmpty { parts.append(target.group) }
    if target.year > 0 { parts.append("jaar \(target.year)") }
    if !target.date.isEmpty { parts.append(target.date) }
    switch target.measure {
    case .value: break
    case .ratio: parts.append("gedeeld door \(target.against)")
    case .difference: parts.append("min \(target.against)")
    }
    return parts.joined(separator: ", ")
  }

  /// A figure of the target with its unit's way of writing.
  package func text(of value: Double, in language: PageLanguage) -> String {
    let layout = TableLayout(language: language)
    return layout.number(
      target.measure == .ratio
        ? DecimalText.fixed(value, decimals: 3) : MetricCatalog[metric].formatted(value))
  }

  /// The figure that is wanted, with its tolerance.
  package func wanted(in language: PageLanguage) -> String {
    "\(text(of: value, in: language)) ± \(text(of: tolerance, in: language))"
  }
}
