import Configuration
import Testing

@Suite("JSON values")
struct JSONValueTests {
  // RFC 8785, appendix B, and ECMA-262's rules for the borders between the layouts.
  @Test(
    "numbers are written as RFC 8785 says",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (Double.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"), (9007199254740992, "9007199254740992"),
      (295147905179352825856, "295147905179352830000"), (1e21, "1e+21"),
      (1e20, "100000000000000000000"),
      (9.999999999999997e22, "9.999999999999997e+22"), (333333333.3333332, "333333333.3333332"),
      (0.000001, "0.000001"), (1e-7, "1e-7"), (1.25e-7, "1.25e-7"), (0.1, "0.1"),
      (123456789012345680.0, "123456789012345680"), (1e16, "10000000000000000"),
    ])
  func numbers(value: Double, text: String) {
    #expect(JSONValue.text(of: value) == text)
    #expect(Double(text) == value)
  }

  // The example of RFC 8785, section 3.2.2 and 3.2.3.
  @Test("keys are sorted and strings escaped as RFC 8785 says")
  func canonical() throws {
    let value = try JSONValue(
      parsing: #"{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 1e-27],"#
        + #" "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true]}"#,
      name: "rfc")
    #expect(
      value.canonicalText == #"{"literals":[null,true],"#
        + #""numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
        + "\"string\":\"\u{20ac}$" + #"\u000f\nA'B\"\\\\\"/"}"#)
    #expect(
      try JSONValue(parsing: #"{"\ufb33":1,"\ud83d\ude00":2,"\u20ac":3,"1":4}"#, name: "rfc")
        .canonicalText == "{\"1\":4,\"\u{20ac}\":3,\"\u{1F600}\":2,\"\u{fb33}\":1}")
  }

  @Test("the form for people has one member a line and flat lists")
  func pretty() throws {
    let value = try JSONValue(parsing: #"{"b":[1,2.5,"x"],"a":{"c":[{}]},"d":[]}"#, name: "text")
    #expect(
      value.prettyText == """
        {
          "a": {
            "c": [
              {}
            ]
          },
          "b": [1, 2.5, "x"],
          "d": []
        }

        """)
    #expect(try JSONValue(parsing: value.prettyText, name: "text") == value)
  }

  @Test(
    "malformed text is refused with its place",
    arguments: [
      ("{\"a\": 1,\n\"a\": 2}", "f:2:1: error: malformed JSON: duplicate key 'a'"),
      ("[1, 2", "f:1:6: error: malformed JSON: expected ',' or ']'"),
      ("[1,]", "f:1:4: error: malformed JSON: expected a value"),
      ("01", "f:1:1: error: malformed JSON: expected a value"),
      ("1 2", "f:1:3: error: malformed JSON: expected the end after the first value"),
      ("\"\\ud800\"", "f:1:8: error: malformed JSON: half a surrogate pair"),
      ("1e999", "f:1:1: error: malformed JSON: the number 1e999 is too large"),
      ("", "f:1:1: error: malformed JSON: the text ends too early"),
      ("nul", "f:1:1: error: malformed JSON: expected a value"),
      (
        String(repeating: "[", count: 300),
        "f:1:201: error: malformed JSON: nested deeper than 200 levels"
      ),
    ])
  func malformed(text: String, message: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try JSONValue(parsing: text, name: "f")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test("integers keep all their digits")
  func integers() throws {
    let text = "[9223372036854775807,-9223372036854775808]"
    #expect(try JSONValue(parsing: text, name: "f").canonicalText == text)
  }
}
