import Configuration
import Detectors
import FoundationEssentials
import Tensors
import Testing

/// What every detector promises, checked for each line of the registry and for the example.
@Suite("Every detector")
struct ConformanceTests {
  /// The registry, and the example of docs/adding-a-detector.md.
  private static let detectors = allDetectors + [ClassMeanCosine.self]
  static let names = detectors.map { $0.name }

  private func type(_ name: String) throws -> any Detector.Type {
    try #require(Self.detectors.first { $0.name == name })
  }

  private func training(_ name: String) throws -> ModelOutputs {
    try Separable(type(name)).training()
  }

  private func test(_ name: String) throws -> ModelOutputs { try Separable(type(name)).test() }

  /// A detector with its defaults, fitted where it learns.
  private func detector(_ name: String) throws -> any Detector {
    try type(name).init().fitted(to: training(name))
  }

  @Test("has a name of its own in the spelling of files")
  func uniqueNames() {
    #expect(Set(Self.names).count == Self.names.count)
    for name in Self.names {
      #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    }
  }

  @Test("in the folder of scores has a line in the registry")
  func registered() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Detectors/Scores").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }.sorted()
    #expect(files == allDetectors.map { "\($0).swift" }.sorted())
  }

  @Test("cites its paper with an address", arguments: names)
  func paper(name: String) throws {
    #expect(try type(name).paper.contains("https://"))
  }

  @Test("gives one finite score an image", arguments: names)
  func finite(name: String) throws {
    let outputs = try test(name)
    let scores = try detector(name).scores(for: outputs)
    #expect(scores.count == outputs.count)
    #expect(scores.allSatisfy { $0.isFinite })
  }

  @Test("scores no images", arguments: names)
  func noImages(name: String) throws {
    #expect(try detector(name).scores(for: test(name).selecting([])).isEmpty)
  }

  @Test("gives the same bits whatever the order of the images", arguments: names)
  func orderInvariant(name: String) throws {
    let detector = try detector(name)
    let outputs = try test(name)
    let order = Array((0..<outputs.count).reversed())
    let scores = try detector.scores(for: outputs)
    #expect(try detector.scores(for: outputs.selecting(order)) == order.map { scores[$0] })
  }

  @Test("gives the same bits whatever the batch", arguments: names)
  func batchInvariant(name: String) throws {
    let detector = try detector(name)
    let outputs = try test(name)
    var scores: [Double] = []
    for image in 0..<outputs.count {
      scores += try detector.scores(for: outputs.selecting([image]))
    }
    #expect(try detector.scores(for: outputs) == scores)
  }

  @Test("scores in-distribution images higher on separable data", arguments: names)
  func direction(name: String) throws {
    let outputs = try test(name)
    let scores = try detector(name).scores(for: outputs)
    let inside = try #require(scores[..<Separable.insideCount].min())
    let outside = try #require(scores[Separable.insideCount...].max())
    #expect(inside > outside)
  }

