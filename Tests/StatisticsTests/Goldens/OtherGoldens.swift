import Calendar
import Formats

@testable import Statistics

let otherGoldens: [String: GoldenMethod] = [
  "special_functions": { input, _ in .array(try input.elements().map { json(try specialFunction($0)) }) },
  "collaboration_network": { input, _ in try network(input) },
  "fractional_allocation": { input, _ in try allocation(input) },
  "merkle_tree_hash_rfc6962_sha256": { input, expected in
    let leaves = try input.list("leaves_hex").map { try bytes($0.string ?? "") }
    let tree = MerkleTree(leaves) { SHA256.digest(of: $0) }
    let hex = { (digests: [[UInt8]]?) in JSONValue.array((digests ?? []).map { .string(Hex.text($0)) }) }
    // The questions stand in the answers.
    let inclusion = try expected.list("inclusion").map { proof in
      let (index, size) = (try proof.whole("index"), try proof.whole("size"))
      return JSONValue.members([
        "index": json(index), "size": json(size), "path": hex(tree.inclusionProof(of: index, in: size)),
      ])
    }
    let consistency = try expected.list("consistency").map { proof in
      let (m, n) = (try proof.whole("m"), try proof.whole("n"))
      return JSONValue.members([
        "m": json(m), "n": json(n), "proof": hex(tree.consistencyProof(from: m, to: n)),
      ])
    }
    return .members([
      "roots": hex((0...leaves.count).compactMap { tree.root(of: $0) }), "leaf_hashes": hex(tree.leaves),
      "inclusion": .array(inclusion), "consistency": .array(consistency),
    ])
  },
]

private func specialFunction(_ call: JSONValue) throws -> Double? {
  let name = try call.text("fn")
  let argument = { (key: String) in try call.real(key) }
  switch name.prefix(while: { $0 != "(" }) {
  case "gammainc_P": return SpecialFunctions.regularizedGammaP(shape: try argument("a"), try argument("x"))
  case "gammainc_Q": return SpecialFunctions.regularizedGammaQ(shape: try argument("a"), try argument("x"))
  case "betainc_I":
    return SpecialFunctions.regularizedBeta(try argument("x"), a: try argument("a"), b: try argument("b"))
  case "norm_ppf": return SpecialFunctions.normalQuantile(try argument("p"))
  case "gamma_ppf_scale1":
    return SpecialFunctions.inverseGammaP(shape: try argument("a"), probability: try argument("p"))
  case "beta_ppf":
    return SpecialFunctions.inverseBeta(try argument("p"), a: try argument("a"), b: try argument("b"))
  case "t_ppf":
    return SpecialFunctions.studentQuantile(try argument("p"), degreesOfFreedom: try argument("df"))
  case "chi2_sf":
    return SpecialFunctions.chiSquareUpperTail(try argument("x"), degreesOfFreedom: try argument("df"))
  case "norm_sf_two_sided": return SpecialFunctions.normalTwoSidedTail(try argument("z"))
  case "poisson_cdf": return CountDistribution.poisson(mean: try argument("mu")).atMost(try call.whole("k"))
  case "nbinom_cdf":
    return CountDistribution.negativeBinomial(size: try argument("size"), probability: try argument("prob"))
      .atMost(try call.whole("k"))
  default: throw GoldenError(description: "the function \"\(name)\" is not known")
  }
}

private func bytes(_ hex: String) throws -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  guard digits.count == hex.count, digits.count.isMultiple(of: 2) else {
    throw GoldenError(description: "\(hex) is not hexadecimal")
  }
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}

