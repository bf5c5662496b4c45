/// A fast stand-in for a figure of the simulation: a polynomial of the third degree at most in the places of keys.
///
/// Terms are taken up one by one, each time the one that explains most of what is left, as long as the error
/// at points that are left out goes down. That error is exact for a linear fit: the residual of a point over
/// one less its leverage (PRESS).
///
/// Source: forward selection by orthogonal least squares, Chen, Billings and Luo 1989,
/// doi:10.1080/00207178908953472; PRESS, Allen 1974, doi:10.1080/00401706.1974.10489157.
package struct ResponseSurface: Sendable {
  /// A product of places, by the numbers of its keys; the empty one is the constant.
  private let terms: [[Int]]
  private let coefficients: [Double]
  /// The error at points that were left out, as a standard deviation.
  package let error: Double
  /// Number of terms, the constant included.
  package var termCount: Int { terms.count }

  /// Points from which third powers are tried.
  private static let pointsForCubes = 60
  /// Steps without a smaller error after which the search ends.
  private static let patience = 5

  /// Fits a surface to figures at points of the unit cube.
  ///
  /// - Complexity: O(points x terms x candidates), with about half the square of the keys as candidates.
  /// - Precondition: There is a point.
  package init(points: [[Double]], figures: [Double]) {
    precondition(!points.isEmpty && points.count == figures.count, "a surface needs points")
    let count = points.count
    let keys = points[0].count
    let centred = points.map { $0.map { 2 * $0 - 1 } }
    var search = TermSearch(figures)
    search.take(Array(repeating: 1, count: count), [])
    var candidates: [(term: [Int], column: [Double], size: Double, shares: [Double])] = []
    for term in ResponseSurface.candidates(keys: keys, points: count) {
      let column = centred.map { point in term.reduce(1) { $0 * point[$1] } }
      candidates.append((term, column, column.reduce(0) { $0 + $1 * $1 }, []))
    }
    var best = search
    var steps = 0
    while search.terms.count < max(1, count / 3), steps < ResponseSurface.patience {
      let last = search.directions[search.directions.count - 1]
      var chosen = -1
      var gain = 0.0
      for index in candidates.indices {
        // What the last term explains of a candidate is taken out of it.
        var share = 0.0
        for row in 0..<count { share += last[row] * candidates[index].column[row] }
        candidates[index].shares.append(share)
        var size = 0.0
        var product = 0.0
        for row in 0..<count {
          let value = candidates[index].column[row] - share * last[row]
          candidates[index].column[row] = value
          size += value * value
          product += value * search.residual[row]
        }
        guard size > 1e-9 * (candidates[index].size + 1e-300) else { continue }
        if product * product / size > gain {
          gain = product * product / size
          chosen = index
        }
      }
      guard chosen >= 0 else { break }
      let candidate = candidates.remove(at: chosen)
      search.take(candidate.column, candidate.term, shares: candidate.shares)
      steps += 1
      if search.error < best.error {
        best = search
        steps = 0
      }
    }
    terms = best.terms
    coefficients = best.coefficients
    error = best.error
  }

  private static func candidates(keys: Int, points: Int) -> [[Int]] {
    var terms: [[Int]] = []
    for first in 0..<keys {
      terms.append([first])
      for second in first..<keys { terms.append([first, second]) }
      if points >= pointsForCubes { terms.append([first, first, first]) }
    }
    return terms
  }

  /// The figure at a point of the unit cube.
  package func figure(at point: [Double]) -> Double {
    var sum = 0.0
    for (term, coefficient) in zip(terms, coefficients) {
      var product = coefficient
      for key in term { product *= 2 * point[key] - 1 }
      sum += product
    }
    return sum
  }
}

/// A fit by orthogonal directions that grows by one term at a time.
private struct TermSearch {
  private(set) var terms: [[Int]] = []
  /// Orthonormal directions, one per term.
  private(set) var directions: [[Double]] = []
  /// What is left of the figures.
  private(set) var residual: [Double]
  private var leverage: [Double]
  /// Per direction, its part of the figures.
  private var parts: [Double] = []
  /// Per term, its parts along the directions before it, then its own length.
  private var triangle: [[Double]] = []

  init(_ figures: [Double]) {
    residual = figures
    leverage = Array(repeating: 0, count: figures.count)
  }

  /// Takes up a term whose column is orthogonal to all directions so far.
  mutating func take(_ column: [Double], _ term: [Int], shares: [Double] = []) {
    let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let direction = column.map { $0 / length }
    var part = 0.0
    for row in residual.indices { part += direction[row] * residual[row] }
    for row in residual.indices {
      residual[row] -= part * direction[row]
      leverage[row] += direction[row] * direction[row]
    }
    terms.append(term)
    directions.append(direction)
    parts.append(part)
    triangle.append(shares + [length])
  }

  /// The error at points that are left out; the choice of terms is paid for by dividing by what is spare.
  var error: Double {
    let count = residual.count
    guard count > terms.count else { return .infinity }
    var sum = 0.0
    for row in residual.indices {
      let left = residual[row] / max(1e-6, 1 - leverage[row])
      sum += left * left
    }
    return (sum / Double(count - terms.count)).squareRoot()
  }

  /// The coefficients of the terms, by solving the triangle from below.
  var coefficients: [Double] {
    var result = parts
    for index in terms.indices.reversed() {
      result[index] /= triangle[index][index]
      for earlier in 0..<index { result[earlier] -= triangle[index][earlier] * result[index] }
    }
    return result
  }
}
