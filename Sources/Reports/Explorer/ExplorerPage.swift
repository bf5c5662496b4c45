import CaseloadModel
import Experiments
import ScenarioFormat
import SimulationKernel

/// The page of a run with the engine inside, on which a reader changes settings and sees what happens.
///
/// Without scripts it is the report of the base in the language of the page.
package struct ExplorerPage: Sendable {
  /// What the build of the engine made for the page.
  package struct Engine: Sendable {
    /// The WebAssembly module, packed, with what unpacks it, as text without `<`.
    let module: String
    /// The script of the thread that runs the model.
    let worker: String
    /// The script of the page.
    let script: String
    /// Style rules of the interactive part.
    let rules: String

    /// Makes an engine from the files of its build.
    package init(module: String, worker: String, script: String, rules: String) {
      self.module = module
      self.worker = worker
      self.script = script
      self.rules = rules
    }
  }

  private let study: StoredStudy
  private let result: ExperimentResult
  private let scenario: Scenario
  private let file: String
  private let engine: Engine
  private let levers: [String]
  private let ensemble: ExplorerEnsemble?
  private let language: PageLanguage
  private let metric: Metric
  private let version: String

  /// Most replications of a variant that the page runs.
  static let mostReplications = 300

  /// Makes the page of a run.
  ///
  /// - Parameters:
  ///   - study: The same run as a report reads it.
  ///   - file: The name of the scenario's file, by which dropped scenarios can extend it.
  ///   - levers: Key paths that are offered beside those of the table.
  ///   - ensemble: The base over the sets of an ensemble, if there is one.
  package init(
    _ study: StoredStudy, _ result: ExperimentResult, of scenario: Scenario, file: String,
    engine: Engine, levers: [String] = [], ensemble: ExplorerEnsemble? = nil,
    language: PageLanguage, metric: Metric, version: String
  ) {
    self.study = study
    self.result = result
    self.scenario = scenario
    self.file = file
    self.engine = engine
    self.levers = levers
    self.ensemble = ensemble
    self.language = language
    self.metric = metric
    self.version = version
  }

  /// Whether a setting can be offered beside those of the table.
  package static func offers(_ key: String, in scenario: Scenario) -> Bool {
    ExplorerLevers.own(key, in: scenario)?.value(key, in: scenario) != nil
  }

  /// The page in HTML.
  package var html: String {
    let article = article
    let title = article.plainTitle
    let hash = String(result.scenarioDigest.prefix(12))
    let own = PageContext(language: language, metric: metric, prefix: "")
    var body = Markup.element(
      "a", ["class": "skip", "href": "#content"], [.text(own.text(PageText.skip))])
    body += .element(
      "main", ["id": "content"],
      [
        .element("p", ["class": "kicker"], [.text(own.text(PageText.modelOnly))]),
        .element("h1", [article.title]),
        .element(
          "section", ["id": "explorer", "hidden": "", "aria-labelledby": "explorer-title"], []),
        .element(
          "noscript",
          [.element("p", ["class": "advice"], [.text(own.text(ExplorerText.noScript))])]),
        report(article),
      ])
    body += .element(
      "footer",
      [
        .element(
          "p", ["class": "note"],
          [.text(own.text(PageText.colophon) + " " + own.text(PageText.made, version))])
      ])
    body += data("text/plain", "explorer-data", HTMLPage.base64(ExplorerData(self).packed))
    body += data("text/plain", "explorer-worker", engine.worker)
    body += data("text/plain", "explorer-engine", engine.module)
    return HTMLPage(
      language: language, title: title,
      footer: own.text(PageText.footer, Markup.isolated(title), hash), body: body,
      moreRules: engine.rules, script: engine.script
    ).text
  }

  private func data(_ type: String, _ id: String, _ text: String) -> Markup {
    .script(text, ["type": type, "id": id])
  }

  private var article: PageArticle {
    guard case .run(let run) = study.findings else {
      preconditionFailure("the page is made of a run")
    }
    let context = PageContext(language: language, metric: metric, prefix: "r-")
    return RunPage(run: run, study: study, context: context).article
  }

  /// The report of the base, in the language in which the page opens.
  private func report(_ article: PageArticle) -> Markup {
    let context = PageContext(language: language, metric: metric, prefix: "")
    return .element(
      "article", ["class": "report", "lang": language.rawValue],
      [
        .element("h2", [.text(context.text(ExplorerText.reportTitle))]), article.lead,
        .element("p", ["class": "headline"], [article.headline]), article.first,
        .element("div", ["class": "break"], [article.rest]),
      ])
  }
}

