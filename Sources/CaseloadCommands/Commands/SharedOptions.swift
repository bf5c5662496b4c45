import Experiments
import Reports

/// Options that several commands share, each declared once.
enum Options {
  /// Most replications that can be asked for, as in a scenario.
  static let mostReplications = 100_000
  /// Most threads that can be asked for.
  static let mostThreads = 1_024

  static let set = OptionKey<[String]>.texts(
    "--set", "KEY=VALUE", kind: .key,
    "Overrides a key of the scenario, for example staffing.fte=30; may be repeated.")
  static let output = OptionKey<String?>.folder(
    "--output", "The folder of all results; 'results' if not given."
  ).short("-o")
  static let quiet = OptionKey<Bool>.flag(
    "--quiet", "Writes nothing but errors to standard error.")
  static let threads = OptionKey<Int?>.whole(
    "--threads", "N", in: 1...mostThreads,
    "Replications at work at the same time; all cores if not given. Results do not depend on it.")
  static let seed = OptionKey<UInt64?>.whole(
    "--seed", "S", in: 0...UInt64.max,
    "The seed of all random numbers; by default the scenario's.")
  static let replications = OptionKey<Int?>.whole(
    "--replications", "N", in: 1...mostReplications,
    "Independent replications; by default the scenario's.")
  static let format = OptionKey<DocumentFormat>.choice(
    "--format", "FORMAT", default: .table,
    "What is printed: table, json or csv; table if not given.")
  static let csvStyle = OptionKey<CSVStyle>.choice(
    "--csv-style", "STYLE", default: .tidy,
    "How '--format csv' is written: tidy, or excel-nl (semicolons, decimal commas), which also adds a sheet"
      + " excel.csv to the results; tidy if not given.")
  static let language = OptionKey<PageLanguage>.choice(
    "--language", "LANGUAGE", default: .en,
    "The language of tables for people: nl or en; en if not given.")
  static let decimals = OptionKey<Int?>.whole(
    "--decimals", "N", in: 0...9,
    "Digits after the decimal mark in tables; those that suit each metric if not given.")
  static let ids = OptionKey<Bool>.flag(
    "--ids", "Prints the id of each metric beside its name.")
  static let resume = OptionKey<Bool>.flag(
    "--resume", "Goes on with the same work that was stopped before it was complete.")
  static let journal = OptionKey<String?>.folder(
    "--journal",
    "The folder in which finished replications are kept until the work is complete; '.journals' in"
      + " the folder of results if not given.")

  static let shard = OptionKey<Shard?>(
    "--shard", "I/N", .word,
    "Does only part I of N of the work, and writes its journal alone; 'caseload merge' joins the parts."
  ) { (texts, option) throws(CommandFailure) in
    guard let text = texts.first else { return nil }
    do throws(Shard.ParseError) {
      return try Shard(text)
    } catch {
      throw .usage("option '\(option.name)': \(error.message)")
    }
  }

  /// The options of commands that simulate scenarios of the user.
  static let ofStudies: [OptionDefinition] = [
    replications.definition, seed.definition, format.definition, csvStyle.definition,
    language.definition,
    decimals.definition, set.definition, threads.definition, resume.definition, journal.definition,
    shard.definition, quiet.definition,
  ]
}
