import CaseloadModel
import Experiments
import ScenarioFormat

/// Parts of a page that stand under every kind of result.
enum CommonSections {
  /// The settings of a scenario that differ from their defaults, with what the default rests on.
  static func settings(of scenario: Scenario?, _ context: PageContext) -> Markup {
    guard let scenario else { return Markup() }
    let changes = ScenarioDifferences.between(Scenario(), scenario).filter {
      ParameterTable.parameter(at: $0.key).map { $0.status != .descriptive } ?? true
    }
    let heading = context.heading(PageText.settings)
    guard !changes.isEmpty else {
      return heading + .paragraph(context.text(PageText.settingsNone))
    }
    let table = PageTable(
      context.text(PageText.settings),
      columns: [
        (.text(context.text(PageText.key)), false), (.text(context.text(PageText.value)), true),
        (.text(context.text(PageText.defaultValue)), true),
        (.text(context.text(PageText.basis)), false),
      ],
      rows: changes.map { change in
        .cells(
          context.setting(change.key),
          [
            value(change.key, change.after, context), value(change.key, change.before, context),
            basis(of: change.key, context),
          ])
      })
    return heading
      + .paragraph(context.text(PageText.settingsNote, context.numbers.count(changes.count)))
      + table.markup(id: context.prefix + "settings")
      + .element("p", ["class": "note"], [.text(context.text(PageText.sourceNote))])
  }

  /// The value of a setting; texts of a user are kept apart in their direction.
  static func value(_ key: String, _ json: String?, _ context: PageContext) -> PageTable.Cell {
    let text = context.numbers.setting(key, json)
    let isText = json?.hasPrefix("\"") == true
    return PageTable.Cell(content: isText ? .foreign(text) : .text(text))
  }

  private static func basis(of key: String, _ context: PageContext) -> PageTable.Cell {
    guard let parameter = ParameterTable.parameter(at: key) else { return .words("") }
    let status: PageText =
      switch parameter.status {
      case .given: .statusGiven
      case .calibrated: .statusCalibrated
      case .free: .statusFree
      case .assumption: .statusAssumption
      case .chosen: .statusChosen
      case .descriptive: .statusDescriptive
      }
    let sources = parameter.evidence.joined(separator: ", ")
    return .words(context.text(status) + (sources.isEmpty ? "" : ": " + sources))
  }

  /// What anybody needs to run it again.
  static func again(
    _ rows: [(PageText, String)], command: String?, _ context: PageContext
  ) -> Markup {
    let table = PageTable(
      context.text(PageText.again),
      columns: [
        (.text(context.text(PageText.key)), false), (.text(context.text(PageText.value)), false),
      ],
      rows: rows.map { phrase, value in
        .cells(
          .text(context.text(phrase)),
          [PageTable.Cell(content: .element("code", [.foreign(value)]), isFigure: false)])
      })
    var markup = context.heading(PageText.again)
    if let command {
      markup +=
        .paragraph(context.text(RunText.againText))
        + .element("p", [.element("code", [.text(command)])])
    }
    return markup + table.markup(id: context.prefix + "again")
  }

  /// Method in the words given, and what the model cannot say.
  static func method(_ paragraphs: [String], _ context: PageContext) -> Markup {
    .all(
      [context.heading(PageText.method)] + paragraphs.map { .paragraph($0) } + [
        .element("h3", [.text(context.text(PageText.limits))]),
        .paragraph(context.text(PageText.limitsText)),
      ])
  }

  /// "It is a model", in the size of all other text.
  static func modelNote(_ context: PageContext) -> Markup {
    .element("p", ["class": "model"], [.text(context.text(PageText.modelLong))])
  }
}
