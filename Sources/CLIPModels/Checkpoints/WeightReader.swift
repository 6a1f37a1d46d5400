import FileFormats
import Tensors

/// Makes a model's weights of what a checkpoint stores, without a second copy of any.
///
/// A large F32 weight that is stored as we use it lies in the file's memory; it has to be aligned to 4
/// bytes only, as the kernels and OpenBLAS ask for no more. All others have memory of their own, which
/// `fill` reads into: stacks of q, k and v tensors, transposes, 16-bit weights, and small ones, where a
/// mapping would cost more than a copy.
struct WeightReader {
  /// Weights of at least this many elements are worth a mapping of their own.
  private static let smallestMapping = 1 << 14

  private typealias Place = (file: SafetensorsFile, name: String)

  private struct Pending {
    let parameter: Parameter
    let places: [Place]
    let isTransposed: Bool
  }

  private let files: WeightFiles
  private let vocabulary: WeightNames
  private var pending: [Pending] = []
  /// The names of all tensors that were asked for.
  private(set) var used: Set<String> = []

  init(_ files: WeightFiles, _ vocabulary: WeightNames) {
    self.files = files
    self.vocabulary = vocabulary
  }

  /// A weight of ours, which may lack its values until `fill`; throws if it is not there as expected.
  mutating func parameter(_ name: String, shape: [Int]) throws -> Parameter {
    let form = vocabulary.form(of: name)
    used.formUnion(form.names)
    let places: [Place]
    switch form {
    case .same(let stored):
      let place = try files.place(stored, shape: shape)
      if let mapped = try WeightReader.mapped(name, shape, place) { return mapped }
      places = [place]
    case .transposed(let stored):
      places = [try files.place(stored, shape: [shape[1], shape[0]])]
    case .stacked(let names):
      let part = [shape[0] / names.count] + shape.dropFirst()
      places = try names.map { try files.place($0, shape: part) }
    }
    var isTransposed = false
    if case .transposed = form { isTransposed = true }
    let parameter = Parameter(name, shape: shape)
    pending.append(Pending(parameter: parameter, places: places, isTransposed: isTransposed))
    return parameter
  }

  /// Reads what is not mapped, large weights first so that no worker waits for the last one.
  func fill(on workers: Workers) throws {
    let order = pending.sorted { $0.parameter.count > $1.parameter.count }
    _ = try workers.tryMap(order.count) { try WeightReader.fill(order[$0]) }
  }

  private static func mapped(_ name: String, _ shape: [Int], _ place: Place) throws -> Parameter? {
    guard place.file.dtype(place.name) == "F32", shape.reduce(1, *) >= smallestMapping else {
      return nil
    }
    let region = try place.file.region(place.name)
    return Parameter(
      name, shape: shape, mapping: region.descriptor, at: region.offset,
      fileLength: region.fileLength)
  }

  private static func fill(_ pending: Pending) throws {
    let parameter = pending.parameter
    if pending.isTransposed, let place = pending.places.first {
      let stored = try place.file.floats(place.name)
      parameter.values = transpose(stored, rows: parameter.columns, columns: parameter.rows)
      return
    }
    try parameter.fill { values in
      let part = parameter.count / pending.places.count
      for (index, place) in pending.places.enumerated() {
        try place.file.read(place.name, into: &values, at: index * part)
      }
    }
  }
}
