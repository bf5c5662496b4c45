/// Texts of pages about fits.
enum FitText: String, PhraseList {
  case title, headline, headlineNone, missing, missed, notPinned, pinned, chartTitle, chartSubtitle
  case chartFinding, targetKey, setsKey, ownFigure, tolerance, model, overSets, fits, fitsNot
  case lowEnd, target, highEnd, keysTitle, keysSubtitle, keysFinding, searched, left, fitted
  case identified, atEnd, narrowed, notIdentified, noSets, sure, sureNone, conflicts, advice, trades
  case tradesText, correlation, tradeKeys, method, methodNext, partial, leftKey, start, end, reading
  case headlineOne, headlineNotOne, sureOne, keysAtEnd, headlineAtEnd, tryWider

  var words: Bilingual {
    switch self {
    case .title: Bilingual("Past het model bij {0}?", "Does the model fit {0}?")
    case .headline:
      Bilingual(
        "Het model past bij {0} van de {1} cijfers.", "The model fits {0} of the {1} figures.")
    case .headlineNone:
      Bilingual(
        "Het model past bij geen van de {0} cijfers.", "The model fits none of the {0} figures.")
    case .headlineOne:
      Bilingual("Het model past bij het ene cijfer.", "The model fits the one figure.")
    case .headlineNotOne:
      Bilingual(
        "Het model past niet bij het ene cijfer.", "The model does not fit the one figure.")
    case .sureOne:
      Bilingual(
        "Eén set van instellingen haalt alle cijfers. Hoe ver andere daarvan mogen liggen, is dus niet bekend.",
        "One set of settings meets all figures. So how far others may lie from it is not known.")
    case .missing: Bilingual(" Niet passend: {0}.", " Not fitting: {0}.")
    case .missed: Bilingual("{0}, model {1}, eigen cijfer {2}", "{0}, model {1}, own figure {2}")
    case .notPinned:
      Bilingual(
        " Met deze cijfers niet vast te stellen: {0}.", " Not pinned down by these figures: {0}.")
    case .pinned:
      Bilingual(
        " Deze cijfers zeggen iets over elke instelling die vrij was.",
        " These figures tell something of every setting that was free.")
    case .chartTitle:
      Bilingual("Welke eigen cijfers haalt het model?", "Which own figures does the model meet?")
    case .chartSubtitle:
      Bilingual(
        "Afstand tot het eigen cijfer, in toleranties. Lijn: spreiding over de sets die alles halen",
        "Distance from the own figure, in tolerances. Line: spread over the sets that meet all")
    case .chartFinding:
      Bilingual("{0} van {1} binnen de tolerantie.", "{0} of {1} within tolerance.")
    case .targetKey: Bilingual("eigen cijfer met tolerantie", "own figure with its tolerance")
    case .setsKey: Bilingual("beste set, en alle sets", "best set, and all sets")
    case .ownFigure: Bilingual("eigen cijfer", "own figure")
    case .tolerance: Bilingual("tolerantie", "tolerance")
    case .model: Bilingual("model, beste set", "model, best set")
    case .overSets: Bilingual("over alle sets", "over all sets")
    case .fits: Bilingual("past", "fits")
    case .fitsNot: Bilingual("past niet", "does not fit")
    case .lowEnd: Bilingual("te laag", "too low")
    case .target: Bilingual("eigen cijfer", "own figure")
    case .highEnd: Bilingual("te hoog", "too high")
    case .keysTitle:
      Bilingual(
        "Wat zeggen de cijfers over de instellingen?", "What do the figures say of settings?")
    case .keysSubtitle:
      Bilingual(
        "Van links naar rechts wat is geprobeerd. Lijn: wat over is; stip: de beste set",
        "From left to right what was tried. Line: what is left; dot: the best set")
    case .keysFinding:
      Bilingual(
        "{0} van {1} instellingen vastgesteld of ingeperkt.",
        "{0} of {1} settings pinned down or narrowed.")
    case .keysAtEnd:
      Bilingual(
        " {0} liggen aan de rand van wat is geprobeerd en zijn dus niet vastgesteld.",
        " {0} lie at an end of what was tried, so that they are not pinned down.")
    case .headlineAtEnd:
      Bilingual(
        " Aan de rand van wat is geprobeerd, zodat waarden daarbuiten beter kunnen passen: {0}.",
        " At an end of what was tried, so that values beyond it may fit better: {0}.")
    case .tryWider: Bilingual("; probeer --vary {0}", "; try --vary {0}")
    case .searched: Bilingual("geprobeerd", "tried")
    case .left: Bilingual("overgebleven", "left")
    case .fitted: Bilingual("beste set", "best set")
    case .identified: Bilingual("vastgesteld", "pinned down")
    case .atEnd:
      Bilingual("aan de rand van wat is geprobeerd", "at an end of what was tried")
    case .narrowed: Bilingual("ingeperkt", "narrowed")
    case .notIdentified: Bilingual("niet vast te stellen", "not pinned down")
    case .noSets: Bilingual("geen set haalt alles", "no set meets all")
    case .sure:
      Bilingual(
        "{0} sets van instellingen halen alle cijfers even goed. Wat zij verschillend zeggen, is niet bekend:"
          + " reken een vraag daarom over alle sets door (--ensemble ensemble.json).",
        "{0} sets of settings meet all figures equally well. Where they differ, the answer is not known: ask a"
          + " question over all sets (--ensemble ensemble.json).")
    case .sureNone:
      Bilingual(
        "Geen set van instellingen haalt alle cijfers. De beste set hieronder is dus geen passend model.",
        "No set of settings meets all figures. So the best set below is no model that fits.")
    case .conflicts: Bilingual("Wat staat in de weg?", "What stands in the way?")
    case .advice: Bilingual("Let op", "Note")
    case .trades: Bilingual("Wat tegen elkaar wegvalt", "What trades off")
    case .tradesText:
      Bilingual(
        "Deze instellingen kunnen samen schuiven zonder dat de cijfers het merken.",
        "These settings can move together without the figures noticing.")
    case .correlation: Bilingual("samenhang", "correlation")
    case .tradeKeys: Bilingual("Instellingen", "Settings")
    case .method:
      Bilingual(
        "{0} punten zijn berekend, in rondes die steeds verder inperken; elke set {1} keer, met startgetal {2}. Een"
          + " punt past als elk cijfer hoogstens zijn tolerantie afwijkt.",
        "{0} points were run, in waves that narrow further and further; each set {1} times, with seed {2}. A point"
          + " fits when every figure is at most its tolerance away.")
    case .methodNext:
      Bilingual(
        "Passen is geen bewijs: cijfers die niet zijn gebruikt om in te stellen, moeten het model toetsen.",
        "A fit is no proof: figures that were not used for it have to test the model.")
    case .partial: Bilingual("Onvolledig: het werk is gestopt.", "Partial: the work was stopped.")
    case .leftKey: Bilingual("wat over is", "what is left")
    case .start: Bilingual("laagste", "lowest")
    case .end: Bilingual("hoogste", "highest")
    case .reading: Bilingual("{0}, {1}", "{0}, {1}")
    }
  }
}
