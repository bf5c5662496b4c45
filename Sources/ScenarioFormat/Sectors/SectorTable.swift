import CaseloadModel

/// The parameters of the section `organisations`, which makes a scenario a sector.
///
/// They stand apart from the table of a scenario's parameters, because an organisation has none of them.
public enum SectorTable {
  /// The key of the section.
  package static let key = "organisations"

  /// The section with all its parameters.
  public static let parameter = Parameter(
    key: key,
    meaning: "Organisations that are simulated side by side; with them a scenario is a sector.",
    unit: "", evidence: [], status: .descriptive, change: nil,
    shape: .section(bindings.map(\.parameter)))

  /// The values of a section without organisations.
  static let defaults = Binding.snapshot(SectorSettings(), bindings)

  /// All parameters of the section with their key paths, sections before their contents.
  public static let entries: [ParameterTable.Entry] = collect([parameter], path: "")

  private static func collect(_ parameters: [Parameter], path: String) -> [ParameterTable.Entry] {
    parameters.flatMap { parameter -> [ParameterTable.Entry] in
      let full = path.isEmpty ? parameter.key : path + "." + parameter.key
      return [ParameterTable.Entry(path: full, parameter: parameter)]
        + collect(parameter.children, path: full)
    }
  }

  /// Whether a key path is the section or lies in it.
  static func holds(_ path: String) -> Bool { path == key || path.hasPrefix(key + ".") }

  /// Whether a change of the command line is one of the section, as a whole or in part.
  static func isChanged(by override: String) -> Bool {
    holds(String(override.prefix { $0 != "=" }))
  }

  private static let references = 500

