public import Records

/// Why bytes cannot be taken as a text.
public enum DocumentError: Explained {
  case empty(String)
  case notUTF8(String, byte: Int)
  case nul(String, byte: Int)

  public var sentence: String {
    switch self {
    case .empty(let path): "\(path) holds no text."
    case .notUTF8(let path, let byte): "\(path) is not UTF-8 at byte \(byte)."
    case .nul(let path, let byte):
      "\(path) holds a NUL at byte \(byte): it is no plain text, or it is UTF-16."
    }
  }

  public var hint: String? {
    switch self {
    case .empty: "Save the page again and look into the file."
    case .notUTF8, .nul:
      "Save it as plain text in UTF-8, for example with `iconv -f WINDOWS-1251 -t UTF-8` or -f GB18030."
    }
  }
}
