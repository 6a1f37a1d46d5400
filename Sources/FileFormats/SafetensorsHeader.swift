/// The checked table of contents of a safetensors file.
///
/// Layout: the header's length as a little-endian 64-bit number, the header in JSON, the data. Every
/// rule of the reference implementation is checked, so later reads need no checks: types known,
/// shape times size = length, and the tensors fill the data exactly, without holes or overlap.
/// Source: huggingface/safetensors, README.md "Format" and safetensors/src/tensor.rs.
struct SafetensorsHeader {
  struct Entry {
    var type: NumberType
    var shape: [Int]
    /// Position in the file, in bytes.
    var start: Int
    var end: Int
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var metadata: [String: String] = [:]

  /// The longest header that the reference implementation accepts.
  static let maximumLength = 100_000_000

  init(of file: OpenFile) throws {
    let path = file.path
    guard file.count >= 8 else {
      throw FormatError(
        path: path, message: "has \(file.count) bytes, too few for a safetensors file; is it cut?")
    }
    let stated = UInt64(littleEndian: try file.elements(UInt64.self, count: 1, at: 0)[0])
    guard stated <= UInt64(min(file.count - 8, Self.maximumLength)) else {
      throw FormatError(
        path: path,
        message: "states a header of \(stated) bytes but has \(file.count - 8) after that; "
          + "is it cut off, or no safetensors file?")
    }
    let length = Int(stated)
    let text = try file.elements(UInt8.self, count: length, at: 8)
    guard text.first == UInt8(ascii: "{") else {
      throw FormatError(path: path, message: "is no safetensors file: no '{' at byte 8")
    }
    guard case .object(let members) = try JSONValue(parsing: text, name: path) else {
      throw FormatError(path: path, message: "has a header that is no JSON object")
    }
    for member in members {
      if member.key == "__metadata__" {
        metadata = try Self.metadata(member.value, path: path)
      } else {
        entries[member.key] = try Self.entry(
          member.value, name: member.key, path: path, dataStart: 8 + length)
      }
    }
    try checkLayout(path: path, dataStart: 8 + length, fileEnd: file.count)
  }

  private static func metadata(_ value: JSONValue, path: String) throws -> [String: String] {
    guard case .object(let members) = value else {
      throw FormatError(path: path, message: "has __metadata__ that is no JSON object")
    }
    var metadata: [String: String] = [:]
    for member in members {
      guard case .string(let text) = member.value else {
        throw FormatError(path: path, message: "has __metadata__ '\(member.key)' that is no string")
      }
      metadata[member.key] = text
    }
    return metadata
  }

  private static func entry(
    _ value: JSONValue, name: String, path: String, dataStart: Int
  ) throws -> Entry {
    func fault(_ reason: String) -> FormatError {
      FormatError(path: path, message: "tensor '\(name)' \(reason)")
    }
    guard case .object(let members) = value, members.count == 3,
      case .string(let typeName)? = members.first(where: { $0.key == "dtype" })?.value,
      let shape = sizes(members.first { $0.key == "shape" }?.value),
      let offsets = sizes(members.first { $0.key == "data_offsets" }?.value), offsets.count == 2
    else { throw fault("is not described by exactly dtype, shape and data_offsets") }
    guard let type = NumberType(rawValue: typeName) else {
      let known = NumberType.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("has dtype '\(typeName)'; known: \(known)")
    }
    guard let byteCount = product(of: shape + [type.byteCount]) else {
      throw fault("has an impossible shape \(shape)")
    }
    guard offsets[0] <= offsets[1], offsets[1] - offsets[0] == byteCount,
      offsets[1] < Int.max - dataStart
    else {
      throw fault(
        "has data_offsets \(offsets), expected \(byteCount) bytes for \(typeName) of shape \(shape)"
      )
    }
    return Entry(
      type: type, shape: shape, start: dataStart + offsets[0], end: dataStart + offsets[1])
  }

  /// The tensors must lie one after the other from the header's end to the file's end.
  private func checkLayout(path: String, dataStart: Int, fileEnd: Int) throws {
    var position = dataStart
    let order = entries.sorted {
      ($0.value.start, $0.value.end, $0.key) < ($1.value.start, $1.value.end, $1.key)
    }
    for (name, entry) in order {
      guard entry.start == position else {
        throw FormatError(
          path: path,
          message: "tensor '\(name)' starts at data byte \(entry.start - dataStart), expected "
            + "\(position - dataStart): tensors overlap or leave a hole")
      }
      position = entry.end
    }
    guard position == fileEnd else {
      throw FormatError(
        path: path,
        message: "has \(fileEnd - dataStart) bytes of data, expected \(position - dataStart); "
          + "is the file cut off?")
    }
  }

  /// An array of whole numbers of at least 0.
  private static func sizes(_ value: JSONValue?) -> [Int]? {
    guard case .array(let elements)? = value else { return nil }
    var sizes: [Int] = []
    for element in elements {
      guard case .integer(let size) = element, size >= 0 else { return nil }
      sizes.append(size)
    }
    return sizes
  }

  private static func product(of factors: [Int]) -> Int? {
    var product = 1
    for factor in factors {
      let (result, overflow) = product.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      product = result
    }
    return product
  }
}
