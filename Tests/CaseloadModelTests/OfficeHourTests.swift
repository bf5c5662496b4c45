import SimulationKernel
import Testing

@testable import CaseloadModel

/// Hours of the office, the season of leave and the limits of skill, which scenarios state.
@Suite struct OfficeHourTests {
  private static func scenario(_ adjust: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = TinyWorld.certain()
    scenario.staffing.fte = 1
    adjust(&scenario)
    return scenario
  }

  @Test func workIsDoneInOfficeHoursOnly() {
    let clock = Clock(
      Self.scenario {
        $0.time.office.opensAtHour = 7
        $0.time.office.hoursBeforeBreak = 3.5
        $0.time.office.breakHours = 1
        $0.time.office.hoursAfterBreak = 2
      }, seed: 1, replication: 0)
    // Monday 4 January: 07:00 to 10:30 and 11:30 to 13:30.
    #expect(clock.calendar.openingMinute(day: 0) == 7 * 60)
    let end = clock.calendar.finish(ofWorkingMinutes: 330, startingAt: 0)
    #expect(end == 13 * 60 + 30)
    #expect(clock.calendar.finish(ofWorkingMinutes: 211, startingAt: 0) == 11 * 60 + 31)
    #expect(clock.calendar.finish(ofWorkingMinutes: 331, startingAt: 0) == 1_440 + 7 * 60 + 1)
  }

  @Test func theDefaultOfficeIsThatOfTheKernel() {
    #expect(OfficeHours().openingHours == .office)
    #expect(OfficeHours().hoursPerWeek == 40)
  }

  @Test func aContractTakesAsManyDaysAsTheOfficeIsOpen() {
    // 24 hours a week: three days of eight hours, four of six.
    for (hours, days) in [(4.0, 3), (3, 4)] {
      let world = Simulation(
        Self.scenario {
          $0.time.office.hoursBeforeBreak = hours
          $0.time.office.hoursAfterBreak = hours
          $0.staffing.contractHoursPerWeek = 24
          $0.staffing.fullTimeHoursPerWeek = 24
        }, seed: 1, replication: 0)
      #expect(world.staff.workers[0].weekdays.nonzeroBitCount == days)
      #expect(Int(world.staff.workers[0].shiftMinutes) * days == 24 * 60)
    }
  }

  @Test(arguments: [(5, 121), (7, 182)])
  func summerLeaveBeginsInItsMonth(_ month: Int, _ firstDay: Int) {
    // 2010 begins three days before the run; 1 May is day 120 of the year and 1 July day 181, from 0.
    let world = Simulation(
      Self.scenario {
        $0.staffing.fte = 30
        $0.staffing.leaveDaysPerYear = 15
        $0.staffing.leavePattern.summerMonth = month
        $0.staffing.leavePattern.summerStartWeeks = 1
        $0.staffing.leavePattern.summerWeeks = 3
        $0.staffing.leavePattern.singleWeeks = 0
      }, seed: 1, replication: 0)
    for leave in world.staff.leave.all {
      let days = (0..<360).filter { leave.contains($0) }
      let first = firstDay - 1 - 3
      // Three weeks from a day of the first week on; what holidays in them save is taken at other times, and
      // the run leaves out three days of the year.
      let inSeason = days.count { $0 >= first && $0 < first + 7 + 21 }
      #expect(days.count == 14 || days.count == 15)
      #expect(inSeason >= 12, "\(days)")
    }
  }

  @Test func skillIsCutWhereStated() {
    for cut in [0.5, 1, 3] {
      let world = Simulation(
        Self.scenario {
          $0.staffing.fte = 200
          $0.staffing.skillCut = cut
        }, seed: 1, replication: 0)
      let deviations = world.staff.workers.all.map { abs($0.skillDeviation) }
      #expect((deviations.max() ?? 0) <= cut)
      // About a normal share of them lies at the cut.
      let atCut = Double(deviations.count { $0 == cut }) / Double(deviations.count)
      let expected = 2 * Elementary.normalCumulative(-cut)
      #expect(abs(atCut - expected) < 3.3 * (expected * (1 - expected) / 200).squareRoot())
    }
  }

  @Test func theMeanFactorOfSkillIsOneWhateverTheCut() {
    // Against the sum over a fine grid of the standard normal distribution.
    for cut in [0.5, 2, 4] {
      var staffing = StaffingSettings()
      staffing.skillSpreadExits = 0.8
      staffing.skillCut = cut
      let scale = SkillScale(staffing)
      var (sum, weights) = (0.0, 0.0)
      for step in -8_000...8_000 {
        let z = Double(step) / 1_000
        let weight = Elementary.exp(-z * z / 2)
        sum += weight * scale.factor(min(cut, max(-cut, z)))
        weights += weight
      }
      #expect(abs(sum / weights - 1) < 1e-3, "\(cut)")
    }
  }
}
