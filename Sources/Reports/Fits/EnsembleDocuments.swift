import CaseloadModel
import Experiments
import ScenarioFormat

/// The results of scenarios over the sets of an ensemble, with both kinds of uncertainty.
package struct EnsembleDocuments: ResultDocument {
  /// What is shown of the scenarios.
  package enum Kind: String, Sendable {
    /// Each on its own.
    case run
    /// The first, and how the others differ from it.
    case compare
    /// Points of one scenario.
    case sweep
  }

  /// One scenario over all sets.
  package struct Entry: Sendable {
    let label: String
    let name: String
    let digest: String
    /// One result per set; all have the same replications.
    let results: [ExperimentResult]

    /// Makes an entry.
    package init(label: String, name: String, digest: String, results: [ExperimentResult]) {
      self.label = label
      self.name = name
      self.digest = digest
      self.results = results
    }
  }

  /// One figure of one scenario, or of its difference from the first one.
  package struct Figure: Sendable {
    let row: MetricRows.Row
    let entry: Int
    let estimate: EnsembleEstimate
  }

  let kind: Kind
  package let entries: [Entry]
  /// The metrics of the table.
  let metrics: [MetricDefinition]
  /// Whether these were asked for.
  private let areChosen: Bool
  let seed: UInt64
  let ensembleName: String
  /// All figures, by entry, then metric, then group.
  package let figures: [Figure]

  /// Makes the documents.
  ///
  /// - Parameter metrics: The metrics of the table; the usual ones if not given.
  /// - Precondition: All results have the same replications and groups.
  package init(
    _ kind: Kind, _ entries: [Entry], metrics: [MetricDefinition]? = nil, seed: UInt64,
    ensembleName: String
  ) {
    self.kind = kind
    self.entries = entries
    self.metrics = metrics ?? EnsembleDocuments.usualMetrics.map { MetricCatalog[$0] }
    areChosen = metrics != nil
    self.seed = seed
    self.ensembleName = ensembleName
    var figures: [Figure] = []
    for (index, entry) in entries.enumerated() {
      for row in MetricRows(entry.results[0].parts) {
        let values = entry.results.map {
          $0.contributions(row.definition.metric, group: row.group)
        }
        guard kind == .compare, index > 0 else {
          figures.append(
            Figure(
              row: row, entry: index,
              estimate: EnsembleEstimate(values, within: row.definition.bounds)))
          continue
        }
        let base = entries[0].results.map {
          $0.contributions(row.definition.metric, group: row.group)
        }
        let differences = zip(values, base).map { own, theirs in zip(own, theirs).map { $0 - $1 } }
        figures.append(Figure(row: row, entry: index, estimate: EnsembleEstimate(differences)))
      }
    }
    self.figures = figures
  }

  /// Metrics that a table shows when nobody asks for others: each takes three lines or more.
  static let usualMetrics: [Metric] = [
    .stockClients, .caseloadPerFte, .unseen6m, .unseen12m, .contactPerClientYear,
    .knowledgeNotInView, .outflowWork, .outflowTotal, .workloadPressureHigh, .costStaff,
    .costInstruments,
  ]

  var setCount: Int { entries.first?.results.count ?? 0 }
  var replications: Int { entries.first?.results.first?.finishedReplications.count ?? 0 }

  func figure(_ metric: Metric, entry: Int) -> EnsembleEstimate? {
    figures.first {
      $0.entry == entry && $0.row.group == 0 && $0.row.definition.metric == metric
    }?.estimate
  }

  // MARK: - Programs

  /// The name of the format of the JSON.
  package static let format = "caseload-ensemble-results/1"

  package var jsonValue: JSONValue {
    .object([
      ("format", .string(EnsembleDocuments.format)), ("command", .string(kind.rawValue)),
      ("ensemble", .string(ensembleName)), ("sets", .integer(Int64(setCount))),
      ("seed", .unsigned(seed)), ("replications", .integer(Int64(replications))),
      (
        "notes",
        .array(
          notes(TableLayout(), of: EnsembleDocuments.usualMetrics.map { MetricCatalog[$0] }).map {
            .string($0)
          })
      ),
      (
        "scenarios",
        .array(
          entries.enumerated().map { index, entry in
            .object([
              ("label", .string(entry.label)),
              ("scenario", DocumentHeader.scenario(entry.name, entry.digest)),
              (
                "metrics",
                MetricRows.members(entry.results[0].parts) { definition, group in
                  members(definition, group, index)
                }
              ),
            ])
          })
      ),
    ])
  }

  private func members(
    _ definition: MetricDefinition, _ group: Int, _ entry: Int
  ) -> [(String, JSONValue)] {
    let figure = figures.first {
      $0.entry == entry && $0.row.group == group
        && $0.row.definition.metric == definition.metric
    }
    guard let estimate = figure?.estimate else { return [] }
    var members: [(String, JSONValue)] = [
      (kind == .compare && entry > 0 ? "difference" : "mean", .finite(estimate.mean)),
      ("low95", .finite(estimate.low)), ("high95", .finite(estimate.high)),
      ("chanceHalfWidth", .finite(estimate.chanceHalfWidth)),
      ("parameterHalfWidth", .finite(estimate.parameterHalfWidth)),
      ("lowestSet", .finite(estimate.lowest)), ("highestSet", .finite(estimate.highest)),
      ("chanceWithinSetsShare", .finite(estimate.blur)),
    ]
    if kind == .compare, entry > 0 {
      members += [
        ("setsAbove", .integer(Int64(estimate.above))),
        ("setsBelow", .integer(Int64(estimate.below))),
      ]
    }
    return members
  }

  package var rows: DataTable {
    DataTable(
      ["scenario"] + MetricRows.columns + [
        "mean", "low95", "high95", "chanceHalfWidth", "parameterHalfWidth", "lowestSet",
        "highestSet", "setsAbove", "setsBelow", "chanceWithinSetsShare",
      ],
      rows: figures.lazy.map { figure in
        let estimate = figure.estimate
        return [entries[figure.entry].label] + figure.row.fields
          + [
            estimate.mean, estimate.low, estimate.high, estimate.chanceHalfWidth,
            estimate.parameterHalfWidth, estimate.lowest, estimate.highest,
          ].map { CSVText.field($0) } + [String(estimate.above), String(estimate.below)]
          + [CSVText.field(estimate.blur)]
      })
  }

  /// One row per scenario, set, metric and group.
  private var sets: DataTable {
    DataTable(
      ["scenario", "set"] + MetricRows.columns + ["mean"],
      rows: entries.lazy.flatMap { entry in
        entry.results.enumerated().lazy.flatMap { number, result in
          MetricRows(result.parts).lazy.map { row in
            [entry.label, String(number + 1)] + row.fields + [
              CSVText.field(result.estimate(row.definition.metric, group: row.group).mean)
            ]
          }
        }
      })
  }

  /// All files of the result.
  package func files(record: RunRecord, scenario: Scenario) -> [ResultFile] {
    [
      ResultFile(name: "results.json", text: jsonValue.text()),
      ResultFile(name: "results.csv", text: rows.csv),
      ResultFile(name: "sets.csv", text: sets.csv),
      ResultFile(name: "scenario.json", text: ScenarioText.resolved(scenario)),
      ResultFile(name: "run.json", text: record.json),
    ]
  }

  // MARK: - People

  package func table(_ layout: TableLayout) -> String {
    var text =
      layout.style.bold(
        layout.word(
          "\(setCount) sets van \(ensembleName), \(layout.replications(replications)) per set",
          "\(setCount) sets of \(ensembleName), \(layout.replications(replications)) each")) + "\n"
    for (index, entry) in entries.enumerated() {
      text += "\n" + layout.style.bold(DiagnosticRenderer.printable(entry.label)) + "\n"
      let isDifference = kind == .compare && index > 0
      text += table(of: index, isDifference, layout)
      if isDifference { text += "\n" + sentences(of: index, layout) }
    }
    for note in notes(layout, of: metrics) {
      text += "\n" + WrappedText.lines(note, indent: 0, hanging: 0, width: layout.width)
    }
    if !areChosen {
      let (shown, all) = (metrics.count, MetricCatalog.all.count)
      text +=
        "\n"
        + WrappedText.lines(
          layout.word(
            "Getoond: \(shown) van de \(all) cijfers; --metric CIJFER toont andere, --format csv alle.",
            "Shown: \(shown) of \(all) metrics; --metric METRIC shows others, --format csv all of them."
          ),
          indent: 0, width: layout.width)
    }
    return text + "\n"
      + layout.style.faint(
        WrappedText.lines(EnsembleDocuments.note(layout), indent: 0, width: layout.width))
  }

  private func table(of entry: Int, _ isDifference: Bool, _ layout: TableLayout) -> String {
    var table = AlignedColumns(style: layout.style)
    // Where the parts do not fit beside the whole they stand below it: without them nobody sees which is which.
    var parts = AlignedColumns(style: layout.style)
    parts.add(.cells(["", layout.word("toeval ±", "chance ±"), "parameters ±"]))
    table.add(
      .cells([
        "", isDifference ? layout.word("verschil", "difference") : layout.word("gemiddeld", "mean"),
        layout.word("95 %, geheel", "95 %, total"), layout.word("toeval ±", "chance ±"),
        "parameters ±", layout.word("over de sets", "over the sets"),
      ]))
    for definition in metrics {
      guard let estimate = figure(definition.metric, entry: entry) else { continue }
      func value(_ number: Double) -> String {
        isDifference
          ? layout.number(DifferenceText.signed(number, definition))
          : layout.figure(number, definition)
      }
      func size(_ number: Double) -> String {
        number.isFinite ? layout.number(DifferenceText.unsigned(number, definition)) : "–"
      }
      func span(_ low: Double, _ high: Double) -> String {
        low.isFinite && high.isFinite
          ? value(low) + layout.word(" tot ", " to ") + value(high) : "–"
      }
      let label = "  " + layout.label(layout.title(of: definition), of: definition)
      let (chance, parameters) = (size(estimate.chanceHalfWidth), size(estimate.parameterHalfWidth))
      table.add(
        .cells([
          label, value(estimate.mean), span(estimate.low, estimate.high), chance, parameters,
          span(estimate.lowest, estimate.highest),
        ]))
      parts.add(.cells([label, chance, parameters]))
    }
    let columns = table.columnsThatFit(width: layout.width)
    return columns >= 5
      ? table.text(columns: columns) : table.text(columns: 3) + "\n" + parts.text(columns: 3)
  }

  /// In how many sets each difference has its sign, and between which values.
  private func sentences(of entry: Int, _ layout: TableLayout) -> String {
    metrics.compactMap { definition -> String? in
      guard let estimate = figure(definition.metric, entry: entry), estimate.mean.isFinite,
        estimate.mean != 0
      else { return nil }
      let count = estimate.mean < 0 ? estimate.below : estimate.above
      let word = estimate.mean < 0 ? layout.word("lager", "lower") : layout.word("hoger", "higher")
      let ends = [estimate.lowest, estimate.highest].map {
        layout.number(DifferenceText.signed($0, definition))
      }
      let unit = definition.isPercent ? layout.word(" procentpunt", " points") : ""
      return "  \(layout.title(of: definition)): \(word) "
        + layout.word("in \(count) van de \(setCount) sets", "in \(count) of \(setCount) sets")
        + layout.word(", tussen \(ends[0]) en \(ends[1])", ", between \(ends[0]) and \(ends[1])")
        + "\(unit)\n"
    }.joined()
  }

  private static func note(_ layout: TableLayout) -> String {
    layout.word(
      "Geheel: toeval en parameters samen. Parameters: wat de cijfers van de fit niet bepalen. Over de sets: de"
        + " gemiddelden van de sets, met het toeval van hun herhalingen.",
      "Total: chance and parameters together. Parameters: what the figures of the fit do not determine. Over the sets:"
        + " the means of the sets, with the chance of their replications."
    )
  }
}
