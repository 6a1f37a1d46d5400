import ArgumentParser
import FineTuning

/// The argument of `--checkpoint-every`: `30s`, or `25` for steps.
struct CheckpointInterval: ExpressibleByArgument, CustomStringConvertible {
  let value: TrainingCheckpoints.Interval

  init() { value = .seconds(30) }

  init?(argument: String) {
    if argument.hasSuffix("s"), let seconds = Double(argument.dropLast()), seconds >= 0 {
      value = .seconds(seconds)
    } else if let steps = Int(argument), steps >= 1 {
      value = .steps(steps)
    } else {
      return nil
    }
  }

  var description: String {
    switch value {
    case .steps(let count): "\(count)"
    case .seconds(let seconds): "\(seconds)s"
    }
  }

  var defaultValueDescription: String { description }
}
