/// The optical digits of the UCI repository's test part: 1,797 digits of 8 x 8 pixels in 17 levels.
///
/// Other writers, another scanner and 12 times fewer pixels: digits under covariate shift.
/// Source: scikit-learn's `digits.csv.gz` (Debian package `python3-sklearn`, BSD-3), from Alpaydin
/// and Kaynak, "Optical recognition of handwritten digits", UCI 1998.
public enum OptDigits {
  static let file = DataFile(
    path: "usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz",
    sha256: "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8", suite: "gray28")

  /// All images; none is for training.
  public static func images(in folder: DataFolder) throws -> ImageSet {
    try images(folder.contents(of: file))
  }

  /// All images from the unpacked table: 64 pixels from 0 to 16 and the label a row.
  static func images(_ bytes: [UInt8]) throws -> ImageSet {
    let table = try IntegerTable(bytes, columns: 65, maximum: 16, name: "optdigits")
    return try DigitsMNIST.digits(from: table, name: "optdigits", side: 8, scale: 255 / 16)
  }
}
