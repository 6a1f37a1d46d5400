import Testing

@testable import Tokenizers

@Suite("Prompt templates")
struct PromptTemplateTests {
  @Test(
    "put the class name in every place",
    arguments: [
      ("a photo of a {}.", "cat", "a photo of a cat."),
      ("{} or {}?", "apple_pie", "apple pie or apple pie?"),
      ("nothing", "cat", "nothing"), ("{", "cat", "{"), ("{}", "{}", "{}"),
    ])
  func fill(template: String, name: String, expected: String) {
    #expect(PromptTemplate(template)(name) == expected)
  }
}
