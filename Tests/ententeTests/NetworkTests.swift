import TestSupport
import Testing

@Suite struct `network` {
  @Test func `comes out in every format, and says what the counts rest on`() throws {
    try Starting.file { db in
      let table = try Program.run(["network", "--period", "year"], db: db)
      #expect(
        table.code == 0 && table.text.contains("Convenience collection") && table.text.contains("comers"))
      for line in table.text.split(separator: "\n").dropFirst(2) { #expect(line.count <= 80, "\(line)") }
      let csv = try Program.run(["network", "--ties", "--format", "csv"], db: db)
      #expect(csv.text.hasPrefix("period,source,target,acts,status\n") && csv.errors.contains("TLP:"))
      let json = try Program.run(["network", "--format", "json", "--centrality", "--from", "2023"], db: db)
      #expect(
        json.code == 0 && json.text.contains("\"degree_interval\"") && json.text.contains("\"verdict\": null")
      )
      let graph = try Program.run(["network", "--format", "graphml"], db: db)
      #expect(graph.text.hasPrefix("<?xml") && graph.text.hasSuffix("</graphml>\n"))
      // networkx reads it, where it is installed.
      guard let python = Tool.find("python3") else { return skip(because: "there is no python3") }
      guard try Tool.run(python, ["-c", "import networkx"]).code == 0 else {
        return skip(because: "networkx is not installed")
      }
      let program = """
        import io, sys, networkx
        g = networkx.read_graphml(io.BytesIO(sys.stdin.buffer.read()))
        assert g.number_of_edges() > 20 and not g.is_directed()
        assert all(g.nodes[a]["side"] != g.nodes[b]["side"] and d["weight"] > 0 for a, b, d in g.edges(data=True))
        """
      let read = try Tool.run(python, ["-c", program], input: graph.output)
      #expect(read.code == 0, "\(read.errors)")
    }
  }
}
