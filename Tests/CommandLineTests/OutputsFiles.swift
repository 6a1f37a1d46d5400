import FileFormats
import Foundation

extension Program {
  /// Writes `rows` as a .npy file of doubles, as `numpy.save` does.
  func writeNPY(_ rows: [[Double]], to name: String) throws {
    let shape = "(\(rows.count), \(rows.first?.count ?? 0))"
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }"
    header += String(repeating: " ", count: 117 - header.count) + "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0]
    bytes += Array(header.utf8)
    for value in rows.joined() {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
    }
    try AtomicFile.write(bytes, to: "\(folder)/\(name)")
  }

  /// Writes matrices, labels and the logarithm of a logit scale as a safetensors file.
  func writeTensors(
    _ tensors: [String: [[Double]]], labels: [Int64]? = nil, scale: Double? = nil, to name: String
  ) throws {
    var writer = SafetensorsWriter()
    for (name, rows) in tensors {
      let shape = [rows.count, rows.first?.count ?? 0]
      writer.add(name, shape: shape, doubles: Array(rows.joined()))
    }
    if let labels { writer.add("labels", shape: [labels.count], integers: labels) }
    if let scale { writer.add("logit_scale", shape: [], doubles: [scale]) }
    try writer.write(to: "\(folder)/\(name)")
  }

  /// The lines of a file that the program wrote.
  func lines(_ name: String) throws -> [String] {
    String(decoding: try FileBytes.read("\(folder)/\(name)"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
