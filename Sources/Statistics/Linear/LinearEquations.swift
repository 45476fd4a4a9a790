/// The solution of a general system of linear equations; nil when there is no single one.
///
/// Source: Gaussian elimination with partial pivoting, Golub and Van Loan, section 3.4.
func solveLinear(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
  let size = right.count
  var (rows, x) = (matrix, right)
  for column in 0..<size {
    guard let pivot = (column..<size).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
      abs(rows[pivot][column]) > 1e-300
    else { return nil }
    rows.swapAt(pivot, column)
    x.swapAt(pivot, column)
    for row in column + 1..<size where rows[row][column] != 0 {
      let factor = rows[row][column] / rows[column][column]
      for inner in column..<size { rows[row][inner] -= factor * rows[column][inner] }
      x[row] -= factor * x[column]
    }
  }
  for row in (0..<size).reversed() {
    for inner in row + 1..<size { x[row] -= rows[row][inner] * x[inner] }
    x[row] /= rows[row][row]
  }
  return x.allSatisfy(\.isFinite) ? x : nil
}
