import Testing

@testable import Tokenizers

@Suite("The byte-pair tokenizer")
struct BytePairTokenizerTests {
  @Test("cleans and encodes as open_clip does")
  func equalsOpenCLIP() throws {
    let tokenizer = try TokenFixture.openCLIP.get()
    for row in try TokenFixture.load().rows {
      let cleaned = tokenizer.cleaning.cleaned(row.text)
      #expect(Array(cleaned.unicodeScalars) == Array(row.cleaned.unicodeScalars), "\(row.text)")
      #expect(tokenizer.encode(row.text) == row.openCLIP, "\(row.text)")
    }
  }

  @Test("encodes as transformers' CLIPTokenizer does, from a written and reloaded folder")
  func equalsHuggingFace() throws {
    let tokenizer = try withTemporaryFolder { folder in
      try TokenFixture.openCLIP.get().write(folder: folder)
      return try BytePairTokenizer(folder: folder)
    }
    #expect(tokenizer.vocabularyCount == 49_408)
    #expect(tokenizer.declaredContextLength == 77)
    for row in try TokenFixture.load().rows {
      #expect(tokenizer.encode(row.text) == row.huggingFace ?? row.openCLIP, "\(row.text)")
    }
  }

  // "a photo of a cat." is 320 1125 539 320 2368 269 in both libraries.
  @Test("puts start and end tokens around a text")
  func framesText() throws {
    let tokenizer = try TokenFixture.openCLIP.get()
    let tokens = tokenizer.tokens("a photo of a cat.", contextLength: 77)
    #expect(tokens == [49406, 320, 1125, 539, 320, 2368, 269, 49407])
    #expect(tokenizer.tokens("", contextLength: 77) == [49406, 49407])
  }

  // By definition: open_clip cuts to the context length and writes the end token over the last.
  @Test(
    "cuts long texts and keeps the end token",
    arguments: [
      (8, [49406, 320, 1125, 539, 320, 2368, 269, 49407]), (4, [49406, 320, 1125, 49407]),
    ])
  func truncates(contextLength: Int, expected: [Int]) throws {
    let tokenizer = try TokenFixture.openCLIP.get()
    #expect(tokenizer.tokens("a photo of a cat.", contextLength: contextLength) == expected)
  }

  @Test("pads with 0 as open_clip and with the end token as transformers")
  func pads() throws {
    let tokenizer = try TokenFixture.openCLIP.get()
    #expect(tokenizer.tokens("cat", contextLength: 5, padded: true) == [49406, 2368, 49407, 0, 0])
    let folder = try withTemporaryFolder { folder in
      try tokenizer.write(folder: folder)
      return try BytePairTokenizer(folder: folder)
    }
    #expect(
      folder.tokens("cat", contextLength: 5, padded: true) == [49406, 2368, 49407, 49407, 49407])
  }

  @Test("gives the same ids to a word whether or not it was seen before")
  func ignoresCache() throws {
    let tokenizer = try TokenFixture.openCLIP.get()
    #expect(tokenizer.encode("photographs") == tokenizer.encode("photographs"))
  }
}
