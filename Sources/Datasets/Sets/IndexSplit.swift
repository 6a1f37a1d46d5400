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
  ///
  /// Images of that tenth that equal a remaining one byte for byte are left out: settings chosen by
  /// images that training has seen would be too good.
  ///
  /// - Throws: `FormatError` if an image cannot be read.
  func splitValidation() throws -> (train: ImageSet, validation: ImageSet) {
    var (train, validation): ([Int], [Int]) = ([], [])
    for indices in indicesByClass {
      let border = indices.count - indices.count / 10
      train += indices[..<border]
      validation += indices[border...]
    }
    let wanted = Dictionary(
      grouping: try validation.map { (index: $0, bytes: try identifyingBytes(at: $0)) },
      by: { ImageSet.sample(of: $0.bytes) })
    var repeated: Set<Int> = []
    for index in train {
      let bytes = try identifyingBytes(at: index)
      for held in wanted[ImageSet.sample(of: bytes)] ?? [] where held.bytes == bytes {
        repeated.insert(held.index)
      }
    }
    validation.removeAll { repeated.contains($0) }
    let base = name.hasSuffix("-train") ? String(name.dropLast(6)) : name
    return (selecting(train.sorted()), selecting(validation.sorted(), name: "\(base)-validation"))
  }

  /// A number that equal bytes share, of every seventh byte: hashing all of them takes longer than
  /// comparing the few that agree in it.
  private static func sample(of bytes: [UInt8]) -> UInt64 {
    var sample = UInt64(bytes.count)
    for index in stride(from: 0, to: bytes.count, by: 7) {
      sample = (sample ^ UInt64(bytes[index])) &* 0x100_0000_01b3
    }
    return sample
  }

  /// Bytes that are equal for images of equal bytes: these, or their digest where that is known.
  private func identifyingBytes(at index: Int) throws -> [UInt8] {
    try storage.digest(at: positions[index]).map { [UInt8]($0.utf8) }
      ?? storage.bytes(at: positions[index])
  }
}
