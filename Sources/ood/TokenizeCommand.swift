import ArgumentParser
import CLIPModels
import FileFormats
import FoundationEssentials
import Tokenizers

/// `ood tokenize`: token ids of lines on standard input as JSON lines.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Print the token ids of each line of standard input as a JSON array.",
    discussion: """
      Start and end tokens are included; texts that are too long are cut with the end token kept.
      """)

  @Option(help: "The model folder.", completion: .directory)
  var model: String

  @Flag(help: "Fill every line up to the context length.")
  var pad = false

  func run() throws {
    let tokenizer = try BytePairTokenizer(folder: model)
    let length = try contextLength(tokenizer)
    while let line = readLine(strippingNewline: true) {
      let ids = tokenizer.tokens(line, contextLength: length, padded: pad)
      try Terminal.print("[\(ids.map(String.init).joined(separator: ", "))]\n")
    }
  }

  /// The model's context length; a folder with a tokenizer alone says it itself.
  private func contextLength(_ tokenizer: BytePairTokenizer) throws -> Int {
    let hasModel = ["config.json", "open_clip_config.json"].contains {
      FileManager.default.fileExists(atPath: "\(model)/\($0)")
    }
    if hasModel { return try CLIPConfiguration(folder: model).contextLength }
    return tokenizer.declaredContextLength ?? 77
  }
}
