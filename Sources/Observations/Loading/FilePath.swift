#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Paths and folders, by the system's own calls.
public enum FilePath {
  /// The last part of a path.
  public static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// The last part without its extension.
  public static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The extension in lower case, without the dot; "" if there is none.
  public static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// What the system knows a file by, under whatever path.
  struct FileNumber: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// The number of a folder, following links; nil if the path is none.
  static func folderNumber(_ path: String) -> FileNumber? {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
    return FileNumber(device: UInt64(truncatingIfNeeded: info.st_dev), number: UInt64(info.st_ino))
  }

  /// True for a regular file, following links; also where there is nothing, so that opening it says why.
  public static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) != 0 || info.st_mode & S_IFMT == S_IFREG
  }

  /// Size in bytes; nil if there is no such file.
  public static func size(_ path: String) -> Int? {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : nil
  }

  /// What a folder holds, sorted by name, hidden entries left out; nil if it cannot be opened.
  public static func entries(of folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A hundredth of a second between two transactions: one that waits for the lock asks ten times a second, and
  /// would otherwise wait for the whole load.
  static func letOthersIn() { usleep(10_000) }
}
