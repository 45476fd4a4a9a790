internal import Calendar
internal import Formats
internal import Records
internal import TimeSeries
internal import Trends

/// The network of the whole range as GraphML 1.0: one node an actor, one edge a tie.
struct GraphML {
  let ties: TieTable

  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="name" for="node" attr.name="label" attr.type="string"/>
      <key id="side" for="node" attr.name="side" attr.type="string"/>
      <key id="acts" for="node" attr.name="observations" attr.type="int"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
      <key id="first" for="edge" attr.name="first" attr.type="string"/>
      <key id="last" for="edge" attr.name="last" attr.type="string"/>
      <key id="periods" for="edge" attr.name="periods" attr.type="string"/>
      <key id="tlp" for="graph" attr.name="tlp" attr.type="string"/>
      <key id="coverage" for="graph" attr.name="coverage" attr.type="string"/>
      <graph id="entente" edgedefault="undirected">
        \(data("tlp", ties.meetings.label.marking))
        \(data("coverage", ties.coverage.line))
    \(nodes)\(edges)  </graph>
    </graphml>

    """
  }

  private var nodes: String {
    var counts: [SidedActor: Int] = [:]
    for actor in ties.meetings.list.flatMap(\.actors) { counts[actor, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { actor, count in
      """
          <node id="\(id(actor))">\(data("name", actor.name))\(data("side", actor.isChinese ? "cn" : "ru"))\
      \(data("acts", String(count)))</node>

      """
    }.joined()
  }

  /// The periods of an edge are empty where all its dates are wider.
  private var edges: String {
    ties.ties.sorted { $0.key < $1.key }.map { tie, count in
      let periods = ties.rows.filter { $0.ties[tie] != nil }.map(\.period.label)
      return """
            <edge source="\(id(tie.chinese))" target="\(id(tie.russian))">\(data("weight", String(count)))\
        \(data("first", periods.first ?? ""))\(data("last", periods.last ?? ""))\
        \(data("periods", periods.joined(separator: " ")))</edge>

        """
    }.joined()
  }

  /// One actor may be of both sides in different acts.
  private func id(_ actor: SidedActor) -> String { "\(actor.isChinese ? "cn" : "ru")\(actor.id)" }

  private func data(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(HTMLText.escape(value))</data>"
  }
}
