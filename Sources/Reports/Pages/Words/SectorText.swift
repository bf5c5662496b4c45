/// Texts of pages about the organisations of a sector.
enum SectorText: String, PhraseList {
  case title, meaning, caption, between, sharesCaption, condition, share, setting

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
    }
  }
}
