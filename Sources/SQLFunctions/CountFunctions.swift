internal import SQLite
internal import Statistics

/// Distributions of counts and their score. NULL where a parameter is out of its bounds.
let countFunctions: [EntenteFunction] = [
  .scalar(
    "poisson_cdf(k, mu)", "REAL", "The probability of at most k events where mu are expected.",
    example: "SELECT round(poisson_cdf(2, 3.2), 4) = 0.3799"
  ) { Value(CountDistribution.poisson(mean: try $0.real(1)).atMost(try $0.integer(0))) },
  .scalar(
    "poisson_quantile(p, mu)", "INTEGER", "The smallest count with a probability of at most it of p or more.",
    example: "SELECT poisson_quantile(0.975, 3.2) = 7"
  ) { quantile(.poisson(mean: try $0.real(1)), try $0.real(0)) },
  .scalar(
    "nb_cdf(k, mu, size)", "REAL",
    "The same for the negative binomial law with mean mu and variance mu + mu^2/size.",
    example: "SELECT round(nb_cdf(2, 3.2, 1.5), 4) = 0.5211"
  ) { Value(try negativeBinomial($0, 1).atMost(try $0.integer(0))) },
  .scalar(
    "nb_quantile(p, mu, size)", "INTEGER", "Its quantile.",
    example: "SELECT nb_quantile(0.975, 3.2, 1.5) = 11"
  ) { quantile(try negativeBinomial($0, 1), try $0.real(0)) },
  .scalar(
    "crps_poisson(mu, y)", "REAL",
    "How far a Poisson forecast of mean mu was from the count y (continuous ranked probability score): 0 is best.",
    example: "SELECT round(crps_poisson(3.2, 3), 4) = 0.3948"
  ) { Value(CountDistribution.poisson(mean: try $0.real(0)).crps(try $0.integer(1))) },
  .scalar(
    "crps_nb(mu, size, y)", "REAL", "The same for a negative binomial forecast.",
    example: "SELECT round(crps_nb(6, 2.5, 4), 4) = 1.0824"
  ) { Value(try negativeBinomial($0, 0).crps(try $0.integer(2))) },
]

private func negativeBinomial(_ arguments: [Value], _ first: Int) throws -> CountDistribution {
  .negativeBinomial(mean: try arguments.real(first), size: try arguments.real(first + 1))
}

private func quantile(_ law: CountDistribution, _ probability: Double) -> Value {
  law.quantile(probability).map { .integer(Int64($0)) } ?? .null
}
