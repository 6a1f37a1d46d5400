extension SettingNode {
  /// The value at a dotted path such as `train.learning_rate` or `detectors.2`, or nil.
  ///
  /// The name of a component also finds it under a preset: `method.coop` below `coop@small`.
  public func value(at path: String) -> SettingNode? {
    var node = self
    for key in path.split(separator: ".") {
      guard let next = node.entry(String(key))?.value ?? node.element(Int(key)) else { return nil }
      node = next
    }
    return node
  }

  /// The entry of a key, else of the key with a preset.
  private func entry(_ key: String) -> SettingEntry? {
    entries?.first { $0.key == key } ?? entries?.first { PresetName.means(key, $0.key) }
  }

  private func element(_ index: Int?) -> SettingNode? {
    guard let index, let elements, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// Puts a value at a dotted path, creating the mappings on the way.
  ///
  /// A component's name on the way gets the value as a setting, and keeps its preset. Another scalar
  /// or a list is replaced: the decoder then says what was expected there.
  public mutating func set(_ value: SettingNode, at path: String, keyPosition: SettingPosition) {
    set(value, at: path.split(separator: ".").map(String.init)[...], keyPosition: keyPosition)
  }

  private mutating func set(
    _ value: SettingNode, at path: ArraySlice<String>, keyPosition: SettingPosition
  ) {
    guard let first = path.first else {
      self = value
      return
    }
    var entries = self.entries ?? []
    let chosen = text.flatMap { PresetName.means(first, $0) ? $0 : nil }
    let key = entry(first)?.key ?? chosen ?? first
    let index = entries.firstIndex { $0.key == key }
    var child = index.map { entries[$0].value } ?? SettingNode(.mapping([]), at: keyPosition)
    child.set(value, at: path.dropFirst(), keyPosition: keyPosition)
    // A new entry, so that a later message names the place of the newest value.
    let entry = SettingEntry(
      key: key, keyPosition: index.map { entries[$0].keyPosition } ?? keyPosition, value: child)
    if let index { entries[index] = entry } else { entries.append(entry) }
    self = SettingNode(.mapping(entries), at: position)
  }

  /// Merges another mapping over this one: mappings merge, scalars and lists replace.
  public func merging(_ other: SettingNode) -> SettingNode {
    guard var entries, let others = other.entries else { return other }
    for entry in others {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        let merged = entries[index].value.merging(entry.value)
        entries[index] = SettingEntry(
          key: entry.key, keyPosition: entry.keyPosition, value: merged)
      } else {
        entries.append(entry)
      }
    }
    return SettingNode(.mapping(entries), at: other.position)
  }

  /// This mapping without the given keys.
  public func removing(_ keys: [String]) -> SettingNode {
    guard let entries else { return self }
    return SettingNode(.mapping(entries.filter { !keys.contains($0.key) }), at: position)
  }
}
