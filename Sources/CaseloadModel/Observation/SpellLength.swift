/// How long a spell on benefit lasts, in the classes of published figures (O-052a).
enum SpellLength: Int, CaseIterable {
  case under6Months
  case from6To12Months
  case from1To2Years
  case from2To5Years
  case over5Years

  /// Where a class ends and the next begins, in minutes; years of 365.25 days, five of 1,826 days.
  static func end(of length: SpellLength) -> Int {
    let year = Int(SimulationClock.minutesPerYear)
    return switch length {
    case .under6Months: year / 2
    case .from6To12Months: year
    case .from1To2Years: 2 * year
    case .from2To5Years: 1_826 * SimulationClock.minutesPerDay
    case .over5Years: .max
    }
  }

  /// The class of a spell of a number of minutes.
  init(minutes: Int) {
    self =
      minutes < SpellLength.end(of: .under6Months)
      ? .under6Months
      : minutes < SpellLength.end(of: .from6To12Months)
        ? .from6To12Months
        : minutes < SpellLength.end(of: .from1To2Years)
          ? .from1To2Years
          : minutes < SpellLength.end(of: .from2To5Years) ? .from2To5Years : .over5Years
  }

  /// The class of a spell that has lasted for a number of whole days.
  init(wholeDays days: Int) {
    self =
      days < 183
      ? .under6Months
      : days < 366
        ? .from6To12Months
        : days < 731 ? .from1To2Years : days < 1_826 ? .from2To5Years : .over5Years
  }

  /// What counts the spells of the class that end.
  var exits: Tally {
    switch self {
    case .under6Months: .exitsUnder6m
    case .from6To12Months: .exits6to12m
    case .from1To2Years: .exits1to2y
    case .from2To5Years: .exits2to5y
    case .over5Years: .exitsOver5y
    }
  }

  /// What adds up the years that clients spend in stock while their spell is in the class.
  var exposure: Tally {
    switch self {
    case .under6Months: .clientYearsUnder6m
    case .from6To12Months: .clientYears6to12m
    case .from1To2Years: .clientYears1to2y
    case .from2To5Years: .clientYears2to5y
    case .over5Years: .clientYearsOver5y
    }
  }
}

extension Observer {
  /// Adds the time that a client was in stock from one moment of the spell to another, by length of the
  /// spell at the time; both in minutes since its start.
  mutating func addExposure(_ cells: MetricCells, from start: Int, to end: Int) {
    var from = start
    var length = SpellLength(minutes: start)
    while from < end {
      let to = min(end, SpellLength.end(of: length))
      add(length.exposure, cells, Double(to - from) / SimulationClock.minutesPerYear)
      from = to
      length = SpellLength(rawValue: length.rawValue + 1) ?? length
    }
  }

  /// The minute of a client's spell, which began at `start`, from which the exposure is not yet added.
  func exposureBegins(_ client: Int, spellStart start: Int) -> Int {
    max(0, max(lastObservation, Int(course(of: client).exposedUntil)) - start)
  }
}
