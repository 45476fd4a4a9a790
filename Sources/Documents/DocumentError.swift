public import Records

/// Why bytes cannot be taken as a text.
public enum DocumentError: Explained {
  /// The file, which holds blanks at most.
  case empty(String)
  /// The file, and the first byte that is not UTF-8.
  case notUTF8(String, byte: Int)
  /// The file, and its first NUL.
  case nul(String, byte: Int)

  /// What is wrong, and where.
  public var sentence: String {
    switch self {
    case .empty(let path), .notUTF8(let path, _), .nul(let path, _): "\(path): \(reason)."
    }
  }

  /// What is wrong, for where the file is named already.
  public var reason: String {
    switch self {
    case .empty: "it holds no text"
    case .notUTF8(_, let byte): "it is not UTF-8 at byte \(byte)"
    case .nul(_, let byte): "it holds a NUL at byte \(byte): it is no plain text, or it is UTF-16"
    }
  }

  /// What helps.
  public var hint: String? {
    switch self {
    case .empty: "Save the page again and look into the file."
    case .notUTF8, .nul:
      "Save it as plain text in UTF-8, for example with `iconv -f WINDOWS-1251 -t UTF-8` or -f GB18030."
    }
  }
}
