import CLIPModels
import Tensors
import Tokenizers

/// Class prompts with a learnt context, and learnt tokens in its place in later layers.
///
/// A prompt is [start] context, the words that are left, name . [end]: "a photo of a" with two context
/// vectors starts them with "a photo" and leaves "of a".
struct DeepTextPrompts {
  /// The tokens of layer 0, of layer 1, and so on, `[tokens, width]` each.
  let tokens: [Parameter]
  /// The encoding of all classes' prompts.
  let learner: PromptLearner

  /// Draws the tokens and lays out the prompts.
  ///
  /// - Parameters:
  ///   - count: context vectors in a prompt.
  ///   - depth: layers with tokens of their own.
  ///   - words: words whose embeddings start the context; empty for draws.
  /// - Throws: `FineTuningError` if the words are fewer than the vectors, or a prompt is too long.
  init(
    count: Int, depth: Int, words: String, draws: PromptDraws, model: CLIPModel, task: FewShotTask
  ) throws {
    let tokenizer = task.tokenizer
    let width = model.text.width
    let ids = tokenizer.encode(words)
    let context: Parameter
    if ids.isEmpty {
      context = draws.tokens("text.tokens.0", count: count, width: width)
    } else {
      guard ids.count >= count else {
        throw FineTuningError(
          "the words '\(words)' are \(ids.count) tokens, fewer than the \(count) context vectors "
            + "they start; lower context_tokens, or leave initial_words empty")
      }
      let table = model.text.tokenEmbedding.matrix
      context = Parameter(
        "text.tokens.0", shape: [count, width], values: ids.prefix(count).flatMap { table.row($0) })
    }
    let deep = draws.tokens("text.tokens", layers: 1..<depth, count: count, width: width)
    tokens = [context] + deep
    learner = try PromptLearner(
      text: model.text, context: context, tokens: count, position: .end, isClassSpecific: false,
      names: task.classNames.map {
        ids.dropFirst(count) + tokenizer.encode(String($0.map { $0 == "_" ? " " : $0 }) + ".")
      }, start: tokenizer.startToken, end: tokenizer.endToken, deep: deep.map { LearntTokens($0) })
  }
}
