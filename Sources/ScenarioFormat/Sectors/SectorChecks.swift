import CaseloadModel

/// Finds what a section `organisations` says that cannot be.
struct SectorChecks {
  private let settings: SectorSettings
  private(set) var findings: [ScenarioChecks.Finding] = []
  /// The correlations; `nil` when no quantities can have them together.
  private(set) var factor: CorrelationFactor?

  init(_ settings: SectorSettings) { self.settings = settings }

  private mutating func add(
    _ code: DiagnosticCode, _ path: String, expected: String, found: String, hint: String? = nil
  ) {
    findings.append(
      ScenarioChecks.Finding(
        code: code, keyPath: "\(SectorTable.key).\(path)", expected: expected, found: found,
        hint: hint))
  }

  private var drawNames: [String] { settings.draws.map(\.name) }
  private var memberNames: [String] { settings.members.map(\.name) }
  private var subsetNames: [String] { settings.subsets.map(\.name) }

  /// Quantities that every organisation has at the start, beside draws and keys.
  private static let startNames = ["clients", "clientsPerFte"]
  /// The most organisations of a sector.
  static let mostOrganisations = 100_000

  /// Runs all checks.
  mutating func run() {
    if settings.members.isEmpty {
      add(.impossible, "members", expected: "at least one organisation", found: "none")
    }
    let count = settings.members.reduce(0) { $0 + $1.count }
    if count > SectorChecks.mostOrganisations {
      add(
        .outOfRange, "members", expected: "at most \(SectorChecks.mostOrganisations) organisations",
        found: "\(count)")
    }
    if !settings.draws.isEmpty, !settings.members.contains(where: \.drawn) {
      add(
        .missingReference, "draws", expected: "a member that is drawn", found: "none",
        hint: "write \"drawn\": true")
    }
    checkOrganisationNames()
    for (position, draw) in settings.draws.enumerated() { check(draw, at: position) }
    for correlation in settings.correlations { check(correlation) }
    checkPairs()
    factor = CorrelationFactor(settings)
    if factor == nil {
      add(
        .impossible, "correlations", expected: "correlations that can hold together",
        found: "a set that cannot", hint: "bring them nearer to 0")
    }
    for subset in settings.subsets { check(subset) }
    for adjustment in settings.adjustments { check(adjustment) }
    for restriction in settings.onlyFor {
      checkSubset(restriction.subset, "onlyFor.\(restriction.name).subset")
    }
    for share in settings.shares { check(share) }
  }

  /// Refuses two organisations of one name, which a number behind the name of a member can lead to.
  private mutating func checkOrganisationNames() {
    for member in settings.members where member.count > 1 {
      for other in settings.members where other.count == 1 {
        guard other.name.hasPrefix(member.name + "-"),
          let number = Int(other.name.dropFirst(member.name.utf8.count + 1)),
          (1...member.count).contains(number),
          Sector.name(of: number - 1, in: member) == other.name
        else { continue }
        add(
          .duplicateName, "members.\(other.name)",
          expected: "a name that no organisation of \(member.name) has", found: "\"\(other.name)\"")
      }
    }
  }

  /// Refuses two correlations of one pair of draws, of which only one could hold.
  private mutating func checkPairs() {
    var seen: [Set<String>] = []
    for correlation in settings.correlations {
      let pair = Set(correlation.between)
      guard seen.contains(pair) else {
        seen.append(pair)
        continue
      }
      add(
        .impossible, "correlations.\(correlation.name).between",
        expected: "each pair of draws once",
        found: "\(correlation.between.joined(separator: " and ")) again")
    }
  }

