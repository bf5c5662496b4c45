/// Texts of the explorer, which its scripts ask for by their name.
enum ExplorerText: String, PhraseList {
  case title, language, privacy, levers, starting, engineReady, noEngine, lawBroken, base, variant
  case newVariant, removeVariant, resetAll, reset, baseIs, on, off, less, more, notANumber
  case automatic, runNow, pause, goOn, moreReplications, saveScenario, openScenario, copyLink
  case saveCsv, saveSvg, savePng, saved, nothingToSave, tooLarge, linkTooLong, linkCopied,
    linkInAddress
  case linkNeedsFile, otherBase, badLink, fromFile, stale, first, finished, finishedShort, soFar
  case waiting, isBase, notAllowed, headlineSoFar, headlineSame, headlineNone, headlineLower
  case headlineHigher, worseTitle, worseNone, worseUnsettled, worse, sure, hash, errors, advice
  case isSector, toField, differenceIs, courseTitle, courseSubtitle, courseFinding
  case chooseMetric, chartFigures, month, tableCaption, figure, difference, margin, to, unit, low
  case high, shortMillion, shortBillion, whoFirst, whoFirstHelp, asIs, campaign, campaignHelp
  case campaignMonths, campaignStaff, campaignFollowUp, months, ownStaff, externalStaff, byNorm
  case everyMonths, clearHigher, clearLower, perhapsHigher, perhapsLower, small, same, notShown
  case noScript, reportTitle

