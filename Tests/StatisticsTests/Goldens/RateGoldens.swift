import Formats

@testable import Statistics

let rateGoldens: [String: GoldenMethod] = [
  "poisson_rate_ci": { input, _ in
    let (count, exposure) = (try input.whole("count"), try input.real("exposure"))
    let confidence = try input.real("conf")
    let exact = PoissonInterval(count: count, exposure: exposure, confidence: confidence)
    return .members([
      "garwood": json(exact.map { Interval(lower: $0.lower, upper: $0.upper) }),
      "midp": json(PoissonInterval.midP(count: count, exposure: exposure, confidence: confidence)),
      "jeffreys": json(PoissonInterval.jeffreys(count: count, exposure: exposure, confidence: confidence)),
      "one_sided_upper95": json(PoissonInterval.upperBound(count: count, exposure: exposure)),
    ])
  },
  "poisson_rate_ratio": { input, _ in
    let ratio = try RateRatio(
      input.whole("x1"), over: input.real("t1"), to: input.whole("x2"), over: input.real("t2"))
    return .members([
      "estimate_ratio": json(ratio.estimate), "ci95_exact_conditional": json(ratio.interval()),
      "p_less": json(ratio.pLess), "p_greater": json(ratio.pGreater), "p_central": json(ratio.p),
      "p_minlike_R": json(ratio.minimumLikelihoodP), "p_midp_central": json(ratio.midP),
      "ci95_midp": json(ratio.midPInterval()), "etest_KT_full_sum": json(ratio.eTest(.separate)),
      "statsmodels_etest": json(ratio.eTest(.pooled)), "statsmodels_etest-wald": json(ratio.eTest(.separate)),
      "statsmodels_score": json(ratio.scoreP), "statsmodels_exact-cond": json(ratio.minimumLikelihoodP),
      "statsmodels_cond-midp": json(ratio.minimumLikelihoodMidP),
    ])
  },
  "before_after_vs_control_exact": { input, _ in
    let cells = try input.wholes("table")
    guard cells.count == 4 else {
      throw GoldenError(description: "the table has \(cells.count) cells, not 4")
    }
    let test = try FisherExact(
      before: cells[0], after: cells[1], controlBefore: cells[2], controlAfter: cells[3])
    return .members([
      "p": json(test.p), "odds_ratio_conditional_mle": json(test.oddsRatioAsInR),
      "ci95": json(test.intervalAsInR),
    ])
  },
  "ratio_of_rate_ratios": { input, _ in
    let ratio = try RatioOfRateRatios(
      before: input.whole("before"), after: input.whole("after"),
      controlBefore: input.whole("control_before"),
      controlAfter: input.whole("control_after"))
    return .members([
      "rrr": json(ratio.ratio), "ci95_wald": json(ratio.interval()), "z": json(ratio.z), "p": json(ratio.p),
    ])
  },
  "poisson_rate_ratio_power": { input, _ in
    let exposures = (first: try input.real("months_after"), second: try input.real("months_before"))
    let power = try RateRatio.power(
      ratio: input.real("true_rate_ratio"), rate: input.real("baseline_per_month"), exposures: exposures,
      significance: input.real("alpha"))
    return .members(["power": json(power)])
  },
  "share_of_source_volume": { input, _ in
    let shares = zip(try input.wholes("relevant"), try input.wholes("total")).map {
      WilsonInterval(successes: $0, trials: $1)
    }
    return .members([
      "share": json(shares.map { $0?.share }),
      "wilson95": .array(shares.map { json($0.map { Interval(lower: $0.lower, upper: $0.upper) }) }),
    ])
  },
  "mh_rate_ratio": { input, _ in
    let strata = try input.list("strata").map { row in
      let cells = try row.elements()
      return MantelHaenszel.Stratum(
        after: try cells[0].whole(), over: try cells[1].real(), before: try cells[2].whole(),
        over: try cells[3].real())
    }
    let ratio = try MantelHaenszel(strata)
    return .members([
      "rr_mh": json(ratio.ratio), "ci95": json(ratio.interval()), "crude_rr": json(ratio.crudeRatio),
    ])
  },
  "direct_standardised_rate": { input, _ in
    let rate = try StandardizedRate(
      counts: input.wholes("count"), exposures: input.reals("pop"), standard: input.reals("stdpop"))
    let interval = rate.interval()
    return .members([
      "crude.rate": json(rate.crudeRate), "adj.rate": json(rate.rate), "lci": json(interval?.lower),
      "uci": json(interval?.upper),
    ])
  },
]
