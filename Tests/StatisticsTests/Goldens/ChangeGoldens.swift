import Formats

@testable import Statistics

let changeGoldens: [String: GoldenMethod] = [
  "changepoints_poisson_penalised": { input, _ in
    let partition = try OptimalPartitioning(
      input.wholes("y"), penalty: input.real("penalty"), shortest: input.whole("min_seg_len"))
    return .members([
      "last_index_of_each_segment_but_last_1based": json(partition.changes),
      "total_cost": json(partition.cost), "segment_means": json(partition.means),
      "R_changepoint_2_3": json(partition.changes),
    ])
  },
  "single_changepoint_gamma_poisson": { input, _ in
    let prior = try input.text("prior")
    let hasMeanRate = prior.contains("rate=1/mean(y)")
    let point = try SingleChangePoint(
      input.wholes("y"), shape: JSONValue.number(after: "a=", in: prior) ?? 1,
      rate: hasMeanRate ? nil : JSONValue.number(after: "rate=", in: prior))
    let chance = JSONValue.number(after: "P(change)=", in: prior) ?? 0.5
    return .members([
      "log10_bayes_factor_change": json(point.log10BayesFactor),
      "posterior_prob_change": json(point.probability(prior: chance)),
      "map_tau_last_index_before_change": json(point.mostProbable), "posterior_tau": json(point.posterior),
      "hpd90": json(point.places(holding: 0.9)),
      "rate_ratio_after_before_at_map_q025_q50_q975": json(
        [0.025, 0.5, 0.975].map { point.ratioQuantile($0) }),
    ])
  },
  "bocpd_gamma_poisson": { input, _ in
    let hazard = try input.numbers("hazard")
    let prior = try input.text("prior")
    let result = try BOCPD(
      input.wholes("y"), hazard: hazard.count > 1 ? hazard[0] / hazard[1] : hazard[0],
      shape: JSONValue.number(after: "a=", in: prior) ?? 1,
      rate: JSONValue.number(after: "rate=", in: prior) ?? 1)
    return .members([
      "map_run_length": json(result.mostProbable), "p_run_le_3": json(result.probability(within: 3)),
      "final_run_length_posterior": json(result.posteriors.last ?? []),
    ])
  },
  "kleinberg_batched": { input, _ in
    let result = try KleinbergBatchedBursts(
      relevant: input.wholes("relevant"), total: input.wholes("total"), scaling: input.real("s"),
      gamma: input.real("gamma"), states: input.whole("states"))
    let shares = result.shares.enumerated().map { JSONMember("p\($0.offset)", json($0.element)) }
    return .object(
      shares + [
        JSONMember("state", json(result.states)), JSONMember("total_cost", json(result.cost)),
        JSONMember(
          "bursts",
          .array(
            result.bursts.map {
              .members(["begin": json($0.first), "end": json($0.last), "weight": json($0.weight)])
            })),
      ])
  },
  "kleinberg_continuous": { input, _ in
    let bursts = try KleinbergBursts(
      times: input.reals("offsets"), scaling: input.real("s"), gamma: input.real("gamma")
    ).bursts
    return .members([
      "level": json(bursts.map(\.level)), "start": json(bursts.map(\.start)), "end": json(bursts.map(\.end)),
    ])
  },
]
