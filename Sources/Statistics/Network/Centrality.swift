extension CollaborationNetwork {
  /// The share of shortest paths between other actors that lead through each actor, over the possible pairs.
  ///
  /// Source: L. C. Freeman, Sociometry 40 (1977), 35-41; the counting is U. Brandes, Journal of Mathematical
  /// Sociology 25 (2001), 163-177.
  public var betweenness: [Double] {
    let n = actors.count
    var sums = [Double](repeating: 0, count: n)
    for start in 0..<n {
      let search = search(from: start)
      var dependency = [Double](repeating: 0, count: n)
      for place in search.order.reversed() {
        for before in neighbours(place) where search.distance[before] == search.distance[place] - 1 {
          dependency[before] += search.paths[before] / search.paths[place] * (1 + dependency[place])
        }
        if place != start { sums[place] += dependency[place] }
      }
    }
    guard n > 2 else { return sums }
    return sums.map { $0 / Double(n - 1) / Double(n - 2) }
  }

  /// Reachable actors over the sum of their distances, times their share among all others.
  ///
  /// Source: S. Wasserman and K. Faust, Social Network Analysis (1994), p. 201. 0 for an actor without ties.
  public var closeness: [Double] {
    actors.indices.map { start in
      let search = search(from: start)
      let sum = search.order.reduce(0) { $0 + search.distance[$1] }
      guard sum > 0 else { return 0 }
      let reached = Double(search.order.count - 1)
      return reached / Double(sum) * reached / Double(actors.count - 1)
    }
  }

  /// The share of an actor's pairs of neighbours that are tied; 0 with fewer than two neighbours.
  ///
  /// Source: D. J. Watts and S. H. Strogatz, Nature 393 (1998), 440-442.
  public var clustering: [Double] {
    actors.indices.map { place in
      let degree = Double(shared[place].count)
      return degree < 2 ? 0 : 2 * Double(closedPairs(place)) / (degree * (degree - 1))
    }
  }

  /// Three times the triangles over the paths of two ties; nil without such paths.
  public var transitivity: Double? {
    let closed = actors.indices.reduce(0) { $0 + closedPairs($1) }
    let paths = shared.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    return paths == 0 ? nil : Double(closed) / Double(paths)
  }

  private func closedPairs(_ place: Int) -> Int {
    let neighbours = neighbours(place)
    var count = 0
    for (index, one) in neighbours.enumerated() {
      for other in neighbours[..<index] where shared[one][other] != nil { count += 1 }
    }
    return count
  }

  /// In order, so that sums are the same in every run.
  private func neighbours(_ place: Int) -> [Int] { shared[place].keys.sorted() }

  /// Distances from an actor, in the order of reaching, and the number of shortest paths.
  private func search(from start: Int) -> (order: [Int], distance: [Int], paths: [Double]) {
    var distance = [Int](repeating: -1, count: actors.count)
    var paths = [Double](repeating: 0, count: actors.count)
    (distance[start], paths[start]) = (0, 1)
    var (order, next) = ([start], 0)
    while next < order.count {
      let place = order[next]
      next += 1
      for neighbour in neighbours(place) {
        if distance[neighbour] < 0 {
          distance[neighbour] = distance[place] + 1
          order.append(neighbour)
        }
        if distance[neighbour] == distance[place] + 1 { paths[neighbour] += paths[place] }
      }
    }
    return (order, distance, paths)
  }
}
