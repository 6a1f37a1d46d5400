/// A file of a fetched package and the SHA-256 of its decompressed contents.
public struct DataFile: Sendable, Equatable {
  /// The path below `root`.
  public let path: String
  /// The digest of the contents, decompressed if the name ends in `.gz`.
  public let sha256: String
  /// The suite of `scripts/fetch-data` that brings it.
  public let suite: String

  /// Every file whose contents are checked, for `ood doctor`.
  public static let all: [DataFile] =
    [
      FashionMNIST.trainImages, FashionMNIST.trainLabels, FashionMNIST.testImages,
      FashionMNIST.testLabels, AnimalMNIST.imageFile, AnimalMNIST.labelFile, DigitsMNIST.file,
      OptDigits.file,
    ] + BrainMRI.files + [
      EmojiTable.file, WordNet.nounFile, WordNet.adjectiveFile,
      SolarCells.labelFile,
    ]
}
