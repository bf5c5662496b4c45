/// One published fact or figure on which defaults of the model rest or with which its results are compared.
public struct Evidence: Sendable {
  /// Where a fact stands.
  enum Source: Sendable {
    /// One of the five reports, with a range of lines of its text.
    case report(EvidenceReport, lines: String)
    /// Another study or set of figures, with the place in it.
    case study(String, place: String)
  }

  /// How firmly a fact is known here.
  public enum Status: String, Sendable, CaseIterable {
    /// Read in the report itself.
    case read = "read in the report"
    /// The figure was seen at its publisher.
    case confirmed = "figure seen at the publisher"
    /// Only the direction of the effect is confirmed.
    case direction = "direction alone confirmed"
    /// A method that is in common use.
    case practice = "common practice"
    /// Unconfirmed, so that it may be an input with a wide range and never a target.
    case memory = "unconfirmed: an input with a wide range, never a target"
  }

  /// The id, for example `E-086`; E-… from the five reports, O-… from elsewhere.
  public let id: String
  /// The subject.
  public let topic: EvidenceTopic
  /// What it says, with its figures, in one sentence.
  public let text: String
  /// How firmly it is known.
  public let status: Status
  /// Where sources disagree, what was computed from the figures, or what the text leaves open.
  public let note: String?
  /// Where it stands.
  let origin: Source

  /// Makes a fact from one of the five reports; `lines` is a range of lines of the text, such as "40-41".
  init(
    _ id: String, _ topic: EvidenceTopic, _ report: EvidenceReport, lines: String, _ text: String,
    note: String? = nil
  ) {
    self.id = id
    self.topic = topic
    self.text = text
    self.status = .read
    self.note = note
    self.origin = .report(report, lines: lines)
  }

  /// Makes a fact from another study.
  init(
    _ id: String, _ topic: EvidenceTopic, study: String, place: String, _ status: Status,
    _ text: String, note: String? = nil
  ) {
    self.id = id
    self.topic = topic
    self.text = text
    self.status = status
    self.note = note
    self.origin = .study(study, place: place)
  }
}

extension Evidence {
  /// Who published it, in which report and year.
  public var source: String {
    switch origin {
    case .report(let report, _): report.title
    case .study(let study, _): study
    }
  }

  /// The source in a few words, for use between brackets.
  public var shortSource: String {
    switch origin {
    case .report(let report, _): report.shortTitle
    case .study(let study, _): study
    }
  }

  /// Where in the source it stands.
  public var place: String {
    switch origin {
    case .report(_, let lines): "lines \(lines) of the text"
    case .study(_, let place): place
    }
  }

  /// Id and source between brackets, for example "E-086 (Arbeidsinspectie 2024, lines 40-41)".
  public var citation: String {
    switch origin {
    case .report(let report, let lines): "\(id) (\(report.shortTitle), lines \(lines))"
    case .study(let study, _): "\(id) (\(study))"
    }
  }
}
