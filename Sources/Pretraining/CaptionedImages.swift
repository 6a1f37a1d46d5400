import FileFormats

/// A corpus of images of one size, each with one or several captions.
///
/// A folder holds `captions.csv` with the columns `path,source,captions` (alternatives separated by
/// `|`) and `images.safetensors` with `images` `[count, side, side, 3]`, 8 bits, row i for line i;
/// `scripts/build-captions` makes both.
public struct CaptionedImages: Sendable {
  /// The number of pairs.
  public var count: Int { captions.count }
  /// The side of the stored square images.
  public let side: Int
  /// The alternative captions of each image; the first one is the name of what it shows.
  public let captions: [[String]]
  /// Where each image comes from.
  public let sources: [String]
  /// SHA-256 over both files.
  public let contentHash: String
  let pixels: [UInt8]

  /// Reads a corpus.
  public init(captionsFile: String, imagesFile: String) throws {
    let bytes = try FileBytes.read(captionsFile)
    let rows = try CSV.rows(bytes, name: captionsFile)
    guard let header = rows.first, let captionColumn = header.firstIndex(of: "captions") else {
      throw PretrainingError(
        "\(captionsFile): the first line has no column 'captions'; found "
          + "\(rows.first ?? []); see scripts/build-captions")
    }
    let sourceColumn = header.firstIndex(of: "source")
    var captions: [[String]] = []
    var sources: [String] = []
    captions.reserveCapacity(rows.count)
    for (index, row) in rows.dropFirst().enumerated() {
      guard row.count == header.count else {
        throw PretrainingError(
          "\(captionsFile):\(index + 2): \(row.count) fields, expected \(header.count)")
      }
      let alternatives = row[captionColumn].split(separator: "|").map(String.init)
      guard !alternatives.isEmpty else {
        throw PretrainingError("\(captionsFile):\(index + 2): no caption")
      }
      captions.append(alternatives)
      sources.append(sourceColumn.map { row[$0] } ?? "")
    }
    let images = try SafetensorsFile(imagesFile)
    guard let shape = images.shape("images"), let type = images.dtype("images"), shape.count == 4,
      shape[1] == shape[2], shape[1] > 0, shape[3] == 3, type == "U8"
    else {
      throw PretrainingError(
        "\(imagesFile): needs a tensor 'images' [count, side, side, 3] of type U8, found "
          + "\(images.shape("images").map { "\($0)" } ?? "none") "
          + "\(images.dtype("images") ?? "")")
    }
    guard shape[0] == captions.count else {
      throw PretrainingError(
        "\(imagesFile) holds \(shape[0]) images, \(captionsFile) \(captions.count) captions; were "
          + "they made by one run of scripts/build-captions?")
    }
    self.captions = captions
    self.sources = sources
    side = shape[1]
    pixels = try images.bytes("images")
    var hasher = SHA256.Hasher()
    hasher.update(bytes)
    hasher.update(pixels)
    contentHash = hasher.finalize()
  }
}
