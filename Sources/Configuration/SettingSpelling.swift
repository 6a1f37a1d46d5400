/// The two spellings of a setting: `learningRate` in Swift, `learning_rate` in files.
enum SettingSpelling {
  /// The spelling for files of a Swift property.
  static func file(_ property: String) -> String {
    let characters = Array(property)
    var text = ""
    for (index, character) in characters.enumerated() {
      if character.isUppercase, index > 0 {
        let afterLower = !characters[index - 1].isUppercase && characters[index - 1] != "_"
        let beforeLower = index + 1 < characters.count && characters[index + 1].isLowercase
        if afterLower || (beforeLower && characters[index - 1] != "_") { text += "_" }
      }
      text += character.lowercased()
    }
    return text
  }
}
