import Configuration
import Detectors
import Tensors

/// Everything that `ood score` is given to score with.
public struct ScoringInputs {
  /// The outputs of the images to score.
  let test: OutputFiles
  /// The outputs of in-distribution images to fit detectors to.
  let training: OutputFiles?
  let head: LinearHead?
  let logitScale: Double
  private let hasScale: Bool

  /// Puts files together.
  ///
  /// - Parameters:
  ///   - test: the outputs of the images to score.
  ///   - training: the outputs of in-distribution images to fit detectors to.
  ///   - head: the layer from features to logits.
  ///   - logitScale: the factor between cosines and logits; nil for the one in the files, else 1.
  /// - Throws: `ExperimentError` with both shapes or scales where parts do not fit each other.
  public init(
    test: OutputFiles, training: OutputFiles?, head: LinearHead?, logitScale: Double?
  ) throws {
    self.test = test
    self.training = training
    self.head = head
    if logitScale == nil, let test = test.logitScale, let other = training?.logitScale,
      test != other
    {
      throw ExperimentError(
        "logit_scale is the logarithm of \(test) in --test and of \(other) in --train; choose one "
          + "with --logit-scale")
    }
    let scale = logitScale ?? test.logitScale ?? training?.logitScale
    hasScale = scale != nil
    self.logitScale = scale ?? 1
    try checkColumns()
  }

  /// What stands between a detector and its scores: the fields that are lacking, or nil.
  func obstacle(to detector: any Detector.Type) -> String? {
    var missing: [String] = []
    let lacking = detector.needs.subtracting(available(in: test))
    if !lacking.subtracting([.head]).isEmpty {
      missing.append("\(names(lacking.subtracting([.head]))) in --test")
    }
    if !lacking.isDisjoint(with: [.logits, .cosines]), head == nil, test.fields.contains(.features)
    {
      missing[0] += " (or --head, which makes them from the features)"
    }
    if lacking.contains(.head) { missing.append("--head") }
    let unlearned = detector.trainingNeeds.subtracting(training.map(available) ?? [])
    if !unlearned.isEmpty {
      let all = training == nil ? detector.trainingNeeds : unlearned
      missing.append("\(names(all.subtracting([.head]))) in --train")
      if unlearned.contains(.head), !missing.contains("--head") { missing.append("--head") }
    }
    return missing.isEmpty ? nil : "needs \(missing.joined(separator: " and "))"
  }

  /// The fields that are there, for messages.
  var summary: String {
    let train = training.map { "--train has \($0.summary)" } ?? "there is no --train"
    return "--test has \(test.summary), \(train)"
  }

  /// Says that cosines or logits are made without knowing their scale, if a detector reads them so.
  func scaleNote(for detectors: [any Detector]) -> String? {
    guard !hasScale else { return nil }
    let (given, wanted): (OutputField, OutputField) =
      test.fields.contains(.cosines) ? (.cosines, .logits) : (.logits, .cosines)
    if test.fields.isSuperset(of: [.logits, .cosines]) { return nil }
    let readers = detectors.map { type(of: $0) }.filter { $0.needs.contains(wanted) }
    if readers.isEmpty { return nil }
    let names = readers.map { $0.name }.joined(separator: ", ")
    return "no logit scale is given: \(names) \(readers.count == 1 ? "takes" : "take") the "
      + "\(given.rawValue) for \(wanted.rawValue) as they are; --logit-scale gives the factor, such as "
      + "100 for CLIP"
  }

  /// All in-distribution images with some of their fields.
  func trainingOutputs(_ fields: Set<OutputField>) throws -> ModelOutputs {
    guard let training else { throw ExperimentError("there is no --train to fit detectors to") }
    var tiles = try OutputTiles(training, fields: fields, logitScale: logitScale, head: head)
    guard let outputs = try tiles.next(.max) else {
      throw ExperimentError("--train holds no images: \(training.summary)")
    }
    return outputs
  }

  /// The images to score with some of their fields.
  func testTiles(_ fields: Set<OutputField>) throws -> OutputTiles {
    try OutputTiles(test, fields: fields, logitScale: logitScale, head: head)
  }

  private func available(in files: OutputFiles) -> Set<OutputField> {
    var fields = files.fields
    if head != nil {
      fields.insert(.head)
      if fields.contains(.features) { fields.insert(.logits) }
    }
    if !fields.isDisjoint(with: [.logits, .cosines]) { fields.formUnion([.logits, .cosines]) }
    return fields
  }

  private func names(_ fields: Set<OutputField>) -> String {
    OutputField.allCases.filter(fields.contains).map(\.fileName).joined(separator: ", ")
  }

  /// Throws unless all that has a column a class, or a column a dimension, agrees on their number.
  private func checkColumns() throws {
    var classes: [(String, [Int])] = []
    var dimensions: [(String, [Int])] = []
    for (option, files) in [("--test", test), ("--train", training)] {
      guard let files else { continue }
      for field in files.fields.sorted(by: { $0.rawValue < $1.rawValue }) {
        guard let shape = files.shape(field) else { continue }
        switch field {
        case .logits, .cosines, .perturbedLogits, .descriptorCosines, .patchCosines:
          classes.append(("\(field.fileName) of \(option)", shape))
        case .features: dimensions.append(("\(field.fileName) of \(option)", shape))
        case .labels, .head, .negativeCosines, .values: continue
        }
      }
    }
    func check(_ arrays: [(String, [Int])], against expected: (String, [Int])?, at axis: Int) throws
    {
      guard let expected = expected ?? arrays.first else { return }
      let size = expected.1[axis < 0 ? expected.1.count - 1 : axis]
      for (name, shape) in arrays where shape[shape.count - 1] != size {
        throw ExperimentError(
          "\(name) have shape \(shape), expected \(size) columns as \(expected.0) \(expected.1)")
      }
    }
    let weight = head.map { ("the head weight", [$0.weight.rows, $0.weight.columns]) }
    try check(classes, against: weight, at: weight == nil ? -1 : 0)
    try check(dimensions, against: weight, at: -1)
  }
}
