/// Texts of pages about the organisations of a sector.
enum SectorText: String, PhraseList {
  case title, meaning, caption, between, sharesCaption, condition, share, setting
  case headline, headlineUnseen, noRank, chartTitle, chartSubtitle, chartFinding, markKey, middleKey
  case medianKey, organisation, effectsTitle, effectsMeaning, effectsChart, effectsFinding, by
  case organisations, quarterClients, quarterCaseload

  var words: Bilingual {
    switch self {
    case .title: Bilingual("Tussen de organisaties", "Between the organisations")
    case .meaning:
      Bilingual(
        "De cijfers hierboven zijn van alle klanten samen. Hier telt elk van de {0} organisaties even zwaar: een"
          + " tiende ligt onder p10 en een tiende boven p90. Verschil tussen is het deel van de variantie dat"
          + " tussen organisaties zit; de rest is toeval van herhaling tot herhaling.",
        "The figures above are of all clients together. Here each of the {0} organisations counts once: a tenth lies"
          + " below p10 and a tenth above p90. Between is the part of the variance that is between"
          + " organisations; the rest is chance from replication to replication.")
    case .caption:
      Bilingual("Verdeling over de organisaties", "Distribution over the organisations")
    case .between: Bilingual("verschil tussen", "between")
    case .sharesCaption:
      Bilingual(
        "Organisaties die aan een voorwaarde voldoen", "Organisations that meet a condition")
    case .condition: Bilingual("Voorwaarde", "Condition")
    case .share: Bilingual("deel van de organisaties", "share of organisations")
    case .setting:
      Bilingual(
        "{0} organisaties met samen {1} klanten bij de start.",
        "{0} organisations with {1} clients together at the start.")
    case .headline:
      Bilingual(
        "‘{0}’ ligt in de middelste 80 van de 100 organisaties tussen {1} en {2}.",
        "‘{0}’ lies between {1} and {2} in the middle 80 of 100 organisations.")
    case .headlineUnseen:
      Bilingual(
        "In de middelste 80 van de 100 organisaties is {0} tot {1} een half jaar niet gesproken.",
        "In the middle 80 of 100 organisations {0} to {1} have not been spoken to for six months.")
    case .noRank:
      Bilingual(
        " Een rangorde binnen de marge zegt niets.", " A rank within the margin means nothing.")
    case .chartTitle: Bilingual("Hoe verschillen de organisaties?", "How do organisations differ?")
    case .chartSubtitle:
      Bilingual(
        "Waarde van elke organisatie over de waargenomen periode",
        "Value of each organisation over the observed period")
    case .chartFinding:
      Bilingual("‘{0}’ loopt van {1} tot {2}.", "‘{0}’ runs from {1} to {2}.")
    case .markKey: Bilingual("een organisatie", "an organisation")
    case .middleKey: Bilingual("de middelste 80 van de 100", "the middle 80 of 100")
    case .medianKey: Bilingual("de middelste organisatie", "the middle organisation")
    case .organisation: Bilingual("Organisatie", "Organisation")
    case .effectsTitle:
      Bilingual("Bij welke organisaties werkt het?", "At which organisations does it work?")
    case .effectsMeaning:
      Bilingual(
        "Gemiddeld verschil met de basis per klasse van organisaties, elk even zwaar, met 95%-rekenmarge.",
        "Mean difference from the base per class of organisations, each counting once, with its 95% margin."
      )
    case .effectsChart: Bilingual("{0}: ‘{1}’", "{0}: ‘{1}’")
    case .effectsFinding:
      Bilingual("Van {0} bij {1} tot {2} bij {3}.", "From {0} at {1} to {2} at {3}.")
    case .quarterClients:
      Bilingual(
        "kwart {0} naar aantal klanten (1: de kleinste)", "quarter {0} by clients (1: the smallest)"
      )
    case .quarterCaseload:
      Bilingual(
        "kwart {0} naar klanten per fte (1: de laagste)",
        "quarter {0} by clients per fte (1: the lowest)")
    case .by: Bilingual("Klasse", "Class")
    case .organisations: Bilingual("organisaties", "organisations")
    }
  }
}
