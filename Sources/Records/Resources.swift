internal import CResources
public import Formats
internal import SQLite

/// The files compiled into the program.
public enum Resources {
  /// A file: its path inside the project, and its bytes.
  public struct File: Sendable {
    /// Path inside the project, as `seeds/actors.csv`.
    public var name: String
    /// The whole content.
    public var bytes: [UInt8]
    /// A file with this path and content; nothing is read.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// The content as UTF-8.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
    /// For a reader that goes through it once.
    public var source: ByteSource { ByteSource(bytes: bytes, name: name) }
  }

  /// Every embedded file whose path begins with `folder`, in order of path.
  public static func files(in folder: String) -> [File] {
    (0..<cresource_count()).map(cresource_at)
      .filter { String(cString: $0.name).hasPrefix(folder) }
      .map {
        File(
          name: String(cString: $0.name),
          bytes: [UInt8](UnsafeBufferPointer(start: $0.bytes, count: $0.length)))
      }
      .sorted { $0.name < $1.name }
  }

  /// The text that remakes views and the search index.
  static var derived: File { files(in: "migrations/derived.sql")[0] }

  /// The schema's steps; the number before the name is the migration's id.
  static var migrations: [Migration] {
    files(in: "migrations/0").map { file in
      let name = file.name.dropFirst("migrations/".count).dropLast(".sql".count)
      return Migration(
        id: Int(name.prefix(4)) ?? 0, name: String(name), sql: file.text, sha256: SHA256.hex(of: file.bytes))
    }
  }
}
