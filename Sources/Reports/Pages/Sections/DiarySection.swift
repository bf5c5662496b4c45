import CaseloadModel
import ScenarioFormat

/// Clients of one replication of a run whose diaries stand in a report.
package struct ReportedDiaries: Sendable {
  /// The replication, from 0.
  let replication: Int
  /// What was looked for, and in whom it was found.
  let found: [FoundExample]
  let diaries: [ClientDiary]

  /// Gathers diaries, in the language of the report.
  package init(replication: Int, found: [FoundExample], diaries: [ClientDiary]) {
    self.replication = replication
    self.found = found
    self.diaries = diaries
  }
}

/// What a replication of a run is made from.
package struct TracedRun: Sendable {
  package let scenario: Scenario
  package let digest: String
  package let seed: UInt64
  package let replications: Int
}

extension StoredStudy {
  /// What is needed to follow a replication; `nil` when it is no run of one organisation.
  package var traced: TracedRun? {
    guard case .run(let run) = findings, run.sector == nil, let scenario else { return nil }
    return TracedRun(
      scenario: scenario, digest: run.digest, seed: run.seed, replications: run.replications)
  }
}

/// The part of a page on which single clients can be followed.
struct DiarySection {
  let reported: ReportedDiaries
  let context: PageContext

  var markup: Markup {
    var markup =
      context.heading(DiaryText.title)
      + .paragraph(context.text(DiaryText.intro, "\(reported.replication)"))
    let nobody = reported.found.filter { $0.client == nil }.map { words($0.example) }
    if !nobody.isEmpty {
      markup += .paragraph(context.text(DiaryText.nobody, nobody.joined(separator: "; ")))
    }
    for diary in reported.diaries { markup += self.markup(of: diary) }
    return markup
  }

  private func words(_ example: InstructiveExample) -> String { example.words[context.language] }

  private func markup(of diary: ClientDiary) -> Markup {
    let shows = reported.found.filter { $0.client == diary.client }.map { words($0.example) }
    let title = context.text(DiaryText.client, "\(diary.client)")
    let rows = diary.rows
    let table = PageTable(
      title,
      columns: [
        (.text(context.text(DiaryText.moment)), false),
        (.text(context.text(DiaryText.happened)), false),
        (.text(context.text(DiaryText.moved)), false),
      ],
      rows: rows.map { row in
        .cells(
          .text(row.moment),
          [
            PageTable.Cell(
              content: lines(row.happened) + reasons(row.because), isFigure: false),
            PageTable.Cell(content: lines(row.moved), isFigure: false),
          ])
      })
    let summary = context.text(DiaryText.moments, title, context.numbers.count(rows.count))
    return .element("h3", [.text(title)])
      + (shows.isEmpty
        ? Markup() : .paragraph(context.text(DiaryText.shows, shows.joined(separator: "; "))))
      + .element(
        "details",
        [
          .element("summary", [.text(summary)]),
          table.markup(id: context.prefix + "client-\(diary.client)"),
        ])
  }

  private func lines(_ texts: [String]) -> Markup {
    .all(
      texts.enumerated().map { place, text in
        (place > 0 ? Markup.empty("br") : Markup()) + .foreign(text)
      })
  }

  private func reasons(_ texts: [String]) -> Markup {
    .all(
      texts.map { text in
        .element(
          "span", ["class": "sub"], [.text(context.text(DiaryText.because) + " "), .foreign(text)])
      })
  }
}

/// Texts of diaries on a page.
enum DiaryText: String, PhraseList {
  case title, intro, nobody, client, moment, happened, moved, moments, shows, because

  var words: Bilingual {
    switch self {
    case .title: Bilingual("Eén klant volgen", "Follow one client")
    case .intro:
      Bilingual(
        "Herhaling {0}, gebeurtenis voor gebeurtenis: wat er gebeurde, waarom, en welke cijfers dat verschoof."
          + " De mensen zijn verzonnen.",
        "Replication {0}, event by event: what happened, why, and which figures it moved. The people are made up."
      )
    case .nobody: Bilingual("Bij niemand te zien: {0}.", "Shown by nobody: {0}.")
    case .client: Bilingual("Klant {0}", "Client {0}")
    case .moment: Bilingual("Wanneer", "When")
    case .happened: Bilingual("Wat er gebeurde, en waarom", "What happened, and why")
    case .moved: Bilingual("Wat dat verschoof", "What it moved")
    case .moments: Bilingual("{0}: {1} momenten", "{0}: {1} moments")
    case .shows: Bilingual("Voorbeeld van: {0}.", "An example of: {0}.")
    case .because: Bilingual("want:", "because:")
    }
  }
}
