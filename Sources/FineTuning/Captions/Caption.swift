/// A text about an image, with where each of its words comes from.
public struct Caption: Sendable, Equatable {
  /// An annotation in a caption.
  public struct Annotation: Sendable, Equatable {
    /// The template's slot.
    public let slot: String
    /// The column of metadata that filled it; `label` for the class.
    public let column: String
    /// The value, letter by letter.
    public let value: String
  }

  /// The text.
  public let text: String
  /// The number of its template, from 0 in the order of the configuration.
  public let template: Int
  /// The annotations, in the order of the text; all other letters are the template's.
  public let annotations: [Annotation]
}
