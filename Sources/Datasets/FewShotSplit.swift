import RandomStreams

/// The k training images a class that a few-shot method may see.
///
/// The images of a class are put into an order that depends on the seed and the class's name alone,
/// and the first k are taken. So the k-shot images are among the 2k-shot images, and holding out
/// other classes changes nothing. They are disjoint from test because they come from the training
/// set only. A class with fewer than k images gives all of them, as in CoOp (Dassl's
/// `generate_fewshot_dataset`), and is named in `shortClasses`.
public struct FewShotSplit: Sendable {
  /// Images a class.
  public let shots: Int
  /// The seed that chose them.
  public let seed: UInt64
  /// Indices into the training set: class by class, each in the order drawn.
  public let indices: [Int]
  /// The chosen images.
  public let images: ImageSet
  /// The classes that have fewer images than `shots`.
  public let shortClasses: [String]

  /// Chooses `shots` images of each class.
  ///
  /// - Throws: `DatasetError` if a class has no image or no shot is asked for.
  public static func sample(from training: ImageSet, shots: Int, seed: UInt64) throws
    -> FewShotSplit
  {
    guard shots > 0 else {
      throw DatasetError(training.name, "\(shots) shots asked for, expected 1 or more")
    }
    var chosen: [Int] = []
    var shortClasses: [String] = []
    for (label, indices) in training.indicesByClass.enumerated() {
      let className = training.classNames[label]
      guard !indices.isEmpty else {
        throw DatasetError(
          training.name, "class '\(className)' has no training image; leave the class out")
      }
      if indices.count < shots { shortClasses.append(className) }
      var random = RandomSource(seed: seed, purpose: "few-shot \(className)")
      let order = random.permutation(of: indices.count)
      chosen += order.prefix(shots).map { indices[$0] }
    }
    return FewShotSplit(
      shots: shots, seed: seed, indices: chosen,
      images: training.selecting(chosen, name: "\(training.name)-\(shots)-shot"),
      shortClasses: shortClasses)
  }
}
