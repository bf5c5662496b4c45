/// The five reports from which most of the evidence comes.
public enum EvidenceReport: Sendable, CaseIterable {
  /// On the caseloads of municipalities and UWV and what is known of clients.
  case knowYourClients
  /// On re-integration under the Participatiewet, as caseworkers see it.
  case participationAct
  /// On clients with a work limitation.
  case workingWithLimitations
  /// On the city of Utrecht.
  case utrecht
  /// On five municipalities that called in clients not spoken to for long.
  case clientInView

  /// Publisher, title, year, and the years of the data.
  public var title: String {
    switch self {
    case .knowYourClients: "Inspectie SZW, Ken uw klanten (2014; fieldwork of 2013)"
    case .participationAct:
      "Nederlandse Arbeidsinspectie, report on re-integration services under the Participatiewet (2024; survey of 2022)"
    case .workingWithLimitations: "Inspectie SZW, Werken met beperkingen (2012; data of 2011-2012)"
    case .utrecht:
      "Rekenkamer Utrecht, follow-up of Maak werk van bijstand on re-integration policy (2010)"
    case .clientInView: "Klant in beeld, essay on five municipalities (campaigns of 2013-2017)"
    }
  }

  /// Publisher and year, or title and years.
  public var shortTitle: String {
    switch self {
    case .knowYourClients: "Inspectie SZW 2014"
    case .participationAct: "Arbeidsinspectie 2024"
    case .workingWithLimitations: "Inspectie SZW 2012"
    case .utrecht: "Rekenkamer Utrecht 2010"
    case .clientInView: "Klant in beeld 2013-2017"
    }
  }
}
