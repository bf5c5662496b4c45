import SimulationKernel

/// The random numbers of designs and of their analysis, apart from all those of the engine.
///
/// The engine's streams have the number of their replication in the key; designs take a number that no
/// replication has. The purposes are part of the contract on reproducibility: never renumber one.
enum DesignStream: UInt64 {
  case latinHypercubeOrder = 1
  case latinHypercubePlace = 2
  case morris = 3
  case sobol = 4
  case bootstrap = 5
  case fitWalk = 6

  /// The stream of one row or column of a design.
  func stream(seed: UInt64, entity: Int = 0) -> RandomStream {
    RandomStream(seed: seed, replication: .max, purpose: rawValue, entity: UInt64(entity))
  }
}
