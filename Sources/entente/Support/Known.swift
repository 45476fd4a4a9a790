import ArgumentParser
import Observations
import Records
import SQLite

/// Words of the file for completion in the shell: nothing where there is no file.
enum Known {
  static let mechanisms: @Sendable ([String], Int, String) -> [String] = { _, _, _ in codes(.mechanism) }
  static let sectors: @Sendable ([String], Int, String) -> [String] = { _, _, _ in codes(.sector) }
  static let actors: @Sendable ([String], Int, String) -> [String] = { _, _, prefix in
    guard let connection = try? file() else { return [] }
    return (try? KnownNames.actors(beginning: prefix, limit: 50, in: connection)) ?? []
  }

  private static func codes(_ vocabulary: Codes.Vocabulary) -> [String] {
    guard let connection = try? file() else { return [] }
    return (try? Codes(connection).all(vocabulary)) ?? []
  }

  private static func file() throws -> Connection {
    let path = [Environment.all["ENTENTE_DB"]].compactMap { $0 }.first ?? "entente.db"
    return try Connection(path: path, mode: .readOnly)
  }
}
