internal import SQLite
internal import Statistics

/// Confidence limits. NULL where none is defined: a negative count, no trials, a level that is not within 0 to 1.
let intervalFunctions: [EntenteFunction] = [
  .scalar(
    "poisson_ci_low(k, exposure [, level])", "REAL",
    "Lower limit of the rate behind k events in so much exposure (Garwood, exact; level 0.95).",
    example: "SELECT round(poisson_ci_low(10, 2), 3) = 2.398"
  ) { Value(try garwood($0)?.lower) },
  .scalar(
    "poisson_ci_high(k, exposure [, level])", "REAL", "Upper limit of that rate.",
    example: "SELECT round(poisson_ci_high(0, 1), 3) = 3.689"
  ) { Value(try garwood($0)?.upper) },
  .scalar(
    "poisson_low(k, level)", "REAL", "`poisson_ci_low` for one unit of exposure.",
    example: "SELECT round(poisson_low(10, 0.95), 3) = 4.795"
  ) { Value(try poisson($0)?.lower) },
  .scalar(
    "poisson_high(k, level)", "REAL", "`poisson_ci_high` for one unit of exposure.",
    example: "SELECT round(poisson_high(10, 0.95), 3) = 18.39"
  ) { Value(try poisson($0)?.upper) },
  .scalar(
    "wilson_low(k, n [, level])", "REAL", "Lower limit of the share behind k of n (Wilson's score interval).",
    example: "SELECT round(wilson_low(15, 20), 3) = 0.531"
  ) { Value(try wilson($0)?.lower) },
  .scalar(
    "wilson_high(k, n [, level])", "REAL", "Upper limit of that share.",
    example: "SELECT round(wilson_high(15, 20), 3) = 0.888"
  ) { Value(try wilson($0)?.upper) },
]

private func garwood(_ arguments: [Value]) throws -> PoissonInterval? {
  PoissonInterval(
    count: try arguments.integer(0), exposure: try arguments.real(1), confidence: try arguments.level(2))
}

private func poisson(_ arguments: [Value]) throws -> PoissonInterval? {
  PoissonInterval(count: try arguments.integer(0), confidence: try arguments.real(1))
}

private func wilson(_ arguments: [Value]) throws -> WilsonInterval? {
  WilsonInterval(
    successes: try arguments.integer(0), trials: try arguments.integer(1), confidence: try arguments.level(2))
}
