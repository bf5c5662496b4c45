import CaseloadModel

extension ClientDiary {
  /// The diary as JSON.
  package var json: JSONValue {
    .object([
      ("client", .integer(Int64(client))),
      ("entries", .array(entries.map(value))),
    ])
  }

  private func value(of entry: DiaryEntry) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("time", .string(MomentText.text(entry.minute, start: words.start))),
      ("events", .array(entry.events.map { EventJSON.value(of: $0, words) })),
    ]
    if let mark = entry.mark {
      members.append(("mark", .string(mark.rawValue)))
      members.append(("words", .string(sentence(mark))))
    }
    let reasons = entry.reasons(words)
    if !reasons.isEmpty {
      members.append(
        (
          "because",
          .array(
            reasons.map { reason in
              var parts: [(String, JSONValue)] = []
              if !reason.words.isEmpty { parts.append(("words", .string(reason.words))) }
              if !reason.key.isEmpty {
                parts.append(("key", .string(reason.key)))
                parts.append(("value", .written(reason.value)))
              }
              return .object(parts)
            })
        ))
    }
    if let before = entry.before { members.append(("before", value(of: before))) }
    if let after = entry.after { members.append(("after", value(of: after))) }
    return .object(members)
  }

  private func names(_ attributes: [Int]) -> JSONValue {
    .array(attributes.map { .string(words.names.attribute($0)) })
  }

  private func value(of client: ClientSnapshot) -> JSONValue {
    func day(_ minute: Int) -> JSONValue {
      minute > 900_000_000 ? .null : .string(MomentText.text(minute, start: words.start))
    }
    return .object([
      ("inStock", .boolean(client.isInStock)), ("readiness", .number(client.readiness)),
      ("groupTrue", .string(words.names.group(client.trueGroup))),
      ("groupBelieved", .string(words.names.group(client.believedGroup))),
      ("currency", .number(client.currency)), ("accuracy", .number(client.accuracy)),
      ("privateOnly", .number(client.privateOnly)),
      ("needs", names(client.needs)), ("knownNeeds", names(client.knownNeeds)),
      ("unmetNeeds", names(client.unmetNeeds)), ("attentionHours", .number(client.attention)),
      ("worker", client.worker > 0 ? .integer(Int64(client.worker)) : .null),
      ("lastContact", day(client.lastContact)), ("due", day(client.due)),
      ("agreementUntil", client.agreementUntil > 0 ? day(client.agreementUntil) : .null),
      ("aheadOnList", client.aheadOnList >= 0 ? .integer(Int64(client.aheadOnList)) : .null),
      ("atRest", .boolean(client.isAtRest)), ("worksPartTime", .boolean(client.worksPartTime)),
    ])
  }
}

/// One event as JSON.
enum EventJSON {
  static func value(of event: RecordedEvent, _ words: DiaryWords) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("activity", .string(event.activity.definition.id)),
      ("words", .string(words.sentence(event))),
    ]
    func add(_ name: String, _ number: Int) {
      if number > 0 { members.append((name, .integer(Int64(number)))) }
    }
    if event.start != event.minute {
      members.append(("start", .string(MomentText.text(event.start, start: words.start))))
    }
    add("client", event.client)
    add("worker", event.worker)
    add("otherWorker", event.otherWorker)
    add("vacancy", event.vacancy)
    add("minutes", event.minutes)
    if event.cost > 0 { members.append(("cost", .number(event.cost))) }
    if let mode = event.mode { members.append(("channel", .string(mode.id))) }
    if let task = event.task { members.append(("task", .string(task.id))) }
    if event.outcome != .none { members.append(("outcome", .string(event.outcome.id))) }
    let subject = words.names.subject(of: event)
    if !subject.isEmpty { members.append(("subject", .string(subject))) }
    if event.amount != 0 { members.append(("amount", .number(event.amount))) }
    return .object(members)
  }
}