/// What the scripts of the page are told, as JSON.
struct ExplorerData {
  private let members: [(String, JSONValue)]

  /// The data as JSON, packed with gzip.
  var packed: [UInt8] {
    var stream = GzipStream()
    var packed: [UInt8] = []
    stream.add(Array(JSONValue.object(members).line.utf8)) { packed += $0 }
    stream.finish { packed += $0 }
    return packed
  }

  fileprivate init(_ page: ExplorerPage) {
    members =
      page.facts + page.words + page.choices + [("base", page.base), ("ensemble", page.sets)]
  }
}

extension ExplorerPage {
  fileprivate var facts: [(String, JSONValue)] {
    let quantiles = [0.05] + (1...3).map { 0.05 / Double($0 * KeyFigure.allCases.count) }
    return [
      ("version", .string(version)), ("language", .string(language.rawValue)),
      ("metric", .string(metric.id)),
      ("mostReplications", .integer(Int64(ExplorerPage.mostReplications))),
      (
        "scenario",
        .object([
          ("name", .string(scenario.name)), ("title", .string(study.title ?? scenario.name)),
          ("digest", .string(result.scenarioDigest)),
          ("seed", .string(String(result.seed))), ("file", .string(file)),
          ("json", .string(ScenarioText.resolved(scenario))),
        ])
      ),
      // By the number of replications; the first list is for one interval, the others hold for all together.
      (
        "studentT",
        .array(
          quantiles.map { share in
            .array(
              (0...ExplorerPage.mostReplications).map { count in
                guard count > 1 else { return .null }
                return .finite(
                  Elementary.studentTQuantile(1 - share / 2, degreesOfFreedom: Double(count - 1)))
              })
          })
      ),
    ]
  }

  fileprivate var words: [(String, JSONValue)] {
    let charted = charted
    let metrics = MetricCatalog.all.map { definition -> JSONValue in
      let words = MetricWords.of(definition.metric)
      let title = Bilingual(
        PageContext(language: .nl, metric: metric, prefix: "").title(definition),
        PageContext(language: .en, metric: metric, prefix: "").title(definition))
      let bounds = [definition.bounds.lowerBound, definition.bounds.upperBound].map {
        JSONValue.finite($0)
      }
      // Of amounts of money and persons a hundredth of the base matters.
      let isRelative =
        SmallestDifference.of(definition, base: 1) != SmallestDifference.of(definition, base: 2)
      return .object([
        ("id", .string(definition.metric.id)), ("title", title.json),
        ("course", charted.firstIndex(of: definition.metric).map { .integer(Int64($0)) } ?? .null),
        ("explanation", words.explanation.json),
        ("section", .string("\(definition.section.rawValue)")),
        ("isPercent", .boolean(definition.isPercent)), ("isEuro", .boolean(definition.isEuro)),
        ("decimals", .integer(Int64(definition.decimals))),
        ("unit", UnitWords.of(definition).json),
        ("differenceUnit", UnitWords.ofDifference(definition).json),
        ("bounds", .array(bounds)),
        ("matters", isRelative ? .null : .number(SmallestDifference.of(definition, base: 1))),
      ])
    }
    let texts =
      ExplorerText.allCases.map { ($0.rawValue, $0.words.json) }
      + FollowText.allCases.map { ($0.rawValue, $0.words.json) }
      + SetsText.allCases.map { ($0.rawValue, $0.words.json) }
    let examples = InstructiveExample.allCases.map { example -> JSONValue in
      .object([("id", .string(example.rawValue)), ("title", example.words.json)])
    }
    let sections = MetricSection.allCases.map { section -> JSONValue in
      .object([
        ("id", .string("\(section.rawValue)")),
        ("title", Bilingual(section.dutchTitle, section.title).json),
      ])
    }
    let figures = KeyFigure.allCases.map { figure -> JSONValue in
      let titles = PageLanguage.allCases.map {
        figure.title(PageContext(language: $0, metric: metric, prefix: ""))
      }
      return .object([
        ("title", Bilingual(titles[0], titles[1]).json),
        ("metrics", .array(figure.metrics.map { .string($0.id) })),
        ("better", figure.better.map { .string($0 == .lower ? "lower" : "higher") } ?? .null),
      ])
    }
    return [
      ("texts", .object(texts)), ("metrics", .array(metrics)), ("sections", .array(sections)),
      ("keyFigures", .array(figures)), ("examples", .array(examples)),
    ]
  }

