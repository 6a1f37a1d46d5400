/// A key made of a text or an index, for paths in messages.
struct SettingKey: CodingKey {
  let stringValue: String
  let intValue: Int?
  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }
  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}

/// The settings of a struct: the user's first, then the defaults.
struct SettingKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: SettingDecoder
  let node: SettingNode?
  var codingPath: [any CodingKey] { decoder.codingPath }

  var allKeys: [Key] {
    let names =
      if let entries = node?.entries {
        entries.map(\.key)
      } else if case .object(let members)? = decoder.fallback {
        members.keys.sorted()
      } else {
        [String]()
      }
    return names.compactMap { Key(stringValue: $0) }
  }

  func contains(_ key: Key) -> Bool {
    let name = spelling(key)
    return node?[name] != nil || decoder.fallback?[name] != nil
  }

  func decodeNil(forKey key: Key) -> Bool {
    let name = spelling(key)
    if let node = node?[name] { return node.isNull }
    return decoder.fallback?[name] == .null
  }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try child(key).value(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { decoder }

  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }

  private func spelling(_ key: Key) -> String {
    let name =
      decoder.keysAreVerbatim ? key.stringValue : SettingSpelling.file(key.stringValue)
    decoder.requested.note(name)
    return name
  }

  private func child(_ key: Key) throws -> SettingDecoder {
    let name = spelling(key)
    let value = node?[name]
    // A dictionary's default is replaced as a whole, so its entries have no defaults.
    let fallback =
      decoder.keysAreVerbatim && node != nil ? nil : decoder.fallback?[name]
    guard value != nil || fallback != nil else {
      guard let node else {
        throw DecodingError.keyNotFound(
          SettingKey(stringValue: name),
          .init(codingPath: codingPath, debugDescription: "missing '\(name)'"))
      }
      decoder.problems.report("missing setting '\(name)'", at: node.position)
      throw AlreadyReported()
    }
    return decoder.with(node: value, fallback: fallback, key: SettingKey(stringValue: name))
  }
}

/// The elements of a list: the user's or the default's, never a mixture.
struct SettingUnkeyedContainer: UnkeyedDecodingContainer {
  let decoder: SettingDecoder
  let nodes: [SettingNode]?
  let values: [JSONValue]
  var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { nodes?.count ?? values.count }
  var isAtEnd: Bool { currentIndex >= (nodes?.count ?? values.count) }

  init(decoder: SettingDecoder, nodes: [SettingNode]?, values: [JSONValue]) {
    self.decoder = decoder
    self.nodes = nodes
    self.values = values
  }

  mutating func decodeNil() throws -> Bool {
    let isNull = nodes.map { $0[currentIndex].isNull } ?? (values[currentIndex] == .null)
    if isNull { currentIndex += 1 }
    return isNull
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().value(type) }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> SettingDecoder {
    let key = SettingKey(intValue: currentIndex)
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, .init(codingPath: codingPath + [key], debugDescription: "the list is too short"))
    }
    defer { currentIndex += 1 }
    return decoder.with(
      node: nodes?[currentIndex], fallback: nodes == nil ? values[currentIndex] : nil, key: key)
  }
}

/// One scalar, with the user's mistake reported and the default in its place.
struct SettingScalarContainer: SingleValueDecodingContainer {
  let decoder: SettingDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool {
    decoder.node?.isNull ?? (decoder.fallback == nil || decoder.fallback == .null)
  }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.value(type) }

  func decode(_ type: Bool.Type) throws -> Bool {
    try read(ScalarReading.bool, placeholder: false, "a Boolean") { value in
      guard case .bool(let value) = value else { return nil }
      return value
    }
  }

  func decode(_ type: String.Type) throws -> String {
    try read(ScalarReading.string, placeholder: "", "a text", \.string)
  }

  func decode(_ type: Double.Type) throws -> Double {
    try read(ScalarReading.number, placeholder: 0, "a number", \.double)
  }

  func decode(_ type: Float.Type) throws -> Float {
    let value = try decode(Double.self)
    if let node = decoder.node, !Float(value).isFinite {
      decoder.problems.report("the number \(value) is too large", at: node.position)
      return 0
    }
    return Float(value)
  }

  func decode(_ type: Int.Type) throws -> Int { try integer() }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
  func decode(_ type: UInt.Type) throws -> UInt { try integer() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }

  private func integer<I: FixedWidthInteger>() throws -> I {
    let value = try read(ScalarReading.integer, placeholder: 0, "an integer") { value -> Int? in
      switch value {
      case .integer(let value): return value
      // Canonical JSON writes 1e21 and the like without a fraction.
      case .number(let value): return Int(exactly: value)
      default: return nil
      }
    }
    if let fitting = I(exactly: value) { return fitting }
    guard let node = decoder.node else { throw decoder.mismatch("an integer from \(I.min)") }
    let range = I.min == 0 && value < 0 ? "at least 0" : "from \(I.min) to \(I.max)"
    decoder.problems.report("expected an integer \(range), found '\(value)'", at: node.position)
    return 0
  }

  private func read<V>(
    _ read: (SettingNode) throws(ScalarReading.Fault) -> V, placeholder: V, _ expected: String,
    _ stored: (JSONValue) -> V?
  ) throws -> V {
    guard let node = decoder.node else {
      guard let value = decoder.fallback.flatMap(stored) else { throw decoder.mismatch(expected) }
      return value
    }
    do {
      return try read(node)
    } catch {
      decoder.report(error, at: node)
      return decoder.fallback.flatMap(stored) ?? placeholder
    }
  }
}
