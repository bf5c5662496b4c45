/// How the values of several organisations become one of all their clients together.
public enum MetricPooling: Sendable, Equatable {
  /// The ratio of the totals above and below the line.
  case ratio
  /// The sum: a number of persons, or a total per year.
  case total
  /// The clients in stock over what each organisation's clients are divided by.
  case clientsPerStaff
  /// Not at all: a quantile or a correlation within one organisation says nothing of all together.
  case none
}

extension MetricDefinition {
  /// How the values of several organisations become one of all their clients together.
  public var pooling: MetricPooling {
    switch metric {
    case .caseloadPerFte, .caseloadPerWorkerMean: return .clientsPerStaff
    default: return accrual.pooling
    }
  }
}

extension Accrual {
  /// How organisations are pooled, which follows from what stands below the line.
  fileprivate var pooling: MetricPooling {
    for sum in bottom {
      switch sum {
      case .valuesRead: return .none
      case .tally(.observations), .tally(.years): return .total
      case .tally, .marked, .quantity, .workers, .staff, .stockValue, .staffValue: continue
      }
    }
    return .ratio
  }
}
