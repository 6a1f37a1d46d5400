import ArgumentParser

/// The command line: one file a subcommand, no logic of its own.
@main
struct OOD: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ood",
    abstract: "Out-of-distribution detection with fine-tuned vision-language models.",
    subcommands: [
      SweepCommand.self, EncodeCommand.self, TokenizeCommand.self, ListCommand.self,
      MetricsCommand.self, DoctorCommand.self, Pretrain.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch {
        exit(withError: ExitStatus.reporting(error))
      }
    } catch {
      // Faults of usage, and requests for help.
      exit(withError: error)
    }
  }
}
