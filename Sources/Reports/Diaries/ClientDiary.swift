import CaseloadModel

/// The diary of one client: as text for people, as rows for pages, and as JSON.
package struct ClientDiary: Sendable {
  /// A moment of the diary in words.
  package struct Row: Sendable, Equatable {
    /// The date and time.
    package var moment: String
    /// What happened, each in a sentence.
    package var happened: [String]
    /// Why, each in a phrase.
    package var because: [String]
    /// The figures that moved.
    package var moved: [String]
  }

  /// The client.
  package let client: Int
  let entries: [DiaryEntry]
  let words: DiaryWords

  /// Puts the entries of a client into words.
  package init(_ client: Int, _ entries: [DiaryEntry], _ words: DiaryWords) {
    self.client = client
    self.entries = entries
    self.words = words
  }

  /// Whether somebody reading along learns anything from an event: work behind the scenes does not count.
  private static func isTold(_ event: RecordedEvent) -> Bool {
    event.activity != .worked && event.activity != .taskCreated
  }

  /// The diary in words, without moments at which nothing is told.
  package var rows: [Row] {
    entries.compactMap { entry in
      var told = entry
      told.events = entry.events.filter(ClientDiary.isTold)
      let happened = told.events.map(words.sentence) + (entry.mark.map { [sentence($0)] } ?? [])
      guard !happened.isEmpty else { return nil }
      let because = told.reasons(words).map { reason in
        let rule = reason.key.isEmpty ? "" : "\(reason.key) = \(reason.value ?? "")"
        return [reason.words, rule].filter { !$0.isEmpty }.joined(separator: "; ")
      }
      return Row(
        moment: words.moment(entry.minute), happened: happened, because: because,
        moved: moved(in: entry))
    }
  }

  /// The diary as lines of text.
  package var text: String {
    var text = ""
    for row in rows {
      let indent = String(repeating: " ", count: row.moment.count + 2)
      for (place, sentence) in row.happened.enumerated() {
        text += (place == 0 ? row.moment + "  " : indent) + sentence + "\n"
      }
      for reason in row.because {
        text += indent + (words.language == .en ? "because: " : "want: ") + reason + "\n"
      }
      for change in row.moved { text += indent + "  " + change + "\n" }
    }
    return text
  }

  func sentence(_ mark: TimeMark) -> String {
    let isEnglish = words.language == .en
    let metric = " (\(mark.rawValue))"
    switch mark {
    case .unseen6m:
      return (isEnglish ? "counts as unseen for six months" : "telt als zes maanden niet gezien")
        + metric
    case .unseen12m:
      return (isEnglish ? "counts as unseen for twelve months" : "telt als een jaar niet gezien")
        + metric
    case .unseen24m:
      return (isEnglish ? "counts as unseen for two years" : "telt als twee jaar niet gezien")
        + metric
    case .overdue:
      return (isEnglish ? "the next contact is overdue" : "het volgende contact is over tijd")
        + metric
    case .agreementsEnd:
      return (isEnglish ? "the agreements have run out" : "de afspraken zijn verlopen") + metric
    }
  }

  /// The figures that an entry moved.
  private func moved(in entry: DiaryEntry) -> [String] {
    guard let after = entry.after else { return [] }
    let isEnglish = words.language == .en
    let before = entry.before
    var lines: [String] = []
    func figure(_ label: String, _ old: String?, _ new: String) {
      if let old, old != new {
        lines.append("\(label) \(old) → \(new)")
      } else if old == nil {
        lines.append("\(label) \(new)")
      }
    }
    func share(_ label: String, _ value: (ClientSnapshot) -> Double) {
      figure(label, before.map { words.percent(value($0)) }, words.percent(value(after)))
    }
    share(isEnglish ? "held to be known" : "geldt als bekend") { $0.currency }
    share(isEnglish ? "truly known" : "werkelijk bekend") { $0.accuracy }
    share(isEnglish ? "known to the worker alone" : "alleen bij de medewerker bekend") {
      $0.privateOnly
    }
    figure(
      isEnglish ? "readiness" : "werkfitheid",
      before.map { words.number($0.readiness, decimals: 2) },
      words.number(after.readiness, decimals: 2))
    figure(
      isEnglish ? "believed group" : "ingedeeld als",
      before.map { words.names.group($0.believedGroup) },
      words.names.group(after.believedGroup))
    figure(
      isEnglish ? "true group" : "werkelijke groep", before.map { words.names.group($0.trueGroup) },
      words.names.group(after.trueGroup))
    guard after.isInStock else { return lines }
    func list(_ attributes: [Int]) -> String {
      attributes.isEmpty
        ? (isEnglish ? "none" : "geen")
        : attributes.map(words.names.attribute).joined(separator: ", ")
    }
    func needs(_ label: String, _ value: (ClientSnapshot) -> [Int]) {
      guard !value(after).isEmpty || !(before.map(value) ?? []).isEmpty else { return }
      figure(label, before.map { list(value($0)) }, list(value(after)))
    }
    needs(isEnglish ? "needs support with" : "heeft ondersteuning nodig bij") { $0.needs }
    needs(isEnglish ? "of which is known" : "waarvan bekend") { $0.knownNeeds }
    needs(isEnglish ? "of which is not met" : "waarvan niet vervuld") { $0.unmetNeeds }
    let hours = { (client: ClientSnapshot) in
      words.number(client.attention, decimals: 1) + (isEnglish ? " hours" : " uur")
    }
    if after.attention >= 0.05 || (before?.attention ?? 0) >= 0.05 {
      figure(
        isEnglish ? "attention of talks that still works" : "aandacht van gesprekken die nog werkt",
        before.map(hours), hours(after))
    }
    let never = Int(Int32.max)
    func day(_ minute: Int) -> String {
      // A long time ago stands for what has never been.
      guard minute > -900_000_000 else { return isEnglish ? "none" : "geen" }
      return minute >= never || minute > 900_000_000
        ? (isEnglish ? "never" : "nooit") : words.date(minute)
    }
    figure(
      isEnglish ? "next contact due" : "volgend contact uiterlijk", before.map { day($0.due) },
      day(after.due))
    if after.agreementUntil > entry.minute {
      figure(
        isEnglish ? "agreements until" : "afspraken tot", before.map { day($0.agreementUntil) },
        day(after.agreementUntil))
    }
    return lines
  }
}
