import Configuration
import Detectors

/// How negative labels are mined from WordNet for detectors that read them (`neglabel`).
///
/// Nouns get the prompt of the classes, because the published rule has one prompt for both and the
/// classes' cosines come from the unit's classifier as the method made it. The published words,
/// "the nice {}", are `noun_prompt: the nice {}`; then only the negatives have them.
public struct NegativeLabelSettings: Configurable {
  public static let name = "negatives"

  /// At most so many nouns and so many adjectives, evenly spread over the list; 0 for all.
  public var words = 0
  /// The quantile over the classes that stands for a word's similarity to them.
  public var quantile = NegativeLabelMining().quantile
  /// The share of nouns and of adjectives that become negative labels.
  public var fraction = NegativeLabelMining().fraction
  /// The prompt of nouns, with `{}` for the word; empty for the benchmark's first.
  public var nounPrompt = ""
  /// The prompt of adjectives.
  public var adjectivePrompt = "This is a {} photo"

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if words < 0 {
      problems.append(SettingProblem("words", "must not be negative, got \(words)"))
    }
    for (setting, value) in [("quantile", quantile), ("fraction", fraction)]
    where !(0...1).contains(value) {
      problems.append(SettingProblem(setting, "must lie in [0, 1], got \(value)"))
    }
    for (setting, prompt) in [("noun_prompt", nounPrompt), ("adjective_prompt", adjectivePrompt)]
    where !prompt.contains("{}") && !(setting == "noun_prompt" && prompt.isEmpty) {
      problems.append(SettingProblem(setting, "needs {} for the word, got '\(prompt)'"))
    }
    return problems
  }

  /// The rule.
  var mining: NegativeLabelMining {
    var mining = NegativeLabelMining()
    mining.quantile = quantile
    mining.fraction = fraction
    return mining
  }
}
