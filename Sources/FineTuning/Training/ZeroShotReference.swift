import CLIPModels
import Tensors

/// What the model made of a task before any training: the zero-shot policy that trainings are held to.
public struct ZeroShotReference: Sendable {
  /// Unit features of the classes' fixed prompts, `[classes, embedding]`.
  public let texts: Matrix
  /// The image tower's features of the shots, `[shots, embedding]`, not normalised.
  public let images: Matrix
  /// e^s, the model's logit scale.
  public let logitScale: Double

  /// Encodes prompts and shots with the model as it is.
  init(_ model: CLIPModel, on task: FewShotTask, workers: Workers) throws {
    let tape = Tape(workspace: Workspace())
    let features = try textEncoding(of: task, model: model).features(on: workers)
    texts = tape.normalized(tape.constant(features)).matrix
    images = try ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
      .features(of: task.images)
    logitScale = FineTuning.logitScale(of: model)
  }

  /// The cosines of the shots and the classes, `[shots, classes]`.
  public var cosines: Matrix {
    let tape = Tape(workspace: Workspace())
    let zero = Parameter("log_scale", shape: [1], repeating: 0)
    return tape.similarities(
      tape.normalized(tape.constant(images)), tape.constant(texts), logScale: zero
    ).matrix
  }
}