private func network(_ input: JSONValue) throws -> JSONValue {
  let events = try input.list("events").map { event in
    let parts = try event.elements()
    return (month: parts[0].string ?? "", actors: try parts[1].elements().compactMap(\.string))
  }
  let split = try input.text("split_month")
  let whole = CollaborationNetwork(events: events.map(\.actors))
  let change = NetworkChange(
    from: CollaborationNetwork(events: events.filter { $0.month < split }.map(\.actors)),
    to: CollaborationNetwork(events: events.filter { $0.month >= split }.map(\.actors)))
  let byActor = { (values: [Double]) -> JSONValue in
    .object(zip(whole.actors, values).map { JSONMember($0, json($1)) })
  }
  let names = { (values: [String]) in JSONValue.array(values.map { .string($0) }) }
  let ties = { (values: [CollaborationNetwork<String>.Tie]) -> JSONValue in
    .array(values.map { names([$0.first, $0.second]) })
  }
  return .members([
    "nodes": json(whole.actors.count), "edges": json(whole.tieCount), "density": json(whole.density ?? 0),
    "components": .array(whole.components.map(names)), "degree": byActor(whole.degree.map(Double.init)),
    "strength_events": byActor(whole.strength.map(Double.init)),
    "newman_strength": byActor(whole.newmanStrength),
    "betweenness_normalised": byActor(whole.betweenness),
    "closeness_wasserman_faust": byActor(whole.closeness),
    "clustering": byActor(whole.clustering), "transitivity": json(whole.transitivity ?? 0),
    "new_ties": ties(change.new), "lost_ties": ties(change.lost), "persistent_ties": ties(change.kept),
    "jaccard": json(change.jaccard ?? 0), "new_actors": names(change.newActors),
    "new_ties_between_known_actors": ties(change.newAmongKnown),
  ])
}

private func allocation(_ input: JSONValue) throws -> JSONValue {
  let events = try input.list("events").map { event in
    let parts = try event.elements().compactMap(\.string)
    return (date: parts[0], precision: parts[1], span: try span(parts[0]))
  }
  guard let first = events.map(\.span.lowerBound).min(), let last = events.map(\.span.upperBound).max() else {
    throw GoldenError(description: "no events")
  }
  let months = Period.range(from: first, to: last, kind: .month)
  let bins = months.map { $0.first.number...$0.last.number }
  let spans = events.map { $0.span.lowerBound.number...$0.span.upperBound.number }
  let shares = try DateShares(spans: spans, bins: bins).bins
  let byMonth = { (value: (DateShares.Bin) -> JSONValue) -> JSONValue in
    .object(zip(months, shares).map { JSONMember($0.label, value($1)) })
  }
  let rows = events.map { event in
    let span = event.span.lowerBound.number...event.span.upperBound.number
    let weights = DateShares.shares(of: span, in: bins).map {
      JSONMember(months[$0.bin].label, .string($0.share.description))
    }
    return JSONValue.members([
      "date": .string(event.date), "precision": .string(event.precision),
      "first": .string("\(event.span.lowerBound)"), "last": .string("\(event.span.upperBound)"),
      "days": json(span.count), "weights": .object(weights),
    ])
  }
  let total = shares.reduce(Fraction.zero) { ($0 + $1.expected) ?? $0 }
  return .members([
    "allocation": .array(rows), "bin_expected": byMonth { json($0.expected.value) },
    "bin_expected_exact": byMonth { .string($0.expected.reduced.description) },
    "bin_certain": byMonth { json($0.certain) }, "bin_possible": byMonth { json($0.possible) },
    "bin_allocation_variance": byMonth { json($0.allocationVariance) }, "total": json(total.value),
  ])
}

/// The days of `2023`, `2023-Q1`, `2023-03`, `2023-03-15`, `2023-W05` or two of them with `/` between.
private func span(_ text: String) throws -> ClosedRange<Day> {
  let ends = text.split(separator: "/")
  if ends.count == 2 { return try span(String(ends[0])).lowerBound...span(String(ends[1])).upperBound }
  let parts = text.split(separator: "-")
  let year = parts.first.flatMap { Int($0) } ?? 0
  guard let start = Day(year: year, month: 1, day: 1) else {
    throw GoldenError(description: "no date: \(text)")
  }
  guard parts.count > 1 else { return bounds(Period(containing: start, kind: .year)) }
  if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()),
    let day = Day(year: year, month: quarter * 3, day: 1)
  {
    return bounds(Period(containing: day, kind: .quarter))
  }
  if parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()),
    let fourth = Day(year: year, month: 1, day: 4)
  {
    // The fourth of January lies in the first week; weekdays are counted from 1 for Monday.
    let monday = fourth.advanced(by: 7 * (week - 1) - (fourth.weekday - 1))
    return monday...monday.advanced(by: 6)
  }
  guard let month = Int(parts[1]), let day = Day(year: year, month: month, day: 1) else {
    throw GoldenError(description: "no date: \(text)")
  }
  guard parts.count > 2 else { return bounds(Period(containing: day, kind: .month)) }
  guard let exact = Int(parts[2]).flatMap({ Day(year: year, month: month, day: $0) }) else {
    throw GoldenError(description: "no date: \(text)")
  }
  return exact...exact
}

private func bounds(_ period: Period) -> ClosedRange<Day> { period.first...period.last }
