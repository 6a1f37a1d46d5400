import FileFormats
import FoundationEssentials

/// The tensors of a checkpoint, in one safetensors file or several.
struct WeightFiles {
  let description: String
  private let files: [SafetensorsFile]
  private let place: [String: (file: Int, storedName: String)]

  /// Opens the safetensors file or the index of a model folder.
  init(folder: String) throws {
    for name in ["model.safetensors", "open_clip_model.safetensors"] {
      let path = "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: path) {
        try self.init(paths: [path])
        return
      }
    }
    let index = "\(folder)/model.safetensors.index.json"
    if FileManager.default.fileExists(atPath: index) {
      struct Index: Decodable { let weight_map: [String: String] }
      let decoded: Index
      do {
        decoded = try JSONDecoder().decode(Index.self, from: Data(FileBytes.read(index)))
      } catch let error as DecodingError {
        throw ModelError("\(index): not an index of shards with a 'weight_map': \(error)")
      }
      let shards = Set(decoded.weight_map.values).sorted()
      for shard in shards where shard.contains("/") || shard.hasPrefix(".") {
        throw ModelError("\(index): shard '\(shard)' lies outside the model folder")
      }
      try self.init(paths: shards.map { "\(folder)/\($0)" })
      return
    }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if let pickle = entries.sorted().first(where: { $0.hasSuffix(".bin") || $0.hasSuffix(".pt") }) {
      throw ModelError(
        """
        \(folder)/\(pickle): pickle files can run code and are refused; convert it once where you \
        trust it: python -c "import torch, safetensors.torch as s; \
        s.save_file(torch.load('\(pickle)', weights_only=True), 'model.safetensors')"
        """)
    }
    throw ModelError(
      "\(folder): no model.safetensors, open_clip_model.safetensors or model.safetensors.index.json"
    )
  }

  private init(paths: [String]) throws {
    files = try paths.map { try SafetensorsFile($0) }
    description = paths.joined(separator: ", ")
    var place: [String: (file: Int, storedName: String)] = [:]
    for (index, file) in files.enumerated() {
      for name in file.names {
        // DistributedDataParallel saves everything under "module.".
        let plain = name.hasPrefix("module.") ? String(name.dropFirst(7)) : name
        guard place[plain] == nil else {
          throw ModelError("\(file.path): tensor '\(plain)' is stored twice")
        }
        place[plain] = (index, name)
      }
    }
    self.place = place
  }

  var names: Set<String> { Set(place.keys) }

  /// Where a tensor of floats lies, whose shape must be the expected one.
  func place(_ name: String, shape: [Int]) throws -> (file: SafetensorsFile, name: String) {
    guard let (index, stored) = place[name] else {
      throw ModelError(
        "\(description): tensor '\(name)' is missing; was the file cut or made for another model?")
    }
    let file = files[index]
    let found = file.shape(stored) ?? []
    // A scalar is stored as [] or [1].
    guard found == shape || (shape.isEmpty && found == [1]) else {
      throw ModelError(
        "\(file.path): tensor '\(name)' has shape \(found), the configuration asks for \(shape)")
    }
    try file.checkIsFloat(stored)
    return (file, stored)
  }
}
