/// Texts of the part of the explorer about the sets of an ensemble.
enum SetsText: String, PhraseList {
  case setsTitle, setsIntro, setsSoFar, setsDone, setsCannot, setsFailed, setsWords, setsWordsBase
  case setsLower, setsHigher, setsCaption, setsCaptionBase, setsMean, setsTotal, setsChance
  case setsParameters, setsRange, setsSure, setsBlurred
  case setsUnknown, setsMethod, setsOfMetric, setsOfDifferences, setsSureStored

  var words: Bilingual {
    switch self {
    case .setsTitle: Bilingual("Wat de ijking niet vastlegt", "What the fit does not determine")
    case .setsIntro:
      Bilingual(
        "Verschillende waarden van de parameters passen even goed bij de bekende cijfers. Hier zijn {0} zulke sets"
          + " doorgerekend, met {1} herhalingen per set.",
        "Several values of the parameters fit the known figures equally well. Here {0} such sets were run, with {1}"
          + " replications each.")
    case .setsSoFar:
      Bilingual("{0} van {1} sets zijn doorgerekend.", "{0} of {1} sets have been run.")
    case .setsDone: Bilingual("Klaar: {0} sets zijn doorgerekend.", "Done: {0} sets have been run.")
    case .setsCannot:
      Bilingual(
        "Deze variant verandert een verdeling die de sets ook veranderen; de sets zijn er niet op toe te passen.",
        "This variant changes a division that the sets change too; the sets cannot be applied to it."
      )
    case .setsFailed:
      Bilingual(
        "Set {0} kan niet in deze variant: {1}", "Set {0} is not possible in this variant: {1}")
    case .setsWords:
      Bilingual(
        "{0}: het verschil ligt tussen {1} en {2} (95%, toeval en parameters samen). Het is {5}. Toeval alleen geeft een"
          + " marge van {3} naar beide kanten, wat de ijking niet vastlegt een van {4}.",
        "{0}: the difference lies between {1} and {2} (95%, chance and parameters together). It is {5}. Chance alone"
          + " gives a margin of {3} to both sides, what the fit does not determine one of {4}.")
    case .setsWordsBase:
      Bilingual(
        "{0}: tussen {1} en {2} (95%, toeval en parameters samen). Toeval alleen geeft een marge van {3} naar beide"
          + " kanten, wat de ijking niet vastlegt een van {4}.",
        "{0}: between {1} and {2} (95%, chance and parameters together). Chance alone gives a margin of {3} to both"
          + " sides, what the fit does not determine one of {4}.")
    case .setsLower: Bilingual("lager in {0} van {1} sets", "lower in {0} of {1} sets")
    case .setsHigher: Bilingual("hoger in {0} van {1} sets", "higher in {0} of {1} sets")
    case .setsCaption:
      Bilingual("{0} min de basis, over alle sets", "{0} minus the base, over all sets")
    case .setsCaptionBase: Bilingual("De basis, over alle sets", "The base, over all sets")
    case .setsMean: Bilingual("Gemiddeld", "Mean")
    case .setsTotal: Bilingual("95%, geheel", "95%, total")
    case .setsChance: Bilingual("Marge door toeval", "Margin from chance")
    case .setsParameters: Bilingual("Marge door parameters", "Margin from parameters")
    case .setsRange: Bilingual("Over de sets", "Over the sets")
    case .setsUnknown:
      Bilingual(
        "{0}: met zo weinig sets of herhalingen is er geen marge.",
        "{0}: from so few sets or replications there is no margin.")
    case .setsMethod:
      Bilingual(
        "Alle sets zijn doorgerekend met dezelfde klanten en hetzelfde toeval. Het geheel is de marge waarin het cijfer van"
          + " de eigen organisatie ligt, welke set ook de ware is; het rekent mee dat weinig herhalingen het deel van de"
          + " parameters slecht bepalen. Over de sets: de gemiddelden van de sets, met het toeval van hun herhalingen.",
        "All sets were run with the same clients and the same chance. The total is the margin in which the figure of one's own"
          + " organisation lies, whichever set is the true one; it counts that few replications determine the part of the"
          + " parameters badly. Over the sets: the means of the sets, with the chance of their replications."
      )
    case .setsOfMetric: Bilingual("{0}, over alle sets", "{0}, over all sets")
    case .setsOfDifferences:
      Bilingual(
        "{0}, over alle sets: de basis zelf, en van elke variant het verschil met de basis",
        "{0}, over all sets: the base itself, and of each variant the difference from the base")
    case .setsSureStored:
      Bilingual(
        "De marge door toeval wordt kleiner met meer herhalingen, die door parameters niet: daarvoor zijn meer of scherpere"
          + " eigen cijfers nodig.",
        "The margin from chance narrows with more replications, that from parameters does not: it takes more or sharper own"
          + " figures.")
    case .setsBlurred:
      Bilingual(
        "Met {1} herhalingen per set verschillen de sets minstens zoveel door toeval als door parameters bij: {0}. Een"
          + " marge van 0 door parameters zegt daar niet dat er geen is; het geheel rekent met wat zij kan zijn.",
        "With {1} replications per set the sets differ by chance at least as much as by parameters for: {0}. There a"
          + " margin of 0 from parameters does not say that there is none; the total counts what it may be."
      )
    case .setsSure:
      Bilingual(
        "Elke herhaling rekent basis en varianten met dezelfde klanten en hetzelfde toeval. De rekenmarge wordt"
          + " kleiner met meer herhalingen; de onzekerheid over de uitgangspunten niet. Die staat hierboven.",
        "Every replication runs base and variants with the same clients and the same chance. The calculation"
          + " margin narrows with more replications; the uncertainty about the assumptions does not. That stands"
          + " above.")
    }
  }
}
