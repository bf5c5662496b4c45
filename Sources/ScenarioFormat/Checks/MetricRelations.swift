import CaseloadModel

/// What figures of one population and time have to do with each other, whatever the scenario.
///
/// Only what holds by the definitions of the metrics stands here: who counts for one metric counts for another too, or
/// the parts are the whole.
enum MetricRelations {
  /// Metrics of which none is above the one before it.
  static let ladders: [[String]] = [
    ["unseen.6m.share", "unseen.12m.share", "unseen.24m.share"],
    ["unseen.6m.share", "unseen.6m.anyChannel.share"],
    [
      "relapse.60m.share", "relapse.24m.share", "relapse.12m.share", "relapse.6m.share",
      "relapse.1m.share",
    ],
    ["caseload.perWorker.p90", "caseload.perWorker.p50", "caseload.perWorker.p10"],
    ["contact.sinceLast.days.p90", "contact.sinceLast.days.p50"],
  ]

  /// A whole and the metrics that add up to it.
  struct Sum: Sendable {
    /// The metric of the whole; `nil` when the whole is 1.
    let whole: String?
    /// The metrics of the parts, none of which overlaps another.
    let parts: [String]
  }

  /// Wholes and their parts.
  static let sums: [Sum] =
    [
      Sum(
        whole: nil,
        parts: ["under6m", "6to12m", "1to2y", "2to5y", "over5y"].map {
          "duration.stock.\($0).share"
        }),
      Sum(
        whole: nil,
        parts: ["under6m", "6to12m", "1to2y", "2to5y", "over5y"].map {
          "duration.ended.\($0).share"
        }),
      Sum(
        whole: "duration.ended.under1y.share",
        parts: ["duration.ended.under6m.share", "duration.ended.6to12m.share"]),
      Sum(
        whole: nil,
        parts: ["none", "under1", "1to4", "over4"].map { "contact.hours.\($0).share" }),
      Sum(
        whole: nil, parts: ["administration", "contact", "other"].map { "time.\($0).share" }),
      Sum(
        whole: nil, parts: ["outflow.work.sustained12m.share", "relapse.afterWork.12m.share"]),
      Sum(
        whole: "contact.perClientYear",
        parts: ["contact.byWorkers.perClientYear", "contact.byClients.perClientYear"]),
      Sum(
        whole: "service.unmet.share",
        parts: ["unknown", "notOffered", "noPlace", "waiting"].map { "service.unmet.\($0).share" }),
    ]
    + ["rate", "perYear"].map { ending in
      Sum(
        whole: "outflow.total.\(ending)",
        parts: ["work", "subsidised", "other"].map { "outflow.\($0).\(ending)" })
    }
}
