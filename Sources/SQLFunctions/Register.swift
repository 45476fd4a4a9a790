public import SQLite

/// Every function of ours, in the order of documentation.
public let ententeFunctions: [EntenteFunction] =
  dateFunctions + intervalFunctions + rateFunctions + countFunctions + rankFunctions + trendFunctions
  + groupFunctions + windowFunctions + calendarTables

/// Makes every function of ours known to the connection.
public func register(on connection: Connection) throws { try register(on: connection.functions) }

/// Makes every function of ours known to a program's connection.
public func register(on host: FunctionHost) throws {
  for function in ententeFunctions { try function.register(host) }
}
