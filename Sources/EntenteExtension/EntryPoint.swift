internal import CSQLite
internal import SQLFunctions
internal import SQLite

// SQLite looks for the first of these names, then for the one made from the file's name. What a program loads stays
// loaded: the Swift library inside cannot be taken out of a process again.

/// What SQLite calls when it loads `entente.so` under whatever name.
@_cdecl("sqlite3_extension_init")
public func extensionEntry(
  _ connection: OpaquePointer?, _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ api: UnsafeRawPointer?
) -> Int32 { enter(connection, message, api) }

/// The same under the name that goes with the file.
@_cdecl("sqlite3_entente_init")
public func ententeEntry(
  _ connection: OpaquePointer?, _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ api: UnsafeRawPointer?
) -> Int32 { enter(connection, message, api) }

private func enter(
  _ connection: OpaquePointer?, _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ api: UnsafeRawPointer?
) -> Int32 {
  guard let connection, let api else { return SQLITE_MISUSE }
  do {
    try register(on: FunctionHost(extending: connection, api: api))
    return CSQLITE_LOADED
  } catch {
    message?.pointee = csqlite_message("\(error)")
    return SQLITE_ERROR
  }
}
