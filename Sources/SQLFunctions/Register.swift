public import SQLite

/// Every function of ours, in the order of documentation.
public let ententeFunctions: [ScalarFunction] = dateFunctions + intervalFunctions

/// Makes every function of ours known to the connection.
public func register(on connection: Connection) throws {
  for function in ententeFunctions { try connection.register(function) }
}
