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

  /// Whether a dated change may set the key, and for whom the new value then holds.
  public enum Change: String, Sendable, CaseIterable {
    /// No dated change may set it: the run is built on it.
    case fixed
    /// The new value holds for what comes after the date: clients who come in, workers who are hired,
    /// what is begun, noted or agreed from then on. What was there before keeps the old one.
    case newcomers
    /// The new value takes hold on the date for everybody and everything it touches.
    case anyTime
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
  /// Whether it may change on a date; `nil` for sections and lists, whose members say it themselves.
  public let change: Change?
  /// The kind of value.
  public let shape: Shape
  /// Whether a list may also be written as an object whose keys are the names of its elements.
  public var namesAreKeys = false

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
