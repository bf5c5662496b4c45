/// Texts of pages about sweeps, sensitivity analyses, selections and validations.
enum StudyText: String, PhraseList {
  case sweepTitle, sweepSlopes, sweepSlope, sweepRange, sweepChartTitle, sweepChartSubtitle
  case sweepChartFinding, sweepHeatTitle, sweepHeatSubtitle, sweepHeatFinding, sweepTable,
    sweepMethod
  case point, points, replicationsEach, sensitivityTitle, sensitivityFirst, sensitivitySecond
  case sensitivityVariance, sensitivityChart, sensitivitySubtitle, sensitivityVarianceSubtitle
  case sensitivityChance, sensitivityEffect, sensitivityRange, sensitivityCombination
  case sensitivityTable, sensitivityMethod, sensitivityVarianceMethod, effect, spread, total, first
  case selectionTitle, selectionLow, selectionHigh, selectionNext, selectionNothing, selectionOpen
  case selectionStopped, selectionChart, selectionSubtitle, selectionLimit, selectionTolerance
  case selectionFinding, selected, meets, breaks, undecided, beaten, tied, candidate,
    selectionMethod
  case netCost, selectionSure, validationTitle, validationHeadline, validationAll, validationChart
  case validationSubtitle, validationCalibrated, validationValidated, validationInput
  case validationFinding, inside, insideUnsure, outside, outsideUnsure, notExpressed, published
  case accepted, simulated, lowerEnd, upperEnd, atLeast, atMost, figure, validationMethod, source
  case validationSilent, partialPoints, partialWalks, interval, acceptedKey, use, tileMet, again

