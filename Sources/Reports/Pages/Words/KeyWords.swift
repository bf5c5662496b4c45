import ScenarioFormat

/// Names of settings in both languages, by their key path with `*` for the name of a list element.
enum KeyWords {
  /// The name of a setting; `nil` for those that have none but their key.
  static func name(of key: String) -> Bilingual? { names[pattern(of: key)] }

  /// The key path with `*` in place of names of list elements.
  static func pattern(of keyPath: String) -> String {
    var keys = keyPath.split(separator: ".", omittingEmptySubsequences: false)[...]
    var parameters = ParameterTable.parameters
    var pattern: [String] = []
    while let key = keys.popFirst() {
      pattern.append(String(key))
      guard let parameter = parameters.first(where: { $0.key == key }) else { return keyPath }
      if case .list = parameter.shape, keys.popFirst() != nil { pattern.append("*") }
      parameters = parameter.children
    }
    return pattern.joined(separator: ".")
  }

  /// The names of list elements in a key path, which tell settings of one pattern apart.
  static func elements(of keyPath: String) -> [String] {
    let keys = keyPath.split(separator: ".", omittingEmptySubsequences: false)
    let pattern = pattern(of: keyPath).split(separator: ".", omittingEmptySubsequences: false)
    guard keys.count == pattern.count else { return [] }
    return zip(keys, pattern).filter { $1 == "*" }.map { String($0.0) }
  }

  static let names: [String: Bilingual] = [
    "staffing.rule": Bilingual("Formatie volgt uit", "Staffing follows"),
    "staffing.fte": Bilingual("Klantmanagers (fte)", "Caseworkers, fte"),
    "caseload.normPerFte": Bilingual("Caseloadnorm", "Caseload norm"),
    "caseload.capPerFte": Bilingual("Maximale caseload", "Caseload cap"),
    "staffing.budgetPerYearEuro": Bilingual("Budget voor klantmanagers", "Staff budget"),
    "staffing.administrationShare": Bilingual("Tijd voor administratie", "Administration"),
    "staffing.sideTaskShare": Bilingual(
      "Tijd voor overleg en neventaken", "Coordination, side tasks"),
    "staffing.sicknessShare": Bilingual("Ziekteverzuim van klantmanagers", "Sickness absence"),
    "staffing.turnoverPerYear": Bilingual("Personeelsverloop", "Staff turnover"),
    "staffing.hiringDelayDays": Bilingual(
      "Tijd tot een lege plek is vervuld", "Time to fill a post"),
    "staffing.roles.*.fte": Bilingual("Ondersteuning (fte)", "Support staff, fte"),
    "service.norms.*.intervalDays": Bilingual("Tijd tussen gesprekken", "Time between talks"),
    "service.norms.*.faceToFaceShare": Bilingual("Gesprekken op kantoor", "Talks face to face"),
    "service.norms.*.phoneShare": Bilingual("Gesprekken per telefoon", "Talks by phone"),
    "service.norms.*.videoShare": Bilingual("Gesprekken per beeld", "Talks by video"),
    "service.norms.*.groupShare": Bilingual("Gesprekken in een groep", "Group sessions"),
    "service.norms.*.restShare": Bilingual("Deel dat met rust gelaten wordt", "Share left alone"),
    "service.restPolicy.enabled": Bilingual("Deel van de klanten met rust laten", "Rest policy"),
    "service.restPolicy.intervalDays": Bilingual(
      "Met rust: toch een gesprek elke", "Interval at rest"),
    "service.restPolicy.restOlderClients": Bilingual(
      "Met rust: iedereen van 55 jaar en ouder", "Left alone: all aged 55 and over"),
    "caseload.teamSize": Bilingual("Teamcaseload: klantmanagers samen", "Team caseloads: workers"),
    "caseload.specialisation": Bilingual("Generalist of specialist", "Specialisation"),
    "knowledge.registrationCompleteness": Bilingual("Hoe volledig u registreert", "Registration"),
    "knowledge.systemUsability": Bilingual("Gebruiksgemak van het systeem", "System usability"),
    "knowledge.auditsPerYear": Bilingual("Dossiercontroles per jaar", "Register audits"),
    "knowledge.warmHandoverShare": Bilingual("Warme overdracht", "Warm handover"),
    "diagnosis.toolShare": Bilingual("Diagnose-instrument bij intake", "Diagnostic tool"),
    "trajectories.instruments.*.budgetPerYearEuro": Bilingual(
      "Budget voor trajecten", "Trajectory budget"),
    "trajectories.instruments.*.places": Bilingual("Plaatsen tegelijk", "Places"),
    "outflow.rates.*.workPerYear": Bilingual(
      "Kans op werk zonder hulp, per jaar", "Exits to work without help, per year"),
    "outflow.rates.*.otherPerYear": Bilingual(
      "Uitstroom om andere redenen, per jaar", "Exits for other reasons, per year"),
    "outflow.aftercareShare": Bilingual("Nazorg na uitstroom naar werk", "Aftercare"),
    "service.enforcement.checksPerYear": Bilingual(
      "Controles op recht op uitkering", "Entitlement checks"),
    "inflow.applicationsPerYear": Bilingual("Aanvragen per jaar", "Applications per year"),
    "population.clients": Bilingual("Klanten bij de start", "Clients at the start"),
    "labourMarket.demandIndex": Bilingual("Arbeidsmarkt", "Labour market"),
    "time.start": Bilingual("Eerste dag", "First day"),
    "time.warmUpMonths": Bilingual("Aanloop, in maanden", "Warm-up, in months"),
    "time.durationMonths": Bilingual("Waargenomen maanden", "Observed months"),
    "time.observationMonths": Bilingual(
      "Maanden tussen waarnemingen", "Months between observations"),
    "replications": Bilingual("Herhalingen", "Replications"),
    "seed": Bilingual("Startgetal", "Seed"),
  ]

