import CaseloadModel

extension ParameterTable {
  /// Own figures, which `caseload fit` reproduces; they change nothing in a run and are no part of the hash.
  static let targets: Binding<Scenario> = {
    var binding = Binding<Scenario>.list(
      targetsKey, \.targets, template: FitTarget(),
      "Own figures that caseload fit is to reproduce, by name; an object of names works too.",
      targetParts)
    binding.parameter.namesAreKeys = true
    return binding
  }()

  /// The key of the targets, which the hash of a scenario leaves out.
  static let targetsKey = "targets"

  private static let targetParts: [Binding<FitTarget>] = [
    .text(
      "name", \.name, .name(allowsDots: true),
      "Name of the target; the id of a metric when metric is left out.", .fixed),
    .text(
      "metric", \.metric, .text(limit: Names.longest),
      "Id of the metric, as caseload explain lists them; left out, the name is one.", .fixed),
    .text(
      "group", \.group, .text(limit: Names.longest),
      "Group or segment whose figure it is; left out, that of all clients.", .fixed),
    .integer(
      "year", \.year, 0...100, unit: "year of the window, from 1",
      "Year of the window over which the figure is taken; 0 means the whole window.", .chosen,
      .fixed),
    .text(
      "date", \.date, .text(limit: 10),
      "Day (YYYY-MM-DD) at whose observation the figure is read, in place of a period.", .fixed),
    .number(
      "value", \.value, .from(-1e12, to: 1e12), unit: "unit of the metric",
      "The figure that is wanted.", .chosen, .fixed),
    .number(
      "tolerance", \.tolerance, .from(0, to: 1e12), unit: "unit of the metric",
      "How far from the figure a fitted set may be; above 0.", .chosen, .fixed),
    .text(
      "against", \.against, .text(limit: 1_024),
      "Scenario file, or changes as key=value, key=value, that this scenario is compared with.",
      .fixed),
    .choice(
      "measure", \.measure,
      "The metric itself, or its ratio to or difference from that of the scenario in against.",
      .descriptive, .fixed),
    .texts(
      "evidence", \.evidence, limit: 500, "Where the figure comes from.", .fixed),
  ]
}
