/// Texts of pages about one run.
enum RunText: String, PhraseList {
  case setting, observed, headlineUnseen, headlineUnseenGroup, headlineOther, advice, tilesTitle
  case tileMargin, sureMean, sureMeanOne, sureChanceAll, sureChanceMiddle
  case contactTitle, contactSubtitle, contactFinding, contactSix, contactYear, contactTwoYears
  case contactLonger, clientsOf, timeTitle, timeSubtitle, timeFinding, timeRises, timeFalls,
    timeStays
  case flowsTitle, flowsSubtitle, flowsFinding, flowIn, flowOut, flowNew, flowReturning, flowWork
  case flowSubsidised, flowOther, flowBalance, caseloadTitle, caseloadSubtitle, caseloadFinding
  case caseloadRow, useTitle, useSubtitle, useFinding, useContact, useAdministration, useOther,
    useRow
  case hoursTitle, hoursSubtitle, hoursShort, hoursEnough, hoursAsked, hoursThere, taskIntakes
  case taskContacts, taskRequests, taskInstruments, taskAvailable, month, perYear, tableCaption
  case methodText, methodMargin, keyCosts, band, againText, moments

  var words: Bilingual {
    switch self {
    case .setting:
      Bilingual(
        "{0} klanten bij de start, {1} fte klantmanagers.",
        "{0} clients at the start, {1} fte of caseworkers.")
    case .observed:
      Bilingual(
        "Gerekend is {0} keer, met steeds ander toeval; waargenomen is {1} tot en met {2}.",
        "It was run {0} times, each with other chance; observed from {1} to {2}.")
    case .headlineUnseen:
      Bilingual(
        "Van elke 100 klanten zijn er ongeveer {0} een half jaar niet gesproken.",
        "Of every 100 clients about {0} have not been spoken to for six months.")
    case .headlineUnseenGroup:
      Bilingual(" Vooral in de groep {0}: {1} van de 100.", " Mostly in the {0} group: {1} of 100.")
    case .headlineOther: Bilingual("{0}: ongeveer {1}.", "{0}: about {1}.")
    case .advice:
      Bilingual(
        "Let op: de contactnormen vragen {0} uur per jaar; er is {1} uur. De uren raken dus op.",
        "Note: the contact norms ask {0} hours a year; there are {1}. So the hours run out.")
    case .tilesTitle: Bilingual("Vijf kerncijfers", "Five key figures")
    case .tileMargin: Bilingual("rekenmarge {0}", "margin {0}")
    case .sureMean:
      Bilingual(
        "Het modelgemiddelde is nauwkeurig berekend: {0} (95%-rekenmarge).",
        "The average of the model is known well: {0} (95% calculation margin).")
    case .sureMeanOne:
      Bilingual(
        "Er is maar één herhaling, dus een rekenmarge is er niet.",
        "There is one replication only, so there is no calculation margin.")
    case .sureChanceAll:
      Bilingual(
        "Door toeval alleen kwam één organisatie in {0} herhalingen uit tussen {1}.",
        "By chance alone a single organisation came out between {1} in {0} replications.")
    case .sureChanceMiddle:
      Bilingual(
        "Door toeval alleen kwam één organisatie in 95 van de 100 herhalingen uit tussen {0}.",
        "By chance alone a single organisation came out between {0} in 95 of 100 replications.")
    case .contactTitle:
      Bilingual("Hoe lang is het laatste gesprek geleden?", "How long ago was the last talk?")
    case .contactSubtitle:
      Bilingual(
        "Deel van de klanten, gemiddeld over {0}", "Share of clients, averaged over {0}")
    case .contactFinding:
      Bilingual(
        "{0} van de klanten is een half jaar of langer niet gesproken, {1} twee jaar of langer.",
        "{0} of the clients have not been spoken to for six months or longer, {1} for two years or longer."
      )
    case .contactSix: Bilingual("korter dan 6 maanden", "under 6 months")
    case .contactYear: Bilingual("6 tot 12 maanden", "6 to 12 months")
    case .contactTwoYears: Bilingual("1 tot 2 jaar", "1 to 2 years")
    case .contactLonger: Bilingual("2 jaar of langer", "2 years or longer")
    case .clientsOf: Bilingual("{0} klanten", "{0} clients")
    case .timeTitle: Bilingual("Hoe loopt het in de tijd?", "How does it go over time?")
    case .timeSubtitle:
      Bilingual(
        "Deel van de klanten bij elke waarneming, met 95%-rekenmarge",
        "Share of clients at each observation, with the 95% calculation margin")
    case .timeFinding:
      Bilingual(
        "Zes maanden niet gesproken {0}: van {1} in {2} naar {3} in {4}.",
        "Unseen for six months {0}: from {1} in {2} to {3} in {4}.")
    case .timeRises: Bilingual("stijgt", "rises")
    case .timeFalls: Bilingual("daalt", "falls")
    case .timeStays: Bilingual("blijft ongeveer gelijk", "stays about the same")
    case .flowsTitle: Bilingual("Wie komt en wie gaat?", "Who comes and who goes?")
    case .flowsSubtitle: Bilingual("Personen per jaar", "Persons per year")
    case .flowsFinding:
      Bilingual(
        "Per jaar komen er {0} personen bij en gaan er {1} weg, van wie {2} naar regulier werk.",
        "Each year {0} persons come in and {1} leave, of whom {2} to regular work.")
    case .flowIn: Bilingual("Erin", "In")
    case .flowOut: Bilingual("Eruit", "Out")
    case .flowNew: Bilingual("nieuw", "new")
    case .flowReturning: Bilingual("teruggekomen", "returned")
    case .flowWork: Bilingual("naar regulier werk", "to regular work")
    case .flowSubsidised: Bilingual("naar gesubsidieerd werk", "to subsidised work")
    case .flowOther: Bilingual("andere redenen", "other reasons")
    case .flowBalance: Bilingual("Gemiddeld in het bestand: {0}", "In stock on average: {0}")
    case .caseloadTitle:
      Bilingual("Hoe verschillen de caseloads?", "How do caseloads differ?")
    case .caseloadSubtitle:
      Bilingual(
        "Klanten per klantmanager; lijn van de laagste tot de hoogste tiende, stip bij de middelste",
        "Clients per worker; line from the lowest to the highest tenth, dot at the middle worker")
    case .caseloadFinding:
      Bilingual(
        "De middelste klantmanager heeft {0} klanten; een op de tien heeft er meer dan {1}.",
        "The middle worker has {0} clients; one in ten has more than {1}.")
    case .caseloadRow: Bilingual("Alle klantmanagers", "All workers")
    case .useTitle: Bilingual("Waar gaat de werktijd heen?", "Where does working time go?")
    case .useSubtitle: Bilingual("Deel van de gewerkte tijd", "Share of worked time")
    case .useFinding:
      Bilingual(
        "Van de gewerkte tijd gaat {0} naar klantcontact en {1} naar administratie.",
        "Of worked time {0} goes to contact with clients and {1} to administration.")
    case .useContact: Bilingual("klantcontact", "contact with clients")
    case .useAdministration: Bilingual("administratie en registratie", "administration")
    case .useOther: Bilingual("overige taken", "other tasks")
    case .useRow: Bilingual("Gewerkte tijd", "Worked time")
    case .hoursTitle:
      Bilingual(
        "Zijn er uren genoeg voor de contactnormen?", "Are there hours enough for the norms?")
    case .hoursSubtitle:
      Bilingual(
        "Uren per jaar, uitgerekend uit het scenario zonder simulatie",
        "Hours a year, worked out from the scenario without simulation")
    case .hoursShort:
      Bilingual(
        "De normen vragen {0} uur per jaar; er is {1} uur, dus {2} uur te weinig.",
        "The norms ask {0} hours a year; there are {1}, so {2} hours are missing.")
    case .hoursEnough:
      Bilingual(
        "De normen vragen {0} uur per jaar; er is {1} uur, dus {2} uur over.",
        "The norms ask {0} hours a year; there are {1}, so {2} hours are left.")
    case .hoursAsked: Bilingual("Gevraagd", "Asked")
    case .hoursThere: Bilingual("Beschikbaar", "Available")
    case .taskIntakes: Bilingual("intakes", "intakes")
    case .taskContacts: Bilingual("geplande contacten", "planned contacts")
    case .taskRequests: Bilingual("vragen van klanten", "clients' requests")
    case .taskInstruments: Bilingual("trajecten", "trajectories")
    case .taskAvailable: Bilingual("uren voor klanten", "hours for clients")
    case .month: Bilingual("Maand", "Month")
    case .perYear: Bilingual("per jaar", "per year")
    case .tableCaption:
      Bilingual(
        "Gemiddelden over de waargenomen tijd, met rekenmarge en per groep",
        "Means over the observed time, with the margin and per group")
    case .methodText:
      Bilingual(
        "Elke klant en elke klantmanager wordt apart nagebootst, minuut voor minuut. De berekening is"
          + " {0} keer herhaald met ander toeval; de eerste {1} maanden zijn aanloop en tellen niet mee.",
        "Every client and every worker is simulated apart, minute by minute. The calculation was"
          + " repeated {0} times with other chance; the first {1} months are warm-up and do not count."
      )
    case .methodMargin:
      Bilingual(
        "De 95%-rekenmarge zegt hoe nauwkeurig het gemiddelde van het model berekend is. Zij wordt"
          + " kleiner met meer herhalingen en zegt niets over de vraag of de uitgangspunten kloppen.",
        "The 95% calculation margin says how well the average of the model is known. It narrows with more"
          + " replications and says nothing of whether the assumptions are right.")
    case .keyCosts:
      Bilingual("Personeel en trajecten, per jaar", "Staff and trajectories, per year")
    case .band: Bilingual("gemiddelde met 95%-rekenmarge", "mean with the 95% margin")
    case .againText:
      Bilingual(
        "Met het bestand scenario.json uit de map van dit resultaat geeft deze opdracht dezelfde cijfers:",
        "With the file scenario.json of this result's folder this command gives the same figures:")
    case .moments: Bilingual("wijziging", "change")
    }
  }
}