  /// Units of settings in Dutch; settings state them in English.
  static let units: [String: String] = [
    "full-time equivalents": "fte", "calendar days": "dagen", "working days": "werkdagen",
    "minutes": "minuten", "calendar months": "maanden", "years": "jaar", "clients": "klanten",
    "euro per year": "euro per jaar", "euro": "euro", "hours per week": "uur per week",
    "clients per fte": "klanten per fte", "workers": "klantmanagers", "factor": "keer",
    "minutes per client": "minuten per klant", "days per year": "dagen per jaar",
    "applications per year": "aanvragen per jaar", "audits per year": "per jaar",
    "departures per worker and year": "vertrekken per klantmanager per jaar",
    "exits per client and year": "per klant per jaar",
    "checks per client and year": "per klant per jaar",
    "vacancies per year": "vacatures per jaar", "persons": "personen", "runs": "herhalingen",
    "swaps per worker and year": "per klantmanager per jaar",
    "requests per client and year": "per klant per jaar",
    "starts per client and year": "per klant per jaar", "participants": "deelnemers",
    "euro per start": "euro per traject", "euro per calendar year": "euro per kalenderjaar",
    "Weibull shape": "vorm van Weibull",
    "changes per client and year": "veranderingen per klant per jaar",
    "coefficient of variation": "variatiecoëfficiënt",
    "day": "dag",
    "ends per client and year": "keer voorbij per klant per jaar",
    "exponent": "exponent",
    "factor on odds": "keer de kansverhouding",
    "hours": "uur",
    "hours after midnight": "uur na middernacht",
    "days": "dagen",
    "month of the year": "maand van het jaar",
    "odds ratio": "kansverhouding",
    "hours per client and year": "uur per klant per jaar",
    "missed appointments in a row": "gemiste afspraken op rij",
    "number from 0": "nummer vanaf 0",
    "per day": "per dag",
    "per year": "per jaar",
    "power": "macht",
    "readiness, 0 to 1": "afstand tot werk, 0 tot 1",
    "readiness, standard deviation": "afstand tot werk, standaardafwijking",
    "relative change": "relatieve verandering",
    "relative change per unit of currency": "relatieve verandering per eenheid klantkennis",
    "relative change per unit of motivation": "relatieve verandering per eenheid motivatie",
    "relative change per unit of readiness": "relatieve verandering per eenheid afstand tot werk",
    "relative loss per working week of backlog": "relatief verlies per werkweek werkvoorraad",
    "relative weight": "gewicht",
    "reviews per client at rest and year": "keer bekeken per klant met rust per jaar",
    "shocks per client and year": "schokken per klant per jaar",
    "spells per worker and year": "keer ziek per klantmanager per jaar",
    "standard deviation": "standaardafwijking",
    "standard deviation (mean 1)": "standaardafwijking (gemiddelde 1)",
    "standard deviation of log-odds": "standaardafwijking van de log-kansverhouding",
    "standard deviation of the logarithm (mean 1)":
      "standaardafwijking van de logaritme (gemiddelde 1)",
    "standard deviations": "standaardafwijkingen",
    "starts per client and spell": "trajecten per klant per uitkering",
    "talks per client and year": "gesprekken per klant per jaar",
    "transfers per client and year": "overgangen per klant per jaar",
    "unit of the metric": "in de eenheid van het cijfer",
    "weeks": "weken",
    "year of the window, from 1": "waargenomen jaar, vanaf 1",
    "years on benefit": "jaar met een uitkering",
  ]
}

extension PageNumbers {
  /// The value of a setting as a page shows it: shares in percent, with the unit where it has a name.
  ///
  /// - Parameter json: The value as JSON, as scenarios and comparisons write it.
  func setting(_ key: String, _ json: String?) -> String {
    guard let json else { return PageText.none.words[language] }
    let unit = ParameterTable.parameter(at: key)?.unit ?? ""
    if let number = Double(json) {
      if KeyWords.pattern(of: key) == "caseload.capPerFte", number == 0 {
        return PageText.none.words[language]
      }
      if unit.hasPrefix("share of ") { return plain(number * 100) + "%" }
      if unit == "euro per year" { return euro(number) }
      let isShort = language == .nl || unit == "full-time equivalents"
      let name = isShort ? KeyWords.units[unit] ?? "" : unit
      let isPlain = unit.isEmpty || unit == "runs" || key.hasSuffix("Months")
      return plain(number) + (isPlain || name.isEmpty ? "" : PageNumbers.blank + name)
    }
    switch json {
    case "true": return PageText.on.words[language]
    case "false": return PageText.off.words[language]
    default:
      guard json.count > 1, json.hasPrefix("\""), json.hasSuffix("\"") else { return json }
      return String(json.dropFirst().dropLast())
    }
  }
}
