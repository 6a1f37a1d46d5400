import CLIPModels
import Configuration
import FileFormats
import FoundationEssentials
import Tensors

/// Low-rank deltas as peft keeps them: a folder with `adapter_config.json` and
/// `adapter_model.safetensors`.
///
/// The format is that of peft 0.21 (developer guide "Checkpoint format"): tensors
/// `base_model.model.MODULE.lora_A.weight` `[rank, in]` and `lora_B.weight` `[out, rank]` under Hugging
/// Face's names of the modules.
public enum LowRankFolder {
  static let configurationFile = "adapter_config.json"
  static let weightsFile = "adapter_model.safetensors"

  /// Whether a folder holds low-rank deltas.
  public static func isOne(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(configurationFile)")
  }

  /// The name or path of the model that the deltas are for, where the folder states one.
  public static func base(of folder: String) throws -> String? {
    try LowRankConfiguration(folder: folder).base
  }

  /// Writes a model's deltas; the same deltas give the same bytes.
  ///
  /// - Parameters:
  ///   - model: a model with deltas.
  ///   - folder: an existing folder.
  ///   - base: the name or path of the model without them.
  public static func write(_ model: CLIPModel, to folder: String, base: String?) throws {
    var writer = SafetensorsWriter(metadata: ["format": "pt"])
    var deltas: [(place: AdapterPlace, adapter: LowRankAdapter)] = []
    for place in model.adapterPlaces {
      guard let adapter = model[place] else { continue }
      deltas.append((place, adapter))
      for (name, matrix) in tensors(place, adapter) {
        writer.add(name, shape: matrix.shape, floats: matrix.values)
      }
    }
    let configuration = try LowRankConfiguration(
      of: deltas, in: model, base: base)
    try AtomicFile.write(configuration.json.prettyText, to: "\(folder)/\(configurationFile)")
    try writer.write(to: "\(folder)/\(weightsFile)")
  }

  /// Puts a folder's deltas into a model in the place of all that it has.
  ///
  /// - Returns: their weights, which are frozen.
  /// - Throws: `FineTuningError` for what this program cannot do as peft does it, and for deltas of
  ///   other shapes than the model's; then nothing has changed.
  @discardableResult
  public static func read(_ folder: String, into model: CLIPModel) throws -> [Parameter] {
    let configuration = try LowRankConfiguration(folder: folder)
    let file = try SafetensorsFile("\(folder)/\(weightsFile)")
    var left = Set(file.names)
    var deltas: [(AdapterPlace, LowRankAdapter)] = []
    for place in model.adapterPlaces {
      let names = tensorNames(place)
      guard left.remove(names.a) != nil else { continue }
      let (inputs, outputs) = model.blocks(of: place.tower)[place.layer].shape(of: place.site)
      let rank = try configuration.rank(of: place.module)
      func parameter(_ name: String, _ shape: [Int]) throws -> Parameter {
        guard file.shape(name) == shape else {
          throw FineTuningError(
            "\(file.path): '\(name)' is \(file.shape(name).map { "\($0)" } ?? "missing"), expected "
              + "\(shape) by the model and \(configurationFile); is the folder another model's?")
        }
        return Parameter(name, shape: shape, values: try file.floats(name))
      }
      left.remove(names.b)
      let adapter = LowRankAdapter(
        a: try parameter(names.a, [rank, inputs]), b: try parameter(names.b, [outputs, rank]),
        alpha: try configuration.alpha(of: place.module),
        isRankStabilised: configuration.isRankStabilised)
      deltas.append((place, adapter))
    }
    if let extra = left.min() {
      throw FineTuningError(
        "\(file.path): '\(extra)' and \(left.count - 1) more are no low-rank delta of this model; "
          + "is it another model's, or another kind of adapter?")
    }
    model.detachAdapters()
    for (place, adapter) in deltas { model[place] = adapter }
    return deltas.flatMap { [$1.a, $1.b] }
  }

  /// The names of a place's two tensors.
  static func tensorNames(_ place: AdapterPlace) -> (a: String, b: String) {
    let module = "base_model.model.\(place.module)"
    return ("\(module).lora_A.weight", "\(module).lora_B.weight")
  }

  /// The two weights of a delta under their names in files.
  static func tensors(
    _ place: AdapterPlace, _ adapter: LowRankAdapter
  ) -> [(name: String, parameter: Parameter)] {
    let names = tensorNames(place)
    return [(names.a, adapter.a), (names.b, adapter.b)]
  }
}
