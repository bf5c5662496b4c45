/// Texts of pages about a comparison.
enum CompareText: String, PhraseList {
  case title, headlineLess, headlineMore, headlineSame, headlineNone, headlineUndefined, against
  case againstNone, fewer, more, sideTitle, sideNone, sideWorse, sideUnsure, sureInterval
  case sureMatters, chartTitle, chartSubtitle, chartFinding, chartFindingNone, variantsTitle
  case variantsSubtitle, variantsFinding, tableCaption, base, variant, difference, interval, verdict
  case baseTile, changesTitle, changesNone, keyTable, methodText, moreNeeded, bandKey, intervalKey
  case methodPairs, methodBonferroni, inPlaceOf, again, panelPoints, panelOther, betweenAnd, unknown
  case headlineFew, againstFew, againstUnsettled, sideFew

  var words: Bilingual {
    switch self {
    case .title: Bilingual("{0} vergeleken met {1}", "{0} compared with {1}")
    case .headlineLess:
      Bilingual("{0}: {1} {2} ({3} in plaats van {4}).", "{0}: {1} {2} ({3} instead of {4}).")
    case .headlineMore: Bilingual("{0}: {1} {2}", "{0}: {1} {2}")
    case .headlineSame:
      Bilingual(
        "{0}: {1} blijft praktisch gelijk: het verschil is hoogstens {2}.",
        "{0}: {1} stays practically the same: the difference is at most {2}.")
    case .headlineNone:
      Bilingual(
        "{0}: voor {1} is geen verschil aangetoond: het kan {2} lager of {3} hoger zijn.",
        "{0}: for {1} no difference is shown: it may be {2} lower or {3} higher.")
    case .headlineUndefined:
      Bilingual("{0}: {1} is niet bepaald.", "{0}: {1} is not defined.")
    case .against:
      Bilingual(
        " Daar staat tegenover: ‘{0}’ gaat van {1} naar {2}.",
        " Against that: ‘{0}’ goes from {1} to {2}.")
    case .againstNone:
      Bilingual(
        " Van de vijf kerncijfers wordt er geen duidelijk slechter.",
        " None of the five key figures gets clearly worse.")
    case .headlineFew:
      Bilingual(
        "{0}: van {1} is het verschil met zo weinig herhalingen niet te zeggen.",
        "{0}: the difference in {1} cannot be told from so few replications.")
    case .againstFew:
      Bilingual(
        " Of een van de vijf kerncijfers slechter wordt, is met {0} paren herhalingen niet te zeggen.",
        " Whether any of the five key figures gets worse cannot be told from {0} pairs of replications."
      )
    case .againstUnsettled:
      Bilingual(
        " Van de vijf kerncijfers wordt er geen aantoonbaar slechter; met {0} paren herhalingen is dat niet te"
          + " zeggen van: {1}.",
        " None of the five key figures is shown to get worse; {0} pairs of replications cannot tell that of: {1}."
      )
    case .sideFew:
      Bilingual(
        "Met {0} paren herhalingen is niet te zeggen of er iets slechter wordt.",
        "{0} pairs of replications are too few to tell whether anything gets worse.")
    case .fewer:
      Bilingual(
        "minder klanten een half jaar niet gesproken",
        "fewer clients not spoken to for six months")
    case .more:
      Bilingual(
        "meer klanten een half jaar niet gesproken", "more clients not spoken to for six months")
    case .sideTitle: Bilingual("Wat wordt er slechter?", "What gets worse?")
    case .sideNone:
      Bilingual(
        "Van alle cijfers waarvan vaststaat wat beter is, wordt er geen duidelijk slechter.",
        "Of all figures for which it is plain what is better, none gets clearly worse.")
    case .sideWorse: Bilingual("{0}: van {1} naar {2}.", "{0}: from {1} to {2}.")
    case .sideUnsure:
      Bilingual("Misschien ook slechter: {0}.", "Perhaps worse too: {0}.")
    case .sureInterval:
      Bilingual(
        "Het verschil in ‘{0}’ ligt tussen {1} lager en {2} hoger (95%-rekenmarge, samen met de andere"
          + " verschillen).",
        "The difference in ‘{0}’ is between {1} lower and {2} higher (95% calculation margin, together with"
          + " the other differences).")
    case .betweenAnd:
      Bilingual(
        "Het verschil in ‘{0}’ is {1} tot {2} {3} (95%-rekenmarge, samen met de andere verschillen).",
        "The difference in ‘{0}’ is {1} to {2} {3} (95% calculation margin, together with the other"
          + " differences).")
    case .sureMatters:
      Bilingual(
        "Kleiner dan {0} noemen wij te klein om te merken.",
        "Below {0} a difference is called too little to notice.")
    case .chartTitle: Bilingual("Wat verandert er bij {0}?", "What changes with {0}?")
    case .chartSubtitle:
      Bilingual(
        "Verschil met de basis {0}; lijn: 95%-rekenmarge van alle verschillen samen",
        "Difference from the base {0}; line: 95% margin of all differences together")
    case .chartFinding:
      Bilingual(
        "{0} verandert het meest: {1} {2}.", "{0} changes most: {1} {2}.")
    case .chartFindingNone:
      Bilingual("Geen van deze verschillen is aangetoond.", "None of these differences is shown.")
    case .variantsTitle: Bilingual("Welke variant scheelt het meest?", "Which variant does most?")
    case .variantsSubtitle:
      Bilingual(
        "{0}: verschil met de basis {1}; lijn: 95%-rekenmarge van alle verschillen samen",
        "{0}: difference from the base {1}; line: 95% margin of all differences together")
    case .variantsFinding: Bilingual("{0} scheelt het meest: {1} {2}.", "{0} does most: {1} {2}.")
    case .tableCaption:
      Bilingual(
        "Alle verschillen met de basis, met rekenmarge",
        "All differences from the base, with margins")
    case .base: Bilingual("Basis", "Base")
    case .variant: Bilingual("Variant", "Variant")
    case .difference: Bilingual("Verschil", "Difference")
    case .interval: Bilingual("95%-rekenmarge, samen", "95% margin, together")
    case .verdict: Bilingual("In woorden", "In words")
    case .baseTile: Bilingual("basis {0}", "base {0}")
    case .changesTitle: Bilingual("Wat is er veranderd?", "What was changed?")
    case .changesNone:
      Bilingual(
        "{0} heeft dezelfde instellingen als de basis.", "{0} has the same settings as the base.")
    case .keyTable:
      Bilingual(
        "Kerncijfers per variant: de waarde, en het verschil met de basis in woorden",
        "Key figures per variant: the value, and the difference from the base in words")
    case .methodText:
      Bilingual(
        "Basis en varianten zien in elke herhaling dezelfde klanten met hetzelfde toeval, zodat"
          + " verschillen van de wijziging komen en niet van het toeval ({0} paren herhalingen).",
        "In every replication base and variants see the same clients with the same chance, so that"
          + " differences come from the change and not from chance ({0} pairs of replications).")
    case .methodPairs:
      Bilingual("{0} paren herhalingen", "{0} pairs of replications")
    case .methodBonferroni:
      Bilingual(
        "De rekenmarges van de {0} getoonde verschillen gelden samen met 95% (Bonferroni); de woorden erbij"
          + " volgen uit deze marge en uit het kleinste verschil dat telt.",
        "The margins of the {0} differences shown hold all together with 95% (Bonferroni); the words follow"
          + " from that margin and from the smallest difference that matters.")
    case .moreNeeded:
      Bilingual(
        "; ongeveer {0} herhalingen meer nodig", "; about {0} more replications needed")
    case .bandKey: Bilingual("te klein om te merken", "too little to notice")
    case .intervalKey: Bilingual("verschil met 95%-rekenmarge", "difference with 95% margin")
    case .inPlaceOf: Bilingual("{0} in plaats van {1}", "{0} instead of {1}")
    case .again:
      Bilingual(
        "De map van elke variant heeft een eigen scenario.json; met {0} herhalingen en startgetal {1} geeft"
          + " 'caseload compare' dezelfde verschillen.",
        "The folder of each variant has a scenario.json of its own; with {0} replications and seed {1}"
          + " 'caseload compare' gives the same differences.")
    case .panelPoints: Bilingual("in procentpunten", "in percentage points")
    case .panelOther: Bilingual("in {0}", "in {0}")
    case .unknown: Bilingual("niet bepaald", "not defined")
    }
  }
}
