#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// The C library's functions in one place, so that no other file need choose a library.

/// e to the power x.
package func exponential(_ x: Double) -> Double { exp(x) }

/// e to the power x, less 1, with its digits where x is small.
func exponentialLessOne(_ x: Double) -> Double { expm1(x) }

/// The natural logarithm.
package func logarithm(_ x: Double) -> Double { log(x) }

/// The logarithm of 1 + x, with its digits where x is small.
func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

/// x to the power y.
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// The cosine and the sine of an angle in turns.
func circle(turns: Double) -> (cosine: Double, sine: Double) {
  (cos(2 * .pi * turns), sin(2 * .pi * turns))
}

/// The logarithm of the sum of the exponentials, without overflow; minus infinity for no terms.
func logSumOfExponentials(_ terms: [Double]) -> Double {
  guard let largest = terms.max(), largest > -.infinity else { return -.infinity }
  return largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
}
