import Configuration

/// Components that exist only here, one for each kind of setting.
struct Energy: Configurable, Equatable {
  static let name = "energy"
  var temperature: Float = 1
  var problems: [SettingProblem] {
    temperature > 0 ? [] : [SettingProblem("temperature", "must be positive")]
  }
}

struct Plain: Configurable, Equatable {
  static let name = "plain"
}

struct Nearest: Configurable, Equatable {
  static let name = "knn"
  var neighbours = 50
  var normalise = true
}

enum Schedule: String, Codable, CaseIterable { case constant, cosine, linear }

struct Training: Configurable, Equatable {
  static let name = "train"
  var learningRate = 2e-3
  var steps = 200
  var schedule = Schedule.cosine
  var warmUp: Int?
  var betas = [0.9, 0.999]
}

enum SampleDetectors: Registry {
  static let kind = "detector"
  static var members: [any Configurable.Type] { [Energy.self, Nearest.self, Plain.self] }
}

struct Sample: Configurable {
  static let name = "experiment"
  var model = "ood-tiny"
  var seed = 0
  var train = Training()
  var detectors: [Chosen<SampleDetectors>] = [Chosen(Energy())]
  var aliases: [String: String] = [:]
  var stages: [Training] = []
  var problems: [SettingProblem] {
    stages.indices.filter { stages[$0].steps == 0 }.map {
      SettingProblem("stages.\($0)", "must take a step")
    }
  }
}

/// The text of the error that decoding a sample gives, or what was decoded instead.
func problems(_ yaml: String) -> String {
  do {
    let sample = try decode(Sample.self, from: SettingNode(yaml: yaml, file: "a.yaml"))
    return "no error: \(sample)"
  } catch {
    return "\(error)"
  }
}
