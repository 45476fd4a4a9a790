internal import Documents
internal import Names
public import Records
public import SQLite

/// What a note or a judgement is about.
public enum Subject: Sendable, Equatable {
  case observation(Int)
  case initiative(Int)
  case actor(Int)
  case document(Int)
  case outlet(Int)
  case evidence(Int)

  /// Finds what people name: o12, d3, e5, the code of an initiative, the name of an actor, else of an outlet.
  /// - Throws: ``RemarkError`` with the nearest actors where nothing is called so, `SQLiteError`.
  public init(_ name: String, in connection: Connection) throws {
    if let found = try Self.numbered(name, connection) ?? Self.named(name, connection) {
      self = found
      return
    }
    let near = try NameMatcher(connection).nearest(to: name, limit: 3).map(\.name)
    throw RemarkError.unknown(name, near: near)
  }

  private static func numbered(_ name: String, _ db: Connection) throws -> Subject? {
    if let number = try ObservationTable.resolve(name, in: db) { return .observation(number) }
    guard let short = ShortID(name) else { return nil }
    switch short.kind {
    case .document:
      return try db.value("SELECT id FROM document WHERE id = \(short.number)", as: Int.self).map(
        Subject.document)
    case .evidence:
      return try db.value("SELECT id FROM evidence WHERE id = \(short.number)", as: Int.self).map(
        Subject.evidence)
    default: return nil
    }
  }

  private static func named(_ name: String, _ db: Connection) throws -> Subject? {
    if let id = try db.value("SELECT id FROM initiative WHERE code = \(name) AND withdrawn = 0", as: Int.self)
    {
      return .initiative(id)
    }
    if let id = try ActorBook.find(name, in: db) { return .actor(id) }
    return try db.value("SELECT id FROM outlet WHERE name = \(name) AND withdrawn = 0", as: Int.self)
      .map(Subject.outlet)
  }

  /// Its number, if it is of this kind: what the column of that name in a table holds.
  func number(_ kind: Kind) -> Int? { self.kind == kind ? numberOfAny : nil }

  /// Which kind of record it is.
  enum Kind: String { case observation, initiative, actor, document, outlet, evidence }

  /// Its short id, if records of its kind have one.
  public var shortID: ShortID? {
    switch self {
    case .observation(let id): ShortID(.observation, id)
    case .document(let id): ShortID(.document, id)
    case .evidence(let id): ShortID(.evidence, id)
    case .initiative, .actor, .outlet: nil
    }
  }

  var kind: Kind {
    switch self {
    case .observation: .observation
    case .initiative: .initiative
    case .actor: .actor
    case .document: .document
    case .outlet: .outlet
    case .evidence: .evidence
    }
  }

  private var numberOfAny: Int {
    switch self {
    case .observation(let id), .initiative(let id), .actor(let id), .document(let id), .outlet(let id),
      .evidence(let id):
      id
    }
  }
}

/// Why a note, a tag or a judgement was not taken.
public enum RemarkError: Explained, Equatable {
  /// Nothing is called so.
  case unknown(String, near: [String])
  /// There is nothing in what was said.
  case empty(String)
  /// There is no such note or judgement, or it was withdrawn.
  case none(String, Int)
  /// It carries the tag already.
  case tagged(String, String)
  /// It does not carry the tag.
  case untagged(String, String)
  /// Judgements are about observations, initiatives and actors.
  case noJudgementOn(String)
  /// What the standard for analytic wording forbids.
  case wording(String, hint: String)

  /// What is the matter.
  public var sentence: String {
    switch self {
    case .unknown(let name, _): "There is nothing called \"\(name)\" in this file."
    case .empty(let what): "The \(what) is empty."
    case .none(let what, let number): "There is no \(what) \(number)."
    case .tagged(let id, let tag): "\(id) carries the tag \"\(tag)\" already."
    case .untagged(let id, let tag): "\(id) does not carry the tag \"\(tag)\"."
    case .noJudgementOn(let name): "\"\(name)\" is no observation, initiative or actor."
    case .wording(let sentence, _): sentence
    }
  }

  /// What to do.
  public var hint: String? {
    switch self {
    case .unknown(_, let near):
      near.isEmpty
        ? "Name an observation (o12), a document (d3), evidence (e5), an initiative, an actor or an outlet."
        : "Nearest: \(near.joined(separator: "; "))."
    case .empty: "Write it in quotes."
    case .none: "`entente show` lists them with their numbers."
    case .tagged: nil
    case .untagged: "`entente show` lists its tags."
    case .noJudgementOn: "Write a note on it instead: `entente note`."
    case .wording(_, let hint): hint
    }
  }
}
