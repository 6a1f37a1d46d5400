/// The name of a special token inside a text.
struct Marker: Sendable {
  let scalars: [Unicode.Scalar]
  let id: Int

  init(_ name: String, _ id: Int) {
    scalars = Array(name.unicodeScalars)
    self.id = id
  }

  /// Whether a text begins with the name.
  func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    !scalars.isEmpty && text.starts(with: scalars)
  }

  /// Cuts a text at special tokens: pieces with `marker` are one, the others lie between them.
  static func split(_ text: String, at markers: [Marker]) -> [(text: String, marker: Int?)] {
    let scalars = Array(text.unicodeScalars)
    let firsts = Set(markers.compactMap(\.scalars.first))
    var pieces: [(text: String, marker: Int?)] = []
    var start = 0
    var index = 0
    func finish() {
      if start < index {
        pieces.append((String(String.UnicodeScalarView(scalars[start..<index])), nil))
      }
    }
    while index < scalars.count {
      if firsts.contains(scalars[index]),
        let marker = markers.first(where: { $0.begins(scalars[index...]) })
      {
        finish()
        pieces.append(("", marker.id))
        index += marker.scalars.count
        start = index
      } else {
        index += 1
      }
    }
    finish()
    return pieces
  }
}
