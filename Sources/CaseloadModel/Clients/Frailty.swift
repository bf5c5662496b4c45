import SimulationKernel

/// What a client's exits differ in from those of others with the same traits, as factors with mean 1.
///
/// Correlated gamma frailty, as in models of several causes of exit (Yashin, Vaupel and Iachine 1995,
/// Mathematical Population Studies 5); the correlation comes from clients with one draw for both factors, so
/// that each factor keeps its distribution whatever the correlation.
struct Frailty {
  /// Factor on exits to work, subsidised or not.
  var work: Double
  /// Factor on exits for other reasons.
  var other: Double
}

extension Gamma {
  /// A factor with mean 1 and a coefficient of variation.
  static func factor(variation: Double, using draws: inout RandomStream) -> Double {
    // A spread that small cannot be told from none; its shape is beyond numbers.
    guard variation > 1e-6 else { return 1 }
    let shape = 1 / (variation * variation)
    return Gamma(shape: shape, scale: 1 / shape).sample(using: &draws)
  }
}

extension Terms {
  /// Draws the frailty of a person; `own` has the draws that go beside the factor on work.
  func frailty(using draws: inout RandomStream, own: inout RandomStream) -> Frailty {
    let population = scenario.population
    var same = draws
    let work = Gamma.factor(variation: population.exitHeterogeneity, using: &draws)
    let other =
      own.uniform() < population.heterogeneityCorrelation
      ? Gamma.factor(variation: population.otherHeterogeneity, using: &same)
      : Gamma.factor(variation: population.otherHeterogeneity, using: &own)
    return Frailty(
      work: min(population.exitFactorCut, work), other: min(population.exitFactorCut, other))
  }

  /// Makes the frailty of a newcomer who needs a benefit for a short time only of an ordinary one.
  func shortened(_ frailty: Frailty, draw: Double) -> Frailty {
    guard draw < scenario.inflow.shortSpellShare else { return frailty }
    let factor = scenario.inflow.shortSpellFactor
    return Frailty(work: frailty.work * factor, other: frailty.other * factor)
  }

  /// Draws the motivation of a person, 0…1.
  func motivation(using draws: inout RandomStream) -> Double {
    let population = scenario.population
    return min(
      1,
      max(
        0,
        Normal(mean: population.motivationMean, standardDeviation: population.motivationSpread)
          .sample(using: &draws)))
  }
}
