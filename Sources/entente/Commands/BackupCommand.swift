import ArgumentParser
import Records
import SQLite

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the file while others work on it, and check the copy.",
    usage: "entente backup [options] <to>",
    discussion: """
      An existing file is not overwritten. The copy is made under another name,
      checked for integrity, and only then gets the name you gave.

      EXAMPLE
        entente backup backups/entente-2026-11-24.db
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "File to write.", completion: .file())
  var to: String

  func run() throws {
    let session = try Session(options, .read)
    guard access(to, F_OK) != 0 else { throw BackupError.exists(to) }
    let part = "\(to).part"
    unlink(part)
    do {
      try session.file.connection.backUp(to: part)
      // Opened once as a file of ours: a copy that would be refused is no backup.
      _ = try EntenteFile(path: part, access: .write, now: session.desk.now)
    } catch {
      unlink(part)
      unlink("\(part)-journal")
      throw error
    }
    unlink("\(part)-journal")
    guard rename(part, to) == 0 else { throw WriteError(to, errno) }
    let rows = try session.file.connection.value("SELECT count(*) FROM observation", as: Int.self) ?? 0
    Talk.say("entente: \(to) holds \(rows) observations and passed its check.")
  }
}

enum BackupError: Explained {
  case exists(String)

  var sentence: String {
    switch self {
    case .exists(let path): "\(path) is there already."
    }
  }
  var hint: String? { "Give the backup a new name; old ones are never overwritten." }
}
