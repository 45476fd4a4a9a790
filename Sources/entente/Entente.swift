import ArgumentParser

struct Entente: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Monitor technology cooperation between China and Russia in one SQLite file.",
    discussion: """
      Log dated observations, load texts and tables, ask in SQL, and print trends
      that say what they rest on. Everything is in one file: --db PATH, else
      $ENTENTE_DB, else ./entente.db.

      Exit codes: 0 done, 1 failed, 2 some input was refused (the rest is done),
      3 an alarm is new, 64 wrong use.

      EXAMPLE
        entente ingest seeds
        entente trend --by mechanism --period year
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Enter",
        subcommands: [
          Init.self, Log.self, IngestCommand.self, ReviewCommand.self, CandidatesCommand.self,
          ProposeCommand.self, CopiesCommand.self, EvidenceCommand.self, OutletCommand.self,
          CoverageCommand.self, DeclareCommand.self, ActorsCommand.self, NoteCommand.self, TagCommand.self,
          UntagCommand.self, JudgeCommand.self,
        ]),
      CommandGroup(name: "Change", subcommands: [EditCommand.self, Withdraw.self, Restore.self]),
      CommandGroup(
        name: "Code twice",
        subcommands: [SampleCommand.self, CodeCommand.self, AgreementCommand.self]),
      CommandGroup(
        name: "Ask",
        subcommands: [
          Show.self, List.self, TimelineCommand.self, InitiativesCommand.self, ConflictsCommand.self,
          CiteCommand.self, Search.self, SQLCommand.self, TrendCommand.self, AlarmsCommand.self,
          ForecastCommand.self, ScorecardCommand.self, NetworkCommand.self, ReportCommand.self, History.self,
          Changes.self,
        ]),
      CommandGroup(
        name: "Keep",
        subcommands: [
          ExportCommand.self, BackupCommand.self, SealCommand.self, Verify.self, Doctor.self,
          SeedCommand.self, Rebuild.self,
        ]),
      CommandGroup(
        name: "Help yourself", subcommands: [SchemaCommand.self, FunctionsCommand.self, Completions.self]),
    ])
}
