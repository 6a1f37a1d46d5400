import CLIPModels
import Optimizers
import RandomStreams
import Tensors
import Tokenizers

/// Where learnt context vectors stand in a prompt.
public enum ContextPosition: String, Codable, Sendable, CaseIterable {
  /// [start] context name . [end]
  case end
  /// [start] first half, name, second half . [end]
  case middle
  /// [start] name, context . [end]
  case front
}

/// Prompts whose context vectors are learnt, with the names and all other tokens fixed.
///
/// Source: Zhou et al., "Learning to prompt for vision-language models", IJCV 2022,
/// arXiv:2109.01134, equations 2 and 3; positions as in the official code's `PromptLearner`.
public struct PromptLearner: Sendable {
  /// `[tokens, width]`, or `[classes * tokens, width]` if each class has its own.
  public let context: Parameter
  /// Learnt tokens of the text tower's second layer, third layer, and so on, behind the start token.
  public let deep: [LearntTokens]
  let text: TextTransformer
  /// The tokens of each class's prompt: rows of the token embedding (0) or of the context (1).
  let rows: [[RowReference]]

  /// Lays out the prompts.
  ///
  /// - Parameters:
  ///   - text: the frozen text tower.
  ///   - context: the vectors to learn.
  ///   - tokens: context vectors in one prompt.
  ///   - names: the token ids of each class name with the final full stop.
  ///   - start: the start token.
  ///   - end: the end token.
  ///   - deep: learnt tokens of later layers; as many as in a prompt, which they stand in place of.
  /// - Throws: `FineTuningError` if a prompt is longer than the text tower's context.
  public init(
    text: TextTransformer, context: Parameter, tokens: Int, position: ContextPosition,
    isClassSpecific: Bool, names: [[Int]], start: Int, end: Int, deep: [LearntTokens] = []
  ) throws {
    self.context = context
    self.deep = deep
    self.text = text
    rows = try names.enumerated().map { index, name in
      let offset = isClassSpecific ? index * tokens : 0
      let vectors = (0..<tokens).map { RowReference(source: 1, row: offset + $0) }
      let words = name.dropLast().map { RowReference(source: 0, row: $0) }
      let stop = name.suffix(1).map { RowReference(source: 0, row: $0) }
      let half = tokens / 2
      let body: [RowReference]
      switch position {
      case .end: body = vectors + words
      case .middle: body = vectors[..<half] + words + vectors[half...]
      case .front: body = words + vectors
      }
      let whole =
        [RowReference(source: 0, row: start)] + body + stop + [RowReference(source: 0, row: end)]
      guard whole.count <= text.contextLength else {
        throw FineTuningError(
          "the prompt of class \(index) takes \(whole.count) tokens with \(tokens) context vectors, "
            + "the model takes \(text.contextLength); lower context_tokens")
      }
      return whole
    }
  }

  private init(
    context: Parameter, deep: [LearntTokens], text: TextTransformer, rows: [[RowReference]]
  ) {
    self.context = context
    self.deep = deep
    self.text = text
    self.rows = rows
  }

  /// The same prompts with another context of the same shape.
  func with(context: Parameter) -> PromptLearner {
    PromptLearner(context: context, deep: deep, text: text, rows: rows)
  }

  /// Numbers that tell the prompts from others over the same text tower: the tokens of each, context
  /// vectors as negative numbers, and their count.
  var identity: [Float] {
    rows.flatMap { row in
      [Float(row.count)] + row.map { $0.source == 0 ? Float($0.row) : Float(-1 - $0.row) }
    }
  }

  /// The encoding of all classes' prompts.
  public var encoding: Encoding {
    let text = text
    let context = context
    let rows = rows
    let deep = deep
    let size = TextEncoding.shardSize(of: rows.count, width: text.width)
    return Encoding(count: rows.count, shardSize: size) { tape, range in
      text(
        tape,
        sources: [
          tape.tensor(text.tokenEmbedding),
          tape.tensor(context, rows: context.count / text.width, columns: text.width),
        ], texts: [[RowReference]](rows[range]), deep: deep)
    }
  }
}
