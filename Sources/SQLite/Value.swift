/// One of SQLite's five storage classes.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// The storage class as SQLite names it.
  public var className: String {
    switch self {
    case .null: "NULL"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .blob: "BLOB"
    }
  }
}

/// A Swift type that can be bound to a parameter and read from a column.
///
/// Reading is strict: a column of another storage class is an error, never a conversion. One exception
/// holds no surprise: an INTEGER may be read as a Double.
public protocol Column {
  var value: Value { get }
  init?(_ value: Value)
}

extension Value: Column {
  public var value: Value { self }
  public init?(_ value: Value) { self = value }
}

extension Int: Column {
  public var value: Value { .integer(Int64(self)) }
  public init?(_ value: Value) {
    guard case .integer(let number) = value else { return nil }
    self.init(exactly: number)
  }
}

extension Int64: Column {
  public var value: Value { .integer(self) }
  public init?(_ value: Value) {
    guard case .integer(let number) = value else { return nil }
    self = number
  }
}

extension Bool: Column {
  public var value: Value { .integer(self ? 1 : 0) }
  public init?(_ value: Value) {
    switch value {
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

extension Double: Column {
  public var value: Value { .real(self) }
  public init?(_ value: Value) {
    switch value {
    case .real(let number): self = number
    case .integer(let number): self = Double(number)
    default: return nil
    }
  }
}

extension String: Column {
  public var value: Value { .text(self) }
  public init?(_ value: Value) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

extension [UInt8]: Column {
  public var value: Value { .blob(self) }
  public init?(_ value: Value) {
    guard case .blob(let bytes) = value else { return nil }
    self = bytes
  }
}

extension Optional: Column where Wrapped: Column {
  public var value: Value { self?.value ?? .null }
  public init?(_ value: Value) {
    if case .null = value {
      self = .none
    } else if let wrapped = Wrapped(value) {
      self = wrapped
    } else {
      return nil
    }
  }
}
