/// A word that people use for something that keys, metrics and evidence call otherwise.
struct Synonym: Sendable {
  /// The word, Dutch or English, without accents.
  let word: String
  /// What it may stand for: words, or several words that belong together.
  let meanings: [String]

  /// Makes an entry of the table.
  init(_ word: String, _ meanings: String...) {
    self.word = word
    self.meanings = meanings
  }

  /// The meanings of a word as `SearchText.words` writes it, each as words in the same form.
  static func meanings(of word: String) -> [[String]] {
    var result: [[String]] = []
    for synonym in all where SearchText.words(in: synonym.word) == [word] {
      for meaning in synonym.meanings { result.append(SearchText.words(in: meaning)) }
    }
    return result
  }

  /// Words that mean something together, with the one word that stands for them.
  private static let phrases: [(words: String, word: String)] = [
    ("half jaar", "halfjaar"), ("half year", "halfjaar"), ("nieuwe uitkeringen", "instroom"),
    ("nieuwe uitkering", "instroom"), ("new benefits", "inflow"), ("nieuwe klanten", "instroom"),
    ("nieuwe clienten", "instroom"), ("new clients", "inflow"),
  ]

  /// The words of a question, those that mean something together as one.
  static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      result.append(word)
      for phrase in phrases {
        let parts = SearchText.words(in: phrase.words)
        guard result.suffix(parts.count).elementsEqual(parts) else { continue }
        result.removeLast(parts.count)
        result.append(phrase.word)
      }
    }
    return result
  }

  /// The table, by word.
  static let all: [Synonym] = [
    Synonym("aanvraag", "application", "request"),
    Synonym("aanvragen", "applications", "requests"),
    Synonym("absence", "sickness", "leave"),
    Synonym("admin", "administration"),
    Synonym("administratie", "administration"),
    Synonym("afspraak", "agreement", "appointment"),
    Synonym("afspraken", "agreements", "appointments"),
    Synonym("arbeidsbeperking", "limitation"),
    Synonym("arbeidsmarkt", "labour market"),
    Synonym("beeld", "view"),
    Synonym("begeleiding", "guidance", "guided"),
    Synonym("beperking", "limitation"),
    Synonym("bestand", "stock"),
    Synonym("betaald", "paid"),
    Synonym("bezuiniging", "cut", "budget"),
    Synonym("bijstand", "assistance"),
    Synonym("campagne", "campaign"),
    Synonym("caseloadnorm", "caseload norm"),
    Synonym("casemanager", "caseworker"),
    Synonym("churn", "turnover"),
    Synonym("clienten", "clients"),
    Synonym("conjunctuur", "cycle", "recession"),
    Synonym("consulent", "caseworker"),
    Synonym("consulenten", "caseworkers"),
    Synonym("contactfrequentie", "interval", "contact norm"),
    Synonym("contactmoment", "contact", "talk"),
    Synonym("contactmomenten", "contacts", "talks"),
    Synonym("dag", "day"),
    Synonym("dagen", "days"),
    Synonym("deeltijd", "part-time"),
    Synonym("deeltijdwerk", "part-time work"),
    Synonym("diagnose", "diagnosis"),
    Synonym("doelgroep", "group", "segment"),
    Synonym("doelgroepen", "groups", "segments"),
    Synonym("dossier", "file"),
    Synonym("drempel", "threshold"),
    Synonym("dropout", "drop-out"),
    Synonym("duur", "duration", "length"),
    Synonym("economie", "cycle", "recession"),
    Synonym("formatie", "fte", "staff"),
    Synonym("gemeente", "municipality"),
    Synonym("gemeenten", "municipalities"),
    Synonym("gesprek", "talk", "contact"),
    Synonym("gesprekken", "talks", "contacts"),
    Synonym("gesproken", "spoken", "contact", "unseen"),
    Synonym("gezien", "seen", "unseen"),
    Synonym("groep", "group"),
    Synonym("groepen", "groups"),
    Synonym("halfjaar", "6 months"),
    Synonym("handhaving", "enforcement"),
    Synonym("headcount", "fte", "staff"),
    Synonym("herhaling", "replication"),
    Synonym("herhalingen", "replications"),
    Synonym("holiday", "leave"),
    Synonym("illness", "sickness", "sick"),
    Synonym("inlooptijd", "warm-up"),
    Synonym("instroom", "inflow"),
    Synonym("instrumenten", "instruments"),
    Synonym("integratie", "integration"),
    Synonym("jaar", "year"),
    Synonym("jobcoach", "job coach", "job coaching"),
    Synonym("jongere", "young", "youth"),
    Synonym("jongeren", "young", "youth"),
    Synonym("kans", "chance"),
    Synonym("kennis", "knowledge"),
    Synonym("klant", "client"),
    Synonym("klanten", "clients"),
    Synonym("klantmanager", "caseworker"),
    Synonym("kosten", "cost", "price", "euro"),
    Synonym("leeftijd", "age", "older"),
    Synonym("loonkostensubsidie", "subsidy", "subsidised"),
    Synonym("loonwaarde", "wage value"),
    Synonym("maand", "month"),
    Synonym("maanden", "months"),
    Synonym("medewerker", "worker", "caseworker", "staff"),
    Synonym("motivatie", "motivation"),
    Synonym("niet", "not", "no", "unseen"),
    Synonym("nooit", "never"),
    Synonym("normuren", "norm hours", "norm times"),
    Synonym("noshow", "no-show", "missed"),
    Synonym("ongezien", "unseen"),
    Synonym("ontheffing", "exempt"),
    Synonym("opleiding", "training"),
    Synonym("oproep", "called in", "campaign"),
    Synonym("oproepen", "called in", "campaign"),
    Synonym("opwarmtijd", "warm-up"),
    Synonym("overdracht", "handover"),
    Synonym("overhead", "administration", "side task", "coordination"),
    Synonym("overleg", "coordination"),
    Synonym("paperwork", "administration", "registration"),
    Synonym("participatieladder", "ladder", "rung"),
    Synonym("peildatum", "date", "start"),
    Synonym("personeel", "staff"),
    Synonym("plaatsing", "placement", "placed"),
    Synonym("plaatsingen", "placements", "placed"),
    Synonym("prijs", "price"),
    Synonym("prioriteit", "priority"),
    Synonym("prioriteiten", "priorities"),
    Synonym("queue", "waiting", "backlog"),
    Synonym("recessie", "recession", "cycle"),
    Synonym("registratie", "registration"),
    Synonym("reintegratie", "re-integration"),
    Synonym("rust", "rest", "left alone", "leave alone"),
    Synonym("rustbeleid", "rest policy"),
    Synonym("salaris", "price"),
    Synonym("salary", "price"),
    Synonym("sanctie", "sanction"),
    Synonym("sancties", "sanctions"),
    Synonym("scholing", "training"),
    Synonym("schuld", "debt"),
    Synonym("schulden", "debts"),
    Synonym("spreiding", "spread"),
    Synonym("startgetal", "seed"),
    Synonym("sturing", "steering", "target"),
    Synonym("tempo", "speed"),
    Synonym("terugkeer", "return", "relapse", "back"),
    Synonym("terugval", "relapse", "fall back"),
    Synonym("tijd", "time"),
    Synonym("tijdsbesteding", "time"),
    Synonym("traject", "trajectory", "instrument"),
    Synonym("trajecten", "trajectories", "instruments"),
    Synonym("uitkering", "benefit"),
    Synonym("uitkeringen", "benefits"),
    Synonym("uitstroom", "outflow", "exit"),
    Synonym("uitval", "drop-out", "sickness"),
    Synonym("uren", "hours"),
    Synonym("uur", "hour"),
    Synonym("vacature", "vacancy"),
    Synonym("vakantie", "leave"),
    Synonym("verlof", "leave"),
    Synonym("verloop", "turnover"),
    Synonym("vertrek", "departure", "leaving", "turnover"),
    Synonym("verzuim", "sickness", "absence"),
    Synonym("vrijwilligerswerk", "volunteering", "unpaid work"),
    Synonym("wachtlijst", "waiting", "queue"),
    Synonym("wachttijd", "waiting", "delay"),
    Synonym("werk", "work"),
    Synonym("werkdruk", "pressure"),
    Synonym("werkgever", "employer"),
    Synonym("werklast", "workload", "caseload", "backlog"),
    Synonym("werkloos", "unemployed"),
    Synonym("werkvoorraad", "backlog"),
    Synonym("wisseling", "swap", "handover"),
    Synonym("zicht", "view"),
    Synonym("ziek", "sick", "sickness"),
    Synonym("ziekte", "sickness"),
    Synonym("ziekteverzuim", "sickness"),
    Synonym("zoekperiode", "search period"),
    Synonym("zoektijd", "search period"),
    Synonym("zorg", "care"),
  ]
}
