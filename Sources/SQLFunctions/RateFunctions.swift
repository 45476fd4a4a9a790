internal import SQLite
internal import Statistics

/// Two rates compared: x1 events in the exposure t1 with x2 in t2, exactly.
let rateFunctions: [EntenteFunction] = [
  .scalar(
    "rate_ratio(x1, t1, x2, t2)", "REAL",
    "The rate x1/t1 over the rate x2/t2; infinite (`Inf`, 9e999) if x2 is 0, NULL without any event.",
    example: "SELECT rate_ratio(12, 12, 4, 12) = 3.0"
  ) { arguments in try .orNull { Value(try compared(arguments).estimate) } },
  .scalar(
    "rate_ratio_low(x1, t1, x2, t2 [, level])", "REAL",
    "Lower limit of that ratio (exact given x1 + x2, central; level 0.95).",
    example: "SELECT round(rate_ratio_low(12, 12, 4, 12), 2) = 0.91"
  ) { arguments in try .orNull { Value(try interval(arguments)?.lower) } },
  .scalar(
    "rate_ratio_high(x1, t1, x2, t2 [, level])", "REAL", "Upper limit; infinite if x2 is 0: there is none.",
    example: """
      SELECT round(rate_ratio_high(12, 12, 4, 12), 1) = 12.8
        AND rate_ratio_high(3, 1, 0, 1) = 9e999
      """
  ) { arguments in try .orNull { Value(try interval(arguments)?.upper) } },
  .scalar(
    "rate_ratio_p(x1, t1, x2, t2)", "REAL",
    "Twice the smaller tail at equal rates: below 0.05 exactly where the 95 % interval leaves out 1.",
    example: "SELECT round(rate_ratio_p(12, 12, 4, 12), 3) = 0.077"
  ) { arguments in try .orNull { Value(try compared(arguments).p) } },
]

private func compared(_ arguments: [Value]) throws -> RateRatio {
  try RateRatio(
    arguments.integer(0), over: arguments.real(1), to: arguments.integer(2), over: arguments.real(3))
}

private func interval(_ arguments: [Value]) throws -> Interval? {
  try compared(arguments).interval(confidence: try arguments.level(4))
}
