import ArgumentParser
import Calendar
import Observations
import Records
import SQLFunctions

/// Which file, and who works on it.
struct FileOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), help: ArgumentHelp("The database file.", valueName: "path"),
    completion: .file(extensions: ["db"]))
  var path: String?

  @Option(
    help: ArgumentHelp("Who makes the change; else $ENTENTE_ANALYST, else the login.", valueName: "name"))
  var analyst: String?

  func validate() throws {
    if path == "" { throw ValidationError("--db is empty: name the database file.") }
  }

  var resolvedPath: String {
    [path, Environment.all["ENTENTE_DB"]].compactMap { $0 }.first { !$0.isEmpty } ?? "entente.db"
  }
}

/// An open file and the desk it is worked on from.
struct Session {
  let file: EntenteFile
  let desk: Desk
  /// Through what the file is looked at.
  var view = ViewOptions()
  /// Acts after this day do not count: the day that is looked at, else today.
  var day: Day { view.day ?? desk.today }

  /// A file in memory that starts as a new one would: for a dry run where there is no file yet.
  init(tryingOut options: FileOptions) throws {
    desk = try Desk(analyst: options.analyst, environment: Environment.all)
    file = try EntenteFile(inMemoryAt: desk.now)
    try SQLFunctions.register(on: file.connection)
    _ = try Seeding.run(file, desk)
  }

  /// Opens the file to read it through `view`.
  init(_ options: FileOptions, _ access: EntenteFile.Access = .read, through view: ViewOptions) throws {
    try self.init(options, access)
    self.view = view
    try file.look(through: view.lens)
    try file.connection.act(on: day)
  }

  /// Opens the file. A missing one is made where the command writes, with vocabularies, names and rules.
  init(_ options: FileOptions, _ access: EntenteFile.Access) throws {
    desk = try Desk(analyst: options.analyst, environment: Environment.all)
    let path = options.resolvedPath
    file = try EntenteFile(path: path, access: access, now: desk.now)
    try SQLFunctions.register(on: file.connection)
    guard ![.ask, .read, .inspect].contains(access) else { return }
    if try Seeding.isNeeded(file) {
      let loaded = try Seeding.run(file, desk)
      Talk.say("entente: made \(path) with \(loaded.sentence).")
    }
    if file.isStale { try Rebuilding.run(file) }
  }

  /// One change by the person at the keyboard.
  func change<T>(_ act: String, update: Bool = false, _ body: (LoadContext) throws -> T) throws -> T {
    try file.write(desk, why: act, beginning: Batch(kind: .live)) { change in
      try body(
        LoadContext(
          connection: file.connection, change: change, desk: desk, update: update,
          label: file.connection.defaultLabel()))
    }
  }

  /// Puts an index of what is seen before the file's own, where a lens is on.
  func prepareSearch() throws {
    if !view.lens.isClear { try file.makeTemporarySearch { try Finding.indexAll(in: file.connection) } }
  }

  /// Says on standard error what the output is marked with: there it breaks no format.
  func mark(_ label: Label) { Talk.say(label.marking) }
}
