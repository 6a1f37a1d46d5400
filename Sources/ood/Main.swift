import ArgumentParser

/// The command line: one file a subcommand, no logic of its own.
@main
struct OOD: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ood",
    abstract: "Out-of-distribution detection with fine-tuned vision-language models.",
    discussion: """
      Exit codes: 0 done, 1 the answer is no or a unit failed, 2 incomplete, 3 not comparable, 64 \
      usage, 65 bad configuration, model or data, 74 the system refuses to read or write (no such \
      file, full disk), 75 another process runs the sweep, 130 interrupted (what is done is kept).
      """,
    subcommands: [
      PlanCommand.self, SweepCommand.self, StatusCommand.self, TableCommand.self,
      PlotCommand.self, ReportCommand.self, GuardCommand.self, RegenerateCommand.self,
      ShowCommand.self, DiffCommand.self, LintCommand.self, VerifyCommand.self,
      ChecklistCommand.self, EncodeCommand.self, TokenizeCommand.self,
      ListCommand.self, ScoreCommand.self, MetricsCommand.self, DoctorCommand.self,
      Pretrain.self, WorkerCommand.self,
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
