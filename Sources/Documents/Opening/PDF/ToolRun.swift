#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Runs a program on bytes: no shell, no path of the user's among its arguments, bounds on its time and output.
enum ToolRun {
  struct Limits {
    var output: Int
    var seconds: Int
  }

  /// The path of a program in `$PATH`; nil if it is not installed.
  static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Hands the program its input from a file without a name.
  static func output(of program: String, _ arguments: [String], input: [UInt8], _ limits: Limits)
    throws(OpenRefusal) -> (output: [UInt8], code: Int32)
  {
    guard let file = unnamed(input) else { throw failed(program) }
    defer { close(file) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failed(program) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(program, arguments, file, ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { throw failed(program) }
    let read = collect(ends[0], limits)
    if read.isCut { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if read.isCut {
      throw OpenRefusal(
        "\(name(program)) ran for more than \(limits.seconds) s or wrote more than \(limits.output) bytes",
        hint: "Split the file, or save its text as .txt.")
    }
    return (read.output, status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F)
  }

  /// A file that is gone when it is closed.
  private static func unnamed(_ bytes: [UInt8]) -> Int32? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/entente-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    unlink(template)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress! + written, bytes.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        return nil
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func spawn(_ program: String, _ arguments: [String], _ input: Int32, _ output: Int32)
    -> pid_t?
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    return posix_spawn(&child, program, &actions, nil, &words, environ) == 0 ? child : nil
  }

  private static func collect(_ end: Int32, _ limits: Limits) -> (output: [UInt8], isCut: Bool) {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let deadline = seconds() + limits.seconds
    while true {
      let left = deadline - seconds()
      var waited = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      guard left > 0 else { return (output, true) }
      if poll(&waited, 1, Int32(left) * 1000) <= 0 { continue }
      let count = read(end, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return (output, false) }
      output += chunk[..<count]
      if output.count > limits.output { return (output, true) }
    }
  }

  private static func seconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }

  private static func name(_ program: String) -> String { String(program.split(separator: "/").last ?? "") }

  private static func failed(_ program: String) -> OpenRefusal {
    OpenRefusal(
      "\(name(program)) cannot be started: \(String(cString: strerror(errno)))",
      hint: "Check the free space in the folder for temporary files.")
  }
}
