import SimulationKernel

// How fast people work, how well they register, and how fast they forget.
//
// Inlined, because the compiler copies the whole staff for a method that borrows it (see `Simulation`).
extension Staff {
  /// Speed of a worker against an experienced one in quiet times.
  @inline(__always)
  func speed(of worker: Int, under terms: Terms, at now: Int) -> Double {
    var speed = experience(of: worker, under: terms, at: now)
    for slowdown in slowdowns where now < slowdown.until { speed *= slowdown.speed }
    return max(StaffingSettings.lowestSpeed, speed)
  }

  /// How far a worker has come in learning the work, as a factor that ends at 1.
  @inline(__always)
  func experience(of worker: Int, under terms: Terms, at now: Int) -> Double {
    let hired = workers[worker].hired
    guard hired != SimulationClock.past else { return 1 }
    let learning =
      terms.scenario.staffing.learningMonths * SimulationClock.minutesPerYear / 12
    guard learning > 0 else { return 1 }
    let progress = min(1, Double(now - Int(hired)) / learning)
    let start = terms.scenario.staffing.learningStartSpeed
    return start + (1 - start) * progress
  }

  /// Minutes that a worker needs for what is in the queue.
  ///
  /// A sum to which tasks are added and from which they are taken away keeps a trace of rounding, on either
  /// side of 0; nobody has less than nothing to do.
  @inline(__always)
  func queuedTime(of worker: Int, under terms: Terms, at now: Int) -> Double {
    max(0, workers[worker].queuedMinutes) / speed(of: worker, under: terms, at: now)
  }

  /// Factor of specialisation on what a worker's talks yield.
  @inline(__always)
  func specialistYield(_ worker: Int, under terms: Terms) -> Double {
    let isSpecialist =
      terms.scenario.caseload.specialisation != .generalist
      && workers[worker].role == RoleTable.caseworker
    return isSpecialist ? terms.scenario.caseload.specialistYield : 1
  }

  /// Rate per minute at which a worker's memory fades: faster with a larger caseload.
  @inline(__always)
  func memoryFading(of worker: Int, under terms: Terms) -> Double {
    let knowledge = terms.scenario.knowledge
    let base = knowledge.privateFadingPerYear / SimulationClock.minutesPerYear
    let load = load(of: worker)
    guard base > 0, knowledge.memoryCaseloadExponent > 0, load > 0 else { return base }
    return base * Elementary.pow(load / knowledge.memoryCaseload, knowledge.memoryCaseloadExponent)
  }

  /// Share of what a contact yields that a worker registers without pressure.
  @inline(__always)
  func discipline(of worker: Int, under terms: Terms) -> Double {
    let knowledge = terms.scenario.knowledge
    // As far from the mean to either side as shares reach, so that the mean over workers is kept.
    let mean = knowledge.registrationCompleteness
    let reach = min(mean, 1 - mean)
    let deviation = workers[worker].disciplineDeviation * knowledge.registrationSpread
    return mean + min(reach, max(-reach, deviation))
  }

  /// How far a worker scales what is attempted to the room of the days ahead, 0…1.
  func discretion(of worker: Int, under terms: Terms) -> Double {
    let triage = terms.scenario.staffing.triage
    // As far from the mean to either side as shares reach, so that the mean over workers is kept.
    let reach = min(triage.discretion, 1 - triage.discretion)
    let deviation = workers[worker].discretionDeviation * triage.discretionSpread
    return triage.discretion + min(reach, max(-reach, deviation))
  }

  /// Share of what a contact yields that a worker registers, at the present backlog.
  @inline(__always)
  func registrationShare(of worker: Int, under terms: Terms) -> Double {
    let knowledge = terms.scenario.knowledge
    let weeks = workers[worker].backlog / SimulationClock.workingDaysPerWeek
    return discipline(of: worker, under: terms) * knowledge.systemUsability
      * Elementary.exp(-knowledge.registrationPressureEffect * weeks)
  }

  /// Whether the work that a worker means to get to reaches the own threshold for high pressure.
  func isUnderHighPressure(_ worker: Int, attempted: Double, under terms: Terms) -> Bool {
    attempted >= terms.scenario.staffing.pressureHighFromDays * workers[worker].pressureFactor
  }
}
