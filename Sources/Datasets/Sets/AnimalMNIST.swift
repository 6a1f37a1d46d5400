/// Animal-MNIST: 10,000 white animal silhouettes, 28 x 28, ten classes.
///
/// The files are gzip-compressed NumPy pickles. Their arrays start at fixed offsets, so no pickle,
/// which could run code, is interpreted; the SHA-256 makes the offsets safe.
/// Source: PyPI package `animal-mnist` 0.4, MIT.
public enum AnimalMNIST {
  /// The classes in the order of their labels.
  public static let classNames = [
    "bear", "bird", "cat", "cow", "dog", "elephant", "giraffe", "horse", "sheep", "zebra",
  ]

  static let imageFile = file(
    "animal_data_version_3.gz", "0a13908291891bf5b97b18427cf0eceedcb720959826cc85f7e06dc89e5eaf77")
  static let labelFile = file(
    "animal_label_version_3.gz", "3d826227c39b7dba09abb8273cf07928443fec2c56b6396b4872741b7b332f93")

  /// The split by index: 8,000 images for training, those of the rest that differ from all of them.
  public static func split(in folder: DataFolder) throws -> (train: ImageSet, test: ImageSet) {
    try folder.once("animal-mnist") {
      try images(folder.contents(of: imageFile), folder.contents(of: labelFile), count: 10_000)
        .splitByIndex()
    }
  }

  /// All images from the contents of the two files.
  static func images(_ images: [UInt8], _ labels: [UInt8], count: Int) throws -> ImageSet {
    let (imageStart, labelStart, size) = (150, 146, 28 * 28)
    guard images.count >= imageStart + count * size, labels.count >= labelStart + count * 8 else {
      throw DatasetError(
        "animal-mnist",
        "has \(images.count) and \(labels.count) bytes, too few for \(count) images; run: "
          + "scripts/fetch-data gray28")
    }
    // Labels are 64-bit little-endian numbers below 10: their first byte is their value.
    let values = (0..<count).map { Int(labels[labelStart + 8 * $0]) }
    guard values.allSatisfy({ $0 < classNames.count }) else {
      throw DatasetError("animal-mnist", "has a label above 9")
    }
    return ImageSet(
      name: "animal-mnist", classNames: classNames, labels: values,
      sampleIDs: (0..<count).map(String.init), width: 28, height: 28,
      samples: [UInt8](images[imageStart..<imageStart + count * size])
    ).adding(constants: ["modality": "silhouette", "source": "animal-mnist", "license": "MIT"])
  }

  private static func file(_ name: String, _ sha256: String) -> DataFile {
    DataFile(
      path: "whl/animal_mnist-0.4-py3-none-any/animal_mnist/data/Animal_MNIST/\(name)",
      sha256: sha256, suite: "gray28")
  }
}
