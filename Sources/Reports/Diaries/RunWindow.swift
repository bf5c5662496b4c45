import CaseloadModel
import SimulationKernel

/// The minutes of a run between which it is observed.
package struct RunWindow: Sendable {
  /// The minute at which the warm-up ends.
  package let start: Int
  /// The minute at which the run ends.
  package let end: Int

  /// Works out the window of a scenario.
  package init(_ scenario: Scenario) {
    let days = scenario.time.windowDays
    start = days.lowerBound * 1_440
    end = days.upperBound * 1_440
  }
}
