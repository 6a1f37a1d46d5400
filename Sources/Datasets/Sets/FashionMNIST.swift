import FileFormats

/// Fashion-MNIST: 70,000 gray photos of clothes, 28 x 28, white on black, official split.
///
/// Source: Xiao, Rasul, Vollgraf, arXiv 1708.07747; Debian package `dataset-fashion-mnist`, MIT.
public enum FashionMNIST {
  /// The official classes; class 0 is "T-shirt/top" there, which is no word a text encoder knows.
  public static let classNames = [
    "t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag",
    "ankle boot",
  ]

  static let trainImages = file(
    "train-images-idx3", "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888")
  static let trainLabels = file(
    "train-labels-idx1", "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9")
  static let testImages = file(
    "t10k-images-idx3", "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b")
  static let testLabels = file(
    "t10k-labels-idx1", "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")

  /// The 60,000 training images.
  public static func train(in folder: DataFolder) throws -> ImageSet {
    try images(
      "train", folder.contents(of: trainImages), folder.contents(of: trainLabels))
  }

  /// The 10,000 test images.
  public static func test(in folder: DataFolder) throws -> ImageSet {
    try folder.once("fashion-mnist-test") {
      try images("test", folder.contents(of: testImages), folder.contents(of: testLabels))
    }
  }

  /// A split from the contents of its two idx files.
  static func images(_ split: String, _ images: [UInt8], _ labels: [UInt8]) throws -> ImageSet {
    let name = "fashion-mnist-\(split)"
    let (shape, samples) = try IDX.read(images, name: "\(name) images")
    let (labelShape, values) = try IDX.read(labels, name: "\(name) labels")
    guard shape.count == 3, labelShape == [shape[0]], values.allSatisfy({ $0 < 10 }) else {
      throw DatasetError(
        name,
        "images have shape \(shape) and labels \(labelShape); expected [n, height, width], [n]")
    }
    return ImageSet(
      name: name, classNames: classNames, labels: values.map(Int.init),
      sampleIDs: (0..<shape[0]).map { "\(split)/\($0)" }, width: shape[2], height: shape[1],
      samples: samples
    ).adding(constants: ["modality": "photo-gray", "source": "fashion-mnist", "license": "MIT"])
  }

  private static func file(_ name: String, _ sha256: String) -> DataFile {
    DataFile(
      path: "usr/share/datasets/fashion-mnist/\(name)-ubyte.gz", sha256: sha256, suite: "gray28")
  }
}
