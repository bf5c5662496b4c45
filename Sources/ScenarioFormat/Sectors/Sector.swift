import CaseloadModel
import SimulationKernel

/// The organisations of a sector, each an ordinary scenario with a stream root of its own.
public struct Sector: Sendable {
  /// One organisation.
  public struct Organisation: Sendable {
    /// The name: that of its member, with a number where there are several.
    public let name: String
    /// The name of its member.
    public let member: String
    /// Its position among the organisations of its member, from 0.
    public let index: Int
    /// The scenario.
    public let scenario: Scenario
    /// What conditions can ask of it at the start: draws, clients and clientsPerFte, by name.
    public let quantities: [(name: String, value: Double)]

    /// The seed of the organisation's runs in a study with a given seed.
    ///
    /// It depends on the name of the member and the position in it alone, so whatever is changed in other
    /// organisations leaves it in place. Running the organisation's scenario by itself with this seed
    /// gives the bytes that the sector has.
    public func seed(in study: UInt64) -> UInt64 {
      var stream = SectorStreams.stream(.organisation, seed: study, member, index: index)
      return stream.next()
    }

    /// A quantity at the start by its name; `nil` when there is none.
    public func quantity(_ name: String) -> Double? {
      quantities.first { $0.name == name }?.value
    }
  }

  /// A named set of organisations.
  public struct Subset: Sendable {
    /// The name.
    public let name: String
    /// Positions in the sector, rising.
    public let positions: [Int]
  }

  /// A share of organisations that results tell.
  public struct Share: Sendable {
    /// The name.
    public let name: String
    /// The condition in words.
    public let text: String
    /// The condition on a metric; `nil` when it is about the start.
    public let condition: SectorCondition?
    /// Positions of the organisations that meet a condition about the start.
    public let positions: [Int]
  }

  /// The organisations, in the order of the file.
  public let organisations: [Organisation]
  /// The named sets.
  public let subsets: [Subset]
  /// The shares that results tell.
  public let shares: [Share]
  /// The settings.
  public let settings: SectorSettings
  /// The scenarios that members are made from, by member.
  public let files: [(member: String, scenario: Scenario)]
  /// Names of the parts of the stock that all organisations have, in the order of the first.
  public let groupNames: [String]

  /// Clients at the start of all organisations together.
  public var clients: Int { organisations.reduce(0) { $0 + $1.scenario.population.clients } }
}

/// Streams of random numbers that make a sector, apart from those of its runs.
enum SectorStreams {
  /// What a stream is for.
  enum Purpose: UInt64 {
    /// The root of an organisation's runs.
    case organisation = 1
    /// A draw.
    case draw = 2
    /// The place of a draw within its part of the range.
    case stratum = 3
  }

  /// A stream for one organisation of a member, and for one draw if it has a name.
  ///
  /// The names stand for the replication in the key, and no run has so high a number of replications.
  static func stream(
    _ purpose: Purpose, seed: UInt64, _ member: String, draw: String = "", index: Int
  ) -> RandomStream {
    let names = number(of: "\(draw.utf8.count) \(draw) \(member)") | 1 << 63
    return RandomStream(
      key: RandomStream.Key(seed: seed, replication: names), purpose: purpose.rawValue,
      entity: UInt64(index))
  }

  /// A number that stands for a name.
  ///
  /// Algorithm: FNV-1a with 64 bits (Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/).
  static func number(of name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
