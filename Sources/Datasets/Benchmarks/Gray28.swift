/// What the benchmarks of suite `gray28` share: small gray pictures, bright on black.
enum Gray28 {
  static let suite = "gray28"

  /// The classes that stay when some are held out.
  static func kept(of count: Int, heldOut: [Int]) -> [Int] {
    (0..<count).filter { !heldOut.contains($0) }
  }

  /// "fashion", or "fashion-near-246" if those classes are held out.
  static func name(_ base: String, heldOut: [Int]) -> String {
    heldOut.isEmpty ? base : "\(base)-near-\(heldOut.map(String.init).joined())"
  }

  /// Reads several files' sets at the same time.
  ///
  /// - Throws: the error of the first set in the list that has one.
  static func read(_ sets: [@Sendable () throws -> ImageSet]) throws -> [ImageSet] {
    try concurrentMap(sets.count, takingAtOnce: 1) { try sets[$0]() }
  }

  /// A benchmark out of whole train and test sets: held-out classes become the near-OOD set.
  static func benchmark(
    name: String, train: ImageSet, test: ImageSet, heldOut: [Int], far: [ImageSet],
    covariate: [ImageSet] = [], promptTemplates: [String]
  ) throws -> Benchmark {
    let kept = kept(of: train.classNames.count, heldOut: heldOut)
    let (training, validation) = try train.keeping(classes: kept).splitValidation()
    return Benchmark(
      name: name, train: training, validation: validation, test: test.keeping(classes: kept),
      near: heldOut.isEmpty
        ? [] : [test.keeping(classes: heldOut, name: "\(test.name)-held-out")],
      far: far, covariate: covariate, promptTemplates: promptTemplates)
  }
}
