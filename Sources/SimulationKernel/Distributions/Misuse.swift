/// Stops the program at a wrong use of the library, with the values; input never leads here.
@usableFromInline
enum Misuse {
  /// A parameter that has to be positive and finite is not.
  @usableFromInline
  static func positive(_ type: StaticString, _ parameter: StaticString, _ value: Double) -> Never {
    fatalError("\(type) was made with \(parameter) = \(value), out of its range")
  }

  /// A share that has to lie in 0…1 does not.
  @usableFromInline
  static func share(_ type: StaticString, _ value: Double) -> Never {
    fatalError("\(type) was made with a share of \(value), out of its range")
  }

  /// Bounds that are out of order, infinite, or without anything between them.
  @usableFromInline
  static func interval(_ type: StaticString, _ low: Double, _ high: Double) -> Never {
    fatalError("\(type) was made with bounds \(low) and \(high)")
  }

  /// Nothing to choose from.
  @usableFromInline
  static func empty(_ type: StaticString) -> Never { fatalError("\(type) was made of nothing") }
}