  private mutating func check(_ draw: SectorDraw, at position: Int) {
    let path = "draws.\(draw.name)"
    if SectorChecks.startNames.contains(draw.name) {
      add(
        .reservedName, path,
        expected: "a name other than \(SectorChecks.startNames.joined(separator: " and "))",
        found: "\"\(draw.name)\"")
    }
    if !draw.key.isEmpty { checkKey(draw.key, "\(path).key") }
    for name in draw.times { checkFactor(name, drawNames.prefix(position), "\(path).times") }
    for name in draw.over { checkFactor(name, drawNames.prefix(position), "\(path).over") }
    for name in draw.members {
      checkMember(name, "\(path).members")
      guard settings.members.contains(where: { $0.name == name && !$0.drawn }) else { continue }
      add(
        .missingReference, "\(path).members", expected: "members that are drawn",
        found: "\"\(name)\"", hint: "write \"drawn\": true in \(SectorTable.key).members.\(name)")
    }
    checkLimits(draw, path)
    switch draw.distribution {
    case .uniform, .normal, .logNormal:
      if draw.low >= draw.high {
        add(
          .impossible, "\(path).low", expected: "less than high (\(JSONText.number(draw.high)))",
          found: JSONText.number(draw.low))
      }
      if draw.distribution == .uniform,
        draw.low == -SectorDraw.unlimited || draw.high == SectorDraw.unlimited
      {
        add(
          .missingReference, "\(path).distribution",
          expected: "low and high of a uniform distribution",
          found: "one of them or none")
      }
      if draw.distribution == .logNormal, draw.value <= 0 {
        add(
          .outOfRange, "\(path).value", expected: "a median above 0",
          found: JSONText.number(draw.value))
      }
    case .bands:
      let sum = draw.bands.reduce(0) { $0 + $1.share }
      if abs(sum - 1) > 1e-9 {
        add(
          .sumOfShares, "\(path).bands", expected: "shares that add up to 1",
          found: ScenarioChecks.rounded(sum))
      }
      for band in draw.bands where band.from > band.to {
        add(
          .impossible, "\(path).bands.\(band.name).from",
          expected: "at most \(JSONText.number(band.to))", found: JSONText.number(band.from))
      }
    case .constant, .flag: break
    }
  }

  /// Refuses limits between which a distribution has no values.
  private mutating func checkLimits(_ draw: SectorDraw, _ path: String) {
    guard draw.low < draw.high || draw.distribution == .constant, !draw.hasValues else { return }
    if draw.distribution == .constant || draw.spread == 0 {
      return add(
        .outOfRange, "\(path).value",
        expected: "a value from low (\(JSONText.number(draw.low))) to high"
          + " (\(JSONText.number(draw.high)))", found: JSONText.number(draw.value))
    }
    add(
      .impossible, "\(path).low", expected: "limits between which the distribution has values",
      found: "\(JSONText.number(draw.low)) to \(JSONText.number(draw.high)), around"
        + " \(JSONText.number(draw.value)) with a spread of \(JSONText.number(draw.spread))")
  }

  /// A key that takes a number or a flag and may differ between organisations.
  private mutating func checkKey(_ key: String, _ path: String) {
    guard let parameter = ParameterTable.parameter(at: key) else {
      let keys = ParameterTable.entries.filter { $0.parameter.isLeaf }.map(\.path)
      return add(
        .unknownReference, path, expected: "the path of a key", found: "\"\(key)\"",
        hint: Suggestion.hint(for: key, among: keys))
    }
    switch parameter.shape {
    case .number, .integer, .flag: break
    default:
      return add(
        .wrongType, path, expected: "a key that takes a number, true or false", found: "\"\(key)\"")
    }
    if key.hasPrefix("time.") || key == "replications" {
      add(
        .notChangeable, path, expected: "a key that may differ between organisations",
        found: "\"\(key)\"")
    }
  }

  /// A draw that comes before, a key, or a quantity at the start.
  private mutating func checkFactor(
    _ name: String, _ draws: some Collection<String>, _ path: String
  ) {
    if draws.contains(name) || ParameterTable.parameter(at: name) != nil { return }
    add(
      .unknownReference, path,
      expected: drawNames.contains(name) ? "a draw that stands before it" : "a draw or a key",
      found: "\"\(name)\"", hint: Suggestion.hint(for: name, among: Array(draws)))
  }

