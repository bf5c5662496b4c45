/// Texts of `caseload new`: the questions on a terminal and what it tells.
package enum NewText: String, PhraseList {
  case intro, name, clients, fte, administration, inflow, exitsWork, exitsSubsidised, exitsOther
  case groups, contact, rest, wholeNumber, number, percentage, percentages, yesOrNo, expected
  case written, next

  package var words: Bilingual {
    switch self {
    case .intro:
      Bilingual(
        "Wat weet u van uw organisatie? Druk op Enter bij wat u niet weet.",
        "What do you know of your organisation? Press Enter for what you do not know.")
    case .name: Bilingual("Naam van de organisatie", "Name of the organisation")
    case .clients: Bilingual("Klanten in het bestand", "Clients in stock")
    case .fte: Bilingual("Klantmanagers, in fte", "Caseworkers, in full-time equivalents")
    case .administration:
      Bilingual("Administratie, % van de werktijd", "Administration, % of working time")
    case .inflow:
      Bilingual(
        "Nieuwe uitkeringen per jaar, terugkeerders meegeteld",
        "New benefits a year, returns included")
    case .exitsWork:
      Bilingual("Uitstroom naar regulier werk, per jaar", "Exits to regular work a year")
    case .exitsSubsidised:
      Bilingual("Uitstroom naar gesubsidieerd werk, per jaar", "Exits to subsidised work a year")
    case .exitsOther:
      Bilingual("Uitstroom om andere redenen, per jaar", "Exits for other reasons a year")
    case .groups:
      Bilingual(
        "Groepen zoals u ze ziet, in % ({0})", "Groups as you see them, % ({0})")
    case .contact:
      Bilingual(
        "Dagen tussen geplande gesprekken, {0}", "Days between planned contacts, {0}")
    case .rest:
      Bilingual(
        "Worden sommige klanten lang met rust gelaten, ja of nee",
        "Are some clients left alone for long, yes or no")
    case .wholeNumber: Bilingual("een geheel getal boven 0", "a whole number above 0")
    case .number: Bilingual("een getal boven 0", "a number above 0")
    case .percentage:
      Bilingual(
        "een percentage tussen 0 en 100, bijvoorbeeld 22",
        "a percentage between 0 and 100, for example 22")
    case .percentages:
      Bilingual(
        "{0} percentages die samen 100 zijn", "{0} percentages that add up to 100")
    case .yesOrNo: Bilingual("ja of nee", "yes or no")
    case .expected: Bilingual("verwacht: {0}", "expected {0}")
    case .written: Bilingual("'{0}' is geschreven", "'{0}' is written")
    case .next:
      Bilingual(
        "verder: caseload validate '{0}', daarna caseload {1} '{0}'",
        "next: caseload validate '{0}', then caseload {1} '{0}'")
    }
  }
}
