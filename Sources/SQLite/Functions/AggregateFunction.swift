internal import CSQLite

/// What an aggregate is working on: one group, or one window.
public protocol Aggregation: Sendable {
  /// Takes a row's arguments.
  mutating func add(_ row: [Value]) throws
  /// Takes back the row that was added first of those still there: it leaves the window.
  mutating func removeFirst(_ row: [Value]) throws
  /// What the rows give.
  func result() throws -> Value
}

extension Aggregation {
  /// For what is no window function; never called there.
  public mutating func removeFirst(_ row: [Value]) throws {}
}

/// A deterministic SQL function written in Swift: one value from the rows of a group.
public struct AggregateFunction: Sendable {
  /// How SQL calls it; case does not matter.
  public let name: String
  /// How many arguments it takes; a call with another number is an error of SQL.
  public let arguments: ClosedRange<Int>
  /// Whether it may stand before OVER.
  public let isWindow: Bool
  let begin: @Sendable () -> any Aggregation

  /// A function, not yet known to any connection.
  /// - Parameters:
  ///   - name: how SQL calls it.
  ///   - arguments: how many it takes.
  ///   - isWindow: whether it may stand before OVER; then rows are also taken back.
  ///   - begin: what a new group begins with. SQLite does not say in which order rows arrive, so that the
  ///     result may not depend on it, but for a window in its ORDER.
  public init(
    _ name: String, arguments: ClosedRange<Int>, isWindow: Bool = false,
    begin: @escaping @Sendable () -> any Aggregation
  ) {
    self.name = name
    self.arguments = arguments
    self.isWindow = isWindow
    self.begin = begin
  }
}

extension FunctionHost {
  /// Makes the function known.
  /// - Throws: ``SQLiteError`` where SQLite cannot take it, for example for its name.
  public func register(_ function: AggregateFunction) throws {
    for count in function.arguments {
      let box = FunctionBox.retained(function)
      let release: csqlite_release = { FunctionBox<AggregateFunction>.release($0!) }
      let result =
        function.isWindow
        ? csqlite_create_window(
          pointer, function.name, Int32(count), box, Group.add, Group.end, Group.value, Group.remove, release)
        : csqlite_create_aggregate(
          pointer, function.name, Int32(count), box, Group.add, Group.end, release)
      try check(result, function.name)
    }
  }
}

/// The callbacks of a group. SQLite calls the last of them in any case, also after an error.
private enum Group {
  typealias Box = FunctionBox<any Aggregation>

  static let add: csqlite_function = { context, count, arguments in
    change(context) { try $0.add([Value](arguments: arguments, count: count)) }
  }

  static let remove: csqlite_function = { context, count, arguments in
    change(context) { try $0.removeFirst([Value](arguments: arguments, count: count)) }
  }

  static let value: csqlite_result = { context in
    Value.give(function(context).name, to: context) {
      guard let box = csqlite_group(context, 1)?.pointee else {
        return try function(context).begin().result()
      }
      return try Box.at(box).content.result()
    }
  }

  static let end: csqlite_result = { context in
    let group = csqlite_group(context, 0)
    let box = group?.pointee
    Value.give(function(context).name, to: context) {
      guard let box else { return try function(context).begin().result() }
      return try Box.at(box).content.result()
    }
    if let box { Box.release(box) }
    group?.pointee = nil
  }

  private static func function(_ context: OpaquePointer?) -> AggregateFunction {
    FunctionBox<AggregateFunction>.at(csqlite_user(context)).content
  }

  private static func change(_ context: OpaquePointer?, _ body: (inout any Aggregation) throws -> Void) {
    // Without room for the pointer SQLite itself reports that memory is short.
    guard let group = csqlite_group(context, 1) else { return }
    if group.pointee == nil { group.pointee = Box.retained(function(context).begin()) }
    do {
      try body(&Box.at(group.pointee!).content)
    } catch {
      Value.refuse(function(context).name, error, to: context)
      // What stands there is not worth computing with.
      Box.release(group.pointee!)
      group.pointee = nil
    }
  }
}
