import CaseloadModel
import Experiments
import ScenarioFormat

/// What a run found of the organisations of a sector, as the files of its folder and as tables.
package struct SectorDocuments {
  /// The name of the format of `sector.json`.
  package static let format = "caseload-sector/1"

  private let result: ExperimentResult
  private let table: OrganisationTable

  /// Makes the documents of a result; `nil` when it is not of a sector, or values were not kept.
  package init?(_ result: ExperimentResult) {
    guard let organisations = result.organisations, organisations.isKept else { return nil }
    self.result = result
    table = organisations.table()
  }

  private var sector: Sector { table.sector }

  /// The files of the folder.
  ///
  package func files() -> [ResultFile] {
    [
      ResultFile(name: "sector.json", text: json),
      ResultFile(name: "organisations.csv", pieces: organisationPieces),
      ResultFile(name: "organisation-quantities.csv", text: quantitiesCSV),
    ]
  }

  // MARK: - JSON

  private var json: String { jsonValue.text() }

  private var jsonValue: JSONValue {
    let metrics = MetricCatalog.all.map { definition in
      let found = table.distribution(definition.metric)
      return (
        definition.metric.id,
        JSONValue.object([
          ("unit", .string(definition.unit.rawValue)), ("mean", .object(found.mean.members)),
          ("p10", .object(found.p10.members)), ("p50", .object(found.p50.members)),
          ("p90", .object(found.p90.members)),
          ("varianceBetween", .finite(found.variance.between)),
          ("varianceWithin", .finite(found.variance.within)),
          ("shareBetween", .finite(found.variance.shareBetween)),
        ])
      )
    }
    let shares = sector.shares.map { share in
      (
        share.name,
        JSONValue.object(
          [("condition", .string(share.text))]
            + Estimate(of: table.shares(share), bounds: 0...1).members)
      )
    }
    let subsets = sector.subsets.map { ($0.name, JSONValue.integer(Int64($0.positions.count))) }
    let header = DocumentHeader(
      SectorDocuments.format, result.scenarioName, result.scenarioDigest, seed: result.seed)
    return .object(
      header.members() + [
        ("replications", .integer(Int64(table.replications))),
        ("organisations", .integer(Int64(sector.organisations.count))),
        ("clients", .integer(Int64(sector.clients))), ("subsets", .object(subsets)),
        ("shares", .object(shares)), ("metrics", .object(metrics)),
      ])
  }

  // MARK: - Tables

  /// One row per organisation and metric, with its rank and the ranks that it may have, in pieces per metric.
  private var organisationPieces: some Sequence<String> {
    let header = CSVText(
      header: ["organisation", "metric", "unit"] + Estimate.columns + [
        "rank", "rankLow", "rankHigh",
      ])
    return [header.text].lazy.map { $0 }
      + MetricCatalog.all.lazy.map { definition in
        var rows = CSVText(header: [])
        _ = rows.take()
        let ranks = table.ranks(definition.metric)
        for (position, organisation) in sector.organisations.enumerated() {
          guard let rank = ranks[position] else { continue }
          let estimate = table.estimate(definition.metric, organisation: position)
          rows.add(
            [organisation.name, definition.metric.id, definition.unit.rawValue] + estimate.fields
              + ["\(rank.rank)", "\(rank.low)", "\(rank.high)"])
        }
        return rows.text
      }
  }

  private var quantitiesCSV: String { SectorDocuments.quantitiesCSV(of: sector) }

  /// One row per organisation and quantity at the start: draws, clients and clients per fte.
  package static func quantitiesCSV(of sector: Sector) -> String {
    var text = CSVText(header: ["organisation", "member", "quantity", "value"])
    for organisation in sector.organisations {
      for (name, value) in organisation.quantities {
        text.add([organisation.name, organisation.member, name, CSVText.field(value)])
      }
    }
    return text.text
  }

  /// The distribution between organisations as people read it.
  package func text(_ layout: TableLayout) -> String {
    var columns = AlignedColumns(style: layout.style)
    columns.add(
      .cells([
        "", layout.word("gemiddelde", "mean"), "p10", "p50", "p90",
        layout.word("verschil tussen", "between"),
      ]))
    for section in MetricSection.allCases {
      let definitions = MetricCatalog.headlines.filter { $0.section == section }
      guard !definitions.isEmpty else { continue }
      columns.add(.heading(layout.title(of: section)))
      for definition in definitions {
        let found = table.distribution(definition.metric)
        let between = found.variance.shareBetween
        columns.add(
          .cells(
            ["  " + layout.label(layout.title(of: definition), of: definition)]
              + [found.mean, found.p10, found.p50, found.p90].map {
                layout.figure($0.mean, definition)
              }
              + [between.isFinite ? DecimalText.fixed(between * 100, decimals: 0) + " %" : "–"]))
      }
    }
    let count = sector.organisations.count
    var text = layout.style.bold(
      layout.word("Tussen \(count) organisaties", "Between \(count) organisations"))
    text += "\n" + columns.text(columns: 6)
    for share in sector.shares {
      let estimate = Estimate(of: table.shares(share), bounds: 0...1)
      text += shareLine(share, estimate, layout) + "\n"
    }
    return text
  }

  private func shareLine(
    _ share: Sector.Share, _ estimate: Estimate, _ layout: TableLayout
  ) -> String {
    let percent = { (value: Double) in DecimalText.fixed(value * 100, decimals: 1) }
    let interval =
      estimate.halfWidth.isFinite
      ? " (\(percent(estimate.low))–\(percent(estimate.high)) %)" : ""
    return "  \(share.name): \(percent(estimate.mean)) %\(interval)"
      + layout.word(" van de organisaties: ", " of the organisations: ") + share.text
  }
}
