// Texts beside figures, charts and choices.
extension ExplorerText {
  var controls: Bilingual {
    switch self {
    case .errors: Bilingual("Dit kan niet zo:", "This is not possible:")
    case .advice: Bilingual("Let op ({0})", "Please note ({0})")
    case .isSector:
      Bilingual(
        "this scenario is a sector of several organisations; the command line can run it",
        "this scenario is a sector of several organisations; the command line can run it")
    case .toField: Bilingual("naar het veld", "to the field")
    case .differenceIs: Bilingual("verschil {0} tot {1}", "difference {0} to {1}")
    case .courseTitle: Bilingual("{0}: hoe loopt het in de tijd?", "{0}: how does it go over time?")
    case .courseSubtitle:
      Bilingual(
        "{0}, per waarneming; band: 95%-rekenmarge, vanaf vijf herhalingen",
        "{0}, by observation; band: 95% calculation margin, from five replications on")
    case .courseFinding:
      Bilingual("{0} gaat van {1} naar {2}.", "{0} goes from {1} to {2}.")
    case .chooseMetric: Bilingual("Cijfer", "Figure")
    case .chartFigures: PageText.chartFigures.words
    case .month: Bilingual("Maand", "Month")
    case .tableCaption:
      Bilingual("Alle cijfers, met rekenmarge", "All figures, with margins")
    case .figure: PageText.metric.words
    case .difference: CompareText.difference.words
    case .margin: PageText.margin.words
    case .to: PageText.to.words
    case .unit: Bilingual("Eenheid", "Unit")
    case .low: Bilingual("Ondergrens", "Low")
    case .high: Bilingual("Bovengrens", "High")
    case .shortMillion: PageText.shortMillion.words
    case .shortBillion: PageText.shortBillion.words
    case .whoFirst: Bilingual("Wie eerst?", "Who comes first?")
    case .whoFirstHelp:
      Bilingual(
        "Welke klant de klantmanager als eerste uitnodigt.",
        "Which client the worker invites first.")
    case .asIs: Bilingual("zoals in de basis", "as in the base")
    case .campaign: Bilingual("Klant-in-beeldactie", "See-everybody campaign")
    case .campaignHelp:
      Bilingual(
        "Iedereen oproepen die een half jaar niet is gesproken, vanaf het begin van de waarneming.",
        "Calls in everybody not spoken to for six months, from the start of the observation on.")
    case .campaignMonths: Bilingual("Actie: duur", "Campaign: length")
    case .campaignStaff:
      Bilingual("Actie: wie voert de gesprekken?", "Campaign: who holds the talks?")
    case .campaignFollowUp: Bilingual("Actie: daarna een gesprek", "Campaign: a talk from then on")
    case .months: Bilingual("{0} maanden", "{0} months")
    case .ownStaff: Bilingual("eigen klantmanagers", "own caseworkers")
    case .externalStaff: Bilingual("{0} externe fte", "{0} external fte")
    case .byNorm: Bilingual("volgens de norm", "by the norm")
    case .everyMonths: Bilingual("elke {0} maanden", "every {0} months")
    case .clearHigher: Verdict.clear(isHigher: true).words
    case .clearLower: Verdict.clear(isHigher: false).words
    case .perhapsHigher: Verdict.perhapsSmall(isHigher: true).words
    case .perhapsLower: Verdict.perhapsSmall(isHigher: false).words
    case .small: Verdict.small(isHigher: true).words
    case .same: Verdict.same.words
    case .notShown: Verdict.notShown.words
    case .noScript:
      Bilingual(
        "Zonder scripts kunt u hier niets instellen; het rapport hieronder is volledig.",
        "Without scripts nothing can be set here; the report below is complete.")
    case .reportTitle: Bilingual("Rapport van de basis", "Report of the base")
    default: preconditionFailure("'\(rawValue)' has no text")
    }
  }
}