  fileprivate var choices: [(String, JSONValue)] {
    let offered = ExplorerLevers.offered(in: scenario, more: levers)
    return [
      ("levers", .array(offered)),
      (
        "leverGroups",
        .array(
          ExplorerLever.Group.allCases.map {
            .object([("id", .string($0.rawValue)), ("title", $0.title.json)])
          })
      ),
      (
        "presets",
        .array(
          ExplorerLevers.priorities.map { preset in
            .object([
              ("id", .string(preset.id)), ("title", preset.title.json),
              ("settings", .object(preset.settings.map { ($0.0, .number($0.1)) })),
            ])
          })
      ),
    ]
  }

  /// The results of the base for all clients, so that variants are paired from their first replication on.
  fileprivate var base: JSONValue {
    let metrics = Metric.allCases.indices
    let groups = result.cellCount
    func whole(_ rows: ReplicationValues) -> String {
      HTMLPage.base64(
        rows.prefix(ExplorerPage.mostReplications).flatMap { row in
          metrics.flatMap { ExplorerPage.bytes(row[$0 * groups].bitPattern) }
        })
    }
    let months = result.observationDays.indices.flatMap { month in
      charted.flatMap { metric -> [UInt8] in
        let estimate = result.series[(month * metrics.count + metric.rawValue) * groups]
        let pair = [estimate.mean, estimate.halfWidth].map { Float($0).bitPattern }
        return pair.flatMap { ExplorerPage.bytes($0) }
      }
    }
    return .object([
      ("replications", .integer(Int64(min(result.values.count, ExplorerPage.mostReplications)))),
      ("groups", .array((["all"] + result.parts.names).map { .string($0) })),
      ("days", .array(result.observationDays.map { .integer(Int64($0)) })),
      ("values", .string(whole(result.values))), ("weights", .string(whole(result.weights))),
      ("series", .string(HTMLPage.base64(months))),
    ])
  }

  /// The base over the sets of an ensemble, of the figures that the page shows of them; null without one.
  fileprivate var sets: JSONValue {
    let shown = Set(charted + KeyFigure.allCases.flatMap(\.metrics))
    return ensemble?.json(of: Metric.allCases.filter { shown.contains($0) }) ?? .null
  }

  /// The metrics of which the page draws the months, so that it stays small.
  fileprivate var charted: [Metric] {
    MetricCatalog.all.filter { $0.isHeadline || $0.metric == metric }.map(\.metric)
  }

  /// The bytes of a number, the lowest first, as browsers hold them.
  static func bytes(_ bits: some FixedWidthInteger) -> [UInt8] {
    (0..<(bits.bitWidth / 8)).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
  }
}
