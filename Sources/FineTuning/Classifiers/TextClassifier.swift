import CLIPModels
import Optimizers
import RandomStreams
import Tensors

/// Class scores by comparison with texts: logits = e^s cos(image, text).
///
/// Source: Radford et al., arXiv:2103.00020, section 3.1.
public struct TextClassifier: Classifier {
  /// Where the texts' features come from.
  enum Source: Sendable {
    /// Nothing changes them.
    case fixed(Matrix)
    /// They are encoded anew in every step, because the prompts or the text tower train.
    case encoded(Encoding)
  }

  let source: Source
  /// The texts of other templates that training steps draw from, the source's among them; empty for
  /// the source alone.
  private var pool: [Source] = []
  private var seed: UInt64 = 0
  private let templates: Int
  /// s, the logarithm of the logit scale.
  let logScale: Parameter

  /// Texts that nothing changes.
  ///
  /// - Parameters:
  ///   - texts: features of any length of the classes' texts in the first template, then in the
  ///     second, and so on, `[templates * classes, embedding]`.
  ///   - templates: how many; a class's unit features are averaged over them.
  ///   - model: the model.
  public init(fixed texts: Matrix, templates: Int = 1, of model: CLIPModel) {
    source = .fixed(texts)
    self.templates = templates
    logScale = model.logitScale
  }

  /// Texts that are encoded in every step.
  ///
  /// - Parameters:
  ///   - encoding: the classes' texts in the first template, then in the second, and so on.
  ///   - templates: how many; a class's unit features are averaged over them.
  ///   - model: the model.
  public init(encoding: Encoding, templates: Int = 1, of model: CLIPModel) {
    source = .encoded(encoding)
    self.templates = templates
    logScale = model.logitScale
  }

  /// Texts of several templates, of which each training step draws one; scoring has the first.
  ///
  /// - Parameters:
  ///   - pool: the classes' texts in each template.
  ///   - seed: chooses the draws.
  ///   - model: the model.
  init(pool: [Source], seed: UInt64, of model: CLIPModel) {
    require(!pool.isEmpty, "a pool of templates needs one")
    source = pool[0]
    self.pool = pool
    self.seed = seed
    templates = 1
    logScale = model.logitScale
  }

  public func texts(for batch: TrainingBatch) -> Encoding? {
    var source = source
    if !pool.isEmpty {
      // Updates on one batch are of one policy.
      var random = RandomSource(
        seed: seed, purpose: "templates", index: UInt64(batch.step - batch.update))
      source = pool[random.below(pool.count)]
    }
    switch source {
    case .encoded(let encoding): return encoding
    case .fixed(let features):
      return pool.isEmpty
        ? nil
        : Encoding(count: features.rows, shardSize: features.rows) { tape, range in
          tape.constant(features.selecting(range))
        }
    }
  }

  public func outputs(_ tape: Tape, images: Tensor, texts: Tensor?) -> ClassifierOutputs {
    let unit = unitTexts(tape, texts ?? fixedTexts(tape))
    let features = tape.normalized(images)
    return ClassifierOutputs(
      features: features, logits: tape.similarities(features, unit, logScale: logScale),
      texts: unit)
  }

  /// Unit features of each class, `[classes, embedding]`.
  private func unitTexts(_ tape: Tape, _ texts: Tensor) -> Tensor {
    let unit = tape.normalized(texts)
    guard templates > 1 else { return unit }
    let classes = unit.rows / templates
    var mean = tape.gather(unit, rows: [Int](0..<classes))
    for template in 1..<templates {
      let rows = [Int](template * classes..<(template + 1) * classes)
      mean = tape.combination(mean, 1, tape.gather(unit, rows: rows), 1)
    }
    return tape.normalized(mean)
  }

  private func fixedTexts(_ tape: Tape) -> Tensor {
    guard case .fixed(let matrix) = source else {
      fatalError("a classifier whose texts are encoded needs their features")
    }
    return tape.constant(matrix)
  }

  public func finished(on workers: Workers) -> FineTunedClassifier {
    let features =
      switch source {
      case .fixed(let matrix): matrix
      case .encoded(let encoding): encoding.features(on: workers)
      }
    let scale = exponential(Double(logScale.values[0]))
    guard templates > 1 else { return FineTunedClassifier(texts: features, logitScale: scale) }
    let tape = Tape(workspace: Workspace())
    return FineTunedClassifier(
      texts: unitTexts(tape, tape.constant(features)).matrix, logitScale: scale)
  }
}
