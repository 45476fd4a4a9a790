/// One of SQLite's five storage classes.
public enum Value: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number of up to 64 bits.
  case integer(Int64)
  /// A floating-point number of 64 bits. SQLite stores NaN as NULL.
  case real(Double)
  /// Text, stored as UTF-8. Bytes in a file that are no UTF-8 are read as U+FFFD.
  case text(String)
  /// Bytes as they are.
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

/// SQLite's five storage classes, without a value.
public enum StorageClass: Sendable { case null, integer, real, text, blob }

/// A Swift type that can be bound to a parameter and read from a column.
///
/// Reading is strict: a column of another storage class is an error, never a conversion. One exception
/// holds no surprise: an INTEGER may be read as a Double.
public protocol Column {
  /// What is bound.
  var value: Value { get }
  /// Reads a column; nil if it holds another storage class, or a number that does not fit.
  init?(_ value: Value)
}

extension Value: Column {
  /// The value itself.
  public var value: Value { self }
  /// Any storage class, NULL too.
  public init?(_ value: Value) { self = value }
}

extension Int: Column {
  /// An INTEGER.
  public var value: Value { .integer(Int64(self)) }
  /// From an INTEGER only.
  public init?(_ value: Value) {
    guard case .integer(let number) = value else { return nil }
    self.init(exactly: number)
  }
}

extension Int64: Column {
  /// An INTEGER.
  public var value: Value { .integer(self) }
  /// From an INTEGER only.
  public init?(_ value: Value) {
    guard case .integer(let number) = value else { return nil }
    self = number
  }
}

extension Bool: Column {
  /// INTEGER 1 for true, 0 for false.
  public var value: Value { .integer(self ? 1 : 0) }
  /// From INTEGER 0 or 1; any other number is refused.
  public init?(_ value: Value) {
    switch value {
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

extension Double: Column {
  /// A REAL, also where the number is whole.
  public var value: Value { .real(self) }
  /// From a REAL or an INTEGER; integers beyond 2^53 are rounded.
  public init?(_ value: Value) {
    switch value {
    case .real(let number): self = number
    case .integer(let number): self = Double(number)
    default: return nil
    }
  }
}

extension String: Column {
  /// A TEXT, NUL characters included.
  public var value: Value { .text(self) }
  /// From a TEXT only: a number is not turned into its digits.
  public init?(_ value: Value) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

extension [UInt8]: Column {
  /// A BLOB, also where it is empty.
  public var value: Value { .blob(self) }
  /// From a BLOB only: a text is not turned into its bytes.
  public init?(_ value: Value) {
    guard case .blob(let bytes) = value else { return nil }
    self = bytes
  }
}

extension Optional: Column where Wrapped: Column {
  /// NULL for nil, else what the wrapped value is bound as.
  public var value: Value { self?.value ?? .null }
  /// nil inside for NULL; any other value must suit the wrapped type.
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
