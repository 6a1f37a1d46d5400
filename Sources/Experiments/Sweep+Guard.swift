import Configuration
import Results

extension Sweep<UnitSettings> {
  /// The units as a guard finds their records: by their settings alone.
  public func guardUnits() throws -> [GuardUnit] {
    try units.map { unit in
      GuardUnit(
        cell: cellName(unit), seed: String(unit.settings.seed),
        config: try unit.settings.deciding())
    }
  }

  /// The cell without the seed: words alone, numbers with their dimension, as `digits coop shots=4`.
  private func cellName(_ unit: Unit) -> String {
    let parts = unit.cell.values.compactMap { value -> String? in
      guard value.dimension != "seed", let text = unit.cell[value.dimension] else { return nil }
      let key = value.dimension.split(separator: ".").last.map(String.init) ?? value.dimension
      return ["id", "method", "model"].contains(value.dimension) ? text : "\(key)=\(text)"
    }
    return parts.isEmpty ? unit.settings.id : parts.joined(separator: " ")
  }
}
