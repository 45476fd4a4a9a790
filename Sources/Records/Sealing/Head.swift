public import Calendar
internal import Formats

/// What `entente seal` prints: a commitment to all that was written until then, to be kept where nobody who can write
/// to the file can write too.
///
/// Its text is that of a checkpoint as transparency logs print it: origin, size, root in base64, further lines, an
/// empty line. Signatures may follow that; they are for the reader to check.
public struct Head: Sendable, Equatable {
  /// Which file: a uid made of the root of its first seal. A copy of the file has the same.
  public var file: String
  /// How many entries are sealed.
  public var entries: Int
  /// Merkle tree hash over them: 32 bytes.
  public var root: [UInt8]
  /// The last change they are of.
  public var change: Int
  /// When it was sealed.
  public var at: Instant

  static let origin = "entente history v1 "

  /// The lines, with the empty one that ends them.
  public var text: String {
    """
    \(Self.origin)\(file)
    \(entries)
    \(Base64.text(root))
    change \(change)
    at \(at)


    """
  }

  /// Reads a head; what stands behind the empty line is left alone.
  /// - Throws: ``SealError/noHead`` where a line is not as it should be.
  public init(_ text: String, name: String) throws(SealError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.last == "\r" ? String($0.dropLast()) : String($0) }.prefix { !$0.isEmpty }
    guard lines.count >= 5, lines[0].hasPrefix(Self.origin), let entries = Int(lines[1]), entries > 0,
      let root = Base64.bytes(lines[2]), root.count == 32,
      let change = Self.value("change ", lines[3]).flatMap({ Int($0) }),
      let at = Self.value("at ", lines[4]).flatMap({ Instant($0) })
    else { throw .noHead(name) }
    file = String(lines[0].dropFirst(Self.origin.count))
    (self.entries, self.root, self.change, self.at) = (entries, root, change, at)
  }

  init(file: String, entries: Int, root: [UInt8], change: Int, at: Instant) {
    (self.file, self.entries, self.root, self.change, self.at) = (file, entries, root, change, at)
  }

  private static func value(_ name: String, _ line: String) -> String? {
    line.hasPrefix(name) ? String(line.dropFirst(name.count)) : nil
  }
}

/// What stands in the way of a seal, or of checking one.
public enum SealError: Explained {
  /// The file at the path is no head.
  case noHead(String)
  /// Nothing was ever sealed in this file.
  case unsealed
  /// What was sealed is not as it was: sealing it anew would hide that.
  case altered(String)

  /// What is the matter.
  public var sentence: String {
    switch self {
    case .noHead(let name): "\(name) holds no head as `entente seal` prints it."
    case .unsealed: "Nothing was sealed in this file yet."
    case .altered(let what): "What was sealed before is not as it was: \(what)."
    }
  }
  /// What to do.
  public var hint: String? {
    switch self {
    case .noHead: "Give the lines of `entente seal` as they were printed."
    case .unsealed: "Run `entente seal`, and keep what it prints outside the file."
    case .altered: "`entente verify` lists everything; restore a backup that verifies."
    }
  }
}