  static let bindings: [Binding<SectorSettings>] = [
    .list(
      "members", \.members, template: SectorMember(), "Kinds of organisations in the sector.",
      [
        .text(
          "name", \.name, .name(allowsDots: false),
          "Name of the organisation; of several, each has a number behind it. Keys the random numbers.",
          .fixed),
        .text(
          "extends", \.extends, .text(limit: ScenarioAssembler.pathLimit),
          "Scenario file of the organisation, relative to this one; without it the scenario around.",
          .fixed),
        .integer(
          "count", \.count, 1...100_000, unit: "organisations", "Number of organisations.", .chosen,
          .fixed),
        .flag(
          "drawn", \.drawn, "Whether the draws are made for these organisations.", .chosen, .fixed),
      ]),
    .list(
      "draws", \.draws, template: SectorDraw(),
      "Quantities that are drawn for each organisation, in this order, each from a stream of its own.",
      [
        .text(
          "name", \.name, .name(allowsDots: false),
          "Name of the draw, by which others refer to it. Keys its random numbers.", .fixed),
        .text(
          "key", \.key, .text(limit: references),
          "Key that gets the value; without one the draw is only referred to.", .fixed),
        .choice(
          "distribution", \.distribution,
          "Distribution: constant, uniform (low to high), normal, logNormal, bands, or flag (true or false).",
          .chosen, .fixed),
        .number(
          "value", \.value, .from(-SectorDraw.unlimited, to: SectorDraw.unlimited),
          unit: "unit of the key",
          "Value of a constant, mean of a normal, median of a log-normal distribution before the cut.",
          .chosen, .fixed),
        .number(
          "spread", \.spread, .from(0, to: SectorDraw.unlimited), unit: "unit of the key",
          "Standard deviation of a normal distribution; of the logarithm for a log-normal one.",
          .chosen, .fixed),
        .number(
          "low", \.low, .from(-SectorDraw.unlimited, to: SectorDraw.unlimited),
          unit: "unit of the key", "Lowest value: the distribution is cut there, not heaped up.",
          .chosen, .fixed),
        .number(
          "high", \.high, .from(-SectorDraw.unlimited, to: SectorDraw.unlimited),
          unit: "unit of the key", "Highest value: the distribution is cut there, not heaped up.",
          .chosen, .fixed),
        .share(
          "share", \.share, of: "organisations", "Share in which a flag is true.", .chosen, .fixed),
        .list(
          "bands", \.bands, template: SectorBand(),
          "Parts of the range with their shares; within a band all values are equally likely.",
          [
            .text("name", \.name, .name(allowsDots: false), "Name of the band.", .fixed),
            .share("share", \.share, of: "organisations", "Share in the band.", .chosen, .fixed),
            .number(
              "from", \.from, .from(-SectorDraw.unlimited, to: SectorDraw.unlimited),
              unit: "unit of the key", "Lowest value of the band.", .chosen, .fixed),
            .number(
              "to", \.to, .from(-SectorDraw.unlimited, to: SectorDraw.unlimited),
              unit: "unit of the key", "Highest value of the band.", .chosen, .fixed),
          ]),
        .texts(
          "times", \.times, limit: references,
          "Draws and keys that the drawn value is multiplied by.", .fixed),
        .texts(
          "over", \.over, limit: references, "Draws and keys that it is divided by.", .fixed),
        .texts(
          "members", \.members, limit: references,
          "Members for which it is drawn; without any all that are drawn.", .fixed),
      ]),
    .list(
      "correlations", \.correlations, template: SectorCorrelation(),
      "Correlations between draws, by rank.",
      [
        .text("name", \.name, .name(allowsDots: false), "Name of the correlation.", .fixed),
        .texts("between", \.between, limit: references, "The two draws.", .fixed),
        .number(
          "rank", \.rank, .from(-1, to: 1), unit: "correlation", "Spearman's rank correlation.",
          .chosen, .fixed),
      ]),
    .list(
      "subsets", \.subsets, template: SectorSubset(),
      "Named sets of organisations, by what they are at the start.",
      [
        .text("name", \.name, .name(allowsDots: false), "Name of the set.", .fixed),
        .texts(
          "members", \.members, limit: references,
          "Members whose organisations may belong to it; without any all.", .fixed),
        .texts(
          "conditions", \.conditions, limit: references,
          "Conditions that all hold, for example clientsPerFte > 120; on draws, keys and clientsPerFte.",
          .fixed),
        .text(
          "rankedBy", \.rankedBy, .text(limit: references),
          "Draw, key or clientsPerFte by which the organisations are ranked.", .fixed),
        .share(
          "rankFrom", \.rankFrom, of: "organisations",
          "Share of organisations ranked below the set.",
          .chosen, .fixed),
        .share(
          "rankTo", \.rankTo, of: "organisations",
          "Share of organisations ranked up to the highest of the set.", .chosen, .fixed),
      ]),
    .list(
      "adjustments", \.adjustments, template: SectorAdjustment(),
      "Values that the organisations of a set get after the draws: value times … over ….",
      [
        .text("name", \.name, .name(allowsDots: false), "Name of the adjustment.", .fixed),
        .text(
          "subset", \.subset, .text(limit: references), "The set; without one all organisations.",
          .fixed),
        .text("key", \.key, .text(limit: references), "Key that gets the value.", .fixed),
        .number(
          "value", \.value, .from(-SectorDraw.unlimited, to: SectorDraw.unlimited),
          unit: "unit of the key", "The value, or the factor on what it is multiplied by.", .chosen,
          .fixed),
        .texts(
          "times", \.times, limit: references, "Draws and keys that it is multiplied by.", .fixed),
        .texts("over", \.over, limit: references, "Draws and keys that it is divided by.", .fixed),
        .text(
          "date", \.date, .text(limit: 10), "Day from which it holds; without one the whole run.",
          .fixed),
      ]),
    .list(
      "onlyFor", \.onlyFor, template: SectorRestriction(),
      "Interventions of this scenario that only the organisations of a set have.",
      [
        .text("name", \.name, .name(allowsDots: false), "Name of the intervention.", .fixed),
        .text("subset", \.subset, .text(limit: references), "The set.", .fixed),
      ]),
    .list(
      "shares", \.shares, template: SectorShare(), "Shares of organisations that results tell.",
      [
        .text("name", \.name, .name(allowsDots: false), "Name of the share.", .fixed),
        .text(
          "condition", \.condition, .text(limit: references),
          "Condition on a metric, a draw or a key, for example unseen.6m.share > 0.25.", .fixed),
      ]),
    .seed(
      "drawSeed", \.drawSeed,
      "Start of the draws; the seed of the runs leaves the organisations as they are.", .fixed),
    .choice(
      "sampling", \.sampling,
      "independent: each organisation draws by itself. stratified: one in each equally likely part.",
      .chosen, .fixed),
  ]
}
