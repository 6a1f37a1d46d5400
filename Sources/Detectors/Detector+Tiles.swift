import Tensors

extension Detector {
  /// The scores of all images, computed tile by tile on several threads.
  ///
  /// Since an image's score does not depend on the other images, neither tiles nor threads change
  /// a bit.
  ///
  /// - Throws: what `scores(for:)` throws, with the image's place among all of them.
  public func scores(for outputs: ModelOutputs, workers: Workers) throws -> [Double] {
    guard outputs.count > detectorTileSize else { return try scores(for: outputs) }
    return try scores(ofImages: outputs.count, workers: workers) { try outputs.selecting($0) }
  }

  /// The scores of images whose outputs are made when their tile's turn comes: where the whole
  /// would not fit in memory, or is kept in single precision.
  ///
  /// - Parameters:
  ///   - count: the number of images.
  ///   - imagesPerTile: the size of a tile; smaller where an image's outputs are large.
  ///   - workers: the threads to use.
  ///   - tile: gives the outputs of a range of images; called from several threads.
  /// - Throws: what `scores(for:)` and `tile` throw.
  public func scores(
    ofImages count: Int, imagesPerTile tileSize: Int = detectorTileSize, workers: Workers,
    tile: @Sendable (Range<Int>) throws -> ModelOutputs
  ) throws -> [Double] {
    let tiles = (count + tileSize - 1) / tileSize
    let scores = try workers.tryMap(tiles) { index in
      let range = index * tileSize..<min((index + 1) * tileSize, count)
      do {
        return try self.scores(for: tile(range))
      } catch let error as DetectorError {
        throw error.shifted(by: range.lowerBound)
      }
    }
    return Array(scores.joined())
  }
}

/// Images a tile: with 1,000 classes in double precision it fits the second-level cache.
public let detectorTileSize = 128
