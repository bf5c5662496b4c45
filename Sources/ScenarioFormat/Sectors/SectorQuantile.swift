import SimulationKernel

extension SectorDraw {
  /// The value below which a share of organisations lies, before it is multiplied by anything.
  ///
  /// A distribution with limits is the distribution under the condition that it lies between them.
  func quantile(_ share: Double) -> Double {
    switch distribution {
    case .constant: return value
    case .uniform: return low + share * (high - low)
    case .normal: return cut(share, mean: value) { $0 }
    case .logNormal: return cut(share, mean: Elementary.log(value)) { Elementary.exp($0) }
    case .bands:
      var rest = share
      for band in bands {
        if rest < band.share { return band.from + rest / band.share * (band.to - band.from) }
        rest -= band.share
      }
      // What rounding leaves over belongs to the last band that anybody is in.
      return bands.last { $0.share > 0 }?.to ?? value
    case .flag: return share >= 1 - self.share ? 1 : 0
    }
  }

  /// Whether there are values between the limits.
  var hasValues: Bool {
    switch distribution {
    case .uniform, .bands, .flag: return true
    case .constant: return low <= value && value <= high
    case .normal, .logNormal:
      guard spread > 0 else { return low <= value && value <= high }
      guard distribution == .normal || value > 0 else { return true }
      let (from, to) = chances(mean: distribution == .normal ? value : Elementary.log(value))
      return from < to
    }
  }

  /// A limit in standard deviations from the middle of the normal distribution.
  private func standard(_ limit: Double, mean: Double) -> Double {
    guard distribution == .logNormal else { return (limit - mean) / spread }
    return ((limit > 0 ? Elementary.log(limit) : -Double.infinity) - mean) / spread
  }

  /// Whether all values lie above the middle, so that chances are counted from the top, where they are exact.
  private func isAbove(mean: Double) -> Bool { standard(low, mean: mean) > 0 }

  /// The chances of lying beyond the limits, on the side from which they are counted.
  private func chances(mean: Double) -> (from: Double, to: Double) {
    let (low, high) = (standard(low, mean: mean), standard(high, mean: mean))
    func chance(_ place: Double) -> Double {
      place.isFinite ? Elementary.normalCumulative(place) : place < 0 ? 0 : 1
    }
    return isAbove(mean: mean) ? (chance(-high), chance(-low)) : (chance(low), chance(high))
  }

  /// A quantile of the normal distribution between the limits, which are those of its image under `back`.
  private func cut(_ share: Double, mean: Double, _ back: (Double) -> Double) -> Double {
    guard spread > 0 else { return min(max(back(mean), low), high) }
    let isAbove = isAbove(mean: mean)
    let (from, to) = chances(mean: mean)
    let chance = isAbove ? to - share * (to - from) : from + share * (to - from)
    guard chance > 0, chance < 1 else { return min(max(back(mean), low), high) }
    let place = Elementary.normalQuantile(chance)
    return min(max(back(mean + spread * (isAbove ? -place : place)), low), high)
  }
}

/// The uniform numbers behind the draws of one member, correlated by rank as the settings ask.
struct SectorUniforms {
  /// By draw, in the order of the settings, then by organisation.
  let values: [[Double]]

  /// Draws the numbers.
  ///
  /// Draws that are correlated are normal numbers with the correlation that gives normal variates the rank
  /// correlation asked for, `2 sin(pi r / 6)`; a correlation leaves the draws that stand before it in place.
  ///
  /// Source: Iman and Conover 1982, doi:10.1080/03610918208812265, and Pearson 1907 for the conversion.
  init(_ settings: SectorSettings, member: SectorMember, factor: CorrelationFactor) {
    var uniforms: [[Double]] = settings.draws.map { draw in
      (0..<member.count).map { index in
        var stream = SectorStreams.stream(
          .draw, seed: settings.drawSeed, member.name, draw: draw.name, index: index)
        return stream.uniform()
      }
    }
    if !factor.isIdentity {
      let normals = uniforms.map { $0.map(Elementary.normalQuantile) }
      for row in factor.rows.indices where !factor.isAlone(row) {
        for index in 0..<member.count {
          var sum = 0.0
          for column in 0...row { sum += factor.rows[row][column] * normals[column][index] }
          uniforms[row][index] = Elementary.normalCumulative(sum)
        }
      }
    }
    if settings.sampling == .stratified {
      uniforms = zip(settings.draws, uniforms).map { draw, numbers in
        SectorUniforms.stratified(numbers, draw, settings, member)
      }
    }
    values = uniforms
  }

  /// The same ranks, one number in each of as many equal parts of the range.
  private static func stratified(
    _ numbers: [Double], _ draw: SectorDraw, _ settings: SectorSettings, _ member: SectorMember
  ) -> [Double] {
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    var result = numbers
    for (rank, index) in order.enumerated() {
      var stream = SectorStreams.stream(
        .stratum, seed: settings.drawSeed, member.name, draw: draw.name, index: rank)
      result[index] = (Double(rank) + stream.uniform()) / Double(numbers.count)
    }
    return result
  }
}

/// The lower triangle whose product with its transpose is a matrix of correlations.
struct CorrelationFactor {
  /// The rows, each as long as its number.
  let rows: [[Double]]

  /// Whether nothing is correlated.
  var isIdentity: Bool { rows.indices.allSatisfy(isAlone) }

  /// Whether a row depends on no other.
  func isAlone(_ row: Int) -> Bool { rows[row].dropLast().allSatisfy { $0 == 0 } }

  /// Factorises the correlations of the settings; `nil` when no quantities can have them together.
  ///
  /// Algorithm: Cholesky (Golub and Van Loan 2013, "Matrix Computations", section 4.2).
  init?(_ settings: SectorSettings) {
    let names = settings.draws.map(\.name)
    var matrix = names.indices.map { row in names.indices.map { row == $0 ? 1.0 : 0.0 } }
    for correlation in settings.correlations where correlation.between.count == 2 {
      guard let first = names.firstIndex(of: correlation.between[0]),
        let second = names.firstIndex(of: correlation.between[1]), first != second
      else { continue }
      let linear = 2 * Elementary.sin(Double.pi * correlation.rank / 6)
      matrix[first][second] = linear
      matrix[second][first] = linear
    }
    var rows: [[Double]] = []
    for row in matrix.indices {
      var entries: [Double] = []
      for column in 0..<row {
        var sum = matrix[row][column]
        for inner in 0..<column { sum -= entries[inner] * rows[column][inner] }
        let pivot = rows[column][column]
        if pivot < 1e-9 {
          guard abs(sum) < 1e-9 else { return nil }
          entries.append(0)
        } else {
          entries.append(sum / pivot)
        }
      }
      let rest = entries.reduce(matrix[row][row]) { $0 - $1 * $1 }
      guard rest > -1e-9 else { return nil }
      entries.append(max(0, rest).squareRoot())
      rows.append(entries)
    }
    self.rows = rows
  }
}
