import ArgumentParser
import CLIPModels
import Configuration
import Datasets
import Detectors
import Experiments
import FileFormats
import FineTuning
import Foundation
import Metrics
import Pretraining
import Results
import Tokenizers

/// The exit codes of all commands; ArgumentParser gives 64 to faults of usage.
enum ExitStatus {
  /// The answer is no: a check or a unit failed.
  static let failed: Int32 = 1
  /// A cell is missing or undecided.
  static let incomplete: Int32 = 2
  /// The two sides have other data, weights or metrics.
  static let notComparable: Int32 = 3
  /// A configuration, a model or data is not what it should be.
  static let badData: Int32 = 65
  /// A fault of the program.
  static let internalFault: Int32 = 70
  /// The system refused to read or write.
  static let inputOutput: Int32 = 74
  /// Another process is at it; it is worth trying again later.
  static let busy: Int32 = 75

  /// Ended by a signal, with what was done so far kept: 130 for Ctrl-C, 143 for SIGTERM.
  ///
  /// Slurm's SIGUSR1, which announces the end of the time, counts as an interruption.
  static func interrupted(by signal: Int32) -> Int32 { signal == SIGUSR1 ? 130 : 128 + signal }

  /// Says on standard error what went wrong, and gives the exit code as an error for ArgumentParser.
  ///
  /// ArgumentParser itself would print how to use the command, which is of no help with bad data.
  static func reporting(_ error: any Error) -> any Error {
    // What ArgumentParser throws itself: exit codes, requests for help, faults of usage.
    if error is ExitCode || OOD.exitCode(for: error) != .failure { return error }
    Terminal.redraw("")
    let message = "\(error)"
    // The messages of configurations name their places first, as compilers do.
    Terminal.say(error is ConfigurationError ? message : "error: \(message)")
    return ExitCode(code(of: error))
  }

  /// The exit code of an error by its type.
  static func code(of error: any Error) -> Int32 {
    switch error {
    case let error as FormatError: error.kind == .contents ? badData : inputOutput
    case is CocoaError, is SweepStorageError: inputOutput
    case is FolderLockedError: busy
    case is ConfigurationError, is ExperimentError, is DatasetError, is ModelError,
      is TokenizerError, is FineTuningError, is PretrainingError, is ResultsError,
      is DetectorError, is MetricError, is DecodingError:
      badData
    default: internalFault
    }
  }
}
