import Foundation
import TestSupport
import Testing

@testable import Statistics

private func isNear(_ got: Double?, _ want: Double, relative: Double = 1e-12) -> Bool {
  guard let got else { return false }
  return abs(got - want) <= max(relative * abs(want), 1e-14)
}

@Suite("The special functions") struct SpecialFunctionTests {
  @Test(
    "know the logarithms of factorials and of the root of pi",
    arguments: [
      (0.5, 0.572364942924700087), (1, 0), (2, 0), (5, 3.178053830347945620), (11, 15.104412573075515295),
      (171, 706.573062245787471), (1e6, 12_815_504.569147902), (1e-8, 18.420680738180209),
    ])
  func logGamma(x: Double, want: Double) {
    #expect(isNear(SpecialFunctions.logGamma(x), want))
  }

  @Test("know the incomplete gamma function where it has a closed form")
  func closedForms() {
    for x in [1e-9, 0.1, 1, 5, 20, 300] {
      // Shape 1 is the exponential distribution, shape 1/2 the error function.
      #expect(isNear(SpecialFunctions.regularizedGammaQ(shape: 1, x), exp(-x)))
      #expect(isNear(SpecialFunctions.regularizedGammaP(shape: 0.5, x), erf(x.squareRoot())))
      #expect(isNear(SpecialFunctions.regularizedGammaQ(shape: 3, x), exp(-x) * (1 + x + x * x / 2)))
    }
    #expect(SpecialFunctions.regularizedGammaP(shape: 2, 0) == 0)
    #expect(SpecialFunctions.regularizedGammaQ(shape: 2, .infinity) == 0)
  }

  @Test("know the quantiles of the printed tables")
  func tables() {
    #expect(isNear(SpecialFunctions.chiSquareQuantile(0.95, degreesOfFreedom: 1), 3.841458820694124))
    #expect(isNear(SpecialFunctions.chiSquareQuantile(0.95, degreesOfFreedom: 10), 18.307038053275146))
    #expect(isNear(SpecialFunctions.chiSquareQuantile(0.5, degreesOfFreedom: 2), 2 * log(2)))
    #expect(isNear(SpecialFunctions.chiSquareUpperTail(3.841458820694124, degreesOfFreedom: 1), 0.05))
    #expect(isNear(SpecialFunctions.normalQuantile(0.975), 1.959963984540054))
    #expect(isNear(SpecialFunctions.normalQuantile(1e-300), -37.0471, relative: 1e-6))
    #expect(SpecialFunctions.normalQuantile(0.5) == 0)
    #expect(isNear(CountDistribution.poisson(mean: 1).atMost(2), 2.5 / M_E))
    #expect(CountDistribution.poisson(mean: 0).atMost(0) == 1)
  }

  @Test("invert themselves")
  func inverses() {
    let seed: UInt64 = 1936
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<5_000 {
      let shape = exp(Double.random(in: -2...11, using: &numbers))
      let probability = exp(Double.random(in: -30 ... -0.001, using: &numbers))
      let low = SpecialFunctions.inverseGammaP(shape: shape, probability: probability)
      let high = SpecialFunctions.inverseGammaQ(shape: shape, probability: probability)
      // Below the smallest normal number the x itself has too few digits.
      if let low, low > 1e-300 {
        let back = SpecialFunctions.regularizedGammaP(shape: shape, low)
        #expect(isNear(back, probability, relative: 1e-9), "seed \(seed): \(shape), \(probability)")
      }
      if let high, high > 1e-300 {
        let back = SpecialFunctions.regularizedGammaQ(shape: shape, high)
        #expect(isNear(back, probability, relative: 1e-9), "seed \(seed): \(shape), \(probability)")
      }
      #expect(low != nil && high != nil, "seed \(seed): \(shape), \(probability)")
    }
    for probability in [1e-12, 0.01, 0.3, 0.5, 0.9] {
      let z = SpecialFunctions.normalQuantile(probability / 2) ?? .nan
      #expect(isNear(SpecialFunctions.normalTwoSidedTail(z), probability))
    }
  }

  @Test("both tails sum to one, and the lower one grows")
  func tails() {
    for shape in [0.01, 0.5, 1, 7.5, 100, 5_000, 1e6] {
      var previous = 0.0
      for step in 1...60 {
        let x = shape * Double(step) / 20
        let lower = SpecialFunctions.regularizedGammaP(shape: shape, x) ?? .nan
        let upper = SpecialFunctions.regularizedGammaQ(shape: shape, x) ?? .nan
        #expect(abs(lower + upper - 1) < 1e-12, "\(shape), \(x)")
        #expect(lower >= previous - 1e-13, "\(shape), \(x)")
        previous = lower
      }
    }
  }

  @Test("answer nil where they are undefined, and never NaN")
  func undefined() {
    let odd = [-1, -0.0, 0, .nan, .infinity, -.infinity, 1e308, .leastNonzeroMagnitude, 1, 2.5]
    for a in odd {
      #expect(SpecialFunctions.logGamma(a)?.isNaN != true, "\(a)")
      #expect(SpecialFunctions.normalQuantile(a)?.isNaN != true, "\(a)")
      #expect(SpecialFunctions.normalTwoSidedTail(a)?.isNaN != true, "\(a)")
      for b in odd {
        #expect(SpecialFunctions.regularizedGammaP(shape: a, b)?.isNaN != true, "\(a), \(b)")
        #expect(SpecialFunctions.regularizedGammaQ(shape: a, b)?.isNaN != true, "\(a), \(b)")
        #expect(SpecialFunctions.inverseGammaP(shape: a, probability: b)?.isNaN != true, "\(a), \(b)")
        #expect(SpecialFunctions.inverseGammaQ(shape: a, probability: b)?.isNaN != true, "\(a), \(b)")
        #expect(SpecialFunctions.chiSquareQuantile(b, degreesOfFreedom: a)?.isNaN != true, "\(a), \(b)")
      }
    }
    #expect(SpecialFunctions.logGamma(0) == nil && SpecialFunctions.logGamma(-1.5) == nil)
    #expect(SpecialFunctions.normalQuantile(0) == nil && SpecialFunctions.normalQuantile(1) == nil)
    #expect(SpecialFunctions.inverseGammaP(shape: 2, probability: 1) == nil)
    #expect(SpecialFunctions.inverseGammaQ(shape: 2, probability: 0) == nil)
    #expect(CountDistribution.poisson(mean: 1).atMost(-1) == 0)
  }
}
