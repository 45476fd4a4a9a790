public import Calendar

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Who works, and when: passed in, so that tests and reports can fix both.
public struct Desk: Sendable {
  /// The present instant, UTC.
  public var now: Instant
  /// Name that changes are logged under.
  public var analyst: String

  /// A desk with the instant and the name given.
  public init(now: Instant, analyst: String) {
    self.now = now
    self.analyst = analyst
  }

  /// The clock from `ENTENTE_NOW` or the machine; the name as given, else `ENTENTE_ANALYST`, else the login.
  /// - Throws: ``DeskError`` if `ENTENTE_NOW` is no instant.
  public init(analyst: String? = nil, environment: [String: String]) throws {
    if let text = environment["ENTENTE_NOW"], !text.isEmpty {
      guard let instant = Instant(text) else { throw DeskError.clock(text) }
      now = instant
    } else {
      now = .clock()
    }
    let names = [analyst, environment["ENTENTE_ANALYST"], environment["LOGNAME"], environment["USER"]]
    self.analyst = names.compactMap { $0 }.first { !$0.isEmpty } ?? Self.login ?? "unknown"
  }

  /// The name that the machine has for who runs the program: services and containers set no variable.
  private static var login: String? {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return nil }
    return String(cString: name)
  }

  /// The present day, UTC.
  public var today: Day { now.day }
}

/// What can be wrong with the settings of a desk.
public enum DeskError: Explained {
  /// The text of `ENTENTE_NOW` that is no instant.
  case clock(String)

  /// Quotes what was set.
  public var sentence: String {
    switch self {
    case .clock(let text): "ENTENTE_NOW is \"\(text)\", which is no instant."
    }
  }
  /// How an instant is written.
  public var hint: String? { "Write it as 2026-11-24T08:00:00Z, or unset it." }
}
