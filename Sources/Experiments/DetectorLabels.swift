import Configuration
import Detectors

/// The names of detectors in tables; one that is there twice with its settings, as
/// `energy:temperature=2`.
public func detectorLabels(_ detectors: [any Detector]) throws -> [String] {
  let names = detectors.map { type(of: $0).name }
  return try zip(detectors, names).map { detector, name in
    guard names.count(where: { $0 == name }) > 1,
      case .object(let settings) = try settings(of: detector), !settings.isEmpty
    else { return name }
    let list = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.canonicalText)" }
    return "\(name):\(list.joined(separator: ","))"
  }
}
