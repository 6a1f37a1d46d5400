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
  ///   - tower: what tells the unit's text tower from others.
  ///   - texts: the unit's text tower, asked for only where its labels are not stored.
  func negativeLabels(tower: String, by texts: () throws -> TextEncoder) throws -> DoubleMatrix? {
    guard let words = words?.limited(toWordsAKind: settings.negatives.words) else { return nil }
    let nounPrompt = PromptTemplate(
      settings.negatives.nounPrompt.isEmpty
        ? prepared.benchmark.promptTemplates[0] : settings.negatives.nounPrompt)
    let classes = prepared.benchmark.idClassNames.map(nounPrompt.callAsFunction)
    let adjectivePrompt = PromptTemplate(settings.negatives.adjectivePrompt)
    let kinds = [
      words.nouns.map(nounPrompt.callAsFunction),
      words.adjectives.map(adjectivePrompt.callAsFunction),
    ]
    let mining = settings.negatives.mining
    let conditions =
      ["\(mining.quantile)", "\(mining.fraction)"] + ([classes] + kinds).map(Run.hash)
    let labels = try cache.matrix(
      .negativeLabels, contentHash: Run.hash(conditions), tower: tower
    ) {
      let encoder = try texts()
      let classFeatures = DoubleMatrix(try encoder.features(of: classes))
      var rows: [Float] = []
      for prompts in kinds {
        // By a frozen tower all units share the features of the words.
        let candidates =
          tower == (try folder.identity())
          ? try cache.matrix(
            .textFeatures, rows: prompts.count, contentHash: Run.hash(prompts), tower: tower
          ) { try encoder.features(of: prompts) } : try encoder.features(of: prompts)
        let mined = try mining.negatives(words: DoubleMatrix(candidates), classes: classFeatures)
        for index in mined { rows += candidates.row(index) }
      }
      return Matrix(
        rows: rows.count / max(1, classFeatures.columns), columns: classFeatures.columns,
        values: rows)
    }
    let negatives = DoubleMatrix(labels)
    var random = RandomSource(seed: 0, purpose: "negative labels")
    return negatives.selecting(random.permutation(of: negatives.rows))
  }

  /// The SHA-256 of texts, one a line.
  static func hash(_ texts: [String]) -> String {
    SHA256.hexDigest(of: [UInt8](texts.joined(separator: "\n").utf8))
  }
}
