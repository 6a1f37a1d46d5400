import CLIPModels
import Datasets
import Tensors

extension ImageEncoder {
  /// Images whose patches are handled together, so that memory does not grow with the set.
  public var localShardSize: Int { ImageEncoder.shardSize(model.configuration) }

  /// Features of the patches of some images, `[images * patches, embedding]`, image by image, not
  /// normalised.
  ///
  /// They are too large to keep: 196 rows an image for ViT-B/16. This runs on the calling thread.
  ///
  /// - Throws: the error of the first image that cannot be decoded.
  public func localFeatures(of images: ImageSet, _ range: Range<Int>) throws -> Matrix {
    let tape = Tape(workspace: Workspace())
    let pixels = tape.constant(try pixels(of: images, range))
    return model.vision.localFeatures(tape, pixels: pixels).matrix
  }
}
