/// A symmetric positive definite matrix, factored: its systems of equations and its inverse.
///
/// Source: G. H. Golub and C. F. Van Loan, Matrix Computations, section 4.2; rows and columns are scaled to a
/// unit diagonal first. The matrices here have at most a dozen rows.
struct Cholesky {
  let size: Int
  private var factor: [Double]
  private let scale: [Double]

  /// Nil when the matrix (by rows) is not positive definite to about ten digits.
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    scale = (0..<size).map { index in
      let diagonal = matrix[index * size + index]
      return diagonal > 0 ? 1 / diagonal.squareRoot() : 0
    }
    factor = matrix
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column] * scale[row] * scale[column]
        for inner in 0..<column { sum -= factor[row * size + inner] * factor[column * size + inner] }
        if row == column {
          guard sum > 1e-11 else { return nil }
          factor[row * size + row] = sum.squareRoot()
        } else {
          factor[row * size + column] = sum / factor[column * size + column]
        }
      }
    }
  }

  /// The x with matrix x = right side.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size {
      x[row] *= scale[row]
      for inner in 0..<row { x[row] -= factor[row * size + inner] * x[inner] }
      x[row] /= factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      for inner in row + 1..<size { x[row] -= factor[inner * size + row] * x[inner] }
      x[row] /= factor[row * size + row]
    }
    for row in 0..<size { x[row] *= scale[row] }
    return x
  }

  /// The inverse, by rows.
  var inverse: [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { result[row * size + column] = value }
    }
    return result
  }
}

/// x' M y for a symmetric matrix M by rows.
func quadraticForm(_ matrix: [Double], _ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for row in 0..<left.count {
    for column in 0..<right.count { sum += left[row] * matrix[row * right.count + column] * right[column] }
  }
  return sum
}
