import CLIPModels
import Configuration
import Optimizers
import Tensors

/// Drives regions of the shots that have nothing to do with their class away from every class.
///
/// term = -weight mean_r H(p_r), H(p) = -sum_c p_c log(p_c + 1e-5), p_r the softmax of region r's
/// logits e^s cos(region, text), over the regions of the batch among whose `top` likeliest classes
/// the label is not; 0 if there is none. Regions are the patches' local features, and which of them
/// count is chosen without gradient. Of equal scores the label's is counted first.
///
/// `top` is 200 of ImageNet's 1,000 classes; the official code throws where there are fewer. Here it is
/// at most the number of classes minus one: a region then counts where the label is its least likely
/// class. A `top` of a fifth of the classes keeps ImageNet's proportion.
///
/// Source: Miyai, Yu, Irie, Aizawa, "LoCoOp: few-shot out-of-distribution detection via prompt
/// learning", NeurIPS 2023, arXiv:2306.01293, equations 3 to 6; 1e-5 as in the official code
/// AtsuMiyai/LoCoOp.
public struct RegionEntropy: Regularizer {
  public static let name = "region-entropy"

  /// The weight of the term, lambda.
  public var weight = 0.25
  /// A region counts if its label is not among so many likeliest classes; at most all but one.
  public var top = 200

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if !(weight >= 0 && weight.isFinite) {
      problems.append(SettingProblem("weight", "must be a number from 0, got \(weight)"))
    }
    if top < 1 { problems.append(SettingProblem("top", "must be at least 1, got \(top)")) }
    return problems
  }

  public func terms(of training: StageTraining) throws -> (TrainingBatch) throws -> StepTerm {
    guard training.parametrization.classifier.comparesTexts else {
      throw FineTuningError(
        "region-entropy compares patches with class texts, and this method's scores do not come "
          + "from one text a class; leave it out")
    }
    return terms(logScale: training.model.logitScale)
  }

  /// The term for a given logarithm of the logit scale.
  func terms(logScale: Parameter) -> (TrainingBatch) throws -> StepTerm {
    let scale = Float(-weight)
    let top = top
    return { batch in
      StepTerm([try batch.patches()]) { tape, outputs, inputs in
        guard let texts = outputs.texts else {
          fatalError("a classifier that compares texts gives their features")
        }
        let logits = tape.similarities(tape.normalized(inputs[0]), texts, logScale: logScale)
        let patches = logits.rows / batch.labels.count
        let regions = RegionEntropy.unrelated(
          logits.matrix, labels: batch.labels.flatMap { [Int](repeating: $0, count: patches) },
          top: top)
        return tape.multiplied(tape.meanEntropy(logits, rows: regions, epsilon: 1e-5), by: scale)
      }
    }
  }

  /// The rows among whose `top` largest scores the label's is not; `top` is at most all but one.
  static func unrelated(_ logits: Matrix, labels: [Int], top: Int) -> [Int] {
    let classes = logits.columns
    let limit = min(top, classes - 1)
    let values = logits.values.span
    return labels.indices.filter { row in
      let own = values[row * classes + labels[row]]
      var larger = 0
      for j in row * classes..<(row + 1) * classes where values[j] > own { larger += 1 }
      return larger >= limit
    }
  }
}
