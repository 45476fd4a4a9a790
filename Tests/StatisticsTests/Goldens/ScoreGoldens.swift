import Formats

@testable import Statistics

let scoreGoldens: [String: GoldenMethod] = [
  "proper_scores_count": { input, _ in
    let mean = try input.real("mu")
    let law: CountDistribution
    switch try input.text("dist") {
    case "poisson": law = .poisson(mean: mean)
    case "nbinom": law = .negativeBinomial(mean: mean, size: try input.real("size"))
    case let other: throw GoldenError(description: "no distribution \(other)")
    }
    let observed = try input.wholes("obs")
    return .members([
      "crps": json(observed.map { law.crps($0) }), "log_score": json(observed.map { law.logScore($0) }),
      "dss": json(observed.map { law.dawidSebastiani($0) }),
      "ses": json(observed.map { law.squaredError($0) }),
      "quantiles_025_50_975": json([0.025, 0.5, 0.975].map { law.quantile($0) }),
      "pit_interval": .array(observed.map { json(law.transform($0)) }),
    ])
  },
  "crps_ensemble": { input, _ in
    let (score, observed) = (try EnsembleScore(input.reals("x")), try input.reals("obs"))
    return .members([
      "crps": json(observed.map { score.crps($0) }), "crps_fair": json(observed.map { score.fairCRPS($0) }),
    ])
  },
  "weighted_interval_score": { input, _ in
    let score = try WeightedIntervalScore(levels: input.reals("levels"), quantiles: input.reals("q"))
    let parts = try input.reals("obs").map { score($0) }
    return .members([
      "wis": json(parts.map { $0?.total }),
      "decomposition": .array(
        parts.map {
          .members([
            "dispersion": json($0?.dispersion), "overprediction": json($0?.overprediction),
            "underprediction": json($0?.underprediction),
          ])
        }),
    ])
  },
  "rolling_gamma_poisson_forecast": { input, _ in
    let (counts, window) = (try input.wholes("y"), try input.whole("window"))
    // "0-based targets 72..95": the last two numbers.
    let targets = try input.numbers("origins").suffix(2).map { Int($0) }
    var (rows, scores, logs, inner, outer) = ([JSONValue](), [Double](), [Double](), 0, 0)
    for index in targets[0]...targets[1] {
      let law = try CountForecast.gammaPoisson(window: Array(counts[index - window..<index]))
      let quantiles = [0.1, 0.9, 0.025, 0.975].map { law.quantile($0) ?? -1 }
      let (score, log) = (law.crps(counts[index]) ?? .nan, law.logScore(counts[index]) ?? .nan)
      scores.append(score)
      logs.append(log)
      if (quantiles[0]...quantiles[1]).contains(counts[index]) { inner += 1 }
      if (quantiles[2]...quantiles[3]).contains(counts[index]) { outer += 1 }
      rows.append(
        .members([
          "index0": json(index), "obs": json(counts[index]), "mean": json(law.mean),
          "q10": json(quantiles[0]),
          "q90": json(quantiles[1]), "q025": json(quantiles[2]), "q975": json(quantiles[3]),
          "crps": json(score), "logs": json(log),
        ]))
    }
    return .members([
      "rows": .array(rows), "mean_crps": json(scores.mean), "mean_log_score": json(logs.mean),
      "coverage80": json(Double(inner) / Double(rows.count)),
      "coverage95": json(Double(outer) / Double(rows.count)),
    ])
  },
  "p_adjust": { input, _ in
    let p = try input.optionals("p")
    let adjusted = try MultipleTesting.benjaminiHochberg(p)
    return .members([
      "BH": json(adjusted), "BY": json(try MultipleTesting.benjaminiYekutieli(p)),
      "holm": json(try MultipleTesting.holm(p)), "bonferroni": json(try MultipleTesting.bonferroni(p)),
      "hommel": json(try MultipleTesting.hommel(p)),
      "rejected_BH_q10": json(adjusted.map { ($0 ?? 1) <= 0.1 }),
      "max_FCR_conf_level_BH_q10": json(try MultipleTesting.falseCoverageConfidence(p, rate: 0.1) ?? 1),
    ])
  },
]
