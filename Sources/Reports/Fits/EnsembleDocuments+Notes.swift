import CaseloadModel
import Experiments

// What the intervals over the sets cannot tell with the replications there are.
extension EnsembleDocuments {
  /// The sentences that belong below the figures shown: few replications per set, and figures whose sets are blurred by chance.
  func notes(_ layout: TableLayout, of metrics: [MetricDefinition]) -> [String] {
    var notes: [String] = []
    if FewReplications.isTooFew(replications) {
      let (count, fewest) = (replications, FewReplications.fewest)
      notes.append(
        layout.word(
          "Te weinig herhalingen per set (\(count)): hoe groot het toeval is, is daaruit nauwelijks bekend; neem er"
            + " ten minste \(fewest), met --replications.",
          "Too few replications per set (\(count)): how large chance is, is hardly known from these; take at least"
            + " \(fewest), with --replications."))
    }
    let blurred = metrics.filter { definition in
      entries.indices.contains { figure(definition.metric, entry: $0)?.isBlurred ?? false }
    }
    if !blurred.isEmpty {
      let names = blurred.prefix(EnsembleDocuments.mostNames).map { layout.title(of: $0) }
      let more = blurred.count - names.count
      let list =
        names.joined(separator: "; ")
        + (more > 0 ? layout.word(" en \(more) andere", " and \(more) more") : "")
      let wanted = max(FewReplications.fewest, 4 * replications)
      notes.append(
        layout.word(
          "Met \(replications) herhalingen per set verschillen de sets minstens zoveel door toeval als door parameters"
            + " bij: \(list). Daar is het deel van de parameters niet goed te schatten (0 zegt niet dat er geen is); het"
            + " geheel rekent met wat het kan zijn. --replications \(wanted) halveert dat toeval.",
          "With \(replications) replications per set the sets differ by chance at least as much as by parameters for:"
            + " \(list). There the part of the parameters cannot be estimated well (0 does not say that there is none);"
            + " the total counts what it may be. --replications \(wanted) halves that chance."))
    }
    return notes
  }

  /// Most figures that a note names.
  private static let mostNames = 6
}
