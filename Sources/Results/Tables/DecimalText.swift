/// Writes numbers with a fixed count of decimals, rounded once and without regard to a locale.
public enum DecimalText {
  /// The value times 10^scale with the given decimals, ties rounded to even.
  ///
  /// The digits rounded are the shortest that identify the double, so 0.31125 in percent is the
  /// tie 31.125 and gives 31.12; multiplying by 100 first would round twice. `scale` 2 is percent.
  public static func text(_ value: Double, decimals: Int, scale: Int = 0) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    var (digits, point) = shortestDigits(value.magnitude)
    point += scale
    // All digits up to the last decimal, with zeros where the number has none.
    let kept = point + decimals
    var rounded: [Int]
    if kept < 0 {
      rounded = [0]
    } else {
      rounded = [0] + (0..<kept).map { $0 < digits.count ? digits[$0] : 0 }
      if roundsUp(digits, from: kept, lastKept: rounded[rounded.count - 1]) { increment(&rounded) }
    }
    while rounded.count < decimals + 1 { rounded.insert(0, at: 0) }
    let text = rounded.map(String.init).joined()
    let whole = text.dropLast(decimals).drop { $0 == "0" }
    let fraction = decimals > 0 ? "." + text.suffix(decimals) : ""
    let isZero = rounded.allSatisfy { $0 == 0 }
    return (value < 0 && !isZero ? "-" : "") + (whole.isEmpty ? "0" : whole) + fraction
  }

  /// The shortest digits d1 d2 … and p so that the value is 0.d1d2… times 10^p.
  private static func shortestDigits(_ value: Double) -> (digits: [Int], point: Int) {
    let parts = value.description.utf8.split(separator: UInt8(ascii: "e"))
    let mantissa = parts[0].split(separator: UInt8(ascii: "."))
    var point = mantissa[0].count + (parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0)
    var digits = mantissa.joined().map { Int($0) - 48 }[...]
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    return (Array(digits), digits.isEmpty ? 0 : point)
  }

  private static func roundsUp(_ digits: [Int], from index: Int, lastKept: Int) -> Bool {
    guard index < digits.count else { return false }
    if digits[index] != 5 { return digits[index] > 5 }
    let isTie = digits[(index + 1)...].allSatisfy { $0 == 0 }
    return isTie ? lastKept % 2 == 1 : true
  }

  private static func increment(_ digits: inout [Int]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
  }
}
