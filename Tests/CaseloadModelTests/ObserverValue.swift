@testable import CaseloadModel

/// The value of a metric in a cell of an observer: that of everybody is cell 0.
func value(_ metric: Metric, _ cell: Int = 0, of observer: borrowing Observer) -> Double {
  observer.values[metric.rawValue * observer.cellCount + cell]
}
