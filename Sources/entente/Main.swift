import ArgumentParser
import Formats
import Records
import SQLite

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where the program begins: errors of every stage are told in one place.
@main
enum Main {
  static func main() {
    // A limit of the shell on the size of files is then an error of writing, told like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try checkArguments()
      var command = try Entente.parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch let error as any Explained {
      fail(error.sentence, error.hint)
    } catch let error as SQLiteError {
      fail(error.description, error.hint)
    } catch let error as ReadError {
      fail("\(error.path): \(error.reason)", error.hint)
    } catch let refusal as RowRefusal {
      fail(refusal.sentence, refusal.hint)
    } catch {
      // Mistakes on the command line, and --help: the parser knows what to say, and exits with 64 or 0.
      Entente.exit(withError: error)
    }
  }

  /// Bytes that are no text would be taken in as U+FFFD, unseen.
  private static func checkArguments() throws {
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[place] else { continue }
      let bytes = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      guard UTF8Check.firstInvalid(in: bytes) != nil else { continue }
      throw ValidationError(
        "Argument \(place) is not UTF-8: \(TerminalText.escaped(String(cString: argument))). Type it where the text is UTF-8."
      )
    }
  }

  private static func fail(_ sentence: String, _ hint: String?) -> Never {
    Talk.say("entente: \(sentence)")
    if let hint, !hint.isEmpty { Talk.say("  \(hint)") }
    exit(1)
  }
}

extension RowRefusal {
  /// The refusal of something typed: there is no file and line to name.
  var sentence: String {
    value.isEmpty ? reason : "\(reason.withoutStop): \"\(TerminalText.escaped(value))\""
  }
}