  @Test("fitted twice is fitted once", arguments: names)
  func refit(name: String) throws {
    let once = try detector(name)
    let other = try type(name).init().fitted(to: training(name).selecting(0..<81))
    #expect(
      try once.scores(for: test(name))
        == other.fitted(to: training(name)).scores(for: test(name)))
  }

  @Test("needs no more than it declares", arguments: names)
  func declaredNeeds(name: String) throws {
    let type = try type(name)
    var fitted = type.init()
    if !type.trainingNeeds.isEmpty {
      fitted = try fitted.fitted(to: training(name).keeping(type.trainingNeeds))
    }
    let full = try test(name)
    let scores = try fitted.scores(for: full.keeping(type.needs))
    #expect(try scores == detector(name).scores(for: full))
  }

  @Test("says how inputs are moved if it reads logits of moved inputs", arguments: names)
  func inputPerturbation(name: String) throws {
    let type = try type(name)
    #expect((type.init().inputPerturbation != nil) == type.needs.contains(.perturbedLogits))
  }

  @Test("says which field it lacks", arguments: names)
  func missingField(name: String) throws {
    let detector = try detector(name)
    for field in Swift.type(of: detector).needs {
      let rest = Set(OutputField.allCases).subtracting(
        field == .logits || field == .cosines ? [.logits, .cosines] : [field])
      let error = #expect(throws: DetectorError.self) {
        try detector.scores(for: test(name).keeping(rest))
      }
      #expect(error?.description.contains("\(name) needs \(field.rawValue)") == true)
    }
  }

  @Test("that learns refuses to score before it is fitted", arguments: names)
  func unfitted(name: String) throws {
    let type = try type(name)
    if type.trainingNeeds.isEmpty { return }
    let error = #expect(throws: DetectorError.self) { try type.init().scores(for: test(name)) }
    #expect(error?.description.contains("\(name) must be fitted") == true)
  }

  @Test("that learns refuses features of another width with both shapes", arguments: names)
  func otherWidth(name: String) throws {
    let type = try type(name)
    guard !type.trainingNeeds.isEmpty, type.needs.contains(.features) else { return }
    let detector = try detector(name)
    let outputs = try test(name)
    let wide = DoubleMatrix(rows: outputs.count, columns: Separable.dimensions + 1)
    let error = #expect(throws: DetectorError.self) {
      try detector.scores(for: outputs.replacing(.features, with: wide))
    }
    let message = error?.description ?? ""
    #expect(message.contains("[\(wide.rows), \(wide.columns)]"))
    #expect(message.contains(", \(Separable.dimensions)]"))
  }

  @Test("decodes its defaults", arguments: names)
  func defaults(name: String) throws {
    let type = try type(name)
    #expect(type.init().problems.isEmpty)
    func roundTrip<D: Detector>(_ type: D.Type) throws {
      let stored = try settings(of: type.init())
      let decoded = try decode(type, from: stored)
      #expect(try settings(of: decoded) == stored)
    }
    try roundTrip(type)
  }

  @Test(
    "of activations refuses signed features, naming the image, the value and why", arguments: names)
  func signedFeatures(name: String) throws {
    let detector = try detector(name)
    let signed = try Separable(MaxLogit.self).test()
    guard try type(name).featureDomain == .nonnegative else {
      #expect(throws: Never.self) { try self.detector(name).scores(for: test(name)) }
      return
    }
    let features = try signed.matrix(.features, for: "the test")
    let place = try #require(features.values.firstIndex { $0 < 0 })
    let error = #expect(throws: DetectorError.self) { try detector.scores(for: signed) }
    #expect(error?.image == place / features.columns)
    let text = error?.description ?? ""
    #expect(text.contains("features hold \(features.values[place])"))
    #expect(text.contains("\(name) is defined on activations after a rectifier"))
  }

  @Test("refuses numbers that are not finite and names the image", arguments: names)
  func notFinite(name: String) throws {
    let detector = try detector(name)
    let outputs = try test(name)
    for field in OutputField.matrices where Swift.type(of: detector).needs.contains(field) {
      let source: OutputField = field == .cosines ? .logits : field
      let matrix = try outputs.matrix(source, for: name)
      let rowsPerImage = matrix.rows / outputs.count
      for value in [Double.nan, .infinity, -.infinity] {
        for column in Set([0, matrix.columns / 2, matrix.columns - 1]) {
          var broken = matrix
          broken[3 * rowsPerImage, column] = value
          let error = #expect(throws: DetectorError.self) {
            try detector.scores(for: outputs.replacing(source, with: broken))
          }
          #expect(error?.image == 3)
        }
      }
    }
  }

  @Test("gives the same bits in tiles on two threads", arguments: names)
  func tiles(name: String) throws {
    let detector = try detector(name)
    let outputs = try test(name)
    let many = try outputs.selecting((0..<300).map { $0 * 7 % outputs.count })
    #expect(
      try detector.scores(for: many, workers: Workers(threads: 2)) == detector.scores(for: many))
  }
}

extension ModelOutputs {
  /// The outputs with another matrix in one field.
  fileprivate func replacing(_ field: OutputField, with matrix: DoubleMatrix) throws -> ModelOutputs
  {
    var matrices: [OutputField: DoubleMatrix] = [field: matrix]
    let head = head?.weight.columns == matrix.columns || field != .features ? head : nil
    for other in OutputField.matrices where other != field && fields.contains(other) {
      if other == .cosines { continue }
      matrices[other] = try self.matrix(other, for: "the test")
    }
    return try ModelOutputs(matrices, labels: labels, logitScale: logitScale, head: head)
  }
}
