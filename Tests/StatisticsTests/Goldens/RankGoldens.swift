import Formats

@testable import Statistics

let rankGoldens: [String: GoldenMethod] = [
  "mann_kendall": { input, _ in
    let values = try input.optionals("y")
    let (test, sen) = (try MannKendall(values), try SenSlope(values))
    if test.isDegenerate {
      return .members([
        "S": json(test.score), "var_S": json(test.variance), "z": json(test.z), "p": json(test.p),
        "sen_slope_per_step": json(sen.slope), "status": .string("degenerate: all values tied"),
      ])
    }
    return .members([
      "S": json(test.score), "var_S": json(test.variance), "z": json(test.z), "p": json(test.p),
      "tau_a": json(test.tauA), "tau_b": json(test.tauB), "sen_slope_per_step": json(sen.slope),
      "intercept_at_t0": json(sen.intercept), "sen_ci95_scipy": json(sen.interval()),
      "sen_ci95_R_trend": json(sen.interval()),
    ])
  },
  "mann_kendall_missing": { input, _ in
    let values = try input.optionals("y")
    let test = try MannKendall(values)
    return .members([
      "S": json(test.score), "var_S": json(test.variance), "z": json(test.z), "p": json(test.p),
      "n_used": json(test.count), "sen_slope_per_step_true_time_axis": json(try SenSlope(values).slope),
    ])
  },
  "mann_kendall_exact_permutation": { input, _ in
    let values = try input.optionals("y")
    let test = try MannKendall(values)
    return .members([
      "S": json(test.score), "p_exact_two_sided": json(try MannKendall.exactP(values)),
      "z_normal_approx": json(test.z), "p_normal_approx": json(test.p),
    ])
  },
  "seasonal_mann_kendall": { input, _ in
    let test = try SeasonalMannKendall(input.optionals("y"), period: input.whole("period"))
    return .members([
      "S": json(test.score), "var_S": json(test.variance), "z": json(test.z), "p": json(test.p),
      "tau": json(test.tau), "S_by_season": json(test.seasons.map { $0?.score ?? 0 }),
      "var_by_season": json(test.seasons.map { $0?.variance ?? 0 }),
      "seasonal_sen_slope_per_year": json(test.slope), "intercept": json(test.intercept),
    ])
  },
  "correlated_seasonal_mann_kendall": { input, _ in
    let test = try CorrelatedSeasonalMannKendall(input.optionals("y"), period: input.whole("period"))
    return .members([
      "S": json(test.score), "var_S": json(test.variance), "z": json(test.z), "p": json(test.p),
    ])
  },
  "mann_kendall_hamed_rao": { input, _ in
    let test = try HamedRao(
      input.optionals("y"), lags: input.optional("lag")?.whole(), significance: input.real("alpha"))
    return .members([
      "S": json(test.score), "var_S": json(test.variance), "z": json(test.z), "p": json(test.p),
    ])
  },
  "pettitt": { input, _ in
    let test = try Pettitt(input.reals("y"))
    return .members([
      "U": json(test.statistic), "K_last_index_before_change": json(test.place), "p": json(test.p),
    ])
  },
]
