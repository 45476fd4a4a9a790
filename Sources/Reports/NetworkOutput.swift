internal import Calendar
internal import Formats
internal import Records
internal import Statistics
internal import TimeSeries
public import Trends

/// The formats of `entente network`.
public enum NetworkFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  /// One row a period; with ties, one a period and tie.
  case csv
  /// One object, with ties and the SQL.
  case json
  /// The whole network for Gephi, yEd, networkx and others: one edge a tie.
  case graphml
}

/// Writes what became of ties for people and programs.
public struct NetworkOutput: Sendable {
  let ties: TieTable
  let places: ActorPlaces?
  let width: Int?
  let excel: Bool

  /// - Parameters:
  ///   - ties: what to write.
  ///   - places: how central actors are, where that is asked for.
  ///   - width: cells that a line of `.table` may take; nil cuts nothing.
  ///   - excel: `.csv` gets a byte-order mark and CR LF.
  public init(_ ties: TieTable, places: ActorPlaces? = nil, width: Int?, excel: Bool = false) {
    (self.ties, self.places, self.width, self.excel) = (ties, places, width, excel)
  }

  /// The whole output, with a line end at its end.
  /// - Parameters:
  ///   - format: how.
  ///   - lists: `.table` and `.csv` give one row a period and tie.
  ///   - top: `.table` shows at most so many actors of `places`; nil shows all.
  /// - Returns: the text.
  public func text(_ format: NetworkFormat, lists: Bool = false, top: Int? = nil) -> String {
    switch format {
    case .table: page(lists: lists, top: top)
    case .csv: (places.map { placeTable($0, nil) } ?? (lists ? tieList : changes)).csv(excel: excel)
    case .json:
      String(decoding: JSONWriter.indented(NetworkJSON(ties: ties, places: places).value), as: UTF8.self)
    case .graphml: GraphML(ties: ties).text
    }
  }

  private func page(lists: Bool, top: Int?) -> String {
    let kind = ties.question.kind.rawValue
    var out = "\(ties.coverage.line)\nAs of \(ties.question.asOf); \(ties.meetings.label.marking)\n\n"
    out += "Ties by \(kind): one Chinese and one Russian actor in one counted act\n"
    out += (lists ? tieList : changes).render(as: .table, width: width)
    if !lists {
      out += """
        New ties are again, known or comers: an earlier \(kind) had the tie; it is
        the first between actors of earlier \(kind)s; an actor is new itself.
        More acts make more ties by themselves: see ties an act.

        """
    }
    if ties.notPlaced > 0 { out += "Not placed, the date is wider than a \(kind): \(ties.notPlaced) acts.\n" }
    if let places { out += "\n" + page(places, top) }
    return out
  }

  private func page(_ places: ActorPlaces, _ top: Int?) -> String {
    var out = "Actors over the whole range, from \(places.observations) acts; 95 % intervals from "
    out += "\(ActorPlaces.draws) draws of them\n"
    if places.observations < ActorPlaces.fewObservations {
      out += "Fewer than \(ActorPlaces.fewObservations) acts: the order of the actors says nothing.\n"
    }
    out += "A draw has fewer ties than the file, so intervals lie low: use them to compare actors.\n"
    out += placeTable(places, top).render(as: .table, width: width)
    let left = places.places.count - (top ?? places.places.count)
    return left > 0 ? out + "\(left) more actors; --top 0 shows all.\n" : out
  }

  // MARK: Tables

  private var changes: Table {
    let names = [
      "period", "acts", "actors", "ties", "new", "again", "known", "comers", "kept", "lost", "ties an act",
    ]
    var table = Table(
      columns: names.map { Table.Column($0, alignment: $0 == "period" ? .left : .right) })
    for row in ties.rows {
      let change = row.change.map {
        [$0.new.count, $0.returning, $0.amongKnown, $0.ofNewcomers, $0.kept.count, $0.lost.count]
          .map(Self.number)
      }
      let ratio = row.observations > 0 ? Double(row.ties.count) / Double(row.observations) : nil
      table.append(
        [.text(row.period.label)] + [row.observations, row.actors, row.ties.count].map(Self.number)
          + (change ?? Array(repeating: .empty, count: 6)) + [ratio.map(Self.short) ?? .empty])
    }
    return table
  }

  /// Source and target are what programs for networks call the ends of an edge.
  private var tieList: Table {
    let names = ["period", "source", "target", "acts", "status"]
    var table = Table(columns: names.map { Table.Column($0, alignment: $0 == "acts" ? .right : .left) })
    for row in ties.rows {
      let new = Set(row.change?.new ?? [])
      for (tie, count) in row.ties.sorted(by: { $0.key < $1.key }) {
        let status = row.change == nil ? "first period" : new.contains(tie) ? "new" : "kept"
        table.append(cells(row, tie, Self.number(count), status))
      }
      for tie in row.change?.lost ?? [] { table.append(cells(row, tie, Self.number(0), "lost")) }
    }
    return table
  }

  private func cells(_ row: TieTable.Row, _ tie: TieTable.Tie, _ count: Cell, _ status: String) -> [Cell] {
    [.text(row.period.label), .text(tie.chinese.name), .text(tie.russian.name), count, .text(status)]
  }

  private func placeTable(_ places: ActorPlaces, _ top: Int?) -> Table {
    let names = ["actor", "side", "partners", "low", "high", "between", "low", "high"]
    var table = Table(
      columns: names.enumerated().map { Table.Column($1, alignment: $0 < 2 ? .left : .right) })
    for place in places.places.prefix(top ?? .max) {
      table.append([
        .text(place.actor.name), .text(place.actor.isChinese ? "cn" : "ru"), Self.number(place.degree),
        place.degreeInterval.map { Self.number(Int($0.lower)) } ?? .empty,
        place.degreeInterval.map { Self.number(Int($0.upper)) } ?? .empty, Self.short(place.betweenness),
        place.betweennessInterval.map { Self.short($0.lower) } ?? .empty,
        place.betweennessInterval.map { Self.short($0.upper) } ?? .empty,
      ])
    }
    return table
  }

  private static func number(_ number: Int) -> Cell { .number(String(number)) }

  /// With three decimals.
  private static func short(_ number: Double) -> Cell {
    let thousandths = Int((number * 1000).rounded())
    let rest = String(thousandths % 1000)
    return .number("\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)")
  }
}
