/// One entry of the parameter table: a key of the scenario format and all that is known of it.
public struct Parameter: Sendable {
  /// How firmly the default is known.
  public enum Status: String, Sendable, CaseIterable {
    /// The evidence gives the value, or the user states it.
    case given
    /// Set so that published figures are reproduced.
    case calibrated
    /// The evidence leaves it open: it is varied in sensitivity runs.
    case free
    /// A plausible value that nothing pins.
    case assumption
    /// A date, length or number of runs that whoever asks for a run chooses; no evidence could give it.
    case chosen
    /// A name, text or technical setting, for which the question does not arise.
    case descriptive
  }

  /// The kind of value that the key takes.
  public indirect enum Shape: Sendable {
    case number(Bounds)
    case integer(ClosedRange<Int>)
    case seed
    case flag
    /// A text of at most `limit` Unicode scalars; a name obeys `DiagnosticCode.badName`.
    case text(limit: Int)
    case name(allowsDots: Bool)
    /// The name of a group of `population.groups`.
    case groupName
    case texts(limit: Int)
    /// One of a closed list of words.
    case choice([String])
    /// An object of key paths with values.
    case changes
    case date
    case section([Parameter])
    /// Elements with the parameters given; the first parameter is the name that identifies each.
    /// `template` holds the values that a new element starts with.
    case list([Parameter], template: Setting)
  }

  /// The last part of the key path.
  public let key: String
  /// What it means, in one plain sentence.
  public let meaning: String
  /// The unit of a number; empty for texts, flags, sections and lists.
  public let unit: String
  /// Ids of the evidence that the default rests on.
  public let evidence: [String]
  /// How firmly the default is known.
  public let status: Status
  /// The kind of value.
  public let shape: Shape

  /// The parameters inside a section, or inside each element of a list.
  public var children: [Parameter] {
    switch shape {
    case .section(let children), .list(let children, _): children
    default: []
    }
  }

  /// Whether the key takes a value itself.
  public var isLeaf: Bool {
    switch shape {
    case .section, .list: false
    default: true
    }
  }
}