  var words: Bilingual {
    switch self {
    case .sweepTitle: Bilingual("Wat doet {0}?", "What does {0} do?")
    case .sweepSlopes:
      Bilingual(
        "{0}: van {1} naar {2} scheelt elke eenheid ongeveer {3}; van {4} naar {5} ongeveer {6}.",
        "{0}: from {1} to {2} each unit changes about {3}; from {4} to {5} about {6}.")
    case .sweepSlope:
      Bilingual(
        "{0}: van {1} naar {2} gaat ‘{3}’ van {4} naar {5}.",
        "{0}: from {1} to {2} ‘{3}’ goes from {4} to {5}.")
    case .sweepRange:
      Bilingual(
        "‘{0}’ loopt van {1} ({2}) tot {3} ({4}).", "‘{0}’ runs from {1} ({2}) to {3} ({4}).")
    case .sweepChartTitle:
      Bilingual("Hoe hangt het af van {0}?", "How does it depend on {0}?")
    case .sweepChartSubtitle:
      Bilingual(
        "Stip: gemiddelde, lijn: 95%-rekenmarge. Liggende as: {0}",
        "Dot: mean, line: 95% calculation margin. Horizontal axis: {0}")
    case .sweepChartFinding:
      Bilingual(
        "‘{0}’ is {1} bij {2} en {3} bij {4}.", "‘{0}’ is {1} at {2} and {3} at {4}.")
    case .sweepHeatTitle: Bilingual("Twee instellingen tegelijk", "Two settings together")
    case .sweepHeatSubtitle:
      Bilingual("{0}; rijen: {1}, kolommen: {2}", "{0}; rows: {1}, columns: {2}")
    case .sweepHeatFinding:
      Bilingual(
        "Het laagst is {0}, bij {1}; het hoogst is {2}, bij {3}.",
        "The lowest is {0}, at {1}; the highest is {2}, at {3}.")
    case .sweepTable:
      Bilingual("Alle punten met hun rekenmarge", "All points with their margins")
    case .sweepMethod:
      Bilingual(
        "Elk punt is {0} keer berekend, met dezelfde klanten en hetzelfde toeval bij alle punten.",
        "Every point was run {0} times, with the same clients and the same chance at all points.")
    case .point: Bilingual("Punt", "Point")
    case .points: Bilingual("{0} punten", "{0} points")
    case .replicationsEach:
      Bilingual(
        "{0} punten, elk {1} keer berekend.", "{0} points, each run {1} times.")
    case .sensitivityTitle:
      Bilingual("Wat maakt het meeste uit in {0}?", "What matters most in {0}?")
    case .sensitivityFirst:
      Bilingual(
        "{0} maakt het meeste uit voor ‘{1}’: {2} tussen {3} en {4}.",
        "{0} matters most for ‘{1}’: {2} between {3} and {4}.")
    case .sensitivitySecond: Bilingual(" Daarna {0}: {1}.", " Then {0}: {1}.")
    case .sensitivityVariance:
      Bilingual(
        "{0} maakt het meeste uit voor ‘{1}’: met al zijn samenspel {2} van de spreiding.",
        "{0} matters most for ‘{1}’: with all its interplay {2} of the variance.")
    case .sensitivityChart: Bilingual("Wat bepaalt ‘{0}’?", "What drives ‘{0}’?")
    case .sensitivitySubtitle:
      Bilingual(
        "Gemiddelde verandering over het hele bereik, {0}; lijn: 95%-interval",
        "Mean change over the whole range, {0}; line: 95% interval")
    case .sensitivityVarianceSubtitle:
      Bilingual(
        "Deel van de spreiding, met samenspel; lijn: 95%-interval",
        "Share of the variance, interplay included; line: 95% interval")
    case .sensitivityChance: Bilingual("waarvan toeval", "of which chance")
    case .sensitivityEffect: Bilingual("verandering", "change")
    case .sensitivityRange: Bilingual("{0}, van {1} tot {2}", "{0}, from {1} to {2}")
    case .sensitivityCombination:
      Bilingual("werkt anders in combinatie", "works otherwise in combination")
    case .sensitivityTable:
      Bilingual("Alle instellingen met hun bereik", "All settings with their ranges")
    case .sensitivityMethod:
      Bilingual(
        "Morris: {0} wandelingen door alle bereiken, waarin telkens één instelling verandert; {1}"
          + " herhalingen per punt.",
        "Morris: {0} walks through all ranges, in which one setting changes at a time; {1} replications per"
          + " point.")
    case .sensitivityVarianceMethod:
      Bilingual(
        "Delen van de spreiding (Sobol) uit {0} rijen; {1} herhalingen per punt.",
        "Shares of variance (Sobol) from {0} rows; {1} replications per point.")
    case .effect: Bilingual("Verandering", "Change")
    case .spread: Bilingual("Spreiding daarvan", "Spread of it")
    case .total: Bilingual("Met samenspel", "With interplay")
    case .first: Bilingual("Alleen", "Alone")
    case .selectionTitle: Bilingual("De beste keuze in {0}", "The best choice in {0}")
    case .selectionLow:
      Bilingual(
        "{0} is de kleinste keuze waarmee {1} is (speling {2}, kans op een verkeerde keuze hoogstens {3}).",
        "{0} is the smallest choice that keeps {1} (tolerance {2}, chance of a wrong choice at most {3})."
      )
    case .selectionHigh:
      Bilingual(
        "{0} is de grootste keuze waarmee {1} is (speling {2}, kans op een verkeerde keuze hoogstens {3}).",
        "{0} is the largest choice that keeps {1} (tolerance {2}, chance of a wrong choice at most {3})."
      )
    case .selectionNext: Bilingual(" {0} haalt het niet: {1}.", " {0} fails at {1}.")
    case .selectionNothing:
      Bilingual(
        "Geen van de {0} mogelijkheden haalt de grens; het dichtst bij komt {1}.",
        "None of the {0} choices meets the limit; nearest is {1}.")
    case .selectionOpen:
      Bilingual("Tussen {0} is nog niet te kiezen.", "Not yet decided between {0}.")
    case .selectionStopped:
      Bilingual("De keuze is niet afgemaakt.", "The choice was not finished.")
    case .selectionChart: Bilingual("Wie haalt de grens?", "Which keep the limit?")
    case .selectionSubtitle:
      Bilingual(
        "{0} bij elke keuze van {1}; lijn: 95%-rekenmarge",
        "{0} at each choice of {1}; line: 95% calculation margin")
    case .selectionLimit: Bilingual("grens {0}", "limit {0}")
    case .selectionTolerance: Bilingual("speling", "tolerance")
    case .selectionFinding:
      Bilingual(
        "{0} van de {1} mogelijkheden halen de grens.", "{0} of {1} choices keep the limit.")
    case .selected: Bilingual("gekozen", "chosen")
    case .meets: Bilingual("voldoet", "meets the limits")
    case .breaks: Bilingual("voldoet niet", "breaks a limit")
    case .undecided: Bilingual("niet beslist", "not decided")
    case .beaten: Bilingual("voldoet, minder goed", "meets the limits, worse")
    case .tied: Bilingual("voldoet, even goed", "meets the limits, as good")
    case .candidate: Bilingual("Keuze", "Choice")
    case .selectionMethod:
      Bilingual(
        "Alle mogelijkheden zien dezelfde klanten. Er is steeds meer herhaald waar nog niet te beslissen"
          + " viel, zodat de kans op een verkeerde keuze hoogstens {0} is.",
        "All choices see the same clients. Replications were added where nothing could be decided yet, so"
          + " that the chance of a wrong choice is at most {0}.")
    case .netCost: Bilingual("Kosten met uitkeringen", "Costs with benefits")
    case .selectionSure:
      Bilingual(
        "Binnen de speling van {0} om de grens maakt het niet uit aan welke kant een keuze terechtkomt.",
        "Within the tolerance of {0} around the limit it does not matter on which side a choice falls."
      )
    case .validationTitle:
      Bilingual("Model naast gepubliceerde cijfers", "Model beside published figures")
    case .validationHeadline:
      Bilingual(
        "{0} van de {1} gepubliceerde cijfers die niet zijn gebruikt om het model in te stellen, komen"
          + " binnen de marge uit. {2} niet: zie de lijst.",
        "{0} of {1} published figures not used to set the model come out within tolerance. {2} do not: see"
          + " the list.")
    case .validationAll:
      Bilingual(
        "{0} van de {1} gepubliceerde cijfers komen binnen de marge uit.",
        "{0} of {1} published figures come out within tolerance.")
    case .validationChart: Bilingual("{0}: binnen of buiten de marge", "{0}: within or outside")
    case .validationSubtitle:
      Bilingual(
        "Elke rij heeft een eigen schaal: het grijze vlak is wat aanvaard is",
        "Every row has a scale of its own: the grey area is what is accepted")
    case .validationCalibrated: Bilingual("Gebruikt om in te stellen", "Used to set the model")
    case .validationValidated: Bilingual("Nergens voor gebruikt", "Used for nothing")
    case .validationInput: Bilingual("Ingevoerd als gegeven", "Put in as given")
    case .validationFinding:
      Bilingual("{0} van de {1} liggen binnen de marge.", "{0} of {1} lie within tolerance.")
    case .inside: Bilingual("binnen", "within")
    case .insideUnsure: Bilingual("binnen, onzeker", "within, unsure")
    case .outside: Bilingual("buiten", "outside")
    case .outsideUnsure: Bilingual("buiten, onzeker", "outside, unsure")
    case .notExpressed: Bilingual("niet uit te drukken", "not expressed")
    case .published: Bilingual("Gepubliceerd", "Published")
    case .accepted: Bilingual("Aanvaard", "Accepted")
    case .simulated: Bilingual("Model", "Model")
    case .lowerEnd: Bilingual("ondergrens", "lower limit")
    case .upperEnd: Bilingual("bovengrens", "upper limit")
    case .atLeast: Bilingual("minstens {0}", "at least {0}")
    case .atMost: Bilingual("hoogstens {0}", "at most {0}")
    case .figure: Bilingual("Cijfer", "Figure")
    case .validationMethod:
      Bilingual(
        "Elk gepubliceerd cijfer heeft vooraf een marge gekregen. Missers staan in dezelfde lijst als"
          + " treffers.",
        "Every published figure was given a tolerance beforehand. Misses stand in the same list as hits."
      )
    case .source: Bilingual("Bron", "Source")
    case .validationSilent:
      Bilingual(
        "{0} gepubliceerde cijfers kan het model niet uitdrukken.",
        "{0} published figures cannot be expressed by the model.")
    case .partialPoints:
      Bilingual(
        "Onvolledig: {0} van {1} punten zijn klaar.", "Partial: {0} of {1} points were finished.")
    case .partialWalks:
      Bilingual(
        "Onvolledig: {0} van {1} blokken zijn klaar.", "Partial: {0} of {1} blocks were finished.")
    case .interval: Bilingual("gemiddelde met 95%-rekenmarge", "mean with 95% margin")
    case .acceptedKey: Bilingual("aanvaard", "accepted")
    case .use: Bilingual("Gebruik", "Use")
    case .tileMet: Bilingual("{0} van {1}", "{0} of {1}")
    case .again: Bilingual("Startgetal {0}.", "Seed {0}.")
    }
  }
}
