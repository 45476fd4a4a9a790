internal import Documents
internal import Names
public import Records
public import SQLite

/// A record that people name: what is edited and withdrawn, whose history is asked for, what notes and judgements are
/// about.
public struct Record: Hashable, Sendable {
  /// What it is; the name is that of its table.
  public enum Kind: String, CaseIterable, Sendable {
    case observation, document, evidence, actor, outlet, initiative
  }

  /// What it is.
  public var kind: Kind
  /// Its id in its table.
  public var number: Int

  /// The record with this number.
  public init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// Finds what a person named, withdrawn or not: `o279`, `d12`, `e4`, a uid, the id of a loaded file, the path of a
  /// document, the code of an initiative, the name of an actor or outlet. `actor:TASS` tells which is meant.
  /// - Parameters:
  ///   - name: as above.
  ///   - kinds: those that are meant where records of several kinds have the name.
  ///   - db: the file.
  /// - Throws: ``EditError`` if there is none, with the nearest actors, or more than one.
  public init(named name: String, preferring kinds: Set<Kind> = [], in db: Connection) throws {
    if let cut = name.firstIndex(of: ":"), let kind = Kind(rawValue: String(name[..<cut])) {
      let rest = String(name[name.index(after: cut)...])
      guard let number = try Self.number(of: rest, kind, db) else { throw try Self.unknown(name, db) }
      self.init(kind, number)
      return
    }
    var found: [Record] = []
    for kind in Kind.allCases {
      if let number = try Self.number(of: name, kind, db) { found.append(Record(kind, number)) }
      // Ids come before names.
      if found.count == 1, kind != .actor, kind != .outlet, kind != .initiative { break }
    }
    if found.count > 1, found.contains(where: { kinds.contains($0.kind) }) {
      found.removeAll { !kinds.contains($0.kind) }
    }
    guard let first = found.first else { throw try Self.unknown(name, db) }
    guard found.count == 1 else { throw EditError.ambiguous(name, kinds: found.map(\.kind.rawValue)) }
    self = first
  }

  private static func unknown(_ name: String, _ db: Connection) throws -> EditError {
    // What looks like an id is near to no name.
    try .unknown(name, near: ShortID(name) == nil ? KnownNames.nearest(to: name, in: db) : [])
  }

  private static func number(of name: String, _ kind: Kind, _ db: Connection) throws -> Int? {
    if Identity.isUID(name) {
      return try db.value("SELECT id FROM \(identifier: kind.rawValue) WHERE uid = \(name)")
    }
    switch kind {
    case .observation: return try ObservationTable.resolve(name, in: db)
    case .document: return try DocumentTable.resolve(name, in: db)
    case .evidence:
      guard let short = ShortID(name), short.kind == .evidence else { return nil }
      return try db.value("SELECT id FROM evidence WHERE id = \(short.number)")
    case .initiative: return try db.value("SELECT id FROM initiative WHERE code = \(name)")
    case .outlet: return try db.value("SELECT id FROM outlet WHERE name = \(name)")
    case .actor:
      if let id = try ActorBook.find(name, in: db) { return id }
      return try db.value("SELECT id FROM actor WHERE name = \(name)")
    }
  }

  /// Its short id, if records of its kind have one.
  public var shortID: ShortID? {
    switch kind {
    case .observation: ShortID(.observation, number)
    case .document: ShortID(.document, number)
    case .evidence: ShortID(.evidence, number)
    case .initiative, .actor, .outlet: nil
    }
  }

  /// Its number, if it is of this kind: what the column of that name in a table holds.
  func number(_ kind: Kind) -> Int? { self.kind == kind ? number : nil }

  /// As people name it: `o279`, `d12`, `e4`; a code; a name.
  public func name(in db: Connection) throws -> String {
    switch kind {
    case .observation: ShortID(.observation, number).description
    case .document: ShortID(.document, number).description
    case .evidence: ShortID(.evidence, number).description
    case .initiative: try db.value("SELECT code FROM initiative WHERE id = \(number)") ?? "\(number)"
    case .actor, .outlet:
      try db.value("SELECT name FROM \(identifier: kind.rawValue) WHERE id = \(number)") ?? "\(number)"
    }
  }

  /// True if it was taken back.
  public func isWithdrawn(in db: Connection) throws -> Bool {
    try db.value("SELECT withdrawn FROM \(identifier: kind.rawValue) WHERE id = \(number)") ?? false
  }
}