  private mutating func checkMember(_ name: String, _ path: String) {
    guard !memberNames.contains(name) else { return }
    add(
      .unknownReference, path, expected: "one of \(memberNames.joined(separator: ", "))",
      found: "\"\(name)\"", hint: Suggestion.hint(for: name, among: memberNames))
  }

  private mutating func checkSubset(_ name: String, _ path: String) {
    guard !subsetNames.contains(name) else { return }
    add(
      .unknownReference, path,
      expected: subsetNames.isEmpty
        ? "a set of \(SectorTable.key).subsets, of which there is none"
        : "one of \(subsetNames.joined(separator: ", "))", found: "\"\(name)\"",
      hint: Suggestion.hint(for: name, among: subsetNames))
  }

  private mutating func check(_ correlation: SectorCorrelation) {
    let path = "correlations.\(correlation.name).between"
    guard correlation.between.count == 2, correlation.between[0] != correlation.between[1] else {
      return add(
        .impossible, path, expected: "two draws",
        found: "[\(correlation.between.joined(separator: ", "))]")
    }
    for name in correlation.between where !drawNames.contains(name) {
      add(
        .unknownReference, path, expected: "one of \(drawNames.joined(separator: ", "))",
        found: "\"\(name)\"", hint: Suggestion.hint(for: name, among: drawNames))
    }
  }

  private mutating func check(_ subset: SectorSubset) {
    let path = "subsets.\(subset.name)"
    for name in subset.members { checkMember(name, "\(path).members") }
    for text in subset.conditions { checkCondition(text, "\(path).conditions", metrics: false) }
    if !subset.rankedBy.isEmpty {
      checkQuantity(subset.rankedBy, "\(path).rankedBy", metrics: false)
    }
    if subset.rankFrom >= subset.rankTo {
      add(
        .impossible, "\(path).rankFrom",
        expected: "less than rankTo (\(JSONText.number(subset.rankTo)))",
        found: JSONText.number(subset.rankFrom))
    }
  }

  private mutating func check(_ adjustment: SectorAdjustment) {
    let path = "adjustments.\(adjustment.name)"
    checkKey(adjustment.key, "\(path).key")
    if !adjustment.subset.isEmpty { checkSubset(adjustment.subset, "\(path).subset") }
    for name in adjustment.times { checkFactor(name, drawNames, "\(path).times") }
    for name in adjustment.over { checkFactor(name, drawNames, "\(path).over") }
  }

  private mutating func check(_ share: SectorShare) {
    checkCondition(share.condition, "shares.\(share.name).condition", metrics: true)
  }

  private mutating func checkCondition(_ text: String, _ path: String, metrics: Bool) {
    guard let condition = SectorCondition(text) else {
      return add(
        .wrongType, path, expected: "quantity > limit, with >, >=, <, <= or =",
        found: "\"\(JSONReader.shortened(text))\"")
    }
    checkQuantity(condition.quantity, path, metrics: metrics)
  }

  private mutating func checkQuantity(_ name: String, _ path: String, metrics: Bool) {
    if SectorChecks.startNames.contains(name) || drawNames.contains(name) { return }
    if metrics, MetricCatalog.all.contains(where: { $0.id == name }) { return }
    switch ParameterTable.parameter(at: name)?.shape {
    case .number, .integer, .flag: return
    default: break
    }
    let candidates =
      SectorChecks.startNames + drawNames + (metrics ? MetricCatalog.all.map { $0.id } : [])
    add(
      .unknownReference, path,
      expected: metrics ? "a metric, a draw or a key" : "a draw, a key or clientsPerFte",
      found: "\"\(name)\"", hint: Suggestion.hint(for: name, among: candidates))
  }
}
