import CLIPModels
import Configuration
import FileFormats
import FoundationEssentials
import Tensors
import Tokenizers

/// What a training made of a model, in a folder: nothing of the model that it left alone.
///
/// Low-rank deltas lie there as peft keeps them, all other weights in `trained.safetensors` under the
/// names they train by (those of the model are OpenAI's). `head.safetensors` holds the classifier
/// where it is a linear layer on the tower's features: `weight` `[classes, embedding]`, logit scale
/// included, `bias`, and in its metadata whether features are at unit length.
public enum AdapterFolder {
  static let weightsFile = "trained.safetensors"
  static let headFile = "head.safetensors"

  /// Writes a folder; the same training gives the same bytes.
  ///
  /// - Parameters:
  ///   - tuned: what training ended with.
  ///   - model: the model that it changed.
  ///   - description: what the weights are of.
  ///   - folder: an existing, empty folder.
  public static func write(
    _ tuned: FineTunedModel, model: CLIPModel, as description: AdapterDescription,
    to folder: String
  ) throws {
    // First, so that weights of a folder that is not whole are never taken for another model's.
    try AtomicFile.write(description.text(), to: "\(folder)/\(AdapterDescription.file)")
    let deltas = Set(
      (model.vision.blocks + model.text.blocks).flatMap(\.adapterParameters)
        .map { ObjectIdentifier($0) })
    let others = tuned.state.filter { !deltas.contains(ObjectIdentifier($0)) }
    if !deltas.isEmpty { try LowRankFolder.write(model, to: folder, base: description.base) }
    if !others.isEmpty {
      var writer = SafetensorsWriter(metadata: ["format": "pt"])
      for parameter in others {
        writer.add(parameter.name, shape: parameter.shape, floats: parameter.values)
      }
      try writer.write(to: "\(folder)/\(weightsFile)")
    }
    if let head = tuned.classifier.head, let isNormalized = tuned.classifier.isNormalized {
      var writer = SafetensorsWriter(metadata: [
        "format": "pt", "features": isNormalized ? "unit length" : "as the tower gives them",
      ])
      writer.add(
        "weight", shape: [head.weight.rows, head.weight.columns], floats: head.weight.values)
      writer.add("bias", shape: [head.bias.count], floats: head.bias)
      try writer.write(to: "\(folder)/\(headFile)")
    }
  }

  /// Takes a model to where the training of a folder left it, without a step.
  ///
  /// - Parameters:
  ///   - folder: what `write` made.
  ///   - model: the model as it was before the training.
  ///   - task: what the training saw: shots and classes.
  ///   - sha256: of everything that decides the model.
  /// - Throws: `FineTuningError` for weights of another model or of other classes, and for weights
  ///   that are missing or of another shape; the model's weights are then unchanged.
  public static func restore(
    _ folder: String, into model: CLIPModel, on task: FewShotTask, sha256: String, workers: Workers
  ) throws -> FineTunedModel {
    guard let description = try AdapterDescription(folder: folder),
      let method = description.method.value as? any FineTuningMethod
    else {
      throw FineTuningError(
        "\(folder): holds no \(AdapterDescription.file), which says how the weights are to be used")
    }
    try description.check(base: "this model", sha256: sha256, in: folder)
    guard description.classes == task.classNames else {
      throw FineTuningError(
        "\(folder): trained for the classes \(description.classes.joined(separator: ", ")), and "
          + "these are \(task.classNames.joined(separator: ", ")); give the task it was trained on")
    }
    guard description.templates.map(PromptTemplate.init) == task.templates else {
      throw FineTuningError(
        "\(folder): trained with the prompts \(description.templates), and the task has others; give "
          + "the task it was trained on")
    }
    let files = try StoredWeights(folder: folder)
    return try FineTuner(model, on: task, method: method, workers: workers).restored {
      try files.values(of: $0, in: model)
    }
  }

  /// Puts a folder's weights into a model where they are the towers' own.
  ///
  /// These are low-rank deltas and the weights of towers that were trained; prompts, heads and
  /// adapters behind a tower are left out.
  ///
  /// - Throws: `FineTuningError` for weights of another model.
  public static func apply(
    _ folder: String, to model: CLIPModel, named name: String, sha256: String
  )
    throws
  {
    try AdapterDescription(folder: folder)?.check(base: name, sha256: sha256, in: folder)
    if FileManager.default.fileExists(atPath: "\(folder)/\(weightsFile)") {
      let files = try StoredWeights(folder: folder)
      let own = model.parameters.filter { files.contains($0.name) }
      guard !own.isEmpty || LowRankFolder.isOne(folder) else {
        throw FineTuningError(
          "\(folder): what trained are no weights of the towers (prompts, a head, a cache), which "
            + "features of images and texts alone do not show; take the model without it")
      }
      let values = try own.map { try files.values(of: $0, in: model) }
      for (parameter, values) in zip(own, values) { parameter.values = values }
    } else if !LowRankFolder.isOne(folder) {
      throw FineTuningError(
        "\(folder): holds neither \(LowRankFolder.configurationFile) nor \(weightsFile)")
    }
    if LowRankFolder.isOne(folder) { try LowRankFolder.read(folder, into: model) }
  }
}
