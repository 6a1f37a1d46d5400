import CLIPModels
import FineTuning
import Tensors
import TestModels
import Testing
import Tokenizers

@Suite("Text encoder")
struct TextEncoderTests {
  private let texts = ["a photo of a ring.", "a photo of a disc.", "a drawing", ""]

  private func encoder() throws -> TextEncoder {
    TextEncoder(try ToyModel.make(), tokenizer: ToyModel.tokenizer, workers: Workers(threads: 1))
  }

  @Test("encodes ready tokens to the bits of the texts that they were cut from")
  func readyTokens() throws {
    let encoder = try encoder()
    let tokens = texts.map {
      ToyModel.tokenizer.tokens($0, contextLength: ToyModel.contextLength)
    }
    #expect(try encoder.features(ofTokens: tokens) == encoder.features(of: texts))
  }

  @Test("refuses tokens that the model does not have")
  func unknownTokens() throws {
    let count = ToyModel.tokenizer.vocabularyCount
    let error = try #require(throws: FineTuningError.self) {
      try encoder().features(ofTokens: [[0, count]])
    }
    #expect("\(error)".contains("the tokenizer gives id \(count), the model has \(count) token"))
  }
}
