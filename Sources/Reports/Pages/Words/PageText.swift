/// Texts that stand on pages of every kind of result.
enum PageText: String, PhraseList {
  case outcome, to, percent, million, billion, shortMillion, shortBillion, chartFigures, skip,
    contents,
    reportTitle, modelOnly, modelLong
  case pointsUnit, howSure, assumptionsNotComputed, settings, settingsNote, settingsNone, key, value
  case defaultValue, basis, noDefault, statusGiven, statusCalibrated, statusFree, statusAssumption
  case statusChosen, statusDescriptive, method, again, scenarioName, seed, replications, version,
    hash
  case limits, limitsText, words, on, off, none, margin, mean, metric, allTables, group, colophon
  case partial, yes, no, percentPoint, lower, higher, share, unitOf, period, sourceNote, footer,
    made, fewReplications

  var words: Bilingual {
    switch self {
    case .outcome: Bilingual("Wat komt eruit?", "What comes out?")
    case .to: Bilingual("tot", "to")
    case .percent: Bilingual("procent", "percent")
    case .million: Bilingual("miljoen", "million")
    case .billion: Bilingual("miljard", "billion")
    case .shortMillion: Bilingual("mln", "m")
    case .shortBillion: Bilingual("mld", "bn")
    case .chartFigures: Bilingual("Cijfers bij deze grafiek", "Figures of this chart")
    case .skip: Bilingual("Naar de inhoud", "To the content")
    case .contents: Bilingual("Op deze pagina", "On this page")
    case .reportTitle:
      Bilingual("Rapport over {0} resultaten", "Report on {0} results")
    case .modelOnly:
      Bilingual("Modelberekening, geen voorspelling", "Model calculation, no forecast")
    case .modelLong:
      Bilingual(
        "Dit is een modelberekening met verzonnen klanten. Het is geen voorspelling voor een bestaande"
          + " organisatie.",
        "This is a model calculation with made-up clients. It is no forecast for any organisation that"
          + " exists.")
    case .pointsUnit: Bilingual("procentpunt", "percentage points")
    case .howSure: Bilingual("Hoe zeker is dit?", "How sure is this?")
    case .assumptionsNotComputed:
      Bilingual(
        "Hoe zeker de uitgangspunten zijn, is hier niet doorgerekend.",
        "How sure the assumptions are was not computed here.")
    case .settings: Bilingual("Waar is mee gerekend?", "What was assumed?")
    case .settingsNote:
      Bilingual(
        "Deze {0} instellingen wijken af van de standaardwaarden. Alle andere staan op hun"
          + " standaardwaarde; het bestand scenario.json bij dit resultaat noemt ze allemaal.",
        "These {0} settings differ from their defaults. All others have their default; the file"
          + " scenario.json beside this result names all of them.")
    case .settingsNone:
      Bilingual(
        "Alle instellingen staan op hun standaardwaarde.", "All settings have their default.")
    case .key: Bilingual("Instelling", "Setting")
    case .value: Bilingual("Waarde", "Value")
    case .defaultValue: Bilingual("Standaard", "Default")
    case .basis: Bilingual("Waar de standaard op rust", "What the default rests on")
    case .noDefault: Bilingual("geen", "none")
    case .statusGiven: Bilingual("gemeten of gegeven", "given by a source")
    case .statusCalibrated: Bilingual("ingesteld op cijfers", "set by figures")
    case .statusFree: Bilingual("vrij, gevarieerd in analyses", "free, varied in analyses")
    case .statusAssumption: Bilingual("aanname", "assumption")
    case .statusChosen: Bilingual("gekozen voor deze vraag", "chosen for this question")
    case .statusDescriptive: Bilingual("naam of omschrijving", "name or description")
    case .method: Bilingual("Methode en grenzen", "Method and limits")
    case .again: Bilingual("Zelf opnieuw berekenen", "Run it again")
    case .scenarioName: Bilingual("Scenario", "Scenario")
    case .seed: Bilingual("Startgetal", "Seed")
    case .replications: Bilingual("Herhalingen", "Replications")
    case .version: Bilingual("Versie van het programma", "Version of the program")
    case .hash: Bilingual("Kenmerk van het scenario (SHA-256)", "Hash of the scenario (SHA-256)")
    case .limits: Bilingual("Wat het model niet kan zeggen", "What the model cannot say")
    case .limitsText:
      Bilingual(
        "Het model kent alleen wat erin staat: klanten die van elkaar verschillen, klantmanagers met een"
          + " agenda, gesprekken, kennis die veroudert, trajecten en uitstroom. Het kent geen politiek, geen"
          + " conflicten op het werk en geen klanten die elkaar kennen. Een cijfer dat goed past bij"
          + " gepubliceerde cijfers kan om een verkeerde reden passen.",
        "The model knows only what is in it: clients who differ, workers with an agenda, talks, knowledge"
          + " that grows old, trajectories and outflow. It knows no politics, no conflicts at work and no"
          + " clients who know each other. A figure that fits published ones well may fit for a wrong"
          + " reason.")
    case .words: Bilingual("Woorden", "Words")
    case .on: Bilingual("aan", "on")
    case .off: Bilingual("uit", "off")
    case .none: Bilingual("geen", "none")
    case .margin: Bilingual("95%-rekenmarge", "95% margin")
    case .mean: Bilingual("Gemiddelde", "Mean")
    case .metric: Bilingual("Cijfer", "Figure")
    case .allTables: Bilingual("Alle cijfers", "All figures")
    case .group: Bilingual("Groep", "Group")
    case .colophon:
      Bilingual(
        "Wij schrijven klant; lees inwoner, kandidaat of cliënt als uw organisatie dat zegt."
          + " Klantmanager staat ook voor consulent en werkcoach.",
        "Worker stands for caseworker, consultant and job coach.")
    case .partial:
      Bilingual(
        "Onvolledig: {0} van {1} herhalingen zijn klaar.",
        "Partial: {0} of {1} replications were finished.")
    case .yes: Bilingual("ja", "yes")
    case .no: Bilingual("nee", "no")
    case .percentPoint: Bilingual("in procentpunten", "in percentage points")
    case .lower: Bilingual("lager", "lower")
    case .higher: Bilingual("hoger", "higher")
    case .share: Bilingual("deel", "share")
    case .unitOf: Bilingual("in {0}", "in {0}")
    case .period: Bilingual("{0} tot en met {1}", "{0} to {1}")
    case .sourceNote:
      Bilingual(
        "Nummers als E-056 en O-060 zijn bronnen; 'caseload explain E-056' noemt het rapport en de"
          + " bladzijde.",
        "Numbers such as E-056 and O-060 are sources; 'caseload explain E-056' names the report and the"
          + " page.")
    case .footer: Bilingual("{0}, kenmerk {1}", "{0}, hash {1}")
    case .fewReplications:
      Bilingual(
        "Te weinig herhalingen ({0}): wat hier niet blijkt, kan er toch zijn. Neem er ten minste {1}, liever 30"
          + " (--replications).",
        "Too few replications ({0}): what does not show here may be there all the same. Take at least {1}, better 30"
          + " (--replications).")
    case .made: Bilingual("Gemaakt met Caseload {0}.", "Made with Caseload {0}.")
    }
  }
}
