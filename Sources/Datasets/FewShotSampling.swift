import RandomStreams

/// How the k training images a class are chosen that a few-shot method may see.
public enum FewShotSampling: String, Codable, Sendable, CaseIterable {
  /// `FewShotSplit`: fewer shots are among more, and other classes change nothing.
  case nested
  /// The images that the code of CoOp and its successors takes with the same seed.
  ///
  /// `random.seed(seed)`, then `random.sample` of each class in the order in which classes first
  /// appear in the list of training images, then of the validation images, at most four a class, by
  /// the same generator. A class with fewer images gives all of them. Source: KaiyangZhou/Dassl,
  /// `generate_fewshot_dataset`. The images of a list are taken in its order
  /// (`ImageSet.sourceOrder`), as `split_zhou_*.json` has them.
  case coop

  /// The chosen training images.
  ///
  /// - Throws: `DatasetError` if a class has no image or no shot is asked for.
  public func training(_ training: ImageSet, shots: Int, seed: UInt64) throws -> ImageSet {
    // What is wrong with a set is wrong for all kinds of sampling.
    let nested = try FewShotSplit.sample(from: training, shots: shots, seed: seed).images
    guard self == .coop else { return nested }
    var random = PythonRandom(seed: seed)
    return FewShotSampling.coOp(training, shots: shots, random: &random)
  }

  /// The validation images to choose settings on: as many a class as there are shots, at most four.
  ///
  /// - Parameter training: the images that the shots are drawn from.
  /// - Throws: `DatasetError` as `training`.
  public func validation(
    _ validation: ImageSet, after training: ImageSet, shots: Int, seed: UInt64
  ) throws -> ImageSet {
    switch self {
    case .nested:
      return try FewShotSplit.sample(from: validation, shots: min(shots, 4), seed: seed).images
    case .coop:
      var random = PythonRandom(seed: seed)
      _ = FewShotSampling.coOp(training, shots: shots, random: &random)
      return FewShotSampling.coOp(validation, shots: min(shots, 4), random: &random)
    }
  }

  private static func coOp(
    _ images: ImageSet, shots: Int, random: inout PythonRandom
  ) -> ImageSet {
    var classes: [Int] = []
    var members = [[Int]](repeating: [], count: images.classNames.count)
    for index in images.sourceOrder where images.labels[index] >= 0 {
      let label = images.labels[index]
      if members[label].isEmpty { classes.append(label) }
      members[label].append(index)
    }
    let chosen = classes.flatMap { label in
      let own = members[label]
      return own.count < shots
        ? own : random.sample(own.count, choosing: shots).map { own[$0] }
    }
    return images.selecting(chosen, name: "\(images.name)-\(shots)-shot")
  }
}
