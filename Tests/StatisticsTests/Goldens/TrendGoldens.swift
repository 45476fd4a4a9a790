import Formats

@testable import Statistics

/// What the file says of a negative binomial fit to counts that are not over-dispersed.
private let isPoisson = "theta diverges (>1e3): data are not over-dispersed; report Poisson"

let trendGoldens: [String: GoldenMethod] = [
  "poisson_glm_trend": { input, _ in
    let perYear = input["time"]?.string.flatMap { JSONValue.number(after: "/", in: $0) } ?? 12
    let trend = try PoissonTrend(
      counts: input.wholes("y"), exposures: input.optional("exposure")?.elements().map { try $0.real() },
      periodsPerYear: perYear)
    let quasi = try QuasiPoissonTrend(trend, dispersionFloor: 0)
    let negative = try NegativeBinomialTrend(trend)
    return .members([
      "poisson": poisson(trend), "quasi": quasiPoisson(quasi),
      "nb": negative.map(negativeBinomial) ?? .string(isPoisson),
    ])
  },
  "poisson_glm_trend_harmonic": { input, _ in
    let perYear = input["model"]?.string.flatMap { JSONValue.number(after: "(i/", in: $0) } ?? 12
    let trend = try PoissonTrend(
      counts: input.wholes("y"), periodsPerYear: perYear, hasSeason: true)
    return .members([
      "coef": json(trend.coefficients), "se": json(trend.standardErrors), "deviance": json(trend.deviance),
      "phi": json(try QuasiPoissonTrend(trend).dispersion), "wald_ci_t": json(trend.waldInterval()),
      "profile_ci_t": json(trend.interpolatedProfileInterval()),
    ])
  },
  "quasi_poisson_trend_quarterly": { input, _ in
    let (counts, size) = (try input.wholes("y"), try input.whole("aggregate"))
    let sums = try MergedPeriods.counts(counts, every: size)
    let trend = try QuasiPoissonTrend(counts: sums, periodsPerYear: 12 / Double(size))
    return .members([
      "quarters": json(sums), "slope": json(trend.poisson.slope), "phi": json(trend.dispersion),
      "se": json(trend.standardErrors[1]), "rate_ratio_per_year": json(trend.poisson.ratePerYear),
      "ci95": json(trend.ratePerYearInterval()), "p": json(trend.p),
    ])
  },
  "poisson_exact_conditional_trend": { input, _ in
    let trend = try ExactConditionalTrend(
      counts: input.wholes("y"), exposures: input.optional("exposure")?.elements().map { try $0.real() })
    let year = { (slope: Double) in exponential(12 * slope) }
    return .members([
      "N": json(trend.total), "T": json(trend.statistic), "p_ge": json(trend.pAtLeast),
      "p_le": json(trend.pAtMost), "p_eq": json(trend.pEqual), "p_two_sided_central": json(trend.p),
      "p_two_sided_midp": json(trend.midP), "beta_per_step": json(trend.slope),
      "ci95_exact_per_step": json(trend.interval()), "ci95_midp_per_step": json(trend.midPInterval()),
      "rate_ratio_per_year": json(year(trend.slope)),
      "rate_ratio_per_year_ci95_exact": json(trend.interval()?.map(year)),
      "rate_ratio_per_year_ci95_midp": json(trend.midPInterval()?.map(year)),
      "laplace_z_discrete": json(trend.laplaceZ),
    ])
  },
  "dispersion_and_autocorrelation": { input, _ in
    let counts = try input.wholes("y")
    let (dispersion, box) = (try Dispersion(counts), try LjungBox(counts.map(Double.init), lags: 12))
    return .members([
      "mean": json(dispersion.mean), "variance": json(dispersion.variance), "index": json(dispersion.index),
      "chi2": json(dispersion.chiSquare), "df": json(dispersion.degreesOfFreedom),
      "p_over": json(dispersion.overdispersionP), "nb_size_moment": json(dispersion.negativeBinomialSize),
      "acf_1_12": json(box.autocorrelations), "ljung_box_12": json(box.statistic), "ljung_box_p": json(box.p),
    ])
  },
  "interrupted_time_series": { input, _ in
    let series = try InterruptedSeries(
      counts: input.wholes("y"), change: input.whole("event_index_0based"), dispersionFloor: 0)
    return .members([
      "coef": json(series.coefficients), "se_poisson": json(series.poissonStandardErrors),
      "phi": json(series.dispersion), "se_quasi": json(series.standardErrors),
      "se_newey_west_lag3": json(try series.neweyWestStandardErrors(lag: 3)),
      "level_ratio": json(series.levelRatio), "level_ci_quasi_t": json(series.levelInterval()),
      "deviance": json(series.deviance),
      "ljung_box_lag12_pearson_resid": json(try LjungBox(series.pearsonResiduals, lags: 12).statistic),
    ])
  },
]

private func poisson(_ trend: PoissonTrend) -> JSONValue {
  let profile = trend.profileInterval()
  return .members([
    "coef": json(trend.coefficients), "se": json(trend.standardErrors), "deviance": json(trend.deviance),
    "null_deviance": json(trend.nullDeviance), "df_resid": json(trend.residualDegrees),
    "aic": json(trend.aic),
    "logLik": json(trend.logLikelihood), "pearson_chi2": json(trend.pearsonChiSquare),
    "wald_ci_t": json(trend.waldInterval()), "rate_ratio_per_year": json(trend.ratePerYear),
    "wald_p": json(trend.waldP), "lr_chi2": json(trend.likelihoodRatio), "lr_p": json(trend.likelihoodRatioP),
    "profile_ci_t_MASS_interpolated": json(trend.interpolatedProfileInterval()),
    "profile_ci_t_exact_root": json(profile),
    "rate_ratio_per_year_profile_ci": json(profile?.map(exponential)),
  ])
}

private func quasiPoisson(_ trend: QuasiPoissonTrend) -> JSONValue {
  .members([
    "phi": json(trend.dispersion), "se": json(trend.standardErrors), "t_stat": json(trend.statistic),
    "p": json(trend.p), "ci_t_dist": json(trend.interval()),
  ])
}

private func negativeBinomial(_ trend: NegativeBinomialTrend) -> JSONValue {
  .members([
    "coef": json(trend.coefficients), "se": json(trend.standardErrors), "theta": json(trend.size),
    "theta_se": json(trend.sizeStandardErrorAsInR), "logLik": json(trend.logLikelihood),
    "profile_ci_t_theta_fixed": json(trend.interpolatedProfileInterval()),
    "lr_vs_poisson": json(trend.likelihoodRatio), "lr_boundary_p": json(trend.likelihoodRatioP),
  ])
}
