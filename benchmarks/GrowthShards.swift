import CLIPModels
import FileFormats
import FineTuning
import Optimizers
import Tensors

/// What the parts of a full fine-tuning step cost on one thread, to tell what more threads would give.
struct GrowthShards {
  private let images: GrowthImages
  private let batch: Int

  init(_ clip: CLIPModel, batch: Int) {
    images = GrowthImages(clip, count: batch)
    self.batch = batch
  }

  /// Prints the seconds of each shard's way forward and back, and those of a whole step.
  ///
  /// The loss, the sum of the slots and the optimiser are what is left of the whole step.
  func report(repetitions: Int) throws {
    let clip = images.clip
    let clock = ContinuousClock()
    let workers = Workers(threads: 1)
    let parameters = clip.vision.parameters + [images.head, images.bias]
    let gradients = Gradients(of: parameters, slots: 1)
    let size = ImageEncoder.shardSize(clip.configuration)
    let shards = (batch + size - 1) / size
    let spaces = (0..<shards).map { _ in Workspace() }
    let width = 3 * clip.configuration.imageSize * clip.configuration.imageSize
    let whole = images.step(on: workers)
    for repetition in 0...repetitions {
      var forward: [Double] = []
      var backward: [Double] = []
      for shard in 0..<shards {
        let rows = min(size, batch - shard * size)
        let tape = Tape(workspace: spaces[shard], gradients: gradients)
        let start = clock.now
        let features = clip.vision(
          tape, pixels: tape.constant(Matrix(rows: rows, columns: width)))
        let middle = clock.now
        tape.backward(features, seed: features.matrix)
        forward.append((middle - start) / .seconds(1))
        backward.append((clock.now - middle) / .seconds(1))
      }
      let start = clock.now
      whole()
      guard repetition > 0 else { continue }
      StandardStream.output.write(
        """
        {"case": "growth", "axis": "shards", "size": \(batch), "threads": 1, \
        "repetition": \(repetition), "seconds": \((clock.now - start) / .seconds(1)), \
        "forward": \(forward), "backward": \(backward), "slots": 4}

        """)
    }
  }
}
