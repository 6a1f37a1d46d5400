import CLIPModels
import Optimizers
import Tensors

/// Prompts whose learnt context depends on the image that they are compared with.
///
/// v_m(x) = v_m + h(x), m = 1 ... M, h(x) = W2 relu(W1 x + b1) + b2, x the image's unit features; the
/// same shift for every context vector. So each image has its own text features of all classes.
///
/// Source: Zhou et al., "Conditional prompt learning for vision-language models", CVPR 2022,
/// arXiv:2203.05557, section 3.2; the network's sizes and inputs as in the official code
/// KaiyangZhou/CoOp, `trainers/cocoop.py`.
struct ConditionalPrompts: Sendable {
  /// The prompts without the shift; one context for all classes.
  let learner: PromptLearner
  /// W1 `[hidden, embedding]`, b1, W2 `[width, hidden]`, b2.
  let network: [Parameter]

  /// What trains: the context and the network.
  var parameters: [Parameter] { [learner.context] + network }

  /// The number of classes.
  var classCount: Int { learner.rows.count }

  /// The prompts with weights of their own, for training may go on.
  func copied() -> ConditionalPrompts {
    func copy(_ parameter: Parameter) -> Parameter {
      Parameter(parameter.name, shape: parameter.shape, values: parameter.values)
    }
    return ConditionalPrompts(
      learner: learner.with(context: copy(learner.context)), network: network.map(copy))
  }

  /// Features of texts, `[range.count, embedding]`, not normalised: number i C + c is class c's for
  /// image i.
  ///
  /// - Parameter images: unit features of all images, `[images, embedding]`.
  func texts(_ tape: Tape, of images: Tensor, _ range: Range<Int>) -> Tensor {
    let text = learner.text
    let context = learner.context
    let classes = classCount
    let first = range.lowerBound / classes
    let count = range.isEmpty ? 0 : (range.upperBound - 1) / classes + 1 - first
    let hidden = tape.linear(
      tape.gather(images, rows: [Int](first..<first + count)), network[0], network[1],
      activation: .relu)
    let shift = tape.linear(hidden, network[2], network[3])
    let tokens = context.rows
    let contexts = tape.combination(
      tape.gather(tape.tensor(context), rows: (0..<count).flatMap { _ in 0..<tokens }), 1,
      tape.gather(shift, rows: (0..<count * tokens).map { $0 / tokens }), 1)

    return text(
      tape, sources: [tape.tensor(text.tokenEmbedding), contexts],
      texts: range.map { index in
        learner.rows[index % classes].map {
          $0.moved(inSource: 1, by: (index / classes - first) * tokens)
        }
      })
  }

  /// The texts of some images for a training step.
  func encoding(of images: Matrix) -> Encoding {
    let count = images.rows * classCount
    let size = TextEncoding.shardSize(of: count, width: learner.text.width)
    return Encoding(count: count, shardSize: size) { tape, range in
      texts(tape, of: tape.normalized(tape.constant(images)), range)
    }
  }

  /// The texts of so many images in pieces of one image's, each of at most as many as a shard has.
  func pieces(images: Int) -> [Range<Int>] {
    let size = TextEncoding.mostInShard(width: learner.text.width)
    return (0..<images).flatMap { image in
      stride(from: 0, to: classCount, by: size).map { start in
        image * classCount + start..<image * classCount + min(classCount, start + size)
      }
    }
  }
}
