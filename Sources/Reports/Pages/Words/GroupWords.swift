/// Names of groups of clients as a page shows them: those that the program gives in the language of the page,
/// those of a user as they were typed.
package enum GroupWords {
  private static let known: [String: Bilingual] = [
    "all": Bilingual("alle klanten", "all clients"), "care": Bilingual("zorg", "care"),
    "development": Bilingual("ontwikkel", "development"), "work": Bilingual("werk", "work"),
  ]

  /// The name of a group.
  package static func name(_ name: String, in language: PageLanguage) -> String {
    known[name]?[language] ?? name
  }
}
