#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import FileFormats
import Tensors
import TestSupport
import Testing

@testable import FineTuning

@Suite("Logistic regressions for one C after another")
struct LogisticPathTests {
  /// 20 images of a reference model, as they are, and their classes.
  private func shots(_ reference: ReferenceMethod) throws -> (DoubleMatrix, [Int]) {
    let file = try reference.methods.file("adaptation")
    let shape = try #require(file.shape("linear-probe.features"))
    return (
      DoubleMatrix(
        rows: shape[0], columns: shape[1], values: try file.doubles("linear-probe.features")),
      try file.integers("linear-probe.labels").map(Int.init)
    )
  }

  @Test("end where those from zero do, for every C of the search", arguments: references)
  func warmStarts(reference: ReferenceMethod) throws {
    let (features, labels) = try shots(reference)
    let classes = (labels.max() ?? 0) + 1
    var path = LogisticPath(features, labels: labels, classes: classes)
    for exponent in [6.0, 4, 2, 0, -2, -4, -6, 3, 3.5, 3.25] {
      var alone = LogisticPath(features, labels: labels, classes: classes)
      let warm = path.fitted(pow(10, exponent))
      let cold = alone.fitted(pow(10, exponent))
      #expect((warm.value / cold.value - 1).magnitude < 1e-9, "\(exponent)")
      let size = cold.weight.values.map(\.magnitude).max() ?? 0
      for (a, b) in zip(warm.weight.values, cold.weight.values) {
        #expect((a - b).magnitude < 1e-4 * size, "\(exponent)")
      }
      // Biases have no penalty: a gradient of 1e-6 is all that is asked of them.
      for (a, b) in zip(warm.bias, cold.bias) {
        #expect((a - b).magnitude < 1e-4 * size + 1e-5, "\(exponent)")
      }
    }
  }

  @Test("leave a gradient of zero: W is C times the residuals' sum over the images")
  func optimum() throws {
    let (features, labels) = try shots(references[0])
    let classes = (labels.max() ?? 0) + 1
    for strength in [1e-4, 0.316, 1e4] {
      var path = LogisticPath(features, labels: labels, classes: classes)
      let fit = path.fitted(strength)
      let scores = features.multiplied(byTransposeOf: fit.weight)
      var residuals = DoubleMatrix(rows: classes, columns: labels.count)
      for i in labels.indices {
        let terms = (0..<classes).map { exp(scores[i, $0] + fit.bias[$0]) }
        let sum = terms.reduce(0, +)
        for c in 0..<classes { residuals[c, i] = (c == labels[i] ? 1 : 0) - terms[c] / sum }
      }
      let expected = residuals.multiplied(by: features)
      let size = fit.weight.values.map(\.magnitude).max() ?? 0
      for (weight, sum) in zip(fit.weight.values, expected.values) {
        #expect((weight - strength * sum).magnitude < 1e-3 * size, "\(strength)")
      }
      // The number common to all biases, which no probability depends on.
      #expect(fit.bias.reduce(0, +).magnitude < 1e-9 * max(1, size))
    }
  }
}
