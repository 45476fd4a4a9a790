import Formats
import Observations
import Records
import SQLite

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A form in a file, for as long as it is worked on. What was typed is lost only when it is in the database: whatever
/// goes wrong, the file stays and its path is told.
struct FormFile {
  let form: ObservationForm
  /// The command that takes the form from its file, to tell how to go on.
  let resume: String
  let path: String
  private let isOurs: Bool

  /// A form that is begun here.
  init(_ form: ObservationForm, resume: String) throws {
    path = try Self.begin(Array(form.text.utf8))
    (self.form, self.resume, isOurs) = (form, resume, true)
  }

  /// Writes a new file that nobody else reads.
  private static func begin(_ text: [UInt8]) throws -> String {
    let folder = [Environment.all["TMPDIR"], "/tmp"].compactMap { $0 }.first { !$0.isEmpty } ?? "/tmp"
    var name = Array("\(folder)/entente-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&name, 4)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw WriteError(path, errno) }
    defer { close(descriptor) }
    try Output.write(text, to: descriptor, name: path)
    return path
  }

  /// Lets the person change a text in the editor.
  /// - Returns: the bytes as they were saved; the file is gone.
  static func edited(_ text: [UInt8]) throws -> [UInt8] {
    guard Editor.command != nil else { throw EditorError.none }
    let path = try begin(text)
    defer { unlink(path) }
    try Editor.open(path)
    return try bytes(at: path)
  }

  /// A form that lies in a file already, - for standard input.
  init(at path: String, _ form: ObservationForm, resume: String) {
    (self.form, self.resume, self.path, isOurs) = (form, resume, path, false)
  }

  /// Lets the person fill it in, and hands on what was typed; on a terminal, again until it can be taken.
  func edit(in connection: Connection, _ body: (ObservationForm.Filled) throws -> Void) throws {
    do {
      try Editor.open(path)
    } catch {
      if try isLeftAlone() { discard() } else { tell() }
      throw error
    }
    do {
      try take(in: connection, body)
    } catch let refusal as FormRefusal {
      tell(refusal)
      guard Terminal.isInput, Terminal.isTalk, LineEditor().read(prompt: Self.again) != nil else {
        tell()
        throw FormError.refused
      }
      try edit(in: connection, body)
    }
  }

  private static let again = "Enter opens it again, Ctrl-D leaves it: "

  /// Hands on what stands in the file.
  func read(in connection: Connection, _ body: (ObservationForm.Filled) throws -> Void) throws {
    do {
      try take(in: connection, body)
    } catch let refusal as FormRefusal {
      tell(refusal)
      throw FormError.refused
    }
  }

  private func take(in connection: Connection, _ body: (ObservationForm.Filled) throws -> Void) throws {
    switch try form.read(bytes(), in: connection) {
    case .unchanged, .emptied:
      discard()
      throw FormError.unchanged
    case .filled(let filled):
      do {
        try body(filled)
      } catch {
        tell()
        throw error
      }
      discard()
    }
  }

  private func isLeftAlone() throws -> Bool { try bytes().elementsEqual(form.text.utf8) }

  /// A form is a page or two: what is larger is none.
  private func bytes() throws -> [UInt8] { try Self.bytes(at: path) }
  private static func bytes(at path: String) throws -> [UInt8] {
    try ByteSource(path: path).readAll(limit: 1 << 20)
  }

  private func discard() { if isOurs { unlink(path) } }

  private func tell() {
    guard isOurs else { return }
    Talk.say("entente: what was typed is kept in \(path)")
    Talk.say("  \(resume) \(path) takes it from there; with --edit it is opened again.")
  }

  private func tell(_ refusal: FormRefusal) {
    for trouble in refusal.troubles {
      let place = trouble.line.map { "\(path):\($0)" } ?? path
      Talk.say("\(place): \(TerminalText.escaped(trouble.words))")
    }
  }
}

/// A form that entered nothing.
enum FormError: Explained {
  case unchanged
  case refused

  var sentence: String {
    switch self {
    case .unchanged: "The form was left as it was; nothing was entered."
    case .refused: "The form cannot be taken as it is; nothing was entered."
    }
  }
  var hint: String? { nil }
}
