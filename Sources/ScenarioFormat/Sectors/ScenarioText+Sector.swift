import CaseloadModel

extension ScenarioText {
  /// A sector as JSON with every key, in fixed order; reading it beside the files of its members gives an equal
  /// sector.
  ///
  /// - Parameter base: What the organisations have in common.
  public static func resolved(_ sector: Sector, base: Scenario) -> String {
    var settings = sector.settings
    for index in settings.members.indices where !settings.members[index].extends.isEmpty {
      settings.members[index].extends = fileName(ofMember: settings.members[index].name)
    }
    let section = ResolvedText.object(
      Binding.snapshot(settings, SectorTable.bindings), SectorTable.bindings.map(\.parameter),
      over: SectorTable.defaults, indent: "  ")
    let text = resolved(base)
    // The text ends in a brace on a line of its own, before which the section goes.
    return String(text.dropLast(3)) + ",\n  \(JSONText.quoted(SectorTable.key)): \(section)\n}\n"
  }

  /// The file beside a resolved sector in which the scenario of a member stands.
  public static func fileName(ofMember name: String) -> String { "member-\(name).json" }

  /// The files of the members that a resolved sector refers to, by name.
  public static func memberFiles(of sector: Sector) -> [(name: String, text: String)] {
    sector.files.map { (fileName(ofMember: $0.member), resolved($0.scenario)) }
  }

  /// The SHA-256 of a sector in hexadecimal digits, as `ScenarioDocument` gives it.
  package static func digest(of sector: Sector, base: Scenario) -> String {
    digest(of: canonical(base) + canonical(sector))
  }

  /// The values of the section and of the files of members, of which the SHA-256 is taken.
  static func canonical(_ sector: Sector) -> String {
    var settings = sector.settings
    for index in settings.members.indices where !settings.members[index].extends.isEmpty {
      settings.members[index].extends = fileName(ofMember: settings.members[index].name)
    }
    let section = ResolvedText.object(
      Binding.snapshot(settings, SectorTable.bindings), SectorTable.bindings.map(\.parameter),
      over: nil, indent: "")
    return sector.files.reduce(section) { $0 + $1.member + canonical($1.scenario) }
  }
}
