import Datasets
import Detectors
import FileFormats
import FineTuning
import RandomStreams
import Tensors
import Tokenizers

extension Run {
  /// Unit text features of the negative labels, permuted as `NegativeLabels` wants them; nil where no
  /// detector reads them.
  ///
  /// Words and class names go through the text tower as training left it. A method that learns
  /// prompts leaves it alone, so its negatives keep the written prompt.
  ///
  /// - Parameters:
  ///   - texts: the unit's text tower.
  ///   - isFrozen: whether training left it as the model folder has it.
  func negativeLabels(by texts: TextEncoder, isFrozen: Bool) throws -> DoubleMatrix? {
    guard let words = words?.limited(toWordsAKind: settings.negatives.words) else { return nil }
    let nounPrompt = PromptTemplate(
      settings.negatives.nounPrompt.isEmpty
        ? prepared.benchmark.promptTemplates[0] : settings.negatives.nounPrompt)
    let adjectivePrompt = PromptTemplate(settings.negatives.adjectivePrompt)
    func features(_ prompts: [String]) throws -> DoubleMatrix {
      let compute = { try texts.features(of: prompts) }
      guard isFrozen else { return DoubleMatrix(try compute()) }
      let hash = SHA256.hexDigest(of: [UInt8](prompts.joined(separator: "\n").utf8))
      return DoubleMatrix(
        try cache.matrix(
          .textFeatures, rows: prompts.count, contentHash: hash, model: folder, compute: compute))
    }
    let classes = DoubleMatrix(
      try texts.features(of: prepared.benchmark.idClassNames.map(nounPrompt.callAsFunction)))
    var rows: [Double] = []
    for prompts in [
      words.nouns.map(nounPrompt.callAsFunction),
      words.adjectives.map(adjectivePrompt.callAsFunction),
    ] {
      let candidates = try features(prompts)
      let mined = try settings.negatives.mining.negatives(words: candidates, classes: classes)
      rows += candidates.selecting(mined).values
    }
    let negatives = DoubleMatrix(
      rows: rows.count / max(1, classes.columns), columns: classes.columns, values: rows)
    var random = RandomSource(seed: 0, purpose: "negative labels")
    return negatives.selecting(random.permutation(of: negatives.rows))
  }
}
