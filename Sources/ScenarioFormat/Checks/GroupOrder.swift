import CaseloadModel

extension Scenario {
  /// Sorts groups by readiness, and norms and rates like the groups, so that they can be read by index.
  mutating func sortByGroup() {
    population.groups = population.groups.enumerated()
      .sorted { ($0.element.readinessFrom, $0.offset) < ($1.element.readinessFrom, $1.offset) }
      .map(\.element)
    let order = population.groups.map(\.name)
    service.norms = Scenario.sorted(service.norms, like: order, by: \.group)
    outflow.rates = Scenario.sorted(outflow.rates, like: order, by: \.group)
  }

  private static func sorted<Element>(
    _ elements: [Element], like order: [String], by group: KeyPath<Element, String>
  ) -> [Element] {
    elements.enumerated().map { offset, element in
      (order.firstIndex(of: element[keyPath: group]) ?? order.count, offset, element)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
