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

  /// One prompt a class.
  func texts() throws -> [String] {
    let text = String(decoding: try FileBytes.read(names), as: UTF8.self)
    return text.split(separator: "\n").map { "a photo of a \($0)." }
  }

  /// The tokenizer of a model's folder.
  func tokenizer(of model: String) throws -> BytePairTokenizer {
    FileManager.default.fileExists(atPath: "\(model)/vocab.json")
      ? try BytePairTokenizer(folder: model)
      : try BytePairTokenizer(openCLIPVocabulary: vocabulary)
  }
}
