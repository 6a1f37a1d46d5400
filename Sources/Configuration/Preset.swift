/// Settings of a component under a name of their own, beside its defaults: `coop@small`.
///
/// A preset is where settings start from; what a file says of single ones goes over it. Two ways to
/// the same values are the same to a record: the name is a label, the values are the identity.
public struct Preset: Sendable {
  /// The name, which files write behind an `@`.
  public let name: String
  /// Why these settings and not the defaults, in a few words.
  public let reason: String
  /// The component with the settings.
  public let value: any Configurable

  /// Names settings.
  public init(_ name: String, _ reason: String, _ value: any Configurable) {
    self.name = name
    self.reason = reason
    self.value = value
  }
}

/// Settings of a component under a name that stands for the component as well: `rarl`, `rarl@small`.
///
/// What such a name means is its values; records are the same as with the component's own name.
public struct NamedPreset: Sendable {
  /// The name, as files write it.
  public let name: String
  /// Where the settings come from, in a few words or as a source.
  public let reason: String
  /// The component with the settings.
  public let value: any Configurable

  /// Names settings.
  public init(_ name: String, _ reason: String, _ value: any Configurable) {
    self.name = name
    self.reason = reason
    self.value = value
  }
}

/// A component's name in files, with the preset's where there is one: `coop`, `coop@small`.
struct PresetName: Equatable {
  let component: String
  let preset: String?

  init(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    component = String(parts.first ?? "")
    preset = parts.count > 1 ? String(parts[1]) : nil
  }

  /// Whether a key of a path means what a text names: `coop` means `coop` and `coop@small`.
  static func means(_ key: String, _ text: String) -> Bool {
    text == key || PresetName(text).component == key
  }
}