  var words: Bilingual {
    switch self {
    case .title: Bilingual("Zelf proberen: wat gebeurt er als …?", "Try it: what happens if …?")
    case .language: Bilingual("Taal", "Language")
    case .privacy:
      Bilingual(
        "Alles gebeurt op dit apparaat. Er wordt niets verstuurd, en de klanten zijn verzonnen.",
        "Everything happens on this device. Nothing is sent, and the clients are made up.")
    case .levers: Bilingual("Instellingen", "Settings")
    case .starting: Bilingual("Het rekenmodel wordt gestart.", "The model is being started.")
    case .engineReady: Bilingual("Het rekenmodel staat klaar.", "The model is ready.")
    case .noEngine:
      Bilingual(
        "Rekenen kan niet in deze browser. Het rapport hieronder is volledig; rekenen kan met de opdrachtregel.",
        "This browser cannot run the model. The report below is complete; the command line can run it."
      )
    case .lawBroken:
      Bilingual(
        "Het rekenmodel is gestopt: een balans klopte niet. Meld dit met het opgeslagen scenario.",
        "The model stopped: a balance did not hold. Please report it with the saved scenario.")
    case .base: CompareText.base.words
    case .variant: Bilingual("Variant {0}", "Variant {0}")
    case .newVariant: Bilingual("Variant maken", "Make a variant")
    case .removeVariant: Bilingual("Variant {0} weghalen", "Remove variant {0}")
    case .resetAll: Bilingual("Variant {0} terug naar basis", "Variant {0} back to the base")
    case .reset: Bilingual("terug naar basis", "back to the base")
    case .baseIs: Bilingual("basis: {0}", "base: {0}")
    case .on: PageText.on.words
    case .off: PageText.off.words
    case .less: Bilingual("{0}: minder", "{0}: less")
    case .more: Bilingual("{0}: meer", "{0}: more")
    case .notANumber:
      Bilingual(
        "Fout: {0} is ‘{1}’. Dit moet een getal zijn.",
        "Error: {0} is ‘{1}’. It has to be a number.")
    case .automatic: Bilingual("Automatisch rekenen", "Run by itself")
    case .runNow: Bilingual("Bereken", "Run")
    case .pause: Bilingual("Pauze", "Pause")
    case .goOn: Bilingual("Ga door", "Go on")
    case .moreReplications: Bilingual("Nog 70 herhalingen", "70 more replications")
    case .saveScenario: Bilingual("Scenario opslaan", "Save scenario")
    case .openScenario: Bilingual("Scenario openen", "Open scenario")
    case .copyLink: Bilingual("Link kopiëren", "Copy link")
    case .saveCsv: Bilingual("Tabel opslaan (CSV)", "Save table (CSV)")
    case .saveSvg: Bilingual("Grafiek opslaan (SVG)", "Save chart (SVG)")
    case .savePng: Bilingual("Grafiek opslaan (PNG)", "Save chart (PNG)")
    case .saved: Bilingual("Opgeslagen bij uw downloads.", "Saved among your downloads.")
    case .nothingToSave:
      Bilingual(
        "Er is niets om op te slaan: deze variant kan niet worden berekend.",
        "There is nothing to save: this variant cannot be run.")
    case .tooLarge:
      Bilingual("Een bestand is groter dan 8 MiB.", "A file is larger than 8 MiB.")
    case .linkTooLong:
      Bilingual(
        "De link is langer dan 2.000 tekens; sla het scenario op.",
        "The link is longer than 2,000 characters; save the scenario instead.")
    case .linkCopied: Bilingual("De link is gekopieerd.", "The link was copied.")
    case .linkInAddress:
      Bilingual(
        "De browser staat kopiëren niet toe; de link staat in de adresbalk.",
        "The browser does not allow copying; the link stands in the address bar.")
    case .linkNeedsFile:
      Bilingual(
        "Een scenario uit een bestand past niet in een link; sla het scenario op.",
        "A scenario from a file does not fit in a link; save the scenario instead.")
    case .otherBase:
      Bilingual(
        "Deze link hoort bij een andere versie van de basis. De uitkomsten kunnen verschillen.",
        "This link belongs to another version of the base. Results may differ.")
    case .badLink:
      Bilingual(
        "In de link staat ‘{0}’, dat hier niet bestaat; het is overgeslagen.",
        "The link holds ‘{0}’, which does not exist here; it was left out.")
    case .fromFile: Bilingual("Uit bestand {0}", "From file {0}")
    case .stale:
      Bilingual(
        "Hoort bij de vorige instelling. Nieuwe berekening loopt.",
        "Belongs to the previous setting. A new run is under way.")
    case .first:
      Bilingual("Voorlopig: {0} van {1} herhalingen.", "Provisional: {0} of {1} replications.")
    case .finished:
      Bilingual(
        "Klaar: {0} herhalingen in {1} seconden.", "Done: {0} replications in {1} seconds.")
    case .finishedShort: Bilingual("Klaar: {0} herhalingen.", "Done: {0} replications.")
    case .soFar: Bilingual("voorlopig", "provisional")
    case .waiting: Bilingual("De eerste herhaling loopt.", "The first replication is under way.")
    case .isBase:
      Bilingual(
        "Variant {0} is gelijk aan de basis. Verander een instelling om te zien wat er gebeurt.",
        "Variant {0} equals the base. Change a setting to see what happens.")
    case .notAllowed:
      Bilingual(
        "Deze instelling kan niet; de fout staat boven de uitkomst.",
        "This setting is not possible; the error stands above the outcome.")
    case .headlineSoFar:
      Bilingual(
        "{0}, voorlopig: {1} {2}, in de basis {3}.", "{0}, provisional: {1} {2}, in the base {3}.")
    case .headlineSame:
      Bilingual(
        "{0}: ‘{1}’ blijft praktisch gelijk: het verschil is hoogstens {2}.",
        "{0}: ‘{1}’ stays practically the same: the difference is at most {2}.")
    case .headlineNone:
      Bilingual(
        "{0}: voor ‘{1}’ is geen verschil aangetoond: het kan {2} lager of {3} hoger zijn.",
        "{0}: for ‘{1}’ no difference is shown: it may be {2} lower or {3} higher.")
    case .headlineLower:
      Bilingual(
        "{0}: ‘{1}’ wordt {2} lager ({3} in plaats van {4}).",
        "{0}: ‘{1}’ becomes {2} lower ({3} instead of {4}).")
    case .headlineHigher:
      Bilingual(
        "{0}: ‘{1}’ wordt {2} hoger ({3} in plaats van {4}).",
        "{0}: ‘{1}’ becomes {2} higher ({3} instead of {4}).")
    case .worseTitle: CompareText.sideTitle.words
    case .worseNone:
      Bilingual(
        "Van de vijf kerncijfers wordt er geen duidelijk slechter.",
        "None of the five key figures gets clearly worse.")
    case .worseUnsettled:
      Bilingual(
        "Van de vijf kerncijfers wordt er geen aantoonbaar slechter; met {0} herhalingen is dat niet te zeggen van: {1}.",
        "None of the five key figures is shown to get worse; {0} replications cannot tell that of: {1}."
      )
    case .worse: CompareText.sideWorse.words
    case .sure:
      Bilingual(
        "Elke herhaling rekent basis en varianten met dezelfde klanten en hetzelfde toeval. De rekenmarge wordt"
          + " kleiner met meer herhalingen; de onzekerheid over de uitgangspunten niet, en die is hier niet"
          + " doorgerekend.",
        "Every replication runs base and variants with the same clients and the same chance. The calculation"
          + " margin narrows with more replications; the uncertainty about the assumptions does not, and it was"
          + " not computed here.")
    case .hash:
      Bilingual(
        "Kenmerk van dit scenario: {0}; startgetal {1}. De opdrachtregel geeft met het opgeslagen scenario dezelfde"
          + " cijfers.",
        "Hash of this scenario: {0}; seed {1}. The command line gives the same figures with the saved scenario."
      )
    default: controls
    }
  }
}
