import ArgumentParser

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the completion script for a shell.",
    discussion: """
      EXAMPLE
        entente completions bash > ~/.local/share/bash-completion/completions/entente
        entente completions zsh > "${fpath[1]}/_entente"
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: CompletionShell

  func run() throws { try Output.write(Entente.completionScript(for: shell) + "\n") }
}
