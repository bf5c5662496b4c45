import SimulationKernel

/// A post that somebody left and that will be filled.
struct PostVacancy {
  /// The role.
  var role: Int
  /// The pool from which the clients came; -1 for none.
  var pool: Int
  /// The list of the team in which the post is; -1 when the next worker gets an own one.
  var list: Int32
  /// Full-time equivalents; 0 when the post was filled or cancelled.
  var fte: Double
  /// Another for a post that was cancelled; the stamp of the event that fills it.
  var number: UInt32 = 0
}

// Posts: those of people who work here, and those that are vacant.
extension Staff {
  /// Full-time equivalents, or clients per fte, that differ by no more than this are the same.
  static let rounding = 1e-9

  /// Vacant posts of a role that will be filled, in full-time equivalents.
  func vacantFte(ofRole role: Int) -> Double {
    var fte = 0.0
    for vacancy in vacancies where vacancy.role == role { fte += vacancy.fte }
    return fte
  }

  /// Employed people of a role, in full-time equivalents.
  func employedFte(ofRole role: Int) -> Double {
    var fte = 0.0
    for member in roles.members(of: role) where workers[Int(member)].activity != .gone {
      fte += workers[Int(member)].fte
    }
    return fte
  }

  /// Who leaves first at a cut: the last one hired of those whose kind of clients has the lightest caseloads, so that
  /// a cut falls on all kinds alike; `nil` when nobody of the role is employed.
  func nextToLeave(ofRole role: Int) -> Int? {
    var lightest = -1
    var last: Int?
    for member in roles.members(of: role).reversed() {
      let worker = Int(member)
      guard workers[worker].activity != .gone else { continue }
      let pool = Int(workers[worker].pool)
      guard pool >= 0 else { return worker }
      if last == nil { (lightest, last) = (pool, worker) }
      if pool != lightest, pools[pool].meanLoad < pools[lightest].meanLoad - Staff.rounding {
        (lightest, last) = (pool, worker)
      }
    }
    return last
  }

  /// The post of a worker who left falls vacant, and is filled after some days.
  mutating func openVacancy(after worker: Int, under terms: Terms, on clock: inout Clock) {
    let state = workers[worker]
    let isTeam = terms.scenario.caseload.teamSize > 1 && state.pool >= 0
    vacancies.append(
      PostVacancy(
        role: Int(state.role), pool: Int(state.pool), list: isTeam ? state.list : -1,
        fte: state.fte))
    let days = Int(terms.scenario.staffing.hiringDelayDays.rounded(.up))
    let place = vacancies.count - 1
    clock.schedule(
      .hire, at: clock.now + days * SimulationClock.minutesPerDay, entity: place,
      stamp: vacancies[place].number)
  }

  /// A vacancy is filled, as far as it was not cut.
  mutating func fill(vacancy number: Int) -> PostVacancy {
    let vacancy = vacancies[number]
    vacancies[number].fte = 0
    return vacancy
  }

  /// Cancels vacant posts of a role, the last one first.
  ///
  /// - Returns: Full-time equivalents that are cancelled, at most `fte`.
  mutating func cancelVacancies(ofRole role: Int, upTo fte: Double) -> Double {
    var left = fte
    for number in vacancies.indices.reversed() where vacancies[number].role == role {
      guard left > Staff.rounding else { break }
      let cut = min(vacancies[number].fte, left)
      vacancies[number].fte -= cut
      left -= cut
      guard vacancies[number].fte <= Staff.rounding else { continue }
      vacancies[number].fte = 0
      vacancies[number].number &+= 1
    }
    return fte - left
  }

  /// Price of a worker, in euro per full-time equivalent and year.
  func price(of worker: Int, _ interventions: InterventionSettings) -> Double {
    let campaign = Int(workers[worker].campaign)
    return campaign > 0
      ? interventions.campaigns[campaign - 1].externalFteEuro
      : roles.constants[Int(workers[worker].role)].ftePerYear
  }

  /// What the staff costs at present by role, in euro a year; vacant posts cost nothing.
  func costPerYear(_ interventions: InterventionSettings) -> [Double] {
    var cost = [Double](repeating: 0, count: roles.constants.count)
    for worker in workers.indices where workers[worker].activity != .gone {
      cost[Int(workers[worker].role)] +=
        workers[worker].fte * price(of: worker, interventions)
    }
    return cost
  }

  /// What a minute of a worker costs at present, in euro: the price of a full-time year over the minutes
  /// of contract in it.
  func pricePerMinute(
    of worker: Int, _ interventions: InterventionSettings, under terms: Terms
  ) -> Double {
    let hours = terms.scenario.staffing.fullTimeHoursPerWeek * SimulationClock.daysPerYear / 7
    return price(of: worker, interventions) / (hours * 60)
  }
}
