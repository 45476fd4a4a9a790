import Records

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The person's own editor.
enum Editor {
  /// $VISUAL, else $EDITOR.
  static var command: String? {
    ["VISUAL", "EDITOR"].compactMap { Environment.all[$0]?.trimmed }.first { !$0.isEmpty }
  }

  /// Opens a file and waits until the editor is left. The command is read by the shell, as it may have options.
  /// - Throws: ``EditorError`` if there is none, it cannot be started, or it gives up.
  static func open(_ path: String) throws {
    guard let command else { throw EditorError.none }
    // While it runs, Ctrl-C is the editor's.
    let before = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in before { signal(number, handler) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for (number, _) in before { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let texts = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    let words: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, words, environ) == 0 else {
      throw EditorError.failed(command, code: 127)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw EditorError.failed(command, code: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F)
    }
  }
}

/// Why there is nothing from the editor.
enum EditorError: Explained {
  case none
  case failed(String, code: Int32)

  var sentence: String {
    switch self {
    case .none: "No editor is set; nothing was entered."
    case .failed(let command, 126...127): "The editor cannot be started: \(command). Nothing was entered."
    case .failed(let command, let code):
      "The editor (\(command)) gave up with code \(code). Nothing was entered."
    }
  }

  var hint: String? {
    switch self {
    case .none:
      "Set $VISUAL or $EDITOR, as in: export EDITOR=nano. Without --edit, prompts or options ask for the same."
    case .failed: nil
    }
  }
}
