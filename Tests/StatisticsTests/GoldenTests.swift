import Testing

@testable import Statistics

@Suite("The reference numbers", .enabled(if: Goldens.arePresent))
struct GoldenTests {
  @Test("of the special functions are met")
  func specialFunctions() throws {
    let golden = try #require(Goldens.cases("special-functions").first)
    let inputs = try #require(golden.input as? [[String: Any]])
    let expected = try #require(golden.expected as? [Double])
    var (checked, left) = (0, Set<String>())
    for (input, want) in zip(inputs, expected) {
      let name = try #require(input["fn"] as? String)
      let number = { (key: String) in input[key] as? Double ?? .nan }
      let got: Double?
      switch name {
      case "gammainc_P": got = SpecialFunctions.regularizedGammaP(shape: number("a"), number("x"))
      case "gammainc_Q": got = SpecialFunctions.regularizedGammaQ(shape: number("a"), number("x"))
      case "gamma_ppf_scale1":
        got = SpecialFunctions.inverseGammaP(shape: number("a"), probability: number("p"))
      case "norm_ppf": got = SpecialFunctions.normalQuantile(number("p"))
      case "chi2_sf": got = SpecialFunctions.chiSquareUpperTail(number("x"), degreesOfFreedom: number("df"))
      case "norm_sf_two_sided": got = SpecialFunctions.normalTwoSidedTail(number("z"))
      case "poisson_cdf":
        got = SpecialFunctions.poissonDistribution(count: input["k"] as? Int ?? -1, mean: number("mu"))
      default:
        left.insert(name)
        continue
      }
      checked += 1
      #expect(golden.tolerance.accepts(got, for: want), "\(input): \(got ?? .nan), not \(want)")
    }
    #expect(checked >= 36)
    // Written with the methods that need them.
    #expect(left == ["betainc_I", "beta_ppf", "t_ppf", "nbinom_cdf(size,prob)"])
  }

  @Test("of the exact interval for a rate are met")
  func rates() throws {
    let goldens = try Goldens.cases("rate-single-")
    #expect(goldens.count == 6)
    for golden in goldens {
      let input = try #require(golden.input as? [String: Double])
      let limits = try #require((golden.expected as? [String: Any])?["garwood"] as? [Double])
      let interval = PoissonInterval(
        count: Int(try #require(input["count"])), exposure: try #require(input["exposure"]),
        confidence: try #require(input["conf"]))
      #expect(golden.tolerance.accepts(interval?.lower, for: limits[0]), "\(golden.id)")
      #expect(golden.tolerance.accepts(interval?.upper, for: limits[1]), "\(golden.id)")
    }
  }

  @Test("of the interval for a share are met")
  func shares() throws {
    let golden = try #require(Goldens.cases("wilson").first)
    let input = try #require(golden.input as? [String: [Int]])
    let expected = try #require(golden.expected as? [String: Any])
    let limits = try #require(expected["wilson95"] as? [[Double]])
    let shares = try #require(expected["share"] as? [Double])
    let counts = zip(try #require(input["relevant"]), try #require(input["total"]))
    for (index, (successes, trials)) in counts.enumerated() {
      let interval = WilsonInterval(successes: successes, trials: trials)
      #expect(golden.tolerance.accepts(interval?.share, for: shares[index]), "\(successes) of \(trials)")
      #expect(golden.tolerance.accepts(interval?.lower, for: limits[index][0]), "\(successes) of \(trials)")
      #expect(golden.tolerance.accepts(interval?.upper, for: limits[index][1]), "\(successes) of \(trials)")
    }
  }
}
