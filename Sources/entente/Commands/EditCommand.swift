import ArgumentParser
import Observations
import Records

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Correct a record, with a reason; what it said before is kept.",
    usage: "entente edit <id> --set <field=value> ... --why <text> [options]",
    discussion: """
      Names: o279, d12, e4 (evidence), a uid, the code of an initiative, the name of
      an actor or outlet; actor:TASS tells which is meant. Fields are those of the
      table that `entente export` writes. A list is set as a whole, or with
      FIELD+=VALUE and FIELD-=VALUE. An empty value empties the field.

      EXAMPLE
        entente edit o279 --set stage=signed --set sectors+=5g --why "contract seen"
        entente edit Huawei --set "aliases_ru+=Хуавэй" --why "spelling in the press"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The record.") var id: String
  @Option(
    parsing: .singleValue, help: ArgumentHelp("Set a field; may be repeated.", valueName: "field=value"))
  var set: [String] = []
  @Option(help: ArgumentHelp("Why, for the log of changes.", valueName: "text")) var why: String

  func validate() throws {
    if set.isEmpty { throw ValidationError("--set is missing: write --set FIELD=VALUE.") }
    for text in set {
      do { _ = try Assignment(text) } catch { throw ValidationError("--set \(text): write FIELD=VALUE.") }
    }
  }

  func run() throws {
    let session = try Session(options, .write)
    let record = try Record(named: id, in: session.file.connection)
    let edit = Edit(session.file, session.desk)
    let outcome = try edit.set(set.map { try Assignment($0) }, of: record, why: why)
    let name = try record.name(in: session.file.connection)
    Talk.say(
      outcome.changed.isEmpty
        ? "entente: \(name) says so already; nothing was written."
        : "entente: \(name): \(outcome.changed.joined(separator: ", ")) set.")
  }
}
