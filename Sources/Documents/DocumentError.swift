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
    case .empty(let path): "\(path) holds no text."
    case .notUTF8(let path, let byte): "\(path) is not UTF-8 at byte \(byte)."
    case .nul(let path, let byte):
      "\(path) holds a NUL at byte \(byte): it is no plain text, or it is UTF-16."
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
