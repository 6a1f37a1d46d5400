import FileFormats
import Testing

@Suite("Numbers in CSV files")
struct CSVNumbersTests {
  private func numbers(
    _ text: String, fields: [Int], header: Bool = true
  ) throws -> CSVNumbers {
    try CSVNumbers(Array(text.utf8), name: "t.csv") { _ in
      CSVNumbers.Layout(fields: fields, hasHeader: header)
    }
  }

  @Test("reads the chosen columns in the chosen order and leaves texts elsewhere alone")
  func columns() throws {
    let found = try numbers("a,b,c\nx,1,-2.5\r\n\"y,z\", 3 ,1e400\n", fields: [2, 1])
    #expect(found.columns == [[-2.5, .infinity], [1, 3]])
    #expect(found.fault == nil)
  }

  @Test("reads the shortest form of any number back bit by bit")
  func exact() throws {
    let values: [Double] = [
      0.1, 1 / 3, .leastNonzeroMagnitude, 1.7976931348623157e308, -0.0, 123_456_789.123_456_7,
      -.infinity,
    ]
    let text = values.map { "\($0)" }.joined(separator: "\n")
    let found = try numbers(text, fields: [0], header: false)
    #expect(found.columns[0].map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test("the first row holds numbers where there is no header")
  func noHeader() throws {
    #expect(try numbers("1\n2\n", fields: [0], header: false).columns == [[1, 2]])
    #expect(try numbers("\u{feff}1\n", fields: [0], header: false).columns == [[1]])
    #expect(try numbers("", fields: [0]).columns.isEmpty)
  }

  @Test(
    "what is no number is named by its line, which empty and quoted lines count towards",
    arguments: [
      ("s\n1\n\nx\n", 4, "x"), ("s\r\n1\r\nnan", 3, "nan"), ("s\n\"a\nb\"\n", 3, "a\nb"),
      ("s\n1 2\n", 2, "1 2"), ("s\n0x\n", 2, "0x"), ("s\n\"\"\n", 2, ""),
    ])
  func faults(text: String, line: Int, found: String) throws {
    let numbers = try numbers(text, fields: [0])
    #expect(numbers.fault?.line == line)
    #expect(numbers.fault?.text == found)
  }

  @Test("a row that ends before a column is a fault; unbalanced quotes are refused")
  func shape() throws {
    let found = try numbers("a,b\n1,2\n3\n", fields: [0, 1])
    #expect(found.fault?.line == 3 && found.fault?.field == 1 && found.fault?.text == nil)
    let error = #expect(throws: FormatError.self) { try numbers("a\n1\n\"2\n", fields: [0]) }
    #expect(error?.description.contains("quote") == true)
  }
}
