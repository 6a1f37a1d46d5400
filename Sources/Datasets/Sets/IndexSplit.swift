import FileFormats

extension ImageSet {
  /// The split of sets that come without an official one: of each class the first 80 % by index are
  /// for training, the rest for testing.
  ///
  /// Test images equal to a training image byte for byte are left out. `scripts/captions/gray.py`
  /// has the same rule, so that the shipped model has seen no test image.
  func splitByIndex() throws -> (train: ImageSet, test: ImageSet) {
    var (train, test): ([Int], [Int]) = ([], [])
    for indices in indicesByClass {
      let border = indices.count * 4 / 5
      train += indices[..<border]
      test += indices[border...]
    }
    train.sort()
    test.sort()
    let seen = Set(try train.map { try image(at: $0).samples })
    test = try test.filter { try !seen.contains(image(at: $0).samples) }
    return (selecting(train, name: "\(name)-train"), selecting(test, name: "\(name)-test"))
  }

  /// Parts the last tenth of each class off, for choosing settings.
  func splitValidation() -> (train: ImageSet, validation: ImageSet) {
    var (train, validation): ([Int], [Int]) = ([], [])
    for indices in indicesByClass {
      let border = indices.count - indices.count / 10
      train += indices[..<border]
      validation += indices[border...]
    }
    let base = name.hasSuffix("-train") ? String(name.dropLast(6)) : name
    return (selecting(train.sorted()), selecting(validation.sorted(), name: "\(base)-validation"))
  }
}
