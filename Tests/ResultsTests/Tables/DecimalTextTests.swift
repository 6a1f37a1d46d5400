import Results
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  @Test(
    "rounds the shortest digits once, ties to even",
    arguments: [
      (0.8893, 2, 2, "88.93"), (0.31125, 2, 2, "31.12"), (0.31135, 2, 2, "31.14"),
      (0.285, 0, 2, "28"), (0.295, 0, 2, "30"), (1.0, 2, 2, "100.00"), (0.0, 2, 2, "0.00"),
      (0.99999, 2, 2, "100.00"), (0.000004, 2, 2, "0.00"), (0.00005, 2, 2, "0.00"),
      (0.00015, 2, 2, "0.02"), (0.00006, 2, 2, "0.01"), (-0.00001, 2, 2, "0.00"),
      (-0.12345, 1, 2, "-12.3"), (1e-7, 3, 0, "0.000"), (1234.5, 0, 0, "1234"),
      (9.5, 0, 0, "10"), (0.5, 0, 0, "0"), (1.5, 0, 0, "2"),
      (1e21, 1, 0, "1000000000000000000000.0"),
      (2.675, 2, 0, "2.68"), (.infinity, 2, 0, "inf"), (.nan, 2, 0, "nan"),
    ])
  func rounds(value: Double, decimals: Int, scale: Int, text: String) {
    #expect(DecimalText.text(value, decimals: decimals, scale: scale) == text)
  }
}
