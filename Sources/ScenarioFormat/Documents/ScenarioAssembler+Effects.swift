import CaseloadModel
import SimulationKernel

// What dated changes come to: the values that differ from those that held before, within the run.
extension ScenarioAssembler {
  /// The values that one setting has and another has not, by key path, in the order of the table.
  static func differences(
    from old: Setting, to new: Setting, _ parameters: [Parameter], path: String
  ) -> [ParameterValue] {
    zip(parameters, zip(old.children, new.children)).flatMap { parameter, values in
      let (before, after) = values
      guard before != after else { return [ParameterValue]() }
      let full = path.isEmpty ? parameter.key : path + "." + parameter.key
      switch parameter.shape {
      case .section(let children): return differences(from: before, to: after, children, path: full)
      case .list(let children, _):
        return zip(before.children, after.children).flatMap {
          differences(
            from: $0, to: $1, children, path: full + "." + Setting.elementName($1))
        }
      default: return [ParameterValue(path: full, json: after.leafText ?? "null")]
      }
    }
  }
}

extension TimeSettings {
  /// The day after the last one of the run: the same day of the month, or the month's last.
  package var end: CivilDate { day(afterMonths: warmUpMonths + durationMonths) }

  /// The first day of the window.
  package var windowStart: CivilDate { day(afterMonths: warmUpMonths) }

  private func day(afterMonths count: Int) -> CivilDate {
    let months = start.year * 12 + start.month - 1 + count
    let (year, month) = (months / 12, months % 12 + 1)
    let day = min(start.day, CivilDate.days(inMonth: month, ofYear: year))
    return CivilDate(year: year, month: month, day: day) ?? start
  }
}
