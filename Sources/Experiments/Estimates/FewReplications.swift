/// From how many replications on an interval says more than that there are too few of them.
///
/// Half a 95 % interval is Student's t times the standard error: 12.7 times it with two replications, 4.3 with three, 3.2
/// with four and 2.8 with five, against 2.0 with very many. With fewer than five what is not shown may well be there.
package enum FewReplications {
  /// The fewest replications of which an interval is read as one.
  package static let fewest = 5

  /// Whether so many replications, or pairs of them, are too few to tell whether something differs.
  package static func isTooFew(_ count: Int) -> Bool { count < fewest }
}
