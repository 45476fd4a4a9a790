internal import Calendar
internal import SQLite

extension EntenteFile {
  /// Puts a lens on the connection: temporary views of the same names stand before the tables and views of the file.
  ///
  /// Nothing of the file is changed; a connection that can change nothing takes a lens too. The search index is not
  /// looked through: who searches makes one of what is seen.
  public func look(through lens: Lens) throws {
    guard !lens.isClear else { return }
    try connection.makingTemporary {
      try connection.execute("BEGIN")
      defer { if connection.isInTransaction { try? connection.execute("COMMIT") } }
      try put(lens)
    }
  }

  private func put(_ lens: Lens) throws {
    let schema = try ShadowedSchema(of: connection)
    let instant = lens.asOf?.description
    let last = try connection.value(
      "SELECT coalesce(max(id), 0) FROM main.change WHERE \(instant) IS NULL OR at <= \(instant)",
      as: Int.self)
    let sql = LensSQL(schema: schema, change: last ?? 0, rank: lens.maxLabel?.rank)
    var done: Set<String> = []
    for name in schema.tables.keys.sorted() { try shadow(name, sql, &done) }
    let truth = schema.tables.values.filter(\.hasHistory).sorted { $0.name < $1.name }
    for table in truth { try connection.execute(sql.history(table)) }
    for statement in sql.log() { try connection.execute(statement) }
    for view in Resources.views { try connection.run(script: view) }
  }

  /// Parents first: what is copied is copied from what is seen of them.
  private func shadow(_ name: String, _ sql: LensSQL, _ done: inout Set<String>) throws {
    guard let table = sql.schema.tables[name], done.insert(name).inserted else { return }
    for parent in sql.before(table) { try shadow(parent, sql, &done) }
    let isMixed = try table.hasHistory && connection.value(sql.hasChanged(table), as: Bool.self) == true
    guard isMixed else { return try connection.execute(sql.view(table)) }
    for statement in sql.copy(table) { try connection.execute(statement) }
    for column in Set(table.parents.map(\.column)).sorted() where column != "id" {
      try connection.execute(sql.index(table, on: column))
    }
  }
}

extension Resources {
  /// The views of our schema, as temporary ones: a view of the file would go on reading the tables of the file.
  static var views: [String] {
    (files(in: "migrations/0") + [derived]).flatMap { statements(beginning: "CREATE VIEW ", in: $0.text) }
      .map { "CREATE TEMP VIEW " + $0.dropFirst("CREATE VIEW ".count) }
  }

  /// Whole statements, each from a line that begins so to the line that ends it.
  static func statements(beginning start: String, in text: String) -> [String] {
    var found: [String] = []
    var current: String?
    for line in text.split(separator: "\n") {
      if current == nil, line.hasPrefix(start) { current = "" }
      current? += "\(line)\n"
      if line.hasSuffix(";"), let statement = current {
        found.append(statement)
        current = nil
      }
    }
    return found
  }
}

extension EntenteFile {
  /// Makes an empty search index that stands before the file's: to be filled with what a lens shows.
  public func makeTemporarySearch(_ fill: () throws -> Void) throws {
    let start = "CREATE VIRTUAL TABLE "
    try connection.makingTemporary {
      for table in Resources.statements(beginning: start, in: Resources.derived.text) {
        try connection.run(script: "\(start)temp.\(table.dropFirst(start.count))")
      }
      try fill()
    }
  }
}
