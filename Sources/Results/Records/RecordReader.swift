import Configuration

/// Reads the members of a JSON object and says where one is missing or of another kind.
///
/// Written out because a general decoder takes ten times as long, and there are many records.
struct RecordReader {
  private let json: JSONValue
  private let path: String

  init(_ json: JSONValue, path: String = "") {
    self.json = json
    self.path = path
  }

  func value(_ key: String) throws(ResultsError) -> JSONValue {
    guard let value = json[key] else {
      throw ResultsError("'\(path)\(key)' is missing")
    }
    return value
  }

  func optional(_ key: String) -> RecordReader? {
    json[key].map { RecordReader($0, path: "\(path)\(key).") }
  }

  func string(_ key: String) throws(ResultsError) -> String {
    let value = try value(key)
    guard case .string(let text) = value else { throw mismatch(key, "a text", value) }
    return text
  }

  func integer(_ key: String) throws(ResultsError) -> Int {
    let value = try value(key)
    guard case .integer(let number) = value else { throw mismatch(key, "an integer", value) }
    return number
  }

  func double(_ key: String) throws(ResultsError) -> Double {
    let value = try value(key)
    guard let number = value.double else { throw mismatch(key, "a number", value) }
    return number
  }

  /// A number that older records do not have.
  func optionalInteger(_ key: String) throws(ResultsError) -> Int? {
    json[key] == nil ? nil : try integer(key)
  }

  /// A number that older records do not have.
  func optionalDouble(_ key: String) throws(ResultsError) -> Double? {
    json[key] == nil ? nil : try double(key)
  }

  func doubles(_ key: String) throws(ResultsError) -> [Double] {
    let value = try value(key)
    guard case .array(let elements) = value else { throw mismatch(key, "an array", value) }
    var numbers: [Double] = []
    for (index, element) in elements.enumerated() {
      guard let number = element.double else {
        throw mismatch("\(key).\(index)", "a number", element)
      }
      numbers.append(number)
    }
    return numbers
  }

  func elements(_ key: String) throws(ResultsError) -> [RecordReader] {
    let value = try value(key)
    guard case .array(let elements) = value else { throw mismatch(key, "an array", value) }
    return elements.enumerated().map { RecordReader($1, path: "\(path)\(key).\($0).") }
  }

  /// The elements of a list that older records do not have.
  func optionalElements(_ key: String) throws(ResultsError) -> [RecordReader] {
    json[key] == nil ? [] : try elements(key)
  }

  /// The names of the members, sorted.
  var keys: [String] {
    guard case .object(let members) = json else { return [] }
    return members.keys.sorted()
  }

  func integers(_ key: String) throws(ResultsError) -> [Int] {
    let value = try value(key)
    guard case .array(let elements) = value else { throw mismatch(key, "an array", value) }
    var integers: [Int] = []
    for (index, element) in elements.enumerated() {
      guard case .integer(let number) = element else {
        throw mismatch("\(key).\(index)", "an integer", element)
      }
      integers.append(number)
    }
    return integers
  }

  func texts(_ key: String) throws(ResultsError) -> [String] {
    let value = try value(key)
    guard case .array(let elements) = value else { throw mismatch(key, "an array", value) }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard case .string(let text) = element else {
        throw mismatch("\(key).\(index)", "a text", element)
      }
      texts.append(text)
    }
    return texts
  }

  /// A list of lists of numbers, nil where the file has null.
  func rows(_ key: String) throws(ResultsError) -> [[Double?]] {
    let value = try value(key)
    guard case .array(let lists) = value else { throw mismatch(key, "an array", value) }
    var rows: [[Double?]] = []
    for (index, list) in lists.enumerated() {
      guard case .array(let elements) = list else {
        throw mismatch("\(key).\(index)", "an array", list)
      }
      var row: [Double?] = []
      for element in elements {
        guard element == .null || element.double != nil else {
          throw mismatch("\(key).\(index)", "numbers or null", element)
        }
        row.append(element.double)
      }
      rows.append(row)
    }
    return rows
  }

  func numbers(_ key: String) throws(ResultsError) -> [String: Double] {
    try dictionary(key, "a number") { $0.double }
  }

  func strings(_ key: String) throws(ResultsError) -> [String: String] {
    try dictionary(key, "a text") { $0.string }
  }

  func integers(_ key: String) throws(ResultsError) -> [String: Int] {
    try dictionary(key, "an integer") { value in
      guard case .integer(let number) = value else { return nil }
      return number
    }
  }

  func fault(_ key: String, _ message: String) -> ResultsError {
    ResultsError("'\(path)\(key)': \(message)")
  }

  private func dictionary<Value>(
    _ key: String, _ kind: String, _ read: (JSONValue) -> Value?
  ) throws(ResultsError) -> [String: Value] {
    let object = try value(key)
    guard case .object(let members) = object else { throw mismatch(key, "an object", object) }
    var result: [String: Value] = [:]
    for (name, member) in members {
      guard let value = read(member) else { throw mismatch("\(key).\(name)", kind, member) }
      result[name] = value
    }
    return result
  }

  private func mismatch(_ key: String, _ expected: String, _ found: JSONValue) -> ResultsError {
    let text = String(found.canonicalText.prefix(40))
    return fault(key, "expected \(expected), found \(text)")
  }
}

extension JSONValue {
  static func numbers(_ values: [String: Double]) -> JSONValue {
    .object(values.mapValues { .number($0) })
  }

  static func strings(_ values: [String: String]) -> JSONValue {
    .object(values.mapValues { .string($0) })
  }

  /// The dotted path of the first number that JSON cannot hold, or nil.
  func firstNotFinite(at path: String) -> String? {
    switch self {
    case .number(let value): return value.isFinite ? nil : path
    case .array(let values):
      for (index, value) in values.enumerated() {
        if let found = value.firstNotFinite(at: "\(path).\(index)") { return found }
      }
      return nil
    case .object(let members):
      for (name, value) in members {
        if let found = value.firstNotFinite(at: "\(path).\(name)") { return found }
      }
      return nil
    default: return nil
    }
  }
}
