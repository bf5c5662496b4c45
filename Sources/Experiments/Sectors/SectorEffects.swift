import CaseloadModel
import ScenarioFormat

/// What the difference between two runs of a sector comes to in organisations of one size or starting point.
///
/// Organisations are classed by what they are in the base, each counts once, and differences are taken
/// replication by replication under common random numbers.
package struct SectorEffects: Sendable {
  /// Organisations of one kind.
  package struct Class: Sendable, Equatable {
    /// By what they are classed: `clients`, `clientsPerFte` or `subset`.
    package let by: String
    /// Which of them, for example `quarter 1` or the name of a subset.
    package let name: String
    /// Their positions.
    package let positions: [Int]
  }

  /// The classes: quarters by clients, quarters by clients per fte, then the named sets that have members.
  package let classes: [Class]
  private let base: OrganisationTable
  private let variant: OrganisationTable
  private let pairs: [(base: Int, variant: Int)]

  /// Pairs two results; `nil` when they are not of sectors of the same organisations, or values were not kept.
  package init?(base: ExperimentResult, variant: ExperimentResult) {
    guard let own = base.organisations, let other = variant.organisations, own.isKept,
      other.isKept,
      own.sector.organisations.map(\.name) == other.sector.organisations.map(\.name)
    else { return nil }
    self.base = own.table()
    self.variant = other.table()
    pairs = PairedComparison.pairs(base.finishedReplications, variant.finishedReplications)
    classes =
      SectorEffects.quarters(own.sector, by: "clients")
      + SectorEffects.quarters(own.sector, by: "clientsPerFte")
      + own.sector.subsets.filter { !$0.positions.isEmpty }.map {
        Class(by: "subset", name: $0.name, positions: $0.positions)
      }
  }

  /// Four classes of as many organisations each, the lowest values first.
  static func quarters(_ sector: Sector, by quantity: String) -> [Class] {
    let ranked = sector.organisations.indices.sorted { a, b in
      let (first, second) = (
        sector.organisations[a].quantity(quantity) ?? 0,
        sector.organisations[b].quantity(quantity) ?? 0
      )
      return (first, a) < (second, b)
    }
    return (0..<4).compactMap { quarter in
      let positions = ranked[ranked.count * quarter / 4..<ranked.count * (quarter + 1) / 4]
      return positions.isEmpty
        ? nil : Class(by: quantity, name: "quarter \(quarter + 1)", positions: positions.sorted())
    }
  }

  /// The mean difference in a class: variant less base, over the organisations in which both exist.
  package func effect(_ metric: Metric, in members: Class) -> Estimate {
    Estimate(
      of: pairs.map { pair in
        var sum = 0.0
        var count = 0.0
        for position in members.positions {
          let own = base.values(metric, organisation: position)
          let other = variant.values(metric, organisation: position)
          let difference =
            other[other.startIndex + pair.variant] - own[own.startIndex + pair.base]
          guard difference.isFinite else { continue }
          sum += difference
          count += 1
        }
        return sum / count
      })
  }
}
