import ArgumentParser
import FileFormats
import FoundationEssentials
import Tokenizers

/// The options of cases whose texts are prompts of classes.
struct ClassPrompts: ParsableArguments {
  @Option(help: "The names of the classes, one a line.")
  var names = "benchmarks/few-shot/imagenet.txt"
  @Option(help: "CLIP's byte-pair vocabulary, for models that bring no tokenizer.")
  var vocabulary = "Tests/TokenizersTests/Fixtures/bpe_simple_vocab_16e6.txt.gz"

  /// The tokens of one prompt a class, or of the first classes.
  ///
  /// - Parameters:
  ///   - tokenizer: what cuts them.
  ///   - contextLength: tokens of a prompt at most.
  ///   - most: prompts at most.
  func tokens(
    by tokenizer: BytePairTokenizer, contextLength: Int, most: Int = .max
  ) throws -> [[Int]] {
    let text = String(decoding: try FileBytes.read(names), as: UTF8.self)
    return text.split(separator: "\n").prefix(most).map {
      tokenizer.tokens("a photo of a \($0).", contextLength: contextLength)
    }
  }

  /// The tokenizer of a model's folder.
  func tokenizer(of model: String) throws -> BytePairTokenizer {
    FileManager.default.fileExists(atPath: "\(model)/vocab.json")
      ? try BytePairTokenizer(folder: model)
      : try BytePairTokenizer(openCLIPVocabulary: vocabulary)
  }
}
