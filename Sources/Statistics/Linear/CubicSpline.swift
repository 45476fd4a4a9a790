/// A cubic spline through points whose x rise, with the end conditions of Forsythe, Malcolm and Moler: the
/// third derivative at each end is that of the cubic through the four outermost points.
///
/// Source: G. E. Forsythe, M. A. Malcolm, C. B. Moler, Computer Methods for Mathematical Computations (1977),
/// ch. 4.
struct CubicSpline {
  private let x: [Double]
  private let y: [Double]
  private var bend: [Double]

  /// Nil for fewer than four points or x that do not rise.
  init?(_ x: [Double], _ y: [Double]) {
    let last = x.count - 1
    guard last >= 3, y.count == x.count, zip(x, x.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    (self.x, self.y) = (x, y)
    let width = (0..<last).map { x[$0 + 1] - x[$0] }
    let slope = (0..<last).map { (y[$0 + 1] - y[$0]) / width[$0] }
    var diagonal = [-width[0]] + (1..<last).map { 2 * (width[$0 - 1] + width[$0]) } + [-width[last - 1]]
    bend = [0] + (1..<last).map { slope[$0] - slope[$0 - 1] } + [0]
    let start = bend[2] / (x[3] - x[1]) - bend[1] / (x[2] - x[0])
    let end =
      bend[last - 1] / (x[last] - x[last - 2]) - bend[last - 2] / (x[last - 1] - x[last - 3])
    bend[0] = start * width[0] * width[0] / (x[3] - x[0])
    bend[last] = -end * width[last - 1] * width[last - 1] / (x[last] - x[last - 3])
    for index in 1...last {
      let factor = width[index - 1] / diagonal[index - 1]
      diagonal[index] -= factor * width[index - 1]
      bend[index] -= factor * bend[index - 1]
    }
    bend[last] /= diagonal[last]
    for index in (0..<last).reversed() {
      bend[index] = (bend[index] - width[index] * bend[index + 1]) / diagonal[index]
    }
  }

  /// The value at x; outside the points the outermost cubic goes on.
  func callAsFunction(_ at: Double) -> Double {
    let index = min(max(0, (x.firstIndex { $0 > at } ?? x.count) - 1), x.count - 2)
    let (width, distance) = (x[index + 1] - x[index], at - x[index])
    let slope = (y[index + 1] - y[index]) / width - width * (bend[index + 1] + 2 * bend[index])
    let cubic = (bend[index + 1] - bend[index]) / width
    return y[index] + distance * (slope + distance * (3 * bend[index] + distance * cubic))
  }
}
