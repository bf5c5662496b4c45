/// All metrics: the one source of what is observed, of `explain`, and of tables and reports.
public enum MetricCatalog {
  /// All definitions, in the order of `Metric`.
  public static let all: [MetricDefinition] = inOrder(
    clients + contact + knowledge + outflow + trajectories + work + money
      + newcomers + spells + returns + attention + contactEvents)

  /// The definitions that the default table shows, in order.
  public static let headlines: [MetricDefinition] = all.filter { $0.isHeadline }

  /// The definition of a metric.
  public static subscript(metric: Metric) -> MetricDefinition { all[metric.rawValue] }

  /// What holds for all metrics together.
  public static let conventions = """
    Values are taken over the observation window, after the warm-up. Stock and staff are \
    observed every time.observationMonths months, counted from the end of the warm-up, and on \
    the last day; shares of clients are of the clients in stock at all observations together. \
    Rates count events in the window and divide by the client-years in stock in the window. \
    Groups are those that the organisation believes clients to be in. A metric is a ratio of two \
    sums; over replications the ratio of the totals is reported, with a 95 % interval from the \
    replications' residuals by Student's t distribution, cut at the values that the metric can \
    have. A replication in which a metric is not defined (nobody in the group, no exits to \
    divide by) adds nothing to either total; n says how many are left.
    """

  /// Puts definitions in the order of `Metric`; traps when one is missing or stands twice.
  private static func inOrder(_ definitions: [MetricDefinition]) -> [MetricDefinition] {
    let sorted = definitions.sorted { $0.metric.rawValue < $1.metric.rawValue }
    precondition(
      sorted.map { $0.metric.rawValue } == Metric.allCases.map { $0.rawValue },
      "every metric needs one definition")
    return sorted
  }
}

extension Metric {
  /// The name in files and on the command line, for example `unseen.6m.share`.
  public var id: String { MetricCatalog[self].id }
}
