internal import SQLite
internal import Statistics

/// Confidence limits. NULL where none is defined: a negative count, no trials, a level that is not within 0 to 1.
let intervalFunctions: [ScalarFunction] = [
  ScalarFunction(
    "poisson_low", arguments: 2,
    summary: "Lower limit of the mean behind a count of events (Garwood, exact); arguments: count, level.",
    example: "SELECT round(poisson_low(10, 0.95), 3) = 4.795"
  ) { try $0.unlessNull { limit(try poisson($0)?.lower) } },
  ScalarFunction(
    "poisson_high", arguments: 2,
    summary: "Upper limit of the mean behind a count of events (Garwood, exact); arguments: count, level.",
    example: "SELECT round(poisson_high(10, 0.95), 3) = 18.39"
  ) { try $0.unlessNull { limit(try poisson($0)?.upper) } },
  ScalarFunction(
    "wilson_low", arguments: 3,
    summary: "Lower limit of a share (Wilson's score interval); arguments: successes, trials, level.",
    example: "SELECT round(wilson_low(15, 20, 0.95), 3) = 0.531"
  ) { try $0.unlessNull { limit(try wilson($0)?.lower) } },
  ScalarFunction(
    "wilson_high", arguments: 3,
    summary: "Upper limit of a share (Wilson's score interval); arguments: successes, trials, level.",
    example: "SELECT round(wilson_high(15, 20, 0.95), 3) = 0.888"
  ) { try $0.unlessNull { limit(try wilson($0)?.upper) } },
]

private func poisson(_ arguments: [Value]) throws -> PoissonInterval? {
  PoissonInterval(count: try arguments.integer(0), confidence: try arguments.real(1))
}

private func wilson(_ arguments: [Value]) throws -> WilsonInterval? {
  WilsonInterval(
    successes: try arguments.integer(0), trials: try arguments.integer(1), confidence: try arguments.real(2))
}

private func limit(_ value: Double?) -> Value { value.map { .real($0) } ?? .null }
