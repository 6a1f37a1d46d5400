/// The values of `range(start,end[,step])`: the end is left out, as in Python.
enum SweepRange {
  static let limit = 100_000

  /// The values as plain scalars, nil if the text is no range, or the fault.
  static func values(_ text: String) -> Result<[String], Fault>? {
    guard text.hasPrefix("range(") else { return nil }
    guard text.hasSuffix(")") else {
      return .failure(
        Fault("range( has no closing parenthesis; within {} or [] write \"range(0,3)\" in quotes"))
    }
    let parts = text.dropFirst(6).dropLast().split(
      separator: ",", omittingEmptySubsequences: false
    ).map { part in String(part.filter { $0 != " " }) }
    guard (2...3).contains(parts.count) else {
      return .failure(Fault("expected range(start,end) or range(start,end,step), found '\(text)'"))
    }
    if let integers = numbers(parts, Int.init) {
      return values(integers[0], integers[1], integers.count > 2 ? integers[2] : 1)
        .map { $0.map(String.init) }
    }
    guard let doubles = numbers(parts, Double.init), doubles.allSatisfy(\.isFinite) else {
      return .failure(Fault("expected numbers in '\(text)'"))
    }
    return values(doubles[0], doubles[1], doubles.count > 2 ? doubles[2] : 1)
  }

  struct Fault: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  private static func numbers<N>(_ parts: [String], _ make: (String) -> N?) -> [N]? {
    let numbers = parts.compactMap(make)
    return numbers.count == parts.count ? numbers : nil
  }

  private static func values(_ start: Int, _ end: Int, _ step: Int) -> Result<[Int], Fault> {
    guard step != 0 else { return .failure(Fault("the step of a range must not be 0")) }
    let values = stride(from: start, to: end, by: step)
    guard values.prefix(limit + 1).count(where: { _ in true }) <= limit else {
      return .failure(Fault("a range has more than \(limit) values"))
    }
    let list = Array(values)
    return list.isEmpty ? .failure(Fault("the range is empty")) : .success(list)
  }

  private static func values(
    _ start: Double, _ end: Double, _ step: Double
  ) -> Result<[String], Fault> {
    guard step != 0 else { return .failure(Fault("the step of a range must not be 0")) }
    // The small share keeps range(0,0.3,0.1) at three values although 3 * 0.1 > 0.3 in binary.
    let count = ((end - start) / step - 1e-9).rounded(.up)
    guard count >= 1 else { return .failure(Fault("the range is empty")) }
    guard count <= Double(limit) else {
      return .failure(Fault("a range has more than \(limit) values"))
    }
    return .success((0..<Int(count)).map { JSONValue.text(of: start + Double($0) * step) })
  }
}
