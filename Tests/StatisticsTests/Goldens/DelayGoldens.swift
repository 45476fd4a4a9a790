import Formats

@testable import Statistics

let delayGoldens: [String: GoldenMethod] = [
  "mack_chain_ladder": { input, _ in
    let triangle = try input.list("cumulative_triangle").map { row in
      try row.elements().map { $0 == .null ? nil : try $0.real() }
    }
    let mack = try MackChainLadder(triangle)
    return .members([
      "f": json(mack.factors), "sigma2": json(mack.variances), "ultimate": json(mack.ultimates),
      "se": json(mack.standardErrors), "total_reserve": json(mack.reserve),
    ])
  },
  "reporting_delay_nowcast": { input, _ in
    let events = try input.list("event_delay_pairs").map { pair in
      let cells = try pair.elements()
      return (period: try cells[0].whole(), delay: try cells[1].whole())
    }
    let triangle = try ReportingTriangle(
      events: events, now: input.whole("now"), longestDelay: input.whole("max_delay"))
    let (nowcast, mack) = (Nowcast(triangle), try MackChainLadder(triangle.cumulative))
    let periods = nowcast.periods
    return .members([
      "triangle_incremental": .array(triangle.cells.map { json($0) }), "n_x": json(nowcast.exactly),
      "N_x": json(nowcast.atMost), "reverse_hazard_g": json(nowcast.hazards),
      "F_reported_fraction_by_event_month": json(periods.map(\.share)),
      "reported_so_far": json(periods.map(\.known)), "point_estimate": json(periods.map(\.estimate)),
      "var_F": json(periods.map(\.shareVariance)), "var_N_lawless_full": json(periods.map(\.variance)),
      "var_N_without_delay_uncertainty": json(periods.map(\.varianceAtFixedDelays)),
      "chain_ladder_factors": json(mack.factors), "chain_ladder_sigma2": json(mack.variances),
      "mack_se": json(mack.standardErrors),
      "nb_jeffreys_q025_q10_q50_q90_q975": .array(
        periods.map { period in json([0.025, 0.1, 0.5, 0.9, 0.975].map { period.quantile($0) }) }),
    ])
  },
]
