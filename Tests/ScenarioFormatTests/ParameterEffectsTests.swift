import CaseloadModel
import Testing

@testable import ScenarioFormat

@Suite("What a key moves")
struct ParameterEffectsTests {
  @Test("The measured table names keys and metrics that exist, and its lines are whole")
  func tableIsSound() {
    let paths = Set(ParameterTable.entries.filter(\.parameter.isLeaf).map(\.path))
    let metrics = Set(Metric.allCases.map(\.id))
    let lines = ParameterEffects.table.split(separator: "\n")
    #expect(ParameterEffects.byPath.count == lines.count, "a line is broken or stands twice")
    #expect(lines.count > 50)
    for (path, measurement) in ParameterEffects.byPath {
      #expect(paths.contains(path), "\(path) is gone; run scripts/measure-parameter-effects")
      #expect(measurement.low != measurement.high, "\(path)")
      for effect in measurement.effects {
        #expect(metrics.contains(effect.metric), "\(path): \(effect.metric) is gone")
        #expect(effect.percent != 0, "\(path): \(effect.metric)")
      }
    }
  }

  @Test("explain tells what a key moves, also for one element of a list")
  func explanation() throws {
    let measured = try #require(ParameterEffects.byPath["staffing.fte"])
    let first = try #require(measured.effects.first)
    let text = try #require(ScenarioText.explain("staffing.fte"))
    #expect(text.contains("  moves     \(first.metric) "))
    #expect(text.contains("municipality-2014"))
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    #expect(ScenarioText.explain("service.norms.work.intervalDays")?.contains("  moves  ") == true)
    #expect(ScenarioText.explain("time.start")?.contains("  moves  ") == false)
  }
}
