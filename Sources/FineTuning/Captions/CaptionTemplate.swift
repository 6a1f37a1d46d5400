/// A rule that makes captions out of annotations: "a {label}[, {style} style]".
///
/// `{slot}` stands for an annotation, which must be known; what stands between brackets is left out
/// where one of its slots is not known. There is nothing else: every word of a caption is the
/// template's or an annotation's.
public struct CaptionTemplate: Sendable, Equatable {
  /// A literal, or a place for an annotation.
  enum Piece: Sendable, Equatable {
    case literal(String)
    case slot(String)
  }

  /// Pieces that stand or fall together.
  struct Part: Sendable, Equatable {
    var pieces: [Piece] = []
    var isOptional = false

    var slots: [String] {
      pieces.compactMap { if case .slot(let name) = $0 { name } else { nil } }
    }
  }

  /// The slot of the class.
  public static let label = "label"

  /// The template as it was written.
  public let text: String
  let parts: [Part]

  /// Reads a template.
  ///
  /// - Throws: `FineTuningError` for a brace or bracket without its other one, and for empty slots.
  public init(_ text: String) throws {
    self.text = text
    var parts = [Part()]
    var literal = ""
    var slot: String?
    func fault(_ message: String) -> FineTuningError {
      FineTuningError("caption template '\(text)' \(message)")
    }
    func endLiteral() {
      if !literal.isEmpty { parts[parts.count - 1].pieces.append(.literal(literal)) }
      literal = ""
    }
    for character in text {
      if let name = slot, character != "}" {
        guard !"{[]".contains(character) else { throw fault("has '\(character)' in a slot") }
        slot = name + String(character)
        continue
      }
      switch character {
      case "{":
        endLiteral()
        slot = ""
      case "}":
        guard let name = slot, !name.isEmpty else { throw fault("has a '}' without a slot") }
        parts[parts.count - 1].pieces.append(.slot(name))
        slot = nil
      case "[", "]":
        endLiteral()
        let opens = character == "["
        guard parts[parts.count - 1].isOptional != opens else {
          throw fault(opens ? "has a '[' within brackets" : "has a ']' without '['")
        }
        parts.append(Part(isOptional: opens))
      default: literal.append(character)
      }
    }
    guard slot == nil else { throw fault("has a '{' without '}'") }
    endLiteral()
    guard parts.last?.isOptional == false else { throw fault("has a '[' without ']'") }
    self.parts = parts.filter { !$0.pieces.isEmpty }
  }

  /// The slots, each once, in their order.
  public var slots: [String] {
    var slots: [String] = []
    for slot in parts.flatMap(\.slots) where !slots.contains(slot) { slots.append(slot) }
    return slots
  }

  /// Whether a caption can be made of the label alone.
  var needsLabelOnly: Bool {
    parts.allSatisfy { $0.isOptional || $0.slots.allSatisfy { $0 == CaptionTemplate.label } }
  }

  /// The text and the slots that were filled, in their order; nil if a slot that must be known is not.
  ///
  /// - Parameter value: the annotation of a slot; "" = not known.
  func filled(_ value: (String) -> String) -> (text: String, slots: [String])? {
    var text = ""
    var slots: [String] = []
    for part in parts {
      if part.slots.contains(where: { value($0).isEmpty }) {
        if part.isOptional { continue }
        return nil
      }
      for piece in part.pieces {
        switch piece {
        case .literal(let literal): text += literal
        case .slot(let slot):
          text += value(slot)
          slots.append(slot)
        }
      }
    }
    return (text, slots)
  }
}
